//! What `GET /api/{user_id}/events` tells, one JSON object in each event's `data`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::reminders::Reminder;

/// Something happened to the user's tasks or conversations, through whatever door.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Event {
    /// Its number among the user's events, counted from 1 without gaps; also the event's `id:`.
    pub seq: i64,
    /// `task.created`, `.updated`, `.completed`, `.reopened`, `.deleted` or `.restored`; `conversation.created`,
    /// `.updated` (renamed), `.message` (something was said in it) or `.deleted`; `reminder.due`, `.snoozed` or
    /// `.dismissed`, about the reminder's task; or `reset`: what was missed is
    /// too much to be told one by one, so read everything anew. More may follow; pass over what you do not know.
    #[serde(rename = "type")]
    #[schema(examples("task.created"))]
    pub kind: String,
    /// The task's number or the conversation's id. None in a `reset`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ObjectId>,
    /// The task's version after it; 0 for conversations, which have none. None in a `reset`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// When it happened. None in a `reset`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub at: Option<String>,
    /// The reminder, in `reminder.due`, `.snoozed` and `.dismissed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminder: Option<Reminder>,
}

/// What an event is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum ObjectId {
    /// A task's number.
    Task(i64),
    /// A conversation's id.
    Conversation(String),
}
