//! `undo`: takes back the newest changes of a conversation, or the one change that a token stands for.
//!
//! Everything of a batch is taken back or nothing of it. A reversal is a change of its own, with receipts and tokens;
//! saying "undo" again doesn't take it back but goes on to the change before.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tasktalk_domain::{Operation, Receipt, Task, TaskId};
use tasktalk_storage::{
    StorageError,
    changes::{self, Change},
    completions, tasks,
};
use uuid::Uuid;

use super::{
    Detail, Done, Tool, ToolContext, ToolError, ToolFailure, arguments, record,
    registry::{Definition, schema_of},
    task_json,
};
use crate::Scope;

#[cfg(test)]
mod properties;
mod reversal;
#[cfg(test)]
mod tests;

/// How many batches one call takes back at most.
pub const STEPS_LIMIT: u32 = 50;

pub(super) const DEFINITION: Definition = Definition {
    name: "undo",
    description: "Takes back the newest changes of this conversation, or the one change of an undo token.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, _| Ok(Tool::Undo(arguments::parse::<Arguments>(given)?.check()?)),
};

/// Takes changes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    /// Which changes.
    pub target: UndoTarget,
    /// Also when a task has changed since through another door; the later change is lost then.
    pub force: bool,
}

/// Which changes are taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UndoTarget {
    /// The newest batches of this conversation, at most [`STEPS_LIMIT`]; fewer when there are fewer.
    Newest {
        /// How many.
        steps: u32,
    },
    /// The change with this token, of any conversation or none.
    Token(Uuid),
}

/// The JSON form of [`Undo`].
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    /// How many steps to go back, 1 when left out: a step is everything one message or request changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 50))]
    steps: Option<u32>,
    /// The token of the one change to take back, from its receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undo_token: Option<String>,
    /// Whether to take it back even when the task has changed since in another way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    force: Option<bool>,
}

impl Arguments {
    fn check(self) -> Result<Undo, ToolFailure> {
        let target = match (self.steps, self.undo_token) {
            (Some(_), Some(_)) => {
                return Err(ToolFailure::invalid(
                    "invalid_arguments",
                    "Give either 'steps' or 'undo_token'",
                ));
            }
            (None, Some(token)) => UndoTarget::Token(token.parse().map_err(|_| {
                ToolFailure::invalid("invalid_undo_token", "This is not an undo token")
            })?),
            (steps, None) => UndoTarget::Newest {
                steps: steps.unwrap_or(1),
            },
        };
        check_steps(target)?;
        Ok(Undo {
            target,
            force: self.force.unwrap_or_default(),
        })
    }
}

fn check_steps(target: UndoTarget) -> Result<(), ToolFailure> {
    match target {
        UndoTarget::Newest { steps } if !(1..=STEPS_LIMIT).contains(&steps) => {
            Err(ToolFailure::invalid(
                "invalid_steps",
                format!("1 to {STEPS_LIMIT} steps can be undone at once"),
            ))
        }
        _ => Ok(()),
    }
}

impl From<&Undo> for Arguments {
    fn from(call: &Undo) -> Self {
        let (steps, undo_token) = match call.target {
            UndoTarget::Newest { steps } => (Some(steps), None),
            UndoTarget::Token(token) => (None, Some(token.to_string())),
        };
        Self {
            steps,
            undo_token,
            force: call.force.then_some(true),
        }
    }
}

pub(super) async fn run(context: &ToolContext<'_>, call: Undo) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Write)?;
    check_steps(call.target)?;
    let changes = chosen(context, call.target).await?;
    let steps = plan(context, &changes, call.force).await?;
    if steps
        .iter()
        .any(|step| step.operation == Operation::Deleted)
    {
        context.permissions.require(Scope::Delete)?;
    }
    let mut receipts = Vec::with_capacity(steps.len());
    for step in &steps {
        receipts.extend(take_back(context, step).await?);
    }
    let reverted: Vec<Receipt> = changes.into_iter().map(|change| change.receipt).collect();
    let public_id = context.user.user.public_id();
    let told: Vec<_> = reverted
        .iter()
        .map(|receipt| {
            json!({"op": receipt.operation, "task_id": receipt.task_id, "title": receipt.title})
        })
        .collect();
    let tasks: Vec<_> = receipts
        .iter()
        .filter_map(|receipt| receipt.after.as_deref())
        .map(|task| task_json(task, &public_id))
        .collect();
    Ok(Done {
        result: json!({
            "success": true,
            "status": "undone",
            "reverted": told,
            "tasks": tasks,
        }),
        receipts: receipts.clone(),
        detail: Detail::Undone { receipts, reverted },
    })
}

