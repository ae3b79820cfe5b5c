//! The server as its callers see it: a real listener, a database of the test's own, our own client.
//!
//! One binary, so that it links once. A test takes a [`support::Start`] and runs on both engines when it is named in
//! `on_both_engines!`; on SQLite alone with `on_sqlite!`, where the database makes no difference.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

mod accounts;
mod bad_input;
mod chat;
mod chatkit;
mod conversations;
mod events;
mod health;
mod isolation;
mod language_model;
mod limits;
mod mcp;
mod openapi;
mod outages;
mod page;
mod protocol_versions;
mod reminders;
mod shutdown;
mod streams;
mod tasks;
