//! The arguments of `cargo xtask test`.

use std::ffi::{OsStr, OsString};

use crate::Failure;

/// What one run of the tests was asked to do.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// `--without postgres`: nothing is started, and tests on PostgreSQL pass over it.
    pub(crate) without_postgres: bool,
    /// `--without mcp`: no client of others is installed or run.
    pub(crate) without_mcp: bool,
    /// Everything after `--`.
    pub(crate) runner_arguments: Vec<OsString>,
}

impl TestOptions {
    pub(crate) fn parse(arguments: &[OsString]) -> Result<Self, Failure> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.to_str() {
                Some("--") => options.runner_arguments = rest.by_ref().cloned().collect(),
                Some("--without") => {
                    let parts = rest
                        .next()
                        .and_then(|parts| parts.to_str())
                        .ok_or_else(|| {
                            Failure::Usage("--without needs the names of parts".to_owned())
                        })?;
                    options.leave_out(parts)?;
                }
                Some(other) if other.starts_with("--without=") => {
                    options.leave_out(&other["--without=".len()..])?;
                }
                _ => return Err(unknown_argument(argument)),
            }
        }
        Ok(options)
    }

    /// Whoever chooses among the tests waits for those alone.
    pub(crate) fn runs_mcp(&self) -> bool {
        !self.without_mcp && self.runner_arguments.is_empty()
    }

    fn leave_out(&mut self, parts: &str) -> Result<(), Failure> {
        for part in parts.split(',') {
            match part {
                "postgres" => self.without_postgres = true,
                "mcp" => self.without_mcp = true,
                other => {
                    let reason =
                        format!("there is no part {other:?} to leave out, only postgres and mcp");
                    return Err(Failure::Usage(reason));
                }
            }
        }
        Ok(())
    }
}

fn unknown_argument(argument: &OsStr) -> Failure {
    Failure::Usage(format!(
        "test takes no {}; arguments for the test runner go after --",
        argument.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Option<TestOptions> {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        TestOptions::parse(&arguments).ok()
    }

    #[test]
    fn leaves_nothing_out_unless_asked() {
        assert_eq!(parse(&[]), Some(TestOptions::default()));
    }

    #[test]
    fn takes_both_ways_to_leave_a_part_out() {
        for arguments in [&["--without", "postgres"][..], &["--without=postgres"]] {
            assert!(parse(arguments).unwrap().without_postgres, "{arguments:?}");
        }
    }

    #[test]
    fn leaves_out_several_parts_and_runs_no_clients_for_chosen_tests() {
        let options = parse(&["--without", "mcp,postgres"]).unwrap();
        assert!(options.without_postgres && !options.runs_mcp());
        assert!(parse(&[]).unwrap().runs_mcp());
        assert!(!parse(&["--", "undo"]).unwrap().runs_mcp());
    }

    #[test]
    fn refuses_parts_it_does_not_know_so_that_a_slip_leaves_nothing_out_silently() {
        for parts in ["postgresql", "", "postgres,", "postgres,sqlite", "Postgres"] {
            assert_eq!(parse(&["--without", parts]), None, "{parts:?}");
        }
        assert_eq!(parse(&["--without"]), None);
    }

    #[test]
    fn hands_on_only_what_stands_after_the_dashes() {
        let options = parse(&["--without=postgres", "--", "--without", "signin"]).unwrap();
        assert_eq!(options.runner_arguments, ["--without", "signin"]);
        assert_eq!(parse(&["signin"]), None);
    }
}
