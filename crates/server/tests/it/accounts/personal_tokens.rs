//! Personal access tokens: what they may do, and what only a person may.

use jiff::SignedDuration;
use serde_json::json;
use tasktalk_api::{
    Client,
    me::ProfilePatch,
    tasks::{NewTask, TaskListQuery},
    tokens::{CreatedToken, ExpiresIn, NewToken},
};

use super::{refusal, with};
use crate::support::{Start, on_both_engines, on_sqlite, raw};

on_both_engines!(
    a_token_does_what_its_scopes_say,
    a_token_cannot_manage_its_owners_account,
    tokens_are_listed_and_end,
    tokens_belong_to_their_owner,
);
on_sqlite!(what_is_no_token_is_refused);

async fn make(person: &Client, scopes: &[&str]) -> CreatedToken {
    let token = NewToken {
        name: "script".to_owned(),
        scopes: scopes.iter().map(ToString::to_string).collect(),
        expires_in: None,
    };
    person.create_token(&token).await.expect("a token is made")
}

async fn a_token_does_what_its_scopes_say(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let milk = anna.add("Buy milk").await;

    let reader = with(&app, &make(&anna, &["tasks:read"]).await.token);
    assert!(reader.tasks(&TaskListQuery::default()).await.is_ok());
    let refused = reader.create_task(&NewTask::titled("No")).await;
    assert_eq!(refused.err().and_then(|error| error.status()), Some(403));

    let writer = make(&anna, &["tasks:read", "tasks:write"]).await;
    let path = format!("/api/me/tasks/{}", milk.task.id);
    let delete = raw::Request::new("DELETE", &path).token(&writer.token);
    assert_eq!(app.send(delete).await.code(), "insufficient_scope");
    let writer = with(&app, &writer.token);
    assert!(writer.create_task(&NewTask::titled("Yes")).await.is_ok());

    let deleter = make(&anna, &["tasks:delete"]).await;
    let delete = raw::Request::new("DELETE", &path).token(&deleter.token);
    assert_eq!(app.send(delete).await.status, 204);
    assert_eq!(anna.titles().await, ["Yes"]);
    app.stop().await;
}

async fn a_token_cannot_manage_its_owners_account(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let all = ["tasks:read", "tasks:write", "tasks:delete"];
    let made = make(&anna, &all).await;
    let script = with(&app, &made.token);
    assert_eq!(script.me().await.unwrap().id, anna.id());
    let token = NewToken {
        name: "child".to_owned(),
        scopes: vec!["tasks:read".to_owned()],
        expires_in: None,
    };
    let refusals = [
        script.create_token(&token).await.map(|_| ()).unwrap_err(),
        script.tokens().await.map(|_| ()).unwrap_err(),
        script.revoke_token(&made.id).await.unwrap_err(),
        script
            .update_me(&ProfilePatch::default())
            .await
            .map(|_| ())
            .unwrap_err(),
        script.delete_me().await.unwrap_err(),
    ];
    for refusal in refusals {
        assert_eq!(refusal.code(), Some("session_required"));
    }
    // The right is looked at before the body.
    let empty = super::post("/api/me/tokens", &json!({})).token(&made.token);
    assert_eq!(app.send(empty).await.code(), "session_required");
    assert_eq!(anna.tokens().await.unwrap().tokens.len(), 1);
    app.stop().await;
}

async fn tokens_are_listed_and_end(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let first = make(&anna, &["tasks:read"]).await;
    let second = NewToken {
        name: " agent ".to_owned(),
        scopes: vec!["tasks:write".to_owned()],
        expires_in: Some(ExpiresIn::Text("12h".to_owned())),
    };
    let second = anna.create_token(&second).await.unwrap();
    assert_eq!(first.expires_at.as_deref(), Some("2027-02-20T09:00:00Z"));
    assert_eq!(second.expires_at.as_deref(), Some("2026-11-22T21:00:00Z"));
    assert!(first.token.starts_with(&first.prefix) && first.prefix.len() < 10);

    assert_eq!(refusal(&app, &second.token).await, None);
    let listed = anna.tokens().await.unwrap().tokens;
    let names: Vec<_> = listed.iter().map(|token| token.name.as_str()).collect();
    assert_eq!(names, ["script", "agent"]);
    assert_eq!(listed[0].last_used_at, None);
    assert_eq!(
        listed[1].last_used_at.as_deref(),
        Some("2026-11-22T09:00:00Z")
    );
    let text = serde_json::to_string(&listed).unwrap();
    assert!(!text.contains(&first.token) && !text.contains(&second.token));

    app.clock.advance(SignedDuration::from_hours(12));
    let expired = refusal(&app, &second.token).await;
    assert_eq!(expired.as_deref(), Some("token_expired"));
    let session = super::sign_in(&app, "anna@example.com", super::PASSWORD)
        .await
        .unwrap();
    let anna = with(&app, &session.access_token);
    anna.revoke_token(&first.id).await.unwrap();
    let revoked = refusal(&app, &first.token).await;
    assert_eq!(revoked.as_deref(), Some("token_invalid"));
    let again = anna.revoke_token(&first.id).await.unwrap_err();
    assert_eq!(again.code(), Some("access_token_not_found"));
    app.stop().await;
}

async fn tokens_belong_to_their_owner(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let bob = app.signup("bob").await;
    let made = make(&anna, &["tasks:read"]).await;
    let foreign = raw::Request::new("DELETE", &format!("/api/me/tokens/{}", made.id));
    let unknown = raw::Request::new(
        "DELETE",
        "/api/me/tokens/00000000-0000-7000-8000-000000000000",
    );
    let nonsense = raw::Request::new("DELETE", "/api/me/tokens/nonsense");
    let mut answers = Vec::new();
    for request in [foreign, unknown, nonsense] {
        let request = request.token(&bob.session.access_token);
        answers.push(app.send(request).await.without_request_id());
    }
    assert_eq!(answers[0].0, 404);
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
    assert!(bob.tokens().await.unwrap().tokens.is_empty());
    assert_eq!(refusal(&app, &made.token).await, None);
    app.stop().await;
}

async fn what_is_no_token_is_refused(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let good = json!({"name": "x", "scopes": ["tasks:read"]});
    for (change, field) in [
        (json!({"name": ""}), "name"),
        (json!({"name": "x".repeat(101)}), "name"),
        (json!({"scopes": []}), "scopes"),
        (json!({"scopes": ["tasks:read", "admin"]}), "scopes"),
        (json!({"scopes": "tasks:read"}), "scopes"),
        (json!({"expires_in": 0}), "expires_in"),
        (json!({"expires_in": -1}), "expires_in"),
        (json!({"expires_in": "2y"}), "expires_in"),
        (json!({"expires_in": "never"}), "expires_in"),
        (json!({"expires_in": 366 * 24 * 3600 + 1}), "expires_in"),
        (json!({"user_id": 2}), "user_id"),
    ] {
        let mut body = good.clone();
        for (name, value) in change.as_object().unwrap() {
            body[name] = value.clone();
        }
        let request = anna
            .request("POST", "/api/me/tokens")
            .json(body.to_string());
        let answer = app.send(request).await;
        assert_eq!(answer.status, 422, "{body}");
        assert_eq!(answer.fields(), [field], "{body}");
    }
    assert!(anna.tokens().await.unwrap().tokens.is_empty());
    app.stop().await;
}
