//! The record of a repeating task's occurrences that were done.

use jiff::Timestamp;
use tasktalk_domain::{Due, TaskId, UserId};

use crate::{Result, Snapshot, StorageError, Transaction, value::parameters};

/// One time that a task was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Which occurrence: where the series had it.
    pub occurrence: Option<Due>,
    /// When it was done.
    pub completed_at: Timestamp,
}

/// Records that a task was done.
pub async fn insert(
    tx: &Transaction<'_>,
    owner: UserId,
    task: TaskId,
    occurrence: Option<&Due>,
    at: Timestamp,
) -> Result<()> {
    let occurrence = occurrence
        .map(serde_json::to_string)
        .transpose()
        .map_err(StorageError::driver)?;
    tx.defer(
        "INSERT INTO completions (user_id, task_id, nth, occurrence, completed_at) \
         VALUES ($1, $2, (SELECT COALESCE(MAX(nth), 0) + 1 FROM completions \
         WHERE user_id = $1 AND task_id = $2), $3, $4)",
        parameters![owner, task, occurrence, at],
    )
    .await
}

/// The last time a task was done.
pub async fn last(s: &Snapshot<'_>, owner: UserId, task: TaskId) -> Result<Option<Completion>> {
    s.optional(
        "SELECT occurrence, completed_at FROM completions WHERE user_id = $1 AND task_id = $2 \
         ORDER BY nth DESC LIMIT 1",
        parameters![owner, task],
        |row| {
            Ok(Completion {
                occurrence: row.optional_json("occurrence")?,
                completed_at: row.instant("completed_at")?,
            })
        },
    )
    .await
}

/// Takes the last record back.
pub async fn delete_newest(tx: &Transaction<'_>, owner: UserId, task: TaskId) -> Result<()> {
    tx.defer(
        "DELETE FROM completions WHERE user_id = $1 AND task_id = $2 AND nth = \
         (SELECT MAX(nth) FROM completions WHERE user_id = $1 AND task_id = $2)",
        parameters![owner, task],
    )
    .await
}
