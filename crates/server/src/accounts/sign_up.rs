//! Making an account.
//!
//! That an address is taken is told (409): a person who forgot their account needs to know, and without a mail to
//! confirm there is no way to tell only them. So that it is not asked for many addresses, each such answer counts as
//! a failed attempt of the network address.

use jiff::Timestamp;
use tasktalk_domain::{Email, User, Zone};
use tasktalk_storage::{Conflict, StorageError, Transaction, users};

use super::{
    Accounts,
    access_jwt::AccessTokens,
    attempts::{self, Throttled},
    caller::Caller,
    passwords::{HashingError, NewPassword},
    session::{Fresh, Issued},
};

/// Who wants an account.
#[derive(Clone, Debug)]
pub(crate) struct Newcomer {
    pub(crate) email: Email,
    pub(crate) password: NewPassword,
    pub(crate) name: Option<String>,
    pub(crate) timezone: Option<Zone>,
}

/// Why there is no new account.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SignUpError {
    #[error("the address has an account")]
    EmailTaken,
    #[error("too many attempts")]
    Throttled(Throttled),
    #[error("the password could not be hashed")]
    Hashing(#[from] HashingError),
    #[error("storage failed")]
    Storage(#[from] StorageError),
}

/// Makes the account and signs it in. The first one made by a program on this machine takes over the tasks that
/// were made in the terminal before.
pub(crate) async fn sign_up(
    accounts: &Accounts,
    tokens: &AccessTokens,
    newcomer: Newcomer,
    caller: Caller,
) -> Result<Issued, SignUpError> {
    let (database, clock) = (accounts.database(), accounts.clock());
    attempts::check_address(database, caller.address, clock.now())
        .await?
        .map_err(SignUpError::Throttled)?;
    let password_hash = accounts.passwords().hash(newcomer.password.clone()).await?;
    let new = users::NewUser {
        email: Some(newcomer.email),
        external_id: None,
        name: newcomer.name,
        password_hash: Some(password_hash),
        timezone: newcomer.timezone,
        locale: None,
    };
    let fresh = Fresh::new(clock, accounts.session_lifetime());
    let (session, now) = (fresh.clone(), clock.now());
    let made = database
        .write(move |tx| {
            let (new, session) = (new.clone(), session.clone());
            Box::pin(async move {
                let user = if caller.at_this_machine {
                    claim_or_create(tx, new, now).await?
                } else {
                    users::create(tx, new, now).await?
                };
                session.begin_session(tx, user.id).await?;
                Ok::<_, StorageError>(user)
            })
        })
        .await;
    match made {
        Ok(user) => {
            tracing::info!(user = user.id.0, "signed up");
            Ok(fresh.issue(tokens, clock, user))
        }
        Err(StorageError::Conflict(Conflict::Email)) => {
            attempts::record_address_failure(database, caller.address, clock.now()).await?;
            Err(SignUpError::EmailTaken)
        }
        Err(error) => Err(error.into()),
    }
}

async fn claim_or_create(
    tx: &Transaction<'_>,
    new: users::NewUser,
    now: Timestamp,
) -> Result<User, StorageError> {
    let first = users::claimable_first(tx).await?;
    if let (Some(first), Some(email), Some(hash)) = (first, &new.email, &new.password_hash) {
        let (name, zone) = (new.name.as_deref(), new.timezone.as_ref());
        let claimed = users::claim(tx, first.id, email, hash, name, zone, now).await?;
        if let Some(user) = claimed {
            return Ok(user);
        }
        // Someone else was faster.
    }
    users::create(tx, new, now).await
}
