//! `/api/{user_id}/…`: the token's user, and nobody else; and what the token must allow.

use std::{borrow::Cow, marker::PhantomData};

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderValue, header, request::Parts},
};
use tasktalk_assistant::{Permissions, Scope};

use crate::{
    extract::CurrentUser,
    problem::{Code, Problem},
    state::AppState,
};

/// The user whose path it is, allowed to do what `N` needs. Another user's id is refused in the same way whether or
/// not there is such a user.
pub(crate) struct PathUser<N> {
    pub(crate) user: CurrentUser,
    need: PhantomData<N>,
}

/// What a handler needs the token to allow.
pub(crate) trait Need {
    /// The scope, if one is needed.
    const SCOPE: Option<Scope>;
}

/// Any good token: the operation looks at the scopes itself.
pub(crate) struct Anything;
/// A token that may read.
pub(crate) struct Read;
/// A token that may add and change.
pub(crate) struct Write;
/// A token that may delete.
pub(crate) struct Delete;

impl Need for Anything {
    const SCOPE: Option<Scope> = None;
}
impl Need for Read {
    const SCOPE: Option<Scope> = Some(Scope::Read);
}
impl Need for Write {
    const SCOPE: Option<Scope> = Some(Scope::Write);
}
impl Need for Delete {
    const SCOPE: Option<Scope> = Some(Scope::Delete);
}

impl<N: Need> FromRequestParts<AppState> for PathUser<N> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let user = CurrentUser::from_request_parts(parts, state).await?;
        let asked = user_id(parts, state).await?;
        if asked != "me" && asked != user.public_id {
            return Err(Problem::new(
                Code::WrongUser,
                "The user id in the path is not the token's user. Use your own id, or 'me'.",
            ));
        }
        if let Some(scope) = N::SCOPE {
            require(user.permissions, scope)?;
        }
        Ok(Self {
            user,
            need: PhantomData,
        })
    }
}

/// Refuses a token whose scopes do not allow something.
pub(crate) fn require(permissions: Permissions, scope: Scope) -> Result<(), Problem> {
    permissions
        .require(scope)
        .map_err(|_| insufficient_scope(scope))
}

/// The refusal of a good token that is not good for this (RFC 6750, 3.1).
pub(crate) fn insufficient_scope(scope: Scope) -> Problem {
    let challenge =
        format!("Bearer realm=\"tasktalk\", error=\"insufficient_scope\", scope=\"{scope}\"");
    Problem::new(
        Code::InsufficientScope,
        format!("The token needs the scope '{scope}' for this."),
    )
    .with_header(
        header::WWW_AUTHENTICATE,
        HeaderValue::try_from(challenge).expect("scopes are plain words"),
    )
}

async fn user_id(parts: &mut Parts, state: &AppState) -> Result<Cow<'static, str>, Problem> {
    let parameters = RawPathParams::from_request_parts(parts, state)
        .await
        .map_err(|_| super::path_id::unreadable_path())?;
    Ok(parameters
        .iter()
        .find(|(name, _)| *name == "user_id")
        .map(|(_, value)| Cow::Owned(value.to_owned()))
        .expect("only routes with {user_id} take a PathUser"))
}
