//! One measurement: workers that repeat an operation, a window of time, and what it cost.
//!
//! Knows nothing of what the operation is.

use std::{future::Future, time::Duration};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep_until, timeout_at},
};

use crate::{meter::Meter, statistics::percentile};

/// How long a worker may take to finish its last operation before the measurement counts as broken.
const PATIENCE: Duration = Duration::from_secs(20);
/// After how many failures a worker stops: what follows would measure failing.
const FAILURES_LIMIT: u64 = 100;

/// How long to measure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Timing {
    /// Connections, caches and statements are made ready; nothing counts.
    pub(crate) warm_up: Duration,
    /// What counts.
    pub(crate) window: Duration,
}

/// Someone who repeats one kind of operation.
pub(crate) trait Worker: Send + 'static {
    /// Does it once and looks whether it was really done.
    fn operate(&mut self) -> impl Future<Output = anyhow::Result<()>> + Send;
}

/// What one measurement found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Sample {
    /// Operations that ended well within the window.
    pub(crate) operations: u64,
    /// Operations before and after the window as well, failures too.
    pub(crate) attempts: u64,
    /// Operations that failed, at any time.
    pub(crate) failures: u64,
    /// What the first of them said.
    pub(crate) first_failure: Option<String>,
    /// Operations a second.
    pub(crate) rate: f64,
    /// The median latency, in microseconds.
    pub(crate) p50_us: f64,
    /// The latency that one in a hundred exceeds, in microseconds.
    pub(crate) p99_us: f64,
    /// CPU of the measured process, in microseconds an operation.
    pub(crate) cpu_us: f64,
    /// CPU of the database server's processes, in microseconds an operation; `None` when they can't be seen.
    pub(crate) database_cpu_us: Option<f64>,
    /// Waits for the database server's answer an operation, where they are counted.
    pub(crate) round_trips: Option<f64>,
    /// The most memory that the measured process had in use so far, in bytes.
    pub(crate) peak_memory: u64,
}

#[derive(Default)]
struct Tally {
    latencies_us: Vec<u32>,
    attempts: u64,
    failures: u64,
    first_failure: Option<String>,
}

/// Lets all workers repeat their operation at the same time, and measures what happens within the window.
pub(crate) async fn measure<W: Worker>(
    workers: Vec<W>,
    timing: Timing,
    meter: &Meter,
) -> anyhow::Result<Sample> {
    let begin = Instant::now() + timing.warm_up;
    let end = begin + timing.window;
    let mut working = JoinSet::new();
    for worker in workers {
        working.spawn(work(worker, begin, end));
    }
    sleep_until(begin).await;
    let before = meter.read()?;
    sleep_until(end).await;
    let used = meter.read()?.since(&before);

    let mut all = Tally::default();
    while let Some(done) = timeout_at(end + PATIENCE, working.join_next())
        .await
        .context("an operation did not end")?
    {
        let tally = done?;
        all.latencies_us.extend(tally.latencies_us);
        all.attempts += tally.attempts;
        all.failures += tally.failures;
        all.first_failure = all.first_failure.or(tally.first_failure);
    }
    all.latencies_us.sort_unstable();
    let operations = all.latencies_us.len() as u64;
    anyhow::ensure!(
        operations > 0,
        "nothing was done within the window: {}",
        all.first_failure.unwrap_or_default()
    );
    Ok(Sample {
        operations,
        attempts: all.attempts,
        failures: all.failures,
        first_failure: all.first_failure,
        rate: operations as f64 / timing.window.as_secs_f64(),
        p50_us: percentile(&all.latencies_us, 50),
        p99_us: percentile(&all.latencies_us, 99),
        cpu_us: used.program_us / operations as f64,
        database_cpu_us: used.database_us.map(|us| us / operations as f64),
        round_trips: None,
        peak_memory: meter.peak_memory()?,
    })
}

/// Operations that end within the window count: some began before it, as many are cut off at its end.
async fn work(mut worker: impl Worker, begin: Instant, end: Instant) -> Tally {
    let mut tally = Tally::default();
    loop {
        let start = Instant::now();
        if start >= end || tally.failures >= FAILURES_LIMIT {
            return tally;
        }
        tally.attempts += 1;
        let outcome = worker.operate().await;
        let done = Instant::now();
        match outcome {
            Ok(()) if done > begin && done <= end => {
                let latency = done.duration_since(start).as_micros();
                tally
                    .latencies_us
                    .push(u32::try_from(latency).unwrap_or(u32::MAX));
            }
            Ok(()) => {}
            Err(error) => {
                tally.failures += 1;
                tally
                    .first_failure
                    .get_or_insert_with(|| format!("{error:#}"));
            }
        }
    }
}
