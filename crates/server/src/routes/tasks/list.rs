//! `GET /api/{user_id}/tasks`.

use axum::extract::State;
use tasktalk_api::tasks::{TaskList, TaskListQuery};
use tasktalk_assistant::tools::{Detail, Tool};

use crate::{
    extract::{PathUser, Query, Read},
    openapi::parts::UserParam,
    problem::Problem,
    state::AppState,
    wire,
};

/// List tasks.
///
/// Filters add up: every one that is given must hold. Tasks in the trash are never in it.
#[utoipa::path(
    get,
    path = "/api/{user_id}/tasks",
    operation_id = "list_tasks",
    tag = "tasks",
    params(UserParam, TaskListQuery),
    responses((status = 200, description = "A page of tasks", body = TaskList))
)]
pub(super) async fn list(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    Query(query): Query<TaskListQuery>,
) -> Result<axum::Json<TaskList>, Problem> {
    let user = caller.user;
    let (call, list) = wire::task_query::parse(&query, user.id)?;
    let outcome = state
        .assistant
        .run_tool(user.id, user.permissions, Tool::ListTasks(call))
        .await?;
    match outcome.detail {
        Detail::Listed {
            tasks, total, next, ..
        } => Ok(axum::Json(TaskList {
            tasks: tasks
                .iter()
                .map(|task| wire::task::task(task, &user.public_id))
                .collect(),
            count: total,
            next_cursor: next.map(|cursor| list.seal(&cursor.encode())),
        })),
        Detail::Failed(failure) => Err(wire::failure::problem(&failure)),
        _ => unreachable!("list_tasks lists tasks"),
    }
}
