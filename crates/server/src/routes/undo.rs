//! `POST /api/{user_id}/undo`: takes one change back by its token.

use axum::extract::State;
use tasktalk_api::undo::{UndoRequest, UndoResponse};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    extract::{Json, PathUser, Write},
    openapi::parts::{Conflict, Gone, NotFound, UserParam},
    problem::{Code, Problem},
    state::AppState,
    wire,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(undo))
}

/// Take a change back.
///
/// Any change of the last 30 days, by the `undo_token` of its receipt or the `undo-token` header of its answer. The
/// reversal is a change itself, with receipts of its own.
#[utoipa::path(
    post,
    path = "/api/{user_id}/undo",
    tag = "tasks",
    params(UserParam),
    request_body = UndoRequest,
    responses(
        (status = 200, description = "It is taken back", body = UndoResponse),
        NotFound,
        Conflict,
        Gone
    )
)]
async fn undo(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    Json(request): Json<UndoRequest>,
) -> Result<axum::Json<UndoResponse>, Problem> {
    let user = caller.user;
    let token = request.undo_token.parse().map_err(|_| {
        Problem::new(
            Code::UndoTokenNotFound,
            "There is no change with this undo token.",
        )
    })?;
    let outcome = state
        .assistant
        .undo(user.id, user.permissions, token)
        .await?;
    if let Some(failure) = outcome.failure() {
        return Err(wire::failure::problem(failure));
    }
    Ok(axum::Json(UndoResponse {
        receipts: outcome
            .receipts
            .iter()
            .map(|receipt| wire::task::receipt(receipt, &user.public_id))
            .collect(),
    }))
}
