//! Starting other programs from the root of this checkout.

use std::{
    env,
    ffi::OsString,
    io::{self, BufRead as _, BufReader, IsTerminal as _, Write as _},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

/// The root of this checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask is a folder of the checkout")
}

/// A variable of the environment; an empty one counts as unset.
#[expect(
    clippy::disallowed_methods,
    reason = "these commands have no settings but these variables"
)]
pub(crate) fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// The cargo that runs this command, with these arguments.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(variable("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(root());
    command
}

/// Runs a program to its end, on this terminal.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status();
    judge(&name(command), status)
}

/// Runs a program to its end, passes everything it prints on, and shows each line, without colours, to `look`.
pub(crate) fn run_watched(mut command: Command, mut look: impl FnMut(&str)) -> Result<(), String> {
    let name = name(&command);
    if io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let watched = || -> io::Result<ExitStatus> {
        let (reader, writer) = io::pipe()?;
        command.stdout(writer.try_clone()?).stderr(writer);
        let mut child = command.spawn()?;
        // It holds the writing end, and the reader ends when nobody does.
        drop(command);
        let mut lines = BufReader::new(reader);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            // Nobody may be reading any more; the program's own end still counts.
            let _ = io::stdout().write_all(&line);
            look(&without_colours(&String::from_utf8_lossy(&line)));
            line.clear();
        }
        child.wait()
    };
    judge(&name, watched())
}

/// Runs a program and gives what it wrote to standard output; what it wrote to standard error is shown if it fails.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let name = name(command);
    let output = command
        .output()
        .map_err(|error| format!("{name} could not be run: {error}"))?;
    if !output.status.success() {
        let _ = io::stderr().write_all(&output.stderr);
    }
    judge(&name, Ok(output.status))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether the program is there and says yes, without a word.
pub(crate) fn succeeds(program: &str, arguments: &[&str]) -> bool {
    quietly(Command::new(program).args(arguments))
}

/// Whether the command ends well, without a word.
pub(crate) fn quietly(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn judge(name: &str, status: io::Result<ExitStatus>) -> Result<(), String> {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name} could not be run: {error}")),
    }
}

/// A command as a person would call it: `cargo fmt`.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let first = command.get_args().next().unwrap_or_default();
    format!("{} {}", program.display(), first.display())
}

/// Removes the escape sequences that colour a terminal's text (ECMA-48, "select graphic rendition").
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, text)| text));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn watches_both_streams_and_still_tells_failure() {
        let mut script = Command::new("sh");
        script.args([
            "-c",
            "echo one; printf '\\033[32mtwo\\033[0m\\n' >&2; exit 3",
        ]);
        let mut seen = Vec::new();
        let outcome = run_watched(script, |line| seen.push(line.trim_end().to_owned()));
        assert_eq!(seen, ["one", "two"]);
        assert_eq!(outcome, Err("sh -c: exit status: 3".to_owned()));
    }

    #[test]
    fn a_program_that_is_not_there_is_a_failure_with_its_name() {
        let error = run(&mut Command::new("tasktalk-no-such-program")).unwrap_err();
        assert!(error.starts_with("tasktalk-no-such-program"), "{error}");
    }
}
