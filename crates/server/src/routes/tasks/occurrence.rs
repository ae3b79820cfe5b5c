//! `POST /api/{user_id}/tasks/{id}/occurrence`.

use axum::{extract::State, http::StatusCode, response::Response};
use tasktalk_api::tasks::{OccurrenceAction as Action, OccurrenceRequest, Task};
use tasktalk_assistant::assistant::OccurrenceAction;
use tasktalk_domain::Zone;

use super::change;
use crate::{
    extract::{IfMatch, Json, PathUser, TaskPath, Write},
    openapi::parts::{Conflict, IfMatchParam, NotFound, PreconditionFailed, TaskParam, UserParam},
    problem::Problem,
    state::AppState,
    wire,
};

/// Do, skip or move the present occurrence of a repeating task.
#[utoipa::path(
    post,
    path = "/api/{user_id}/tasks/{id}/occurrence",
    operation_id = "change_occurrence",
    tag = "tasks",
    params(UserParam, TaskParam, IfMatchParam),
    request_body = OccurrenceRequest,
    responses(
        (
            status = 200,
            description = "The task, at its occurrence from now on",
            body = Task,
            headers(
                ("etag" = String, description = "Its version"),
                ("undo-token" = String, description = "Takes the change back; absent when nothing changed")
            )
        ),
        NotFound,
        Conflict,
        PreconditionFailed
    )
)]
pub(super) async fn occurrence(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    TaskPath(id): TaskPath,
    if_match: IfMatch,
    Json(request): Json<OccurrenceRequest>,
) -> Result<Response, Problem> {
    let user = caller.user;
    let action = action(&request, &state.zone_of(&user.user))?;
    let expected_version = change::expected_version(&state, &user, id, &if_match).await?;
    let outcome = state
        .assistant
        .occurrence(user.id, user.permissions, id, action, expected_version)
        .await?;
    change::answer(StatusCode::OK, &outcome, &user)
}

fn action(request: &OccurrenceRequest, zone: &Zone) -> Result<OccurrenceAction, Problem> {
    match (request.action, &request.to) {
        (Action::Done, None) => Ok(OccurrenceAction::Done),
        (Action::Skip, None) => Ok(OccurrenceAction::Skip),
        (Action::Move, Some(to)) => {
            wire::task_input::parse_due("to", to, zone).map(OccurrenceAction::Move)
        }
        (Action::Move, None) => Err(Problem::field(
            "to",
            "Say where to move it: 'to' is a due date.",
        )),
        (Action::Done | Action::Skip, Some(_)) => Err(Problem::field(
            "to",
            "'to' goes with the action 'move' only.",
        )),
    }
}
