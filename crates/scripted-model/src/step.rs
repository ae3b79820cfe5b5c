//! What the server does with a request.

use std::{
    fmt::{self, Write as _},
    io,
    sync::Arc,
    time::Duration,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncWrite, AsyncWriteExt as _},
    sync::Notify,
    time::sleep,
};

use crate::Asked;

/// What the server does with a request.
#[derive(Clone)]
pub enum Step {
    /// Answers with JSON, in whichever way it was asked for, as a stream.
    Json(Value),
    /// Answers with words, a few at a time, as a stream.
    Words(String),
    /// Says words, waits until it is told to go on, and says the rest.
    Pausing(String, Arc<Notify>, String),
    /// Answers with what a function makes of the request.
    Make(Arc<dyn Fn(&Asked) -> Value + Send + Sync>),
    /// Answers with a document instead of a stream.
    Document(Value),
    /// An HTTP status with headers and a body.
    Status(u16, Vec<(&'static str, String)>, Vec<u8>),
    /// Takes the request and says nothing.
    Hang,
    /// Says it streams, and sends a byte of it every so often.
    Drip(Duration),
    /// Sends a word of a stream every so often, for ever.
    DripWords(Duration),
    /// Sends bytes of a stream and breaks off.
    BreakOff(String),
    /// Sends one endless piece: so many megabytes.
    Flood(usize),
    /// Closes the connection without a word.
    HangUp,
    /// Waits until it is told to go on, then does something else: what happens meanwhile happens in the middle of it.
    When(Arc<Notify>, Box<Step>),
}

impl Step {
    /// Answers with what a function makes of the request.
    pub fn make(function: impl Fn(&Asked) -> Value + Send + Sync + 'static) -> Self {
        Self::Make(Arc::new(function))
    }

    /// An HTTP status with nothing but a reason.
    pub fn status(status: u16) -> Self {
        let body = json!({"error": {"message": "scripted"}}).to_string();
        Self::Status(status, Vec::new(), body.into_bytes())
    }

    /// Refuses a request with these words.
    pub fn refuse(complaint: &str) -> Self {
        let body = json!({"error": {"message": complaint}}).to_string();
        Self::Status(400, Vec::new(), body.into_bytes())
    }

    pub(crate) async fn play(
        self,
        out: &mut (impl AsyncWrite + Unpin),
        asked: &Asked,
    ) -> io::Result<()> {
        match self {
            Self::Json(value) => stream(out, &json_chunks(&value, asked)).await,
            Self::Make(function) => stream(out, &json_chunks(&function(asked), asked)).await,
            Self::Words(text) => stream(out, &word_chunks(&text)).await,
            Self::Pausing(before, go_on, after) => {
                begin(out, &word_chunks(&before)).await?;
                go_on.notified().await;
                end(out, &word_chunks(&after)).await
            }
            Self::Document(value) => {
                let message = json!({"role": "assistant", "content": value.to_string()});
                let body = json!({
                    "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
                    "usage": usage(),
                });
                status(out, 200, &[], body.to_string().as_bytes()).await
            }
            Self::Status(code, headers, body) => status(out, code, &headers, &body).await,
            Self::Hang => std::future::pending().await,
            Self::Drip(pause) => {
                head(
                    out,
                    200,
                    &[("content-type", "text/event-stream".to_owned())],
                )
                .await?;
                loop {
                    out.write_all(b":").await?;
                    out.flush().await?;
                    sleep(pause).await;
                }
            }
            Self::DripWords(pause) => {
                head(
                    out,
                    200,
                    &[("content-type", "text/event-stream".to_owned())],
                )
                .await?;
                loop {
                    let chunk = json!({"choices": [{"delta": {"content": "and "}}]});
                    out.write_all(format!("data: {chunk}\n\n").as_bytes())
                        .await?;
                    out.flush().await?;
                    sleep(pause).await;
                }
            }
            Self::BreakOff(bytes) => {
                head(
                    out,
                    200,
                    &[("content-type", "text/event-stream".to_owned())],
                )
                .await?;
                out.write_all(bytes.as_bytes()).await?;
                out.flush().await
            }
            Self::Flood(megabytes) => {
                head(
                    out,
                    200,
                    &[("content-type", "text/event-stream".to_owned())],
                )
                .await?;
                out.write_all(b"data: {\"choices\":[{\"delta\":{\"content\":\"")
                    .await?;
                let piece = vec![b'x'; 1024 * 1024];
                for _ in 0..megabytes {
                    out.write_all(&piece).await?;
                }
                out.flush().await
            }
            Self::HangUp => Ok(()),
            Self::When(go_on, step) => {
                go_on.notified().await;
                Box::pin(step.play(out, asked)).await
            }
        }
    }
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Step")
    }
}

fn usage() -> Value {
    json!({"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120})
}

/// As a function call when functions are offered, else as text.
fn json_chunks(value: &Value, asked: &Asked) -> Vec<Value> {
    let text = value.to_string();
    let middle = (0..=text.len() / 2)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let (first, second) = text.split_at(middle);
    if asked.body["tools"].is_array() {
        let call = |arguments: &str| json!({"tool_calls": [{"index": 0, "function": {"name": "f", "arguments": arguments}}]});
        return vec![call(first), call(second)];
    }
    vec![json!({"content": first}), json!({"content": second})]
}

fn word_chunks(text: &str) -> Vec<Value> {
    text.split_inclusive(' ')
        .map(|word| json!({"content": word}))
        .collect()
}

async fn stream(out: &mut (impl AsyncWrite + Unpin), deltas: &[Value]) -> io::Result<()> {
    begin(out, &[]).await?;
    end(out, deltas).await
}

async fn begin(out: &mut (impl AsyncWrite + Unpin), deltas: &[Value]) -> io::Result<()> {
    head(
        out,
        200,
        &[("content-type", "text/event-stream".to_owned())],
    )
    .await?;
    send(
        out,
        &[json!({"choices": [{"index": 0, "delta": {"role": "assistant"}}]})],
    )
    .await?;
    send(out, &of_deltas(deltas)).await
}

async fn end(out: &mut (impl AsyncWrite + Unpin), deltas: &[Value]) -> io::Result<()> {
    let mut chunks = of_deltas(deltas);
    chunks.push(json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}));
    chunks.push(json!({"choices": [], "usage": usage()}));
    send(out, &chunks).await?;
    out.write_all(b"data: [DONE]\n\n").await?;
    out.flush().await
}

fn of_deltas(deltas: &[Value]) -> Vec<Value> {
    deltas
        .iter()
        .map(|delta| json!({"choices": [{"index": 0, "delta": delta}]}))
        .collect()
}

async fn send(out: &mut (impl AsyncWrite + Unpin), chunks: &[Value]) -> io::Result<()> {
    for chunk in chunks {
        out.write_all(format!("data: {chunk}\n\n").as_bytes())
            .await?;
        out.flush().await?;
    }
    Ok(())
}

async fn status(
    out: &mut (impl AsyncWrite + Unpin),
    code: u16,
    headers: &[(&'static str, String)],
    body: &[u8],
) -> io::Result<()> {
    let mut all = vec![
        ("content-type", "application/json".to_owned()),
        ("content-length", body.len().to_string()),
    ];
    all.extend_from_slice(headers);
    head(out, code, &all).await?;
    out.write_all(body).await?;
    out.flush().await
}

async fn head(
    out: &mut (impl AsyncWrite + Unpin),
    code: u16,
    headers: &[(&str, String)],
) -> io::Result<()> {
    let mut text = format!("HTTP/1.1 {code} Scripted\r\nconnection: close\r\n");
    for (name, value) in headers {
        let _ = write!(text, "{name}: {value}\r\n");
    }
    text.push_str("\r\n");
    out.write_all(text.as_bytes()).await
}
