//! Personal access tokens, for scripts and agents.

use jiff::Timestamp;
use tasktalk_domain::{User, UserId};
use uuid::Uuid;

use crate::{Result, Snapshot, Transaction, row::Row, users, value::parameters};

/// A personal access token, known by its hash only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessToken {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub owner: UserId,
    /// What its owner calls it.
    pub name: String,
    /// How the token begins, to recognise it by.
    pub prefix: String,
    /// The SHA-256 of the token, in hexadecimal.
    pub token_hash: String,
    /// What it may do, separated by spaces.
    pub scopes: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it works; `None` for ever.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, as far as that was noted.
    pub last_used_at: Option<Timestamp>,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
}

/// The columns of a token, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "id, user_id, name, prefix, token_hash, scopes, created_at, expires_at, last_used_at, revoked_at"
    };
}

/// Stores a new token.
pub async fn insert(tx: &Transaction<'_>, token: &AccessToken) -> Result<()> {
    tx.defer(
        concat!(
            "INSERT INTO access_tokens (",
            columns!(),
            ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        parameters![
            token.id,
            token.owner,
            token.name.as_str(),
            token.prefix.as_str(),
            token.token_hash.as_str(),
            token.scopes.as_str(),
            token.created_at,
            token.expires_at,
            token.last_used_at,
            token.revoked_at,
        ],
    )
    .await
}

/// The token with this hash and its owner, revoked or expired as they may be.
pub async fn by_hash(s: &Snapshot<'_>, token_hash: &str) -> Result<Option<(AccessToken, User)>> {
    let token = s
        .optional(
            concat!(
                "SELECT ",
                columns!(),
                " FROM access_tokens WHERE token_hash = $1"
            ),
            parameters![token_hash],
            read,
        )
        .await?;
    let Some(token) = token else {
        return Ok(None);
    };
    let owner = users::by_id(s, token.owner).await?;
    Ok(owner.map(|owner| (token, owner)))
}

/// Whether a token of this owner works at this instant.
pub async fn is_live(s: &Snapshot<'_>, owner: UserId, id: Uuid, now: Timestamp) -> Result<bool> {
    let live = s
        .optional(
            "SELECT id FROM access_tokens WHERE user_id = $1 AND id = $2 AND revoked_at IS NULL \
             AND (expires_at IS NULL OR expires_at > $3)",
            parameters![owner, id, now],
            |row| row.uuid("id"),
        )
        .await?;
    Ok(live.is_some())
}

/// All tokens of a user that were not revoked, oldest first.
pub async fn list(s: &Snapshot<'_>, owner: UserId) -> Result<Vec<AccessToken>> {
    s.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM access_tokens WHERE user_id = $1 AND revoked_at IS NULL ORDER BY id"
        ),
        parameters![owner],
        read,
    )
    .await
}

/// Revokes a token; false when its owner has no such token, or has revoked it before.
pub async fn revoke(tx: &Transaction<'_>, owner: UserId, id: Uuid, now: Timestamp) -> Result<bool> {
    let changed = tx
        .execute(
            "UPDATE access_tokens SET revoked_at = $3 \
             WHERE user_id = $1 AND id = $2 AND revoked_at IS NULL",
            parameters![owner, id, now],
        )
        .await?;
    Ok(changed > 0)
}

/// Notes that a token was used.
pub async fn touch(tx: &Transaction<'_>, owner: UserId, id: Uuid, at: Timestamp) -> Result<()> {
    tx.defer(
        "UPDATE access_tokens SET last_used_at = $3 WHERE user_id = $1 AND id = $2",
        parameters![owner, id, at],
    )
    .await
}

fn read(row: &mut Row<'_>) -> Result<AccessToken> {
    Ok(AccessToken {
        id: row.uuid("id")?,
        owner: UserId(row.integer("user_id")?),
        name: row.text("name")?,
        prefix: row.text("prefix")?,
        token_hash: row.text("token_hash")?,
        scopes: row.text("scopes")?,
        created_at: row.instant("created_at")?,
        expires_at: row.optional_instant("expires_at")?,
        last_used_at: row.optional_instant("last_used_at")?,
        revoked_at: row.optional_instant("revoked_at")?,
    })
}
