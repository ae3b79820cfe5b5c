//! `cargo xtask run`: the program, from source to listening.

use std::{ffi::OsString, os::unix::process::CommandExt as _};

use crate::{
    Failure,
    process::{self, cargo},
};

/// Builds the release program and becomes it: Ctrl-C, signals and the exit code are the server's own.
pub(crate) fn run(arguments: &[OsString]) -> Result<(), Failure> {
    if process::root().join("web").is_dir() && !process::succeeds("node", &["--version"]) {
        println!("Node was not found: everything but the web page will be there.");
    }
    println!("Building tasktalk and starting it (the first build takes some minutes) …");
    let error = cargo(&[
        "run",
        "--release",
        "--locked",
        "--package",
        "tasktalk",
        "--bin",
        "tasktalk",
    ])
    .args(["--", "serve"])
    .args(arguments)
    .exec();
    Err(Failure::Failed(format!(
        "cargo could not be started: {error}"
    )))
}
