//! How many tokens of a language model a person has used, day by day (UTC).

use jiff::civil::Date;
use tasktalk_domain::UserId;

use crate::{
    Result, Snapshot, Transaction,
    value::{limit, parameters},
};

/// How many days [`prune`] removes at once.
const PRUNED_AT_ONCE: usize = 500;

/// The tokens that were used, or are reserved, on a day.
pub async fn tokens_on(s: &Snapshot<'_>, owner: UserId, day: Date) -> Result<i64> {
    let used = s
        .optional(
            "SELECT tokens FROM model_usage WHERE user_id = $1 AND day = $2",
            parameters![owner, day.to_string()],
            |row| row.integer("tokens"),
        )
        .await?;
    Ok(used.unwrap_or(0))
}

/// Adds tokens to a day; takes a reservation back when there are fewer than none.
pub async fn add(tx: &Transaction<'_>, owner: UserId, day: Date, tokens: i64) -> Result<()> {
    tx.defer(
        "INSERT INTO model_usage (user_id, day, tokens) VALUES ($1, $2, $3) \
         ON CONFLICT (user_id, day) DO UPDATE SET tokens = model_usage.tokens + excluded.tokens",
        parameters![owner, day.to_string(), tokens],
    )
    .await
}

/// Forgets days before this one, the oldest first, at most five hundred; says how many.
pub async fn prune(tx: &Transaction<'_>, before: Date) -> Result<u64> {
    let old = tx
        .all(
            "SELECT user_id, day FROM model_usage WHERE day < $1 ORDER BY day LIMIT $2",
            parameters![before.to_string(), limit(PRUNED_AT_ONCE)],
            |row| Ok((row.integer("user_id")?, row.text("day")?)),
        )
        .await?;
    let found = old.len() as u64;
    for (owner, day) in old {
        tx.defer(
            "DELETE FROM model_usage WHERE user_id = $1 AND day = $2",
            parameters![owner, day],
        )
        .await?;
    }
    Ok(found)
}
