//! `tasktalk`, the to-do list you talk to: reads the command line, calls a library, prints errors.

mod commands;

use std::{
    io::{Write as _, stderr},
    process::ExitCode,
};

use clap::{CommandFactory as _, FromArgMatches as _};

use tasktalk_terminal::{TerminalError, harmless::Harmless};

use crate::commands::{Cli, WrongUsage};

fn main() -> ExitCode {
    if let Err(error) = read_dot_env() {
        tell(&error);
        return ExitCode::from(2);
    }
    let cli = tasktalk_server::settings::ignoring_empty_variables(Cli::command())
        .try_get_matches()
        .and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match cli {
        Ok(cli) => cli,
        Err(error) => return refuse(&error),
    };
    match commands::run(cli) {
        Ok(code) => code,
        // Whoever reads our output has enough: `tasktalk parse < file | head`.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(&error);
            if error.is::<WrongUsage>() {
                ExitCode::from(2)
            } else {
                ExitCode::FAILURE
            }
        }
    }
}

/// Says what went wrong. A server's words may be in it, or a file's.
fn tell(error: &anyhow::Error) {
    let text = without_numbers(&format!("{error:#}"));
    // Where the terminal is gone, there is nobody to tell.
    let _ = writeln!(stderr(), "tasktalk: {}", Harmless::text(&text));
}

/// Help and the version are our own words. What is wrong with the command line repeats what it was given, and clap's colours
/// can't be told from others: it is shown as text alone.
fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        error.exit()
    }
    let text = error.render().to_string();
    let _ = write!(stderr(), "{}", Harmless::text(&text));
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// What went wrong without the numbers that operating systems have for it, which help nobody.
fn without_numbers(text: &str) -> String {
    let mut told = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(" (os error ") {
        told.push_str(before);
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    told + rest
}

/// Reads settings from `.env` in the working folder, if there is one. What the environment says already wins.
fn read_dot_env() -> anyhow::Result<()> {
    match dotenvy::from_path(".env") {
        Ok(()) => Ok(()),
        Err(error) if error.not_found() => Ok(()),
        Err(dotenvy::Error::LineParse(line, _)) => {
            // The line may hold a secret: only its name is shown.
            let name = line.split('=').next().unwrap_or_default().trim();
            anyhow::bail!(
                ".env: the line of {name} can't be read; write NAME=value, with quotes around odd characters"
            )
        }
        Err(dotenvy::Error::Io(error)) => {
            Err(anyhow::Error::new(error).context(".env can't be read"))
        }
        Err(error) => Err(anyhow::Error::new(error).context(".env can't be read")),
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let error = match error.downcast_ref::<TerminalError>() {
        Some(TerminalError::Terminal(error)) => Some(error),
        _ => error.downcast_ref::<std::io::Error>(),
    };
    error.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_operating_system_are_not_told() {
        for (text, told) in [
            ("refused (os error 111)", "refused"),
            ("a (os error 2): b (os error 13)", "a: b"),
            ("port 8002 (taken)", "port 8002 (taken)"),
            ("", ""),
        ] {
            assert_eq!(without_numbers(text), told);
        }
    }
}
