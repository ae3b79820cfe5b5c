//! The published quick start, request by request, and what is left of it after a restart.

use serde_json::{Value, json};
use tasktalk_storage::{Engine, testing::TestDatabase};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use crate::{
    http::{Answer, ask, head},
    program::{PATIENCE, signal},
    server::Server,
};

/// Signs up, and gives the number of the account and its token.
async fn sign_up(port: u16) -> (String, String) {
    let body = json!({ "email": "anna@example.com", "password": "correct horse" }).to_string();
    let answer = ask(port, "POST /api/auth/signup", None, &body).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    let session = answer.json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    (text(&session["user"]["id"]), text(&session["access_token"]))
}

#[tokio::test]
async fn the_quick_start_works_word_for_word_and_outlives_a_restart() {
    let database = TestDatabase::create(Engine::Sqlite).await.unwrap();
    let server = Server::start(&database.address()).await;
    let health = ask(server.port, "GET /health", None, "").await;
    assert_eq!(
        (health.status, health.json()),
        (200, json!({ "status": "ok" }))
    );

    let (user, token) = sign_up(server.port).await;
    assert_eq!(user, "1");
    let chat = "POST /api/1/chat";
    let body = r#"{"message": "Add task to buy groceries"}"#;
    let answer = ask(server.port, chat, Some(&token), body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("content-type"), Some("application/json"));
    let turn = answer.json();
    assert_eq!(turn["response"], "✅ Task #1 created: **Buy groceries**");
    assert_eq!(turn["success"], true);
    assert_eq!(turn["tool_calls"][0]["name"], "add_task");
    assert_eq!(turn["tool_calls"][0]["result"]["task_id"], 1);
    let conversation = turn["conversation_id"].clone();

    let list = ask(server.port, "GET /api/1/conversations", Some(&token), "").await;
    assert_eq!(list.json()["conversations"][0]["id"], conversation);

    assert_eq!(server.stop().await.code(), Some(0));
    let server = Server::start(&database.address()).await;

    let task = ask(server.port, "GET /api/1/tasks/1", Some(&token), "").await;
    assert_eq!(task.json()["title"], "Buy groceries");
    let body = json!({ "message": "Mark it as complete", "conversation_id": conversation });
    let answer = ask(server.port, chat, Some(&token), &body.to_string()).await;
    assert_eq!(answer.json()["success"], true, "{}", answer.body);
    let task = ask(server.port, "GET /api/1/tasks/1", Some(&token), "").await;
    assert_eq!(task.json()["completed"], true);
}

#[tokio::test]
async fn a_stopping_server_answers_what_is_in_work_and_ends_well() {
    let database = TestDatabase::create(Engine::Sqlite).await.unwrap();
    let mut server = Server::start(&database.address()).await;
    let (_, token) = sign_up(server.port).await;

    // The server says "continue" once it works on the request, so that it is known to be in work.
    let body = r#"{"message": "Add task to buy groceries"}"#;
    let head = head("POST /api/1/chat", Some(&token), body) + "Expect: 100-continue\r\n\r\n";
    let mut stream = TcpStream::connect(("127.0.0.1", server.port))
        .await
        .unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; "HTTP/1.1 100 Continue\r\n\r\n".len()];
    timeout(PATIENCE, stream.read_exact(&mut go_on))
        .await
        .expect("the server does not say 'continue'")
        .unwrap();
    assert!(go_on.starts_with(b"HTTP/1.1 100"));

    signal(&server.child, "TERM").await;
    stream.write_all(body.as_bytes()).await.unwrap();
    let answer = Answer::read(&mut stream).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let ended = timeout(PATIENCE, server.child.wait())
        .await
        .expect("it did not stop");
    assert_eq!(ended.unwrap().code(), Some(0), "{}", server.log());

    let server = Server::start(&database.address()).await;
    let task = ask(server.port, "GET /api/1/tasks/1", Some(&token), "").await;
    assert_eq!(task.json()["title"], "Buy groceries");
}
