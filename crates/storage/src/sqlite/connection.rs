//! Opening connections to a database file.

use std::{
    fs::{DirBuilder, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    thread,
    time::{Duration, Instant},
};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};

use super::{Place, failure::failure};
use crate::{Durability, Result, StorageError};

/// More statements than we have, so that each is prepared once per connection.
const PREPARED_STATEMENTS: usize = 256;

/// How long one waits before asking again for a lock that SQLite itself does not wait for.
const PAUSE: Duration = Duration::from_millis(5);

/// Opens the one connection that writes; the file is made when it is missing.
pub(super) fn open_writer(place: &Place) -> Result<Connection> {
    create(&place.path)?;
    let connection = open(place, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let synchronous = match place.options.durability {
        Durability::Full => "FULL",
        Durability::Normal => "NORMAL",
    };
    use_write_ahead_log(&connection, place.options.patience)?;
    // A checkpoint in the middle of a commit makes that commit slow; a thread of its own does them (checkpoints.rs).
    connection
        .execute_batch(&format!(
            "PRAGMA synchronous = {synchronous};
             PRAGMA foreign_keys = ON;
             PRAGMA wal_autocheckpoint = 0;
             PRAGMA cache_size = -8192;
             PRAGMA temp_store = MEMORY;"
        ))
        .map_err(failure)?;
    if let Some(bytes) = place.options.size_limit {
        limit_size(&connection, i64::try_from(bytes).unwrap_or(i64::MAX))?;
    }
    Ok(connection)
}

/// Opens a connection that can only read.
pub(super) fn open_reader(place: &Place) -> Result<Connection> {
    let connection = open(place, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection
        .execute_batch("PRAGMA temp_store = MEMORY;")
        .map_err(failure)?;
    Ok(connection)
}

/// Opens a connection that only does checkpoints.
pub(super) fn open_for_checkpoints(place: &Place) -> Result<Connection> {
    open(place, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

fn open(place: &Place, flags: OpenFlags) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(&place.path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(failure)?;
    connection
        .busy_timeout(place.options.patience)
        .map_err(failure)?;
    connection.set_prepared_statement_cache_capacity(PREPARED_STATEMENTS);
    // A plan depends on its statement alone. Otherwise SQLite plans again whenever a parameter changes that a range
    // or a partial index depends on.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(failure)?;
    Ok(connection)
}

/// Asks for the write-ahead log. SQLite's own waiting does not cover the change to it: of two programs that open a new
/// file at the same moment, one is refused at once.
#[expect(
    clippy::disallowed_methods,
    reason = "SQLite tells nobody when the lock is free, and this thread has nothing else to do"
)]
fn use_write_ahead_log(connection: &Connection, patience: Duration) -> Result<()> {
    let start = Instant::now();
    loop {
        match connection.execute_batch("PRAGMA journal_mode = WAL;") {
            Err(error) if is_busy(&error) && start.elapsed() < patience => thread::sleep(PAUSE),
            done => return done.map_err(failure),
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
}

fn limit_size(connection: &Connection, bytes: i64) -> Result<()> {
    let page: i64 = connection
        .pragma_query_value(None, "page_size", |row| row.get(0))
        .map_err(failure)?;
    connection
        .pragma_update_and_check(None, "max_page_count", bytes / page, |_| Ok(()))
        .map_err(failure)
}

/// Makes the file and its folder, readable for nobody else. SQLite gives its other files the same rights.
fn create(path: &Path) -> Result<()> {
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(|error| {
                StorageError::unavailable_because("the database's folder can't be made", error)
            })?;
    }
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)
        .map(|_| ())
        .map_err(|error| StorageError::unavailable_because(refusal(&error, path.exists()), error))
}

/// What the system's refusal to open the file for writing means to whoever chose it.
fn refusal(error: &io::Error, is_there: bool) -> &'static str {
    let forbidden = matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    );
    match (is_there, forbidden) {
        (true, true) => "the database file is read-only",
        (true, false) => "the database file can't be opened",
        (false, true) => "the database file can't be made: its folder is read-only",
        (false, false) => "the database file can't be made",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_not_said_to_be_missing() {
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(refusal(&denied, true), "the database file is read-only");
        assert!(refusal(&denied, false).ends_with("its folder is read-only"));
        let folder = tempfile::tempdir().unwrap();
        let error = create(folder.path()).unwrap_err();
        assert!(
            error.to_string().contains("can't be opened"),
            "a folder is no database: {error}"
        );
    }
}
