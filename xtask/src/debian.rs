//! Installing what is missing, where Debian's packages are to be had.

use std::process::Command;

use crate::process::{output, run, succeeds};

/// Whether this system has Debian's packages.
pub(crate) fn is_here() -> bool {
    succeeds("apt-get", &["--version"])
}

/// Runs a script of `sh` as root: as we are, or with sudo.
pub(crate) fn run_as_root(script: &str) -> Result<(), String> {
    let mut shell = Command::new("sh");
    if !is_root()? {
        shell = Command::new("sudo");
        shell.arg("sh");
    }
    run(shell.args(["-c", script]))
}

/// Whether root runs this.
pub(crate) fn is_root() -> Result<bool, String> {
    Ok(id(&["-u"])? == 0)
}

/// What `id` prints, a number.
pub(crate) fn id(arguments: &[&str]) -> Result<u32, String> {
    let printed = output(Command::new("id").args(arguments))?;
    printed
        .trim()
        .parse()
        .map_err(|_| format!("id printed {printed:?}"))
}
