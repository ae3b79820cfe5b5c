//! The child that does turns without HTTP, so that its process is nothing but them. It prints its sample as JSON.

use std::{process::Stdio, time::Duration};

use anyhow::{Context as _, ensure};
use clap::{Args, ValueEnum};
use tasktalk_assistant::{Assistant, Defaults};
use tasktalk_domain::{Clock, Locale, Zone};
use tasktalk_storage::{Database, DatabaseUrl, Durability, Engine, Options, testing::TestDatabase};
use tokio::{process::Command, time::timeout};

use crate::{
    measure::{Sample, Timing, measure},
    meter::Meter,
    mix::Person,
    statements::Statements,
    turns::Turns,
};

/// What to do, and on which database.
#[derive(Args, Clone, Debug)]
pub(crate) struct Inside {
    /// What is repeated.
    #[arg(long)]
    pub(crate) what: What,
    /// How many people the database was filled with.
    #[arg(long)]
    pub(crate) people: i64,
    /// How SQLite commits.
    #[arg(long)]
    pub(crate) commit: Commit,
    /// How many turns are under way at once.
    #[arg(long)]
    pub(crate) at_once: i64,
    /// Seconds before the window.
    #[arg(long)]
    pub(crate) warm_up: f64,
    /// Seconds of the window.
    #[arg(long)]
    pub(crate) window: f64,
    /// The database server's first process.
    #[arg(long)]
    pub(crate) postmaster: Option<u32>,
    /// The database; by its variable, since everyone may see arguments.
    #[arg(long, env = DATABASE)]
    database_url: Option<DatabaseUrl>,
}

const DATABASE: &str = "BENCH_DATABASE_URL";
/// How long a child may take besides measuring: opening, and stopping.
const PATIENCE: Duration = Duration::from_mins(1);

/// What is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// The statements of a turn.
    Statements,
    /// Whole turns.
    Turns,
}

/// How SQLite commits. PostgreSQL does as it was installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Commit {
    /// On the disk, several turns together.
    Full,
    /// On the disk, each turn by itself.
    OneByOne,
    /// Not waiting for the disk, several turns together.
    Normal,
}

impl Inside {
    pub(crate) fn new(what: What, commit: Commit, at_once: i64, people: i64, time: Timing) -> Self {
        Self {
            what,
            people,
            commit,
            at_once,
            warm_up: time.warm_up.as_secs_f64(),
            window: time.window.as_secs_f64(),
            postmaster: None,
            database_url: None,
        }
    }

    /// Measures in a process of its own.
    pub(crate) async fn in_a_child(&self, database: &TestDatabase) -> anyhow::Result<Sample> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("inside").env(DATABASE, database.address());
        for (flag, value) in [
            ("--what", value(&self.what)),
            ("--commit", value(&self.commit)),
        ] {
            command.arg(flag).arg(value);
        }
        command
            .args(["--people", &self.people.to_string()])
            .args(["--at-once", &self.at_once.to_string()])
            .args(["--warm-up", &self.warm_up.to_string()])
            .args(["--window", &self.window.to_string()])
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .kill_on_drop(true);
        if let Some(process) = self.postmaster {
            command.args(["--postmaster", &process.to_string()]);
        }
        let patience = PATIENCE + Duration::from_secs_f64(self.warm_up + self.window);
        let done = timeout(patience, command.output())
            .await
            .context("a child did not end")??;
        ensure!(done.status.success(), "a child failed: {}", done.status);
        serde_json::from_slice(&done.stdout).context("a child printed no sample")
    }

    /// The child's side: measures and prints.
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let options = Options {
            durability: match self.commit {
                Commit::Full | Commit::OneByOne => Durability::Full,
                Commit::Normal => Durability::Normal,
            },
            group_commit: self.commit != Commit::OneByOne,
            ..Options::default()
        };
        let url = self.database_url.as_ref().context("on which database?")?;
        let database = Database::open(url, options).await?;
        let meter = Meter {
            program: std::process::id(),
            postmaster: self.postmaster,
        };
        let timing = Timing {
            warm_up: Duration::from_secs_f64(self.warm_up),
            window: Duration::from_secs_f64(self.window),
        };
        let sample = self.sample(&database, timing, &meter).await?;
        database.close().await;
        println!("{}", serde_json::to_string(&sample)?);
        Ok(())
    }

    async fn sample(
        &self,
        database: &Database,
        timing: Timing,
        meter: &Meter,
    ) -> anyhow::Result<Sample> {
        let clock = Clock::system();
        let groups = (0..self.at_once).map(|caller| self.people_of(caller));
        let round_trips = database.round_trips();
        let mut sample = match self.what {
            What::Statements => {
                let workers = groups.map(|people| Statements {
                    database: database.clone(),
                    clock: clock.clone(),
                    people,
                });
                measure(workers.collect(), timing, meter).await?
            }
            What::Turns => {
                let defaults = Defaults {
                    timezone: Zone::utc(),
                    locale: Locale::default(),
                };
                let assistant = Assistant::new(database.clone(), clock, defaults);
                let workers = groups.map(|people| Turns {
                    assistant: assistant.clone(),
                    people,
                });
                measure(workers.collect(), timing, meter).await?
            }
        };
        if database.engine() == Engine::Postgres {
            let waited = database.round_trips() - round_trips;
            sample.round_trips = Some(waited as f64 / sample.attempts as f64);
        }
        Ok(sample)
    }

    /// The people that one caller speaks for: nobody else does, so that callers never wait for one another's locks.
    fn people_of(&self, caller: i64) -> Vec<Person> {
        (1..=self.people)
            .filter(|user| user % self.at_once == caller)
            .map(Person::new)
            .collect()
    }
}

fn value(choice: &impl ValueEnum) -> String {
    choice
        .to_possible_value()
        .map_or_else(String::new, |value| value.get_name().to_owned())
}
