//! `GET /api/{user_id}/trash`.

use axum::extract::State;
use tasktalk_api::tasks::{TaskList, TrashQuery};
use tasktalk_storage::tasks::TaskCursor;

use crate::{
    extract::{PathUser, Query, Read},
    openapi::parts::UserParam,
    problem::Problem,
    state::AppState,
    wire::{self, cursor::List},
};

/// List the trash, or search it; the newest in it first. A task stays there for 30 days.
#[utoipa::path(
    get,
    path = "/api/{user_id}/trash",
    operation_id = "list_trash",
    tag = "tasks",
    params(UserParam, TrashQuery),
    responses((status = 200, description = "A page of deleted tasks", body = TaskList))
)]
pub(super) async fn trash(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    Query(query): Query<TrashQuery>,
) -> Result<axum::Json<TaskList>, Problem> {
    let user = caller.user;
    let text = wire::task_query::search_text(query.q.as_deref())?;
    let list = List::new("trash", user.id, &text);
    let cursor = list.open(query.cursor.as_deref(), TaskCursor::decode)?;
    let page = state
        .assistant
        .list_trash(
            user.id,
            user.permissions,
            text,
            wire::limit(query.limit)?,
            cursor,
        )
        .await?;
    Ok(axum::Json(TaskList {
        tasks: page
            .tasks
            .iter()
            .map(|task| wire::task::task(task, &user.public_id))
            .collect(),
        count: page.total,
        next_cursor: page.next.map(|cursor| list.seal(&cursor.encode())),
    }))
}
