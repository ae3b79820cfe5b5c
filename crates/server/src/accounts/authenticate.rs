//! From a bearer token to the user behind it.

use jiff::{SignedDuration, Timestamp};
use tasktalk_assistant::Permissions;
use tasktalk_domain::{User, UserId};
use tasktalk_storage::{
    Conflict, StorageError,
    access_tokens::{self, AccessToken},
    refresh_tokens, users,
};

use super::{
    Accounts, Credential, Mode,
    access_jwt::Access,
    external::{Door, ExternalError, Identity},
    opaque_token::{Kind, OpaqueToken},
    token_error::TokenError,
};
use crate::{extract::CurrentUser, state::AppState};

/// How exactly it is known when a personal access token was last used.
const LAST_USE_PRECISION: SignedDuration = SignedDuration::from_hours(1);

/// Why nobody is behind a token.
#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    /// The token is not good.
    #[error("the token was refused")]
    Refused(#[from] TokenError),
    /// The keys to judge it by are out of reach.
    #[error("the token can't be judged at the moment")]
    KeysUnavailable,
    /// The database failed.
    #[error("storage failed")]
    Storage(#[from] StorageError),
}

impl From<ExternalError> for AuthError {
    fn from(error: ExternalError) -> Self {
        match error {
            ExternalError::Refused(why) => Self::Refused(why),
            ExternalError::Unavailable(_) => Self::KeysUnavailable,
        }
    }
}

/// Finds out who sent a token. Every request asks the database, so that a sign-out, a revocation or a deletion
/// counts at once, on every instance.
pub async fn authenticate(state: &AppState, bearer: &str) -> Result<CurrentUser, AuthError> {
    authenticate_at(state, Door::Api, bearer).await
}

/// Finds out who sent an agent's token to the MCP endpoint: a personal access token, or one that the other app's issuer
/// gave out for exactly this endpoint. A token from signing in is for the person's own pages and is refused.
pub async fn authenticate_agent(state: &AppState, bearer: &str) -> Result<CurrentUser, AuthError> {
    authenticate_at(state, Door::Agents, bearer).await
}

async fn authenticate_at(
    state: &AppState,
    door: Door,
    bearer: &str,
) -> Result<CurrentUser, AuthError> {
    let accounts = &state.accounts;
    let now = accounts.clock().now();
    let (user, permissions, credential, expires_at) =
        if OpaqueToken::is_meant(Kind::Personal, bearer) {
            let token = OpaqueToken::parse(Kind::Personal, bearer).ok_or(TokenError::Malformed)?;
            by_personal_token(accounts, &token, now).await?
        } else {
            match &accounts.inner.mode {
                Mode::Local(_) if door == Door::Agents => return Err(TokenError::Type.into()),
                Mode::Local(tokens) => {
                    let (access, ends) = tokens.verify(bearer, now)?;
                    let user = by_session(accounts, access, now).await?;
                    let credential = Credential::Session(access.session);
                    (user, Permissions::ALL, credential, Some(ends))
                }
                Mode::External(tokens) => {
                    let identity = tokens.verify(door, bearer, now).await?;
                    let permissions = match door {
                        Door::Api => Permissions::ALL,
                        Door::Agents => {
                            Permissions::from_scopes(identity.scopes.iter().map(String::as_str))
                        }
                    };
                    let ends = identity.expires_at;
                    let (user, credential) = by_identity(accounts, identity, now).await?;
                    (user, permissions, credential, Some(ends))
                }
            }
        };
    Ok(CurrentUser {
        id: user.id,
        public_id: user.public_id(),
        user,
        permissions,
        credential,
        expires_at,
    })
}

/// Whether someone who came in with this credential would still be let in: not signed out, revoked or deleted since.
/// When its token ends is for the caller to watch.
pub(crate) async fn is_still_good(
    accounts: &Accounts,
    user: UserId,
    credential: Credential,
) -> Result<bool, StorageError> {
    let now = accounts.clock().now();
    accounts
        .database()
        .read(move |snapshot| {
            Box::pin(async move {
                let (user, is_live) =
                    futures_util::try_join!(users::by_id(snapshot, user), async {
                        match credential {
                            Credential::Session(session) => {
                                refresh_tokens::family_is_live(snapshot, user, session, now).await
                            }
                            Credential::PersonalToken(id) => {
                                access_tokens::is_live(snapshot, user, id, now).await
                            }
                            Credential::External | Credential::Process => Ok(true),
                        }
                    },)?;
                Ok(is_live && living(user).is_ok())
            })
        })
        .await
}

/// The user, what the token allows, what kind it is, and when it ends.
type Found = (User, Permissions, Credential, Option<Timestamp>);

async fn by_session(
    accounts: &Accounts,
    access: Access,
    now: Timestamp,
) -> Result<User, AuthError> {
    let user = accounts
        .database()
        .read(move |snapshot| {
            Box::pin(async move {
                let Access { user, session } = access;
                // Asked together: one round trip.
                let (is_live, user) = futures_util::try_join!(
                    refresh_tokens::family_is_live(snapshot, user, session, now),
                    users::by_id(snapshot, user),
                )?;
                Ok::<_, StorageError>(user.filter(|_| is_live))
            })
        })
        .await?;
    Ok(living(user)?)
}

async fn by_identity(
    accounts: &Accounts,
    identity: Identity,
    now: Timestamp,
) -> Result<(User, Credential), AuthError> {
    let user = match by_external_id(accounts, identity.subject.clone()).await? {
        Some(user) => user,
        None => first_sight(accounts, identity, now).await?,
    };
    Ok((living(Some(user))?, Credential::External))
}

async fn by_external_id(
    accounts: &Accounts,
    subject: String,
) -> Result<Option<User>, StorageError> {
    accounts
        .database()
        .read(move |snapshot| {
            Box::pin(async move { users::by_external_id(snapshot, &subject).await })
        })
        .await
}

/// Makes the account that a token of the other app brings along. Of requests that come at once one makes it, and
/// the others find it.
async fn first_sight(
    accounts: &Accounts,
    identity: Identity,
    now: Timestamp,
) -> Result<User, AuthError> {
    let subject = identity.subject.clone();
    let new = users::NewUser {
        external_id: Some(identity.subject),
        name: identity
            .name
            .and_then(|name| super::profile::clean_name(&name).ok()),
        ..users::NewUser::default()
    };
    let made = accounts
        .database()
        .write(move |tx| {
            let new = new.clone();
            Box::pin(async move { users::create(tx, new, now).await })
        })
        .await;
    match made {
        Ok(user) => {
            tracing::info!(
                user = user.id.0,
                "saw a user of the other app for the first time"
            );
            Ok(user)
        }
        Err(StorageError::Conflict(Conflict::ExternalId)) => by_external_id(accounts, subject)
            .await?
            .ok_or_else(|| TokenError::Ended.into()),
        Err(error) => Err(error.into()),
    }
}

async fn by_personal_token(
    accounts: &Accounts,
    token: &OpaqueToken,
    now: Timestamp,
) -> Result<Found, AuthError> {
    if let Some(user) = accounts.inner.admitted.find(token) {
        let user = accounts
            .database()
            .read(move |snapshot| Box::pin(users::by_id(snapshot, user)))
            .await?;
        return Ok((living(user)?, Permissions::ALL, Credential::Process, None));
    }
    let hash = token.hash();
    let found = accounts
        .database()
        .read(move |snapshot| {
            Box::pin(async move { access_tokens::by_hash(snapshot, &hash).await })
        })
        .await?;
    let (token, user) = found.ok_or(TokenError::UnknownKey)?;
    let user = living(Some(user))?;
    if !accounts.inner.mode.has(&user) {
        return Err(TokenError::Issuer.into());
    }
    if token.revoked_at.is_some() {
        return Err(TokenError::Ended.into());
    }
    if token.expires_at.is_some_and(|end| end <= now) {
        return Err(TokenError::Expired.into());
    }
    note_use(accounts, user.id, &token, now).await;
    Ok((
        user,
        Permissions::from_scopes(token.scopes.split_whitespace()),
        Credential::PersonalToken(token.id),
        token.expires_at,
    ))
}

/// Notes when the token was last used. The request does not fail if that can't be written.
async fn note_use(accounts: &Accounts, owner: UserId, token: &AccessToken, now: Timestamp) {
    let recently = token
        .last_used_at
        .is_some_and(|at| now.duration_since(at) < LAST_USE_PRECISION);
    if recently {
        return;
    }
    let id = token.id;
    let noted = accounts
        .database()
        .write(move |tx| Box::pin(access_tokens::touch(tx, owner, id, now)))
        .await;
    if let Err(error) = noted {
        let error: &dyn std::error::Error = &error;
        tracing::warn!(error, "could not note the use of an access token");
    }
}

/// An account whose erasure was asked for is refused everywhere.
fn living(user: Option<User>) -> Result<User, TokenError> {
    user.filter(|user| user.deleted_at.is_none())
        .ok_or(TokenError::Ended)
}
