//! The terminal multiplexer in which tests use the full-screen chat as a person does.

use crate::{debian, process::succeeds};

const INSTALL: &str = "
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 tmux
";

/// Installs tmux where it is missing.
pub(crate) fn provide() -> Result<(), String> {
    if is_here() {
        return Ok(());
    }
    if !debian::is_here() {
        return Err(
            "tmux was not found, and this is not a Debian system: install it; tests of the terminal need it"
                .to_owned(),
        );
    }
    println!("Installing tmux from Debian's packages …");
    debian::run_as_root(INSTALL).map_err(|reason| format!("tmux could not be installed ({reason})"))
}

fn is_here() -> bool {
    succeeds("tmux", &["-V"])
}
