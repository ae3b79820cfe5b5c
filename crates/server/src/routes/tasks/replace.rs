//! `PUT /api/{user_id}/tasks/{id}`.

use axum::{extract::State, http::StatusCode, response::Response};
use tasktalk_api::tasks::{NewTask, Task};
use tasktalk_assistant::tools::{Tool, UpdateTask};

use super::change;
use crate::{
    extract::{IfMatch, Json, PathUser, TaskPath, Write},
    openapi::parts::{Conflict, IfMatchParam, NotFound, PreconditionFailed, TaskParam, UserParam},
    problem::Problem,
    state::AppState,
    wire,
};

/// Replace a task: what the body leaves out is none afterwards. Whether it is done stays.
#[utoipa::path(
    put,
    path = "/api/{user_id}/tasks/{id}",
    operation_id = "replace_task",
    tag = "tasks",
    params(UserParam, TaskParam, IfMatchParam),
    request_body = NewTask,
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
        Conflict,
        PreconditionFailed
    )
)]
pub(super) async fn replace(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    TaskPath(id): TaskPath,
    if_match: IfMatch,
    Json(new): Json<NewTask>,
) -> Result<Response, Problem> {
    let user = caller.user;
    let new = wire::task_input::parse_new_task(new, &state.zone_of(&user.user))?;
    let mut call = UpdateTask::new(id);
    call.patch = wire::task_input::replacing(new);
    call.expected_version = change::expected_version(&state, &user, id, &if_match).await?;
    let outcome = state
        .assistant
        .run_tool(user.id, user.permissions, Tool::UpdateTask(Box::new(call)))
        .await?;
    change::answer(StatusCode::OK, &outcome, &user)
}
