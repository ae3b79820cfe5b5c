//! The signed-in user, from `Authorization: Bearer …`. How a token is checked is [`crate::accounts`]'s business.

use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, header, request::Parts},
};
use tasktalk_assistant::Permissions;
use tasktalk_domain::{User, UserId};

use crate::{
    accounts::{self, Credential},
    extract::ClientAddress,
    problem::{Code, Problem},
    state::AppState,
};

/// Who sent the request, and what they may do.
#[derive(Clone, Debug)]
pub struct CurrentUser {
    /// The account's number.
    pub id: UserId,
    /// The id outside: what `{user_id}` in a path must be.
    pub public_id: String,
    /// The account.
    pub user: User,
    /// What the token allows.
    pub permissions: Permissions,
    /// What kind of token it was.
    pub credential: Credential,
    /// When the token ends; `None` when it does not.
    pub expires_at: Option<jiff::Timestamp>,
}

impl FromRequestParts<AppState> for CurrentUser {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let user = match authenticate(parts, state).await {
            Ok(user) => user,
            Err(problem) => {
                // Guessing tokens is limited by address; nothing else is known of the caller.
                let address = ClientAddress::of(parts, &state.config);
                state.rate_limits.check_address(address)?;
                return Err(problem);
            }
        };
        state.rate_limits.check_user(user.id)?;
        tracing::Span::current().record("user", user.id.0);
        Ok(user)
    }
}

async fn authenticate(parts: &Parts, state: &AppState) -> Result<CurrentUser, Problem> {
    if parts.headers.get_all(header::AUTHORIZATION).iter().count() > 1 {
        // Which of them is meant is not for us to guess (RFC 9110, 5.3).
        return Err(Problem::new(
            Code::MalformedRequest,
            "There is more than one Authorization header. Send one.",
        ));
    }
    let bearer = bearer(parts).ok_or_else(token_missing)?;
    accounts::authenticate(state, bearer)
        .await
        .map_err(Problem::from)
}

/// The token of a well-formed `Authorization: Bearer …` header (RFC 6750, 2.1).
pub(crate) fn bearer(parts: &Parts) -> Option<&str> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

fn token_missing() -> Problem {
    Problem::new(
        Code::TokenMissing,
        "This needs a token: send 'Authorization: Bearer …'.",
    )
    .with_header(
        header::WWW_AUTHENTICATE,
        HeaderValue::from_static("Bearer realm=\"tasktalk\""),
    )
}
