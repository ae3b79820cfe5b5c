//! The arguments of `cargo xtask test`.

use std::ffi::{OsStr, OsString};

use crate::Failure;

/// A part of the run that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// No server is started, and tests on PostgreSQL pass over it.
    Postgres,
    /// No MCP client of others is installed or run.
    Mcp,
    /// The page is neither checked nor built, and so no browser looks at it.
    Page,
    /// No browser is installed or run.
    Browser,
}

const PARTS: [(&str, Part); 4] = [
    ("postgres", Part::Postgres),
    ("mcp", Part::Mcp),
    ("page", Part::Page),
    ("browser", Part::Browser),
];

/// What one run of the tests was asked to do.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// What stood after `--without`.
    left_out: Vec<Part>,
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

    /// Whether a part runs. Whoever chooses among the tests waits for those alone, on both databases.
    pub(crate) fn runs(&self, part: Part) -> bool {
        let left_out = self.left_out.contains(&part);
        match part {
            Part::Postgres => !left_out,
            Part::Mcp | Part::Page => !left_out && self.runner_arguments.is_empty(),
            Part::Browser => !left_out && self.runs(Part::Page),
        }
    }

    fn leave_out(&mut self, parts: &str) -> Result<(), Failure> {
        for name in parts.split(',') {
            let Some((_, part)) = PARTS.iter().find(|(known, _)| *known == name) else {
                let names = PARTS.map(|(known, _)| known).join(", ");
                let reason = format!("there is no part {name:?} to leave out, only {names}");
                return Err(Failure::Usage(reason));
            };
            self.left_out.push(*part);
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
            assert!(
                !parse(arguments).unwrap().runs(Part::Postgres),
                "{arguments:?}"
            );
        }
    }

    #[test]
    fn leaves_out_several_parts_and_runs_no_clients_for_chosen_tests() {
        let options = parse(&["--without", "mcp,postgres"]).unwrap();
        assert!(!options.runs(Part::Postgres) && !options.runs(Part::Mcp));
        assert!(parse(&[]).unwrap().runs(Part::Mcp));
        assert!(!parse(&["--", "undo"]).unwrap().runs(Part::Mcp));
    }

    #[test]
    fn without_the_page_there_is_nothing_for_a_browser_to_look_at() {
        let runs = |arguments: &[&str]| {
            let options = parse(arguments).unwrap();
            (options.runs(Part::Page), options.runs(Part::Browser))
        };
        assert_eq!(runs(&[]), (true, true));
        assert_eq!(runs(&["--without", "page"]), (false, false));
        assert_eq!(runs(&["--without=browser"]), (true, false));
        assert_eq!(runs(&["--", "undo"]), (false, false));
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
