//! Writing a change: the row, the receipt by which it can be taken back, and the event that tells other pages of it.

use jiff::Timestamp;
use tasktalk_domain::{ConversationId, Operation, Receipt, Task, receipt::UNDO_FOR};
use tasktalk_storage::{
    StorageError,
    changes::{self, Change},
    events, tasks,
};

use super::ToolContext;
use crate::reminders;

/// A copy of the task with the next version, for the caller to change.
pub(super) fn revised(context: &ToolContext<'_>, task: &Task) -> Task {
    Task {
        version: task.version + 1,
        updated_at: context.now,
        ..task.clone()
    }
}

/// Until when what happened at this instant can be taken back.
pub(super) fn undoable_until(at: Timestamp) -> Timestamp {
    at.saturating_add(UNDO_FOR).unwrap_or(Timestamp::MAX)
}

/// Writes one change and hands out its receipt.
pub(super) async fn change(
    context: &ToolContext<'_>,
    operation: Operation,
    before: Option<&Task>,
    after: &Task,
) -> Result<Receipt, StorageError> {
    write(
        context,
        context.conversation,
        operation,
        before,
        after,
        false,
    )
    .await
}

/// Writes a change that takes another one back.
///
/// Such a change is passed over when "undo" is said again. Taking a reversal back is an ordinary change again, in the
/// conversation of the reversal.
pub(super) async fn reversal(
    context: &ToolContext<'_>,
    of: &Change,
    operation: Operation,
    before: &Task,
    after: &Task,
) -> Result<Receipt, StorageError> {
    let conversation = of.conversation.or(context.conversation);
    let reversal = !of.reversal;
    write(
        context,
        conversation,
        operation,
        Some(before),
        after,
        reversal,
    )
    .await
}

async fn write(
    context: &ToolContext<'_>,
    conversation: Option<ConversationId>,
    operation: Operation,
    before: Option<&Task>,
    after: &Task,
    reversal: bool,
) -> Result<Receipt, StorageError> {
    let owner = context.user.user.id;
    match before {
        None => tasks::insert(context.tx, owner, after).await?,
        Some(before) => tasks::save(context.tx, owner, before, after).await?,
    }
    reminders::follow(
        context.tx,
        &context.user.user,
        context.clock,
        before,
        after,
        context.now,
    )
    .await?;
    let receipt = Receipt {
        operation,
        task_id: after.id,
        title: after.title.as_str().to_owned(),
        before: before.cloned().map(Box::new),
        after: Some(Box::new(after.clone())),
        undo_token: context.clock.random_id(),
        expires_at: undoable_until(context.now),
    };
    let (tx, user, batch) = (context.tx, context.user, context.batch);
    if reversal {
        changes::insert_reversal(tx, owner, user, batch, conversation, &receipt).await?;
    } else {
        changes::insert(tx, owner, user, batch, conversation, &receipt).await?;
    }
    events::append(
        tx,
        owner,
        user,
        &format!("task.{}", operation.as_str()),
        &after.id.to_string(),
        after.version,
        context.now,
    )
    .await?;
    context.known.remember([after]);
    Ok(receipt)
}
