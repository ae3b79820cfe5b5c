//! `cargo xtask evaluate`: how well the embedded engine understands what is labelled in `evaluation/`.

use std::ffi::OsString;

use crate::{
    Failure,
    process::{self, cargo},
};

/// Builds the evaluation and runs it.
pub(crate) fn evaluate(arguments: &[OsString]) -> Result<(), Failure> {
    let mut evaluation = cargo(&["run", "--quiet", "--locked"]);
    evaluation
        .args(["--package", "tasktalk-evaluation", "--"])
        .args(arguments);
    process::run(&mut evaluation)?;
    Ok(())
}
