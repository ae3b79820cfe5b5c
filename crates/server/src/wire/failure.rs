//! Why a tool did not do what REST asked for.

use tasktalk_assistant::{ToolError, ToolFailure};
use tasktalk_domain::TaskId;

use super::turn::account_gone;
use crate::{
    extract::path_user,
    problem::{Code, Problem},
};

/// The refusal for a tool's failure.
pub(crate) fn problem(failure: &ToolFailure) -> Problem {
    match failure {
        ToolFailure::NotFound(id) => task_not_found(*id),
        ToolFailure::InTrash(task) => Problem::new(
            Code::TaskInTrash,
            format!(
                "Task #{id} is in the trash. Restore it first: POST …/tasks/{id}/restore.",
                id = task.id
            ),
        ),
        ToolFailure::VersionMismatch { current } => Problem::new(
            Code::VersionMismatch,
            format!(
                "The task has changed in the meantime; its version is {current} now. Read it again, then decide."
            ),
        ),
        ToolFailure::Invalid { code, sentence } => invalid(code, sentence),
        ToolFailure::NothingToUndo => Problem::new(
            Code::UndoTokenNotFound,
            "There is no change with this undo token.",
        ),
        ToolFailure::UndoExpired => Problem::new(
            Code::UndoExpired,
            "A change can be taken back for 30 days; this one is older.",
        ),
        ToolFailure::AlreadyUndone => {
            Problem::new(Code::AlreadyUndone, "This change was taken back before.")
        }
        ToolFailure::ChangedSince { task } => Problem::new(
            Code::ChangedSince,
            format!(
                "Task #{} has changed since; taking the older change back would lose the newer one.",
                task.id
            ),
        ),
        ToolFailure::Forbidden { scope } => path_user::insufficient_scope(*scope),
        ToolFailure::NoSuchUser => account_gone(),
    }
}

/// The same for an unknown task and for someone else's.
pub(crate) fn task_not_found(id: TaskId) -> Problem {
    Problem::new(Code::TaskNotFound, format!("Task #{id} not found"))
}

fn invalid(code: &str, sentence: &str) -> Problem {
    let field = match code {
        "invalid_cursor" => {
            return Problem::new(Code::InvalidCursor, sentence).with_error("cursor", sentence);
        }
        "not_repeating" => return Problem::new(Code::TaskDoesNotRepeat, sentence),
        "no_occurrence" => "on",
        "title_required" | "title_too_long" => "title",
        "description_too_long" => "description",
        "invalid_tag" | "too_many_tags" => "tags",
        "recurrence_without_due" => "due",
        "invalid_recurrence" => "recurrence",
        "invalid_priority" => "priority",
        "invalid_status" => "status",
        "invalid_task_id" => "id",
        "invalid_limit" => "limit",
        _ => "",
    };
    Problem::field(field, sentence)
}

impl From<ToolError> for Problem {
    fn from(error: ToolError) -> Self {
        match error {
            ToolError::Failure(failure) => problem(&failure),
            ToolError::Storage(error) => error.into(),
        }
    }
}
