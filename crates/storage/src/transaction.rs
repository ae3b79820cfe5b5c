//! What the body of a read or a write is given: a door to one database, inside one transaction.

use std::{
    borrow::Cow,
    ops::Deref,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::{
    NewEvents, Result, StorageError, postgres,
    row::Row,
    sqlite,
    users::{self, Counters},
    value::Parameters,
};

/// The text of a statement.
pub(crate) type Sql = Cow<'static, str>;

/// A consistent view of the database, for reading. Functions that only read take this.
pub struct Snapshot<'t> {
    session: Session<'t>,
    /// A statement failed. What follows it on PostgreSQL fails too, so on SQLite it must not be committed either.
    failed: AtomicBool,
}

enum Session<'t> {
    Sqlite(&'t sqlite::Session),
    Postgres(&'t postgres::Session),
}

/// A transaction that may change things. Functions that change something take this; it is a [`Snapshot`] as well,
/// which sees the changes made in it so far.
pub struct Transaction<'t> {
    snapshot: Snapshot<'t>,
    /// The counters of the users locked in this transaction, written back before it commits.
    counters: Mutex<Vec<Arc<Counters>>>,
}

impl<'t> Snapshot<'t> {
    pub(crate) fn sqlite(session: &'t sqlite::Session) -> Self {
        Self::new(Session::Sqlite(session))
    }

    pub(crate) fn postgres(session: &'t postgres::Session) -> Self {
        Self::new(Session::Postgres(session))
    }

    fn new(session: Session<'t>) -> Self {
        Self {
            session,
            failed: AtomicBool::new(false),
        }
    }

    /// Runs a statement and reads every row of its answer.
    ///
    /// Calls whose futures are polled together (`try_join!`) reach PostgreSQL in the order in which they were first
    /// polled, and share one round trip.
    pub(crate) async fn all<T>(
        &self,
        sql: impl Into<Sql>,
        parameters: Parameters,
        mut read: impl FnMut(&mut Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let result = match self.session {
            Session::Sqlite(session) => session.all(&sql.into(), &parameters, read),
            Session::Postgres(session) => {
                session
                    .run(sql.into(), parameters)
                    .await
                    .and_then(|answer| {
                        answer
                            .rows
                            .iter()
                            .map(|row| read(&mut Row::postgres(row)))
                            .collect()
                    })
            }
        };
        self.note(result)
    }

    /// Runs a statement and reads the first row of its answer.
    pub(crate) async fn optional<T>(
        &self,
        sql: impl Into<Sql>,
        parameters: Parameters,
        read: impl FnMut(&mut Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.all(sql, parameters, read).await?.into_iter().next())
    }

    /// Runs a statement that answers exactly one row.
    pub(crate) async fn one<T>(
        &self,
        sql: impl Into<Sql>,
        parameters: Parameters,
        read: impl FnMut(&mut Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.optional(sql, parameters, read)
            .await?
            .ok_or_else(|| StorageError::driver("a statement that always answers a row did not"))
    }

    /// What makes a SELECT lock the rows it finds and pass over those that somebody else has locked. SQLite has one
    /// writer, so there nobody else has.
    pub(crate) fn skipping_locked_rows(&self) -> &'static str {
        match self.session {
            Session::Sqlite(_) => "",
            Session::Postgres(_) => " FOR UPDATE SKIP LOCKED",
        }
    }

    fn note<T>(&self, result: Result<T>) -> Result<T> {
        if result.is_err() {
            self.failed.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl<'t> Transaction<'t> {
    pub(crate) fn new(snapshot: Snapshot<'t>) -> Self {
        Self {
            snapshot,
            counters: Mutex::new(Vec::new()),
        }
    }

    /// Runs a statement and says how many rows it changed.
    pub(crate) async fn execute(&self, sql: impl Into<Sql>, parameters: Parameters) -> Result<u64> {
        let result = match self.session {
            Session::Sqlite(session) => session.execute(&sql.into(), &parameters),
            Session::Postgres(session) => session
                .run(sql.into(), parameters)
                .await
                .map(|answer| answer.changed),
        };
        self.note(result)
    }

    /// Runs a statement whose result nobody needs: at once on SQLite, together with the next read or with the commit
    /// on PostgreSQL.
    pub(crate) async fn defer(&self, sql: impl Into<Sql>, parameters: Parameters) -> Result<()> {
        let result = match self.session {
            Session::Sqlite(session) => session.execute(&sql.into(), &parameters).map(|_| ()),
            Session::Postgres(session) => session.defer(sql.into(), parameters).await,
        };
        self.note(result)
    }

    /// The counters of a user who was locked before in this transaction, or else these.
    pub(crate) fn counters_of(&self, found: Counters) -> Arc<Counters> {
        let mut known = self.counters.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(counters) = known.iter().find(|known| known.owner == found.owner) {
            return Arc::clone(counters);
        }
        let counters = Arc::new(found);
        known.push(Arc::clone(&counters));
        counters
    }

    /// Writes what has to be written before the commit, and says whose events there are to tell of after it.
    pub(crate) async fn finish(&self) -> Result<Vec<NewEvents>> {
        let known =
            std::mem::take(&mut *self.counters.lock().unwrap_or_else(PoisonError::into_inner));
        let mut news = Vec::new();
        for counters in known {
            users::store_counters(self, &counters).await?;
            news.extend(counters.new_events());
        }
        if self.failed.load(Ordering::Relaxed) {
            return Err(StorageError::Abandoned(
                "a statement failed and its error was ignored",
            ));
        }
        Ok(news)
    }
}

impl<'t> Deref for Transaction<'t> {
    type Target = Snapshot<'t>;

    fn deref(&self) -> &Snapshot<'t> {
        &self.snapshot
    }
}
