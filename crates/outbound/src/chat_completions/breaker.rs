//! When not to ask: after failures, nothing is sent for a while.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// It opens after so many failures in a row …
const IN_A_ROW: u32 = 5;
/// … or when half of so many calls failed.
const LOOKED_AT: usize = 20;
/// How long nothing is sent; then one request looks whether the server is back.
const REST: Duration = Duration::from_secs(15);
/// The longest rest that a server may ask for.
const LONGEST_REST: Duration = Duration::from_mins(10);
/// How long a probe is waited for before another may be sent.
const PROBE_TIME: Duration = Duration::from_secs(30);

/// What is known about a server's health.
#[derive(Debug, Default)]
pub(super) struct Breaker(Mutex<Health>);

#[derive(Debug, Default)]
struct Health {
    in_a_row: u32,
    /// Whether each of the last calls failed.
    last: VecDeque<bool>,
    /// Nothing is sent before this instant.
    rests_until: Option<Instant>,
}

/// Whether a request may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// Yes.
    Yes,
    /// No.
    No,
    /// No, but one request of our own is to look whether the server is back.
    NotYetButProbe,
}

impl Breaker {
    pub(super) fn admit(&self, now: Instant) -> Admission {
        let mut health = self.health();
        match health.rests_until {
            None => Admission::Yes,
            Some(until) if now < until => Admission::No,
            Some(_) => {
                health.rests_until = Some(now + PROBE_TIME);
                Admission::NotYetButProbe
            }
        }
    }

    /// A call, or a probe, was answered.
    pub(super) fn answered(&self) {
        let mut health = self.health();
        if health.rests_until.take().is_some() {
            health.last.clear();
            tracing::info!("the language model answers again");
        }
        health.in_a_row = 0;
        health.note(false);
    }

    /// A call, or a probe, failed; `rest` is what the server asked for.
    pub(super) fn failed(&self, now: Instant, rest: Option<Duration>) {
        let mut health = self.health();
        health.in_a_row += 1;
        health.note(true);
        let failed = health.last.iter().filter(|failed| **failed).count();
        let unwell = health.in_a_row >= IN_A_ROW
            || health.last.len() == LOOKED_AT && failed * 2 >= LOOKED_AT
            || rest.is_some_and(|rest| rest >= REST);
        if unwell || health.rests_until.is_some() {
            if health.rests_until.is_none() {
                tracing::warn!("the language model fails; the embedded engine answers alone");
            }
            let rest = rest.unwrap_or(REST).clamp(REST, LONGEST_REST);
            health.rests_until = Some(now + rest);
        }
    }

    fn health(&self) -> std::sync::MutexGuard<'_, Health> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Health {
    fn note(&mut self, failed: bool) {
        if self.last.len() == LOOKED_AT {
            self.last.pop_front();
        }
        self.last.push_back(failed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn five_failures_in_a_row_open_it_and_one_probe_closes_it() {
        let breaker = Breaker::default();
        let start = Instant::now();
        for _ in 0..4 {
            breaker.failed(start, None);
            assert_eq!(breaker.admit(start), Admission::Yes);
        }
        breaker.failed(start, None);
        assert_eq!(breaker.admit(start + 14 * SECOND), Admission::No);
        let later = start + 16 * SECOND;
        assert_eq!(breaker.admit(later), Admission::NotYetButProbe);
        assert_eq!(breaker.admit(later), Admission::No, "one probe is enough");
        breaker.failed(later, None);
        assert_eq!(breaker.admit(later + 14 * SECOND), Admission::No);
        assert_eq!(
            breaker.admit(later + 16 * SECOND),
            Admission::NotYetButProbe
        );
        breaker.answered();
        assert_eq!(breaker.admit(later + 16 * SECOND), Admission::Yes);
    }

    #[test]
    fn half_of_the_last_twenty_open_it() {
        let breaker = Breaker::default();
        let now = Instant::now();
        for _ in 0..9 {
            breaker.answered();
            breaker.failed(now, None);
        }
        breaker.answered();
        assert_eq!(breaker.admit(now), Admission::Yes);
        breaker.failed(now, None);
        assert_eq!(breaker.admit(now), Admission::No);
    }

    #[test]
    fn a_server_that_asks_for_rest_gets_it_at_once() {
        let breaker = Breaker::default();
        let now = Instant::now();
        breaker.failed(now, Some(60 * SECOND));
        assert_eq!(breaker.admit(now + 59 * SECOND), Admission::No);
        assert_eq!(breaker.admit(now + 61 * SECOND), Admission::NotYetButProbe);
    }
}
