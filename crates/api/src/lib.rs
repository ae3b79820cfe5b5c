//! Wire types of the HTTP API, one file per resource, and (feature `client`) a typed client.
//!
//! Ids, times and time zones are text here: this crate knows JSON, not the rules behind it. Requests refuse unknown
//! fields; answers may grow, so a reader ignores what it does not know.

pub mod auth;
pub mod chat;
#[cfg(feature = "client")]
pub mod client;
pub mod conversations;
pub mod events;
pub mod health;
pub mod me;
mod object;
pub mod page;
pub mod parse;
pub mod patch;
pub mod problem;
pub mod reminders;
pub mod tasks;
pub mod tokens;
pub mod undo;

#[cfg(feature = "client")]
pub use client::{Client, ClientError};
pub use patch::Patch;
pub use problem::Problem;
