//! External mode: OAuth access tokens that were issued for exactly this endpoint.

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use tasktalk_server::{Settings, settings::AuthMode};

use super::agent::post;
use crate::support::{App, NOW, Start, on_both_engines, on_sqlite, raw};

on_both_engines!(a_token_for_this_endpoint_does_what_it_was_given_for);
on_sqlite!(
    every_other_token_is_refused,
    agents_are_told_where_tokens_come_from,
    without_an_issuer_there_is_no_oauth,
);

const SECRET: &str = "5f1d7a3e9b60c84f2d13e57a9c40b86e";
const ISSUER: &str = "https://login.example.com";
const URL: &str = "https://tasks.example.com/mcp";

fn external(settings: &mut Settings) {
    settings.auth.auth_mode = AuthMode::External;
    settings.auth.jwt_secret = Some(SECRET.parse().unwrap());
    settings.auth.jwt_issuer = Some(ISSUER.to_owned());
    settings.mcp.mcp_url = Some(URL.parse().unwrap());
}

fn claims() -> Value {
    let now: Timestamp = NOW.parse().unwrap();
    json!({"sub": "anna", "iss": ISSUER, "aud": URL, "scope": "openid tasks:read tasks:write",
        "exp": now.as_second() + 600})
}

fn sign(claims: &Value) -> String {
    let key = EncodingKey::from_secret(SECRET.as_bytes());
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &key).unwrap()
}

async fn call(app: &App, token: &str, tool: &str, arguments: Value) -> raw::Answer {
    let message = json!({"jsonrpc": "2.0", "id": 1, "method": "tools/call",
        "params": {"name": tool, "arguments": arguments}});
    app.send(post(&message).token(token)).await
}

async fn a_token_for_this_endpoint_does_what_it_was_given_for(start: Start) {
    let app = start.app_with(external).await;
    let token = sign(&claims());
    let added = call(&app, &token, "add_task", json!({"title": "Buy milk"})).await;
    assert_eq!(added.json()["result"]["structuredContent"]["task_id"], 1);
    let listed = call(&app, &token, "list_tasks", json!({"user_id": "anna"})).await;
    assert_eq!(listed.json()["result"]["structuredContent"]["count"], 1);
    let refused = call(&app, &token, "delete_task", json!({"task_id": 1})).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (403, "insufficient_scope")
    );
    let challenge = refused.header("www-authenticate").unwrap();
    assert!(
        challenge.contains(r#"scope="tasks:delete""#) && challenge.contains("resource_metadata=")
    );
    // A list works as well as words, and so does an audience among others.
    let mut listed = claims();
    listed["scope"] = Value::Null;
    listed["scp"] = json!(["tasks:delete"]);
    listed["aud"] = json!(["https://other.example", URL]);
    let deleted = call(&app, &sign(&listed), "delete_task", json!({"task_id": 1})).await;
    assert_eq!(deleted.status, 200);
    // What was given to an agent opens nothing else.
    let api = raw::Request::new("GET", "/api/me/tasks").token(&token);
    assert_eq!(app.send(api).await.code(), "token_invalid");
    app.stop().await;
}

async fn every_other_token_is_refused(start: Start) {
    let app = start.app_with(external).await;
    let with = |name: &str, value: Value| {
        let mut claims = claims();
        claims[name] = value;
        claims
    };
    for wrong in [
        with("aud", json!("https://tasks.example.com")),
        with("aud", json!("https://tasks.example.com/mcp/")),
        with("aud", Value::Null),
        with("iss", json!("https://evil.example")),
        with("iss", Value::Null),
        with("token_use", json!("refresh")),
    ] {
        let refused = call(&app, &sign(&wrong), "list_tasks", json!({})).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (401, "token_invalid"),
            "{wrong}"
        );
        let challenge = refused.header("www-authenticate").unwrap();
        assert!(
            challenge.contains(r#"error="invalid_token""#),
            "{challenge}"
        );
    }
    let expired = call(
        &app,
        &sign(&with("exp", json!(1_000))),
        "list_tasks",
        json!({}),
    )
    .await;
    assert_eq!(
        (expired.status, expired.code().as_str()),
        (401, "token_expired")
    );
    // "alg": "none", unsigned.
    let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJhbm5hIn0.";
    assert_eq!(
        call(&app, unsigned, "list_tasks", json!({})).await.status,
        401
    );
    // A token of the app's own pages, without this audience, is still theirs.
    let page = sign(&with("aud", json!("the-app")));
    let api = raw::Request::new("GET", "/api/me/tasks").token(&page);
    assert_eq!(app.send(api).await.status, 200);
    assert_eq!(call(&app, &page, "list_tasks", json!({})).await.status, 401);
    // Good, but for nothing of ours.
    let idle = sign(&with("scope", json!("openid")));
    assert_eq!(call(&app, &idle, "list_tasks", json!({})).await.status, 403);
    app.stop().await;
}

async fn agents_are_told_where_tokens_come_from(start: Start) {
    let app = start.app_with(external).await;
    let nobody = app.send(post(&json!({}))).await;
    assert_eq!(
        nobody.header("www-authenticate"),
        Some(
            "Bearer realm=\"tasktalk\", scope=\"tasks:read tasks:write tasks:delete\", \
             resource_metadata=\"https://tasks.example.com/.well-known/oauth-protected-resource/mcp\""
        )
    );
    for path in [
        "/.well-known/oauth-protected-resource/mcp",
        "/.well-known/oauth-protected-resource",
    ] {
        let told = app.send(raw::Request::new("GET", path)).await.json();
        assert_eq!(told["resource"], URL);
        assert_eq!(told["authorization_servers"], json!([ISSUER]));
        assert_eq!(
            told["scopes_supported"],
            json!(["tasks:read", "tasks:write", "tasks:delete"])
        );
        assert_eq!(told["bearer_methods_supported"], json!(["header"]));
    }
    app.stop().await;
}

async fn without_an_issuer_there_is_no_oauth(start: Start) {
    let app = start
        .app_with(|settings| {
            external(settings);
            settings.auth.jwt_issuer = None;
        })
        .await;
    assert_eq!(
        call(&app, &sign(&claims()), "list_tasks", json!({}))
            .await
            .status,
        401
    );
    let metadata = raw::Request::new("GET", "/.well-known/oauth-protected-resource/mcp");
    assert_eq!(app.send(metadata).await.status, 404);
    app.stop().await;
}
