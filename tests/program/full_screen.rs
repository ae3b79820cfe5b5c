//! The full-screen chat in a real terminal: what a person sees, and what is left of the terminal afterwards.

use std::{
    fs,
    sync::atomic::{AtomicUsize, Ordering},
};

use tasktalk_api::{
    Client,
    auth::SignupRequest,
    tasks::{NewTask, TaskListQuery},
};
use tasktalk_terminal::{Options, Words, markdown::Style};

use crate::{
    program::Home,
    server::{Server, lasting_port},
    terminal::Terminal,
};

/// Set where a test runs in a terminal of its own.
const IN_TERMINAL: &str = "TASKTALK_TEST_IN_TERMINAL";

/// An account with this password.
async fn anna(server: &Server) -> Client {
    let request = SignupRequest {
        email: "anna@example.com".to_owned(),
        password: "correct horse".to_owned(),
        name: None,
        timezone: Some("UTC".to_owned()),
    };
    let session = server.client().signup(&request).await.unwrap();
    server.client().with_token(session.access_token)
}

/// Opens a terminal and signs in to the server, with a slip of the fingers.
async fn signed_in(server: &Server) -> Terminal {
    let terminal = Terminal::open().await;
    terminal.says(&format!(
        "$P chat --server http://127.0.0.1:{}; echo ended with $?",
        server.port
    ));
    for password in ["wrong horse", "correct horse"] {
        let asked = |question: &'static str| {
            move |screen: &str| screen.lines().rfind(|line| !line.is_empty()) == Some(question)
        };
        terminal.shows("the question", asked("E-mail:")).await;
        terminal.says("anna@example.com");
        terminal.shows("the question", asked("Password:")).await;
        terminal.says(password);
        if password == "wrong horse" {
            let screen = terminal.shows_text("password is wrong").await;
            assert!(!screen.contains("wrong horse"), "it is seen:\n{screen}");
        }
    }
    terminal.shows_text("To do (").await;
    terminal
}

#[tokio::test]
async fn a_conversation_with_the_list_beside_it_leaves_the_terminal_as_it_was() {
    let terminal = Terminal::open().await;
    terminal.says("stty -a > before; $P chat; stty -a > after; echo le''ft");
    terminal.shows_text("To do (0)").await;
    terminal.says("add buy milk");
    let screen = terminal.shows_text("[ ] #1 Buy milk").await;
    assert!(screen.contains("› add buy milk"), "{screen}");
    terminal.presses(&["C-z"]);
    terminal.shows_text("To do (0)").await;
    terminal.presses(&["C-c", "C-c"]);
    let screen = terminal.shows_text("left").await;
    assert!(
        !screen.contains("To do"),
        "the chat is still there:\n{screen}"
    );
    let settings = |name: &str| fs::read_to_string(terminal.home.path().join(name)).unwrap();
    assert_eq!(settings("before"), settings("after"));
}

#[tokio::test]
async fn a_conversation_is_renamed_among_the_others_and_in_words() {
    let terminal = Terminal::open().await;
    terminal.says("$P chat");
    terminal.shows_text("To do (0)").await;
    terminal.says(":rename Groceries");
    terminal.shows_text("begins with your first message").await;
    terminal.presses(&["C-u"]);
    terminal.says("add buy milk");
    terminal.shows_text("#1 Buy milk").await;
    terminal.presses(&["C-o"]);
    terminal.shows_text("• add buy milk").await;
    terminal.presses(&["C-r"]);
    terminal.shows_text("✎ add buy milk").await;
    terminal.presses(&["C-u"]);
    terminal.says("Groceries");
    terminal.shows_text("• Groceries").await;
    terminal.presses(&["Escape"]);
    terminal
        .shows("the conversation", |screen: &str| {
            screen.contains("Groceries") && !screen.contains("Conversations")
        })
        .await;
    terminal.says(":rename The weekly shop");
    terminal
        .shows("the new title", |screen: &str| {
            screen.contains("The weekly shop") && !screen.contains(":rename")
        })
        .await;
}

