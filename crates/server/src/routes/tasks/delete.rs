//! `DELETE /api/{user_id}/tasks/{id}`.

use axum::{extract::State, response::Response};
use tasktalk_assistant::tools::{DeleteTask, Tool};

use super::change;
use crate::{
    extract::{Delete, IfMatch, PathUser, TaskPath},
    openapi::parts::{IfMatchParam, NotFound, PreconditionFailed, TaskParam, UserParam},
    problem::Problem,
    state::AppState,
};

/// Put a task into the trash, where it stays for 30 days. Doing it twice is no error.
#[utoipa::path(
    delete,
    path = "/api/{user_id}/tasks/{id}",
    operation_id = "delete_task",
    tag = "tasks",
    params(UserParam, TaskParam, IfMatchParam),
    responses(
        (
            status = 204,
            description = "It is in the trash",
            headers(("undo-token" = String, description = "Takes the change back; absent when nothing changed"))
        ),
        NotFound,
        PreconditionFailed
    )
)]
pub(super) async fn delete(
    State(state): State<AppState>,
    caller: PathUser<Delete>,
    TaskPath(id): TaskPath,
    if_match: IfMatch,
) -> Result<Response, Problem> {
    let user = caller.user;
    let call = DeleteTask {
        task_id: id,
        expected_version: change::expected_version(&state, &user, id, &if_match).await?,
    };
    let outcome = state
        .assistant
        .run_tool(user.id, user.permissions, Tool::DeleteTask(call))
        .await?;
    change::answer_without_body(&outcome)
}
