//! One group of writes: begin, a savepoint for each, commit, answers.

use std::{fs, path::PathBuf};

use tokio::sync::mpsc::Receiver;

use super::{Message, job::Job};
use crate::{
    Result, StorageError,
    sqlite::{Place, checkpoints::Checkpoints, connection, session::Session},
};

/// The most writes in one commit.
const GROUP: usize = 64;
/// Above this many bytes the write-ahead log is emptied between two groups, whoever has to wait.
const LOG_LIMIT: u64 = 64 << 20;
/// When a reader was in the way of emptying it: how much more it may grow before the next attempt.
const LOG_STEP: u64 = 16 << 20;

/// The connection that writes, and what keeps its log short.
pub(super) struct Connection {
    place: Place,
    /// `None` after a failure that only opening the file again can mend.
    session: Option<Session>,
    checkpoints: Checkpoints,
    log: PathBuf,
    log_limit: u64,
}

impl Connection {
    pub(super) fn open(place: Place) -> Result<Self> {
        let session = Session::new(connection::open_writer(&place)?, &place);
        let mut log = place.path.clone().into_os_string();
        log.push("-wal");
        Ok(Self {
            checkpoints: Checkpoints::start(&place)?,
            session: Some(session),
            log: log.into(),
            log_limit: LOG_LIMIT,
            place,
        })
    }

    /// Writes a job and whatever else is waiting, and answers them all.
    pub(super) fn write_group(&mut self, first: Box<dyn Job>, messages: &mut Receiver<Message>) {
        let size = if self.place.options.group_commit {
            GROUP
        } else {
            1
        };
        let mut jobs = Jobs {
            first: Some(first),
            messages,
            left: size,
        };
        let mut done = Vec::new();
        let outcome = self.write_all(&mut jobs, &mut done);
        if let Err(error) = &outcome {
            tracing::warn!(%error, writes = done.len(), "a group of writes failed");
            self.recover();
            // Whoever came in the meantime has waited as long, and would wait for the same again.
            done.extend(jobs);
        }
        for job in done {
            job.answer(outcome.clone());
        }
        if outcome.is_ok() {
            self.checkpoints.written();
            self.limit_log();
        }
    }

    fn write_all(&mut self, jobs: &mut Jobs<'_>, done: &mut Vec<Box<dyn Job>>) -> Result<()> {
        let session = match &mut self.session {
            Some(session) => session,
            none => none.insert(Session::new(
                connection::open_writer(&self.place)?,
                &self.place,
            )),
        };
        // At once, or a group that reads first and writes later could be refused its lock in the middle.
        session.control("BEGIN IMMEDIATE")?;
        for mut job in jobs {
            let ran = run(session, job.as_mut());
            done.push(job);
            ran?;
        }
        session.control("COMMIT")?;
        self.place.nudges.send(session.take_news());
        Ok(())
    }

    /// Leaves a transaction that failed; if even that fails, the file is opened again for the next group.
    fn recover(&mut self) {
        if let Some(session) = &self.session {
            session.take_news();
        }
        let left = self.session.as_ref().is_some_and(|session| {
            session.connection().is_autocommit() || session.control("ROLLBACK").is_ok()
        });
        if !left {
            self.session = None;
        }
    }

    /// Empties the log when it has grown too long because checkpoints could not keep up or a reader held them back.
    fn limit_log(&mut self) {
        let length = fs::metadata(&self.log).map_or(0, |file| file.len());
        if length <= self.log_limit {
            return;
        }
        let emptied = self.checkpoints.empty_log().unwrap_or_else(|error| {
            tracing::warn!(%error, "the write-ahead log could not be emptied");
            false
        });
        self.log_limit = if emptied {
            LOG_LIMIT
        } else {
            length + LOG_STEP
        };
    }

    /// Moves everything into the database file and closes it.
    pub(super) fn close(self) {
        if let Err(error) = self.checkpoints.empty_log() {
            tracing::warn!(%error, "the last checkpoint failed; the next start makes up for it");
        }
        // The thread's connection goes first: the last one to close removes the log.
        drop(self.checkpoints);
    }
}

/// Runs one job in its savepoint. An error means that the whole transaction is lost.
fn run(session: &Session, job: &mut dyn Job) -> Result<()> {
    session.control("SAVEPOINT job")?;
    let keep = job.run(session);
    if session.connection().is_autocommit() {
        // Some failures (a full disk among them) make SQLite roll back everything by itself.
        return Err(StorageError::unavailable("SQLite gave up the transaction"));
    }
    if !keep {
        session.control("ROLLBACK TO job")?;
    }
    session.control("RELEASE job")
}

/// The jobs of one group: the first, and those that are waiting already.
struct Jobs<'m> {
    first: Option<Box<dyn Job>>,
    messages: &'m mut Receiver<Message>,
    left: usize,
}

impl Iterator for Jobs<'_> {
    type Item = Box<dyn Job>;

    fn next(&mut self) -> Option<Box<dyn Job>> {
        self.left = self.left.checked_sub(1)?;
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        match self.messages.try_recv() {
            Ok(Message::Job(job)) => Some(job),
            Ok(Message::Close) => {
                self.messages.close();
                self.next_waiting()
            }
            Err(_) => None,
        }
    }
}

impl Jobs<'_> {
    fn next_waiting(&mut self) -> Option<Box<dyn Job>> {
        match self.messages.try_recv() {
            Ok(Message::Job(job)) => Some(job),
            _ => None,
        }
    }
}
