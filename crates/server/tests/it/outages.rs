//! A full disk and a stopped database: refused with 503, nothing changed, and working again by itself.

use crate::support::{Start, on_both_engines, raw};

mod sqlite_only {
    crate::support::on_sqlite![a_full_disk_refuses_changes_and_still_answers_questions];
    use super::a_full_disk_refuses_changes_and_still_answers_questions;
}
mod postgres_only {
    #[tokio::test]
    async fn a_stopped_database_is_a_503_until_it_is_back() {
        crate::support::Start::on(
            tasktalk_storage::Engine::Postgres,
            super::a_stopped_database_is_a_503_until_it_is_back,
        )
        .await;
    }
}
on_both_engines![a_closed_database_is_not_ready];

async fn a_full_disk_refuses_changes_and_still_answers_questions(mut start: Start) {
    start.options.size_limit = Some(1024 * 1024);
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let long = "x".repeat(1_900);
    let body = format!(r#"{{"title":"Fill the disk","description":"{long}"}}"#);
    let mut kept = 0;
    let refused = loop {
        let answer = app
            .send(alice.request("POST", "/api/me/tasks").json(body.clone()))
            .await;
        if answer.status != 201 {
            break answer;
        }
        kept += 1;
        assert!(kept < 2_000, "the disk never filled");
    };
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (503, "unavailable")
    );
    assert!(refused.header("retry-after").is_some());
    let listed = app
        .send(alice.request("GET", "/api/me/tasks?limit=1"))
        .await;
    assert_eq!(listed.json()["count"], kept);
    app.stop().await;

    start.options.size_limit = None;
    let app = start.app().await;
    let again = app
        .send(alice.request("POST", "/api/me/tasks").json(body))
        .await;
    assert_eq!(again.status, 201);
    app.stop().await;
}

async fn a_stopped_database_is_a_503_until_it_is_back(mut start: Start) {
    start.options.patience = std::time::Duration::from_millis(500);
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.add("Buy milk").await;
    start.database.stop().await;
    for request in [
        alice.request("GET", "/api/me/tasks"),
        alice
            .request("POST", "/api/me/chat")
            .json(r#"{"message":"add buy eggs"}"#),
        raw::Request::new("GET", "/health/ready"),
    ] {
        let answer = app.send(request).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (503, "unavailable")
        );
        assert!(answer.header("retry-after").is_some());
    }
    assert_eq!(app.client.health().await.unwrap().status, "ok");

    start.database.go_on().await;
    assert_eq!(alice.titles().await, ["Buy milk"]);
    alice.chat("add buy eggs").await;
    assert_eq!(app.client.ready().await.unwrap().status, "ok");
    app.stop().await;
}

async fn a_closed_database_is_not_ready(start: Start) {
    let app = start.app().await;
    app.database.close().await;
    let refused = app.client.ready().await.unwrap_err();
    assert_eq!(refused.status(), Some(503));
    assert_eq!(app.client.health().await.unwrap().status, "ok");
    app.stop().await;
}
