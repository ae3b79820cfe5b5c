//! What happened to a user's tasks and conversations, numbered in the order of commits: the source of live updates.

use jiff::Timestamp;
use tasktalk_domain::UserId;

use crate::{
    Result, Snapshot, Transaction,
    row::Row,
    users::LockedUser,
    value::{limit, parameters},
};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its number among its owner's events, from 1.
    pub seq: i64,
    /// What happened, such as `task.created`.
    pub kind: String,
    /// To what: a task's number or a conversation's id.
    pub object_id: String,
    /// The object's version afterwards.
    pub version: i64,
    /// When.
    pub at: Timestamp,
}

/// Records an event under the user's next number.
pub async fn append(
    tx: &Transaction<'_>,
    owner: UserId,
    locked: &LockedUser,
    kind: &str,
    object_id: &str,
    version: i64,
    at: Timestamp,
) -> Result<()> {
    tx.defer(
        "INSERT INTO events (user_id, seq, kind, object_id, version, at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        parameters![owner, locked.next_event(), kind, object_id, version, at],
    )
    .await
}

/// The events after this number, oldest first, at most `most`.
pub async fn after(s: &Snapshot<'_>, owner: UserId, seq: i64, most: usize) -> Result<Vec<Event>> {
    s.all(
        "SELECT seq, kind, object_id, version, at FROM events WHERE user_id = $1 AND seq > $2 \
         ORDER BY seq LIMIT $3",
        parameters![owner, seq, limit(most)],
        read,
    )
    .await
}

/// The number of the user's newest event; 0 when there was none.
pub async fn newest(s: &Snapshot<'_>, owner: UserId) -> Result<i64> {
    let newest = s
        .optional(
            "SELECT newest_event FROM users WHERE id = $1",
            parameters![owner],
            |row| row.integer("newest_event"),
        )
        .await?;
    Ok(newest.unwrap_or(0))
}

/// Forgets one user's events from before this instant.
pub async fn prune(tx: &Transaction<'_>, owner: UserId, before: Timestamp) -> Result<u64> {
    tx.execute(
        "DELETE FROM events WHERE user_id = $1 AND at < $2",
        parameters![owner, before],
    )
    .await
}

fn read(row: &mut Row<'_>) -> Result<Event> {
    Ok(Event {
        seq: row.integer("seq")?,
        kind: row.text("kind")?,
        object_id: row.text("object_id")?,
        version: row.integer("version")?,
        at: row.instant("at")?,
    })
}
