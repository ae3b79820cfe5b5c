//! Streams of turns against the programs that read them: the AI SDK and assistant-ui. What is asked and expected is in
//! `tests/streams`.

use std::{fs, process::Command};

use crate::process::{self, cargo};

/// Installs the readers where their list has changed, builds our program, and lets them read it.
pub(crate) fn check() -> Result<(), String> {
    let from = process::root().join("tests/streams");
    let folder = process::root().join("target/streams");
    let failed = |what: &str, error: std::io::Error| format!("{what}: {error}");
    fs::create_dir_all(&folder).map_err(|error| failed("target/streams", error))?;
    for name in ["package.json", "package-lock.json", "check.mjs"] {
        fs::copy(from.join(name), folder.join(name)).map_err(|error| failed(name, error))?;
    }
    let wanted = fs::read_to_string(folder.join("package-lock.json"))
        .map_err(|error| failed("package-lock.json", error))?;
    let stamp = folder.join("installed");
    // Unless exactly that is installed.
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&wanted) {
        // No script of a package runs here.
        let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        process::run(Command::new("npm").args(arguments).current_dir(&folder)).map_err(
            |reason| format!("{reason}; install Node 20 or later, or use --without mcp"),
        )?;
        fs::write(&stamp, wanted).map_err(|error| failed("target/streams/installed", error))?;
    }
    process::run(&mut cargo(&["build", "--locked"]))?;
    let program = process::root().join("target/debug/tasktalk");
    process::run(
        Command::new("node")
            .arg("check.mjs")
            .current_dir(&folder)
            .env("TASKTALK", program),
    )
}
