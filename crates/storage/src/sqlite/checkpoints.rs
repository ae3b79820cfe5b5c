//! Moves what the write-ahead log holds into the database file, off the path of the commits.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use rusqlite::Connection;

use super::{Place, connection, failure::failure};
use crate::{Result, StorageError};

/// How long commits gather before they are moved.
const INTERVAL: Duration = Duration::from_millis(250);

/// How long emptying the log waits for readers.
const PATIENCE: Duration = Duration::from_millis(100);

/// The thread that does checkpoints. It sleeps while nothing is written.
#[derive(Debug)]
pub(super) struct Checkpoints {
    /// Two checkpoints at a time would refuse each other, so they share one connection.
    connection: Arc<Mutex<Connection>>,
    /// `None` once it is told to stop.
    written: Option<SyncSender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Checkpoints {
    pub(super) fn start(place: &Place) -> Result<Self> {
        let connection = connection::open_for_checkpoints(place)?;
        connection.busy_timeout(PATIENCE).map_err(failure)?;
        let connection = Arc::new(Mutex::new(connection));
        let shared = Arc::clone(&connection);
        let (written, news) = sync_channel(1);
        let thread = thread::Builder::new()
            .name("sqlite-checkpoints".to_owned())
            .spawn(move || run(&shared, &news))
            .map_err(|error| {
                StorageError::unavailable_because("a thread could not be started", error)
            })?;
        Ok(Self {
            connection,
            written: Some(written),
            thread: Some(thread),
        })
    }

    /// Says that something was committed.
    pub(super) fn written(&self) {
        if let Some(written) = &self.written {
            match written.try_send(()) {
                Ok(()) | Err(TrySendError::Full(())) => {}
                Err(TrySendError::Disconnected(())) => {
                    tracing::error!("the thread that does checkpoints has ended");
                }
            }
        }
    }

    /// Moves everything and empties the log, after the checkpoint that may be going on; false when a reader was in the
    /// way.
    pub(super) fn empty_log(&self) -> Result<bool> {
        checkpoint(&self.connection, "TRUNCATE")
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.written = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread that does checkpoints had panicked");
        }
    }
}

fn run(connection: &Mutex<Connection>, news: &Receiver<()>) {
    // After a failure it tries again by itself: on a full disk there may be no further commits to bring news.
    let mut failed = false;
    while failed || news.recv().is_ok() {
        let until = Instant::now() + INTERVAL;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match news.recv_timeout(left) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        // PASSIVE never waits for a reader nor keeps a writer waiting; what it leaves, the next one takes.
        let done = checkpoint(connection, "PASSIVE");
        if let Err(error) = &done
            && !failed
        {
            tracing::warn!(%error, "checkpoints fail; they are tried again");
        }
        failed = done.is_err();
    }
}

/// Does one checkpoint; false when a reader was in the way of finishing it.
fn checkpoint(connection: &Mutex<Connection>, mode: &'static str) -> Result<bool> {
    connection
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |row| {
            row.get::<_, i64>(0)
        })
        .map(|busy| busy == 0)
        .map_err(failure)
}
