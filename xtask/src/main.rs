//! The project's commands: `cargo xtask run`, `test`, `check`, `page`, `browser`, `mcp`, `evaluate`, `train`, `bench`.
//!
//! Each command is a file. They use the standard library alone, so that a fresh clone has them in seconds. They know
//! cargo, npm, Debian and PostgreSQL's programs, and nothing of what Tasktalk itself does.
#![expect(
    clippy::print_stdout,
    reason = "a command line program talks on standard output"
)]

use std::{env, ffi::OsString, process::ExitCode};

mod bench;
mod browser;
mod check;
mod debian;
mod dependencies;
mod documents;
mod evaluate;
mod mcp;
mod npm;
mod options;
mod page;
mod postgres;
mod process;
mod report;
mod run;
mod source;
mod streams;
mod terminal;
mod test;
mod test_runner;
mod train;

const USAGE: &str = "\
Usage: cargo xtask <command>

  run [arguments…]       build the page and the release program, and start `tasktalk serve [arguments…]`
  test [--without postgres,mcp,page,browser] [-- arguments…]
                         everything a change has to pass: formatting, lints, documentation, tests on SQLite and
                         PostgreSQL (installed and started as needed; TEST_DATABASE_URL names a server to use
                         instead), the page and a browser that uses it (Chromium, installed as needed; CHROMIUM
                         names another), other people's MCP clients, their conformance suite, ChatKit's types, dependencies.
                         Arguments after `--` go to the test runner, and nothing else but source checks runs then
  check                  the inner loop: formatting, lints, documentation, the page, tests without PostgreSQL
  page                   build the page into web/dist, if something has changed
  browser [arguments…]   a browser that uses the page, alone; arguments go to Playwright
  mcp [--release]        other people's MCP clients and their conformance suite alone
  evaluate [arguments…]  how well messages, dates and dialogues are understood; `--help` lists the arguments
  train                  makes the engine's networks from crates/understanding/training
  bench [arguments…]     measure the release program on SQLite and PostgreSQL; arguments go to tasktalk-bench
  help                   this text
";

/// Why a command did not do what it was asked for.
enum Failure {
    /// It was called wrongly: exit code 2, and the usage is shown.
    Usage(String),
    /// It was called rightly and failed: exit code 1.
    Failed(String),
}

impl From<String> for Failure {
    fn from(reason: String) -> Self {
        Self::Failed(reason)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let outcome = match arguments.split_first() {
        None => Err(Failure::Usage("which command?".to_owned())),
        Some((command, rest)) => match command.to_str() {
            Some("run") => run::run(rest),
            Some("test") => test::test(rest),
            Some("check") => check::check(rest),
            Some("evaluate") => evaluate::evaluate(rest),
            Some("page") => page::page(rest),
            Some("browser") => browser::browser(rest),
            Some("mcp") => mcp::mcp(rest),
            Some("train") => train::train(),
            Some("bench") => bench::bench(rest),
            Some("help" | "--help" | "-h") => {
                print!("{USAGE}");
                Ok(())
            }
            _ => Err(Failure::Usage(format!(
                "there is no command {}",
                command.display()
            ))),
        },
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Failed(reason)) => {
            eprintln!("cargo xtask: {reason}");
            ExitCode::FAILURE
        }
        Err(Failure::Usage(reason)) => {
            eprint!("cargo xtask: {reason}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}
