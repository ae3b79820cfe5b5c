//! Why a call was not carried out: told to the caller, never logged as a fault of ours.

use serde_json::{Value, json};
use tasktalk_domain::{
    Task, TaskId, ids::InvalidTaskId, recurrence::InvalidRule, task::InvalidTask,
    task_filter::InvalidStatus,
};
use tasktalk_storage::StorageError;

use super::record::undoable_until;
use crate::Scope;

/// A reason on the caller's side. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ToolFailure {
    /// There is no such task among the owner's.
    #[error("Task #{0} not found")]
    NotFound(TaskId),
    /// The task is in the trash, from where `restore_task` brings it back.
    #[error("Task #{} is in the trash; restore it first", .0.id)]
    InTrash(Box<Task>),
    /// The task has another version than the caller expects.
    #[error("The task has changed since; its version is {current} now")]
    VersionMismatch {
        /// Its version now.
        current: i64,
    },
    /// The call itself makes no sense.
    #[error("{sentence}")]
    Invalid {
        /// A word for programs.
        code: &'static str,
        /// A sentence for people.
        sentence: String,
    },
    /// Nothing of this conversation is left to take back, or no change has this token.
    #[error("There is nothing to undo")]
    NothingToUndo,
    /// The change is too old to be taken back.
    #[error("This change can't be undone any more: its 30 days are over")]
    UndoExpired,
    /// The change was taken back before.
    #[error("This change has already been undone")]
    AlreadyUndone,
    /// Taking the change back would overwrite a later one, made through another door.
    #[error("Task #{} has changed since; undoing would overwrite that", .task.id)]
    ChangedSince {
        /// The task as it is now.
        task: Box<Task>,
    },
    /// The caller's token doesn't allow it.
    #[error("This token lacks the scope {scope}")]
    Forbidden {
        /// What it lacks.
        scope: Scope,
    },
    /// The caller's account is gone.
    #[error("This account does not exist")]
    NoSuchUser,
}

impl ToolFailure {
    /// A call that makes no sense.
    pub(crate) fn invalid(code: &'static str, sentence: impl Into<String>) -> Self {
        Self::Invalid {
            code,
            sentence: sentence.into(),
        }
    }

    /// A word for programs that never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "task_not_found",
            Self::InTrash(_) => "task_in_trash",
            Self::VersionMismatch { .. } => "version_mismatch",
            Self::Invalid { code, .. } => code,
            Self::NothingToUndo => "nothing_to_undo",
            Self::UndoExpired => "undo_expired",
            Self::AlreadyUndone => "already_undone",
            Self::ChangedSince { .. } => "changed_since",
            Self::Forbidden { .. } => "insufficient_scope",
            Self::NoSuchUser => "no_such_user",
        }
    }

    /// The result of a failed call.
    pub fn to_json(&self) -> Value {
        let mut result = json!({
            "success": false,
            "code": self.code(),
            "error": self.to_string(),
        });
        match self {
            Self::InTrash(task) => {
                result["task_id"] = json!(task.id);
                result["title"] = json!(task.title);
                result["restore"] =
                    json!({"tool": "restore_task", "arguments": {"task_id": task.id}});
                result["restorable_until"] = json!(task.deleted_at.map(undoable_until));
            }
            Self::VersionMismatch { current } => result["version"] = json!(current),
            Self::ChangedSince { task } => {
                result["task_id"] = json!(task.id);
                result["title"] = json!(task.title);
            }
            Self::Forbidden { scope } => result["scope"] = json!(scope.as_str()),
            _ => {}
        }
        result
    }
}

/// Why something could not be done: for a reason on the caller's side, or because the database failed.
#[derive(Debug, thiserror::Error)]
pub enum ToolError {
    /// On the caller's side.
    #[error(transparent)]
    Failure(#[from] ToolFailure),
    /// The database's.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<InvalidTask> for ToolFailure {
    fn from(error: InvalidTask) -> Self {
        let code = match &error {
            InvalidTask::TitleMissing => "title_required",
            InvalidTask::TitleTooLong => "title_too_long",
            InvalidTask::DescriptionTooLong => "description_too_long",
            InvalidTask::BadTag => "invalid_tag",
            InvalidTask::TooManyTags => "too_many_tags",
            InvalidTask::RecurrenceWithoutDue => "recurrence_without_due",
            InvalidTask::BadPriority(_) => "invalid_priority",
        };
        Self::invalid(code, error.to_string())
    }
}

impl From<InvalidTaskId> for ToolFailure {
    fn from(error: InvalidTaskId) -> Self {
        Self::invalid("invalid_task_id", error.to_string())
    }
}

impl From<InvalidStatus> for ToolFailure {
    fn from(error: InvalidStatus) -> Self {
        Self::invalid("invalid_status", error.to_string())
    }
}

impl From<InvalidRule> for ToolFailure {
    fn from(error: InvalidRule) -> Self {
        Self::invalid("invalid_recurrence", error.to_string())
    }
}

impl From<InvalidTask> for ToolError {
    fn from(error: InvalidTask) -> Self {
        Self::Failure(error.into())
    }
}
