//! A server that tries to steer the terminal with all that it says.

use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};

use crate::{program::Home, terminal::Terminal};

/// Colours, the title, the clipboard (OSC 52), a link (OSC 8), the same with C1 controls, a cleared screen, a question that the
/// terminal would answer as if typed (DA), the direction of text (UAX #9). What is left of it ends with "evil".
const TRICKS: &str = "\u{1b}[31m\u{1b}]0;owned\u{7}\u{1b}]52;c;b3duZWQ=\u{7}\u{1b}]8;;http://evil.example\u{1b}\\\u{9b}32m\
    \u{9d}0;owned\u{9c}\u{1b}[2J\u{9b}2J\u{1b}[c\u{202e}\u{2066}\u{200f}\u{7f}\u{8}\revil";

/// Serves until the test ends; the address.
async fn hostile_server(refuses: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(answer(stream, refuses));
        }
    });
    address
}

async fn answer(mut stream: TcpStream, refuses: bool) {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(count @ 1..) => request.extend_from_slice(&piece[..count]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split_whitespace().nth(1).unwrap_or_default();
    let (status, kind, body) = if refuses {
        let problem = json!({"type": "/docs", "title": TRICKS, "status": 500, "detail": TRICKS, "code": "internal",
            "request_id": TRICKS});
        ("500 No", "application/problem+json", problem.to_string())
    } else if path.contains("/events") {
        ("200 OK", "text/event-stream", ": connected\n\n".to_owned())
    } else {
        ("200 OK", "application/json", said(path).to_string())
    };
    let answer = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    // Whoever asked may have gone.
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.shutdown().await;
}

fn said(path: &str) -> Value {
    let time = "2026-11-27T09:00:00Z";
    let place = path.split('?').next().unwrap_or_default();
    match place.rsplit('/').next().unwrap_or_default() {
        "me" => {
            json!({"id": "1", "email": TRICKS, "name": TRICKS, "timezone": null, "locale": TRICKS, "settings": {},
            "model_consent": false, "created_at": time, "updated_at": time})
        }
        "tasks" => {
            json!({"tasks": [{"id": 1, "user_id": "1", "title": TRICKS, "description": TRICKS, "completed": false,
            "completed_at": null, "due": {"date_time": TRICKS, "timezone": TRICKS}, "recurrence": null, "priority": "high",
            "tags": [TRICKS], "created_at": time, "updated_at": time, "version": 1}], "count": 1, "next_cursor": null})
        }
        "reminders" => {
            json!({"reminders": [{"id": "r", "task_id": 1, "title": TRICKS, "due": {"date": "2026-11-27"},
            "occurrence": TRICKS, "fired_at": time, "late_by_seconds": 0}]})
        }
        "messages" => {
            json!({"messages": [{"id": "m", "role": "assistant", "content": TRICKS, "tool_calls": [],
            "metadata": {}, "created_at": time}], "next_cursor": null})
        }
        "chat" => {
            json!({"conversation_id": "c", "response": TRICKS, "tool_calls": [{"name": TRICKS, "arguments": {},
            "result": {"title": TRICKS}}], "success": true, "message_id": "n", "receipts": [], "engine": TRICKS,
            "confidence": 1.0, "pending": {"id": "q", "kind": "choice", "question": TRICKS, "expires_at": time,
            "options": [{"id": "1", "label": TRICKS}]}})
        }
        "conversations" => json!({"conversations": [conversation()], "next_cursor": null}),
        _ => conversation(),
    }
}

fn conversation() -> Value {
    let time = "2026-11-27T09:00:00Z";
    json!({"id": "c", "title": TRICKS, "created_at": time, "updated_at": time})
}

/// Whether text holds nothing but text.
fn is_harmless(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// Nothing has happened to the terminal but text and our own looks (SGR, ECMA-48 8.3.117).
fn assert_untouched(terminal: &Terminal) {
    let screen = terminal.with_colours();
    let mut rest = String::new();
    let mut pieces = screen.split("\u{1b}[");
    rest.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (looks, text) = piece.split_once('m').unwrap_or((piece, ""));
        assert!(
            looks.chars().all(|c| c.is_ascii_digit() || c == ';'),
            "{looks:?} in {screen}"
        );
        let red_or_green = looks.split(';').any(|look| look == "32");
        assert!(!red_or_green, "a colour that is none of ours: {screen:?}");
        rest.push_str(text);
    }
    // tmux tells its own line drawing by SO and SI.
    let rest = rest.replace(['\u{e}', '\u{f}'], "");
    assert!(is_harmless(&rest), "{rest:?}");
    let title = terminal.tmux(&["display-message", "-p", "#{pane_title}"]);
    assert!(!title.contains("owned"), "{title}");
    let clipboard = terminal.tmux(&["list-buffers"]);
    assert_eq!(clipboard, "", "something was put into the clipboard");
}

#[tokio::test]
async fn nothing_that_a_server_says_steers_the_terminal_on_the_whole_screen() {
    let server = hostile_server(false).await;
    let terminal = Terminal::open().await;
    terminal.says(&format!(
        "$P chat --server {server} --token tt_x --conversation c; echo ended"
    ));
    terminal
        .shows("all that it says", |screen| {
            screen.matches("evil").count() >= 4 && screen.contains("To do (1)")
        })
        .await;
    assert_untouched(&terminal);
    terminal.says("hello");
    // The candidate of a question stands beside its number.
    terminal.shows_text(" 1 ").await;
    assert_untouched(&terminal);
    terminal.presses(&["C-o"]);
    terminal.shows_text("Conversations").await;
    assert_untouched(&terminal);
    terminal.presses(&["Escape", "C-c", "C-c"]);
    terminal.shows_text("ended").await;
    assert_untouched(&terminal);
}

#[tokio::test]
async fn nothing_that_a_server_says_steers_the_terminal_line_by_line() {
    let server = hostile_server(false).await;
    let terminal = Terminal::open().await;
    let to = format!("--server {server} --token tt_x");
    terminal.says(&format!("$P chat {to} --plain"));
    terminal.shows_text("›").await;
    terminal.says("hello");
    terminal.shows_text("evil").await;
    terminal.says("exit");
    terminal.prompts().await;
    terminal.says(&format!(
        "clear; $P {to} hello; $P {to} --json hello; echo en''ded"
    ));
    let screen = terminal.shows_text("ended").await;
    assert!(screen.contains("evil"), "{screen}");
    assert_untouched(&terminal);
}

#[tokio::test]
async fn refusals_are_told_without_tricks() {
    let server = hostile_server(true).await;
    let terminal = Terminal::open().await;
    let to = format!("--server {server} --token tt_x");
    terminal.says(&format!("clear; $P {to} hello; $P chat {to}; $P --timezone \"$(printf '\\033[32mx\\033]0;owned\\007 evil')\" x; echo en''ded"));
    let screen = terminal.shows_text("ended").await;
    assert!(screen.matches("evil").count() >= 3, "{screen}");
    assert_untouched(&terminal);
}

#[tokio::test]
async fn json_can_be_shown_on_a_terminal_and_says_the_same() {
    let server = hostile_server(false).await;
    let home = Home::new();
    let out = home
        .run(&["--server", &server, "--token", "tt_x", "--json", "hello"])
        .await
        .done();
    assert!(is_harmless(&out), "{out:?}");
    let said: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(said["response"], TRICKS);
}

#[tokio::test]
async fn what_is_wrong_with_a_command_line_is_told_without_its_tricks() {
    let home = Home::new();
    home.run(&["migrate"]).await.done();
    let tricks = TRICKS.replace(['\r', '\u{8}'], "");
    let address = format!("sqlite:{}/{tricks}", home.path().display());
    for arguments in [
        &["chat", "--timezone", &tricks][..],
        &[&format!("--{tricks}")],
        &["token", "list", "--database-url", &address],
        &["user", "delete", &tricks],
    ] {
        let outcome = home.run(arguments).await;
        assert_ne!(outcome.code, 0, "{outcome:?}");
        assert!(
            ["evil", "account", "error:"]
                .iter()
                .any(|word| outcome.err.contains(word)),
            "{outcome:?}"
        );
        assert!(is_harmless(&outcome.err), "{outcome:?}");
    }
}

#[tokio::test]
async fn names_in_lists_are_shown_without_their_tricks() {
    let home = Home::new();
    let made = ["token", "create", "--name", "a\u{202e}b\u{2066}c"];
    let made = home.run(&made).await;
    for arguments in [
        &["token", "list"][..],
        &["token", "list", "--json"],
        &["user", "list"],
    ] {
        let listed = home.run(arguments).await;
        assert!(
            is_harmless(&listed.out) && is_harmless(&listed.err),
            "{made:?} {listed:?}"
        );
        assert_eq!(listed.code, 0, "{listed:?}");
    }
}
