//! SQLite and PostgreSQL behind one type.
//!
//! [`Database::write`] is the only door for changes, [`Database::read`] the one for everything else. Inside, each
//! noun has a module of functions ([`tasks`], [`conversations`], …) that take the owner first: there is no query for a
//! task without its owner. Every query is one SQL text that both engines run.
//!
//! This crate knows rows, owners and transactions. It does not know intents, replies or HTTP, and it reads no clock:
//! instants come in as parameters.

mod cursor;
mod database;
mod error;
mod migrations;
mod nudges;
mod options;
mod postgres;
mod row;
mod sqlite;
mod statement_log;
#[cfg(feature = "testing")]
pub mod testing;
mod transaction;
mod url;
mod value;

pub mod access_tokens;
pub mod changes;
pub mod completions;
pub mod conversations;
pub mod events;
pub mod idempotency;
pub mod login_attempts;
pub mod messages;
pub mod model_usage;
pub mod refresh_tokens;
pub mod reminders;
pub mod secrets;
pub mod tasks;
pub mod turns;
pub mod users;

pub use database::Database;
pub use error::{Conflict, StorageError};
pub use futures_util::future::BoxFuture;
pub use nudges::NewEvents;
pub use options::{Durability, Engine, Options};
pub use statement_log::StatementLog;
pub use transaction::{Snapshot, Transaction};
pub use url::{DatabaseUrl, InvalidDatabaseUrl};

/// What every function of this crate returns.
pub type Result<T> = std::result::Result<T, StorageError>;
