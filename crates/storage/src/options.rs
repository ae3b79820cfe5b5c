//! How a database is opened.

use std::time::Duration;

use crate::StatementLog;

/// Settings of a [`crate::Database`]. The default is what a server wants.
#[derive(Clone, Debug)]
pub struct Options {
    /// What an acknowledged write survives (SQLite; on PostgreSQL the server decides).
    pub durability: Durability,
    /// Whether writes that wait at the same time share one commit (SQLite). Off only to measure what it is worth.
    pub group_commit: bool,
    /// The most connections kept open (PostgreSQL).
    pub pool_size: usize,
    /// How many writes may wait (SQLite) before further ones are refused with [`crate::StorageError::Busy`].
    pub queue: usize,
    /// How long to wait for a lock, or for a free connection, before the database counts as unavailable.
    pub patience: Duration,
    /// The most bytes the database file may grow to (SQLite); what would need more fails as on a full disk.
    pub size_limit: Option<u64>,
    /// Notes every statement that runs, for tests.
    pub log: Option<StatementLog>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            durability: Durability::Full,
            group_commit: true,
            pool_size: 16,
            queue: 1_024,
            patience: Duration::from_secs(5),
            size_limit: None,
            log: None,
        }
    }
}

/// What an acknowledged write survives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// A crash of the machine: every commit is flushed to the disk.
    #[default]
    Full,
    /// A crash of the program only. For measurements.
    Normal,
}

/// Which engine a database runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, in this process.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}
