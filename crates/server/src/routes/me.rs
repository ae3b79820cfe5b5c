//! The signed-in user's own account.

use axum::{extract::State, http::StatusCode};
use tasktalk_api::{
    Problem as WireProblem,
    me::{ProfilePatch, User},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    accounts::{problems, profile, token_error::TokenError},
    extract::{CurrentUser, Json, Person},
    problem::Problem,
    state::AppState,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(get, update, delete))
}

/// Read one's account
#[utoipa::path(
    get, path = "/api/me", tag = "me",
    responses((status = 200, description = "The account", body = User))
)]
async fn get(user: CurrentUser) -> axum::Json<User> {
    axum::Json(profile::on_the_wire(&user.user))
}

/// Change one's profile
///
/// A merge patch (RFC 7396): what is absent stays, null clears. Settings are replaced as a whole.
#[utoipa::path(
    patch, path = "/api/me", tag = "me",
    responses(
        (status = 200, description = "The account as it is now", body = User),
        (status = 403, description = "A personal access token can't do this", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn update(
    State(state): State<AppState>,
    Person(user): Person,
    Json(patch): Json<ProfilePatch>,
) -> Result<axum::Json<User>, Problem> {
    let patch = profile::read_patch(patch)?;
    let changed = state
        .accounts
        .change_profile(&user.user, patch)
        .await?
        .ok_or_else(|| problems::refused(&TokenError::Ended))?;
    Ok(axum::Json(profile::on_the_wire(&changed)))
}

/// Delete one's account
///
/// From now on it is refused everywhere, on every device. Everything in it is erased after the grace period (7 days
/// unless the operator chose another); until then its e-mail address stays taken.
#[utoipa::path(
    delete, path = "/api/me", tag = "me",
    responses(
        (status = 204, description = "Deleted; its erasure follows"),
        (status = 403, description = "A personal access token can't do this", body = WireProblem, content_type = "application/problem+json"),
    )
)]
async fn delete(
    State(state): State<AppState>,
    Person(user): Person,
) -> Result<StatusCode, Problem> {
    state.accounts.delete(&user.user).await?;
    Ok(StatusCode::NO_CONTENT)
}
