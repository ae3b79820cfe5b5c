//! Accounts: who may come in, and as whom.
//!
//! In local mode accounts live here, with passwords and sessions of our own; in external mode another app's tokens
//! bring them along. Both take personal access tokens. What a user may then do with tasks is not decided here.

pub(crate) mod access_jwt;
mod admitted;
pub(crate) mod attempts;
pub(crate) mod authenticate;
pub(crate) mod caller;
pub(crate) mod claims;
pub(crate) mod external;
pub(crate) mod housekeeping;
pub(crate) mod jwks;
pub(crate) mod key_source;
pub mod lifetime;
pub mod manage;
pub(crate) mod opaque_token;
pub(crate) mod page_origin;
pub mod passwords;
pub mod personal_tokens;
pub(crate) mod problems;
pub(crate) mod profile;
pub(crate) mod refresh_cookie;
pub(crate) mod session;
pub(crate) mod sign_in;
pub(crate) mod sign_up;
pub mod signing_secret;
pub(crate) mod start;
pub(crate) mod token_error;

use std::{fmt, sync::Arc};

use jiff::SignedDuration;
use tasktalk_domain::{Clock, User};
use tasktalk_storage::Database;
use uuid::Uuid;

use self::{
    access_jwt::AccessTokens, admitted::Admitted, external::ExternalTokens, passwords::Passwords,
};
use crate::problem::{Code, Problem};

pub(crate) use self::authenticate::is_still_good;
pub use self::{
    authenticate::{AuthError, authenticate, authenticate_agent},
    housekeeping::clean_up,
    start::StartError,
};

/// Who may come in, and the keys to tell. Cheap to clone.
#[derive(Clone)]
pub struct Accounts {
    inner: Arc<Inner>,
}

struct Inner {
    database: Database,
    clock: Clock,
    passwords: Passwords,
    mode: Mode,
    admitted: Admitted,
    /// How long a session lives without being used.
    session_lifetime: SignedDuration,
    /// How long after its deletion an account is erased.
    erasure_grace: SignedDuration,
}

/// Where accounts live. Never both, so that two issuers' "user 1" can't be confused.
enum Mode {
    Local(AccessTokens),
    External(Box<ExternalTokens>),
}

impl Mode {
    /// Whether an account is one of this mode's. One without any way to sign in, as the terminal makes it, is of both.
    fn has(&self, user: &User) -> bool {
        match self {
            Self::Local(_) => user.external_id.is_none(),
            Self::External(_) => user.email.is_none(),
        }
    }
}

/// What kind of token a request came with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Credential {
    /// An access token of ours, from this session.
    Session(Uuid),
    /// A token of the other app.
    External,
    /// A personal access token, with this id.
    PersonalToken(Uuid),
    /// A token that this process made for itself.
    Process,
}

impl Credential {
    /// Refuses personal access tokens: what they were given must not grow by itself, nor outlive them.
    pub(crate) fn require_person(self) -> Result<(), Problem> {
        match self {
            Self::Session(_) | Self::External => Ok(()),
            Self::PersonalToken(_) | Self::Process => Err(Problem::new(
                Code::SessionRequired,
                "This takes a token from signing in; a personal access token can't do it.",
            )),
        }
    }
}

impl Accounts {
    pub(crate) fn database(&self) -> &Database {
        &self.inner.database
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    pub(crate) fn passwords(&self) -> &Passwords {
        &self.inner.passwords
    }

    pub(crate) fn session_lifetime(&self) -> SignedDuration {
        self.inner.session_lifetime
    }

    pub(crate) fn erasure_grace(&self) -> SignedDuration {
        self.inner.erasure_grace
    }

    /// The keys of local mode; in external mode there is no signing up, in or out here.
    pub(crate) fn local(&self) -> Result<&AccessTokens, Problem> {
        match &self.inner.mode {
            Mode::Local(tokens) => Ok(tokens),
            Mode::External(_) => Err(Problem::new(
                Code::AccountsAreExternal,
                "Accounts live in another app: sign up, in and out there, and send its token.",
            )),
        }
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mode = match self.inner.mode {
            Mode::Local(_) => "local",
            Mode::External(_) => "external",
        };
        write!(f, "Accounts({mode})")
    }
}
