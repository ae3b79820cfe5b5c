//! A turn's answer, and why there is none.

use tasktalk_api::chat::ChatResponse;
use tasktalk_assistant::{Turn, TurnError};

use super::{
    conversation::{confidence, pending, tool_call},
    task::receipt,
};
use crate::{
    extract::path_id::conversation_not_found,
    problem::{Code, Problem},
};

/// A turn as it is answered.
pub(crate) fn response(turn: Turn, public_id: &str) -> ChatResponse {
    ChatResponse {
        conversation_id: turn.conversation.to_string(),
        response: turn.response,
        tool_calls: turn.tool_calls.into_iter().map(tool_call).collect(),
        success: turn.success,
        message_id: turn.message.to_string(),
        receipts: turn
            .receipts
            .iter()
            .map(|change| receipt(change, public_id))
            .collect(),
        pending: turn.pending.as_ref().map(pending),
        engine: turn.engine,
        confidence: confidence(turn.confidence),
    }
}

/// After so many seconds a turn that waits for a language model is looked for again.
const STILL_ANSWERING: u64 = 2;

/// A key came with another request before.
pub(crate) fn idempotency_key_reused() -> Problem {
    Problem::new(
        Code::IdempotencyKeyReused,
        "This Idempotency-Key was used for another request. Use a new key for a new request.",
    )
}

/// Why a turn was not answered.
pub(crate) fn problem(error: TurnError) -> Problem {
    match error {
        TurnError::BlankMessage => message_blank(),
        TurnError::MessageTooLong => Problem::new(
            Code::MessageTooLong,
            "A message has at most 4,000 characters. Send it in parts.",
        )
        .with_error("message", "At most 4,000 characters"),
        TurnError::ConversationNotFound => conversation_not_found(),
        TurnError::PendingNotFound => Problem::new(
            Code::PendingGone,
            "That question can't be answered any more: it was answered before or has expired. Say again what you want.",
        ),
        TurnError::IdempotencyMismatch => idempotency_key_reused(),
        TurnError::TooManyWaiting => Problem::new(
            Code::TooManyWaiting,
            "Sixteen messages of this conversation are waiting already. Try again in a moment.",
        )
        .retry_after(1),
        TurnError::StillAnswering => Problem::new(
            Code::StillAnswering,
            "The first request with this Idempotency-Key is still being answered. Ask again in a moment.",
        )
        .retry_after(STILL_ANSWERING),
        TurnError::GivenUp => Problem::new(
            Code::Unavailable,
            "The answer took too long, so nothing was done. Say it again.",
        )
        .retry_after(1),
        TurnError::NoSuchUser => account_gone(),
        TurnError::Storage(error) => error.into(),
    }
}

/// The account was erased while its token was still good.
pub(crate) fn account_gone() -> Problem {
    Problem::unauthorized(
        Code::TokenInvalid,
        "The token's account does not exist any more.",
    )
}

/// A message with nothing in it.
pub(crate) fn message_blank() -> Problem {
    Problem::new(
        Code::MessageBlank,
        "The message is blank. Write what you want, such as 'add buy milk'.",
    )
    .with_error("message", "1 to 4,000 characters")
}
