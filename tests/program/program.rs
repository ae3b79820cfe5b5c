//! Running the program as a command: with a home of its own, so that nobody's settings or data come in.

use std::{path::Path, process::Stdio, time::Duration};

use tempfile::TempDir;
use tokio::{
    io::AsyncWriteExt as _,
    process::{Child, Command},
    time::timeout,
};

/// No command takes longer; a test that waits for one that does not end has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// A person's home, empty in the beginning.
#[derive(Debug)]
pub(crate) struct Home(TempDir);

/// What a command left.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The program with these arguments, ended at the latest when the test ends.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tasktalk"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("TZ", "UTC")
            .kill_on_drop(true);
        command
    }

    /// Runs it to its end without input.
    pub(crate) async fn run(&self, arguments: &[&str]) -> Outcome {
        self.run_with(arguments, "").await
    }

    /// Runs it to its end with this on standard input.
    pub(crate) async fn run_with(&self, arguments: &[&str], input: &str) -> Outcome {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let writing = async {
            // A command that does not read its input may have ended already.
            let _ = stdin.write_all(input.as_bytes()).await;
            drop(stdin);
        };
        let ended = async { tokio::join!(writing, child.wait_with_output()).1 };
        let output = timeout(PATIENCE, ended)
            .await
            .unwrap_or_else(|_| panic!("tasktalk {arguments:?} did not end"))
            .unwrap();
        Outcome {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Outcome {
    /// What it printed, when all went well.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self.out
    }
}

/// Sends a signal by its name. The standard library has no call for it, and the shell is everywhere.
pub(crate) async fn signal(child: &Child, name: &str) {
    let process = child.id().expect("the process lives");
    let status = Command::new("sh")
        .args(["-c", &format!("kill -{name} {process}")])
        .status()
        .await
        .unwrap();
    assert!(status.success(), "kill -{name} {process}");
}
