//! A whole run: every case in every round, then the figures that are no rates, then the goals.

use std::{
    io::{Write as _, stderr},
    path::PathBuf,
};

use anyhow::{Context as _, ensure};
use tasktalk_storage::Engine;

use crate::{
    arguments::Run,
    base::Base,
    case::Case,
    figures::Figures,
    goals,
    machine::Machine,
    measure::Sample,
    report::{Report, Row},
};

/// Measures everything and prints it.
pub(crate) async fn run(run: &Run) -> anyhow::Result<()> {
    let machine = Machine::look();
    let program = program(run)?;
    let mut cases = Case::all();
    cases.retain(|case| run.wants(&case.name()));
    ensure!(!cases.is_empty(), "no row has a name like that");
    let mut bases = Vec::new();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let wanted = |case: &Case| case.engine() == Some(engine);
        if run.in_part() && !cases.iter().any(wanted) {
            continue;
        }
        say(&format!("Filling a database on {engine:?} …"));
        match Base::make(engine, &program).await? {
            Some(base) => bases.push(base),
            None => cases.retain(|case| !wanted(case)),
        }
    }
    let mut samples: Vec<Vec<Sample>> = vec![Vec::new(); cases.len()];
    for round in 1..=run.rounds() {
        say(&format!("Round {round} of {} …", run.rounds()));
        for (case, samples) in cases.iter().zip(&mut samples) {
            let sample = case
                .measure(&bases, &program, run.timing())
                .await
                .with_context(|| format!("{} at {}", case.name(), case.at_once))?;
            samples.push(sample);
        }
    }
    let rows: Vec<Row> = cases
        .into_iter()
        .zip(samples)
        .map(|(case, samples)| Row::new(case, samples))
        .collect();
    let (figures, goals) = if run.in_part() {
        (None, Vec::new())
    } else {
        say("Starting, idling, understanding …");
        let figures = Figures::measure(&bases, &program, run.starts()).await?;
        let goals = goals::judge(&rows, &figures);
        (Some(figures), goals)
    };
    let report = Report {
        machine,
        rounds: run.rounds(),
        window_seconds: run.timing().window.as_secs_f64(),
        notes: if run.in_part() {
            Vec::new()
        } else {
            notes(&bases)
        },
        rows,
        figures,
        goals,
    };
    if run.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{report}");
    }
    Ok(())
}

/// The program that is measured.
pub(crate) fn program(run: &Run) -> anyhow::Result<PathBuf> {
    let program = match &run.program {
        Some(program) => program.clone(),
        None => std::env::current_exe()?.with_file_name("tasktalk"),
    };
    ensure!(
        program.is_file(),
        "{} is missing; `cargo xtask bench` builds it",
        program.display()
    );
    Ok(program)
}

/// Tells on standard error how far it is.
pub(crate) fn say(what: &str) {
    // Nobody may be reading; the run goes on.
    let _ = writeln!(stderr(), "{what}");
}

fn notes(bases: &[Base]) -> Vec<String> {
    let mut notes = Vec::new();
    match bases.iter().find(|base| base.engine == Engine::Postgres) {
        None => notes.push("PostgreSQL was left out.".to_owned()),
        Some(base) if base.postmaster.is_none() => notes.push(
            "The PostgreSQL server's processes can't be seen from here: its CPU is not counted."
                .to_owned(),
        ),
        Some(_) => {}
    }
    notes
}
