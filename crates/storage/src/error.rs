//! What can go wrong in storage. Nothing of it is meant for users: it goes to logs, with its whole chain.

use std::{error::Error, sync::Arc};

/// A cause that several answers may share: a commit that fails, fails everyone who waited for it.
pub(crate) type Cause = Arc<dyn Error + Send + Sync>;

/// Why storage did not do what it was asked.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StorageError {
    /// The database is stopped, its disk is full, or nobody got through to it in time. It works again by itself.
    #[error("the database is not available: {what}")]
    Unavailable {
        /// What was tried.
        what: &'static str,
        /// What the driver said, if it was asked at all.
        #[source]
        cause: Option<Cause>,
    },
    /// Too many writes wait already.
    #[error("too many writes are waiting")]
    Busy,
    /// A rule that says "only one" would be broken.
    #[error("{0} exists already")]
    Conflict(Conflict),
    /// A row holds what this program can't have written.
    #[error("column '{column}' holds a value that can't be read")]
    Corrupt {
        /// The column.
        column: &'static str,
        /// Why it can't be read.
        #[source]
        cause: Cause,
    },
    /// The file is none that a database could be read from, now or later.
    #[error("{0}")]
    Unusable(&'static str),
    /// The driver refused a statement: a mistake of ours.
    #[error("the database refused a statement")]
    Driver(#[source] Cause),
    /// The body of a transaction broke its contract: it panicked, or it waited for something else than its transaction.
    #[error("a transaction was given up: {0}")]
    Abandoned(&'static str),
    /// The database was written by a newer version of this program.
    #[error("the database has migration '{found}', which this program does not know")]
    NewerSchema {
        /// The newest migration that was applied.
        found: String,
    },
    /// A migration that was applied is not the one this program has under its name.
    #[error("migration '{name}' was changed after it had been applied")]
    ChangedMigration {
        /// The migration.
        name: String,
    },
}

/// Which rule of uniqueness was in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// An account with this address.
    Email,
    /// An account with this external id.
    ExternalId,
    /// An answer under this idempotency key.
    IdempotencyKey,
    /// Another row with this key.
    Other,
}

impl std::fmt::Display for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Email => "an account with this address",
            Self::ExternalId => "an account with this external id",
            Self::IdempotencyKey => "an answer under this key",
            Self::Other => "a row with this key",
        })
    }
}

impl Conflict {
    /// Finds the rule by what the engine calls it: the constraint's name (PostgreSQL) or its columns (SQLite).
    pub(crate) fn from_name(name: &str) -> Self {
        if name.contains("external_id") {
            Self::ExternalId
        } else if name.contains("email") {
            Self::Email
        } else if name.contains("idempotency") {
            Self::IdempotencyKey
        } else {
            Self::Other
        }
    }
}

impl StorageError {
    /// Whether trying again later can help: a 503, not a 500.
    pub fn is_temporary(&self) -> bool {
        matches!(self, Self::Unavailable { .. } | Self::Busy)
    }

    pub(crate) fn unavailable(what: &'static str) -> Self {
        Self::Unavailable { what, cause: None }
    }

    pub(crate) fn unavailable_because(
        what: &'static str,
        cause: impl Error + Send + Sync + 'static,
    ) -> Self {
        Self::Unavailable {
            what,
            cause: Some(Arc::new(cause)),
        }
    }

    pub(crate) fn corrupt(
        column: &'static str,
        cause: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::Corrupt {
            column,
            cause: Arc::from(cause.into()),
        }
    }

    pub(crate) fn driver(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Driver(Arc::from(cause.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_names_lead_to_the_same_conflict() {
        for (name, conflict) in [
            ("users.email", Conflict::Email),
            ("users_email_key", Conflict::Email),
            ("users.external_id", Conflict::ExternalId),
            ("idempotency_keys_pkey", Conflict::IdempotencyKey),
            ("tasks.user_id, tasks.id", Conflict::Other),
        ] {
            assert_eq!(Conflict::from_name(name), conflict, "{name}");
        }
    }

    #[test]
    fn the_chain_of_causes_is_kept() {
        let error = StorageError::unavailable_because("open", std::io::Error::other("disk"));
        assert_eq!(error.source().unwrap().to_string(), "disk");
        assert!(error.is_temporary());
    }
}
