//! Messages as lines of standard input and output. rmcp's own transport passes over a line that is no JSON without a
//! word, and an agent then waits for an answer that never comes.

use std::io;

use futures_util::StreamExt as _;
use rmcp::{
    RoleServer,
    model::{JsonRpcMessage, ServerJsonRpcMessage},
    service::{RxJsonRpcMessage, TxJsonRpcMessage},
    transport::{
        Transport,
        async_rw::{AsyncRwTransport, JsonRpcMessageCodec},
    },
};
use tokio::io::{AsyncRead, AsyncWrite, Empty};
use tokio_util::{
    bytes::BytesMut,
    codec::{Decoder, FramedRead},
};

use crate::mcp::unreadable;

/// The longest line, in bytes: what a request over HTTP may have is far less.
const LONGEST: usize = 4 * 1024 * 1024;

/// The transport: our reading, rmcp's writing.
pub(super) struct Lines<R, W: AsyncWrite> {
    input: FramedRead<R, LineCodec>,
    output: AsyncRwTransport<RoleServer, Empty, W>,
}

impl<R, W> Lines<R, W>
where
    R: AsyncRead + Send + Unpin,
    W: AsyncWrite + Send + Unpin + 'static,
{
    pub(super) fn new(input: R, output: W) -> Self {
        Self {
            input: FramedRead::new(input, LineCodec::default()),
            output: AsyncRwTransport::new_server(tokio::io::empty(), output),
        }
    }
}

impl<R, W> Transport<RoleServer> for Lines<R, W>
where
    R: AsyncRead + Send + Unpin,
    W: AsyncWrite + Send + Unpin + 'static,
{
    type Error = io::Error;

    fn send(
        &mut self,
        message: TxJsonRpcMessage<RoleServer>,
    ) -> impl Future<Output = Result<(), io::Error>> + Send + 'static {
        self.output.send(message)
    }

    async fn receive(&mut self) -> Option<RxJsonRpcMessage<RoleServer>> {
        loop {
            match self.input.next().await? {
                Ok(Line::Message(message)) => return Some(*message),
                Ok(Line::Unreadable(answer)) => self.output.send(*answer).await.ok()?,
                Err(error) => {
                    tracing::warn!(%error, "the agent can't be read any more");
                    return None;
                }
            }
        }
    }

    async fn close(&mut self) -> Result<(), io::Error> {
        self.output.close().await
    }
}

/// What one line is.
enum Line {
    Message(Box<RxJsonRpcMessage<RoleServer>>),
    Unreadable(Box<ServerJsonRpcMessage>),
}

/// Cuts lines, and lets rmcp read each: it knows which notifications of others are passed over.
#[derive(Default)]
struct LineCodec {
    /// The rest of a line that was too long is passed over.
    in_long_line: bool,
    /// How much of the buffer has no end of line in it.
    looked_at: usize,
}

impl LineCodec {
    fn read(line: &[u8]) -> Option<Line> {
        if line.iter().all(u8::is_ascii_whitespace) {
            return None;
        }
        let mut buffer = BytesMut::with_capacity(line.len() + 1);
        buffer.extend_from_slice(line);
        buffer.extend_from_slice(b"\n");
        let decoded =
            JsonRpcMessageCodec::<RxJsonRpcMessage<RoleServer>>::default().decode(&mut buffer);
        if let Ok(message) = decoded {
            return message.map(|message| Line::Message(Box::new(message)));
        }
        let answer = JsonRpcMessage::Error(unreadable::error(line));
        Some(Line::Unreadable(Box::new(answer)))
    }
}

impl Decoder for LineCodec {
    type Item = Line;
    type Error = io::Error;

    fn decode(&mut self, buffer: &mut BytesMut) -> io::Result<Option<Line>> {
        loop {
            let end = buffer[self.looked_at..].iter().position(|b| *b == b'\n');
            let Some(end) = end.map(|end| self.looked_at + end) else {
                self.looked_at = buffer.len();
                if buffer.len() > LONGEST {
                    // No more of it than this is ever kept.
                    buffer.clear();
                    self.looked_at = 0;
                    self.in_long_line = true;
                }
                return Ok(None);
            };
            let line = buffer.split_to(end + 1);
            self.looked_at = 0;
            let read = if std::mem::take(&mut self.in_long_line) {
                Self::read(b"{")
            } else {
                Self::read(&line[..end])
            };
            if read.is_some() {
                return Ok(read);
            }
        }
    }

    fn decode_eof(&mut self, buffer: &mut BytesMut) -> io::Result<Option<Line>> {
        if let Some(line) = self.decode(buffer)? {
            return Ok(Some(line));
        }
        let rest = buffer.split();
        self.looked_at = 0;
        Ok(Self::read(&rest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the lines of a text are: methods of requests, and codes of errors.
    fn read(text: &[u8]) -> Vec<String> {
        let mut codec = LineCodec::default();
        let mut buffer = BytesMut::new();
        let mut told = Vec::new();
        let mut tell = |line: Line| {
            told.push(match line {
                Line::Message(message) => serde_json::to_value(&*message).unwrap()["method"]
                    .as_str()
                    .unwrap()
                    .to_owned(),
                Line::Unreadable(answer) => {
                    serde_json::to_value(&*answer).unwrap()["error"]["code"].to_string()
                }
            });
        };
        for piece in text.chunks(1_000_000) {
            buffer.extend_from_slice(piece);
            while let Some(line) = codec.decode(&mut buffer).unwrap() {
                tell(line);
            }
        }
        while let Some(line) = codec.decode_eof(&mut buffer).unwrap() {
            tell(line);
        }
        told
    }

    #[test]
    fn every_line_gets_its_answer() {
        let ping = r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#;
        let text = format!("{ping}\r\n\n  \nnonsense\n[{ping}]\n{{\"id\":1}}\n{ping}");
        assert_eq!(
            read(text.as_bytes()),
            ["ping", "-32700", "-32600", "-32600", "ping"]
        );
        assert_eq!(read(b"{\"jsonrpc\""), ["-32700"]);
        assert!(read(b"").is_empty());
    }

    #[test]
    fn a_line_without_end_is_not_kept() {
        let ping = r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#;
        let long = format!("\"{}\"\n{ping}\n", "x".repeat(3 * LONGEST));
        assert_eq!(read(long.as_bytes()), ["-32700", "ping"]);
    }
}
