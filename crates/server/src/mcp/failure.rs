//! Why a tool call was not carried out, in the form agents get: a stable code, a sentence, and what to do next.
//!
//! It is a tool result with `isError`, never a protocol error: of those, models usually see nothing.

use serde_json::{Map, Value, json};
use tasktalk_assistant::{Scope, ToolError, ToolFailure, TurnError, batch::BatchError};
use tasktalk_storage::StorageError;

use crate::problem::Chain;

/// A refusal that the agent can do something about.
#[derive(Clone, Debug)]
pub(crate) struct Failure(Map<String, Value>);

/// Why there is no result.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The agent is told.
    Failure(Failure),
    /// Something is broken; it is in the log.
    Broken,
}

impl Failure {
    pub(crate) fn new(code: &str, error: impl Into<String>) -> Self {
        let result = json!({"success": false, "code": code, "error": error.into()});
        Self::from_result(&result).unwrap_or_default()
    }

    /// The refusal in a tool's own result, with what to do next. Results that are none are only looked at: they can be
    /// long.
    pub(crate) fn from_result(result: &Value) -> Option<Self> {
        let fields = result.as_object()?;
        if fields.get("success") != Some(&Value::Bool(false)) {
            return None;
        }
        let mut fields = fields.clone();
        let next = next_step(
            fields
                .get("code")
                .and_then(Value::as_str)
                .unwrap_or_default(),
        );
        fields.insert("next_step".to_owned(), json!(next));
        Some(Self(fields))
    }

    /// Adds what belongs to it.
    pub(crate) fn with(mut self, name: &str, value: Value) -> Self {
        self.0.insert(name.to_owned(), value);
        self
    }

    pub(crate) fn into_value(self) -> Value {
        Value::Object(self.0)
    }
}

impl Default for Failure {
    fn default() -> Self {
        Self(Map::from_iter([("success".to_owned(), json!(false))]))
    }
}

/// What helps against a code.
fn next_step(code: &str) -> &'static str {
    match code {
        "task_not_found" => "Call find_tasks or list_tasks to get the task's id.",
        "task_in_trash" => "Call restore_task with this task_id first.",
        "version_mismatch" => "Call get_task, see what changed, and call again with its version.",
        "changed_since" => {
            "Tell the user that the task changed since; undo with force only if they agree."
        }
        "nothing_to_undo" | "already_undone" | "undo_expired" => {
            "There is nothing to take back with this token; call get_task to see the task as it is."
        }
        "insufficient_scope" => "Ask the user for a token that has this scope.",
        "wrong_user" => "Leave user_id out: the token says whose list it is.",
        "idempotency_key_reused" => "Use a new idempotency_key for a new request.",
        "confirmation_invalid"
        | "confirmation_expired"
        | "confirmation_used"
        | "confirmation_mismatch" => {
            "Call again without confirm_token, show the user what comes back, and ask again."
        }
        "declined" => "The user said no. Nothing was deleted; don't ask again.",
        "unavailable" | "too_many_waiting" | "given_up" => {
            "Nothing was changed. Try again in a moment."
        }
        "still_answering" => "Call again in a moment, with the same idempotency_key.",
        "no_due_date" => "Give the task a due date with update_task.",
        "task_completed" => "Call reopen_tasks first.",
        "pending_gone" => {
            "It was answered, or is too old: see what is there, and say it in a new message."
        }
        "conversation_not_found" => "Leave conversation_id out to begin a new conversation.",
        _ => "Correct the arguments and call again.",
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<&ToolFailure> for Failure {
    fn from(failure: &ToolFailure) -> Self {
        Self::from_result(&failure.to_json()).unwrap_or_default()
    }
}

impl From<ToolFailure> for Fault {
    fn from(failure: ToolFailure) -> Self {
        Self::Failure(Failure::from(&failure))
    }
}

impl From<ToolError> for Fault {
    fn from(error: ToolError) -> Self {
        match error {
            ToolError::Failure(failure) => failure.into(),
            ToolError::Storage(error) => error.into(),
        }
    }
}

impl From<StorageError> for Fault {
    fn from(error: StorageError) -> Self {
        if error.is_temporary() {
            tracing::warn!(error = %Chain(&error), "storage is not available");
            Failure::new("unavailable", "The database can't be used right now").into()
        } else {
            tracing::error!(error = %Chain(&error), "an MCP request failed");
            Self::Broken
        }
    }
}

impl From<BatchError> for Fault {
    fn from(error: BatchError) -> Self {
        match error {
            BatchError::IdempotencyMismatch => {
                Failure::new("idempotency_key_reused", error.to_string()).into()
            }
            BatchError::UsedBefore => {
                Failure::new("confirmation_used", "This confirmation was used before").into()
            }
            BatchError::NoSuchUser => ToolFailure::NoSuchUser.into(),
            BatchError::Storage(error) => error.into(),
        }
    }
}

impl From<TurnError> for Fault {
    fn from(error: TurnError) -> Self {
        let sentence = error.to_string();
        let code = match error {
            TurnError::BlankMessage => "message_blank",
            TurnError::MessageTooLong => "message_too_long",
            TurnError::ConversationNotFound => "conversation_not_found",
            TurnError::PendingNotFound => "pending_gone",
            TurnError::IdempotencyMismatch => "idempotency_key_reused",
            TurnError::TooManyWaiting => "too_many_waiting",
            TurnError::StillAnswering => "still_answering",
            TurnError::GivenUp => "given_up",
            TurnError::NoSuchUser => "no_such_user",
            TurnError::Storage(error) => return error.into(),
        };
        Failure::new(code, sentence).into()
    }
}

/// A token that may not do this.
pub(crate) fn forbidden(scope: Scope) -> Failure {
    Failure::from(&ToolFailure::Forbidden { scope })
}

/// Arguments that make no sense.
pub(crate) fn invalid(sentence: impl Into<String>) -> Failure {
    Failure::new("invalid_arguments", sentence)
}
