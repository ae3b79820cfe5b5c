//! Requests byte by byte, for what a well-behaved client can't send, and for looking at headers.

use std::net::SocketAddr;

use serde_json::Value;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// A request as it is written.
#[derive(Clone)]
pub(crate) struct Request {
    method: String,
    path: String,
    host: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

/// An answer as it comes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn new(method: &str, path: &str) -> Self {
        Self {
            method: method.to_owned(),
            path: path.to_owned(),
            host: "test".to_owned(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Asks for another host than `test`.
    pub(crate) fn host(mut self, host: &str) -> Self {
        host.clone_into(&mut self.host);
        self
    }

    pub(crate) fn token(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// A body that claims to be JSON.
    pub(crate) fn json(self, body: impl Into<Vec<u8>>) -> Self {
        self.header("content-type", "application/json").body(body)
    }

    pub(crate) fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut text = format!(
            "{} {} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: {}\r\n",
            self.method,
            self.path,
            self.host,
            self.body.len()
        );
        for (name, value) in &self.headers {
            for part in [name, ": ", value, "\r\n"] {
                text.push_str(part);
            }
        }
        text.push_str("\r\n");
        let mut bytes = text.into_bytes();
        bytes.extend_from_slice(&self.body);
        bytes
    }
}

impl Answer {
    /// The header, when there is one.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| {
            panic!(
                "not JSON ({}): {}",
                self.status,
                String::from_utf8_lossy(&self.body)
            )
        })
    }

    /// The chunks of a UI message stream, which it is to its last frame.
    pub(crate) fn chunks(&self) -> Vec<Value> {
        assert_eq!(
            self.header("content-type"),
            Some("text/event-stream"),
            "{self:?}"
        );
        let text = String::from_utf8_lossy(&self.body);
        let whole = text
            .strip_suffix("data: [DONE]\n\n")
            .unwrap_or_else(|| panic!("no end: {text}"));
        whole
            .split("\n\n")
            .filter_map(|frame| frame.strip_prefix("data: "))
            .map(|json| serde_json::from_str(json).expect("a chunk is JSON"))
            .collect()
    }

    /// The problem's code, after looking whether it is a whole problem document.
    pub(crate) fn code(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            Some("application/problem+json"),
            "{self:?}"
        );
        let document = self.json();
        assert_eq!(document["status"], self.status, "{document}");
        assert_eq!(
            document["request_id"].as_str(),
            self.header("x-request-id"),
            "{document}"
        );
        for key in ["type", "title", "detail", "code"] {
            let text = document[key].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{key} is missing: {document}");
        }
        document["code"].as_str().expect("checked").to_owned()
    }

    /// The fields that the problem complains of.
    pub(crate) fn fields(&self) -> Vec<String> {
        let document = self.json();
        let errors = document["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|error| error["field"].as_str().expect("a field's name").to_owned())
            .collect()
    }

    /// Everything but what differs from one request to the next.
    pub(crate) fn without_request_id(&self) -> (u16, Vec<(String, String)>, Value) {
        let mut document = self.json();
        document["request_id"] = Value::Null;
        let headers = self
            .headers
            .iter()
            .filter(|(name, _)| {
                !["x-request-id", "date", "content-length"].contains(&name.as_str())
            })
            .cloned()
            .collect();
        (self.status, headers, document)
    }

    /// Reads a whole answer.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, _) = text
            .split_once("\r\n\r\n")
            .unwrap_or_else(|| panic!("no answer: {text:?}"));
        let mut lines = head.lines();
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .and_then(|status| status.parse().ok())
            .unwrap_or_else(|| panic!("no status: {head}"));
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Self {
            status,
            headers,
            body: bytes[head.len() + 4..].to_vec(),
        }
    }
}

/// Sends a request on a connection of its own and reads everything that comes back.
pub(crate) async fn send(address: SocketAddr, request: &Request) -> Answer {
    let mut stream = TcpStream::connect(address)
        .await
        .expect("the server accepts");
    // A server that refuses early may close before it has read everything.
    let _ = stream.write_all(&request.bytes()).await;
    Answer::parse(&rest(&mut stream).await)
}

/// An answer that is heard while it comes.
pub(crate) struct Listening {
    stream: TcpStream,
    bytes: Vec<u8>,
}

/// Sends a request, in HTTP/1.0 so that the body comes as it is, and begins to listen.
pub(crate) async fn listen(address: SocketAddr, request: &Request) -> Listening {
    let mut stream = TcpStream::connect(address)
        .await
        .expect("the server accepts");
    let request = String::from_utf8(request.bytes()).expect("text");
    let request = request.replacen("HTTP/1.1", "HTTP/1.0", 1);
    stream
        .write_all(request.as_bytes())
        .await
        .expect("it listens");
    Listening {
        stream,
        bytes: Vec::new(),
    }
}

impl Listening {
    /// Listens until this was said.
    pub(crate) async fn until(&mut self, text: &str) -> &mut Self {
        let mut buffer = [0; 4096];
        while !String::from_utf8_lossy(&self.bytes).contains(text) {
            let read = self.stream.read(&mut buffer).await.expect("it goes on");
            assert!(
                read > 0,
                "{text} was never said: {}",
                String::from_utf8_lossy(&self.bytes)
            );
            self.bytes.extend_from_slice(&buffer[..read]);
        }
        self
    }

    /// Listens to the end.
    pub(crate) async fn end(mut self) -> Answer {
        self.bytes.extend(rest(&mut self.stream).await);
        Answer::parse(&self.bytes)
    }
}

/// Everything that comes until the server closes.
pub(crate) async fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        match stream.read(&mut buffer).await {
            Ok(0) | Err(_) => return bytes,
            Ok(read) => bytes.extend_from_slice(&buffer[..read]),
        }
    }
}
