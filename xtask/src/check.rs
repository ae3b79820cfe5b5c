//! `cargo xtask check`: what is worth running after every few lines.

use std::ffi::OsString;

use crate::{
    Failure, page,
    report::Report,
    source,
    test_runner::{self, Counts, Database, Profile},
};

/// Checks the source and runs the tests that need nothing but this checkout and Node.
pub(crate) fn check(arguments: &[OsString]) -> Result<(), Failure> {
    if let Some(argument) = arguments.first() {
        return Err(Failure::Usage(format!(
            "check takes no {}",
            argument.display()
        )));
    }
    let mut report = Report::default();
    report.step("formatting", source::formatting);
    report.step("lints", source::lints);
    report.step("documentation", source::documentation);
    report.step("page", page::check);
    let mut counts = Counts::default();
    report.step("tests", || {
        test_runner::tests(Profile::Default, &Database::LeftOut, &[], &mut counts)
    });
    report.print(&counts);
    println!(
        "PostgreSQL, doc tests, MCP clients, browsers and dependencies are left to `cargo xtask test`."
    );
    report.outcome()
}
