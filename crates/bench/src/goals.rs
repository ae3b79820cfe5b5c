//! The goals, and whether this run met them.

use serde::Serialize;
use tasktalk_storage::Engine;

use crate::{
    case::{Case, Subject},
    figures::Figures,
    inside::Commit,
    report::Row,
};

/// One goal.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Goal {
    pub(crate) what: String,
    /// `≤` or `≥` its bound.
    pub(crate) bound: String,
    pub(crate) measured: String,
    pub(crate) met: bool,
}

/// Compares everything that was measured with its goal.
pub(crate) fn judge(rows: &[Row], figures: &Figures) -> Vec<Goal> {
    use Engine::{Postgres, Sqlite};
    let row = |subject| rows.iter().find(|row| row.case == Case::new(subject, 64));
    let hello = row(Subject::Hello);
    let chat = row(Subject::Chat(Sqlite, Commit::Full));
    let statements = row(Subject::Statements(Sqlite, Commit::Full));
    let one_by_one = row(Subject::Statements(Sqlite, Commit::OneByOne));
    let normal = row(Subject::Statements(Sqlite, Commit::Normal));
    let understanding = figures.understanding;

    let mut goals = vec![
        at_most(
            "understanding one message, median",
            understanding.p50_us,
            100.0,
            "µs",
        ),
        at_most(
            "understanding one message, p99",
            understanding.p99_us,
            1_000.0,
            "µs",
        ),
        at_most(
            &format!(
                "understanding 4 KiB, the worst: {:?} repeated",
                understanding.worst_piece
            ),
            understanding.worst_4_kib_us / 1e3,
            20.0,
            "ms",
        ),
    ];
    if let (Some(chat), Some(hello)) = (chat, hello) {
        let what = "CPU of a durable chat turn over HTTP, SQLite FULL, 64 connections";
        goals.push(at_most(what, chat.cpu_us / hello.cpu_us, 18.0, "× hello"));
    }
    if let (Some(chat), Some(statements)) = (chat, statements) {
        let what = "its throughput, of the statements alone";
        goals.push(at_least(
            what,
            100.0 * chat.rate / statements.rate,
            65.0,
            "%",
        ));
    }
    if let (Some(together), Some(one_by_one)) = (statements, one_by_one) {
        let what = "throughput of group commit, on / off, 64 callers";
        goals.push(at_least(what, together.rate / one_by_one.rate, 5.0, "×"));
    }
    if let (Some(full), Some(normal)) = (statements, normal) {
        let what = "throughput of FULL, of NORMAL, 64 callers";
        goals.push(at_least(what, 100.0 * full.rate / normal.rate, 85.0, "%"));
    }
    let round_trips = row(Subject::Turns(Postgres)).and_then(|row| row.round_trips);
    if let Some(round_trips) = round_trips {
        goals.push(at_most(
            "round trips of a turn on PostgreSQL",
            round_trips,
            3.0,
            "",
        ));
    }
    for (name, milliseconds) in &figures.start_ms {
        let what = format!("start to first answer on an existing database, {name}");
        goals.push(at_most(&what, *milliseconds, 50.0, "ms"));
    }
    for (name, bytes) in &figures.idle_memory {
        let what = format!("memory idle, {name}");
        goals.push(at_most(&what, bytes / 1e6, 15.0, "MB"));
    }
    if let Some(bytes) = figures.stream_memory {
        let what = "memory of an idle event stream, of 1,000";
        goals.push(at_most(what, bytes / 1e3, 25.0, "kB"));
    }
    for (name, row) in [
        ("SQLite", chat),
        ("PostgreSQL", row(Subject::Chat(Postgres, Commit::Full))),
    ] {
        if let Some(row) = row {
            let what = format!("memory under load, 64 connections, {name}");
            goals.push(at_most(&what, row.peak_memory / 1e6, 40.0, "MB"));
        }
    }
    let size = figures.binary_bytes as f64 / 1e6;
    goals.push(at_most("release binary", size, 20.0, "MB"));
    goals
}

pub(crate) fn at_most(what: &str, measured: f64, bound: f64, unit: &str) -> Goal {
    goal(what, '≤', measured, bound, unit, measured <= bound)
}

fn at_least(what: &str, measured: f64, bound: f64, unit: &str) -> Goal {
    goal(what, '≥', measured, bound, unit, measured >= bound)
}

fn goal(what: &str, sign: char, measured: f64, bound: f64, unit: &str, met: bool) -> Goal {
    Goal {
        what: what.to_owned(),
        bound: format!("{sign} {bound} {unit}").trim_end().to_owned(),
        measured: format!("{measured:.1} {unit}").trim_end().to_owned(),
        met,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_met_on_its_own_side_only() {
        assert!(at_most("size", 20.0, 20.0, "MB").met);
        assert!(!at_most("size", 20.1, 20.0, "MB").met);
        let share = at_least("share", 64.9, 65.0, "%");
        assert!(!share.met);
        assert_eq!(
            (share.bound.as_str(), share.measured.as_str()),
            ("≥ 65 %", "64.9 %")
        );
        assert_eq!(at_most("trips", 2.0, 3.0, "").measured, "2.0");
    }
}
