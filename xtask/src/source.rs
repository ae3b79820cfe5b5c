//! What can be said about the source without running it.

use crate::process::{self, cargo};

pub(crate) fn formatting() -> Result<(), String> {
    process::run(&mut cargo(&["fmt", "--all", "--check"]))
}

pub(crate) fn lints() -> Result<(), String> {
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    process::run(&mut cargo(&clippy))
}

/// Private items too: their readers are the people who work here.
pub(crate) fn documentation() -> Result<(), String> {
    let doc = [
        "doc",
        "--workspace",
        "--no-deps",
        "--document-private-items",
        "--locked",
    ];
    process::run(cargo(&doc).env("RUSTDOCFLAGS", "-D warnings"))
}
