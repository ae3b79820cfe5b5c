//! What all changes of one task share: the version they expect, and how they are answered.

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tasktalk_assistant::tools::{Detail, ToolOutcome};
use tasktalk_domain::{Receipt, Task, TaskId};

use crate::{
    extract::{CurrentUser, IfMatch, if_match},
    problem::Problem,
    state::AppState,
    wire,
};

/// The header with which a change over REST can be taken back.
const UNDO_TOKEN: HeaderName = HeaderName::from_static("undo-token");
/// The header that tells that a request changed nothing.
const UNCHANGED: HeaderName = HeaderName::from_static("unchanged");
/// A version that no task has.
const NO_VERSION: i64 = 0;

/// The one version that the task must have for the change to happen; `None` for any.
pub(super) async fn expected_version(
    state: &AppState,
    user: &CurrentUser,
    id: TaskId,
    if_match: &IfMatch,
) -> Result<Option<i64>, Problem> {
    match if_match {
        IfMatch::Any => Ok(None),
        IfMatch::Versions(versions) => match versions.as_slice() {
            [] => Ok(Some(NO_VERSION)),
            [version] => Ok(Some(*version)),
            // Whichever of them the task has now; the tool checks again under the lock.
            [first, ..] => {
                let task = state
                    .assistant
                    .get_task(user.id, user.permissions, id)
                    .await?;
                let has_one = if_match.allows(task.version);
                Ok(Some(if has_one { task.version } else { *first }))
            }
        },
    }
}

/// The changed task with its ETag and what takes the change back, or that there was nothing to change.
pub(super) fn answer(
    status: StatusCode,
    outcome: &ToolOutcome,
    user: &CurrentUser,
) -> Result<Response, Problem> {
    let task = changed_task(&outcome.detail)?;
    Ok(told(status, task, outcome.receipts.last(), user))
}

/// A task with its ETag and what takes its change back; without a receipt, that there was nothing to change.
pub(super) fn told(
    status: StatusCode,
    task: &Task,
    receipt: Option<&Receipt>,
    user: &CurrentUser,
) -> Response {
    let body = axum::Json(wire::task::task(task, &user.public_id));
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::ETAG, if_match::etag(task.version));
    match receipt.and_then(undo_token) {
        Some(token) => headers.insert(UNDO_TOKEN, token),
        None => headers.insert(UNCHANGED, HeaderValue::from_static("true")),
    };
    response
}

/// An answer without a body.
pub(super) fn answer_without_body(outcome: &ToolOutcome) -> Result<Response, Problem> {
    changed_task(&outcome.detail)?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(token) = outcome.receipts.last().and_then(undo_token) {
        response.headers_mut().insert(UNDO_TOKEN, token);
    }
    Ok(response)
}

fn changed_task(detail: &Detail) -> Result<&Task, Problem> {
    match detail {
        Detail::Created { task }
        | Detail::Completed { task, .. }
        | Detail::Reopened { task, .. }
        | Detail::Skipped { task, .. }
        | Detail::Updated { after: task, .. }
        | Detail::Deleted { task, .. }
        | Detail::Restored { task, .. } => Ok(task),
        Detail::Failed(failure) => Err(wire::failure::problem(failure)),
        Detail::Listed { .. } | Detail::Undone { .. } => {
            unreachable!("a change of one task has that task as its result")
        }
    }
}

fn undo_token(receipt: &Receipt) -> Option<HeaderValue> {
    HeaderValue::try_from(receipt.undo_token.to_string()).ok()
}
