//! Personal access tokens: for scripts and agents, with only the scopes they need, and an end.

use jiff::{SignedDuration, Timestamp};
use tasktalk_assistant::Scope;
use tasktalk_domain::{Clock, UserId, text};
use tasktalk_storage::{
    Database, StorageError,
    access_tokens::{self, AccessToken},
    users,
};
use uuid::Uuid;

use super::opaque_token::{Kind, OpaqueToken};

/// The longest name, in characters.
const LONGEST_NAME: usize = 100;
/// How many tokens a user can have that still work.
const MOST_TOKENS: usize = 100;

/// A token to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewToken {
    name: String,
    scopes: Vec<Scope>,
    lifetime: SignedDuration,
}

/// What a token can't be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidToken {
    /// No name, or a very long one.
    #[error("Name must be 1 to {LONGEST_NAME} characters")]
    Name,
    /// No scope.
    #[error("Choose at least one scope: tasks:read, tasks:write, tasks:delete")]
    NoScope,
    /// A scope that there is not.
    #[error("There is no scope '{0}'; scopes are tasks:read, tasks:write, tasks:delete")]
    UnknownScope(String),
}

impl InvalidToken {
    /// The field that is wrong.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::NoScope | Self::UnknownScope(_) => "scopes",
        }
    }
}

impl NewToken {
    /// Checks the name and the scopes; a scope named twice counts once.
    pub fn parse<'a>(
        name: &str,
        scopes: impl IntoIterator<Item = &'a str>,
        lifetime: SignedDuration,
    ) -> Result<Self, InvalidToken> {
        let name = text::one_line(name);
        if !(1..=LONGEST_NAME).contains(&name.chars().count()) {
            return Err(InvalidToken::Name);
        }
        let mut chosen = Vec::new();
        for word in scopes {
            let scope = Scope::parse(word.trim()).ok_or_else(|| {
                InvalidToken::UnknownScope(text::one_line(word).chars().take(40).collect())
            })?;
            if !chosen.contains(&scope) {
                chosen.push(scope);
            }
        }
        if chosen.is_empty() {
            return Err(InvalidToken::NoScope);
        }
        Ok(Self {
            name,
            scopes: chosen,
            lifetime,
        })
    }
}

/// A token just made: the only moment in which its text is known.
#[derive(Clone, Debug)]
pub struct Created {
    /// What is kept of it.
    pub token: AccessToken,
    secret: OpaqueToken,
}

impl Created {
    /// The text to send as `Authorization: Bearer …`.
    pub fn reveal(&self) -> &str {
        self.secret.reveal()
    }
}

/// Why no token was made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The account is gone.
    #[error("there is no such account")]
    NoSuchUser,
    /// The user has as many tokens as anyone needs.
    #[error("There are {MOST_TOKENS} tokens already; revoke one first")]
    TooMany,
    /// The database failed.
    #[error("storage failed")]
    Storage(#[from] StorageError),
}

/// Makes a token.
pub async fn create(
    database: &Database,
    clock: &Clock,
    owner: UserId,
    new: NewToken,
) -> Result<Created, CreateError> {
    let secret = OpaqueToken::generate(Kind::Personal);
    let now = clock.now();
    let scopes: Vec<_> = new.scopes.iter().map(|scope| scope.as_str()).collect();
    let token = AccessToken {
        id: clock.new_id(),
        owner,
        name: new.name,
        prefix: secret.shown().to_owned(),
        token_hash: secret.hash(),
        scopes: scopes.join(" "),
        created_at: now,
        expires_at: Some(now.saturating_add(new.lifetime).unwrap_or(Timestamp::MAX)),
        last_used_at: None,
        revoked_at: None,
    };
    let row = token.clone();
    database
        .write(move |tx| {
            let row = row.clone();
            Box::pin(async move {
                users::lock(tx, owner)
                    .await?
                    .ok_or(CreateError::NoSuchUser)?;
                let tokens = access_tokens::list(tx, owner).await?;
                if tokens.iter().filter(|token| works(token, now)).count() >= MOST_TOKENS {
                    return Err(CreateError::TooMany);
                }
                access_tokens::insert(tx, &row).await?;
                Ok(())
            })
        })
        .await?;
    tracing::info!(user = owner.0, token = %token.id, scopes = token.scopes, "made an access token");
    Ok(Created { token, secret })
}

/// The user's tokens that were not revoked, oldest first; those that have ended too, so that one can see why a
/// script stopped.
pub async fn list(database: &Database, owner: UserId) -> Result<Vec<AccessToken>, StorageError> {
    database
        .read(move |snapshot| Box::pin(access_tokens::list(snapshot, owner)))
        .await
}

/// Ends a token at once. `false`: the user has no such token, or ended it before.
pub async fn revoke(
    database: &Database,
    clock: &Clock,
    owner: UserId,
    id: Uuid,
) -> Result<bool, StorageError> {
    let now = clock.now();
    let revoked = database
        .write(move |tx| Box::pin(access_tokens::revoke(tx, owner, id, now)))
        .await?;
    if revoked {
        tracing::info!(user = owner.0, token = %id, "revoked an access token");
    }
    Ok(revoked)
}

fn works(token: &AccessToken, now: Timestamp) -> bool {
    token.expires_at.is_none_or(|end| end > now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(name: &str, scopes: &[&str]) -> Result<NewToken, InvalidToken> {
        NewToken::parse(name, scopes.iter().copied(), SignedDuration::from_hours(1))
    }

    #[test]
    fn a_token_has_a_name_and_known_scopes() {
        let token = parse(" backup\n", &["tasks:read", "tasks:write", "tasks:read"]).unwrap();
        assert_eq!(token.name, "backup");
        assert_eq!(token.scopes, [Scope::Read, Scope::Write]);
        assert_eq!(parse("", &["tasks:read"]), Err(InvalidToken::Name));
        assert_eq!(
            parse(&"x".repeat(101), &["tasks:read"]),
            Err(InvalidToken::Name)
        );
        assert_eq!(parse("x", &[]), Err(InvalidToken::NoScope));
        for scope in [
            "",
            "*",
            "admin",
            "tasks",
            "TASKS:READ",
            "tasks:read tasks:write",
        ] {
            assert_eq!(
                parse("x", &[scope]),
                Err(InvalidToken::UnknownScope(scope.to_owned()))
            );
        }
    }
}
