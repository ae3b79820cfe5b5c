//! Figures of the program that are no rates: start, memory, size, and the time understanding takes.

use std::{path::Path, time::Duration};

use anyhow::Context as _;
use serde::Serialize;
use tasktalk_storage::Engine;

use crate::{
    base::{Base, serve},
    child::{Server, free_port},
    idle_streams,
    statistics::median,
    understanding::Understanding,
};

/// How long a server is left alone before its memory is read.
pub(crate) const SETTLE: Duration = Duration::from_millis(300);

/// What was found.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figures {
    /// Milliseconds from before the program is started until its first answer, on a database that exists: medians.
    pub(crate) start_ms: Vec<(String, f64)>,
    /// Bytes in use after the start, before any work: medians.
    pub(crate) idle_memory: Vec<(String, f64)>,
    /// Bytes that one more idle event stream takes; on SQLite.
    pub(crate) stream_memory: Option<f64>,
    /// How often it was started for these.
    pub(crate) starts: u32,
    /// The size of the program's file, in bytes.
    pub(crate) binary_bytes: u64,
    pub(crate) understanding: Understanding,
}

impl Figures {
    pub(crate) async fn measure(
        bases: &[Base],
        program: &Path,
        starts: u32,
    ) -> anyhow::Result<Self> {
        let mut start_ms = Vec::new();
        let mut idle_memory = Vec::new();
        for base in bases {
            let name = match base.engine {
                Engine::Sqlite => "SQLite",
                Engine::Postgres => "PostgreSQL",
            };
            let (times, memory) = start(base, program, starts).await?;
            start_ms.push((name.to_owned(), median(times)));
            idle_memory.push((name.to_owned(), median(memory)));
        }
        let sqlite = bases.iter().find(|base| base.engine == Engine::Sqlite);
        let stream_memory = match sqlite {
            Some(base) => Some(idle_streams::measure(base, program).await?),
            None => None,
        };
        Ok(Self {
            start_ms,
            idle_memory,
            stream_memory,
            starts,
            binary_bytes: program.metadata().context("the program's size")?.len(),
            understanding: Understanding::measure()?,
        })
    }
}

/// Starts the server so often; gives the milliseconds to the first answer and the memory in use a little later.
async fn start(base: &Base, program: &Path, starts: u32) -> anyhow::Result<(Vec<f64>, Vec<f64>)> {
    let database = base.copy().await;
    let mut times = Vec::new();
    let mut memory = Vec::new();
    for _ in 0..starts {
        let port = free_port()?;
        let mut command = serve(program, &database.address(), port);
        let server = Server::start(port, &mut command, "/health/ready").await?;
        times.push(server.started_in.as_secs_f64() * 1e3);
        tokio::time::sleep(SETTLE).await;
        memory.push(server.meter(None)?.memory()? as f64);
        server.end().await?;
    }
    Ok((times, memory))
}
