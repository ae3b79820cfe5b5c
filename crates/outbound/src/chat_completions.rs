//! A language model behind OpenAI's chat completions protocol (`POST …/chat/completions`), as OpenAI, Ollama, vLLM,
//! llama.cpp, LM Studio and others speak it.
//!
//! Lenient in what it accepts: servers differ in which fields they know, and [`ChatModel`] remembers what works with
//! its server. Strict in what it believes: sizes, times and shapes are bounded here, and what an answer *means* is its
//! caller's business.

mod breaker;
mod completion;
mod dialect;
mod exchange;
mod failure;
mod gate;
mod jitter;
mod json_text;
mod retries;
mod time;

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
    time::Duration,
};

use serde::Serialize;
use serde_json::Value;
use tokio::time::Instant;

use self::{
    breaker::{Admission, Breaker},
    completion::Completion,
    dialect::{Dialect, Remembered},
    gate::Gate,
    retries::RetryBudget,
    time::Until,
};
pub use self::{completion::Tokens, failure::Failure, time::CallTime};
use crate::{Bearer, Outbound};

/// How long is waited between two pieces of an answer.
const BETWEEN_TOKENS: Duration = Duration::from_secs(10);
/// Most requests for one call: a retry, a repair, and fields that a server doesn't know.
const ATTEMPTS: usize = 6;

/// A language model. Cheap to clone; clones share what they know of its server.
#[derive(Clone)]
pub struct ChatModel(Arc<Inner>);

struct Inner {
    outbound: Outbound,
    url: String,
    name: String,
    key: Option<Bearer>,
    limits: ChatLimits,
    remembered: Mutex<Remembered>,
    breaker: Breaker,
    gate: Gate,
    retries: RetryBudget,
    /// The operator was told that the key is refused.
    key_complained: AtomicBool,
}

/// Which model, and where.
#[derive(Clone, Debug)]
pub struct ChatServer {
    /// The address up to and without `/chat/completions`.
    pub base_url: String,
    /// The model's name there.
    pub model: String,
    /// The key, if one is needed.
    pub key: Option<Bearer>,
}

/// How long to wait, and how many at once.
#[derive(Clone, Copy, Debug)]
pub struct ChatLimits {
    /// Until the first piece of an answer.
    pub first_token: Duration,
    /// Requests at once.
    pub concurrency: usize,
    /// Requests that wait for one of those to end.
    pub queue: usize,
}

/// One message of a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChatMessage {
    /// Whose.
    pub role: ChatRole,
    /// Its text.
    pub content: String,
}

/// Whose a message of a prompt is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChatRole {
    /// The program's own instructions.
    System,
    /// What comes from outside.
    User,
}

/// The JSON that an answer must be.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its name: letters and underscores.
    pub name: &'static str,
    /// What it is for.
    pub description: &'static str,
    /// Its JSON Schema, within what servers enforce: types, enums, required properties.
    pub schema: Value,
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// The messages, instructions first.
    pub messages: Vec<ChatMessage>,
    /// Most tokens of an answer.
    pub max_tokens: u32,
}

/// What came of a call, and what it cost. Failures may cost as well.
#[derive(Debug)]
pub struct Reply<T> {
    /// The answer, or why there is none.
    pub result: Result<T, Failure>,
    /// The tokens, as the server counts them, else estimated.
    pub tokens: Tokens,
}

impl ChatModel {
    /// A model over a guarded client.
    pub fn new(outbound: Outbound, server: ChatServer, limits: ChatLimits) -> Self {
        let base = server.base_url.trim_end_matches('/');
        Self(Arc::new(Inner {
            url: format!("{base}/chat/completions"),
            remembered: Mutex::new(Remembered::of(base)),
            name: server.model,
            key: server.key,
            breaker: Breaker::default(),
            gate: Gate::new(limits.concurrency, limits.queue),
            retries: RetryBudget::default(),
            key_complained: AtomicBool::new(false),
            outbound,
            limits,
        }))
    }

    /// The model's name.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Whether a call would be sent. After failures it is not, for a while; then a tiny request of our own looks in the
    /// background whether the server is back, so that nobody's turn waits for that.
    pub fn is_available(&self) -> bool {
        match self.0.breaker.admit(Instant::now()) {
            Admission::Yes => true,
            Admission::No => false,
            Admission::NotYetButProbe => {
                let model = self.clone();
                tokio::spawn(async move { model.probe().await });
                false
            }
        }
    }

