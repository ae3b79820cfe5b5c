//! `GET /api/{user_id}/tags`.

use axum::extract::State;
use tasktalk_api::tasks::{TagList, TagUse};

use crate::{
    extract::{PathUser, Read},
    openapi::parts::UserParam,
    problem::Problem,
    state::AppState,
};

/// List the tags in use, those of the most open tasks first. Tasks in the trash don't count.
#[utoipa::path(
    get,
    path = "/api/{user_id}/tags",
    operation_id = "list_tags",
    tag = "tasks",
    params(UserParam),
    responses((status = 200, description = "The tags", body = TagList))
)]
pub(super) async fn tags(
    State(state): State<AppState>,
    caller: PathUser<Read>,
) -> Result<axum::Json<TagList>, Problem> {
    let user = caller.user;
    let found = state.assistant.list_tags(user.id, user.permissions).await?;
    let tags = found.into_iter().map(|found| TagUse {
        tag: found.tag,
        pending: found.pending,
        completed: found.completed,
    });
    Ok(axum::Json(TagList {
        tags: tags.collect(),
    }))
}
