//! What storage promises, checked on both engines.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod changes;
mod conversations;
mod disk;
mod erasure;
mod events;
mod explain;
mod idempotency;
mod migrations;
mod network;
mod reminders;
mod support;
mod task_lists;
mod task_search;
mod tasks;
mod tokens;
mod transactions;
mod turns;
mod writer;
