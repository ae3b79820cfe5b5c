//! What the engine understands, as tables of messages and their meaning. The messages are our own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod adding;
mod asking;
mod completing;
mod conditions;
mod correcting;
mod de;
mod deleting;
mod details;
mod es;
mod hostile_texts;
mod listing;
mod occurrences;
mod parse_line;
mod properties;
mod several;
mod shorthand;
mod small_talk;
mod updating;
mod withholding;
