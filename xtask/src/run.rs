//! `cargo xtask run`: the program, from source to listening.

use std::{ffi::OsString, os::unix::process::CommandExt as _};

use crate::{Failure, page, process::cargo};

/// Builds the release program and becomes it: Ctrl-C, signals and the exit code are the server's own.
pub(crate) fn run(arguments: &[OsString]) -> Result<(), Failure> {
    let mut program = cargo(&[
        "run",
        "--release",
        "--locked",
        "--package",
        "tasktalk",
        "--bin",
        "tasktalk",
    ]);
    page::provide_for(&mut program);
    println!("Building tasktalk and starting it (the first build takes some minutes) …");
    let error = program.args(["--", "serve"]).args(arguments).exec();
    Err(Failure::Failed(format!(
        "cargo could not be started: {error}"
    )))
}
