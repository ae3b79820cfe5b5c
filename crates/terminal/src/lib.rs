//! The terminal chat: says what is typed to a server through `tasktalk_api::Client`, shows what comes back.
//!
//! It knows nothing of databases or languages. Whether the server runs elsewhere or inside the same process is the
//! caller's business. Two ways to talk: [`converse`], line by line, and [`full_screen`], a conversation with the task
//! list beside it, made of a [`model`] that [`update`] changes and [`view`] draws; only [`full_screen`] does I/O.

pub mod asking;
pub mod full_screen;
pub mod harmless;
pub mod line_mode;
pub mod markdown;
pub mod model;
pub mod options;
pub mod update;
pub mod view;
pub mod words;

pub use full_screen::converse_full_screen;
pub use line_mode::{converse, say, show};
pub use options::{Options, TerminalError};
pub use words::Words;
