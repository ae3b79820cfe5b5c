//! `POST /api/{user_id}/tasks`.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use tasktalk_api::tasks::{NewTask, Task};
use tasktalk_assistant::{
    IdempotencyKey,
    adding::AddError,
    tools::{AddTask, Detail, Tool},
};
use tasktalk_domain::TaskId;

use super::change;
use crate::{
    extract::{CurrentUser, IdempotencyKeyHeader, Json, PathUser, Write},
    openapi::parts::{IdempotencyKeyParam, UserParam},
    problem::Problem,
    state::AppState,
    wire,
};

/// Add a task.
///
/// With an `Idempotency-Key` it is added once, however often the request is repeated; each repetition gets the first
/// answer, with the task as it was then.
#[utoipa::path(
    post,
    path = "/api/{user_id}/tasks",
    operation_id = "create_task",
    tag = "tasks",
    params(UserParam, IdempotencyKeyParam),
    request_body = NewTask,
    responses((
        status = 201,
        description = "The task",
        body = Task,
        headers(
            ("location" = String, description = "Where it is"),
            ("etag" = String, description = "Its version"),
            ("undo-token" = String, description = "Takes the change back"),
            ("idempotency-replayed" = String, description = "`true` when it is the stored answer of an earlier request with this key")
        )
    ))
)]
pub(super) async fn create(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    IdempotencyKeyHeader(key): IdempotencyKeyHeader,
    Json(new): Json<NewTask>,
) -> Result<Response, Problem> {
    let user = caller.user;
    let key = key.map(|key| IdempotencyKey {
        key,
        request_hash: hash(&new),
    });
    let task = wire::task_input::parse_new_task(new, &state.zone_of(&user.user))?;
    let call = AddTask { task };
    match key {
        Some(key) => add_once(&state, &user, call, key).await,
        None => add(&state, &user, call).await,
    }
}

async fn add(state: &AppState, user: &CurrentUser, call: AddTask) -> Result<Response, Problem> {
    let outcome = state
        .assistant
        .run_tool(user.id, user.permissions, Tool::AddTask(call))
        .await?;
    let mut response = change::answer(StatusCode::CREATED, &outcome, user)?;
    if let Detail::Created { task } = &outcome.detail {
        locate(&mut response, task.id);
    }
    Ok(response)
}

async fn add_once(
    state: &AppState,
    user: &CurrentUser,
    call: AddTask,
    key: IdempotencyKey,
) -> Result<Response, Problem> {
    let added = state
        .assistant
        .add_once(user.id, user.permissions, call, key)
        .await
        .map_err(problem)?;
    let receipt = &added.receipt;
    let task = receipt.after.as_deref();
    let task = task.expect("a task that was added is there afterwards");
    let mut response = change::told(StatusCode::CREATED, task, Some(receipt), user);
    locate(&mut response, task.id);
    if added.replayed {
        response.headers_mut().insert(
            HeaderName::from_static("idempotency-replayed"),
            HeaderValue::from_static("true"),
        );
    }
    Ok(response)
}

fn locate(response: &mut Response, id: TaskId) {
    let location = HeaderValue::try_from(format!("/api/me/tasks/{id}"));
    let location = location.expect("a path with a number");
    response.headers_mut().insert(header::LOCATION, location);
}

fn problem(error: AddError) -> Problem {
    match error {
        AddError::IdempotencyMismatch => wire::turn::idempotency_key_reused(),
        AddError::Tool(error) => error.into(),
    }
}

/// What makes two requests the same: their fields, not how they were written. A message under the same key is another
/// request.
fn hash(request: &NewTask) -> String {
    let described = serde_json::to_vec(&("create_task", request));
    wire::hash(&described.expect("a request has only text in it"))
}