    /// Asks for JSON of a shape. `read` says whether it makes sense; what doesn't is asked for once more in another way.
    pub async fn json<T>(
        &self,
        prompt: &Prompt,
        shape: &Shape,
        time: CallTime,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Reply<T> {
        let mut tokens = Tokens::default();
        let result = self
            .json_within(prompt, shape, time, read, &mut tokens)
            .await;
        self.note(&result);
        Reply { result, tokens }
    }

    /// Asks for words, which are handed on piece by piece as they come. The pieces together are the answer.
    pub async fn words(
        &self,
        prompt: &Prompt,
        time: CallTime,
        mut on_piece: impl FnMut(&str) + Send,
    ) -> Reply<String> {
        let mut tokens = Tokens::default();
        let result = self
            .words_within(prompt, time, &mut on_piece, &mut tokens)
            .await;
        self.note(&result);
        Reply { result, tokens }
    }

    async fn json_within<T>(
        &self,
        prompt: &Prompt,
        shape: &Shape,
        time: CallTime,
        read: impl Fn(&Value) -> Option<T>,
        tokens: &mut Tokens,
    ) -> Result<T, Failure> {
        let _place = self.enter(time.deadline).await?;
        let until = time.left(Instant::now());
        let mut dialect = self.remembered().dialect;
        let mut repaired = false;
        for _ in 0..ATTEMPTS {
            let body = dialect.body(&self.0.name, prompt, Some(shape));
            match self.exchange(&body, until, &mut |_| {}, tokens).await {
                Ok(completion) => match completion.json().as_ref().and_then(&read) {
                    Some(value) => {
                        self.remembered().worked(dialect, repaired);
                        return Ok(value);
                    }
                    None if repaired => return Err(Failure::Nonsense),
                    None => {
                        repaired = true;
                        dialect.format = dialect.format.simpler();
                    }
                },
                Err(Failure::Rejected { status, complaint }) => {
                    if !may_be_dialect(status) || !dialect.give_in(&complaint, true) {
                        return Err(Failure::Rejected { status, complaint });
                    }
                }
                Err(failure) => return Err(failure),
            }
        }
        Err(Failure::Nonsense)
    }

    async fn words_within(
        &self,
        prompt: &Prompt,
        time: CallTime,
        on_piece: &mut (dyn FnMut(&str) + Send),
        tokens: &mut Tokens,
    ) -> Result<String, Failure> {
        let _place = self.enter(time.deadline).await?;
        let until = time.left(Instant::now());
        let mut dialect = self.remembered().dialect;
        for _ in 0..ATTEMPTS {
            let body = dialect.body(&self.0.name, prompt, None);
            match self.exchange(&body, until, on_piece, tokens).await {
                Ok(completion) if completion.text.trim().is_empty() => {
                    return Err(Failure::Nonsense);
                }
                Ok(completion) => {
                    self.remembered().worked(dialect, true);
                    return Ok(completion.text);
                }
                Err(Failure::Rejected { status, complaint }) => {
                    if !may_be_dialect(status) || !dialect.give_in(&complaint, false) {
                        return Err(Failure::Rejected { status, complaint });
                    }
                }
                Err(failure) => return Err(failure),
            }
        }
        Err(Failure::Nonsense)
    }

    /// A place among the requests that run, if the server is well.
    async fn enter(&self, deadline: Instant) -> Result<gate::Place, Failure> {
        if !self.is_available() {
            return Err(Failure::Unavailable);
        }
        let patience = deadline.min(Instant::now() + self.0.limits.first_token);
        self.0.gate.enter(patience).await.ok_or(Failure::Busy)
    }

    /// The smallest request there is, with nobody's words in it.
    async fn probe(&self) {
        let prompt = Prompt {
            messages: vec![ChatMessage {
                role: ChatRole::User,
                content: "ping".to_owned(),
            }],
            max_tokens: 1,
        };
        let dialect: Dialect = self.remembered().dialect;
        let body = dialect.body(&self.0.name, &prompt, None);
        let until = Until::of_own(Instant::now() + self.0.limits.first_token);
        let mut completion = Completion::default();
        let answer = self
            .attempt(&body, until, &mut completion, &mut |_| {})
            .await;
        // A server that has something against so small a request is there.
        if answer.as_ref().err().is_none_or(Failure::is_the_answers) {
            self.note(&Ok(()));
        }
    }

    fn remembered(&self) -> MutexGuard<'_, Remembered> {
        self.0
            .remembered
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a refusal may be about how the request was written: not a redirect, a bill that is not paid, a model or path
/// that there is not, or a request that is too large however it is written.
fn may_be_dialect(status: u16) -> bool {
    !matches!(status, 300..=399 | 402 | 404 | 405 | 410 | 413)
}

impl fmt::Debug for ChatModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChatModel")
            .field("url", &self.0.url)
            .field("name", &self.0.name)
            .finish_non_exhaustive()
    }
}
