//! How a conversation is held, and why it may end early.

use std::{io, path::PathBuf};

use rustyline::error::ReadlineError;
use tasktalk_api::ClientError;

use crate::{markdown::Style, words::Words};

/// How a conversation is held.
#[derive(Debug)]
pub struct Options {
    /// Colours and bold, or text alone.
    pub style: Style,
    /// In which language the terminal speaks.
    pub words: &'static Words,
    /// Whether a person types (prompt, editing, history) or lines are piped in.
    pub interactive: bool,
    /// Where the lines typed are kept; nowhere when `None`.
    pub history: Option<PathBuf>,
    /// The conversation to go on with; a new one begins when `None`.
    pub conversation: Option<String>,
    /// The person's IANA time zone; the profile's when `None`.
    pub timezone: Option<String>,
    /// Makes a fresh idempotency key for each message, so that a message sent twice acts once.
    pub new_key: fn() -> String,
    /// The local date and time in a zone, such as `2026-11-27T09:00:00`; tells what is overdue.
    pub local_now: fn(Option<&str>) -> String,
}

/// Why a conversation ended early.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// The terminal could not be read or written.
    #[error("the terminal can't be used")]
    Terminal(#[from] io::Error),
    /// The line editor failed.
    #[error("the line editor failed")]
    Editor(#[from] ReadlineError),
    /// The server refused the message or did not answer.
    #[error(transparent)]
    Server(#[from] ClientError),
}
