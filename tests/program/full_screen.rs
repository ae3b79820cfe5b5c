//! The full-screen chat in a real terminal (tmux): what a person sees, and what is left of the terminal afterwards.

use std::{process::Command, time::Duration};

use crate::program::{Home, PATIENCE};

/// A terminal with a shell in it, ended with this value.
struct Terminal {
    home: Home,
}

impl Terminal {
    fn open() -> Self {
        let terminal = Self { home: Home::new() };
        let home = terminal.home.path().to_str().unwrap();
        let (folder, home, path) = (home, format!("HOME={home}"), "PATH=/usr/bin:/bin");
        terminal.tmux(&[
            "-f",
            "/dev/null",
            "new-session",
            "-c",
            folder,
            "-d",
            "-x",
            "100",
            "-y",
            "24",
            "env",
            "-i",
            &home,
            path,
            "TERM=screen",
            "TZ=UTC",
            "LANG=C.UTF-8",
            "PS1=ready> ",
            "sh",
        ]);
        terminal
    }

    fn tmux(&self, arguments: &[&str]) -> String {
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
    fn says(&self, line: &str) {
        self.tmux(&["send-keys", "-l", line]);
        self.tmux(&["send-keys", "Enter"]);
    }

    /// Waits until the screen is as it should be.
    async fn shows(&self, what: &str, is_there: impl Fn(&str) -> bool) -> String {
        let looking = async {
            loop {
                let screen = self.tmux(&["capture-pane", "-p"]);
                if is_there(&screen) {
                    return screen;
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
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

#[tokio::test]
async fn a_conversation_with_the_list_beside_it_leaves_the_terminal_as_it_was() {
    let terminal = Terminal::open();
    terminal
        .shows("the shell", |screen| screen.contains("ready>"))
        .await;
    let settings = "stty -a > before";
    terminal.says(&format!(
        "{settings}; {} chat; stty -a > after; echo le''ft",
        env!("CARGO_BIN_EXE_tasktalk")
    ));
    terminal
        .shows("the list", |screen| screen.contains("To do (0)"))
        .await;
    terminal.says("add buy milk");
    let screen = terminal
        .shows("the task", |screen| screen.contains("[ ] #1 Buy milk"))
        .await;
    assert!(screen.contains("› add buy milk"), "{screen}");
    terminal.tmux(&["send-keys", "C-z"]);
    terminal
        .shows("the empty list", |screen| screen.contains("To do (0)"))
        .await;
    terminal.tmux(&["send-keys", "C-c", "C-c"]);
    let screen = terminal
        .shows("the shell", |screen| screen.contains("left"))
        .await;
    assert!(
        !screen.contains("To do"),
        "the chat is still there:\n{screen}"
    );
    let settings = |name: &str| std::fs::read_to_string(terminal.home.path().join(name)).unwrap();
    assert_eq!(settings("before"), settings("after"));
}
