//! The terminal chat: reads lines, says them to a server through `tasktalk_api::Client`, shows what comes back.
//!
//! It knows nothing of tasks, databases or languages. Whether the server runs elsewhere or inside the same process is
//! the caller's business.

pub mod line_mode;
pub mod markdown;

pub use line_mode::{Options, TerminalError, converse, say, show};
