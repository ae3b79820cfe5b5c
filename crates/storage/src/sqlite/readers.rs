//! A few connections for reading, each used by one reader at a time.

use std::{
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Place, connection, session::Session};
use crate::{Result, StorageError};

/// The connections that read.
#[derive(Clone, Debug)]
pub(super) struct Readers {
    place: Place,
    idle: Arc<Mutex<Vec<Session>>>,
    permits: Arc<Semaphore>,
}

/// A connection inside a snapshot; it goes back when this is dropped.
pub(super) struct Reader {
    session: Option<Session>,
    home: Readers,
    _permit: OwnedSemaphorePermit,
}

impl Readers {
    /// Two to four: a read runs on the task that asks for it, so there is no use for more than there are cores.
    pub(super) fn open(place: &Place) -> Result<Self> {
        let count = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4));
        let idle = (0..count)
            .map(|_| open(place))
            .collect::<Result<Vec<_>>>()?;
        Ok(Self {
            place: place.clone(),
            idle: Arc::new(Mutex::new(idle)),
            permits: Arc::new(Semaphore::new(count)),
        })
    }

    /// Begins a snapshot on a free connection, waiting for one.
    pub(super) async fn take(&self) -> Result<Reader> {
        let permit = Arc::clone(&self.permits)
            .acquire_owned()
            .await
            .map_err(|_| StorageError::unavailable("it was closed"))?;
        let idle = self.idle().pop();
        let session = idle.map_or_else(|| open(&self.place), Ok)?;
        let reader = Reader {
            session: Some(session),
            home: self.clone(),
            _permit: permit,
        };
        reader.session().control("BEGIN DEFERRED")?;
        Ok(reader)
    }

    /// Closes the connections that nobody uses; the others close when they come back.
    pub(super) fn close(&self) {
        self.permits.close();
        self.idle().clear();
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Session>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn open(place: &Place) -> Result<Session> {
    Ok(Session::new(connection::open_reader(place)?, place))
}

impl Reader {
    pub(super) fn session(&self) -> &Session {
        self.session
            .as_ref()
            .expect("the session is there until the reader is dropped")
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(session) = self.session.take() else {
            return;
        };
        // A connection that can't leave its snapshot is of no use; the next reader opens another.
        match session.control("ROLLBACK") {
            Ok(()) if self.home.permits.is_closed() => {}
            Ok(()) => self.home.idle().push(session),
            Err(error) => tracing::warn!(%error, "a connection for reading was given up"),
        }
    }
}
