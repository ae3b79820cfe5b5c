//! A language model's server that does what a test tells it to: answer, fail, hang, drip, break off, flood.
//!
//! It speaks HTTP byte by byte, so that it can also do what no proper server does. Each request gets the next step of
//! the script; the last one goes on for ever. It remembers what it was asked.

mod step;
mod timed;

use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

pub use self::{step::Step, timed::timed};

/// A running server; it ends with this value.
#[derive(Debug)]
pub struct ScriptedModel {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
    serving: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Shared {
    script: VecDeque<Step>,
    asked: Vec<Asked>,
}

/// One request.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its head as it came.
    pub head: String,
    /// Its body; null when it is no JSON.
    pub body: Value,
}

impl Asked {
    /// The text of the message that holds what the user said and what it is about.
    pub fn user_text(&self) -> &str {
        self.messages("user")
    }

    /// The instructions.
    pub fn system_text(&self) -> &str {
        self.messages("system")
    }

    fn messages(&self, role: &str) -> &str {
        let messages = self.body["messages"].as_array();
        messages
            .into_iter()
            .flatten()
            .find(|message| message["role"] == role)
            .and_then(|message| message["content"].as_str())
            .unwrap_or_default()
    }
}

impl ScriptedModel {
    /// Starts on a free port of loopback.
    ///
    /// # Panics
    ///
    /// When there is no free port.
    pub async fn start(script: impl IntoIterator<Item = Step>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("loopback has a free port");
        let address = listener.local_addr().expect("it listens");
        let shared = Arc::new(Mutex::new(Shared {
            script: script.into_iter().collect(),
            asked: Vec::new(),
        }));
        let serving = tokio::spawn(serve(listener, Arc::clone(&shared)));
        Self {
            address,
            shared,
            serving,
        }
    }

    /// `host:port`.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    /// The address up to and without `/chat/completions`.
    pub fn base_url(&self) -> String {
        format!("http://{}/v1", self.address)
    }

    /// What it was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.shared).asked.clone()
    }

    /// Forgets the script and goes on with this one.
    pub fn now(&self, script: impl IntoIterator<Item = Step>) {
        lock(&self.shared).script = script.into_iter().collect();
    }
}

impl Drop for ScriptedModel {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn serve(listener: TcpListener, shared: Arc<Mutex<Shared>>) {
    while let Ok((connection, _)) = listener.accept().await {
        tokio::spawn(answer(connection, Arc::clone(&shared)));
    }
}

/// One request a connection, so that each step has a connection of its own.
async fn answer(connection: TcpStream, shared: Arc<Mutex<Shared>>) {
    let mut connection = BufReader::new(connection);
    let Some(asked) = read_request(&mut connection).await else {
        return;
    };
    let step = {
        let mut shared = lock(&shared);
        let step = match shared.script.len() {
            0 => None,
            1 => shared.script.front().cloned(),
            _ => shared.script.pop_front(),
        };
        shared.asked.push(asked.clone());
        step
    };
    if let Some(step) = step {
        // The client may have gone: that is the test's business.
        let _ = step.play(&mut connection, &asked).await;
    }
}

async fn read_request(connection: &mut BufReader<TcpStream>) -> Option<Asked> {
    let mut head = String::new();
    loop {
        let mut line = String::new();
        if connection.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        head.push_str(&line);
    }
    let length = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0);
    let mut body = vec![0; length];
    connection.read_exact(&mut body).await.ok()?;
    Some(Asked {
        head,
        body: serde_json::from_slice(&body).unwrap_or_default(),
    })
}
