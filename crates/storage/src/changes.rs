//! What was changed, so that it can be taken back.
//!
//! Every change belongs to a batch: what one turn, or one request, did. A reversal is a change as well, marked as one,
//! so that the next "undo" goes further back instead of back and forth.

use std::collections::HashSet;

use jiff::Timestamp;
use tasktalk_domain::{ConversationId, Operation, Receipt, Task, TaskId, UserId};
use uuid::Uuid;

use crate::{
    Result, Snapshot, StorageError, Transaction,
    row::Row,
    users::LockedUser,
    value::{Value, list_length, parameters, placeholders},
};

/// One change of one task.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What was done together with it.
    pub batch: Uuid,
    /// Its place among its owner's changes; later ones have higher numbers.
    pub seq: i64,
    /// Where it was asked for.
    pub conversation: Option<ConversationId>,
    /// What was changed.
    pub receipt: Receipt,
    /// Whether it took another change back.
    pub reversal: bool,
    /// Whether it was taken back.
    pub undone: bool,
}

/// Most undo tokens in one statement of [`undone`].
const TOKENS_AT_ONCE: usize = 64;

/// The columns of a change, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "batch, seq, conversation_id, operation, task_id, title, before, after, undo_token, expires_at, \
         reversal, undone_at"
    };
}

/// Records a change.
pub async fn insert(
    tx: &Transaction<'_>,
    owner: UserId,
    locked: &LockedUser,
    batch: Uuid,
    conversation: Option<ConversationId>,
    receipt: &Receipt,
) -> Result<()> {
    record(tx, owner, locked, batch, conversation, receipt, false).await
}

/// Records a change that took another one back: "undo" passes over it, its own undo token works.
pub async fn insert_reversal(
    tx: &Transaction<'_>,
    owner: UserId,
    locked: &LockedUser,
    batch: Uuid,
    conversation: Option<ConversationId>,
    receipt: &Receipt,
) -> Result<()> {
    record(tx, owner, locked, batch, conversation, receipt, true).await
}

async fn record(
    tx: &Transaction<'_>,
    owner: UserId,
    locked: &LockedUser,
    batch: Uuid,
    conversation: Option<ConversationId>,
    receipt: &Receipt,
    reversal: bool,
) -> Result<()> {
    tx.defer(
        concat!(
            "INSERT INTO changes (user_id, ",
            columns!(),
            ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL)"
        ),
        parameters![
            owner,
            batch,
            locked.next_change(),
            conversation,
            receipt.operation.as_str(),
            receipt.task_id,
            receipt.title.as_str(),
            json(receipt.before.as_deref())?,
            json(receipt.after.as_deref())?,
            receipt.undo_token,
            receipt.expires_at,
            reversal,
        ],
    )
    .await
}

/// The newest `count` batches of a conversation that can still be undone, newest first; within a batch the first
/// change comes first. Left out are reversals, what was undone, and what has expired.
pub async fn newest_batches(
    s: &Snapshot<'_>,
    owner: UserId,
    conversation: ConversationId,
    count: usize,
    now: Timestamp,
) -> Result<Vec<Vec<Change>>> {
    let mut batches = Vec::new();
    let mut before = i64::MAX;
    while batches.len() < count {
        let batch: Vec<Change> = s
            .all(
                concat!(
                    "SELECT ",
                    columns!(),
                    " FROM changes WHERE user_id = $1 AND batch = \
                     (SELECT batch FROM changes WHERE user_id = $1 AND conversation_id = $2 \
                     AND undone_at IS NULL AND NOT reversal AND expires_at > $3 AND seq < $4 \
                     ORDER BY seq DESC LIMIT 1) \
                     AND undone_at IS NULL AND NOT reversal AND expires_at > $3 ORDER BY seq"
                ),
                parameters![owner, conversation, now, before],
                read,
            )
            .await?;
        match batch.first() {
            Some(first) => before = first.seq,
            None => break,
        }
        batches.push(batch);
    }
    Ok(batches)
}

/// The change that an undo token stands for, undone or expired as it may be.
pub async fn by_token(s: &Snapshot<'_>, owner: UserId, token: Uuid) -> Result<Option<Change>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            " FROM changes WHERE user_id = $1 AND undo_token = $2"
        ),
        parameters![owner, token],
        read,
    )
    .await
}

/// Which of these undo tokens stand for changes that were taken back.
pub async fn undone(s: &Snapshot<'_>, owner: UserId, tokens: &[Uuid]) -> Result<HashSet<Uuid>> {
    let parts = tokens
        .chunks(TOKENS_AT_ONCE)
        .map(|part| some_undone(s, owner, part));
    let found = futures_util::future::try_join_all(parts).await?;
    Ok(found.into_iter().flatten().collect())
}

async fn some_undone(s: &Snapshot<'_>, owner: UserId, tokens: &[Uuid]) -> Result<Vec<Uuid>> {
    let length = list_length(tokens.len());
    let mut parameters = parameters![owner];
    parameters.extend(tokens.iter().map(|token| Value::from(*token)));
    parameters.resize(
        length + 1,
        parameters.last().cloned().unwrap_or(Value::Null),
    );
    let sql = format!(
        "SELECT undo_token FROM changes WHERE user_id = $1 AND undone_at IS NOT NULL AND undo_token IN ({})",
        placeholders(2, length)
    );
    s.all(sql, parameters, |row| row.uuid("undo_token")).await
}

/// Notes that a whole batch was taken back.
pub async fn mark_undone(
    tx: &Transaction<'_>,
    owner: UserId,
    batch: Uuid,
    now: Timestamp,
) -> Result<()> {
    tx.defer(
        "UPDATE changes SET undone_at = $3 WHERE user_id = $1 AND batch = $2 AND undone_at IS NULL",
        parameters![owner, batch, now],
    )
    .await
}

/// Notes that one change was taken back.
pub async fn mark_token_undone(
    tx: &Transaction<'_>,
    owner: UserId,
    token: Uuid,
    now: Timestamp,
) -> Result<()> {
    tx.defer(
        "UPDATE changes SET undone_at = $3 \
         WHERE user_id = $1 AND undo_token = $2 AND undone_at IS NULL",
        parameters![owner, token, now],
    )
    .await
}

/// Forgets one user's changes that expired before this instant.
pub async fn prune(tx: &Transaction<'_>, owner: UserId, before: Timestamp) -> Result<u64> {
    tx.execute(
        "DELETE FROM changes WHERE user_id = $1 AND expires_at < $2",
        parameters![owner, before],
    )
    .await
}

fn json(task: Option<&Task>) -> Result<Value> {
    let text = task
        .map(serde_json::to_string)
        .transpose()
        .map_err(StorageError::driver)?;
    Ok(text.into())
}

fn read(row: &mut Row<'_>) -> Result<Change> {
    Ok(Change {
        batch: row.uuid("batch")?,
        seq: row.integer("seq")?,
        conversation: row.optional_uuid("conversation_id")?.map(ConversationId),
        receipt: Receipt {
            operation: row.parsed("operation", |word| {
                Operation::parse(word).ok_or("not an operation")
            })?,
            task_id: row.integer("task_id").and_then(|id| {
                TaskId::try_from(id).map_err(|error| StorageError::corrupt("task_id", error))
            })?,
            title: row.text("title")?,
            before: row.optional_json("before")?,
            after: row.optional_json("after")?,
            undo_token: row.uuid("undo_token")?,
            expires_at: row.instant("expires_at")?,
        },
        reversal: row.boolean("reversal")?,
        undone: row.optional_integer("undone_at")?.is_some(),
    })
}
