//! One keep-alive HTTP/1.1 connection to this machine, with as little of the protocol as measuring needs.
//!
//! A full client would use more CPU than the server it measures, on the same cores.

use std::net::Ipv4Addr;

use anyhow::{Context as _, bail};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// Most bytes of an answer's head.
const HEAD_LIMIT: usize = 16 * 1024;
/// Most bytes of an answer's body.
const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// A connection to 127.0.0.1, made when it is first needed and again after it broke.
#[derive(Debug)]
pub(crate) struct Connection {
    port: u16,
    stream: Option<TcpStream>,
    buffer: Vec<u8>,
}

impl Connection {
    pub(crate) fn new(port: u16) -> Self {
        Self {
            port,
            stream: None,
            buffer: Vec::with_capacity(64 * 1024),
        }
    }

    /// Sends one request and gives the body of the answer, which must be 200 or 201.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> anyhow::Result<&[u8]> {
        let mut stream = if let Some(stream) = self.stream.take() {
            stream
        } else {
            let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).await?;
            stream.set_nodelay(true)?;
            stream
        };
        stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            if let Some(head) = Head::find(&self.buffer)? {
                break head;
            }
            if self.buffer.len() > HEAD_LIMIT {
                bail!("the head of an answer does not end");
            }
            more(&mut stream, &mut self.buffer).await?;
        };
        while self.buffer.len() < head.length + head.body {
            more(&mut stream, &mut self.buffer).await?;
        }
        if !head.closes {
            self.stream = Some(stream);
        }
        let body = &self.buffer[head.length..head.length + head.body];
        if !matches!(head.status, 200 | 201) {
            bail!(
                "answered {}: {}",
                head.status,
                String::from_utf8_lossy(body)
            );
        }
        Ok(body)
    }
}

async fn more(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> anyhow::Result<()> {
    if stream.read_buf(buffer).await? == 0 {
        bail!("the connection was closed within an answer");
    }
    Ok(())
}

/// What is to be known of an answer before its body.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    status: u16,
    /// Its own length, and the body's.
    length: usize,
    body: usize,
    closes: bool,
}

impl Head {
    /// The head, once it is complete.
    fn find(buffer: &[u8]) -> anyhow::Result<Option<Self>> {
        let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") else {
            return Ok(None);
        };
        let text = std::str::from_utf8(&buffer[..end]).context("a head that is no text")?;
        let mut lines = text.split("\r\n");
        let status = lines
            .next()
            .and_then(|line| line.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok())
            .context("an answer that is not HTTP/1.1")?;
        let mut body = None;
        let mut closes = false;
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            if name.eq_ignore_ascii_case("content-length") {
                body = value
                    .trim()
                    .parse()
                    .ok()
                    .filter(|length| *length <= BODY_LIMIT);
            } else if name.eq_ignore_ascii_case("connection") {
                closes = value.trim().eq_ignore_ascii_case("close");
            }
        }
        Ok(Some(Self {
            status,
            length: end + 4,
            body: body.context("an answer without a usable Content-Length")?,
            closes,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_once_it_is_complete() {
        let answer =
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\ncontent-length: 5\r\n\r\nhello";
        assert!(Head::find(&answer[..40]).unwrap().is_none());
        let head = Head::find(answer).unwrap().unwrap();
        assert_eq!((head.status, head.body, head.closes), (200, 5, false));
        assert_eq!(&answer[head.length..], b"hello");
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        assert!(Head::find(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").is_err());
        assert!(Head::find(b"SSH-2.0-x\r\n\r\n").is_err());
    }
}
