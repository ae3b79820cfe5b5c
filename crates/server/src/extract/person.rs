//! A person who signed in: managing accounts and tokens is not for personal access tokens. Refused before the body is read.

use axum::{extract::FromRequestParts, http::request::Parts};

use super::CurrentUser;
use crate::{problem::Problem, state::AppState};

/// The signed-in user, in person.
pub(crate) struct Person(pub(crate) CurrentUser);

impl FromRequestParts<AppState> for Person {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let user = CurrentUser::from_request_parts(parts, state).await?;
        user.credential.require_person()?;
        Ok(Self(user))
    }
}
