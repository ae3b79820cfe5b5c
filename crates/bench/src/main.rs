//! The figures of the release program, as `cargo xtask bench` prints them.
//!
//! Each thing measured is a child process of its own, whose CPU is divided by the operations it did: `tasktalk serve`
//! under load over HTTP, an axum hello as the yardstick, and this program again for what has no HTTP around it.
#![expect(
    clippy::print_stdout,
    reason = "a command line program talks on standard output"
)]
#![expect(
    clippy::cast_precision_loss,
    reason = "counts of operations and ticks are far below 2⁵³"
)]

mod arguments;
mod base;
mod base_store;
mod case;
mod chat;
mod child;
mod connection;
mod figures;
mod goals;
mod growth;
mod hello;
mod idle_streams;
mod inside;
mod machine;
mod measure;
mod meter;
mod mix;
mod report;
mod run;
mod statements;
mod statistics;
mod tool;
mod turns;
mod understanding;

use clap::Parser as _;

use self::arguments::{Arguments, Child};

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    match arguments.child {
        Some(Child::Hello { port }) => every_core()?.block_on(hello::serve(port)),
        Some(Child::Inside(inside)) => every_core()?.block_on(inside.run()),
        None if arguments.run.growth => one_core()?.block_on(growth::run(&arguments.run)),
        None => one_core()?.block_on(run::run(&arguments.run)),
    }
}

/// What makes the load: it must not take both cores from what it measures.
fn one_core() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
}

/// What a server runs on.
fn every_core() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
}
