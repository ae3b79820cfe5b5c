//! A message, and what is remembered beside its text so that any instance can continue the conversation.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Confidence, Intent, MessageId, ModelUse, Pending, Receipt, SortKey, SortOrder, TaskFilter,
    TaskId,
};

/// Shortest and longest message, in characters after trimming.
pub const MESSAGE_LIMIT: usize = 4_000;

/// One message of a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its id; ids sort by time.
    pub id: MessageId,
    /// Who said it.
    pub role: Role,
    /// Its text; Markdown when it is the assistant's.
    pub content: String,
    /// The tools that ran for it, in order (the assistant's messages only).
    pub tool_calls: Vec<ToolCall>,
    /// What is remembered beside it.
    pub metadata: MessageMetadata,
    /// When it was said.
    pub created_at: Timestamp,
}

/// Who said a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The person.
    User,
    /// Tasktalk.
    Assistant,
}

impl Role {
    /// The word used in every interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Assistant => "assistant",
        }
    }
}

/// One tool that ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToolCall {
    /// The tool.
    pub name: String,
    /// With what.
    pub arguments: Value,
    /// What it answered, in the shape that every caller of the tool gets.
    pub result: Value,
}

/// What is remembered beside an assistant's message. A user's message has the default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MessageMetadata {
    /// What was understood.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub intents: Vec<Intent>,
    /// How sure the engine was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// What understood it: `embedded`, or the language model's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engine: Option<String>,
    /// How a language model took part, if it was to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<ModelUse>,
    /// Whether everything asked for was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    /// What was changed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<Receipt>,
    /// The reminders that were put off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub snoozed: Vec<Uuid>,
    /// The question that waits for an answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<Pending>,
    /// The list last shown in this conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<ShownList>,
    /// The tasks last talked about: what "it" and "both" mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<TaskId>,
    /// The tasks that could have been meant instead: what "no, the other one" means.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<TaskId>,
    /// How many messages in a row were not understood.
    #[serde(skip_serializing_if = "is_zero")]
    pub misunderstood: u8,
    /// In which language it was answered, as a BCP 47 subtag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

/// A list as it was shown: what positions such as "the second one" mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownList {
    /// The tasks in the order shown.
    pub tasks: Vec<TaskId>,
    /// When it was shown; it is no longer guessed from after [`ShownList::VALID_FOR`].
    pub at: Timestamp,
    /// The owner's newest event number that this conversation knows of. A higher one in storage means that
    /// another door has changed the list since.
    pub as_of: i64,
    /// Which tasks it was asked to show, so that it can be shown again.
    #[serde(default)]
    pub filter: TaskFilter,
    /// Where it goes on, if it was longer than what was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextPage>,
}

/// Where a list goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextPage {
    /// How many tasks were shown before it.
    #[serde(default)]
    pub seen: usize,
    /// The place after the last task shown, as `list_tasks` takes it.
    pub cursor: String,
    /// How the list is sorted.
    pub sort: SortKey,
    /// In which direction.
    pub order: SortOrder,
}

impl ShownList {
    /// How long positions and pronouns may refer to a list.
    pub const VALID_FOR: jiff::SignedDuration = jiff::SignedDuration::from_mins(30);
}
