//! The whole program, as people and scripts run it: `tasktalk` as a process of its own, spoken to over HTTP, its
//! standard streams and signals.
//!
//! What a part does is tested where the part is. Here are only things that no part can know: what is left after a
//! kill, what a shell sees, whether the published quick start works word for word.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod commands;
mod crash;
mod database_outage;
mod full_screen;
mod http;
mod language_model;
mod ledger;
mod mcp;
mod program;
mod quick_start;
mod reminders;
mod server;
mod server_json;
mod stopping;
mod titles;
