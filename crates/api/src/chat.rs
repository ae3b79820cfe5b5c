//! One turn of a conversation: a message or a click in, a reply with its receipts out.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::object::objects;
use crate::tasks::Task;

/// What the user says. Exactly one of `message` and `answer` is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct ChatRequest {
    /// The message, 1 to 4,000 characters after trimming.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(
        min_length = 1,
        max_length = 4000,
        examples("Add a task to buy groceries")
    )]
    pub message: Option<String>,
    /// The answer to a pending question, when it was clicked instead of typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// The conversation to go on with; a new one begins when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = "uuid")]
    pub conversation_id: Option<String>,
    /// The IANA time zone the user is in; the profile's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("Europe/Berlin"))]
    pub timezone: Option<String>,
}

impl ChatRequest {
    /// A message that begins a conversation.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: Some(message.into()),
            ..Self::default()
        }
    }
}

/// The option that was clicked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Answer {
    /// The question's id.
    #[schema(format = "uuid")]
    pub pending_id: String,
    /// The option's id.
    #[schema(examples("1"))]
    pub option_id: String,
}

/// The reply to one turn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChatResponse {
    /// The conversation it belongs to; send it with the next message.
    #[schema(format = "uuid")]
    pub conversation_id: String,
    /// The reply, in Markdown.
    #[schema(examples("✅ Task #1 created: **Buy groceries**"))]
    pub response: String,
    /// The tools that ran, in order.
    pub tool_calls: Vec<ToolCall>,
    /// False when something asked for was not done: a question, an error in the request, not understood.
    pub success: bool,
    /// The id of the reply's message.
    #[schema(format = "uuid")]
    pub message_id: String,
    /// What was changed, from the committed rows.
    pub receipts: Vec<Receipt>,
    /// The question that waits for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pending: Option<PendingQuestion>,
    /// What understood the message: `embedded`, or the language model's name.
    #[schema(examples("embedded"))]
    pub engine: String,
    /// How sure it was.
    #[schema(minimum = 0, maximum = 1)]
    pub confidence: f64,
}

/// One tool that ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ToolCall {
    /// The tool's name.
    #[schema(examples("add_task"))]
    pub name: String,
    /// With what.
    #[schema(value_type = Object)]
    pub arguments: Value,
    /// What it answered: always `success`, and what the tool promises.
    #[schema(value_type = Object)]
    pub result: Value,
}

/// The proof of one committed change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Receipt {
    /// What happened: `created`, `updated`, `completed`, `reopened`, `deleted` or `restored`.
    #[schema(examples("created"))]
    pub op: String,
    /// To which task.
    #[schema(minimum = 1)]
    pub task_id: i64,
    /// The task's title after the change.
    pub title: String,
    /// The task before; null when it was created.
    pub before: Option<Task>,
    /// The task after.
    pub after: Option<Task>,
    /// Takes this change back: `POST /api/{user_id}/undo`.
    #[schema(format = "uuid")]
    pub undo_token: String,
    /// Until when it can be taken back.
    #[schema(format = DateTime)]
    pub expires_at: String,
    /// Whether it was taken back since. Said where messages are read; left out when it is false.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undone: bool,
}

/// A question that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PendingQuestion {
    /// Its id; a click sends it back in `answer`.
    #[schema(format = "uuid")]
    pub id: String,
    /// `choice` of a task, `confirm` a change, or `add` a task.
    #[schema(examples("choice"))]
    pub kind: String,
    /// The question.
    pub question: String,
    /// The answers to choose from.
    pub options: Vec<PendingOption>,
    /// After this instant it can't be answered any more.
    #[schema(format = DateTime)]
    pub expires_at: String,
}

/// One answer to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PendingOption {
    /// Its id within the question.
    #[schema(examples("1"))]
    pub id: String,
    /// What a button for it says.
    pub label: String,
    /// The task it stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_id: Option<i64>,
}

objects!(ChatRequest, Answer);
