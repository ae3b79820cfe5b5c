//! `cargo xtask train`: makes the weights of the embedded engine's model anew.

use crate::{
    Failure,
    process::{self, cargo},
};

/// Builds the training and runs it; what it writes is to be committed.
pub(crate) fn train() -> Result<(), Failure> {
    let mut training = cargo(&["run", "--quiet", "--locked"]);
    training.args(["--package", "tasktalk-training"]);
    process::run(&mut training)?;
    Ok(())
}
