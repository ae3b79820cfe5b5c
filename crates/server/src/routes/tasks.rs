//! Tasks and the trash: one file per action. Every change runs through the same tools as chat, so that it has a
//! receipt, an event and an undo.

mod change;
mod complete;
mod create;
mod delete;
mod get;
mod list;
mod occurrence;
mod replace;
mod restore;
mod tags;
mod trash;
mod update;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(
            get::get,
            replace::replace,
            update::update,
            delete::delete
        ))
        .routes(routes!(complete::complete))
        .routes(routes!(occurrence::occurrence))
        .routes(routes!(restore::restore))
        .routes(routes!(trash::trash))
        .routes(routes!(tags::tags))
}
