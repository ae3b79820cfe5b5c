//! A server that is measured: a child process, which ends when its owner is done with it, panics included.

use std::{
    io::{Read as _, Seek as _},
    net::{Ipv4Addr, TcpListener},
    process::Stdio,
    time::Duration,
};

use anyhow::{Context as _, bail};
use tokio::{
    process::{Child, Command},
    time::{Instant, sleep},
};

use crate::{connection::Connection, meter::Meter};

/// How long a server may take to answer for the first time.
const START_WITHIN: Duration = Duration::from_secs(20);

/// A server on this machine.
#[derive(Debug)]
pub(crate) struct Server {
    child: Child,
    /// From before it was started until it had answered.
    pub(crate) started_in: Duration,
}

impl Server {
    /// Starts a server, whose arguments are made from the port it shall have, and asks for `path` until it answers.
    pub(crate) async fn start(
        port: u16,
        command: &mut Command,
        path: &str,
    ) -> anyhow::Result<Self> {
        // What it says matters only when it does not start.
        let mut log = tempfile::tempfile()?;
        let start = Instant::now();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log.try_clone()?)
            .kill_on_drop(true)
            .spawn()
            .with_context(|| {
                format!("{} can't be run", command.as_std().get_program().display())
            })?;
        let mut server = Self {
            child,
            started_in: Duration::ZERO,
        };
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let mut connection = Connection::new(port);
        loop {
            match connection.ask(request.as_bytes()).await {
                Ok(_) => break,
                Err(_) if start.elapsed() < START_WITHIN => {}
                Err(error) => return Err(error.context("the server did not start")),
            }
            if let Some(status) = server.child.try_wait()? {
                let mut said = String::new();
                log.rewind()?;
                log.read_to_string(&mut said)?;
                bail!("the server ended at its start: {status}\n{said}");
            }
            sleep(Duration::from_micros(500)).await;
        }
        server.started_in = start.elapsed();
        Ok(server)
    }

    /// A meter of this server.
    pub(crate) fn meter(&self, postmaster: Option<u32>) -> anyhow::Result<Meter> {
        Ok(Meter {
            program: self.child.id().context("the server has ended")?,
            postmaster,
        })
    }

    /// Ends it at once: what it was measured for is done.
    pub(crate) async fn end(mut self) -> anyhow::Result<()> {
        Ok(self.child.kill().await?)
    }
}

/// A port that is free at this moment.
pub(crate) fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
