//! `cargo xtask test`: everything a change has to pass, on a machine with Rust, a C compiler and Debian's packages.

use std::ffi::OsString;

use crate::{
    Failure, dependencies, documents,
    mcp::{Oracles, Profile as McpProfile},
    options::TestOptions,
    postgres::{self, Durability},
    report::Report,
    source,
    test_runner::{self, Counts, Database, Profile},
};

/// Runs every step even after one has failed, so that one run tells everything.
pub(crate) fn test(arguments: &[OsString]) -> Result<(), Failure> {
    let options = TestOptions::parse(arguments)?;
    let mut report = Report::default();

    report.step("formatting", source::formatting);
    report.step("lints", source::lints);
    report.step("documentation", source::documentation);
    let mut counts = Counts::default();
    if options.without_postgres {
        run_tests(
            &mut report,
            &Database::LeftOut,
            &options.runner_arguments,
            &mut counts,
        );
        run_mcp(&mut report, &options, None);
    } else if let Some(server) =
        report.step("PostgreSQL", || postgres::provide(Durability::ForTests))
    {
        // Without the server that was asked for, hundreds of failing tests would only hide the reason.
        let database = Database::Server(server.url().to_owned());
        run_tests(
            &mut report,
            &database,
            &options.runner_arguments,
            &mut counts,
        );
        run_mcp(&mut report, &options, Some(server.url()));
    }
    report.step("dependencies", dependencies::check);
    report.step("documents", documents::check);

    report.print(&counts);
    if options.without_postgres {
        println!("Left out, as asked: postgres. Nothing was tested on PostgreSQL.");
    }
    if !options.runs_mcp() {
        println!(
            "Left out, as asked: mcp. No MCP client, no conformance suite and no types of ChatKit were run."
        );
    }
    report.outcome()
}

fn run_mcp(report: &mut Report, options: &TestOptions, postgres: Option<&str>) {
    if !options.runs_mcp() {
        return;
    }
    if let Some(oracles) = report.step("MCP programs", || Oracles::prepare(McpProfile::Development))
    {
        report.step("MCP suite", || oracles.run("conformance", postgres));
        report.step("MCP clients", || oracles.run("clients", postgres));
        report.step("ChatKit", || oracles.run("chatkit", None));
    }
}

fn run_tests(
    report: &mut Report,
    database: &Database,
    runner_arguments: &[OsString],
    counts: &mut Counts,
) {
    // Arguments choose among the tests, and nextest's words for that are not rustdoc's.
    if runner_arguments.is_empty() && test_runner::has_nextest() {
        report.step("doc tests", || test_runner::doc_tests(counts));
    }
    report.step("tests", || {
        test_runner::tests(Profile::Ci, database, runner_arguments, counts)
    });
}
