//! Failed attempts to sign in, counted per account and per address.

use jiff::{SignedDuration, Timestamp};

use crate::{
    Result, Snapshot, Transaction,
    row::Row,
    value::{Value, limit, list_length, parameters, placeholders},
};

/// How many old records [`prune`] removes at once.
const PRUNED_AT_ONCE: usize = 500;

/// The failures under one key, such as `account:anna@example.com` or `address:192.0.2.1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempts {
    /// The key.
    pub key: String,
    /// How many failed since `first_at`.
    pub failures: i64,
    /// When the first of these failed.
    pub first_at: Timestamp,
    /// Until when no further attempt is taken.
    pub blocked_until: Option<Timestamp>,
}

/// When failures block further attempts.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// Failures longer ago than this are forgotten.
    pub window: SignedDuration,
    /// So many failures within the window are free; each further one blocks.
    pub free: i64,
    /// For how long it blocks.
    pub block_for: SignedDuration,
}

/// The columns of a record, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "key, failures, first_at, blocked_until"
    };
}

/// The records under these keys, as far as there are any.
pub async fn get(s: &Snapshot<'_>, keys: &[&str]) -> Result<Vec<Attempts>> {
    let Some(last) = keys.last() else {
        return Ok(Vec::new());
    };
    let length = list_length(keys.len());
    let sql = format!(
        concat!(
            "SELECT ",
            columns!(),
            " FROM login_attempts WHERE key IN ({})"
        ),
        placeholders(1, length)
    );
    let mut parameters: Vec<Value> = keys.iter().map(|key| Value::from(*key)).collect();
    parameters.resize(length, Value::from(*last));
    s.all(sql, parameters, read).await
}

/// Counts a failure, and says what has come of it.
pub async fn record_failure(
    tx: &Transaction<'_>,
    key: &str,
    now: Timestamp,
    policy: Policy,
) -> Result<Attempts> {
    let window_began = now.saturating_sub(policy.window).unwrap_or(Timestamp::MIN);
    let blocked_until = now
        .saturating_add(policy.block_for)
        .unwrap_or(Timestamp::MAX);
    let first_blocks = (policy.free < 1).then_some(blocked_until);
    tx.one(
        concat!(
            "INSERT INTO login_attempts (key, failures, first_at, last_at, blocked_until) \
             VALUES ($1, 1, $2, $2, $5) \
             ON CONFLICT (key) DO UPDATE SET \
             failures = CASE WHEN login_attempts.first_at < $3 THEN 1 \
             ELSE login_attempts.failures + 1 END, \
             first_at = CASE WHEN login_attempts.first_at < $3 THEN excluded.first_at \
             ELSE login_attempts.first_at END, \
             blocked_until = CASE WHEN login_attempts.first_at < $3 THEN excluded.blocked_until \
             WHEN login_attempts.failures >= $6 THEN CAST($4 AS BIGINT) \
             ELSE login_attempts.blocked_until END, \
             last_at = excluded.last_at \
             RETURNING ",
            columns!()
        ),
        parameters![
            key,
            now,
            window_began,
            blocked_until,
            first_blocks,
            policy.free,
        ],
        read,
    )
    .await
}

/// Notes that something happened under a key at this instant, with no failure: `first_at` says when it last did.
pub async fn remember(tx: &Transaction<'_>, key: &str, now: Timestamp) -> Result<()> {
    tx.defer(
        "INSERT INTO login_attempts (key, failures, first_at, last_at) VALUES ($1, 0, $2, $2) \
         ON CONFLICT (key) DO UPDATE SET \
         first_at = excluded.first_at, last_at = excluded.last_at",
        parameters![key, now],
    )
    .await
}

/// Forgets the failures under a key: someone has signed in.
pub async fn clear(tx: &Transaction<'_>, key: &str) -> Result<()> {
    tx.defer(
        "DELETE FROM login_attempts WHERE key = $1",
        parameters![key],
    )
    .await
}

/// Forgets records in which nothing has happened since this instant, at most five hundred; says how many it found.
pub async fn prune(tx: &Transaction<'_>, before: Timestamp) -> Result<u64> {
    let old = tx
        .all(
            "SELECT key FROM login_attempts WHERE last_at < $1 ORDER BY last_at LIMIT $2",
            parameters![before, limit(PRUNED_AT_ONCE)],
            |row| row.text("key"),
        )
        .await?;
    let found = old.len() as u64;
    for key in old {
        tx.defer(
            "DELETE FROM login_attempts WHERE key = $1 AND last_at < $2",
            parameters![key, before],
        )
        .await?;
    }
    Ok(found)
}

fn read(row: &mut Row<'_>) -> Result<Attempts> {
    Ok(Attempts {
        key: row.text("key")?,
        failures: row.integer("failures")?,
        first_at: row.instant("first_at")?,
        blocked_until: row.optional_instant("blocked_until")?,
    })
}
