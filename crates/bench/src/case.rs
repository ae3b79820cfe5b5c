//! Everything that is measured in turn, each as a process of its own.

use std::path::Path;

use anyhow::Context as _;
use tasktalk_storage::Engine;
use tokio::process::Command;

use crate::{
    base::{Base, PEOPLE, serve},
    chat::{Chat, Greet},
    child::{Server, free_port},
    inside::{Commit, Inside, What},
    measure::{Sample, Timing, measure},
    tool::{Call, Door, Operation},
};

/// One thing that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) subject: Subject,
    /// How many connections, or callers without HTTP.
    pub(crate) at_once: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// An axum hello over HTTP.
    Hello,
    /// Chat turns over HTTP.
    Chat(Engine, Commit),
    /// One operation through one door, on SQLite.
    Call(Operation, Door),
    /// Chat turns without HTTP.
    Turns(Engine),
    /// The statements of chat turns alone.
    Statements(Engine, Commit),
}

impl Case {
    pub(crate) const fn new(subject: Subject, at_once: i64) -> Self {
        Self { subject, at_once }
    }

    /// All of them.
    pub(crate) fn all() -> Vec<Self> {
        use Engine::{Postgres, Sqlite};
        let mut cases = Vec::new();
        for at_once in [1, 16, 64] {
            cases.push(Self::new(Subject::Hello, at_once));
            cases.push(Self::new(Subject::Chat(Sqlite, Commit::Full), at_once));
            cases.push(Self::new(Subject::Chat(Postgres, Commit::Full), at_once));
        }
        cases.extend(
            [
                Subject::Chat(Sqlite, Commit::Normal),
                Subject::Turns(Sqlite),
                Subject::Turns(Postgres),
                Subject::Statements(Sqlite, Commit::Full),
                Subject::Statements(Sqlite, Commit::OneByOne),
                Subject::Statements(Sqlite, Commit::Normal),
                Subject::Statements(Postgres, Commit::Full),
            ]
            .map(|subject| Self::new(subject, 64)),
        );
        for operation in Operation::ALL {
            for door in [Door::Rest, Door::Mcp] {
                cases.push(Self::new(Subject::Call(operation, door), 16));
            }
        }
        cases
    }

    pub(crate) fn engine(&self) -> Option<Engine> {
        match self.subject {
            Subject::Hello => None,
            Subject::Call(..) => Some(Engine::Sqlite),
            Subject::Chat(engine, _) | Subject::Turns(engine) | Subject::Statements(engine, _) => {
                Some(engine)
            }
        }
    }

    /// What it is called in tables.
    pub(crate) fn name(&self) -> String {
        let database = |engine, commit| match (engine, commit) {
            (Engine::Postgres, _) => "PostgreSQL",
            (Engine::Sqlite, Commit::Full) => "SQLite FULL",
            (Engine::Sqlite, Commit::OneByOne) => "SQLite FULL, one commit each",
            (Engine::Sqlite, Commit::Normal) => "SQLite NORMAL",
        };
        match self.subject {
            Subject::Hello => "axum hello over HTTP".to_owned(),
            Subject::Chat(engine, commit) => {
                format!("chat turn over HTTP, {}", database(engine, commit))
            }
            Subject::Call(operation, door) => {
                let door = match door {
                    Door::Mcp => "MCP tools/call",
                    Door::Rest => "REST",
                };
                format!("{}, {door}", operation.name())
            }
            Subject::Turns(engine) => {
                format!("chat turn without HTTP, {}", database(engine, Commit::Full))
            }
            Subject::Statements(engine, commit) => {
                format!("its statements alone, {}", database(engine, commit))
            }
        }
    }

    /// Measures it once.
    pub(crate) async fn measure(
        &self,
        bases: &[Base],
        program: &Path,
        timing: Timing,
    ) -> anyhow::Result<Sample> {
        let base = || {
            let found = bases.iter().find(|base| Some(base.engine) == self.engine());
            found.context("a case without its database")
        };
        match self.subject {
            Subject::Hello => self.hello(timing).await,
            Subject::Chat(_, commit) => self.chat(base()?, commit, program, timing).await,
            Subject::Call(operation, door) => {
                self.call(base()?, operation, door, program, timing).await
            }
            Subject::Turns(_) => {
                self.inside(base()?, What::Turns, Commit::Full, timing)
                    .await
            }
            Subject::Statements(_, commit) => {
                self.inside(base()?, What::Statements, commit, timing).await
            }
        }
    }

    async fn hello(&self, timing: Timing) -> anyhow::Result<Sample> {
        let port = free_port()?;
        let mut command = Command::new(std::env::current_exe()?);
        command.args(["hello", "--port", &port.to_string()]);
        let server = Server::start(port, &mut command, "/").await?;
        let workers = (0..self.at_once).map(|_| Greet::new(port)).collect();
        let sample = measure(workers, timing, &server.meter(None)?).await?;
        server.end().await?;
        Ok(sample)
    }

    async fn chat(
        &self,
        base: &Base,
        commit: Commit,
        program: &Path,
        timing: Timing,
    ) -> anyhow::Result<Sample> {
        let database = base.copy().await;
        let port = free_port()?;
        let mut command = serve(program, &database.address(), port);
        if commit == Commit::Normal {
            command.args(["--durability", "normal"]);
        }
        let server = Server::start(port, &mut command, "/health/ready").await?;
        let workers = (0..self.at_once)
            .map(|connection| Chat::new(port, base.people(connection, self.at_once)))
            .collect();
        let sample = measure(workers, timing, &server.meter(base.postmaster)?).await?;
        server.end().await?;
        Ok(sample)
    }

    async fn call(
        &self,
        base: &Base,
        operation: Operation,
        door: Door,
        program: &Path,
        timing: Timing,
    ) -> anyhow::Result<Sample> {
        let database = base.copy().await;
        let port = free_port()?;
        let mut command = serve(program, &database.address(), port);
        let server = Server::start(port, &mut command, "/health/ready").await?;
        let workers = (0..self.at_once)
            .map(|connection| {
                let agents = base.agents(connection, self.at_once);
                Call::new(port, agents, operation, door)
            })
            .collect();
        let sample = measure(workers, timing, &server.meter(base.postmaster)?).await?;
        server.end().await?;
        Ok(sample)
    }

    async fn inside(
        &self,
        base: &Base,
        what: What,
        commit: Commit,
        timing: Timing,
    ) -> anyhow::Result<Sample> {
        let mut inside = Inside::new(what, commit, self.at_once, PEOPLE, timing);
        inside.postmaster = base.postmaster;
        inside.in_a_child(&base.copy().await).await
    }
}
