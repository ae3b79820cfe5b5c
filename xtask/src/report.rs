//! The steps of a run: announced, timed, and listed at the end.

use std::time::{Duration, Instant};

use crate::{Failure, test_runner::Counts};

/// What the steps so far have come to.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<Step>,
}

struct Step {
    name: &'static str,
    time: Duration,
    failure: Option<String>,
}

impl Report {
    /// Runs one step and notes how it went; `None` when it failed.
    pub(crate) fn step<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<T, String>,
    ) -> Option<T> {
        println!("\n── {name}");
        let start = Instant::now();
        let (value, failure) = match work() {
            Ok(value) => (Some(value), None),
            Err(reason) => (None, Some(reason)),
        };
        let time = start.elapsed();
        let verdict = failure.as_deref().unwrap_or("ok");
        println!("── {name}: {verdict} ({:.1} s)", time.as_secs_f64());
        self.steps.push(Step {
            name,
            time,
            failure,
        });
        value
    }

    /// Prints the table of steps, and below it what the tests' own runner counted, in a form that machines read too.
    pub(crate) fn print(&self, counts: &Counts) {
        println!("\n── summary");
        for Step {
            name,
            time,
            failure,
        } in &self.steps
        {
            let verdict = if failure.is_some() { "FAILED" } else { "ok" };
            let reason = failure.as_deref().unwrap_or_default();
            let line = format!(
                "{name:<14} {:>7.1} s  {verdict:<6}  {reason}",
                time.as_secs_f64()
            );
            println!("{}", line.trim_end());
        }
        let total: Duration = self.steps.iter().map(|step| step.time).sum();
        println!("{:<14} {:>7.1} s", "total", total.as_secs_f64());
        if !counts.is_empty() {
            println!("tests: {counts}");
        }
    }

    /// A run is only as good as each of its steps.
    pub(crate) fn outcome(&self) -> Result<(), Failure> {
        let failed: Vec<&str> = self
            .steps
            .iter()
            .filter(|step| step.failure.is_some())
            .map(|step| step.name)
            .collect();
        if failed.is_empty() {
            Ok(())
        } else {
            Err(Failure::Failed(format!("failed: {}", failed.join(", "))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_failed_step_fails_the_run_and_is_named() {
        let mut report = Report::default();
        assert_eq!(report.step("first", || Ok(7)), Some(7));
        assert!(report.outcome().is_ok());
        assert_eq!(
            report.step("second", || Err::<(), _>("no server".to_owned())),
            None
        );
        assert_eq!(report.step("third", || Ok(())), Some(()));
        let Err(Failure::Failed(reason)) = report.outcome() else {
            panic!("the run passed")
        };
        assert_eq!(reason, "failed: second");
    }
}
