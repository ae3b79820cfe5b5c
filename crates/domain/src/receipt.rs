//! What one tool call changed: before, after, and how to take it back.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Task, TaskId};

/// How long a change can be undone, and how long a deleted task stays in the trash.
pub const UNDO_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The proof of one committed change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What happened.
    #[serde(rename = "op")]
    pub operation: Operation,
    /// To which task.
    pub task_id: TaskId,
    /// Its title after the change.
    pub title: String,
    /// The row before; `None` when it was created.
    pub before: Option<Box<Task>>,
    /// The row after.
    pub after: Option<Box<Task>>,
    /// Takes this change back.
    pub undo_token: Uuid,
    /// Until when.
    pub expires_at: Timestamp,
}

/// What happened to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// It was made.
    Created,
    /// It was changed.
    Updated,
    /// It was marked done.
    Completed,
    /// It was marked open again.
    Reopened,
    /// It went to the trash.
    Deleted,
    /// It came back from the trash.
    Restored,
}

impl Operation {
    /// The word used in every interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Completed => "completed",
            Self::Reopened => "reopened",
            Self::Deleted => "deleted",
            Self::Restored => "restored",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [
            Self::Created,
            Self::Updated,
            Self::Completed,
            Self::Reopened,
            Self::Deleted,
            Self::Restored,
        ]
        .into_iter()
        .find(|operation| operation.as_str() == word)
    }
}