/// The changes to take back, newest first.
async fn chosen(context: &ToolContext<'_>, target: UndoTarget) -> Result<Vec<Change>, ToolError> {
    let owner = context.user.user.id;
    match target {
        UndoTarget::Newest { steps } => {
            let Some(conversation) = context.conversation else {
                return Err(ToolFailure::NothingToUndo.into());
            };
            let steps = usize::try_from(steps).unwrap_or(1);
            let batches =
                changes::newest_batches(context.tx, owner, conversation, steps, context.now)
                    .await?;
            let mut changes = Vec::new();
            for mut batch in batches {
                batch.sort_by_key(|change| std::cmp::Reverse(change.seq));
                changes.append(&mut batch);
            }
            if changes.is_empty() {
                return Err(ToolFailure::NothingToUndo.into());
            }
            Ok(changes)
        }
        UndoTarget::Token(token) => {
            let change = changes::by_token(context.tx, owner, token)
                .await?
                .ok_or(ToolFailure::NothingToUndo)?;
            if change.undone {
                return Err(ToolFailure::AlreadyUndone.into());
            }
            if change.receipt.expires_at <= context.now {
                return Err(ToolFailure::UndoExpired.into());
            }
            Ok(vec![change])
        }
    }
}

/// One change to take back, and what that makes of its task.
struct Step<'c> {
    change: &'c Change,
    operation: Operation,
    before: Task,
    after: Task,
}

/// Works the whole reversal out before anything is written, so that it happens as a whole or not at all.
async fn plan<'c>(
    context: &ToolContext<'_>,
    changes: &'c [Change],
    force: bool,
) -> Result<Vec<Step<'c>>, ToolError> {
    let mut current = current_tasks(context, changes).await?;
    let mut steps = Vec::with_capacity(changes.len());
    for change in changes {
        let receipt = &change.receipt;
        let before = current
            .remove(&receipt.task_id)
            .ok_or(ToolFailure::NotFound(receipt.task_id))?;
        let untouched = receipt
            .after
            .as_deref()
            .is_none_or(|after| reversal::same_content(&before, after));
        if !untouched && !force {
            return Err(ToolFailure::ChangedSince {
                task: Box::new(before),
            }
            .into());
        }
        let after = reversal::reverted(receipt, &before, context.now);
        current.insert(receipt.task_id, after.clone());
        steps.push(Step {
            change,
            operation: reversal::operation(receipt.operation, &before, &after),
            before,
            after,
        });
    }
    Ok(steps)
}

async fn current_tasks(
    context: &ToolContext<'_>,
    changes: &[Change],
) -> Result<HashMap<TaskId, Task>, StorageError> {
    let mut ids: Vec<TaskId> = changes
        .iter()
        .map(|change| change.receipt.task_id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let tasks = tasks::get_many(context.tx, context.user.user.id, &ids).await?;
    Ok(tasks.into_iter().map(|task| (task.id, task)).collect())
}

async fn take_back(
    context: &ToolContext<'_>,
    step: &Step<'_>,
) -> Result<Option<Receipt>, StorageError> {
    let owner = context.user.user.id;
    let receipt = &step.change.receipt;
    changes::mark_token_undone(context.tx, owner, receipt.undo_token, context.now).await?;
    match receipt.operation {
        Operation::Completed if step.before.recurrence.is_some() => {
            completions::delete_newest(context.tx, owner, receipt.task_id).await?;
        }
        Operation::Reopened if step.after.recurrence.is_some() => {
            // Done after all, as it was: a series that had ended knows when, one that moved on when it last changed.
            let then = receipt.before.as_deref().map(|done| done.updated_at);
            let at = step.after.completed_at.or(then).unwrap_or(context.now);
            let occurrence = step.before.due.as_ref();
            completions::insert(context.tx, owner, receipt.task_id, occurrence, at).await?;
        }
        _ => {}
    }
    if reversal::same_content(&step.before, &step.after) {
        return Ok(None);
    }
    record::reversal(
        context,
        step.change,
        step.operation,
        &step.before,
        &step.after,
    )
    .await
    .map(Some)
}
