//! The turn that is in work in a conversation: follow it, stop it.

use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    extract::{ConversationPath, PathUser, Read, Write},
    openapi::parts::{ConversationParam, NotFound, UserParam},
    problem::Problem,
    state::AppState,
    turn_stream::{TurnStream, WhenLeft},
    wire::{self, ui_message_stream},
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(follow_turn))
        .routes(routes!(stop_turn))
}

/// Follow the turn that is being answered, from its beginning.
///
/// For a client that lost its stream. When nothing is being answered, the answer is in the messages. A turn that another
/// instance of the server answers comes in one piece, once it is over.
#[utoipa::path(
    get,
    path = "/api/{user_id}/conversations/{id}/stream",
    tag = "chat",
    params(UserParam, ConversationParam),
    responses(
        (status = 200, description = "The turn, as a UI message stream v1", body = String, content_type = "text/event-stream"),
        (status = 204, description = "Nothing is being answered"),
        NotFound
    )
)]
async fn follow_turn(
    State(state): State<AppState>,
    caller: PathUser<Read>,
    ConversationPath(id): ConversationPath,
) -> Result<Response, Problem> {
    let user = caller.user;
    let running = state.assistant.running_turn(user.id, id).await;
    let Some(run) = running.map_err(wire::turn::problem)? else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let mut encoder = ui_message_stream::UiMessageStream::new(&user.public_id);
    let stream = TurnStream {
        run,
        encode: move |event| encoder.frames(event),
        when_left: WhenLeft::GoesOn,
        // Whoever follows here lost a stream before and can do so again.
        until: state.stop.clone(),
    };
    Ok(([ui_message_stream::HEADER], stream.into_response()).into_response())
}

/// Stop the turn that is being answered.
///
/// What a language model has said by then stays, and nothing is changed. A turn that acts already is not held up: its
/// answer tells what it did, and "undo" takes it back. 204 also when nothing is being answered.
#[utoipa::path(
    post,
    path = "/api/{user_id}/conversations/{id}/stop",
    tag = "chat",
    params(UserParam, ConversationParam),
    responses((status = 204, description = "Nothing is being answered any more, or soon"), NotFound)
)]
async fn stop_turn(
    State(state): State<AppState>,
    caller: PathUser<Write>,
    ConversationPath(id): ConversationPath,
) -> Result<StatusCode, Problem> {
    let stopped = state.assistant.stop_turn(caller.user.id, id).await;
    stopped.map_err(wire::turn::problem)?;
    Ok(StatusCode::NO_CONTENT)
}
