//! How long something takes, also on a machine that is busy with other things.

use std::{
    sync::mpsc::{self, RecvTimeoutError, Sender},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// How often one looks how late the machine is.
const TICK: Duration = Duration::from_millis(10);
/// So late it may be always.
const USUAL: Duration = Duration::from_millis(1);

/// Does something, and says how long it took; what the machine was late by meanwhile does not count.
pub async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let lateness = Lateness::measure();
    let start = Instant::now();
    let done = work.await;
    let took = start.elapsed();
    (done, took.saturating_sub(lateness.end()))
}

/// A thread that wants to be woken again and again, and adds up how much later than that it was.
struct Lateness {
    end: Sender<()>,
    thread: JoinHandle<Duration>,
}

impl Lateness {
    fn measure() -> Self {
        let (end, ended) = mpsc::channel();
        let thread = thread::spawn(move || {
            let mut late = Duration::ZERO;
            loop {
                let start = Instant::now();
                let woken = ended.recv_timeout(TICK);
                if woken != Err(RecvTimeoutError::Timeout) {
                    return late;
                }
                late += start.elapsed().saturating_sub(TICK + USUAL);
            }
        });
        Self { end, thread }
    }

    fn end(self) -> Duration {
        drop(self.end);
        self.thread.join().expect("it only waits")
    }
}
