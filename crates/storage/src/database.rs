//! One database, on one of two engines.

use std::{sync::Arc, time::Duration};

use futures_util::future::BoxFuture;

use tokio::sync::broadcast;

use crate::{
    DatabaseUrl, Engine, NewEvents, Options, Result, Snapshot, StorageError, Transaction,
    nudges::Nudges, postgres, sqlite, url::Place,
};

/// How long a database may take to answer a trivial query before it counts as unavailable.
const READY_WITHIN: Duration = Duration::from_secs(3);

/// A database. Cheap to clone; clones share their connections.
///
/// ```no_run
/// # use tasktalk_storage::{Database, DatabaseUrl, Options, StorageError, users};
/// # use tasktalk_domain::UserId;
/// # async fn example() -> Result<(), StorageError> {
/// let database = Database::open(&DatabaseUrl::sqlite("tasktalk.db"), Options::default()).await?;
/// database.migrate().await?;
/// let user = database
///     .read(|snapshot| Box::pin(users::by_id(snapshot, UserId(1))))
///     .await?;
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
pub struct Database {
    engine: Running,
    nudges: Nudges,
}

#[derive(Clone, Debug)]
enum Running {
    Sqlite(Arc<sqlite::Sqlite>),
    Postgres(Arc<postgres::Postgres>),
}

impl Database {
    /// Opens a database, without changing its schema. An SQLite file and its folder are created when missing, for
    /// their owner's eyes only. A PostgreSQL server is not asked anything yet.
    pub async fn open(url: &DatabaseUrl, options: Options) -> Result<Self> {
        let nudges = Nudges::new();
        let engine = match url.place() {
            Place::Sqlite(path) => Running::Sqlite(Arc::new(
                sqlite::Sqlite::open(path, options, nudges.clone()).await?,
            )),
            Place::Postgres(server) => Running::Postgres(Arc::new(postgres::Postgres::open(
                server,
                options,
                nudges.clone(),
            )?)),
        };
        Ok(Self { engine, nudges })
    }

    /// Brings the schema up to date, and names the migrations that were applied. Several programs may do this at the
    /// same time. Refuses a schema that is newer than this program.
    pub async fn migrate(&self) -> Result<Vec<String>> {
        match &self.engine {
            Running::Sqlite(sqlite) => sqlite.migrate().await,
            Running::Postgres(postgres) => postgres.migrate().await,
        }
    }

    /// Whether the database answers, within three seconds.
    pub async fn ready(&self) -> Result<()> {
        let asked = self.read(|snapshot| {
            let sql = "SELECT CAST(1 AS BIGINT) AS one";
            Box::pin(snapshot.one(sql, Vec::new(), |row| row.integer("one")))
        });
        match tokio::time::timeout(READY_WITHIN, asked).await {
            Ok(answer) => answer.map(|_| ()),
            Err(_) => Err(StorageError::unavailable("no answer in time")),
        }
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match &self.engine {
            Running::Sqlite(_) => Engine::Sqlite,
            Running::Postgres(_) => Engine::Postgres,
        }
    }

    /// Changes something: the only way to. Returns once the change is on disk; an error of the body changes nothing.
    ///
    /// The body waits for nothing but its transaction. On PostgreSQL it may run more than once (after a
    /// serialization failure, or when the connection was lost before its commit), so it must have no effect outside.
    /// It runs to its end even when the caller has gone. A panic in it is [`StorageError::Abandoned`].
    pub async fn write<T, E, F>(&self, body: F) -> std::result::Result<T, E>
    where
        F: for<'t> Fn(&'t Transaction<'t>) -> BoxFuture<'t, std::result::Result<T, E>>
            + Send
            + Sync
            + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        match &self.engine {
            Running::Sqlite(sqlite) => sqlite.write(body).await,
            Running::Postgres(postgres) => Arc::clone(postgres).write(body).await,
        }
    }

    /// Reads a consistent snapshot, on another connection than the writes use. Sees what was acknowledged before.
    pub async fn read<T, E, F>(&self, body: F) -> std::result::Result<T, E>
    where
        F: for<'t> FnOnce(&'t Snapshot<'t>) -> BoxFuture<'t, std::result::Result<T, E>>
            + Send
            + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        match &self.engine {
            Running::Sqlite(sqlite) => sqlite.read(body).await,
            Running::Postgres(postgres) => postgres.read(body).await,
        }
    }

    /// Waits for the writes that were accepted, then closes. What comes later is refused as unavailable.
    pub async fn close(&self) {
        match &self.engine {
            Running::Sqlite(sqlite) => sqlite.close().await,
            Running::Postgres(postgres) => postgres.close().await,
        }
    }

    /// Hears of events that this process commits from now on, right after their commit. Those of other processes are
    /// found by asking, and so is what was missed: see [`crate::events::newest_of`].
    pub fn new_events(&self) -> broadcast::Receiver<NewEvents> {
        self.nudges.listen()
    }

    /// How much work waits right now: writes for their turn (SQLite), anything for a connection (PostgreSQL).
    pub fn waiting(&self) -> usize {
        match &self.engine {
            Running::Sqlite(sqlite) => sqlite.waiting(),
            Running::Postgres(postgres) => postgres.waiting(),
        }
    }

    /// How often this program has waited for an answer of the server, so far. Always 0 on SQLite.
    pub fn round_trips(&self) -> u64 {
        match &self.engine {
            Running::Sqlite(_) => 0,
            Running::Postgres(postgres) => postgres.round_trips(),
        }
    }
}
