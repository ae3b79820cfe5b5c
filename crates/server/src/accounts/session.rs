//! Sessions of local mode: families of refresh tokens, of which each is good once.
//!
//! Using a token again gives it away as stolen: the whole family ends, for thief and owner alike. Only within a few
//! seconds a second use is taken for the same client's (two tabs, a lost answer) and gets a sibling of the first
//! successor; the siblings live on side by side in the same family.

use jiff::{SignedDuration, Timestamp};
use tasktalk_domain::{Clock, User, UserId};
use tasktalk_storage::{
    StorageError, Transaction,
    refresh_tokens::{self, RefreshToken},
    users,
};
use uuid::Uuid;

use super::{
    Accounts,
    access_jwt::{Access, AccessTokens},
    opaque_token::{Kind, OpaqueToken},
};

/// Within this span a second use of a refresh token counts as the same client's.
const GRACE: SignedDuration = SignedDuration::from_secs(10);

/// What a client gets when it signs in or refreshes.
#[derive(Clone, Debug)]
pub(crate) struct Issued {
    pub(crate) access_token: String,
    pub(crate) refresh_token: OpaqueToken,
    pub(crate) user: User,
}

/// A refresh token to be stored. Made before the transaction, which may run twice.
#[derive(Clone, Debug)]
pub(crate) struct Fresh {
    id: Uuid,
    token: OpaqueToken,
    now: Timestamp,
    expires_at: Timestamp,
}

impl Fresh {
    pub(crate) fn new(clock: &Clock, lifetime: SignedDuration) -> Self {
        let now = clock.now();
        Self {
            id: clock.new_id(),
            token: OpaqueToken::generate(Kind::Refresh),
            now,
            expires_at: now.saturating_add(lifetime).unwrap_or(Timestamp::MAX),
        }
    }

    /// Stores it as the first of a new family: a new session.
    pub(crate) async fn begin_session(
        &self,
        tx: &Transaction<'_>,
        user: UserId,
    ) -> Result<(), StorageError> {
        self.store(tx, user, self.id).await
    }

    async fn store(
        &self,
        tx: &Transaction<'_>,
        user: UserId,
        family: Uuid,
    ) -> Result<(), StorageError> {
        let row = RefreshToken {
            id: self.id,
            family,
            user,
            token_hash: self.token.hash(),
            successor: None,
            created_at: self.now,
            expires_at: self.expires_at,
            used_at: None,
            revoked_at: None,
        };
        refresh_tokens::insert(tx, &row).await
    }

    /// What the client gets, once the session was begun.
    pub(crate) fn issue(self, tokens: &AccessTokens, clock: &Clock, user: User) -> Issued {
        let family = self.id;
        self.issue_in(tokens, clock, user, family)
    }

    fn issue_in(self, tokens: &AccessTokens, clock: &Clock, user: User, family: Uuid) -> Issued {
        let access = Access {
            user: user.id,
            session: family,
        };
        Issued {
            access_token: tokens.issue(access, clock.new_id(), self.now),
            refresh_token: self.token,
            user,
        }
    }
}

/// What became of a refresh token that came in.
enum Outcome {
    Renewed(Box<User>, Uuid),
    /// No token of ours, expired, revoked, or its account is gone.
    Refused,
    /// Used before, and too long ago for the same client: its family was ended.
    Reused(UserId),
}

/// Trades a refresh token for a new one with a new access token. `None`: sign in again.
pub(crate) async fn refresh(
    accounts: &Accounts,
    tokens: &AccessTokens,
    text: &str,
) -> Result<Option<Issued>, StorageError> {
    let Some(token) = OpaqueToken::parse(Kind::Refresh, text) else {
        return Ok(None);
    };
    let fresh = Fresh::new(accounts.clock(), accounts.session_lifetime());
    let (hash, next) = (token.hash(), fresh.clone());
    // The end of a stolen family is an outcome, not an error: an error would undo it.
    let outcome = accounts
        .database()
        .write(move |tx| {
            let (hash, next) = (hash.clone(), next.clone());
            Box::pin(async move { renew(tx, &hash, &next).await })
        })
        .await?;
    match outcome {
        Outcome::Renewed(user, family) => Ok(Some(fresh.issue_in(
            tokens,
            accounts.clock(),
            *user,
            family,
        ))),
        Outcome::Refused => Ok(None),
        Outcome::Reused(user) => {
            tracing::warn!(
                user = user.0,
                "a refresh token was used again; its session was ended"
            );
            Ok(None)
        }
    }
}

async fn renew(tx: &Transaction<'_>, hash: &str, next: &Fresh) -> Result<Outcome, StorageError> {
    let Some((user, row)) = lock(tx, hash).await? else {
        return Ok(Outcome::Refused);
    };
    if row.revoked_at.is_some() || row.expires_at <= next.now {
        return Ok(Outcome::Refused);
    }
    match row.used_at {
        None => {
            refresh_tokens::mark_used(tx, row.user, row.id, next.id, next.now).await?;
        }
        Some(before) if next.now.duration_since(before) <= GRACE => {}
        Some(_) => {
            refresh_tokens::revoke_family(tx, row.user, row.family, next.now).await?;
            return Ok(Outcome::Reused(row.user));
        }
    }
    next.store(tx, row.user, row.family).await?;
    Ok(Outcome::Renewed(Box::new(user), row.family))
}

/// The token's row, read while its user is locked: nobody else can be using it.
async fn lock(
    tx: &Transaction<'_>,
    hash: &str,
) -> Result<Option<(User, RefreshToken)>, StorageError> {
    let Some(row) = refresh_tokens::by_hash(tx, hash).await? else {
        return Ok(None);
    };
    let Some(locked) = users::lock(tx, row.user).await? else {
        return Ok(None);
    };
    let row = refresh_tokens::by_hash(tx, hash).await?;
    Ok(row.map(|row| (locked.user.clone(), row)))
}

/// Ends the session that a refresh token belongs to; a token that is none of ours ends nothing.
pub(crate) async fn sign_out(accounts: &Accounts, text: &str) -> Result<(), StorageError> {
    let Some(token) = OpaqueToken::parse(Kind::Refresh, text) else {
        return Ok(());
    };
    let (hash, now) = (token.hash(), accounts.clock().now());
    accounts
        .database()
        .write(move |tx| {
            let hash = hash.clone();
            Box::pin(async move {
                match lock(tx, &hash).await? {
                    Some((_, row)) => {
                        refresh_tokens::revoke_family(tx, row.user, row.family, now).await
                    }
                    None => Ok(()),
                }
            })
        })
        .await
}
