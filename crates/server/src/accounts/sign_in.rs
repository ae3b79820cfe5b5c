//! Signing in with a password.
//!
//! A wrong password and an unknown account get the same answer, after the same work, and count the same.

use jiff::Timestamp;
use tasktalk_domain::{Email, User, UserId};
use tasktalk_storage::{StorageError, users};

use super::{
    Accounts,
    access_jwt::AccessTokens,
    attempts::{Attempt, Throttled},
    caller::Caller,
    passwords::{HashingError, Verdict},
    session::{Fresh, Issued},
};

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SignInError {
    #[error("the address or the password is wrong")]
    Wrong,
    /// Only told with the right password: strangers learn nothing of a deletion.
    #[error("the account was deleted")]
    Deleted { until: Timestamp },
    #[error("too many attempts")]
    Throttled(Throttled),
    #[error("the password could not be checked")]
    Hashing(#[from] HashingError),
    #[error("storage failed")]
    Storage(#[from] StorageError),
}

/// Checks the password and begins a session.
pub(crate) async fn sign_in(
    accounts: &Accounts,
    tokens: &AccessTokens,
    email: Email,
    password: String,
    caller: Caller,
) -> Result<Issued, SignInError> {
    let (database, clock) = (accounts.database(), accounts.clock());
    let attempt = Attempt::new(&email, caller.address);
    let refuse = || async {
        attempt
            .check(database, clock.now())
            .await?
            .map_err(SignInError::Throttled)
    };
    refuse().await?;
    // Checked again in one's turn, and failures are counted before it ends: a thousand guesses at once pass the first
    // check together, but this one a few at a time.
    let turn = accounts.passwords().turn().await?;
    refuse().await?;
    let found = find(accounts, email).await?;
    let stored = found.as_ref().map(|(_, hash)| hash.clone());
    let verdict = turn.check(password.clone(), stored).await?;
    let (Verdict::Right | Verdict::RightButWeaklyHashed, Some((user, _))) = (verdict, found) else {
        attempt.record_failure(database, clock.now()).await?;
        return Err(SignInError::Wrong);
    };
    if let Some(deleted_at) = user.deleted_at {
        attempt.record_failure(database, clock.now()).await?;
        let until = deleted_at.saturating_add(accounts.erasure_grace());
        let until = until.unwrap_or(Timestamp::MAX);
        return Err(SignInError::Deleted { until });
    }
    let stronger = match verdict {
        Verdict::RightButWeaklyHashed => Some(turn.hash_again(password).await?),
        Verdict::Right | Verdict::Wrong => None,
    };
    drop(turn);
    begin(accounts, tokens, user.id, attempt, stronger)
        .await?
        .ok_or(SignInError::Wrong)
}

/// The account with this address and its password's hash, also when it waits for its erasure.
async fn find(accounts: &Accounts, email: Email) -> Result<Option<(User, String)>, StorageError> {
    let found = accounts
        .database()
        .read(move |snapshot| Box::pin(async move { users::by_email(snapshot, &email).await }))
        .await?;
    Ok(found.and_then(|(user, hash)| Some((user, hash?))))
}

/// Begins the session, unless the account was deleted meanwhile.
async fn begin(
    accounts: &Accounts,
    tokens: &AccessTokens,
    user: UserId,
    attempt: Attempt,
    stronger: Option<String>,
) -> Result<Option<Issued>, StorageError> {
    let clock = accounts.clock();
    let fresh = Fresh::new(clock, accounts.session_lifetime());
    let (session, now) = (fresh.clone(), clock.now());
    let user = accounts
        .database()
        .write(move |tx| {
            let (session, attempt, stronger) = (session.clone(), attempt.clone(), stronger.clone());
            Box::pin(async move {
                let Some(locked) = users::lock(tx, user).await? else {
                    return Ok::<_, StorageError>(None);
                };
                if let Some(hash) = stronger {
                    users::set_password_hash(tx, user, &hash, now).await?;
                }
                attempt.record_success(tx, now).await?;
                session.begin_session(tx, user).await?;
                Ok(Some(locked.user.clone()))
            })
        })
        .await?;
    Ok(user.map(|user| fresh.issue(tokens, clock, user)))
}
