//! Answers kept under the key their request came with, so that a retry acts once.

use jiff::Timestamp;
use tasktalk_domain::UserId;

use crate::{
    Result, Snapshot, StorageError, Transaction,
    value::{limit, parameters},
};

/// How many old answers [`prune`] removes at once.
const PRUNED_AT_ONCE: usize = 500;

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The fingerprint of the request it answered.
    pub request_hash: String,
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
    /// When.
    pub at: Timestamp,
}

/// The answer that was given under this key.
pub async fn find(s: &Snapshot<'_>, owner: UserId, key: &str) -> Result<Option<Stored>> {
    s.optional(
        "SELECT request_hash, status, body, at FROM idempotency_keys \
         WHERE user_id = $1 AND key = $2",
        parameters![owner, key],
        |row| {
            Ok(Stored {
                request_hash: row.text("request_hash")?,
                status: u16::try_from(row.integer("status")?)
                    .map_err(|error| StorageError::corrupt("status", error))?,
                body: row.text("body")?,
                at: row.instant("at")?,
            })
        },
    )
    .await
}

/// Keeps an answer. A [`crate::Conflict::IdempotencyKey`], at the latest when committing, when there is one already.
pub async fn store(
    tx: &Transaction<'_>,
    owner: UserId,
    key: &str,
    request_hash: &str,
    status: u16,
    body: &str,
    now: Timestamp,
) -> Result<()> {
    tx.defer(
        "INSERT INTO idempotency_keys (user_id, key, request_hash, status, body, at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        parameters![owner, key, request_hash, i64::from(status), body, now],
    )
    .await
}

/// The same for an answer that matters only as long as there is no other under this key.
pub async fn store_if_none(
    tx: &Transaction<'_>,
    owner: UserId,
    key: &str,
    request_hash: &str,
    status: u16,
    body: &str,
    now: Timestamp,
) -> Result<()> {
    tx.defer(
        "INSERT INTO idempotency_keys (user_id, key, request_hash, status, body, at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        parameters![owner, key, request_hash, i64::from(status), body, now],
    )
    .await
}

/// Forgets what was kept under this key, so that another answer can be.
pub async fn forget(tx: &Transaction<'_>, owner: UserId, key: &str) -> Result<()> {
    tx.defer(
        "DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2",
        parameters![owner, key],
    )
    .await
}

/// Forgets answers from before this instant, oldest first, at most five hundred; says how many it found.
pub async fn prune(tx: &Transaction<'_>, before: Timestamp) -> Result<u64> {
    let old = tx
        .all(
            "SELECT user_id, key FROM idempotency_keys WHERE at < $1 ORDER BY at LIMIT $2",
            parameters![before, limit(PRUNED_AT_ONCE)],
            |row| Ok((row.integer("user_id")?, row.text("key")?)),
        )
        .await?;
    let found = old.len() as u64;
    for (owner, key) in old {
        tx.defer(
            "DELETE FROM idempotency_keys WHERE user_id = $1 AND key = $2 AND at < $3",
            parameters![owner, key, before],
        )
        .await?;
    }
    Ok(found)
}
