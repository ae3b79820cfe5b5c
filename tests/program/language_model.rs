//! A language model and the whole program: what is left after a kill in the middle, and what the log knows.

use serde_json::{Value, json};
use tasktalk_scripted_model::{ScriptedModel, Step};
use tempfile::TempDir;
use tokio::net::TcpStream;

use crate::{http, program::Home, server::Server};

const KEY: &str = "sk-canary-90b1";
const UNSURE: &str = "might be worth picking up the zebra at 4, or so they say";

/// A server with this model, on a database in a folder.
async fn start(folder: &TempDir, model: &ScriptedModel) -> Server {
    let home = Home::new();
    let mut command = home.command(&["serve"]);
    let database = format!("sqlite:{}", folder.path().join("tasktalk.db").display());
    Server::settle(&mut command, &database, 0);
    command
        .env("OPENAI_API_KEY", KEY)
        .env("OPENAI_BASE_URL", model.base_url())
        .env("OUTBOUND_ALLOWED", model.host())
        .env("MODEL_CONSENT", "given")
        .env("LOG_LEVEL", "trace");
    Server::listen(command, home).await
}

async fn sign(server: &Server, how: &str) -> String {
    let body = json!({"email": "anna@example.com", "password": "correct horse"}).to_string();
    let answer = http::ask(server.port, &format!("POST /api/auth/{how}"), None, &body).await;
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

async fn say(server: &Server, token: &str, message: &str) -> Value {
    let body = json!({"message": message}).to_string();
    http::ask(server.port, "POST /api/me/chat", Some(token), &body)
        .await
        .json()
}

#[tokio::test]
async fn neither_the_key_nor_what_was_said_is_in_the_log_or_a_reply() {
    let folder = TempDir::new().unwrap();
    let body = format!("{{\"error\":{{\"message\":\"Incorrect API key provided: {KEY}\"}}}}");
    let model = ScriptedModel::start([Step::Status(401, Vec::new(), body.into_bytes())]).await;
    let server = start(&folder, &model).await;
    let token = sign(&server, "signup").await;
    let replies = [
        say(&server, &token, UNSURE).await,
        say(&server, &token, UNSURE).await,
    ];
    assert!(model.asked()[0].head.contains(KEY), "it was sent");
    let log = server.log();
    assert!(log.contains("check OPENAI_API_KEY"), "{log}");
    assert_eq!(log.matches("check OPENAI_API_KEY").count(), 1, "once");
    for text in [&log, &json!(replies).to_string()] {
        assert!(!text.contains("canary"));
    }
    assert!(!log.contains("zebra"), "nothing of what people say");
    assert!(server.stop().await.success());
}

#[tokio::test]
async fn a_kill_while_the_model_is_asked_leaves_a_message_and_nothing_half_done() {
    let folder = TempDir::new().unwrap();
    let model = ScriptedModel::start([Step::Hang]).await;
    let server = start(&folder, &model).await;
    let token = sign(&server, "signup").await;
    say(&server, &token, "add buy milk").await;
    let request = json!({"message": UNSURE}).to_string();
    let mut stream = TcpStream::connect(("127.0.0.1", server.port))
        .await
        .unwrap();
    let head = http::head("POST /api/me/chat", Some(&token), &request);
    let sent = format!("{head}\r\n{request}");
    tokio::io::AsyncWriteExt::write_all(&mut stream, sent.as_bytes())
        .await
        .unwrap();
    while model.asked().is_empty() {
        tokio::task::yield_now().await;
    }
    server.kill().await;

    let server = start(&folder, &model).await;
    let token = sign(&server, "signin").await;
    let listed = say(&server, &token, "what's on my list?").await;
    let reply = listed["response"].as_str().unwrap();
    assert!(
        reply.contains("Buy milk") && !reply.contains("zebra"),
        "{reply}"
    );
    let newest = http::ask(server.port, "GET /api/me/conversations", Some(&token), "")
        .await
        .json();
    let kept: Vec<&str> = newest["conversations"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|conversation| conversation["title"].as_str())
        .collect();
    assert!(
        kept.iter().any(|title| title.contains("picking up")),
        "the message was safe: {kept:?}"
    );
    assert!(server.stop().await.success());
}

#[tokio::test]
async fn the_terminal_asks_a_model_of_its_own_once_that_is_agreed_to() {
    let command = json!({"intent": "add_task", "confidence": 0.95, "task_ids": [], "title": "Picking up the kids",
        "when": "at 4", "priority": null, "tags": [], "status": null});
    let reading = Step::Json(json!({"commands": [command], "is_question": false}));
    let model = ScriptedModel::start([reading]).await;
    let home = Home::new();
    let (url, host) = (model.base_url(), model.host());
    let settings = ["--openai-base-url", &url, "--outbound-allowed", &host];
    let message = "I was thinking it'd be good not to forget picking up the kids at 4";
    let alone = home.run(&[&settings[..], &[message]].concat()).await;
    assert!(model.asked().is_empty(), "nobody agreed: {}", alone.out);
    let agreed = [&settings[..], &["--model-consent", "given"]].concat();
    let once = home
        .run(&[&agreed[..], &["--json", "--new", message]].concat())
        .await;
    let answered: Value = serde_json::from_str(&once.done()).unwrap();
    assert_eq!(answered["engine"], "gpt-4.1-mini");
    assert_eq!(answered["receipts"][0]["op"], "created");
    assert_eq!(model.asked().len(), 1);

    model.now([Step::Words("The kids come first.".to_owned())]);
    let chat = [&["chat"], &agreed[..]].concat();
    let told = home.run_with(&chat, "what should I do first?\n").await;
    assert!(told.done().contains("The kids come first."));

    let refused = home.run(&["--openai-base-url", &url, "add buy milk"]).await;
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("OUTBOUND_ALLOWED"), "{}", refused.err);
}

