//! The command line.

use std::{path::PathBuf, time::Duration};

use clap::{Args, Parser, Subcommand};

use crate::{inside::Inside, measure::Timing};

/// Measures the release program: chat turns over HTTP on SQLite and PostgreSQL beside an axum hello, and the parts
/// they are made of.
///
/// Everything is measured in turn, several rounds, and the medians are printed. CPU per operation and ratios within
/// one run can be compared between runs; rates and latencies say as much about what else the machine does.
#[derive(Debug, Parser)]
#[command(name = "tasktalk-bench")]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) run: Run,

    #[command(subcommand)]
    pub(crate) child: Option<Child>,
}

/// What a run measures, and how long.
#[derive(Args, Clone, Debug)]
pub(crate) struct Run {
    /// How often everything is measured.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: u32,

    /// How many seconds each measurement takes.
    #[arg(long, default_value_t = 2.0, value_parser = seconds)]
    seconds: f64,

    /// A quick look instead: two rounds of half a second.
    #[arg(long)]
    quick: bool,

    /// Measure only the rows whose name has these words in it, such as "tools/call" or "REST"; may be given several times.
    #[arg(long, value_name = "WORDS", conflicts_with = "growth")]
    only: Vec<String>,

    /// Measure how cost grows with the number of rows instead (SQLite; takes minutes and about 2 GB of disk).
    #[arg(long)]
    pub(crate) growth: bool,

    /// Print one JSON object instead of tables.
    #[arg(long)]
    pub(crate) json: bool,

    /// The program to measure; by default the `tasktalk` beside this one.
    #[arg(long, value_name = "FILE")]
    pub(crate) program: Option<PathBuf>,
}

impl Run {
    /// Whether a row of this name is measured.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|words| name.contains(words.as_str()))
    }

    /// Whether only some rows are: then there are no other figures, and no goals.
    pub(crate) fn in_part(&self) -> bool {
        !self.only.is_empty()
    }

    pub(crate) fn rounds(&self) -> u32 {
        if self.quick { 2 } else { self.rounds }
    }

    /// How often the server is started to see how long that takes.
    pub(crate) fn starts(&self) -> u32 {
        if self.quick { 3 } else { 9 }
    }

    pub(crate) fn timing(&self) -> Timing {
        let seconds = if self.quick { 0.5 } else { self.seconds };
        Timing {
            warm_up: Duration::from_secs_f64(seconds / 5.0),
            window: Duration::from_secs_f64(seconds),
        }
    }
}

/// What this program does when it is its own child, so that each thing measured has a process of its own.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum Child {
    /// Answers every request with a small JSON object.
    #[command(hide = true)]
    Hello {
        /// The port on 127.0.0.1.
        #[arg(long)]
        port: u16,
    },
    /// Does turns without HTTP.
    #[command(hide = true)]
    Inside(Inside),
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "give a number of seconds".to_owned())?;
    if (0.1..=600.0).contains(&seconds) {
        Ok(seconds)
    } else {
        Err("give 0.1 to 600 seconds".to_owned())
    }
}
