//! Opening the database that the settings name, and what becomes of one that is not there.

use std::path::{Path, PathBuf};

use tasktalk_storage::{Database, DatabaseUrl, Options, StorageError};

use crate::settings::{DataSettings, NoDataFolder};

/// What to do when there is no database file yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfMissing {
    /// Make one. The folder is made only for the default database: a folder that someone named and that is not there
    /// is a slip of the pen, or a disk that is not mounted.
    Make,
    /// Say so: who only looks, makes nothing.
    Refuse,
}

/// Why there is no database to work on. Each is told to the operator with its causes.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database can't be opened or brought up to date.
    #[error("the database {url} can't be used")]
    Database {
        /// Which one, without its password.
        url: String,
        /// What is wrong.
        #[source]
        cause: StorageError,
    },
    /// There is none yet, and nobody asked to make one.
    #[error(
        "there is no database at {0} yet; 'tasktalk migrate' makes one, and so do 'tasktalk serve' and the first task"
    )]
    NotThere(String),
    /// The folder of the database that was named is not there.
    #[error("the database {url} can't be made: there is no folder {folder}; make it, or name another database", folder = .folder.display())]
    NoFolder {
        /// Which database.
        url: String,
        /// Which folder.
        folder: PathBuf,
    },
    /// There is no place for the database.
    #[error(transparent)]
    NoDataFolder(#[from] NoDataFolder),
}

/// Opens the database and brings its schema up to date; names the migrations that were applied.
pub async fn open_database(
    data: &DataSettings,
    if_missing: IfMissing,
) -> Result<(Database, Vec<String>), OpenError> {
    let url = data.database_url()?;
    look_for(data, &url, if_missing)?;
    let failed = |cause| OpenError::Database {
        url: url.to_string(),
        cause,
    };
    let options = Options {
        durability: data.durability.into(),
        pool_size: data.database_pool_size.into(),
        queue: data.write_queue.into(),
        ..Options::default()
    };
    let database = Database::open(&url, options).await.map_err(failed)?;
    let applied = database.migrate().await.map_err(failed)?;
    Ok((database, applied))
}

/// Whether the database is certainly not there: a file that was not made yet. A server is there as far as we know.
pub fn is_missing(data: &DataSettings) -> Result<bool, NoDataFolder> {
    Ok(file_to_make(&data.database_url()?).is_some())
}

fn look_for(
    data: &DataSettings,
    url: &DatabaseUrl,
    if_missing: IfMissing,
) -> Result<(), OpenError> {
    let Some(file) = file_to_make(url) else {
        return Ok(());
    };
    if if_missing == IfMissing::Refuse {
        return Err(OpenError::NotThere(url.to_string()));
    }
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| data.database_url.is_some() && !folder.is_dir()) {
        Some(folder) => Err(OpenError::NoFolder {
            url: url.to_string(),
            folder: folder.to_owned(),
        }),
        None => Ok(()),
    }
}

fn file_to_make(url: &DatabaseUrl) -> Option<&Path> {
    // What can't be looked at is for the engine to complain of.
    url.path()
        .filter(|path| path.try_exists().is_ok_and(|exists| !exists))
}
