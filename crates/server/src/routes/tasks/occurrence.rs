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

/// Do, skip or move one occurrence of a repeating task.
///
/// The present one, unless `on` names another that is to be skipped or moved. The series itself stays as it is.
///
/// A second `done` within a minute, when nothing else happened to the task, is taken for the first one sent twice: nothing
/// changes, and the answer says so with `unchanged: true`. To complete the next occurrence right away, send its version as
/// `If-Match`.
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
                ("undo-token" = String, description = "Takes the change back; absent when nothing changed"),
                ("unchanged" = String, description = "`true` when nothing changed; absent otherwise")
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
    let on = (request.on.as_deref())
        .map(|on| wire::task_input::parse_date("on", on))
        .transpose()?;
    match (request.action, &request.to) {
        (Action::Done, None) if on.is_some() => Err(Problem::field(
            "on",
            "'on' goes with the actions 'skip' and 'move'; what is done is the present occurrence.",
        )),
        (Action::Done, None) => Ok(OccurrenceAction::Done),
        (Action::Skip, None) => Ok(OccurrenceAction::Skip { on }),
        (Action::Move, Some(to)) => {
            let keep_zone = wire::task_input::leaves_zone_open(to);
            let to = wire::task_input::parse_due("to", to, zone)?;
            Ok(OccurrenceAction::Move { on, to, keep_zone })
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
