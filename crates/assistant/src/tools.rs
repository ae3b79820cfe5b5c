//! The tools: the only operations that read and change tasks on someone's behalf. Chat, REST and MCP call the same.
//!
//! A tool has parameters (domain types), a JSON form of them with a schema, and a result. It runs inside the caller's
//! transaction, for the user whose row that transaction has locked, and leaves behind a receipt, an event and a
//! change to take back for everything it changed. It never commits, and it knows neither sentences nor routes.

pub mod add_task;
mod arguments;
pub mod complete_task;
pub mod delete_task;
mod existing;
mod failure;
pub mod list_tasks;
mod moved;
mod record;
mod registry;
pub mod restore_task;
pub(crate) mod series;
pub mod skip_occurrence;
pub mod task_json;
pub mod undo;
pub mod update_task;

use jiff::Timestamp;
use serde_json::Value;
use tasktalk_domain::{Clock, ConversationId, Due, Receipt, Task, Zone};
use tasktalk_storage::{StorageError, Transaction, tasks::TaskCursor, users::LockedUser};
use uuid::Uuid;

pub(crate) use self::existing::{is_kept, on_list};
pub use self::{
    add_task::AddTask,
    complete_task::CompleteTask,
    delete_task::DeleteTask,
    existing::Known,
    failure::{ToolError, ToolFailure},
    list_tasks::ListTasks,
    moved::Moved,
    registry::{Definition, TOOLS},
    restore_task::RestoreTask,
    skip_occurrence::SkipOccurrence,
    task_json::{receipt_json, task_json},
    undo::{Undo, UndoTarget},
    update_task::UpdateTask,
};
use crate::{Permissions, agents::wording::catalogue::Texts};

/// One call of a tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Puts a task on the list.
    AddTask(AddTask),
    /// Shows tasks.
    ListTasks(ListTasks),
    /// Marks a task done, or open again.
    CompleteTask(CompleteTask),
    /// Changes a task.
    UpdateTask(Box<UpdateTask>),
    /// Moves a task to the trash.
    DeleteTask(DeleteTask),
    /// Brings a task back from the trash.
    RestoreTask(RestoreTask),
    /// Leaves out one occurrence of a repeating task.
    SkipOccurrence(SkipOccurrence),
    /// Takes changes back.
    Undo(Undo),
}

/// For whom, when and where a tool runs.
pub struct ToolContext<'a> {
    /// The transaction in which everything happens.
    pub tx: &'a Transaction<'a>,
    /// The owner, whose row is locked until the transaction ends.
    pub user: &'a LockedUser,
    /// The one "now" of the transaction.
    pub now: Timestamp,
    /// Where new ids come from.
    pub clock: &'a Clock,
    /// The viewer's time zone.
    pub zone: &'a Zone,
    /// The language of what is asked back.
    pub(crate) texts: &'static Texts,
    /// What all changes of one turn or request have in common: they are undone together.
    pub batch: Uuid,
    /// The conversation in which "undo" will take the changes back.
    pub conversation: Option<ConversationId>,
    /// What the caller may do.
    pub permissions: Permissions,
    /// The rows that this transaction has already read.
    pub known: &'a Known,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolOutcome {
    /// The tool's name.
    pub name: &'static str,
    /// The parameters in their JSON form.
    pub arguments: Value,
    /// The result in its JSON form; `success` tells whether the call was carried out.
    pub result: Value,
    /// What was changed, in order.
    pub receipts: Vec<Receipt>,
    /// The result as values.
    pub detail: Detail,
}

impl ToolOutcome {
    /// Whether the call was carried out; a change that was not needed counts as carried out.
    pub fn success(&self) -> bool {
        self.failure().is_none()
    }

    /// Why it was not.
    pub fn failure(&self) -> Option<&ToolFailure> {
        match &self.detail {
            Detail::Failed(failure) => Some(failure),
            _ => None,
        }
    }
}

