//! `{id}` in a path.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use tasktalk_domain::{ConversationId, TaskId};
use uuid::Uuid;

use crate::{
    problem::{Code, Problem},
    state::AppState,
};

/// A task's number in the path.
pub(crate) struct TaskPath(pub(crate) TaskId);

/// A conversation's id in the path.
pub(crate) struct ConversationPath(pub(crate) ConversationId);

/// A reminder's id in the path.
pub(crate) struct ReminderPath(pub(crate) Uuid);

impl FromRequestParts<AppState> for ReminderPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let text = id(parts, state).await?;
        text.parse().map(Self).map_err(|_| reminder_not_found())
    }
}

/// The same for an unknown and for someone else's reminder, and for what is no id.
pub(crate) fn reminder_not_found() -> Problem {
    Problem::new(Code::ReminderNotFound, "There is no such reminder.")
}

impl FromRequestParts<AppState> for TaskPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        let text = id(parts, state).await?;
        text.parse::<i64>()
            .ok()
            .filter(|_| text.starts_with(|c: char| c.is_ascii_digit()))
            .and_then(|number| TaskId::try_from(number).ok())
            .map(Self)
            .ok_or_else(|| {
                Problem::new(Code::InvalidTaskId, "Task ID must be a positive integer")
                    .with_error("id", "Task ID must be a positive integer")
            })
    }
}

impl FromRequestParts<AppState> for ConversationPath {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        parse_conversation_id(&id(parts, state).await?).map(Self)
    }
}

/// Reads a conversation's id. Text that is no id names no conversation, which is told as for any unknown one.
pub(crate) fn parse_conversation_id(text: &str) -> Result<ConversationId, Problem> {
    text.parse()
        .map(ConversationId)
        .map_err(|_| conversation_not_found())
}

/// The same for an unknown and for someone else's conversation.
pub(crate) fn conversation_not_found() -> Problem {
    Problem::new(
        Code::ConversationNotFound,
        "There is no such conversation. Leave 'conversation_id' out to begin a new one.",
    )
}

pub(super) fn unreadable_path() -> Problem {
    Problem::new(
        Code::MalformedRequest,
        "The path is not valid UTF-8 after decoding.",
    )
}

pub(crate) async fn id(parts: &mut Parts, state: &AppState) -> Result<String, Problem> {
    let parameters = RawPathParams::from_request_parts(parts, state)
        .await
        .map_err(|_| unreadable_path())?;
    Ok(parameters
        .iter()
        .find(|(name, _)| *name == "id")
        .map(|(_, value)| value.to_owned())
        .expect("only routes with {id} ask for it"))
}
