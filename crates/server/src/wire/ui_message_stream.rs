//! The AI SDK's *UI message stream v1*: turn events as the chunks that `useChat`, assistant-ui and our own page read.
//!
//! Clients refuse chunks of types that they don't know and ignore keys that they don't know. What is ours is therefore
//! a `data-…` chunk. Source: `uiMessageChunkSchema` of npm's `ai` 6, which our tests run.

mod chunk;
#[cfg(test)]
mod tests;

use axum::http::{HeaderName, HeaderValue};
use tasktalk_assistant::{Start, Turn, TurnError, TurnEvent};

pub(crate) use self::chunk::Chunk;
use self::chunk::ConversationData;
use super::{
    conversation::{pending, tool_call},
    task::receipt,
    turn,
};

/// Tells clients which protocol it is.
pub(crate) const HEADER: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-vercel-ai-ui-message-stream"),
    HeaderValue::from_static("v1"),
);
/// The last frame.
pub(crate) const DONE: &str = "data: [DONE]\n\n";

/// One stream while it is written: which text is open, and how many tools ran.
#[derive(Clone, Debug)]
pub(crate) struct UiMessageStream {
    public_id: String,
    message: String,
    calls: usize,
    texts: usize,
    text_is_open: bool,
}

impl UiMessageStream {
    /// A stream for the user with this public id.
    pub(crate) fn new(public_id: &str) -> Self {
        Self {
            public_id: public_id.to_owned(),
            message: String::new(),
            calls: 0,
            texts: 0,
            text_is_open: false,
        }
    }

    /// What an event looks like on the wire; with the end comes the last frame.
    pub(crate) fn frames(&mut self, event: TurnEvent) -> String {
        let is_end = event.is_end();
        let mut frames = String::new();
        for chunk in self.chunks(event) {
            frames.push_str("data: ");
            frames.push_str(&serde_json::to_string(&chunk).expect("chunks have only text in them"));
            frames.push_str("\n\n");
        }
        if is_end {
            frames.push_str(DONE);
        }
        frames
    }

    fn chunks(&mut self, event: TurnEvent) -> Vec<Chunk> {
        match event {
            TurnEvent::Started(start) => self.start(start),
            TurnEvent::Text(delta) => self.text(delta),
            TurnEvent::TextDropped => self.close_text(),
            TurnEvent::ToolRan(call) => self.tool(call),
            TurnEvent::Changed(change) => vec![Chunk::DataReceipt {
                id: change.undo_token.to_string(),
                data: Box::new(receipt(&change, &self.public_id)),
            }],
            TurnEvent::Asked(question) => {
                let mut chunks = self.close_text();
                chunks.push(Chunk::DataPending {
                    data: pending(&question),
                });
                chunks
            }
            TurnEvent::Finished(turn) => self.end(*turn, Chunk::Finish),
            TurnEvent::Stopped(turn) => self.end(*turn, Chunk::Abort),
            TurnEvent::Failed(error) => self.fail(error),
        }
    }

    fn start(&mut self, start: Start) -> Vec<Chunk> {
        self.message = start.message.to_string();
        vec![
            Chunk::Start {
                message_id: self.message.clone(),
            },
            Chunk::DataConversation {
                data: ConversationData {
                    id: start.conversation.to_string(),
                    title: start.title,
                    new: start.begins,
                },
                transient: true,
            },
            Chunk::StartStep,
        ]
    }

    fn text(&mut self, delta: String) -> Vec<Chunk> {
        let mut chunks = Vec::with_capacity(2);
        if !self.text_is_open {
            self.texts += 1;
            self.text_is_open = true;
            chunks.push(Chunk::TextStart { id: self.text_id() });
        }
        chunks.push(Chunk::TextDelta {
            id: self.text_id(),
            delta,
        });
        chunks
    }

    fn close_text(&mut self) -> Vec<Chunk> {
        if !std::mem::take(&mut self.text_is_open) {
            return Vec::new();
        }
        vec![Chunk::TextEnd { id: self.text_id() }]
    }

    fn text_id(&self) -> String {
        format!("text-{}", self.texts)
    }

    fn tool(&mut self, call: tasktalk_domain::ToolCall) -> Vec<Chunk> {
        self.calls += 1;
        let id = format!("{}-{}", self.message, self.calls);
        let call = tool_call(call);
        let failed = call.result["success"] == false;
        let outcome = if failed {
            Chunk::ToolOutputError {
                tool_call_id: id.clone(),
                error_text: call.result["error"]
                    .as_str()
                    .unwrap_or("It was not done.")
                    .to_owned(),
            }
        } else {
            Chunk::ToolOutputAvailable {
                tool_call_id: id.clone(),
                output: call.result,
            }
        };
        vec![
            Chunk::ToolInputStart {
                tool_call_id: id.clone(),
                tool_name: call.name.clone(),
            },
            Chunk::ToolInputAvailable {
                tool_call_id: id,
                tool_name: call.name,
                input: call.arguments,
            },
            outcome,
        ]
    }

    fn end(&mut self, turn: Turn, last: Chunk) -> Vec<Chunk> {
        let mut chunks = self.close_text();
        chunks.push(Chunk::DataTurn {
            data: Box::new(turn::response(turn, &self.public_id)),
        });
        chunks.push(Chunk::FinishStep);
        chunks.push(last);
        chunks
    }

    fn fail(&mut self, error: TurnError) -> Vec<Chunk> {
        let mut chunks = self.close_text();
        chunks.push(Chunk::Error {
            error_text: turn::problem(error).detail().to_owned(),
        });
        chunks
    }
}
