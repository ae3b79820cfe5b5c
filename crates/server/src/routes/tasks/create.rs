//! `POST /api/{user_id}/tasks`.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use tasktalk_api::tasks::{NewTask, Task};
use tasktalk_assistant::tools::{AddTask, Detail, Tool};

use super::change;
use crate::{
    extract::{Json, PathUser, Write},
    openapi::parts::UserParam,
    problem::Problem,
    state::AppState,
    wire,
};

/// Add a task.
#[utoipa::path(
    post,
    path = "/api/{user_id}/tasks",
    operation_id = "create_task",
    tag = "tasks",
    params(UserParam),
    request_body = NewTask,
    responses((
        status = 201,
        description = "The task",
        body = Task,
        headers(
            ("location" = String, description = "Where it is"),
            ("etag" = String, description = "Its version"),
            ("undo-token" = String, description = "Takes the change back")
        )
    ))
)]
pub(super) async fn create(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    Json(new): Json<NewTask>,
) -> Result<Response, Problem> {
    let user = caller.user;
    let task = wire::task_input::parse_new_task(new, &state.zone_of(&user.user))?;
    let outcome = state
        .assistant
        .run_tool(user.id, user.permissions, Tool::AddTask(AddTask { task }))
        .await?;
    let mut response = change::answer(StatusCode::CREATED, &outcome, &user)?;
    if let Detail::Created { task } = &outcome.detail {
        let location = format!("/api/me/tasks/{}", task.id);
        response.headers_mut().insert(
            header::LOCATION,
            HeaderValue::try_from(location).expect("a path with a number"),
        );
    }
    Ok(response)
}
