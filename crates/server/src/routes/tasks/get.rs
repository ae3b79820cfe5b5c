//! `GET /api/{user_id}/tasks/{id}`.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse as _, Response},
};
use tasktalk_api::tasks::Task;

use crate::{
    extract::{PathUser, Read, TaskPath, if_match},
    openapi::parts::{Conflict, NotFound, TaskParam, UserParam},
    problem::Problem,
    state::AppState,
    wire,
};

/// Get one task. One in the trash is a conflict that says how to restore it.
#[utoipa::path(
    get,
    path = "/api/{user_id}/tasks/{id}",
    operation_id = "get_task",
    tag = "tasks",
    params(UserParam, TaskParam),
    responses(
        (status = 200, description = "The task", body = Task, headers(("etag" = String, description = "Its version"))),
        NotFound,
        Conflict
    )
)]
pub(super) async fn get(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    TaskPath(id): TaskPath,
) -> Result<Response, Problem> {
    let user = caller.user;
    let task = state
        .assistant
        .get_task(user.id, user.permissions, id)
        .await?;
    let etag = if_match::etag(task.version);
    let body = axum::Json(wire::task::task(&task, &user.public_id));
    Ok(([(header::ETAG, etag)], body).into_response())
}
