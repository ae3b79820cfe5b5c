//! What happened to a user's tasks and conversations, numbered in the order of commits: the source of live updates.

use futures_util::future::try_join_all;
use jiff::Timestamp;
use tasktalk_domain::UserId;

use crate::{
    Result, Snapshot, Transaction,
    row::Row,
    users::LockedUser,
    value::{Value, limit, list_length, parameters, placeholders},
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
    /// What is told beside it, as JSON; `None` for most.
    pub data: Option<String>,
}

/// An event to record, with something to tell beside its object.
#[derive(Clone, Debug)]
pub struct NewEvent<'a> {
    /// What happened.
    pub kind: &'a str,
    /// To what.
    pub object_id: &'a str,
    /// The object's version afterwards.
    pub version: i64,
    /// When.
    pub at: Timestamp,
    /// What is told beside it, as JSON.
    pub data: Option<String>,
}

/// How many of a user's events are kept at least. Who was away for longer reads everything anew.
pub const KEPT: i64 = 10_000;
/// Old events are forgotten once in so many.
const FORGOTTEN_EVERY: i64 = 500;
/// Most users in one statement of [`newest_of`].
const USERS_AT_ONCE: usize = 256;

/// Records an event under the user's next number. Once in a while it forgets the oldest beyond [`KEPT`].
pub async fn append(
    tx: &Transaction<'_>,
    owner: UserId,
    locked: &LockedUser,
    kind: &str,
    object_id: &str,
    version: i64,
    at: Timestamp,
) -> Result<()> {
    let event = NewEvent {
        kind,
        object_id,
        version,
        at,
        data: None,
    };
    append_with_data(tx, owner, locked, event).await
}

/// Records an event as [`append`] does, with something to tell beside its object.
pub async fn append_with_data(
    tx: &Transaction<'_>,
    owner: UserId,
    locked: &LockedUser,
    event: NewEvent<'_>,
) -> Result<()> {
    let seq = locked.next_event();
    tx.defer(
        "INSERT INTO events (user_id, seq, kind, object_id, version, at, data) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        parameters![
            owner,
            seq,
            event.kind,
            event.object_id,
            event.version,
            event.at,
            event.data
        ],
    )
    .await?;
    if seq > KEPT && seq % FORGOTTEN_EVERY == 0 {
        tx.defer(
            "DELETE FROM events WHERE user_id = $1 AND seq <= $2",
            parameters![owner, seq - KEPT],
        )
        .await?;
    }
    Ok(())
}

/// The events after this number, oldest first, at most `most`.
pub async fn after(s: &Snapshot<'_>, owner: UserId, seq: i64, most: usize) -> Result<Vec<Event>> {
    s.all(
        "SELECT seq, kind, object_id, version, at, data FROM events WHERE user_id = $1 AND seq > $2 \
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

/// The number of the newest event of each of these users; those who are gone, or about to be erased, are left out.
pub async fn newest_of(s: &Snapshot<'_>, owners: &[UserId]) -> Result<Vec<(UserId, i64)>> {
    let parts = owners
        .chunks(USERS_AT_ONCE)
        .map(|part| some_newest(s, part));
    Ok(try_join_all(parts).await?.into_iter().flatten().collect())
}

async fn some_newest(s: &Snapshot<'_>, owners: &[UserId]) -> Result<Vec<(UserId, i64)>> {
    let length = list_length(owners.len());
    let mut parameters: Vec<Value> = owners.iter().map(|owner| Value::from(*owner)).collect();
    parameters.resize(length, parameters.last().cloned().unwrap_or(Value::Null));
    let sql = format!(
        "SELECT id, newest_event FROM users WHERE id IN ({}) AND deleted_at IS NULL",
        placeholders(1, length)
    );
    s.all(sql, parameters, |row| {
        Ok((UserId(row.integer("id")?), row.integer("newest_event")?))
    })
    .await
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
        data: row.optional_text("data")?,
    })
}
