//! Accounts, and the lock that every change of someone's data begins with.

mod locked;
mod profile;

use jiff::Timestamp;
use tasktalk_domain::{Email, Locale, User, UserId, Zone};

pub(crate) use self::locked::{Counters, store_counters};
pub use self::{
    locked::{LockedUser, lock},
    profile::{ProfilePatch, claim, mark_deleted, set_password_hash, update_profile},
};
use crate::{
    Result, Snapshot, Transaction,
    row::Row,
    value::{limit, parameters},
};

/// The columns of an account, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "id, external_id, email, name, timezone, locale, settings, model_consent, created_at, updated_at, \
         deleted_at"
    };
}
pub(crate) use columns;

/// Most accounts that [`due_for_erasure`] names at once.
const ERASED_AT_ONCE: usize = 100;

/// What a new account needs: nothing, in the case of the terminal's own user.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// The address to sign in with.
    pub email: Option<Email>,
    /// The subject of another app's tokens.
    pub external_id: Option<String>,
    /// How to address the person.
    pub name: Option<String>,
    /// The hashed password.
    pub password_hash: Option<String>,
    /// The person's time zone.
    pub timezone: Option<Zone>,
    /// The person's locale.
    pub locale: Option<Locale>,
}

/// Makes an account. A [`crate::Conflict`] when the address or the external id has one.
pub async fn create(tx: &Transaction<'_>, new: NewUser, now: Timestamp) -> Result<User> {
    tx.one(
        concat!(
            "INSERT INTO users (external_id, email, name, password_hash, timezone, locale, settings, \
             created_at, updated_at, reminders_planned) \
             VALUES ($1, $2, $3, $4, $5, $6, '{}', $7, $7, TRUE) RETURNING ",
            columns!()
        ),
        parameters![
            new.external_id,
            new.email.map(String::from),
            new.name,
            new.password_hash,
            new.timezone.map(String::from),
            new.locale.map(String::from),
            now,
        ],
        read,
    )
    .await
}

/// The account with this number, also when it is about to be erased.
pub async fn by_id(s: &Snapshot<'_>, id: UserId) -> Result<Option<User>> {
    s.optional(
        concat!("SELECT ", columns!(), " FROM users WHERE id = $1"),
        parameters![id],
        read,
    )
    .await
}

/// The account with this address, and its hashed password if it has one.
pub async fn by_email(s: &Snapshot<'_>, email: &Email) -> Result<Option<(User, Option<String>)>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            ", password_hash FROM users WHERE email = $1"
        ),
        parameters![email.as_str()],
        |row| Ok((read(row)?, row.optional_text("password_hash")?)),
    )
    .await
}

/// The account of this subject of another app's tokens.
pub async fn by_external_id(s: &Snapshot<'_>, external_id: &str) -> Result<Option<User>> {
    s.optional(
        concat!("SELECT ", columns!(), " FROM users WHERE external_id = $1"),
        parameters![external_id],
        read,
    )
    .await
}

/// The account with the lowest number: the one that the terminal works for.
pub async fn first(s: &Snapshot<'_>) -> Result<Option<User>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            " FROM users WHERE id > 0 AND deleted_at IS NULL ORDER BY id LIMIT 1"
        ),
        parameters![],
        read,
    )
    .await
}

/// The first account that nobody can sign in to: no address, no external id, no password. The terminal makes it, and
/// the first sign-up may take it over with [`claim`].
pub async fn claimable_first(s: &Snapshot<'_>) -> Result<Option<User>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            " FROM users WHERE email IS NULL AND external_id IS NULL AND password_hash IS NULL \
             AND deleted_at IS NULL ORDER BY id LIMIT 1"
        ),
        parameters![],
        read,
    )
    .await
}

/// Accounts by number, at most `most`, from the one after `after`.
pub async fn list(s: &Snapshot<'_>, after: Option<UserId>, most: usize) -> Result<Vec<User>> {
    s.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM users WHERE id > $1 ORDER BY id LIMIT $2"
        ),
        parameters![after.map_or(0, |user| user.0), limit(most)],
        read,
    )
    .await
}

/// Accounts whose erasure was asked for before this instant, longest ago first; a hundred at most.
pub async fn due_for_erasure(s: &Snapshot<'_>, before: Timestamp) -> Result<Vec<UserId>> {
    s.all(
        "SELECT id FROM users WHERE deleted_at < $1 AND deleted_at IS NOT NULL \
         ORDER BY deleted_at LIMIT $2",
        parameters![before, limit(ERASED_AT_ONCE)],
        |row| row.integer("id").map(UserId),
    )
    .await
}

/// Removes an account and everything that was ever stored for it.
pub async fn erase(tx: &Transaction<'_>, id: UserId) -> Result<()> {
    const EVERYTHING: [&str; 16] = [
        "DELETE FROM reminders WHERE user_id = $1",
        "DELETE FROM task_words WHERE user_id = $1",
        "DELETE FROM vocabulary WHERE user_id = $1",
        "DELETE FROM task_tags WHERE user_id = $1",
        "DELETE FROM completions WHERE user_id = $1",
        "DELETE FROM tasks WHERE user_id = $1",
        "DELETE FROM messages WHERE user_id = $1",
        "DELETE FROM conversations WHERE user_id = $1",
        "DELETE FROM changes WHERE user_id = $1",
        "DELETE FROM events WHERE user_id = $1",
        "DELETE FROM idempotency_keys WHERE user_id = $1",
        "DELETE FROM turns WHERE user_id = $1",
        "DELETE FROM model_usage WHERE user_id = $1",
        "DELETE FROM refresh_tokens WHERE user_id = $1",
        "DELETE FROM access_tokens WHERE user_id = $1",
        "DELETE FROM users WHERE id = $1",
    ];
    for sql in EVERYTHING {
        tx.defer(sql, parameters![id]).await?;
    }
    Ok(())
}

/// Reads the columns of [`columns!`].
pub(crate) fn read(row: &mut Row<'_>) -> Result<User> {
    Ok(User {
        id: UserId(row.integer("id")?),
        external_id: row.optional_text("external_id")?,
        email: row.optional_parsed("email", Email::parse)?,
        name: row.optional_text("name")?,
        timezone: row.optional_parsed("timezone", Zone::parse)?,
        locale: row.optional_parsed("locale", Locale::parse)?,
        settings: row.json("settings")?,
        model_consent: row.boolean("model_consent")?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        deleted_at: row.optional_instant("deleted_at")?,
    })
}
