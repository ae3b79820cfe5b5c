//! A running `tasktalk serve`.

use std::{
    net::{Ipv4Addr, TcpListener},
    process::{ExitStatus, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU16, Ordering},
    },
};

use tasktalk_api::Client;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
    time::timeout,
};

use crate::program::{Home, PATIENCE, signal};

/// A server, ended at the latest when the test ends.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) child: Child,
    pub(crate) port: u16,
    log: Arc<Mutex<String>>,
    _home: Home,
}

impl Server {
    /// Starts one on a port that it chooses, and waits until it listens.
    pub(crate) async fn start(database: &str) -> Self {
        Self::start_on(database, 0).await
    }

    /// Starts one on this port, and waits until it listens.
    pub(crate) async fn start_on(database: &str, port: u16) -> Self {
        let home = Home::new();
        let mut command = home.command(&["serve"]);
        Self::settle(&mut command, database, port);
        Self::listen(command, home).await
    }

    /// The settings of every server here.
    pub(crate) fn settle(command: &mut Command, database: &str, port: u16) {
        command
            .env("DATABASE_URL", database)
            .env("PORT", port.to_string())
            .env("ADMIN_ADDRESS", "off")
            .env("RATE_LIMIT", "0")
            .env("ADDRESS_RATE_LIMIT", "0");
    }

    /// Starts this command, and waits for the line that says where it listens.
    pub(crate) async fn listen(mut command: Command, home: Home) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let log = Arc::new(Mutex::new(String::new()));
        let note = {
            let log = Arc::clone(&log);
            move |line: &str| {
                let mut log = log.lock().unwrap();
                log.push_str(line);
                log.push('\n');
            }
        };
        let greeting = async {
            while let Some(line) = lines.next_line().await.unwrap() {
                note(&line);
                if let Some((_, port)) = line.split_once("listens on http://127.0.0.1:") {
                    return port.trim().parse().unwrap();
                }
            }
            panic!("the server ended at its start:\n{}", log.lock().unwrap())
        };
        let port = timeout(PATIENCE, greeting)
            .await
            .expect("the server did not start");
        // Whoever does not read a log makes its writer wait.
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                note(&line);
            }
        });
        Self {
            child,
            port,
            log,
            _home: home,
        }
    }

    /// A client without a token.
    pub(crate) fn client(&self) -> Client {
        Client::connect(&format!("http://127.0.0.1:{}", self.port)).unwrap()
    }

    /// What it has logged so far.
    pub(crate) fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Ends it without a word, as `kill -9` and a power cut do.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// Asks it to stop and waits until it has.
    pub(crate) async fn stop(mut self) -> ExitStatus {
        signal(&self.child, "TERM").await;
        timeout(PATIENCE, self.child.wait())
            .await
            .expect("the server did not stop")
            .unwrap()
    }
}

/// A port that stays free while a server is restarted on it: none of those that the system gives to outgoing
/// connections.
pub(crate) fn lasting_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    const FIRST: u16 = 15_000;
    const COUNT: u16 = 10_000;
    // Tests of other processes begin elsewhere.
    let start = u16::try_from(std::process::id() * 61 % u32::from(COUNT)).unwrap();
    (0..COUNT)
        .map(|_| FIRST + (start + NEXT.fetch_add(1, Ordering::Relaxed)) % COUNT)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .expect("a port is free")
}
