//! What the operator does from the command line, with the database alone: no server, no settings.

use tasktalk_domain::{Clock, Email, User, UserId};
use tasktalk_storage::{Conflict, Database, StorageError, refresh_tokens, users};

use super::passwords::{HashingError, NewPassword, Passwords};

/// Why something was not done. Each is a sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum ManageError {
    /// The address has an account already.
    #[error("there is an account with the address {0}")]
    EmailTaken(Email),
    /// Nobody goes by that name.
    #[error("there is no account '{0}'; give its number, e-mail address or external id")]
    NoSuchUser(String),
    /// The password could not be hashed.
    #[error("the password could not be hashed")]
    Hashing(#[from] HashingError),
    /// The database failed.
    #[error("the database could not be used")]
    Storage(#[from] StorageError),
}

/// Finds an account by its number, its e-mail address or its external id. Accounts that wait for their erasure are
/// not found.
pub async fn find_user(database: &Database, text: &str) -> Result<User, ManageError> {
    find_any_user(database, text)
        .await
        .and_then(|user| match user.deleted_at {
            None => Ok(user),
            Some(_) => Err(ManageError::NoSuchUser(text.trim().to_owned())),
        })
}

/// Finds an account as [`find_user`] does, also one that waits for its erasure.
pub async fn find_any_user(database: &Database, text: &str) -> Result<User, ManageError> {
    let wanted = text.trim().to_owned();
    let found = database
        .read(move |snapshot| {
            Box::pin(async move {
                if let Ok(email) = Email::parse(&wanted)
                    && let Some((user, _)) = users::by_email(snapshot, &email).await?
                {
                    return Ok(Some(user));
                }
                if let Some(user) = users::by_external_id(snapshot, &wanted).await? {
                    return Ok(Some(user));
                }
                match wanted.parse() {
                    Ok(number) => users::by_id(snapshot, UserId(number)).await,
                    Err(_) => Ok::<_, StorageError>(None),
                }
            })
        })
        .await?;
    found.ok_or_else(|| ManageError::NoSuchUser(text.trim().to_owned()))
}

/// The user that the terminal works for: the first account, made with no way to sign in if there is none. The first
/// sign-up from this machine takes that one over.
pub async fn terminal_user(database: &Database, clock: &Clock) -> Result<User, ManageError> {
    if let Some(user) = database
        .read(|snapshot| Box::pin(users::first(snapshot)))
        .await?
    {
        return Ok(user);
    }
    let now = clock.now();
    Ok(database
        .write(move |tx| {
            Box::pin(async move {
                match users::first(tx).await? {
                    Some(user) => Ok(user),
                    None => users::create(tx, users::NewUser::default(), now).await,
                }
            })
        })
        .await?)
}

/// Makes an account with a password.
pub async fn create_user(
    database: &Database,
    clock: &Clock,
    email: Email,
    password: NewPassword,
    name: Option<String>,
) -> Result<User, ManageError> {
    let new = users::NewUser {
        email: Some(email.clone()),
        password_hash: Some(Passwords::default().hash(password).await?),
        name,
        ..users::NewUser::default()
    };
    let now = clock.now();
    let made = database
        .write(move |tx| {
            let new = new.clone();
            Box::pin(async move { users::create(tx, new, now).await })
        })
        .await;
    match made {
        Err(StorageError::Conflict(Conflict::Email)) => Err(ManageError::EmailTaken(email)),
        outcome => Ok(outcome?),
    }
}

/// A page of accounts by number, after the given one.
pub async fn list_users(
    database: &Database,
    after: Option<UserId>,
    limit: usize,
) -> Result<Vec<User>, ManageError> {
    Ok(database
        .read(move |snapshot| Box::pin(users::list(snapshot, after, limit)))
        .await?)
}

/// Sets a new password and ends every session; personal access tokens stay.
pub async fn set_password(
    database: &Database,
    clock: &Clock,
    user: UserId,
    password: NewPassword,
) -> Result<(), ManageError> {
    let hash = Passwords::default().hash(password).await?;
    let now = clock.now();
    database
        .write(move |tx| {
            let hash = hash.clone();
            Box::pin(async move {
                users::lock(tx, user)
                    .await?
                    .ok_or_else(|| ManageError::NoSuchUser(user.to_string()))?;
                users::set_password_hash(tx, user, &hash, now).await?;
                refresh_tokens::revoke_all(tx, user, now).await?;
                Ok(())
            })
        })
        .await
}

/// Marks an account for erasure after the grace period. From now on its sessions and tokens are refused.
pub async fn delete_user(
    database: &Database,
    clock: &Clock,
    user: UserId,
) -> Result<(), ManageError> {
    let now = clock.now();
    database
        .write(move |tx| {
            Box::pin(async move {
                users::lock(tx, user)
                    .await?
                    .ok_or_else(|| ManageError::NoSuchUser(user.to_string()))?;
                refresh_tokens::revoke_all(tx, user, now).await?;
                users::mark_deleted(tx, user, now).await?;
                Ok(())
            })
        })
        .await
}

/// Erases an account with everything of its owner, now and for good.
pub async fn erase_user(database: &Database, user: UserId) -> Result<(), ManageError> {
    Ok(database
        .write(move |tx| Box::pin(users::erase(tx, user)))
        .await?)
}
