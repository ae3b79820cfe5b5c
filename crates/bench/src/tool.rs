//! The same operations through the two doors that agents and scripts have: a `tools/call` of MCP, and REST.

use anyhow::{Context as _, ensure};
use serde_json::{Value, json};

use crate::{
    connection::Connection,
    measure::Worker,
    mix::{Person, capital, chore},
};

/// What is done, over and over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operation {
    /// Adds a task.
    Add,
    /// Lists fifty tasks.
    List,
    /// Shows one task.
    Show,
}

/// Through which door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// `POST /mcp`, protocol 2025-11-25 without a session.
    Mcp,
    /// `/api/me/tasks`.
    Rest,
}

impl Operation {
    pub(crate) const ALL: [Self; 3] = [Self::Add, Self::List, Self::Show];

    /// What it is called in tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Add => "a task added",
            Self::List => "fifty tasks listed",
            Self::Show => "one task shown",
        }
    }
}

/// Does it over one connection as fast as it gets answers, for a few people, with their agents' tokens.
pub(crate) struct Call {
    connection: Connection,
    people: Vec<(Person, String)>,
    operation: Operation,
    door: Door,
    done: u64,
}

impl Call {
    pub(crate) fn new(
        port: u16,
        people: Vec<(Person, String)>,
        operation: Operation,
        door: Door,
    ) -> Self {
        Self {
            connection: Connection::new(port),
            people,
            operation,
            door,
            done: 0,
        }
    }

    fn request(&self, token: &str) -> String {
        let title = capital(chore(self.done));
        match self.door {
            Door::Mcp => {
                let (name, arguments) = match self.operation {
                    Operation::Add => ("add_task", json!({ "title": title })),
                    Operation::List => ("list_tasks", json!({"limit": 50})),
                    Operation::Show => ("get_task", json!({"task_id": 1})),
                };
                let body = json!({"jsonrpc": "2.0", "id": self.done, "method": "tools/call",
                    "params": {"name": name, "arguments": arguments}});
                post("/mcp", token, &body)
            }
            Door::Rest => match self.operation {
                Operation::Add => post("/api/me/tasks", token, &json!({ "title": title })),
                Operation::List => get("/api/me/tasks?status=all&limit=50", token),
                Operation::Show => get("/api/me/tasks/1", token),
            },
        }
    }
}

impl Worker for Call {
    async fn operate(&mut self) -> anyhow::Result<()> {
        self.people.rotate_left(1);
        self.done += 1;
        let (_, token) = self.people.first().context("nobody asks")?;
        let request = self.request(token);
        let answer = self.connection.ask(request.as_bytes()).await?;
        if self.door == Door::Mcp {
            let answer: Value = serde_json::from_slice(answer).context("an unreadable answer")?;
            ensure!(answer["result"]["isError"] == false, "answered: {answer}");
        }
        Ok(())
    }
}

fn get(path: &str, token: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n")
}

fn post(path: &str, token: &str, body: &Value) -> String {
    let body = body.to_string();
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
         Accept: application/json, text/event-stream\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}
