//! `POST /api/{user_id}/chat`: one turn, as JSON or as a stream.

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue},
    response::{IntoResponse as _, Response},
};
use tasktalk_api::chat::{ChatRequest, ChatResponse};
use tasktalk_assistant::{Begun, IdempotencyKey, Input, Run, Turn, TurnError, TurnRequest};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    extract::{
        Anything, IdempotencyKeyHeader, Json, PathUser, Since, WantsStream,
        path_id::parse_conversation_id,
    },
    metrics::Metrics,
    openapi::parts::{Conflict, IdempotencyKeyParam, NotFound, UserParam},
    problem::{Code, Problem},
    state::AppState,
    turn_stream::{TurnStream, WhenLeft},
    wire::{self, turn::message_blank, ui_message_stream},
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(chat))
}

/// Say something to your list.
///
/// One turn: the message is understood, done as far as it is clear, and answered; both messages are kept in the
/// conversation. A question, a missing task and a message that was not understood are answers too, with
/// `success: false`. The turns of one conversation run one after the other.
///
/// With `Accept: text/event-stream` the answer is a UI message stream v1, as the AI SDK's `useChat` reads it: the words of
/// a language model come while it speaks. A turn that is refused is refused as ever. A lost stream stops nothing.
#[utoipa::path(
    post,
    path = "/api/{user_id}/chat",
    tag = "chat",
    params(UserParam, IdempotencyKeyParam),
    request_body = ChatRequest,
    responses(
        (
            status = 200,
            description = "The turn was answered",
            content(
                (ChatResponse = "application/json"),
                (String = "text/event-stream")
            ),
            headers(("idempotency-replayed" = String, description = "`true` when it is the stored answer of an earlier request with this key"))
        ),
        NotFound,
        Conflict
    )
)]
async fn chat(
    State(state): State<AppState>,
    caller: PathUser<Anything>,
    IdempotencyKeyHeader(key): IdempotencyKeyHeader,
    WantsStream(stream): WantsStream,
    Since(since): Since,
    Json(request): Json<ChatRequest>,
) -> Result<Response, Problem> {
    let user = caller.user;
    let turn = turn_request(request, key, user.permissions, since)?;
    let started = Instant::now();
    if stream {
        let begun = state.assistant.begin(user.id, turn).await;
        return streamed(&state, begun, started, &user.public_id);
    }
    let answered = state.assistant.turn(user.id, turn).await;
    count(&state.metrics, &answered, started);
    let turn = answered.map_err(wire::turn::problem)?;
    let replayed = turn.replayed;
    let body = wire::turn::response(turn, &user.public_id);
    let mut response = axum::Json(body).into_response();
    mark_replayed(&mut response, replayed);
    Ok(response)
}

/// A turn as a stream.
fn streamed(
    state: &AppState,
    begun: Result<Begun, TurnError>,
    started: Instant,
    public_id: &str,
) -> Result<Response, Problem> {
    let (run, replayed) = watched(&state.metrics, begun, started)?;
    let mut encoder = ui_message_stream::UiMessageStream::new(public_id);
    let stream = TurnStream {
        run,
        encode: move |event| encoder.frames(event),
        when_left: WhenLeft::GoesOn,
        // A turn in work is finished before the server stops.
        until: CancellationToken::new(),
    };
    let mut response = ([ui_message_stream::HEADER], stream.into_response()).into_response();
    mark_replayed(&mut response, replayed);
    Ok(response)
}

/// A turn that can be followed, and whether it is a stored one; it is counted when it ends. Until it is over, or a
/// language model is asked, it may still be refused.
pub(crate) fn watched(
    metrics: &Metrics,
    begun: Result<Begun, TurnError>,
    started: Instant,
) -> Result<(Run, bool), Problem> {
    let metrics = metrics.clone();
    match begun {
        Ok(Begun::Thinking { run, end }) => {
            // It is counted when it ends, whether or not anybody follows it to its end.
            tokio::spawn(async move {
                let answered = end.await.unwrap_or(Err(TurnError::GivenUp));
                count(&metrics, &answered, started);
            });
            Ok((run, false))
        }
        Ok(Begun::Answered(turn)) => {
            let replayed = turn.replayed;
            let run = Begun::Answered(turn.clone()).into_run();
            count(&metrics, &Ok(*turn), started);
            Ok((run, replayed))
        }
        Err(error) => {
            count(&metrics, &Err(error.clone()), started);
            Err(wire::turn::problem(error))
        }
    }
}

