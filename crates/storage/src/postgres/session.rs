//! One transaction on one connection.
//!
//! Requests are sent in the order in which they are first polled, and sending one does not wait for the answer to the
//! one before: `BEGIN`, whatever was deferred, and the first statements travel together, and so do the last ones
//! and `COMMIT`.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

use deadpool_postgres::Client;
use futures_util::TryStreamExt;
use tokio::sync::Mutex;
use tokio_postgres::{Error, Row, Statement};

use super::failure::{failure, is_collision, is_lost};
use crate::{Result, StatementLog, transaction::Sql, value::Parameters};

/// How many deferred statements are kept before they are sent after all.
const DEFERRED: usize = 512;

/// A transaction. Dropped before its commit, it is rolled back.
pub(crate) struct Session {
    client: Client,
    begin: &'static str,
    /// Whoever holds this sends next; it is handed on in the order in which it was asked for.
    line: Mutex<Line>,
    begun: AtomicBool,
    committing: AtomicBool,
    /// The server undid the transaction, or the connection was lost before its commit was sent.
    may_run_again: AtomicBool,
    in_flight: Arc<AtomicUsize>,
    round_trips: Arc<AtomicU64>,
    log: Option<StatementLog>,
}

/// What is sent before anything else.
#[derive(Default)]
struct Line {
    deferred: Vec<(Sql, Parameters)>,
}

/// What a statement answered.
pub(crate) struct Answer {
    pub(crate) rows: Vec<Row>,
    pub(crate) changed: u64,
}

/// A request that was sent.
enum Sent<'s> {
    Waiting(Pin<Box<dyn Future<Output = Asked> + Send + 's>>),
    Answered(Asked),
}

type Asked = std::result::Result<Answer, Error>;

impl Session {
    pub(super) fn new(
        client: Client,
        begin: &'static str,
        round_trips: Arc<AtomicU64>,
        log: Option<StatementLog>,
    ) -> Self {
        Self {
            client,
            begin,
            line: Mutex::default(),
            begun: AtomicBool::new(false),
            committing: AtomicBool::new(false),
            may_run_again: AtomicBool::new(false),
            in_flight: Arc::default(),
            round_trips,
            log,
        }
    }

    /// Runs a statement, after everything that was asked for before it.
    pub(crate) async fn run(&self, sql: Sql, parameters: Parameters) -> Result<Answer> {
        let mut line = self.line.lock().await;
        line.deferred.push((sql, parameters));
        let sent = self.send_deferred(&mut line).await?;
        drop(line);
        self.last_answer(sent).await
    }

    /// Keeps a statement until the next one is run, or the commit.
    pub(crate) async fn defer(&self, sql: Sql, parameters: Parameters) -> Result<()> {
        let mut line = self.line.lock().await;
        line.deferred.push((sql, parameters));
        if line.deferred.len() < DEFERRED {
            return Ok(());
        }
        let sent = self.send_deferred(&mut line).await?;
        drop(line);
        self.last_answer(sent).await.map(|_| ())
    }

    /// Commits, together with what is still deferred. A transaction that did nothing has nothing to commit.
    pub(super) async fn commit(&self) -> Result<()> {
        let mut line = self.line.lock().await;
        if !self.begun.load(Ordering::Relaxed) && line.deferred.is_empty() {
            return Ok(());
        }
        let mut sent = self.send_deferred(&mut line).await?;
        self.committing.store(true, Ordering::Relaxed);
        sent.push(self.send_control("COMMIT").await);
        drop(line);
        self.last_answer(sent).await.map(|_| ())
    }

    /// Whether running the whole transaction again may help and can't do anything twice.
    pub(super) fn may_run_again(&self) -> bool {
        self.may_run_again.load(Ordering::Relaxed)
    }

