//! What PostgreSQL's errors mean to us.

use std::{error::Error as _, io};

use deadpool_postgres::PoolError;
use tokio_postgres::{Error, error::SqlState};

use crate::{Conflict, StorageError};

/// Sorts an error of the driver.
pub(super) fn failure(error: Error) -> StorageError {
    let Some(database) = error.as_db_error() else {
        return if is_lost(&error) {
            StorageError::unavailable_because("the connection was lost", error)
        } else {
            StorageError::driver(error)
        };
    };
    match database.code() {
        &SqlState::UNIQUE_VIOLATION => StorageError::Conflict(Conflict::from_name(
            database.constraint().unwrap_or_default(),
        )),
        code if is_temporary(code.code()) => {
            StorageError::unavailable_because("the server could not do it now", error)
        }
        _ => StorageError::driver(error),
    }
}

/// Sorts an error of the pool.
pub(super) fn no_connection(error: PoolError) -> StorageError {
    match error {
        PoolError::Backend(error) if error.as_db_error().is_some() && !is_closed_to_us(&error) => {
            failure(error)
        }
        error => StorageError::unavailable_because("no connection to the server", error),
    }
}

/// Whether the server takes no connections to this database at the moment, which to us is a stopped database.
fn is_closed_to_us(error: &Error) -> bool {
    error.code() == Some(&SqlState::OBJECT_NOT_IN_PREREQUISITE_STATE)
}

/// Whether the same transaction may succeed when it is simply run again: the server undid it. Of statements that were
/// sent together, the answer to a later one may be looked at first, and says only that an earlier one failed.
pub(super) fn is_collision(error: &Error) -> bool {
    matches!(
        error.code(),
        Some(
            &SqlState::T_R_SERIALIZATION_FAILURE
                | &SqlState::T_R_DEADLOCK_DETECTED
                | &SqlState::IN_FAILED_SQL_TRANSACTION
        )
    )
}

/// Whether the connection is gone.
pub(super) fn is_lost(error: &Error) -> bool {
    let ended = error
        .code()
        .is_some_and(|code| code.code().starts_with("57P") || code.code().starts_with("08"));
    let broken = error
        .source()
        .is_some_and(|cause| cause.downcast_ref::<io::Error>().is_some());
    ended || broken || error.is_closed()
}

/// The classes of SQLSTATE that pass by themselves (PostgreSQL manual, appendix A).
fn is_temporary(code: &str) -> bool {
    const CLASSES: [&str; 4] = [
        "08",  // connection exceptions
        "40",  // serialization failures and deadlocks
        "53",  // no disk, no memory, too many connections
        "57P", // shutting down, starting up
    ];
    const CODES: [&str; 4] = [
        "25006", // read-only: a standby server
        "55P03", // a lock was not granted in time
        "57014", // a statement took too long
        "58030", // input or output failed
    ];
    CLASSES.iter().any(|class| code.starts_with(class)) || CODES.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_stopped_server_pass_by_themselves() {
        for code in ["53100", "57P01", "57P03", "08006", "40P01", "55P03"] {
            assert!(is_temporary(code), "{code}");
        }
        for code in ["42601", "23505", "28P01", "57000"] {
            assert!(!is_temporary(code), "{code}");
        }
    }
}
