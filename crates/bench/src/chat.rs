//! Chat turns over HTTP, and the hello they are compared with.

use anyhow::{Context as _, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::{base_store::conversation_id, connection::Connection, measure::Worker, mix::Person};

/// Talks over one connection as fast as it gets answers, for a few people.
pub(crate) struct Chat {
    connection: Connection,
    /// With their tokens.
    people: Vec<(Person, String)>,
}

/// What has to be known of an answer.
#[derive(Deserialize)]
struct Reply {
    response: String,
    success: bool,
    receipts: Vec<Changed>,
}

#[derive(Deserialize)]
struct Changed {
    task_id: i64,
}

impl Chat {
    pub(crate) fn new(port: u16, people: Vec<(Person, String)>) -> Self {
        Self {
            connection: Connection::new(port),
            people,
        }
    }
}

impl Worker for Chat {
    async fn operate(&mut self) -> anyhow::Result<()> {
        self.people.rotate_left(1);
        let (person, token) = self.people.first_mut().context("nobody speaks")?;
        let said = person.say();
        let mut body = json!({ "message": said.message });
        if let Some(nth) = said.conversation {
            body["conversation_id"] = json!(conversation_id(person.user, nth));
        }
        let body = body.to_string();
        let request = format!(
            "POST /api/me/chat HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nIdempotency-Key: turn-{}\r\nContent-Length: {}\r\n\r\n{body}",
            said.number,
            body.len()
        );
        let answer = self.connection.ask(request.as_bytes()).await?;
        let reply: Reply = serde_json::from_slice(answer).context("an unreadable answer")?;
        ensure!(
            reply.success,
            "\"{}\" was answered with: {}",
            said.message,
            reply.response
        );
        if let Some(receipt) = reply.receipts.last() {
            person.has_task(receipt.task_id);
        }
        Ok(())
    }
}

/// Asks for the yardstick's answer as fast as it comes.
pub(crate) struct Greet(Connection);

impl Greet {
    pub(crate) fn new(port: u16) -> Self {
        Self(Connection::new(port))
    }
}

impl Worker for Greet {
    async fn operate(&mut self) -> anyhow::Result<()> {
        let request = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
        self.0.ask(request).await.map(|_| ())
    }
}
