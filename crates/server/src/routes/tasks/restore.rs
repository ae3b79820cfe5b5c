//! `POST /api/{user_id}/tasks/{id}/restore`.

use axum::{extract::State, http::StatusCode, response::Response};
use tasktalk_api::tasks::Task;
use tasktalk_assistant::tools::{RestoreTask, Tool};

use super::change;
use crate::{
    extract::{IfMatch, NoJson, PathUser, TaskPath, Write},
    openapi::parts::{IfMatchParam, NotFound, PreconditionFailed, TaskParam, UserParam},
    problem::Problem,
    state::AppState,
};

/// Take a task out of the trash. One that is on the list stays there, which is no error.
#[utoipa::path(
    post,
    path = "/api/{user_id}/tasks/{id}/restore",
    operation_id = "restore_task",
    tag = "tasks",
    params(UserParam, TaskParam, IfMatchParam),
    responses(
        (
            status = 200,
            description = "The task",
            body = Task,
            headers(
                ("etag" = String, description = "Its version"),
                ("undo-token" = String, description = "Takes the change back; absent when nothing changed"),
                ("unchanged" = String, description = "`true` when nothing changed; absent otherwise")
            )
        ),
        NotFound,
        PreconditionFailed
    )
)]
pub(super) async fn restore(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    TaskPath(id): TaskPath,
    if_match: IfMatch,
    NoJson: NoJson,
) -> Result<Response, Problem> {
    let user = caller.user;
    let call = RestoreTask {
        task_id: id,
        expected_version: change::expected_version(&state, &user, id, &if_match).await?,
    };
    let outcome = state
        .assistant
        .run_tool(user.id, user.permissions, Tool::RestoreTask(call))
        .await?;
    change::answer(StatusCode::OK, &outcome, &user)
}
