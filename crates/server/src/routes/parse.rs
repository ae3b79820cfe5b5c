//! `POST /api/{user_id}/parse`: what the embedded engine understands. Changes nothing.

use axum::extract::State;
use tasktalk_api::parse::{ParseRequest, ParseResponse};
use tasktalk_domain::{Locale, message::MESSAGE_LIMIT};
use tasktalk_understanding::{Moment, parse_line};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    extract::{Json, PathUser, Read},
    openapi::parts::UserParam,
    problem::Problem,
    state::AppState,
    wire,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(parse))
}

/// See what would be understood.
///
/// What `tasktalk parse` prints for the message: its commands with confidences, parameters and the spans of the text
/// they were read from. Nothing is changed, and nothing is looked up: references are not resolved to tasks.
#[utoipa::path(
    post,
    path = "/api/{user_id}/parse",
    tag = "chat",
    params(UserParam),
    request_body = ParseRequest,
    responses((status = 200, description = "What was understood", body = ParseResponse))
)]
async fn parse(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    Json(request): Json<ParseRequest>,
) -> Result<axum::Json<serde_json::Value>, Problem> {
    let message = super::chat::text(request.message)?;
    if message.trim().chars().count() > MESSAGE_LIMIT {
        return Err(wire::turn::problem(
            tasktalk_assistant::TurnError::MessageTooLong,
        ));
    }
    let user = &caller.user.user;
    let zone = match &request.timezone {
        Some(name) => wire::task_input::parse_zone("timezone", name)?,
        None => state.zone_of(user),
    };
    let locale = match &request.locale {
        Some(tag) => {
            Locale::parse(tag).map_err(|error| Problem::field("locale", error.to_string()))?
        }
        None => state.locale_of(user),
    };
    let moment = Moment {
        now: zone.local(state.clock.now()),
        zone,
        locale,
    };
    let understood = parse_line(message.trim(), &moment);
    serde_json::to_value(understood)
        .map(axum::Json)
        .map_err(|error| Problem::internal(&error))
}
