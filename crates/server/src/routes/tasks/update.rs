//! `PATCH /api/{user_id}/tasks/{id}`.

use axum::{extract::State, http::StatusCode, response::Response};
use tasktalk_api::{
    Patch,
    tasks::{Task, TaskPatch},
};
use tasktalk_assistant::tools::{Tool, UpdateTask};
use tasktalk_domain::Change;

use super::change;
use crate::{
    extract::{IfMatch, Json, PathUser, TaskPath, Write},
    openapi::parts::{Conflict, IfMatchParam, NotFound, PreconditionFailed, TaskParam, UserParam},
    problem::Problem,
    state::AppState,
    wire,
};

/// Change parts of a task (RFC 7396): null clears, absent keeps.
///
/// Null takes the description, the due date and the recurrence away, makes the priority `none` and the tags an empty
/// list. A title can't be cleared: null is refused.
#[utoipa::path(
    patch,
    path = "/api/{user_id}/tasks/{id}",
    operation_id = "update_task",
    tag = "tasks",
    params(UserParam, TaskParam, IfMatchParam),
    request_body = TaskPatch,
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
pub(super) async fn update(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    TaskPath(id): TaskPath,
    if_match: IfMatch,
    Json(patch): Json<TaskPatch>,
) -> Result<Response, Problem> {
    let user = caller.user;
    let mut call = UpdateTask::new(id);
    call.keep_zone =
        matches!(&patch.due, Patch::Set(due) if wire::task_input::leaves_zone_open(due));
    call.patch = wire::task_input::parse_patch(patch, &state.zone_of(&user.user))?;
    if let Change::Set(recurrence) = &call.patch.recurrence {
        let due = match &call.patch.due {
            Change::Set(due) => Some(due.clone()),
            Change::Clear => None,
            Change::Keep => {
                let (owner, permissions) = (user.id, user.permissions);
                let task = state.assistant.get_task(owner, permissions, id).await?;
                task.due
            }
        };
        // Without one it is refused as well, by the tool.
        if let Some(due) = due {
            wire::task_input::require_occurrence(recurrence, &due)?;
        }
    }
    call.expected_version = change::expected_version(&state, &user, id, &if_match).await?;
    let outcome = state
        .assistant
        .run_tool(user.id, user.permissions, Tool::UpdateTask(Box::new(call)))
        .await?;
    change::answer(StatusCode::OK, &outcome, &user)
}
