//! What the documents promise about these commands.

use std::fs;

use crate::process;

/// The two commands with which everyone begins.
const BEGINNING: [&str; 2] = ["cargo xtask run", "cargo xtask test"];

pub(crate) fn check() -> Result<(), String> {
    let readme = fs::read_to_string(process::root().join("README.md"))
        .map_err(|error| format!("README.md cannot be read: {error}"))?;
    match BEGINNING.iter().find(|command| !readme.contains(*command)) {
        Some(command) => Err(format!("README.md does not name `{command}`")),
        None => Ok(()),
    }
}