/// The result of a call as values.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one at a time, and boxes would be in the way of everyone who reads it"
)]
pub enum Detail {
    /// A task was made.
    Created {
        /// The task.
        task: Task,
    },
    /// Tasks were looked for.
    Listed {
        /// One page of them; none when only the number was asked for.
        tasks: Vec<Task>,
        /// How many there are on all pages.
        total: i64,
        /// Where the next page begins.
        next: Option<TaskCursor>,
        /// Where done tasks were asked for: repeating tasks that are open, and when they were done last.
        repeating: Vec<(Task, Timestamp)>,
    },
    /// A task, or one occurrence of it, is done.
    Completed {
        /// The task as it is now.
        task: Task,
        /// A repeating task's next occurrence.
        next: Option<Due>,
        /// Nothing was changed: it was already done then.
        already: Option<Timestamp>,
    },
    /// A task is open again.
    Reopened {
        /// The task as it is now.
        task: Task,
        /// Nothing was changed: it was open.
        already: bool,
    },
    /// A task was changed.
    Updated {
        /// The task as it was.
        before: Task,
        /// The task as it is now.
        after: Task,
        /// Nothing was changed: it was like that.
        unchanged: bool,
        /// Which single occurrence was moved, if only one was.
        moved: Option<Moved>,
    },
    /// Occurrences of a repeating task were left out.
    Skipped {
        /// The task as it is now.
        task: Task,
        /// When they would have been due.
        left_out: Vec<Due>,
    },
    /// A task is in the trash.
    Deleted {
        /// The task as it is now.
        task: Task,
        /// Nothing was changed: it was there already.
        already: bool,
    },
    /// A task is back on the list.
    Restored {
        /// The task as it is now.
        task: Task,
        /// Nothing was changed: it was on the list.
        already: bool,
    },
    /// Changes were taken back.
    Undone {
        /// The changes that did it.
        receipts: Vec<Receipt>,
        /// The changes that were taken back, newest first.
        reverted: Vec<Receipt>,
    },
    /// Nothing was done.
    Failed(ToolFailure),
}

/// What a tool hands back when it carried out its call.
pub(crate) struct Done {
    result: Value,
    receipts: Vec<Receipt>,
    detail: Detail,
}

/// Runs one call. Everything that went wrong on the caller's side is in the outcome; an error is the database's.
///
/// A call that fails has written nothing, so that the calls before it in the same transaction stand.
pub async fn run(context: &ToolContext<'_>, tool: Tool) -> Result<ToolOutcome, StorageError> {
    let name = tool.name();
    let arguments = tool.arguments();
    let done = match tool {
        Tool::AddTask(call) => add_task::run(context, call).await,
        Tool::ListTasks(call) => list_tasks::run(context, call).await,
        Tool::CompleteTask(call) => complete_task::run(context, call).await,
        Tool::UpdateTask(call) => update_task::run(context, *call).await,
        Tool::DeleteTask(call) => delete_task::run(context, call).await,
        Tool::RestoreTask(call) => restore_task::run(context, call).await,
        Tool::SkipOccurrence(call) => skip_occurrence::run(context, call).await,
        Tool::Undo(call) => undo::run(context, call).await,
    };
    outcome(name, arguments, done)
}

/// Gives a call's end the shape every caller gets.
pub(crate) fn outcome(
    name: &'static str,
    arguments: Value,
    done: Result<Done, ToolError>,
) -> Result<ToolOutcome, StorageError> {
    let done = match done {
        Ok(done) => done,
        Err(ToolError::Failure(failure)) => Done {
            result: failure.to_json(),
            receipts: Vec::new(),
            detail: Detail::Failed(failure),
        },
        Err(ToolError::Storage(error)) => return Err(error),
    };
    Ok(ToolOutcome {
        name,
        arguments,
        result: done.result,
        receipts: done.receipts,
        detail: done.detail,
    })
}

impl Tool {
    /// Reads a call from its name and JSON arguments; `zone` is meant where a due time names none.
    pub fn from_call(name: &str, arguments: Value, zone: &Zone) -> Result<Self, ToolFailure> {
        registry::parse(name, arguments, zone)
    }

    /// The tool's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::AddTask(_) => add_task::DEFINITION.name,
            Self::ListTasks(_) => list_tasks::DEFINITION.name,
            Self::CompleteTask(_) => complete_task::DEFINITION.name,
            Self::UpdateTask(_) => update_task::DEFINITION.name,
            Self::DeleteTask(_) => delete_task::DEFINITION.name,
            Self::RestoreTask(_) => restore_task::DEFINITION.name,
            Self::SkipOccurrence(_) => skip_occurrence::DEFINITION.name,
            Self::Undo(_) => undo::DEFINITION.name,
        }
    }

    /// The parameters in the JSON form that [`Tool::from_call`] reads.
    pub fn arguments(&self) -> Value {
        match self {
            Self::AddTask(call) => arguments::to_json(&add_task::Arguments::from(call)),
            Self::ListTasks(call) => arguments::to_json(&list_tasks::Arguments::from(call)),
            Self::CompleteTask(call) => arguments::to_json(&complete_task::Arguments::from(call)),
            Self::UpdateTask(call) => arguments::to_json(&update_task::Arguments::from(&**call)),
            Self::DeleteTask(call) => arguments::to_json(&delete_task::Arguments::from(call)),
            Self::RestoreTask(call) => arguments::to_json(&restore_task::Arguments::from(call)),
            Self::SkipOccurrence(call) => {
                arguments::to_json(&skip_occurrence::Arguments::from(call))
            }
            Self::Undo(call) => arguments::to_json(&undo::Arguments::from(call)),
        }
    }
}
