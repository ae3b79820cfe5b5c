//! What every error looks like: a problem document (RFC 9457, `application/problem+json`).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An error. Programs look at `code`, people read `detail`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// A URI reference that names the kind of problem: where the documentation describes its `code`.
    #[serde(rename = "type")]
    #[schema(format = "uri-reference", examples("/docs#task_not_found"))]
    pub kind: String,
    /// The kind of problem in a few words, the same for every occurrence.
    #[schema(examples("Task not found"))]
    pub title: String,
    /// The HTTP status.
    #[schema(minimum = 400, maximum = 599, examples(404))]
    pub status: u16,
    /// What went wrong this time, and what to do about it, in a sentence for a person.
    #[schema(examples("Task #42 was not found."))]
    pub detail: String,
    /// A stable word for programs.
    #[schema(examples("task_not_found"))]
    pub code: String,
    /// The request's id, as in the `x-request-id` header and the server's log.
    #[schema(examples("0199b5a2-7d1c-7000-8000-000000000000"))]
    pub request_id: String,
    /// What is wrong with single fields of the request; left out when there is nothing to say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// The field, dotted for an inner one; a parameter's name; empty for the body as a whole.
    #[schema(examples("due.date"))]
    pub field: String,
    /// What is wrong with it.
    #[schema(examples("Title must be 200 characters or less"))]
    pub message: String,
}
