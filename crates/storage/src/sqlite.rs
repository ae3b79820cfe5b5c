//! The SQLite engine: one writer thread with group commit, a few connections for reading, and a thread that keeps the
//! write-ahead log short.

mod checkpoints;
mod connection;
mod failure;
mod migrate;
mod readers;
mod session;
mod writer;

use std::{path::PathBuf, sync::Arc};

use futures_util::future::BoxFuture;

pub(crate) use self::session::Session;
use self::{readers::Readers, writer::Writer};
use crate::{Options, Result, Snapshot, StorageError, Transaction, nudges::Nudges};

/// An open SQLite database.
#[derive(Debug)]
pub(crate) struct Sqlite {
    writer: Writer,
    readers: Readers,
}

/// Where a database file is and how it is opened; every connection is made from this.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    path: PathBuf,
    options: Arc<Options>,
    nudges: Nudges,
}

impl Sqlite {
    pub(crate) async fn open(
        path: &std::path::Path,
        options: Options,
        nudges: Nudges,
    ) -> Result<Self> {
        let place = Place {
            path: path.to_owned(),
            options: Arc::new(options),
            nudges,
        };
        let opening = move || {
            let writer = Writer::start(place.clone())?;
            let readers = Readers::open(&place)?;
            Ok(Self { writer, readers })
        };
        tokio::task::spawn_blocking(opening)
            .await
            .unwrap_or(Err(StorageError::Abandoned("opening panicked")))
    }

    pub(crate) async fn migrate(&self) -> Result<Vec<String>> {
        self.writer.run(migrate::migrate).await
    }

    pub(crate) async fn write<T, E, F>(&self, body: F) -> std::result::Result<T, E>
    where
        F: for<'t> Fn(&'t Transaction<'t>) -> BoxFuture<'t, std::result::Result<T, E>>
            + Send
            + 'static,
        T: Send + 'static,
        E: From<StorageError> + Send + 'static,
    {
        self.writer
            .run(move |session| {
                let transaction = Transaction::new(Snapshot::sqlite(session));
                writer::run_to_end(async {
                    let value = body(&transaction).await?;
                    session.tell_after_commit(transaction.finish().await?);
                    Ok(value)
                })
            })
            .await
    }

    pub(crate) async fn read<T, E, F>(&self, body: F) -> std::result::Result<T, E>
    where
        F: for<'t> FnOnce(&'t Snapshot<'t>) -> BoxFuture<'t, std::result::Result<T, E>>,
        E: From<StorageError>,
    {
        let reader = self.readers.take().await?;
        let snapshot = Snapshot::sqlite(reader.session());
        body(&snapshot).await
    }

    pub(crate) fn waiting(&self) -> usize {
        self.writer.waiting()
    }

    pub(crate) async fn close(&self) {
        self.readers.close();
        self.writer.close().await;
    }
}
