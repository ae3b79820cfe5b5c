//! `PATCH /api/{user_id}/tasks/{id}/complete`.

use axum::{extract::State, http::StatusCode, response::Response};
use tasktalk_api::tasks::{Completion, Task};
use tasktalk_assistant::tools::{CompleteTask, Tool};

use super::change;
use crate::{
    extract::{IfMatch, OptionalJson, PathUser, TaskPath, Write},
    openapi::parts::{Conflict, IfMatchParam, NotFound, PreconditionFailed, TaskParam, UserParam},
    problem::Problem,
    state::AppState,
};

/// Mark a task done or open; without a body, toggle it.
///
/// Completing a repeating task records that occurrence and moves the task to its next one. What is so already stays
/// so, which is no error; so is a repeating task completed a second time within a minute, unless `If-Match` names the version
/// that is meant.
#[utoipa::path(
    patch,
    path = "/api/{user_id}/tasks/{id}/complete",
    operation_id = "complete_task",
    tag = "tasks",
    params(UserParam, TaskParam, IfMatchParam),
    request_body(content = Option<Completion>),
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
pub(super) async fn complete(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    TaskPath(id): TaskPath,
    if_match: IfMatch,
    OptionalJson(request): OptionalJson<Completion>,
) -> Result<Response, Problem> {
    let user = caller.user;
    let expected_version = change::expected_version(&state, &user, id, &if_match).await?;
    let outcome = match request.completed {
        Some(completed) => {
            let call = CompleteTask {
                done_on: None,
                task_id: id,
                completed,
                expected_version,
            };
            state
                .assistant
                .run_tool(user.id, user.permissions, Tool::CompleteTask(call))
                .await?
        }
        None => {
            state
                .assistant
                .toggle_completed(user.id, user.permissions, id, expected_version)
                .await?
        }
    };
    change::answer(StatusCode::OK, &outcome, &user)
}
