//! The chunks that we send.

use serde::Serialize;
use serde_json::Value;
use tasktalk_api::chat::{ChatResponse, PendingQuestion, Receipt};

/// One chunk.
#[derive(Clone, Debug, Serialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub(crate) enum Chunk {
    /// The assistant's message begins.
    Start { message_id: String },
    /// Its one step begins.
    StartStep,
    /// Which conversation it belongs to. It is no part of the message.
    DataConversation {
        data: ConversationData,
        transient: bool,
    },
    /// A tool ran: this one,
    ToolInputStart {
        tool_call_id: String,
        tool_name: String,
    },
    /// with these arguments,
    ToolInputAvailable {
        tool_call_id: String,
        tool_name: String,
        input: Value,
    },
    /// and this is its result,
    ToolOutputAvailable { tool_call_id: String, output: Value },
    /// or why it did nothing.
    ToolOutputError {
        tool_call_id: String,
        error_text: String,
    },
    /// A committed change. Its id is its undo token.
    DataReceipt { id: String, data: Box<Receipt> },
    /// Text begins,
    TextStart { id: String },
    /// goes on,
    TextDelta { id: String, delta: String },
    /// and ends.
    TextEnd { id: String },
    /// The question that waits for an answer.
    DataPending { data: PendingQuestion },
    /// The whole turn, as it is answered without a stream.
    DataTurn { data: Box<ChatResponse> },
    /// The step is over.
    FinishStep,
    /// The message is over.
    Finish,
    /// The message was stopped.
    Abort,
    /// There is no answer.
    Error { error_text: String },
}

/// The conversation of a turn.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ConversationData {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) new: bool,
}
