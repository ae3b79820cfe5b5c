//! `cargo xtask bench`: the figures of the release program, on both databases.

use std::ffi::OsString;

use crate::{
    Failure, page,
    postgres::{self, Durability},
    process::{self, cargo},
};

/// Builds everything first, so that nothing compiles while something is measured.
pub(crate) fn bench(arguments: &[OsString]) -> Result<(), Failure> {
    println!("Building the release program and the bench …");
    let mut program = cargo(&["build", "--release", "--locked"]);
    page::provide_for(&mut program);
    process::run(&mut program)?;
    process::run(&mut cargo(&[
        "build",
        "--release",
        "--locked",
        "--package",
        "tasktalk-bench",
    ]))?;

    println!("Starting PostgreSQL as it comes, with every commit on the disk …");
    let server = postgres::provide(Durability::AsShipped)?;
    let mut bench = cargo(&["run", "--quiet", "--release", "--locked"]);
    bench
        .args(["--package", "tasktalk-bench", "--"])
        .args(arguments);
    bench.env("TEST_DATABASE_URL", server.url());
    process::run(&mut bench)?;
    Ok(())
}
