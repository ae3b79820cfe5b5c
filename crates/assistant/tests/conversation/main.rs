//! Dialogues through the whole pipeline, each on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod choosing;
mod confirmations;
mod corrections;
mod everyday;
mod fallen;
mod home;
mod hostile_texts;
mod limits;
mod long_lists;
mod misspelt;
mod misunderstandings;
mod names;
mod no_false_success;
mod occurrences;
mod official_commands;
mod order_of_turns;
mod quoted;
mod references;
mod replies;
mod retries;
mod second_opinion;
mod second_thoughts;
mod snoozing;
mod undoing;
mod what_was_missing;
mod which_tasks;