#[tokio::test]
async fn a_chat_that_is_stopped_gives_the_terminal_to_the_shell_and_comes_back() {
    let terminal = Terminal::open().await;
    // A shell with job control.
    terminal.says("set -m; stty -a > before; $P chat");
    terminal.shows_text("To do (0)").await;
    let way_back = async |name: &str| {
        terminal.prompts().await;
        assert!(!terminal.is_taken_over());
        terminal.says(&format!("stty -a > {name}; jobs -l > jobs; fg"));
        terminal.writes(name).await;
        terminal.shows_text("To do (").await;
        assert!(terminal.is_taken_over());
    };
    terminal.presses(&["M-z"]);
    way_back("after-key").await;
    let job = fs::read_to_string(terminal.home.path().join("jobs")).unwrap();
    let process = job
        .split_whitespace()
        .find(|word| word.chars().all(|c| c.is_ascii_digit()))
        .unwrap_or_else(|| panic!("no process in {job}"));
    let status = std::process::Command::new("sh")
        .args(["-c", &format!("kill -TSTP {process}")])
        .status()
        .unwrap();
    assert!(status.success());
    way_back("after-signal").await;
    for name in ["after-key", "after-signal"] {
        let settings = |name: &str| fs::read_to_string(terminal.home.path().join(name)).unwrap();
        assert_eq!(settings(name), settings("before"), "{name}");
    }
    terminal.says("add buy milk");
    terminal.shows_text("[ ] #1 Buy milk").await;
}

#[tokio::test]
async fn without_a_shell_there_is_nothing_to_go_back_to() {
    let terminal = Terminal::open().await;
    terminal.says("exec $P chat");
    terminal.shows_text("To do (0)").await;
    terminal.presses(&["M-z"]);
    terminal.shows_text("no shell").await;
    terminal.says("add buy milk");
    terminal.shows_text("[ ] #1 Buy milk").await;
}

#[tokio::test]
async fn a_signal_to_end_leaves_the_terminal_as_it_was() {
    for name in ["TERM", "HUP"] {
        let terminal = Terminal::open().await;
        terminal.says("stty -a > before; sh -c 'echo $$ > process; exec $P chat'; stty -a > after");
        terminal.shows_text("To do (0)").await;
        let process = terminal.writes("process").await;
        let kill = format!("kill -{name} {process}");
        let status = std::process::Command::new("sh")
            .args(["-c", &kill])
            .status()
            .unwrap();
        assert!(status.success());
        let after = terminal.writes("after").await;
        assert_eq!(after, terminal.writes("before").await, "{name}");
        assert!(!terminal.is_taken_over(), "{name}");
    }
}

/// In its terminal, this test is a chat that panics.
#[test]
fn a_panic_leaves_the_terminal_as_it_was_and_is_read_there() {
    #[expect(
        clippy::disallowed_methods,
        reason = "tells the test in the terminal from the one that looks at it"
    )]
    let in_terminal = std::env::var_os(IN_TERMINAL).is_some();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if in_terminal {
        panic_in_the_chat(&runtime);
    }
    runtime.block_on(async {
        let me = std::env::current_exe().unwrap();
        let terminal = Terminal::open_with(&[&format!("{IN_TERMINAL}=1")]).await;
        terminal.says(&format!(
            "stty -a > before; {} --exact full_screen::a_panic_leaves_the_terminal_as_it_was_and_is_read_there \
             --nocapture > /dev/tty; stty -a > after",
            me.display()
        ));
        let after = terminal.writes("after").await;
        assert_eq!(after, terminal.writes("before").await);
        assert!(!terminal.is_taken_over());
        terminal.shows_text("the clock broke").await;
    });
}

fn panic_in_the_chat(runtime: &tokio::runtime::Runtime) {
    static LOOKS: AtomicUsize = AtomicUsize::new(0);
    let options = Options {
        style: Style::Plain,
        words: Words::of([]),
        interactive: true,
        history: None,
        conversation: None,
        timezone: None,
        new_key: String::new,
        local_now: |_| {
            // The first look is before the screen is taken over.
            assert!(
                LOOKS.fetch_add(1, Ordering::Relaxed) == 0,
                "the clock broke"
            );
            String::new()
        },
    };
    let client = Client::connect("http://127.0.0.1:9").unwrap();
    let ended = tasktalk_terminal::converse_full_screen(runtime.handle(), &client, &options);
    panic!("it should have panicked, but ended with {ended:?}");
}

#[tokio::test]
async fn who_signs_in_once_is_known_and_forgotten_on_request() {
    let home = Home::new();
    let database = format!("sqlite:{}/tasks.db", home.path().display());
    let server = Server::start(&database).await;
    let client = anna(&server).await;
    let terminal = signed_in(&server).await;
    terminal.says("add buy milk");
    terminal.shows_text("[ ] #1 Buy milk").await;
    terminal.presses(&["C-c", "C-c"]);
    terminal.shows_text("ended with 0").await;
    let address = format!("http://127.0.0.1:{}", server.port);
    let run = async |arguments: &[&str]| {
        terminal
            .home
            .run(&[&["chat", "--server", &address], arguments].concat())
            .await
    };
    let out = terminal
        .home
        .run(&["--server", &address, "what's on my list?"])
        .await
        .done();
    assert!(out.contains("Buy milk"), "{out}");
    let token = client.tokens().await.unwrap().tokens.remove(0);
    assert_eq!(token.name, "tasktalk chat");
    assert!(run(&["--sign-out"]).await.done().contains("Signed out"));
    let refused = run(&[]).await;
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(refused.err.contains("--token"), "{refused:?}");
}

