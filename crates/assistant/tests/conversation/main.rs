//! Dialogues through the whole pipeline, each on SQLite and on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    missing_docs,
    reason = "a test fails by panicking, and its name says what it is for"
)]

mod answers;
mod confirmations;
mod corrections;
mod home;
mod hostile_texts;
mod limits;
mod misunderstandings;
mod official_commands;
mod order_of_turns;
mod references;
mod replies;
mod retries;
mod undoing;
