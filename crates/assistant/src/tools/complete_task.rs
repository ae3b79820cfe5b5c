//! `complete_task`: marks a task done, or open again.
//!
//! Completing a repeating task completes one occurrence: it leaves a completion record, and the task moves on to its
//! next occurrence and stays open. Only after the last occurrence is the task itself done.

use jiff::{SignedDuration, Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tasktalk_domain::{Operation, Series, Task, TaskId};
use tasktalk_storage::completions;

use super::{
    Detail, Done, Tool, ToolContext, ToolError,
    arguments::{self, RawTaskId},
    existing, record,
    registry::{Definition, schema_of},
    series, task_json,
};
use crate::Scope;

/// Within this time a second "done" of a repeating task can be the first one said twice: when nothing happened to the
/// task in between, and when the caller doesn't say which version is meant.
pub const SAME_COMPLETION: SignedDuration = SignedDuration::from_secs(60);

pub(super) const DEFINITION: Definition = Definition {
    name: "complete_task",
    description: "Marks a task done (a repeating task: its current occurrence), or open again with completed: false.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, _| {
        let given: Arguments = arguments::parse(given)?;
        Ok(Tool::CompleteTask(CompleteTask {
            task_id: arguments::task_id(given.task_id)?,
            completed: given.completed.unwrap_or(true),
            done_on: given.done_on.as_deref().map(arguments::date).transpose()?,
            expected_version: given.expected_version,
        }))
    },
};

/// Marks a task done, or open again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompleteTask {
    /// Which task.
    pub task_id: TaskId,
    /// Done, or open again.
    pub completed: bool,
    /// The past day on which it was done, from where a series goes on; today when `None`.
    pub done_on: Option<Date>,
    /// Refuses when the task has another version.
    pub expected_version: Option<i64>,
}

/// The JSON form of [`CompleteTask`].
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    /// The task's number.
    #[schemars(required, with = "i64", range(min = 1))]
    task_id: RawTaskId,
    /// Done (the default), or open again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    completed: Option<bool>,
    /// The past day on which an occurrence of a repeating task was done, such as `2026-11-27`; today when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    done_on: Option<String>,
    /// Refuses when the task has another version than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expected_version: Option<i64>,
}

impl From<&CompleteTask> for Arguments {
    fn from(call: &CompleteTask) -> Self {
        Self {
            task_id: Some(call.task_id.get().into()),
            completed: (!call.completed).then_some(false),
            done_on: call.done_on.map(|day| day.to_string()),
            expected_version: call.expected_version,
        }
    }
}

pub(super) async fn run(context: &ToolContext<'_>, call: CompleteTask) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Write)?;
    let task = existing::on_list(context, call.task_id, call.expected_version).await?;
    match (call.completed, task.completed_at, Series::of(&task)) {
        (true, Some(_), _) => Ok(already_completed(context, task)),
        (true, None, Some(series)) => {
            if call.expected_version.is_none()
                && let Some(at) = just_completed(context, &task, &series).await?
            {
                return Ok(already_completed_occurrence(context, task, at));
            }
            complete_occurrence(context, &task, &series, call.done_on).await
        }
        (true, None, None) => complete(context, &task).await,
        (false, Some(_), _) => reopen(context, &task).await,
        (false, None, _) => Ok(already_open(context, task)),
    }
}

async fn complete(context: &ToolContext<'_>, before: &Task) -> Result<Done, ToolError> {
    let task = Task {
        completed_at: Some(context.now),
        ..record::revised(context, before)
    };
    let receipt = record::change(context, Operation::Completed, Some(before), &task).await?;
    Ok(Done {
        result: result(context, &task, true),
        receipts: vec![receipt],
        detail: Detail::Completed {
            task,
            next: None,
            already: None,
        },
    })
}

