//! Whose list it is: only ever the token's user.

use axum::http::request::Parts;
use rmcp::ErrorData;

use super::resources::broken;
use crate::{
    AppState,
    accounts::{self, AuthError},
    extract::CurrentUser,
};

/// Where the identity of a request comes from.
#[derive(Clone)]
pub(crate) enum Identity {
    /// From the HTTP request itself: [`super::gate`] put its user there. So a session id of someone else's is worth
    /// nothing.
    OfRequest,
    /// One token for the whole connection; it is looked at with every request, so that a revocation counts at once.
    Token(String),
}

impl Identity {
    /// The user. That there is none where the gate stands before it must not happen, and is no reason to let anyone
    /// in.
    pub(crate) async fn user(
        &self,
        state: &AppState,
        parts: Option<&Parts>,
    ) -> Result<CurrentUser, ErrorData> {
        match (self, parts) {
            (Self::OfRequest, Some(parts)) => parts
                .extensions
                .get::<CurrentUser>()
                .cloned()
                .ok_or_else(broken),
            (Self::Token(token), None) => accounts::authenticate_agent(state, token)
                .await
                .map_err(|error| match error {
                    AuthError::Refused(_) => ErrorData::invalid_request(
                        "The token is not good any more. Make a new one with 'tasktalk token create'.",
                        None,
                    ),
                    AuthError::KeysUnavailable | AuthError::Storage(_) => broken(),
                }),
            _ => {
                tracing::error!("an MCP request came without the identity it must have");
                Err(broken())
            }
        }
    }
}
