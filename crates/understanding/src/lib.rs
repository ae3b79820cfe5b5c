//! The embedded engine of Tasktalk: text in, commands out.
//!
//! A message flows one way: tokens → quotes and payloads protected → commands split → spans recognised → intent
//! with evidence → parameters → confidence. Nothing in here performs I/O, reads a clock or knows the user's tasks:
//! what a [`Reference`](tasktalk_domain::Reference) points at is found out elsewhere.

#![cfg_attr(
    test,
    expect(clippy::unwrap_used, reason = "a test fails by panicking")
)]

mod moment;
mod tokens;

pub use moment::Moment;
pub use tokens::{Token, TokenKind, tokenize};