fn mark_replayed(response: &mut Response, replayed: bool) {
    if replayed {
        response.headers_mut().insert(
            HeaderName::from_static("idempotency-replayed"),
            HeaderValue::from_static("true"),
        );
    }
}

/// Counts a turn, what its tools did, and what a language model cost.
pub(crate) fn count(metrics: &Metrics, answered: &Result<Turn, TurnError>, started: Instant) {
    metrics.turn(outcome(answered), started.elapsed());
    let Ok(turn) = answered else { return };
    if turn.replayed {
        return;
    }
    for call in &turn.tool_calls {
        let success = call.result["success"].as_bool().unwrap_or(false);
        metrics.tool(&call.name, success);
    }
    if let Some(used) = &turn.model {
        metrics.model(used);
    }
}

pub(crate) fn outcome(answered: &Result<Turn, TurnError>) -> &'static str {
    match answered {
        Ok(turn) if turn.replayed => "replayed",
        Ok(turn) if turn.success => "done",
        Ok(turn) if turn.pending.is_some() => "asked",
        Ok(_) => "not_done",
        Err(_) => "refused",
    }
}

fn turn_request(
    request: ChatRequest,
    key: Option<String>,
    permissions: tasktalk_assistant::Permissions,
    since: Instant,
) -> Result<TurnRequest, Problem> {
    let idempotency = key.map(|key| IdempotencyKey {
        key,
        request_hash: hash(&request),
    });
    let conversation = request
        .conversation_id
        .as_deref()
        .map(parse_conversation_id)
        .transpose()?;
    let timezone = request
        .timezone
        .as_deref()
        .map(|name| wire::task_input::parse_zone("timezone", name))
        .transpose()?;
    let input = match (request.message, request.answer) {
        (Some(message), None) => Input::Message(text(message)?),
        (None, Some(answer)) => Input::Answer {
            pending: answer
                .pending_id
                .parse()
                .map_err(|_| wire::turn::problem(TurnError::PendingNotFound))?,
            option: answer.option_id,
        },
        (None, None) => {
            return Err(Problem::field(
                "message",
                "Send a 'message', or an 'answer' to a question.",
            ));
        }
        (Some(_), Some(_)) => {
            return Err(Problem::field(
                "answer",
                "Send either a 'message' or an 'answer', not both.",
            ));
        }
    };
    Ok(TurnRequest {
        input,
        conversation,
        timezone,
        permissions,
        idempotency,
        since,
    })
}

/// A message that is text, and not blank.
pub(crate) fn text(message: String) -> Result<String, Problem> {
    if message.trim().is_empty() {
        return Err(message_blank());
    }
    if wire::is_plain_text(&message) {
        Ok(message)
    } else {
        Err(Problem::new(
            Code::MessageNotText,
            "The message has control characters in it. Send plain text.",
        )
        .with_error("message", "Plain text without control characters"))
    }
}

/// What makes two requests the same: their fields, not how they were written.
fn hash(request: &ChatRequest) -> String {
    wire::hash(&serde_json::to_vec(request).expect("a request has only text in it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash_of(json: &str) -> String {
        hash(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn requests_are_the_same_when_their_fields_are() {
        let hash = hash_of(r#"{"message":"buy milk","timezone":"UTC"}"#);
        assert_eq!(
            hash,
            hash_of(r#"{ "timezone": "UTC", "message": "buy milk" }"#)
        );
        assert_ne!(hash, hash_of(r#"{"message":"buy milk"}"#));
        assert_eq!(hash.len(), 64);
    }

    #[test]
    fn files_are_not_messages() {
        assert!(text("two\nlines\tand ümläuts 🎉".to_owned()).is_ok());
        for message in ["\u{0}", "a\u{1b}[31m", "\u{7f}ELF"] {
            assert_eq!(
                text(message.to_owned()).unwrap_err().code(),
                Code::MessageNotText
            );
        }
    }
}
