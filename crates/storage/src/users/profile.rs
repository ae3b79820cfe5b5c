//! Changing what is known about a person.

use jiff::Timestamp;
use serde_json::Value;
use tasktalk_domain::{Change, Email, Locale, User, UserId, Zone};

use super::{columns, read};
use crate::{Result, Transaction, value::parameters};

/// What shall change about a profile.
#[derive(Clone, Debug, Default)]
pub struct ProfilePatch {
    /// A new name, or none.
    pub name: Change<String>,
    /// A new time zone, or the server's.
    pub timezone: Change<Zone>,
    /// A new locale, or the default.
    pub locale: Change<Locale>,
    /// The page's new settings, all of them.
    pub settings: Option<Value>,
    /// Whether a language model may get the person's messages and tasks.
    pub model_consent: Option<bool>,
}

/// Changes a profile; `None` when there is no such user.
pub async fn update_profile(
    tx: &Transaction<'_>,
    id: UserId,
    patch: ProfilePatch,
    now: Timestamp,
) -> Result<Option<User>> {
    tx.optional(
        concat!(
            "UPDATE users SET \
             name = CASE WHEN $2 THEN name ELSE $3 END, \
             timezone = CASE WHEN $4 THEN timezone ELSE $5 END, \
             locale = CASE WHEN $6 THEN locale ELSE $7 END, \
             settings = COALESCE($8, settings), \
             model_consent = COALESCE($9, model_consent), \
             updated_at = $10 \
             WHERE id = $1 AND deleted_at IS NULL RETURNING ",
            columns!()
        ),
        parameters![
            id,
            patch.name.is_keep(),
            patch.name.apply(None),
            patch.timezone.is_keep(),
            patch.timezone.apply(None).map(String::from),
            patch.locale.is_keep(),
            patch.locale.apply(None).map(String::from),
            patch.settings.map(|settings| settings.to_string()),
            patch.model_consent,
            now,
        ],
        read,
    )
    .await
}

/// Gives the terminal's own user an address and a password; `None` when it has a way to sign in already.
pub async fn claim(
    tx: &Transaction<'_>,
    id: UserId,
    email: &Email,
    password_hash: &str,
    name: Option<&str>,
    timezone: Option<&Zone>,
    now: Timestamp,
) -> Result<Option<User>> {
    tx.optional(
        concat!(
            "UPDATE users SET email = $2, password_hash = $3, name = COALESCE($4, name), \
             timezone = COALESCE($5, timezone), updated_at = $6 \
             WHERE id = $1 AND email IS NULL AND external_id IS NULL AND password_hash IS NULL \
             AND deleted_at IS NULL RETURNING ",
            columns!()
        ),
        parameters![
            id,
            email.as_str(),
            password_hash,
            name,
            timezone.map(Zone::name),
            now,
        ],
        read,
    )
    .await
}

/// Stores a new hashed password.
pub async fn set_password_hash(
    tx: &Transaction<'_>,
    id: UserId,
    password_hash: &str,
    now: Timestamp,
) -> Result<()> {
    tx.defer(
        "UPDATE users SET password_hash = $2, updated_at = $3 WHERE id = $1",
        parameters![id, password_hash, now],
    )
    .await
}

/// Notes that the person wants to be erased. From then on [`super::lock`] does not find the user.
pub async fn mark_deleted(tx: &Transaction<'_>, id: UserId, now: Timestamp) -> Result<()> {
    tx.defer(
        "UPDATE users SET deleted_at = $2, updated_at = $2 WHERE id = $1 AND deleted_at IS NULL",
        parameters![id, now],
    )
    .await
}
