//! Conversations and their messages.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::chat::{PendingQuestion, Receipt, ToolCall};
use crate::object::objects;

/// A conversation, without its messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Conversation {
    /// Its id.
    #[schema(format = "uuid")]
    pub id: String,
    /// Its title: from its first message, unless someone renamed it.
    pub title: String,
    /// When it began.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When its last turn or renaming was.
    #[schema(format = DateTime)]
    pub updated_at: String,
}

/// A page of conversations, the one that was used last first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConversationList {
    /// The conversations.
    pub conversations: Vec<Conversation>,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<String>,
}

/// Which conversations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ConversationQuery {
    /// Only those whose title contains this text, without regard to case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// How many at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(minimum = 1, maximum = 200, default = 50)]
    pub limit: Option<u32>,
    /// Where to go on: the `next_cursor` of the page before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 4096)]
    pub cursor: Option<String>,
}

/// A conversation to begin before its first message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct NewConversation {
    /// Its title, 1 to 200 characters; taken from the first message when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
}

/// A new name for a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct ConversationPatch {
    /// The title, 1 to 200 characters.
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
}

/// One message of a conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// Its id; ids sort by time.
    #[schema(format = "uuid")]
    pub id: String,
    /// `user` or `assistant`.
    #[schema(examples("assistant"))]
    pub role: String,
    /// Its text; Markdown when it is the assistant's.
    pub content: String,
    /// The tools that ran for it.
    pub tool_calls: Vec<ToolCall>,
    /// What is known beside the text.
    pub metadata: MessageMetadata,
    /// When it was said.
    #[schema(format = DateTime)]
    pub created_at: String,
}

/// What is known beside a message's text; a user's message has none of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MessageMetadata {
    /// What was understood, one word per command.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intents: Vec<String>,
    /// How sure the engine was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// What understood it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
    /// How a language model took part, if it was to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<ModelUse>,
    /// Whether everything asked for was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    /// What was changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<Receipt>,
    /// The question that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<PendingQuestion>,
}

/// How a language model took part in a turn, and what it cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ModelUse {
    /// The model's name.
    pub model: String,
    /// `commands` when its reading was followed, `words` when it answered a question, `not_followed` when the embedded
    /// engine's reading stands beside it; else one word for why it gave no answer, such as `timed_out`.
    #[schema(examples("commands"))]
    pub outcome: String,
    /// Tokens of what it was asked.
    pub prompt_tokens: u32,
    /// Tokens of what it answered.
    pub completion_tokens: u32,
}

/// A page of messages, oldest first; the first page holds the newest messages, the next one those before them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MessageList {
    /// The messages.
    pub messages: Vec<Message>,
    /// Where the page before these in time begins; null when there is none.
    pub next_cursor: Option<String>,
}

objects!(NewConversation, ConversationPatch);
