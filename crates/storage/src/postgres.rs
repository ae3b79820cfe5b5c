//! The PostgreSQL engine: a pool of connections, and transactions whose statements share round trips.

mod failure;
mod migrate;
mod pool;
mod session;
mod tls;
mod value;

use std::{
    hash::{BuildHasher, RandomState},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use futures_util::future::BoxFuture;
use tokio::sync::RwLock;

pub(crate) use self::session::Session;
use crate::{
    Options, Result, Snapshot, StatementLog, StorageError, Transaction, nudges::Nudges, url::Server,
};

/// Statements of one user wait for each other at that user's row, so no more is needed.
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
/// One snapshot for all statements of a read.
const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// How often a write is tried.
const ATTEMPTS: u32 = 5;

/// A PostgreSQL database.
#[derive(Debug)]
pub(crate) struct Postgres {
    pool: deadpool_postgres::Pool,
    /// Held for reading by each write, for writing by whoever closes.
    open: Arc<RwLock<()>>,
    round_trips: Arc<AtomicU64>,
    log: Option<StatementLog>,
    nudges: Nudges,
}

impl Postgres {
    pub(crate) fn open(server: &Server, options: Options, nudges: Nudges) -> Result<Self> {
        Ok(Self {
            pool: pool::open(server, &options)?,
            open: Arc::default(),
            round_trips: Arc::default(),
            log: options.log,
            nudges,
        })
    }

    pub(crate) async fn migrate(&self) -> Result<Vec<String>> {
        migrate::migrate(&mut self.connection().await?).await
    }

    /// A task of its own does the work: it goes on when the caller has gone, as on SQLite, and a panic ends it alone.
    pub(crate) async fn write<T, E, F>(self: Arc<Self>, body: F) -> std::result::Result<T, E>
    where
        F: for<'t> Fn(&'t Transaction<'t>) -> BoxFuture<'t, std::result::Result<T, E>>
            + Send
            + Sync
            + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        let open = Arc::clone(&self.open).read_owned().await;
        let work = async move {
            let _open = open;
            self.write_until_it_works(&body).await
        };
        tokio::spawn(work).await.unwrap_or_else(|error| {
            Err(StorageError::Abandoned(if error.is_panic() {
                "its body panicked"
            } else {
                "the program is stopping"
            })
            .into())
        })
    }

    async fn write_until_it_works<T, E, F>(&self, body: &F) -> std::result::Result<T, E>
    where
        F: for<'t> Fn(&'t Transaction<'t>) -> BoxFuture<'t, std::result::Result<T, E>>
            + Send
            + Sync,
        T: Send,
        E: From<StorageError> + Send,
    {
        let mut attempt = 1;
        loop {
            let session = self.session(BEGIN_WRITE).await?;
            let result = write_once(&session, body, &self.nudges).await;
            if result.is_ok() || attempt == ATTEMPTS || !session.may_run_again() {
                return result;
            }
            drop(session);
            tokio::time::sleep(pause(attempt)).await;
            attempt += 1;
        }
    }

    pub(crate) async fn read<T, E, F>(&self, body: F) -> std::result::Result<T, E>
    where
        F: for<'t> FnOnce(&'t Snapshot<'t>) -> BoxFuture<'t, std::result::Result<T, E>>,
        E: From<StorageError>,
    {
        let session = self.session(BEGIN_READ).await?;
        let snapshot = Snapshot::postgres(&session);
        body(&snapshot).await
    }

    pub(crate) async fn close(&self) {
        let _nobody_writes = self.open.write().await;
        self.pool.close();
    }

    pub(crate) fn waiting(&self) -> usize {
        self.pool.status().waiting
    }

    pub(crate) fn round_trips(&self) -> u64 {
        self.round_trips.load(Ordering::Relaxed)
    }

    async fn session(&self, begin: &'static str) -> Result<Session> {
        Ok(Session::new(
            self.connection().await?,
            begin,
            Arc::clone(&self.round_trips),
            self.log.clone(),
        ))
    }

    async fn connection(&self) -> Result<deadpool_postgres::Client> {
        self.pool.get().await.map_err(failure::no_connection)
    }
}

async fn write_once<T, E, F>(
    session: &Session,
    body: &F,
    nudges: &Nudges,
) -> std::result::Result<T, E>
where
    F: for<'t> Fn(&'t Transaction<'t>) -> BoxFuture<'t, std::result::Result<T, E>> + Send + Sync,
    T: Send,
    E: From<StorageError> + Send,
{
    let transaction = Transaction::new(Snapshot::postgres(session));
    let value = body(&transaction).await?;
    let news = transaction.finish().await?;
    session.commit().await?;
    nudges.send(news);
    Ok(value)
}

/// 5 ms, 10 ms, 20 ms, …, each up to doubled at random, so that those who collided do not collide again.
fn pause(attempt: u32) -> Duration {
    let step = 5_000_u64 << attempt.min(8);
    // The keys of a `RandomState` are random, and so is the hash of anything with them.
    let random = RandomState::new().hash_one(attempt) % step;
    Duration::from_micros(step / 2 + random / 2)
}