#[tokio::test]
async fn a_stream_that_a_restart_cut_off_is_ended_in_its_conversation() {
    let folder = TempDir::new().unwrap();
    let go_on = std::sync::Arc::new(tokio::sync::Notify::new());
    let words = Step::Pausing("Pay the rent. And ".to_owned(), go_on, String::new());
    let model = ScriptedModel::start([words]).await;
    let server = start(&folder, &model).await;
    let token = sign(&server, "signup").await;
    let request = json!({"message": "what should I do first?"}).to_string();
    let mut stream = TcpStream::connect(("127.0.0.1", server.port))
        .await
        .unwrap();
    let head = http::head("POST /api/me/chat", Some(&token), &request);
    let sent = format!("{head}accept: text/event-stream\r\n\r\n{request}");
    tokio::io::AsyncWriteExt::write_all(&mut stream, sent.as_bytes())
        .await
        .unwrap();
    let mut told = String::new();
    let mut buffer = [0; 4096];
    while !told.contains("Pay the rent") {
        let read = tokio::io::AsyncReadExt::read(&mut stream, &mut buffer)
            .await
            .unwrap();
        assert!(read > 0, "{told}");
        told.push_str(&String::from_utf8_lossy(&buffer[..read]));
    }
    let (_, from) = told
        .split_once("\"data-conversation\",\"data\":{\"id\":\"")
        .unwrap();
    let path = format!("/api/me/conversations/{}", &from[..36]);
    server.kill().await;

    // The same database, a minute later: what nobody finishes any more is ended, and the page that asks for it hears it.
    let home = Home::new();
    let mut command = home.command(&["serve"]);
    let database = format!("sqlite:{}", folder.path().join("tasktalk.db").display());
    Server::settle(&mut command, &database, 0);
    let now = tasktalk_domain::Clock::system().now();
    let later = now + jiff::SignedDuration::from_mins(2);
    command.env("TASKTALK_CLOCK", later.to_string());
    let server = Server::listen(command, home).await;
    let token = sign(&server, "signin").await;
    let mut last = String::new();
    while !last.contains("got no answer") {
        let running = http::ask(server.port, &format!("GET {path}/stream"), Some(&token), "").await;
        assert!([200, 204].contains(&running.status), "{}", running.status);
        let page = http::ask(
            server.port,
            &format!("GET {path}/messages"),
            Some(&token),
            "",
        )
        .await;
        let page = page.json();
        let messages = page["messages"].as_array().unwrap();
        assert_eq!(messages[0]["content"], "what should I do first?");
        last = messages.last().unwrap()["content"]
            .as_str()
            .unwrap()
            .to_owned();
    }
    assert!(server.stop().await.success());
}
