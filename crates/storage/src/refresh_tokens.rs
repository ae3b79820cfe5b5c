//! Refresh tokens: each is used once and replaced by the next of its family. A family is a session.

use jiff::Timestamp;
use tasktalk_domain::UserId;
use uuid::Uuid;

use crate::{
    Result, Snapshot, Transaction,
    row::Row,
    value::{limit, parameters},
};

/// How many old tokens [`prune`] removes at once.
const PRUNED_AT_ONCE: usize = 500;

/// A refresh token, known by its hash only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshToken {
    /// Its id.
    pub id: Uuid,
    /// The session it belongs to.
    pub family: Uuid,
    /// Whose it is.
    pub user: UserId,
    /// The SHA-256 of the token, in hexadecimal.
    pub token_hash: String,
    /// The token that replaced it.
    pub successor: Option<Uuid>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it can be used.
    pub expires_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// The columns of a token, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "id, family, user_id, token_hash, successor, created_at, expires_at, used_at, revoked_at"
    };
}

/// Stores a new token.
pub async fn insert(tx: &Transaction<'_>, token: &RefreshToken) -> Result<()> {
    tx.defer(
        concat!(
            "INSERT INTO refresh_tokens (",
            columns!(),
            ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        parameters![
            token.id,
            token.family,
            token.user,
            token.token_hash.as_str(),
            token.successor,
            token.created_at,
            token.expires_at,
            token.used_at,
            token.revoked_at,
        ],
    )
    .await
}

/// The token with this hash. Of two that use it at the same time, the second sees it as used only if both have locked
/// its user ([`crate::users::lock`]) and look again after that.
pub async fn by_hash(s: &Snapshot<'_>, token_hash: &str) -> Result<Option<RefreshToken>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            " FROM refresh_tokens WHERE token_hash = $1"
        ),
        parameters![token_hash],
        read,
    )
    .await
}

/// Uses a token up; false when it was used or revoked before.
pub async fn mark_used(
    tx: &Transaction<'_>,
    owner: UserId,
    id: Uuid,
    successor: Uuid,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx
        .execute(
            "UPDATE refresh_tokens SET used_at = $4, successor = $3 \
             WHERE user_id = $1 AND id = $2 AND used_at IS NULL AND revoked_at IS NULL",
            parameters![owner, id, successor, now],
        )
        .await?;
    Ok(changed > 0)
}

/// Ends a session.
pub async fn revoke_family(
    tx: &Transaction<'_>,
    owner: UserId,
    family: Uuid,
    now: Timestamp,
) -> Result<()> {
    tx.defer(
        "UPDATE refresh_tokens SET revoked_at = $3 \
         WHERE user_id = $1 AND family = $2 AND revoked_at IS NULL",
        parameters![owner, family, now],
    )
    .await
}

/// Ends all sessions of a user.
pub async fn revoke_all(tx: &Transaction<'_>, owner: UserId, now: Timestamp) -> Result<()> {
    tx.defer(
        "UPDATE refresh_tokens SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL",
        parameters![owner, now],
    )
    .await
}

/// Whether a session goes on: it has a token that is neither revoked nor expired.
pub async fn family_is_live(
    s: &Snapshot<'_>,
    owner: UserId,
    family: Uuid,
    now: Timestamp,
) -> Result<bool> {
    let live = s
        .optional(
            "SELECT id FROM refresh_tokens WHERE user_id = $1 AND family = $2 \
             AND revoked_at IS NULL AND expires_at > $3 LIMIT 1",
            parameters![owner, family, now],
            |row| row.uuid("id"),
        )
        .await?;
    Ok(live.is_some())
}

/// Forgets tokens that expired before this instant, at most five hundred; says how many it found.
pub async fn prune(tx: &Transaction<'_>, before: Timestamp) -> Result<u64> {
    let old = tx
        .all(
            "SELECT user_id, id FROM refresh_tokens WHERE expires_at < $1 \
             ORDER BY expires_at LIMIT $2",
            parameters![before, limit(PRUNED_AT_ONCE)],
            |row| Ok((row.integer("user_id")?, row.uuid("id")?)),
        )
        .await?;
    let found = old.len() as u64;
    for (owner, id) in old {
        tx.defer(
            "DELETE FROM refresh_tokens WHERE user_id = $1 AND id = $2",
            parameters![owner, id],
        )
        .await?;
    }
    Ok(found)
}

fn read(row: &mut Row<'_>) -> Result<RefreshToken> {
    Ok(RefreshToken {
        id: row.uuid("id")?,
        family: row.uuid("family")?,
        user: UserId(row.integer("user_id")?),
        token_hash: row.text("token_hash")?,
        successor: row.optional_uuid("successor")?,
        created_at: row.instant("created_at")?,
        expires_at: row.instant("expires_at")?,
        used_at: row.optional_instant("used_at")?,
        revoked_at: row.optional_instant("revoked_at")?,
    })
}
