//! What the embedded engine understands in a message, without doing anything.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::object::objects;

/// A message to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct ParseRequest {
    /// The message, 1 to 4,000 characters after trimming.
    #[schema(
        min_length = 1,
        max_length = 4000,
        examples("call mum tomorrow at 5pm")
    )]
    pub message: String,
    /// The IANA time zone in which words such as "tomorrow" are meant; the profile's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("Europe/Berlin"))]
    pub timezone: Option<String>,
    /// The language tag that decides how dates are read; the profile's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("en-GB"))]
    pub locale: Option<String>,
}

/// What was understood: the object that `tasktalk parse` prints for the line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ParseResponse {
    /// The message.
    pub text: String,
    /// Its language.
    #[schema(examples("en"))]
    pub language: Option<String>,
    /// How sure the engine is of the whole.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
    /// What it would ask, when it is not sure.
    pub question: Option<String>,
    /// What the message asks for, in order: intent, confidence, parameters, reference and the spans of the text
    /// they were read from.
    #[schema(value_type = Vec<Object>)]
    pub commands: Vec<serde_json::Value>,
    /// Whatever else the engine tells.
    #[serde(flatten)]
    #[schema(ignore)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

objects!(ParseRequest);
