//! A turn as it happens: the UI message stream v1 of `POST /api/me/chat`, read part by part.

use std::collections::VecDeque;

use reqwest::{Method, Response, header};
use serde::Deserialize;

use super::{Client, ClientError, body, checked, segment};
use crate::chat::{ChatRequest, ChatResponse, Receipt};

/// Longer than any turn; a stream that falls silent is the reader's to give up.
const NO_TIMEOUT: std::time::Duration = std::time::Duration::from_hours(24);
/// More than any part of a stream holds, so that something else than our server can't fill the memory.
const LONGEST_PART: usize = 8 * 1024 * 1024;

/// What a turn tells while it goes on. What is not listed here is passed over.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum TurnPart {
    /// The conversation it belongs to, known before anything is answered.
    DataConversation {
        /// The conversation.
        data: TurnConversation,
    },
    /// A tool is called.
    ToolInputAvailable {
        /// Its name.
        tool_name: String,
    },
    /// A committed change.
    DataReceipt {
        /// The proof.
        data: Box<Receipt>,
    },
    /// A text begins; what an earlier one said does not count any more.
    TextStart {},
    /// The text goes on.
    TextDelta {
        /// With these words.
        delta: String,
    },
    /// The whole answer, exactly what the turn gives without streaming.
    DataTurn {
        /// The answer.
        data: Box<ChatResponse>,
    },
    /// The turn was stopped.
    Abort {},
    /// The turn failed.
    #[serde(rename = "error")]
    Failed {
        /// Why, for a person.
        error_text: String,
    },
    /// Something that this client does not know.
    #[serde(other)]
    Other,
}

/// The conversation that a turn belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TurnConversation {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The parts of one turn. Dropping it does not stop the turn.
#[derive(Debug)]
pub struct TurnStream {
    response: Option<Response>,
    coming: Vec<u8>,
    parts: VecDeque<TurnPart>,
}

impl Client {
    /// One turn, told as it happens; in one part by a server that does not stream. With an idempotency key it can be
    /// sent again safely: it acts once.
    pub async fn chat_stream(
        &self,
        request: &ChatRequest,
        idempotency_key: Option<&str>,
    ) -> Result<TurnStream, ClientError> {
        let mut builder = self
            .request(Method::POST, "/api/me/chat")
            .header(header::ACCEPT, "text/event-stream, application/json;q=0.9")
            .timeout(NO_TIMEOUT)
            .json(request);
        if let Some(key) = idempotency_key {
            builder = builder.header("idempotency-key", key);
        }
        let response = checked(builder).await?;
        if is_stream(&response) {
            return Ok(TurnStream {
                response: Some(response),
                coming: Vec::new(),
                parts: VecDeque::new(),
            });
        }
        let data = Box::new(body(response).await?);
        Ok(TurnStream {
            response: None,
            coming: Vec::new(),
            parts: VecDeque::from([TurnPart::DataTurn { data }]),
        })
    }

    /// Stops the turn that runs in a conversation; nothing happens when none runs.
    pub async fn stop_turn(&self, id: &str) -> Result<(), ClientError> {
        let path = format!("/api/me/conversations/{}/stop", segment(id));
        checked(self.request(Method::POST, &path)).await.map(drop)
    }
}

impl TurnStream {
    /// The next part; `None` at the end of the stream. Comments, which come every 15 seconds, are told as
    /// [`TurnPart::Other`], so that silence can be noticed.
    pub async fn next(&mut self) -> Result<Option<TurnPart>, ClientError> {
        loop {
            if let Some(part) = self.parts.pop_front() {
                return Ok(Some(part));
            }
            let Some(response) = &mut self.response else {
                return Ok(None);
            };
            match response.chunk().await {
                Ok(Some(chunk)) if self.coming.len() + chunk.len() <= LONGEST_PART => {
                    self.coming.extend_from_slice(&chunk);
                    self.parts.extend(whole_parts(&mut self.coming));
                }
                Ok(Some(_)) => {
                    return Err(ClientError::Unexpected {
                        status: response.status().as_u16(),
                        body: String::new(),
                    });
                }
                Ok(None) => return Ok(None),
                Err(error) => return Err(ClientError::unreachable(error)),
            }
        }
    }
}

fn is_stream(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/event-stream"))
}

/// Takes the lines that are whole. Our server writes each part as one `data:` line (HTML Living Standard, 9.2.6).
fn whole_parts(coming: &mut Vec<u8>) -> Vec<TurnPart> {
    let Some(end) = coming.iter().rposition(|byte| *byte == b'\n') else {
        return Vec::new();
    };
    let lines: Vec<u8> = coming.drain(..=end).collect();
    String::from_utf8_lossy(&lines)
        .lines()
        .filter(|line| !line.is_empty())
        .map(read)
        .collect()
}

fn read(line: &str) -> TurnPart {
    line.strip_prefix("data:")
        .and_then(|data| serde_json::from_str(data.trim_start()).ok())
        .unwrap_or(TurnPart::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_wherever_the_network_cuts_them() {
        let text = concat!(
            "data: {\"type\":\"start\",\"messageId\":\"m\"}\n\n",
            "data: {\"type\":\"data-conversation\",\"data\":{\"id\":\"c\",\"title\":\"é\",\"new\":true},\"transient\":true}\n\n",
            "data: {\"type\":\"tool-input-available\",\"toolCallId\":\"1\",\"toolName\":\"add_task\",\"input\":{}}\n\n",
            "data: {\"type\":\"text-start\",\"id\":\"t\"}\n\n: still here\n\n",
            "data: {\"type\":\"text-delta\",\"id\":\"t\",\"delta\":\"✅\"}\n\n",
            "data: {\"type\":\"error\",\"errorText\":\"no\"}\n\n",
            "data: {\"type\":\"abort\"}\n\ndata: [DONE]\n\n",
        );
        let mut coming = Vec::new();
        let mut parts = Vec::new();
        for byte in text.bytes() {
            coming.push(byte);
            parts.extend(whole_parts(&mut coming));
        }
        parts.retain(|part| *part != TurnPart::Other);
        assert_eq!(
            parts,
            [
                TurnPart::DataConversation {
                    data: TurnConversation {
                        id: "c".to_owned(),
                        title: "é".to_owned()
                    }
                },
                TurnPart::ToolInputAvailable {
                    tool_name: "add_task".to_owned()
                },
                TurnPart::TextStart {},
                TurnPart::TextDelta {
                    delta: "✅".to_owned()
                },
                TurnPart::Failed {
                    error_text: "no".to_owned()
                },
                TurnPart::Abort {},
            ]
        );
    }
}
