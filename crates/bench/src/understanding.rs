//! How long the embedded engine takes for a message, on one thread and by the wall clock.

use std::{hint::black_box, time::Instant};

use anyhow::Context as _;
use serde::Serialize;
use tasktalk_domain::{Locale, Zone};
use tasktalk_understanding::{Moment, understand};

use crate::{mix::Person, statistics::percentile};

/// How many messages are understood.
const MESSAGES: usize = 4_000;
/// How often each is; the fastest counts, as others use the machine as well.
const ATTEMPTS: usize = 5;
/// The size of a long message, in bytes.
const LONG: usize = 4 * 1024;

/// What long messages are made of, over and over: what might make an engine look back again and again.
const PIECES: [&str; 12] = [
    "a",
    "buy milk and ",
    "tomorrow at 5pm ",
    "every monday and ",
    "task 7, #8 and ",
    "call mum, ",
    "\"buy 'milk' \"",
    "1/2/2026 ",
    "not don't never ",
    "#home #work p1 !!! ",
    "ünïcödé 🎉 ",
    "the second one of the last two ",
];

/// Microseconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Understanding {
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
    /// Of the slowest message of four kibibytes.
    pub(crate) worst_4_kib_us: f64,
    /// What that message repeats.
    pub(crate) worst_piece: &'static str,
}

impl Understanding {
    pub(crate) fn measure() -> anyhow::Result<Self> {
        let moment = Moment {
            now: "2026-11-22T09:00:00".parse().context("a date and a time")?,
            zone: Zone::utc(),
            locale: Locale::default(),
        };
        let mut person = Person::new(1);
        let mut times: Vec<u32> = (0..MESSAGES)
            .map(|_| fastest(&person.say().message, &moment))
            .collect();
        times.sort_unstable();
        let (worst, piece) = PIECES
            .iter()
            .map(|piece| (fastest(&piece.repeat(LONG / piece.len()), &moment), *piece))
            .max()
            .context("no long messages")?;
        Ok(Self {
            p50_us: percentile(&times, 50) / 1e3,
            p99_us: percentile(&times, 99) / 1e3,
            worst_4_kib_us: f64::from(worst) / 1e3,
            worst_piece: piece,
        })
    }
}

fn fastest(message: &str, moment: &Moment) -> u32 {
    let times = (0..ATTEMPTS).map(|_| nanoseconds(message, moment));
    times.min().unwrap_or_default()
}

fn nanoseconds(message: &str, moment: &Moment) -> u32 {
    let start = Instant::now();
    black_box(understand(black_box(message), moment));
    u32::try_from(start.elapsed().as_nanos()).unwrap_or(u32::MAX)
}