    /// Sends `BEGIN` if that has not been done, then what was deferred.
    ///
    /// Everything is prepared before anything is sent: the connection hands an answer on only when the one before has
    /// been read, so waiting for a preparation behind answers that nobody reads yet could wait for ever.
    async fn send_deferred(&self, line: &mut Line) -> Result<Vec<Sent<'_>>> {
        let statements = self.prepare(&line.deferred).await?;
        let mut sent = Vec::with_capacity(statements.len() + 2);
        if !self.begun.swap(true, Ordering::Relaxed) {
            sent.push(self.send_control(self.begin).await);
        }
        for (statement, (_, parameters)) in statements.into_iter().zip(line.deferred.drain(..)) {
            sent.push(self.send(statement, parameters).await);
        }
        Ok(sent)
    }

    /// Has these statements prepared, which waits for the server the first time on a connection.
    async fn prepare(&self, deferred: &[(Sql, Parameters)]) -> Result<Vec<Statement>> {
        let mut statements = Vec::with_capacity(deferred.len());
        for (sql, parameters) in deferred {
            if let Some(log) = &self.log {
                log.note(sql, parameters);
            }
            let prepared = self.client.prepare_cached(sql).await;
            statements.push(prepared.map_err(|error| self.note(error))?);
        }
        Ok(statements)
    }

    async fn send(&self, statement: Statement, parameters: Parameters) -> Sent<'_> {
        let waiting = self.waiting();
        sent(async move {
            let _waiting = waiting;
            let stream = self.client.query_raw(&statement, parameters).await?;
            let mut stream = std::pin::pin!(stream);
            let mut rows = Vec::new();
            while let Some(row) = stream.try_next().await? {
                rows.push(row);
            }
            let changed = stream.rows_affected().unwrap_or_default();
            Ok(Answer { rows, changed })
        })
        .await
    }

    async fn send_control(&self, sql: &'static str) -> Sent<'_> {
        let waiting = self.waiting();
        sent(async move {
            let _waiting = waiting;
            self.client.batch_execute(sql).await?;
            Ok(Answer {
                rows: Vec::new(),
                changed: 0,
            })
        })
        .await
    }

    /// Waits for all answers. The first error is the one that counts: what follows it fails because of it.
    async fn last_answer(&self, sent: Vec<Sent<'_>>) -> Result<Answer> {
        let mut last = Answer {
            rows: Vec::new(),
            changed: 0,
        };
        for request in sent {
            let answer = match request {
                Sent::Waiting(future) => future.await,
                Sent::Answered(answer) => answer,
            };
            last = answer.map_err(|error| self.note(error))?;
        }
        Ok(last)
    }

    fn note(&self, error: Error) -> crate::StorageError {
        let undone = is_collision(&error);
        let lost = is_lost(&error) && !self.committing.load(Ordering::Relaxed);
        if undone || lost {
            self.may_run_again.store(true, Ordering::Relaxed);
        }
        failure(error)
    }

    fn waiting(&self) -> InFlight {
        if self.in_flight.fetch_add(1, Ordering::Relaxed) == 0 {
            self.round_trips.fetch_add(1, Ordering::Relaxed);
        }
        InFlight(Arc::clone(&self.in_flight))
    }
}

/// Counts one request that has no answer yet.
struct InFlight(Arc<AtomicUsize>);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Polls a request once: that puts it on its way.
async fn sent<'s>(request: impl Future<Output = Asked> + Send + 's) -> Sent<'s> {
    let mut request: Pin<Box<dyn Future<Output = Asked> + Send + 's>> = Box::pin(request);
    match poll_fn(|context| Poll::Ready(request.as_mut().poll(context))).await {
        Poll::Ready(answer) => Sent::Answered(answer),
        Poll::Pending => Sent::Waiting(request),
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if !self.begun.load(Ordering::Relaxed) || self.committing.load(Ordering::Relaxed) {
            return;
        }
        // One poll sends it, and whoever gets the connection next is behind it in the line.
        let rollback = std::pin::pin!(self.client.batch_execute("ROLLBACK"));
        let _ = rollback.poll(&mut Context::from_waker(Waker::noop()));
    }
}