#[tokio::test]
async fn what_is_said_while_the_server_restarts_is_answered_once() {
    let home = Home::new();
    let database = format!("sqlite:{}/tasks.db", home.path().display());
    let port = lasting_port();
    let server = Server::start_on(&database, port).await;
    let client = anna(&server).await;
    let terminal = signed_in(&server).await;
    server.kill().await;
    terminal.shows_text("not connected").await;
    terminal.says("add buy milk");
    terminal.shows_text("trying again").await;
    let _server = Server::start_on(&database, port).await;
    let screen = terminal.shows_text("[ ] #1 Buy milk").await;
    assert!(screen.contains("To do (1)"), "{screen}");
    terminal
        .shows("the answer", |screen| {
            screen.contains("Task #1 created") && !screen.contains("not connected")
        })
        .await;

    // Changes made elsewhere follow, a task and a conversation.
    client
        .create_task(&titled("Paint the fence"))
        .await
        .unwrap();
    terminal.shows_text("#2 Paint the fence").await;
    let list = client.tasks(&TaskListQuery::default()).await.unwrap();
    assert_eq!(list.count, 2, "each was added once");
}

fn titled(title: &str) -> NewTask {
    serde_json::from_value(serde_json::json!({"title": title})).unwrap()
}

#[tokio::test]
async fn a_reminder_rings_and_is_moved_in_words() {
    let home = Home::new();
    let database = format!("sqlite:{}/tasks.db", home.path().display());
    let at = async |clock: &str| {
        let mut command = home.command(&["serve", "--clock", clock]);
        Server::settle(&mut command, &database, 0);
        Server::listen(command, Home::new()).await
    };
    let server = at("2026-11-27T16:00:00Z").await;
    let client = anna(&server).await;
    let task = serde_json::json!({"title": "Call mum", "due": {"date_time": "2026-11-27T17:00:00", "timezone": "UTC"}});
    client
        .create_task(&serde_json::from_value(task).unwrap())
        .await
        .unwrap();
    server.stop().await;
    // An hour later, so that no machine is too slow for it.
    let server = at("2026-11-27T17:00:10Z").await;
    let terminal = signed_in(&server).await;
    terminal.shows_text("⏰ #1 Call mum").await;
    terminal.presses(&["F5"]);
    terminal.shows_text("› move #1 to").await;
    terminal.says("tomorrow at 9");
    terminal
        .shows("the answer", |screen| {
            screen.contains("Task #1 updated") && !screen.contains("⏰ #1")
        })
        .await;
}

#[tokio::test]
async fn every_size_is_usable_and_colours_are_asked_for() {
    let terminal = Terminal::open().await;
    terminal.says("$P chat");
    terminal.shows_text("To do (0)").await;
    terminal.says("add buy milk");
    terminal.shows_text("[ ] #1 Buy milk").await;
    let magenta = |screen: &str| screen.contains("\u{1b}[38;5;5m");
    let coloured = terminal.with_colours();
    assert!(magenta(&coloured), "{coloured:?}");
    terminal.tmux(&["resize-window", "-x", "20", "-y", "5"]);
    terminal
        .shows("a small conversation", |screen| {
            screen.contains("Buy milk") && screen.lines().count() <= 5
        })
        .await;
    terminal.types("done with it");
    terminal.shows_text("› done with it").await;
    terminal.tmux(&["resize-window", "-x", "250", "-y", "70"]);
    let screen = terminal.shows_text("To do (1)").await;
    assert!(screen.lines().count() > 60, "{screen}");
    terminal.presses(&["Enter"]);
    terminal.shows_text("To do (0)").await;

    let terminal = Terminal::open_with(&["NO_COLOR=1"]).await;
    terminal.says("$P chat");
    terminal.shows_text("To do (0)").await;
    let plain = terminal.with_colours();
    assert!(!magenta(&plain) && !plain.contains("38;5"), "{plain:?}");
}

#[tokio::test]
async fn what_is_pasted_waits_for_enter_and_the_language_is_the_machines() {
    let terminal = Terminal::open_with(&["LC_ALL=de_DE.UTF-8"]).await;
    terminal.says("$P chat");
    terminal.shows_text("Zu tun (0)").await;
    terminal.tmux(&[
        "set-buffer",
        "Milch kaufen\nBrot kaufen\u{1b}]0;owned\u{7}\n",
    ]);
    terminal.tmux(&["paste-buffer", "-p"]);
    let screen = terminal.shows_text("Brot kaufen]0;owned").await;
    assert!(
        screen.contains("› Milch kaufen") && screen.contains("Zu tun (0)"),
        "{screen}"
    );
}
