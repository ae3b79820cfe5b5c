//! "Bring it back", "restore them", "undo the deletion": whoever says so wants to have a task. What was created or
//! brought back already stays where it is; only what was deleted, completed or changed is taken back.

use tasktalk_domain::{Command, Operation, Receipt, Task, TaskId, search_words};
use tasktalk_storage::{StorageError, tasks};

use super::questions;
use crate::{
    pipeline::{Memory, Plan, Problem, Step},
    tools::{Tool, ToolContext, Undo, UndoTarget},
};

pub(super) async fn plan(
    context: &ToolContext<'_>,
    memory: &Memory,
    message: &str,
    command: Command,
    sure: bool,
) -> Result<Plan, StorageError> {
    let lost = losses(context, memory, message).await?;
    if lost.is_empty() {
        return Ok(Plan::refuse(command, Problem::NothingToBringBack));
    }
    if !sure {
        let pending = questions::confirm_undo(context, &command);
        return Ok(Plan::ask(command, pending));
    }
    Ok(Plan::new(command, Step::Run(taking_back(&lost, false))))
}

/// The calls for an answer to "undo anyway?", on these tasks only.
pub(super) async fn anyway(
    context: &ToolContext<'_>,
    memory: &Memory,
    tasks: &[TaskId],
) -> Result<Vec<Tool>, StorageError> {
    let mut lost = losses(context, memory, "").await?;
    lost.retain(|receipt| tasks.contains(&receipt.task_id));
    Ok(taking_back(&lost, true))
}

fn taking_back(lost: &[Receipt], force: bool) -> Vec<Tool> {
    lost.iter()
        .map(|receipt| {
            Tool::Undo(Undo {
                target: UndoTarget::Token(receipt.undo_token),
                force,
            })
        })
        .collect()
}

/// The changes that can be meant, newest first: those of the turn that changed something last, otherwise the newest
/// deletions whose tasks still lie in the trash. Once something was brought back, nothing before it is meant any more:
/// whoever says "bring it back" again means the same task.
async fn losses(
    context: &ToolContext<'_>,
    memory: &Memory,
    message: &str,
) -> Result<Vec<Receipt>, StorageError> {
    let deletions_only = speaks_of_deleting(message);
    let mut turns: Vec<Vec<Receipt>> = memory
        .receipts()?
        .into_iter()
        .take_while(|receipts| !receipts.iter().all(brings_back))
        .collect();
    for (age, receipts) in turns.iter_mut().enumerate() {
        receipts.retain(|receipt| match receipt.operation {
            Operation::Deleted => true,
            Operation::Completed | Operation::Updated => age == 0 && !deletions_only,
            Operation::Created | Operation::Reopened | Operation::Restored => false,
        });
        receipts.reverse();
    }
    let ids: Vec<TaskId> = turns
        .iter()
        .flatten()
        .map(|receipt| receipt.task_id)
        .collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let tasks = tasks::get_many(context.tx, context.user.user.id, &ids).await?;
    let still = |receipt: &Receipt| {
        let task = tasks.iter().find(|task| task.id == receipt.task_id);
        task.is_some_and(|task| stands(receipt, task))
    };
    Ok(turns
        .into_iter()
        .map(|mut receipts| {
            receipts.retain(still);
            receipts
        })
        .find(|receipts| !receipts.is_empty())
        .unwrap_or_default())
}

fn brings_back(receipt: &Receipt) -> bool {
    matches!(receipt.operation, Operation::Restored | Operation::Reopened)
}

/// Whether there is still something of a change to take back.
fn stands(receipt: &Receipt, task: &Task) -> bool {
    match receipt.operation {
        Operation::Deleted => task.deleted_at.is_some(),
        _ => task.deleted_at.is_none(),
    }
}

fn speaks_of_deleting(message: &str) -> bool {
    const WORDS: [&str; 12] = [
        "delete", "deleted", "deleting", "deletion", "recover", "removal", "remove", "removed",
        "removing", "restore", "trash", "undelete",
    ];
    search_words::of_text(message)
        .iter()
        .any(|word| WORDS.contains(&word.as_str()))
}
