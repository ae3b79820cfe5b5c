//! What a run found, as tables and as JSON.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::{
    case::{Case, Subject},
    figures::Figures,
    goals::Goal,
    machine::Machine,
    measure::Sample,
    statistics::median,
    tool::{Door, Operation},
};

/// Everything.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    pub(crate) rounds: u32,
    pub(crate) window_seconds: f64,
    pub(crate) notes: Vec<String>,
    pub(crate) rows: Vec<Row>,
    /// None when only some rows were measured.
    pub(crate) figures: Option<Figures>,
    pub(crate) goals: Vec<Goal>,
}

/// One case: medians over the rounds, and every round's sample.
#[derive(Debug, Serialize)]
pub(crate) struct Row {
    #[serde(serialize_with = "by_name")]
    pub(crate) case: Case,
    pub(crate) rate: f64,
    pub(crate) p50_us: f64,
    pub(crate) p99_us: f64,
    pub(crate) cpu_us: f64,
    pub(crate) database_cpu_us: Option<f64>,
    pub(crate) round_trips: Option<f64>,
    /// The largest of all rounds, in bytes.
    pub(crate) peak_memory: f64,
    pub(crate) failures: u64,
    samples: Vec<Sample>,
}

impl Row {
    pub(crate) fn new(case: Case, samples: Vec<Sample>) -> Self {
        let middle = |value: fn(&Sample) -> f64| median(samples.iter().map(value));
        let some = |value: fn(&Sample) -> Option<f64>| {
            let values: Vec<f64> = samples.iter().filter_map(value).collect();
            (!values.is_empty()).then(|| median(values))
        };
        Self {
            case,
            rate: middle(|sample| sample.rate),
            p50_us: middle(|sample| sample.p50_us),
            p99_us: middle(|sample| sample.p99_us),
            cpu_us: middle(|sample| sample.cpu_us),
            database_cpu_us: some(|sample| sample.database_cpu_us),
            round_trips: some(|sample| sample.round_trips),
            peak_memory: samples
                .iter()
                .map(|s| s.peak_memory as f64)
                .fold(0.0, f64::max),
            failures: samples.iter().map(|sample| sample.failures).sum(),
            samples,
        }
    }

    fn first_failure(&self) -> Option<&str> {
        let mut failures = self
            .samples
            .iter()
            .filter_map(|s| s.first_failure.as_deref());
        failures.next()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.machine)?;
        writeln!(
            f,
            "Medians of {} rounds of {} s each, one after the other; CPU is the measured process's own, and the \
             database server's beside it.\n",
            self.rounds, self.window_seconds
        )?;
        writeln!(
            f,
            "{:<48} {:>4} {:>9} {:>9} {:>9} {:>9} {:>9} {:>8} {:>7}",
            "", "at", "ops/s", "p50 ms", "p99 ms", "CPU µs", "DB CPU", "× hello", "failed"
        )?;
        for row in &self.rows {
            self.write(row, f)?;
        }
        for row in &self.rows {
            if let Some(failure) = row.first_failure() {
                writeln!(
                    f,
                    "\n{} at {}, first failure: {failure}",
                    row.case.name(),
                    row.case.at_once
                )?;
            }
        }
        writeln!(f)?;
        self.write_doors(f)?;
        for note in &self.notes {
            writeln!(f, "{note}")?;
        }
        write_goals(&self.goals, f)
    }
}

impl Report {
    /// What the same operation costs through one door and the other.
    fn write_doors(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cpu = |operation, door| {
            let call = |row: &&Row| row.case.subject == Subject::Call(operation, door);
            self.rows.iter().find(call).map(|row| row.cpu_us)
        };
        for operation in Operation::ALL {
            if let (Some(mcp), Some(rest)) = (cpu(operation, Door::Mcp), cpu(operation, Door::Rest))
            {
                writeln!(
                    f,
                    "{}: tools/call takes {:.2} × the CPU of REST",
                    operation.name(),
                    mcp / rest
                )?;
            }
        }
        Ok(())
    }

    fn write(&self, row: &Row, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hello = Case::new(Subject::Hello, row.case.at_once);
        let hello = self.rows.iter().find(|row| row.case == hello);
        let ratio =
            hello.map(|hello| (row.cpu_us + row.database_cpu_us.unwrap_or(0.0)) / hello.cpu_us);
        let or_nothing =
            |value: Option<f64>| value.map_or_else(String::new, |value| format!("{value:.1}"));
        writeln!(
            f,
            "{:<48} {:>4} {:>9.0} {:>9.2} {:>9.2} {:>9.1} {:>9} {:>8} {:>7}",
            row.case.name(),
            row.case.at_once,
            row.rate,
            row.p50_us / 1e3,
            row.p99_us / 1e3,
            row.cpu_us,
            or_nothing(row.database_cpu_us),
            or_nothing(ratio),
            row.failures
        )
    }
}

/// Prints goals as a table.
pub(crate) fn write_goals(goals: &[Goal], f: &mut impl fmt::Write) -> fmt::Result {
    for goal in goals {
        let met = if goal.met { "met" } else { "NOT MET" };
        writeln!(
            f,
            "{:<68} {:>14} {:>14}  {met}",
            goal.what, goal.bound, goal.measured
        )?;
    }
    Ok(())
}

fn by_name<S: Serializer>(case: &Case, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{}, {} at once", case.name(), case.at_once))
}
