//! cargo-nextest where it is installed, else `cargo test`; and what they counted.

use std::{ffi::OsString, fmt};

use crate::{
    process::{self, cargo},
    terminal,
};

/// How many tests ran, as their runner tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    passed: u64,
    failed: u64,
    skipped: u64,
}

/// Where tests find PostgreSQL.
pub(crate) enum Database {
    /// `TEST_DATABASE_URL`: a database from which each test makes its own.
    Server(String),
    /// Tests on PostgreSQL pass over it, because someone asked for that.
    LeftOut,
}

/// A profile of `.config/nextest.toml`.
#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// Stops early: for the inner loop.
    Default,
    /// Runs everything.
    Ci,
}

/// Runs the tests of the whole workspace, but for doc tests where nextest runs them.
pub(crate) fn tests(
    profile: Profile,
    database: &Database,
    arguments: &[OsString],
    counts: &mut Counts,
) -> Result<(), String> {
    terminal::provide()?;
    let mut command = if has_nextest() {
        let profile = match profile {
            Profile::Default => "default",
            Profile::Ci => "ci",
        };
        cargo(&[
            "nextest",
            "run",
            "--workspace",
            "--locked",
            "--profile",
            profile,
        ])
    } else {
        cargo(&["test", "--workspace", "--locked", "--no-fail-fast"])
    };
    command.args(arguments);
    // Both are set or removed, so that a variable left in someone's shell leaves nothing out silently.
    match database {
        Database::Server(url) => command
            .env("TEST_DATABASE_URL", url)
            .env_remove("TASKTALK_TEST_WITHOUT"),
        Database::LeftOut => command
            .env_remove("TEST_DATABASE_URL")
            .env("TASKTALK_TEST_WITHOUT", "postgres"),
    };
    process::run_watched(command, |line| counts.read(line))
}

/// Runs the examples in the documentation, which nextest does not.
pub(crate) fn doc_tests(counts: &mut Counts) -> Result<(), String> {
    let command = cargo(&["test", "--doc", "--workspace", "--locked", "--no-fail-fast"]);
    process::run_watched(command, |line| counts.read(line))
}

pub(crate) fn has_nextest() -> bool {
    process::quietly(&mut cargo(&["nextest", "--version"]))
}

impl Counts {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds what a line of the runner's output says, if it is a summary.
    fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some((before, counted)) = line.split_once(" run: ")
            && before.starts_with("Summary [")
        {
            self.add(without_parentheses(counted).split(','));
        } else if let Some((_, counted)) = line
            .strip_prefix("test result: ")
            .and_then(|rest| rest.split_once(". "))
        {
            self.add(counted.split(';'));
        }
    }

    /// Adds what a line of Playwright's list reporter says, if it is one of its closing lines: `  9 passed (12.3s)`.
    pub(crate) fn read_playwright(&mut self, line: &str) {
        let Some(line) = line.strip_prefix("  ") else {
            return;
        };
        let mut words = line.split_whitespace();
        let Some(number) = words.next().and_then(|word| word.parse::<u64>().ok()) else {
            return;
        };
        let words: Vec<&str> = words.filter(|word| !word.starts_with('(')).collect();
        match words.join(" ").as_str() {
            "passed" => self.passed += number,
            // One that passes at the second try only has failed.
            "failed" | "flaky" | "interrupted" => self.failed += number,
            "skipped" | "did not run" => self.skipped += number,
            _ => {}
        }
    }

    fn add<'a>(&mut self, counted: impl Iterator<Item = &'a str>) {
        for part in counted {
            let Some((number, what)) = part.trim().split_once(' ') else {
                continue;
            };
            let Ok(number) = number.parse::<u64>() else {
                continue;
            };
            match what {
                "passed" => self.passed += number,
                "failed" | "exec failed" | "timed out" => self.failed += number,
                "skipped" | "ignored" | "filtered out" => self.skipped += number,
                _ => {}
            }
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(formatter, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// nextest puts kinds of passing into parentheses: `3 passed (1 slow, 1 flaky)`.
fn without_parentheses(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|character| {
            match character {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect::<String>()
        .replace(" ,", ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> String {
        let mut counts = Counts::default();
        for line in lines {
            counts.read(line);
        }
        counts.to_string()
    }

    #[test]
    fn reads_the_summary_of_nextest() {
        let all = "     Summary [   0.021s] 3 tests run: 3 passed, 0 skipped\n";
        assert_eq!(read(&[all]), "3 passed, 0 failed");
        let some = "Summary [  61.5s] 9 tests run: 5 passed (1 slow, 1 flaky), 2 failed, 1 timed out, 1 exec failed, 4 skipped";
        assert_eq!(read(&[some]), "5 passed, 4 failed, 4 skipped");
        assert_eq!(
            read(&["Summary [ 1s] 1/30 tests run: 0 passed, 1 failed"]),
            "0 passed, 1 failed"
        );
    }

    #[test]
    fn adds_up_the_summaries_of_cargo_test() {
        let first = "test result: ok. 7 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s";
        let second =
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(read(&[first, second]), "8 passed, 2 failed, 3 skipped");
    }

    #[test]
    fn reads_what_playwright_closes_with() {
        let mut counts = Counts::default();
        for line in [
            "Running 15 tests using 2 workers",
            "  ✓  1 talk.spec.ts:9:1 › 3 passed around (1.2s)",
            "  2 failed",
            "    talk.spec.ts:9:1 › signs up",
            "  1 flaky",
            "  1 did not run",
            "  11 passed (1.2m)",
        ] {
            counts.read_playwright(line);
        }
        assert_eq!(counts.to_string(), "11 passed, 3 failed, 1 skipped");
    }

    #[test]
    fn takes_no_numbers_from_anything_else() {
        let lines = [
            "",
            "9 passed",
            "test result",
            "dry run: 4 passed",
            "running 3 tests",
        ];
        let mut counts = Counts::default();
        for line in lines {
            counts.read(line);
        }
        assert!(counts.is_empty());
    }
}
