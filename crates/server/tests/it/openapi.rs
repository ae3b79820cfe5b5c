//! The committed document, and what it says.

use crate::support::{Start, on_sqlite, raw};

on_sqlite![
    the_document_and_its_page_are_served,
    paths_and_methods_that_are_not_there_are_told_apart,
];

#[test]
fn the_committed_document_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi.json");
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    let current = tasktalk_server::openapi_json() + "\n";
    assert!(
        committed == current,
        "openapi.json is not what the code says: run `cargo run -- openapi > openapi.json`"
    );
}

#[test]
fn every_operation_is_described() {
    let document: serde_json::Value =
        serde_json::from_str(&tasktalk_server::openapi_json()).unwrap();
    let tags: Vec<_> = document["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| &tag["name"])
        .collect();
    let mut ids = std::collections::HashSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let place = format!("{method} {path}");
            assert!(operation["summary"].is_string(), "{place} has no summary");
            assert!(
                tags.contains(&&operation["tags"][0]),
                "{place} has no known tag"
            );
            let id = operation["operationId"].as_str().expect("an operation id");
            assert!(ids.insert(id.to_owned()), "{id} is there twice");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                assert!(parameter["description"].is_string(), "{place}: {parameter}");
            }
        }
    }
}

async fn the_document_and_its_page_are_served(start: Start) {
    let app = start.app().await;
    let document = app.client.openapi().await.unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
    let page = app.send(raw::Request::new("GET", "/docs")).await;
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    let html = String::from_utf8(page.body).unwrap();
    assert!(html.contains("/api/{user_id}/chat"));
    assert!(
        !html.contains("//cdn") && !html.contains("https://"),
        "the page needs nobody else"
    );
    let style = app.send(raw::Request::new("GET", "/docs/style.css")).await;
    assert_eq!(style.status, 200);
    app.stop().await;
}

async fn paths_and_methods_that_are_not_there_are_told_apart(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let missing = app.send(alice.request("GET", "/api/me/nothing")).await;
    assert_eq!(
        (missing.status, missing.code().as_str()),
        (404, "route_not_found")
    );
    for (method, path, allowed) in [
        ("DELETE", "/api/me/chat", "POST"),
        ("TRACE", "/health", "GET"),
        ("BREW", "/api/me/tasks", "POST"),
        ("POST", "/api/me/tasks/1", "PATCH"),
    ] {
        let answer = app.send(alice.request(method, path)).await;
        assert_eq!(answer.status, 405, "{method} {path}");
        assert_eq!(answer.code(), "method_not_allowed");
        let allow = answer.header("allow").unwrap_or_default();
        assert!(allow.contains(allowed), "{method} {path}: {allow}");
    }
    app.stop().await;
}
