//! The one thread that writes, and the queue before it.
//!
//! Whatever waits at the same time is written in one transaction, each job in a savepoint of its own, and nobody is
//! answered before the commit. So the cost of flushing to the disk is shared, and an answer means "on disk".

mod group;
mod job;

use std::thread::{self, JoinHandle};

use tokio::sync::{
    Mutex,
    mpsc::{Receiver, Sender, channel, error::TrySendError},
    oneshot,
};

pub(super) use self::job::run_to_end;
use self::{
    group::Connection,
    job::{Job, WriteJob},
};
use super::{Place, session::Session};
use crate::{Result, StorageError};

/// The queue of the writer thread.
#[derive(Debug)]
pub(super) struct Writer {
    queue: Sender<Message>,
    /// Taken by whoever closes first.
    thread: Mutex<Option<JoinHandle<()>>>,
}

enum Message {
    Job(Box<dyn Job>),
    /// Nothing more is taken; answered when all is written and closed.
    Close,
}

impl Writer {
    /// Opens the database and starts the thread.
    pub(super) fn start(place: Place) -> Result<Self> {
        let (queue, messages) = channel(place.options.queue.max(1));
        let connection = Connection::open(place)?;
        let thread = thread::Builder::new()
            .name("sqlite-writer".to_owned())
            .spawn(move || run(connection, messages))
            .map_err(|error| {
                StorageError::unavailable_because("a thread could not be started", error)
            })?;
        Ok(Self {
            queue,
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Runs a body in a savepoint on the writer thread, and answers once the group it was in is committed.
    pub(super) async fn run<T, E, F>(&self, body: F) -> std::result::Result<T, E>
    where
        F: FnOnce(&Session) -> std::result::Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(WriteJob::new(body, reply));
        self.queue
            .try_send(Message::Job(job))
            .map_err(|error| match error {
                TrySendError::Full(_) => StorageError::Busy,
                TrySendError::Closed(_) => StorageError::unavailable("it was closed"),
            })?;
        answer
            .await
            .unwrap_or_else(|_| Err(StorageError::unavailable("the writer has ended").into()))
    }

    /// How many writes wait for the thread.
    pub(super) fn waiting(&self) -> usize {
        self.queue.max_capacity() - self.queue.capacity()
    }

    /// Waits for what is queued, and ends the thread.
    pub(super) async fn close(&self) {
        let mut thread = self.thread.lock().await;
        if let Some(thread) = thread.take() {
            // When the thread has ended by itself there is nobody left to tell.
            let _ = self.queue.send(Message::Close).await;
            let joined = tokio::task::spawn_blocking(move || thread.join()).await;
            if !matches!(joined, Ok(Ok(()))) {
                tracing::error!("the writer thread had panicked");
            }
        }
    }
}

fn run(mut connection: Connection, mut messages: Receiver<Message>) {
    while let Some(message) = messages.blocking_recv() {
        match message {
            Message::Job(job) => connection.write_group(job, &mut messages),
            Message::Close => messages.close(),
        }
    }
    connection.close();
}
