//! Domain values as they travel: the only place that knows both. Requests are parsed into domain types here, field by
//! field; answers are rendered here.

pub(crate) mod conversation;
pub(crate) mod cursor;
pub(crate) mod failure;
pub(crate) mod task;
pub(crate) mod task_input;
pub(crate) mod task_query;
pub(crate) mod turn;
pub(crate) mod ui_message_stream;

use aws_lc_rs::digest;
use tasktalk_api::page::{DEFAULT_LIMIT, MAX_LIMIT};

use crate::problem::Problem;

/// How many items a page shall have.
pub(crate) fn limit(asked: Option<u32>) -> Result<usize, Problem> {
    match asked.unwrap_or(DEFAULT_LIMIT) {
        limit @ 1..=MAX_LIMIT => Ok(limit as usize),
        _ => Err(Problem::field(
            "limit",
            format!("'limit' is a number from 1 to {MAX_LIMIT}."),
        )),
    }
}

/// Text as people write it, as chat takes it: control characters, but for line breaks and tabs, are what a file has.
pub(crate) fn plain_text(field: &str, text: &str) -> Result<(), Problem> {
    if is_plain_text(text) {
        Ok(())
    } else {
        Err(Problem::field(
            field,
            "Plain text without control characters",
        ))
    }
}

/// Whether there is no control character in it but line breaks and tabs.
pub(crate) fn is_plain_text(text: &str) -> bool {
    text.chars()
        .all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'))
}

/// The fingerprint by which a repeated request is known: SHA-256 in hexadecimal.
pub(crate) fn hash(request: &[u8]) -> String {
    use std::fmt::Write as _;
    digest::digest(&digest::SHA256, request)
        .as_ref()
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
