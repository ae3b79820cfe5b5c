//! One turn from outside: what it is asked with, what it answers, and why it may not be answered.
//!
//! A misunderstanding, a missing task or a refused value is an answer, never a [`TurnError`].

use serde::Serialize;
use tasktalk_domain::{
    Confidence, ConversationId, MessageId, ModelUse, Pending, Receipt, ToolCall, Zone, message,
};
use tasktalk_storage::StorageError;
use tokio::time::Instant;
use uuid::Uuid;

use crate::{Permissions, language_model::notes, turn_event::Start};

/// What answered a turn when no language model took part.
pub const EMBEDDED_ENGINE: &str = "embedded";

/// One message, or one click on an answer, with all that decides how it is read.
#[derive(Clone, Debug)]
pub struct TurnRequest {
    /// What the user said.
    pub input: Input,
    /// The conversation it belongs to; a new one when `None`.
    pub conversation: Option<ConversationId>,
    /// Where the user is now; the profile's zone, else the server's, when `None`.
    pub timezone: Option<Zone>,
    /// What the caller's token allows.
    pub permissions: Permissions,
    /// Makes a retry answer what the first attempt answered.
    pub idempotency: Option<IdempotencyKey>,
    /// When it was asked for: the time of a language model counts from then on.
    pub since: Instant,
}

/// What the user said.
#[derive(Clone, Debug)]
pub enum Input {
    /// Words, 1 to 4,000 characters after trimming.
    Message(String),
    /// A click on one of the answers to a question.
    Answer {
        /// The question.
        pending: Uuid,
        /// The answer's id within it.
        option: String,
    },
}

/// The caller's name for one request, by which a retry is recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// What the caller sent.
    pub key: String,
    /// SHA-256 of the whole request in hexadecimal: the same key with another one is refused.
    pub request_hash: String,
}

/// An answered turn. All of it is kept in the assistant's message, so that a replay renders the same bytes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turn {
    /// The conversation, new or continued.
    pub conversation: ConversationId,
    /// The assistant's message.
    pub message: MessageId,
    /// What was answered, as Markdown.
    pub response: String,
    /// The tools that ran, in order.
    pub tool_calls: Vec<ToolCall>,
    /// False when something that was asked for was not done.
    pub success: bool,
    /// What was changed.
    pub receipts: Vec<Receipt>,
    /// The question that waits for an answer.
    pub pending: Option<Pending>,
    /// What understood the message.
    pub engine: String,
    /// How sure it was.
    pub confidence: Confidence,
    /// How a language model took part, if it was to.
    pub model: Option<ModelUse>,
    /// The conversation's title; empty when it was deleted since.
    #[serde(skip)]
    pub title: String,
    /// Whether the conversation begins with this turn.
    #[serde(skip)]
    pub begins: bool,
    /// Whether this is the stored answer of an earlier attempt.
    #[serde(skip)]
    pub replayed: bool,
}

impl Turn {
    /// Whether it was stopped before it had its answer.
    pub fn was_stopped(&self) -> bool {
        let outcome = self.model.as_ref().map(|used| used.outcome.as_str());
        outcome == Some(notes::STOPPED)
    }

    /// Where it belongs.
    pub(crate) fn start(&self) -> Start {
        Start {
            conversation: self.conversation,
            title: self.title.clone(),
            begins: self.begins,
            message: self.message,
        }
    }
}

/// Why a turn was not answered; nothing was changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum TurnError {
    /// Nothing but white space.
    #[error("Write a message")]
    BlankMessage,
    /// More than [`message::MESSAGE_LIMIT`] characters.
    #[error("A message can have at most {} characters", message::MESSAGE_LIMIT)]
    MessageTooLong,
    /// No conversation of this user has that id.
    #[error("Conversation not found")]
    ConversationNotFound,
    /// The question was answered, replaced or has expired, or it has no such answer.
    #[error("That question is no longer open")]
    PendingNotFound,
    /// The key came with another request before.
    #[error("This Idempotency-Key was used for another request")]
    IdempotencyMismatch,
    /// Sixteen turns of this conversation wait already.
    #[error("Too many messages of this conversation are waiting")]
    TooManyWaiting,
    /// The first request with this key waits for a language model.
    #[error("This message is still being answered")]
    StillAnswering,
    /// The turn waited so long for a language model that it was given up.
    #[error("The answer took too long; nothing was changed")]
    GivenUp,
    /// The account does not exist any more.
    #[error("No such user")]
    NoSuchUser,
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}