async fn complete_occurrence(
    context: &ToolContext<'_>,
    before: &Task,
    series: &Series,
    done_on: Option<Date>,
) -> Result<Done, ToolError> {
    let now = series::local(series, context.now, context.zone);
    let done = match done_on {
        Some(day) if day < now.date() => day.at(23, 59, 59, 0),
        _ => now,
    };
    let revised = record::revised(context, before);
    let task = match series.after(done) {
        Some(next) => next.put_into(revised),
        None => Task {
            completed_at: Some(context.now),
            ..revised
        },
    };
    let next = task.due.clone().filter(|_| !task.completed());
    let (owner, slot) = (context.user.user.id, Some(series.slot()));
    completions::insert(context.tx, owner, before.id, slot, context.now).await?;
    let receipt = record::change(context, Operation::Completed, Some(before), &task).await?;
    let mut result = result(context, &task, true);
    result["next_due"] = json!(next);
    Ok(Done {
        result,
        receipts: vec![receipt],
        detail: Detail::Completed {
            task,
            next,
            already: None,
        },
    })
}

/// When the occurrence before the present one was completed, if that was a moment ago and is all that happened since.
async fn just_completed(
    context: &ToolContext<'_>,
    task: &Task,
    series: &Series,
) -> Result<Option<Timestamp>, ToolError> {
    let owner = context.user.user.id;
    let Some(last) = completions::last(context.tx, owner, task.id).await? else {
        return Ok(None);
    };
    let passed = context.now.duration_since(last.completed_at);
    let lately = passed >= SignedDuration::ZERO && passed < SAME_COMPLETION;
    let led_here = lately
        && task.updated_at == last.completed_at
        && last
            .occurrence
            .is_some_and(|slot| slot.date() < series.slot().date());
    Ok(led_here.then_some(last.completed_at))
}

async fn reopen(context: &ToolContext<'_>, before: &Task) -> Result<Done, ToolError> {
    let task = Task {
        completed_at: None,
        ..record::revised(context, before)
    };
    if before.recurrence.is_some() {
        // The series had come to its end: its last occurrence is the one that is open again.
        completions::delete_newest(context.tx, context.user.user.id, before.id).await?;
    }
    let receipt = record::change(context, Operation::Reopened, Some(before), &task).await?;
    Ok(Done {
        result: result(context, &task, false),
        receipts: vec![receipt],
        detail: Detail::Reopened {
            task,
            already: false,
        },
    })
}

fn already_completed_occurrence(context: &ToolContext<'_>, task: Task, at: Timestamp) -> Done {
    let mut result = result(context, &task, true);
    result["unchanged"] = json!(true);
    result["message"] = json!(format!("Task #{} has just been completed", task.id));
    result["next_due"] = json!(task.due);
    Done {
        result,
        receipts: Vec::new(),
        detail: Detail::Completed {
            next: task.due.clone(),
            task,
            already: Some(at),
        },
    }
}

fn already_completed(context: &ToolContext<'_>, task: Task) -> Done {
    let mut result = result(context, &task, true);
    result["unchanged"] = json!(true);
    result["message"] = json!(format!("Task #{} is already completed", task.id));
    Done {
        result,
        receipts: Vec::new(),
        detail: Detail::Completed {
            next: None,
            already: task.completed_at,
            task,
        },
    }
}

fn already_open(context: &ToolContext<'_>, task: Task) -> Done {
    let mut result = result(context, &task, false);
    result["unchanged"] = json!(true);
    result["message"] = json!(format!("Task #{} is already open", task.id));
    Done {
        result,
        receipts: Vec::new(),
        detail: Detail::Reopened {
            task,
            already: true,
        },
    }
}

fn result(context: &ToolContext<'_>, task: &Task, completed: bool) -> Value {
    json!({
        "success": true,
        "status": if completed { "completed" } else { "reopened" },
        "completed": completed,
        "task_id": task.id,
        "title": task.title,
        "task": task_json(task, &context.user.user.public_id()),
    })
}

#[cfg(test)]
mod tests;
