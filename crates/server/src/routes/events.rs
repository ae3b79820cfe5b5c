//! `GET /api/{user_id}/events`: what happens to the user's tasks and conversations, as it happens.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use tasktalk_api::events::Event;
use tasktalk_storage::events;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    event_streams::{self, NotANumber},
    extract::{PathUser, Read},
    openapi::parts::{LastEventIdParam, UserParam},
    problem::Problem,
    state::AppState,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(listen))
}

/// Listen to what changes.
///
/// A stream of server-sent events that goes on until the token ends: every change of tasks and conversations, through
/// chat, REST, agents and other pages, on any instance. Each event's `data` is one JSON object; its `id` is the number
/// to send as `Last-Event-ID` when coming back, and then what was missed comes first. Without it the stream begins
/// now. A comment comes every 15 seconds.
#[utoipa::path(
    get,
    path = "/api/{user_id}/events",
    operation_id = "listen_to_events",
    tag = "events",
    params(UserParam, LastEventIdParam),
    responses(
        (status = 200, description = "The stream; the schema is that of each event's data", body = Event, content_type = "text/event-stream"),
    )
)]
async fn listen(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let user = caller.user;
    let owner = user.id;
    // The place first: what is committed after the number was read is heard of.
    let place = state.event_streams.listen(owner)?;
    let newest = state
        .database
        .read(move |snapshot| Box::pin(events::newest(snapshot, owner)))
        .await?;
    let last = last_event_id(&headers);
    let body = event_streams::body(&state, place, &user, last, newest);
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/event-stream"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        // Tells proxies to pass it on as it comes.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    Ok((headers, body).into_response())
}

/// The number that the client saw last; an empty one is none (HTML Living Standard, 9.2.6).
fn last_event_id(headers: &HeaderMap) -> Option<Result<i64, NotANumber>> {
    let value = headers.get("last-event-id")?;
    let text = value.to_str().unwrap_or("?").trim();
    if text.is_empty() {
        return None;
    }
    let number = text.parse().ok().filter(|number| *number >= 0);
    Some(number.ok_or(NotANumber))
}
