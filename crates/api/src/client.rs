//! A typed client of the HTTP API, over TCP or a local socket. The tests and the terminal speak through it.
//!
//! Every call is for the token's own user: the path says `me`.

mod account;
mod conversations;
mod error;
mod events;
mod reminders;
mod tasks;
mod turns;

use std::time::Duration;

use reqwest::{Method, RequestBuilder, Response, StatusCode, header};
use serde::{Serialize, de::DeserializeOwned};

pub use self::{
    error::ClientError,
    events::Events,
    tasks::{Changed, Versioned},
    turns::{TurnConversation, TurnPart, TurnStream},
};
use crate::{
    chat::{ChatRequest, ChatResponse},
    health::Health,
    parse::{ParseRequest, ParseResponse},
    undo::{UndoRequest, UndoResponse},
};

/// How long an answer may take as a whole.
const ANSWER_WITHIN: Duration = Duration::from_mins(1);
/// How long making a connection may take.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);

/// A connection pool to one server, with or without a user's token. Cheap to clone.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    /// Scheme and authority, without a slash at the end.
    base: String,
    token: Option<String>,
}

/// A turn's reply, and whether it is the stored one of an earlier request with the same key.
#[derive(Clone, Debug, PartialEq)]
pub struct ChatReply {
    /// The reply.
    pub response: ChatResponse,
    /// The message had been acted on before; nothing was done this time.
    pub replayed: bool,
}

impl Client {
    /// A client of the server at a base URL such as `http://127.0.0.1:8002`.
    pub fn connect(base_url: &str) -> Result<Self, ClientError> {
        let http = builder().build().map_err(ClientError::unreachable)?;
        Ok(Self {
            http,
            base: base_url.trim_end_matches('/').to_owned(),
            token: None,
        })
    }

    /// A client of the server that listens on a local socket.
    #[cfg(unix)]
    pub fn on_unix_socket(path: &std::path::Path) -> Result<Self, ClientError> {
        let http = builder()
            .unix_socket(path)
            .build()
            .map_err(ClientError::unreachable)?;
        Ok(Self {
            http,
            base: "http://localhost".to_owned(),
            token: None,
        })
    }

    /// The same client, acting for the user of an access token (JWT or `tt_…`).
    #[must_use]
    pub fn with_token(&self, token: impl Into<String>) -> Self {
        Self {
            token: Some(token.into()),
            ..self.clone()
        }
    }

    /// The server's base URL.
    pub fn base_url(&self) -> &str {
        &self.base
    }

    /// One turn. With an idempotency key it can be sent again safely: it acts once.
    pub async fn chat(
        &self,
        request: &ChatRequest,
        idempotency_key: Option<&str>,
    ) -> Result<ChatReply, ClientError> {
        let mut builder = self.request(Method::POST, "/api/me/chat").json(request);
        if let Some(key) = idempotency_key {
            builder = builder.header("idempotency-key", key);
        }
        let response = checked(builder).await?;
        let replayed = response
            .headers()
            .get("idempotency-replayed")
            .is_some_and(|value| value == "true");
        Ok(ChatReply {
            response: body(response).await?,
            replayed,
        })
    }

    /// What the embedded engine understands in a message; changes nothing.
    pub async fn parse(&self, request: &ParseRequest) -> Result<ParseResponse, ClientError> {
        self.send(Method::POST, "/api/me/parse", request).await
    }

    /// Takes one change back.
    pub async fn undo(&self, undo_token: &str) -> Result<UndoResponse, ClientError> {
        let request = UndoRequest {
            undo_token: undo_token.to_owned(),
        };
        self.send(Method::POST, "/api/me/undo", &request).await
    }

    /// Whether the process lives.
    pub async fn health(&self) -> Result<Health, ClientError> {
        self.get("/health").await
    }

    /// Whether the server can work.
    pub async fn ready(&self) -> Result<Health, ClientError> {
        self.get("/health/ready").await
    }

    /// The OpenAPI document.
    pub async fn openapi(&self) -> Result<serde_json::Value, ClientError> {
        self.get("/api/openapi.json").await
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let builder = self.http.request(method, format!("{}{path}", self.base));
        match &self.token {
            Some(token) => builder.bearer_auth(token),
            None => builder,
        }
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        body(checked(self.request(Method::GET, path)).await?).await
    }

    async fn get_with<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &impl Serialize,
    ) -> Result<T, ClientError> {
        body(checked(self.request(Method::GET, path).query(query)).await?).await
    }

    async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        request: &impl Serialize,
    ) -> Result<T, ClientError> {
        body(checked(self.request(method, path).json(request)).await?).await
    }

    async fn delete(&self, path: &str) -> Result<(), ClientError> {
        checked(self.request(Method::DELETE, path)).await.map(drop)
    }
}

fn builder() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        .user_agent(concat!("tasktalk/", env!("CARGO_PKG_VERSION")))
        .connect_timeout(CONNECT_WITHIN)
        .timeout(ANSWER_WITHIN)
        .redirect(reqwest::redirect::Policy::none())
}

/// Sends; an answer that is no success becomes an error with its problem document.
async fn checked(builder: RequestBuilder) -> Result<Response, ClientError> {
    let response = builder.send().await.map_err(ClientError::unreachable)?;
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let retry_after = response
        .headers()
        .get(header::RETRY_AFTER)
        .and_then(|value| value.to_str().ok()?.parse().ok())
        .map(Duration::from_secs);
    let text = response.text().await.map_err(ClientError::unreachable)?;
    Err(ClientError::from_answer(status.as_u16(), text, retry_after))
}

async fn body<T: DeserializeOwned>(response: Response) -> Result<T, ClientError> {
    let status = response.status();
    let text = response.text().await.map_err(ClientError::unreachable)?;
    let text = if status == StatusCode::NO_CONTENT {
        "null".to_owned()
    } else {
        text
    };
    serde_json::from_str(&text).map_err(|_| ClientError::Unexpected {
        status: status.as_u16(),
        body: text,
    })
}

/// One path segment with everything but unreserved characters escaped (RFC 3986, 2.3).
fn segment(text: &str) -> String {
    use std::fmt::Write as _;
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            escaped.push(char::from(byte));
        } else {
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_cannot_leave_its_place_in_the_path() {
        assert_eq!(segment("../me?x=ü"), "..%2Fme%3Fx%3D%C3%BC");
    }
}
