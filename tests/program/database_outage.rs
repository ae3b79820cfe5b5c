//! A database that can't be used for a while: callers are told to come back, and nobody has to restart anything.

use std::time::Duration;

use serde_json::json;
use tasktalk_storage::{Engine, testing::TestDatabase};
use tokio::{
    process::Command,
    time::{Instant, sleep},
};

use crate::{
    http::{Answer, ask},
    program::Home,
    server::Server,
};

const CHAT: &str = "POST /api/me/chat";
const MILK: &str = r#"{"message": "Add task to buy milk"}"#;
/// Within this time it has to work again.
const RECOVERY: Duration = Duration::from_secs(15);

async fn sign_up(server: &Server) -> String {
    let body = json!({ "email": "anna@example.com", "password": "correct horse" }).to_string();
    let answer = ask(server.port, "POST /api/auth/signup", None, &body).await;
    answer.json()["access_token"].as_str().unwrap().to_owned()
}

/// What everyone is told who comes while the database is away.
fn assert_come_back(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.body);
    assert_eq!(
        answer.header("content-type"),
        Some("application/problem+json")
    );
    let seconds: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!(seconds >= 1);
    let problem = answer.json();
    assert_eq!(problem["code"], "unavailable");
    assert_eq!(problem["status"], 503);
}

/// Asks again, as a client does that was told to, until it is answered.
async fn assert_recovers(server: &Server, first_line: &str, token: &str, body: &str) -> Answer {
    let deadline = Instant::now() + RECOVERY;
    loop {
        let answer = ask(server.port, first_line, Some(token), body).await;
        if answer.status == 200 {
            return answer;
        }
        assert_come_back(&answer);
        assert!(
            Instant::now() < deadline,
            "it does not recover:\n{}",
            server.log()
        );
        sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn a_stopped_postgresql_means_come_back_and_then_it_works_again() {
    let Some(database) = TestDatabase::create(Engine::Postgres).await else {
        return;
    };
    let server = Server::start(&database.address()).await;
    let token = sign_up(&server).await;

    database.stop().await;
    assert_come_back(&ask(server.port, CHAT, Some(&token), MILK).await);
    assert_come_back(&ask(server.port, "GET /api/me/tasks", Some(&token), "").await);
    assert_come_back(&ask(server.port, "GET /health/ready", None, "").await);
    assert_eq!(ask(server.port, "GET /health", None, "").await.status, 200);

    database.go_on().await;
    let answer = assert_recovers(&server, CHAT, &token, MILK).await;
    // What was refused had changed nothing: this is the first task.
    assert_eq!(
        answer.json()["response"],
        "✅ Task #1 created: **Buy milk**"
    );
    assert_eq!(
        ask(server.port, "GET /health/ready", None, "").await.status,
        200
    );
    assert_eq!(server.stop().await.code(), Some(0));
}

#[tokio::test]
async fn a_full_disk_means_come_back_and_then_it_works_again() {
    let database = TestDatabase::create(Engine::Sqlite).await.unwrap();
    let home = Home::new();
    // To a program, a file that may not grow is a full disk. The limit is a soft one: it can be lifted again.
    let program = env!("CARGO_BIN_EXE_tasktalk");
    let script = format!("trap '' XFSZ; ulimit -S -f 2048; exec {program} serve");
    let mut command = Command::new("sh");
    command
        .args(["-c", &script])
        .current_dir(home.path())
        .env_clear()
        .kill_on_drop(true);
    Server::settle(&mut command, &database.address(), 0);
    let server = Server::listen(command, home).await;
    let token = sign_up(&server).await;

    let long = json!({ "message": format!("Add task to {}", "read ".repeat(700)) }).to_string();
    let mut answered = 0;
    let refused = loop {
        let answer = ask(server.port, CHAT, Some(&token), &long).await;
        if answer.status != 200 {
            break answer;
        }
        answered += 1;
        assert!(answered < 2_000, "the disk does not fill");
    };
    assert_come_back(&refused);
    // What was written can still be read.
    let list = ask(server.port, "GET /api/me/tasks?limit=1", Some(&token), "").await;
    assert_eq!(list.status, 200, "{}", list.body);

    let process = server.child.id().unwrap().to_string();
    let lifted = Command::new("prlimit")
        .args(["--pid", &process, "--fsize=unlimited:"])
        .status()
        .await
        .unwrap();
    assert!(lifted.success());
    assert_recovers(&server, CHAT, &token, MILK).await;
    assert_eq!(server.stop().await.code(), Some(0));
    assert_eq!(database.texts("PRAGMA integrity_check").await, ["ok"]);
}
