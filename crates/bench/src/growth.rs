//! How the cost of a turn grows with the number of rows.

use std::fmt;

use serde::Serialize;
use tasktalk_domain::Clock;
use tasktalk_storage::{Engine, Options, testing::TestDatabase};

use crate::{
    arguments::Run,
    base_store,
    goals::{self, Goal},
    inside::{Commit, Inside, What},
    machine::Machine,
    mix,
    report::write_goals,
    run::say,
    statistics::median,
};

/// People of the small and of the large database: with fifty tasks each a thousand rows, and a million.
const PEOPLE: [i64; 2] = [20, 20_000];
/// As many as the small database has people.
const AT_ONCE: i64 = 20;

#[derive(Debug, Serialize)]
struct Growth {
    machine: Machine,
    /// Rows of tasks (and of messages), and the CPU of a turn in microseconds.
    sizes: Vec<(i64, f64)>,
    goals: Vec<Goal>,
}

/// Fills a small and a large SQLite database, measures turns on both in turn, and prints the ratio.
pub(crate) async fn run(run: &Run) -> anyhow::Result<()> {
    let machine = Machine::look();
    let mut databases = Vec::new();
    for people in PEOPLE {
        say(&format!(
            "Filling a database with {} tasks …",
            people * mix::TASKS
        ));
        let database = TestDatabase::create(Engine::Sqlite)
            .await
            .expect("SQLite is never left out");
        let filled = database.open(Options::default()).await;
        base_store::fill(&filled, &Clock::system(), people).await?;
        filled.close().await;
        databases.push((people, database, Vec::new()));
    }
    for round in 1..=run.rounds() {
        say(&format!("Round {round} of {} …", run.rounds()));
        for (people, database, samples) in &mut databases {
            let inside = Inside::new(What::Turns, Commit::Full, AT_ONCE, *people, run.timing());
            samples.push(inside.in_a_child(&database.copy().await).await?.cpu_us);
        }
    }
    let sizes: Vec<(i64, f64)> = databases
        .iter()
        .map(|(people, _, samples)| (people * mix::TASKS, median(samples.iter().copied())))
        .collect();
    let ratio = sizes[1].1 / sizes[0].1;
    let what = "CPU of a turn at a million tasks, of that at a thousand";
    let growth = Growth {
        machine,
        sizes,
        goals: vec![goals::at_most(what, ratio, 2.0, "×")],
    };
    if run.json {
        println!("{}", serde_json::to_string_pretty(&growth)?);
    } else {
        print!("{growth}");
    }
    Ok(())
}

impl fmt::Display for Growth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.machine)?;
        for (rows, cpu_us) in &self.sizes {
            writeln!(
                f,
                "{rows:>9} tasks and as many messages: {cpu_us:>7.1} µs of CPU a turn"
            )?;
        }
        writeln!(f)?;
        write_goals(&self.goals, f)
    }
}
