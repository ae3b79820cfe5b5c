//! What SQLite's errors mean to us.

use rusqlite::{Error, ErrorCode, ffi};

use crate::{Conflict, StorageError};

/// Sorts an error of the driver.
pub(super) fn failure(error: Error) -> StorageError {
    let Error::SqliteFailure(code, message) = &error else {
        return StorageError::driver(error);
    };
    match code.code {
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => {
            StorageError::unavailable_because("another process holds the lock", error)
        }
        ErrorCode::DiskFull => StorageError::unavailable_because("the disk is full", error),
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => {
            StorageError::unavailable_because("the database file or its folder is read-only", error)
        }
        ErrorCode::CannotOpen => StorageError::unavailable_because(
            "the database file, or its log in the same folder, can't be opened",
            error,
        ),
        ErrorCode::SystemIoFailure | ErrorCode::OutOfMemory => {
            StorageError::unavailable_because("reading or writing the file failed", error)
        }
        ErrorCode::NotADatabase => StorageError::Unusable(
            "the file is no SQLite database; name another file, or move this one away",
        ),
        ErrorCode::DatabaseCorrupt => {
            StorageError::Unusable("the database file is damaged; put a backup of it in its place")
        }
        ErrorCode::ConstraintViolation
            if matches!(
                code.extended_code,
                ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY
            ) =>
        {
            StorageError::Conflict(Conflict::from_name(message.as_deref().unwrap_or_default()))
        }
        _ => StorageError::driver(error),
    }
}
