//! A real terminal (tmux) with a shell in it.

use std::{fs, process::Command, time::Duration};

use crate::program::{Home, PATIENCE};

/// A terminal, ended with this value.
pub(crate) struct Terminal {
    pub(crate) home: Home,
}

impl Terminal {
    /// One of 100 by 24 cells, in which a shell waits. `$P` is the program there.
    pub(crate) async fn open() -> Self {
        Self::open_with(&[]).await
    }

    /// The same with more in the shell's environment.
    pub(crate) async fn open_with(variables: &[&str]) -> Self {
        let terminal = Self { home: Home::new() };
        let folder = terminal.home.path().to_str().unwrap();
        let home = format!("HOME={folder}");
        let program = concat!("P=", env!("CARGO_BIN_EXE_tasktalk"));
        let size = ["-d", "-x", "100", "-y", "24", "env", "-i"];
        let settings = [
            &home,
            program,
            "PATH=/usr/bin:/bin",
            "TERM=screen",
            "TZ=UTC",
            "LANG=C.UTF-8",
            "PS1=ready> ",
        ];
        let session = ["-f", "/dev/null", "new-session", "-c", folder];
        terminal.tmux(&[&session, &size[..], &settings, variables, &["sh"]].concat());
        // A program that may write to the clipboard shows whether it does.
        terminal.tmux(&["set-option", "-s", "set-clipboard", "on"]);
        terminal.prompts().await;
        terminal
    }

    /// Runs a command of tmux.
    pub(crate) fn tmux(&self, arguments: &[&str]) -> String {
        let output = Command::new("tmux")
            .args(["-u", "-S"])
            .arg(self.home.path().join("tmux"))
            .args(arguments)
            .env("LANG", "C.UTF-8")
            .output()
            .expect("tmux runs; Debian's package tmux has it");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "tmux {arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Types a line.
    pub(crate) fn says(&self, line: &str) {
        self.types(line);
        self.presses(&["Enter"]);
    }

    /// Types text.
    pub(crate) fn types(&self, text: &str) {
        self.tmux(&["send-keys", "-l", text]);
    }

    /// Presses keys, by tmux' names for them.
    pub(crate) fn presses(&self, keys: &[&str]) {
        self.tmux(&[&["send-keys"], keys].concat());
    }

    /// What is on the screen, with colours and whatever else was sent to it as escape sequences.
    pub(crate) fn with_colours(&self) -> String {
        self.tmux(&["capture-pane", "-p", "-e"])
    }

    /// Waits until the screen shows this text.
    pub(crate) async fn shows_text(&self, text: &str) -> String {
        self.shows(text, |screen| screen.contains(text)).await
    }

    /// Waits until the screen is as it should be.
    pub(crate) async fn shows(&self, what: &str, is_there: impl Fn(&str) -> bool) -> String {
        let look = || self.tmux(&["capture-pane", "-p"]);
        self.waits_for(what, || {
            let screen = look();
            is_there(&screen).then_some(screen)
        })
        .await
    }

    /// Waits until the shell waits for a command: what is typed before may go to a program that is about to end.
    pub(crate) async fn prompts(&self) {
        self.shows("the shell's prompt", |screen| {
            screen.lines().rfind(|line| !line.is_empty()) == Some("ready>")
        })
        .await;
    }

    /// Waits until a file in the home is written, a line at least.
    pub(crate) async fn writes(&self, file: &str) -> String {
        let path = self.home.path().join(file);
        let read = || fs::read_to_string(&path).ok();
        self.waits_for(file, || read().filter(|text| text.ends_with('\n')))
            .await
    }

    async fn waits_for<T>(&self, what: &str, is_there: impl Fn() -> Option<T>) -> T {
        let looking = async {
            loop {
                if let Some(found) = is_there() {
                    return found;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, looking)
            .await
            .unwrap_or_else(|_| {
                panic!(
                    "{what} is not there:\n{}",
                    self.tmux(&["capture-pane", "-p"])
                )
            })
    }

    /// Whether the screen of full-screen programs is shown.
    pub(crate) fn is_taken_over(&self) -> bool {
        self.tmux(&["display-message", "-p", "#{alternate_on}"])
            .trim()
            == "1"
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}
