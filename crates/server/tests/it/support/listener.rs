//! Someone who listens to events, piece by piece.

use std::net::SocketAddr;

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::raw;

/// An open stream of events.
pub(crate) struct Listener {
    stream: TcpStream,
    /// The head of the answer.
    pub(crate) head: String,
    /// What came and was not taken out of its chunks yet.
    coming: Vec<u8>,
    /// What was said and not read yet.
    said: String,
    ended: bool,
}

/// One event.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heard {
    pub(crate) id: i64,
    pub(crate) data: Value,
}

impl Listener {
    /// Asks for a stream, and waits for what it says first.
    pub(crate) async fn open(address: SocketAddr, request: &raw::Request) -> Self {
        let mut stream = TcpStream::connect(address)
            .await
            .expect("the server accepts");
        stream
            .write_all(&request.bytes())
            .await
            .expect("the server reads");
        let mut coming = Vec::new();
        let end = loop {
            if let Some(at) = coming.windows(4).position(|four| four == b"\r\n\r\n") {
                break at;
            }
            assert_ne!(stream.read_buf(&mut coming).await.unwrap_or(0), 0);
        };
        let head = String::from_utf8_lossy(&coming[..end]).into_owned();
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        coming.drain(..end + 4);
        let mut listener = Self {
            stream,
            head,
            coming,
            said: String::new(),
            ended: false,
        };
        assert_eq!(listener.block().await.as_deref(), Some(": connected"));
        listener
    }

    /// What is said up to the next empty line, whatever it is; `None` when the stream has ended.
    pub(crate) async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.said.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.said = rest;
                return Some(block);
            }
            while self.take_chunk() {}
            if self.said.contains("\n\n") {
                continue;
            }
            if self.ended || self.stream.read_buf(&mut self.coming).await.unwrap_or(0) == 0 {
                return None;
            }
        }
    }

    /// The next event; `None` when the stream has ended.
    pub(crate) async fn event(&mut self) -> Option<Heard> {
        loop {
            let block = self.block().await?;
            let mut lines = block.lines();
            let Some(id) = lines.next().and_then(|line| line.strip_prefix("id: ")) else {
                continue;
            };
            let data = lines
                .next()
                .and_then(|line| line.strip_prefix("data: "))
                .expect("an event has data");
            assert_eq!(lines.next(), None, "{block}");
            let heard = Heard {
                id: id.parse().expect("a number"),
                data: serde_json::from_str(data).expect("JSON"),
            };
            assert_eq!(heard.data["seq"], heard.id);
            return Some(heard);
        }
    }

    /// The next events: their types and what they are about.
    pub(crate) async fn kinds(&mut self, count: usize) -> Vec<(String, Value)> {
        let mut kinds = Vec::new();
        for _ in 0..count {
            let heard = self.event().await.expect("the stream goes on");
            let kind = heard.data["type"].as_str().expect("a type").to_owned();
            kinds.push((kind, heard.data["id"].clone()));
        }
        kinds
    }

    /// Takes one chunk (RFC 9112, 7.1) out of what came, if it is complete.
    fn take_chunk(&mut self) -> bool {
        let Some(line) = self.coming.windows(2).position(|two| two == b"\r\n") else {
            return false;
        };
        let size = std::str::from_utf8(&self.coming[..line]).expect("a size");
        let size = usize::from_str_radix(size, 16).expect("a size");
        let end = line + 2 + size + 2;
        if self.coming.len() < end {
            return false;
        }
        if size == 0 {
            self.ended = true;
        }
        self.said
            .push_str(std::str::from_utf8(&self.coming[line + 2..end - 2]).expect("text"));
        self.coming.drain(..end);
        size > 0
    }
}
