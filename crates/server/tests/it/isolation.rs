//! Everyone's data is theirs alone. Driven by the OpenAPI document: a route that is not known here fails the test.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tasktalk_api::{
    conversations::ConversationQuery,
    page::PageQuery,
    tasks::{TaskListQuery, TrashQuery},
    tokens::NewToken,
};

use crate::support::{Actor, App, Listener, Start, on_both_engines, raw};

on_both_engines![
    no_route_answers_without_a_good_token,
    no_route_answers_under_another_users_id,
    a_foreign_object_is_like_an_unknown_one,
    no_route_takes_fields_it_does_not_know,
    a_token_that_may_only_read_changes_nothing,
];

/// The routes that take no token: a new one has to be put here on purpose.
const OPEN: [&str; 9] = [
    "get /api/openapi.json",
    "get /docs",
    "get /docs/style.css",
    "get /health",
    "get /health/ready",
    "post /api/auth/refresh",
    "post /api/auth/signin",
    "post /api/auth/signout",
    "post /api/auth/signup",
];

/// One operation of the document.
struct Operation {
    method: String,
    path: String,
    has_body: bool,
    needs_token: bool,
}

impl Operation {
    fn all() -> Vec<Self> {
        let document: Value = serde_json::from_str(&tasktalk_server::openapi_json()).unwrap();
        let mut operations = Vec::new();
        for (path, methods) in document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                let schemes = operation["security"].as_array();
                operations.push(Self {
                    method: method.to_uppercase(),
                    path: path.clone(),
                    has_body: operation["requestBody"].is_object(),
                    needs_token: schemes
                        .is_some_and(|all| all.iter().any(|one| one.get("bearer").is_some())),
                });
            }
        }
        operations
    }

    fn with_token() -> Vec<Self> {
        let all = Self::all();
        assert!(all.len() > 25, "the document has its routes");
        all.into_iter().filter(|one| one.needs_token).collect()
    }

    fn name(&self) -> String {
        format!("{} {}", self.method.to_lowercase(), self.path)
    }

    fn changes(&self) -> bool {
        self.method != "GET" && !self.path.ends_with("/parse")
    }

    /// Its path for a user, with the id of an object.
    fn path(&self, user: &str, id: &str) -> String {
        self.path.replace("{user_id}", user).replace("{id}", id)
    }

    /// A body that it takes.
    fn body(&self) -> Option<Value> {
        if !self.has_body {
            return None;
        }
        Some(match self.name().as_str() {
            "post /api/{user_id}/chat" | "post /api/{user_id}/parse" => {
                json!({"message": "delete everything"})
            }
            "post /api/{user_id}/undo" => {
                json!({"undo_token": "0199b5a2-7d1c-7000-8000-000000000000"})
            }
            "post /api/{user_id}/conversations" => json!({}),
            "post /api/{user_id}/tasks"
            | "put /api/{user_id}/tasks/{id}"
            | "patch /api/{user_id}/tasks/{id}"
            | "patch /api/{user_id}/conversations/{id}" => {
                json!({"title": "Mine now"})
            }
            "patch /api/{user_id}/tasks/{id}/complete" => json!({"completed": true}),
            "post /api/{user_id}/tasks/{id}/occurrence" => json!({"action": "done"}),
            "post /api/{user_id}/reminders/{id}/snooze" => json!({"minutes": 5}),
            "patch /api/me" => json!({"name": "Mine now"}),
            "post /api/me/tokens" => json!({"name": "Mine", "scopes": ["tasks:read"]}),
            other => panic!("say here what body {other} takes"),
        })
    }

    /// The request, with the body it takes.
    fn request(&self, path: &str) -> raw::Request {
        let request = raw::Request::new(&self.method, path);
        match self.body() {
            Some(body) => request.json(body.to_string()),
            None => request,
        }
    }
}

/// What Alice has, and the ids of it.
struct Belongings {
    task: String,
    conversation: String,
    token: String,
    reminder: String,
}

impl Belongings {
    async fn of(app: &App, alice: &Actor) -> Self {
        for title in ["Secret one", "Secret two", "Secret three"] {
            alice.add(title).await;
        }
        let turn = alice.chat("add secret four").await;
        let token = NewToken {
            name: "Secret token".to_owned(),
            scopes: vec!["tasks:read".to_owned()],
            expires_in: None,
        };
        let mut events = alice.events(None).await.unwrap();
        alice.chat("remind me to keep it today at 9:01").await;
        app.clock.advance(jiff::SignedDuration::from_mins(1));
        let reminder = loop {
            let event = events.next().await.unwrap().unwrap();
            if let Some(reminder) = event.reminder {
                break reminder.id;
            }
        };
        Self {
            reminder,
            task: "2".to_owned(),
            conversation: turn.conversation_id,
            token: alice.create_token(&token).await.unwrap().id,
        }
    }

    /// The id that stands for `{id}` in a path, and one of the same kind that nobody has.
    fn id(&self, path: &str) -> Option<(&str, &'static str)> {
        const NOBODYS: &str = "0199b5a2-7d1c-7000-8000-000000000000";
        if !path.contains("{id}") {
            None
        } else if path.contains("/tasks/{id}") {
            Some((&self.task, "9"))
        } else if path.contains("/conversations/{id}") {
            Some((&self.conversation, NOBODYS))
        } else if path.contains("/reminders/{id}") {
            Some((&self.reminder, NOBODYS))
        } else if path.contains("/tokens/{id}") {
            Some((&self.token, NOBODYS))
        } else {
            panic!("say here whose id {path} takes")
        }
    }
}

/// Everything that belongs to someone.
async fn everything(person: &Actor) -> Value {
    let threads = person
        .conversations(&ConversationQuery::default())
        .await
        .unwrap();
    let mut messages = Vec::new();
    for thread in &threads.conversations {
        messages.push(
            person
                .messages(&thread.id, &PageQuery::default())
                .await
                .unwrap(),
        );
    }
    json!([
        person.tasks(&TaskListQuery::default()).await.unwrap(),
        person.trash(&TrashQuery::default()).await.unwrap(),
        threads,
        messages,
        person.reminders().await.unwrap(),
        person.me().await.unwrap(),
        person
            .tokens()
            .await
            .unwrap()
            .tokens
            .iter()
            .map(|token| &token.id)
            .collect::<Vec<_>>(),
    ])
}

async fn two_people(app: &App) -> (Actor, Belongings, Actor) {
    let alice = app.signup("alice").await;
    let belongings = Belongings::of(app, &alice).await;
    (alice, belongings, app.signup("bob").await)
}

async fn no_route_answers_without_a_good_token(start: Start) {
    let open: BTreeSet<_> = Operation::all()
        .iter()
        .filter(|one| !one.needs_token)
        .map(Operation::name)
        .collect();
    assert_eq!(open, OPEN.map(str::to_owned).into());

    let app = start.app().await;
    let (alice, belongings, _) = two_people(&app).await;
    let before = everything(&alice).await;
    for operation in Operation::with_token() {
        let id = belongings.id(&operation.path).map_or("", |(id, _)| id);
        let request = operation.request(&operation.path(alice.id(), id));
        let without = app.send(request.clone()).await;
        assert_eq!(
            (without.status, without.code().as_str()),
            (401, "token_missing"),
            "{}",
            operation.name()
        );
        assert!(without.header("www-authenticate").is_some());
        for bad in ["nonsense", "tt_nonsense", "a.b.c"] {
            let answer = app.send(request.clone().token(bad)).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (401, "token_invalid"),
                "{} with {bad}",
                operation.name()
            );
            assert!(answer.header("www-authenticate").is_some());
        }
        // A token in the query string is none.
        let path = operation.path(alice.id(), id);
        let in_query = format!("{path}?access_token={}", alice.session.access_token);
        let answer = app.send(operation.request(&in_query)).await;
        assert_eq!(answer.status, 401, "{}", operation.name());
    }
    assert_eq!(everything(&alice).await, before);
    app.stop().await;
}

async fn no_route_answers_under_another_users_id(start: Start) {
    let app = start.app().await;
    let (alice, belongings, bob) = two_people(&app).await;
    let before = everything(&alice).await;
    let mut looked_at = 0;
    for operation in Operation::with_token() {
        if !operation.path.contains("{user_id}") {
            continue;
        }
        looked_at += 1;
        let id = belongings.id(&operation.path).map_or("", |(id, _)| id);
        let mut answers = Vec::new();
        for user in [alice.id(), "999999", "0", "ME", "alice@example.com"] {
            let request = operation
                .request(&operation.path(user, id))
                .token(&bob.session.access_token);
            let answer = app.send(request).await;
            assert_eq!(
                (answer.status, answer.code().as_str()),
                (403, "wrong_user"),
                "{} as {user}",
                operation.name()
            );
            answers.push(answer.without_request_id());
        }
        let first = &answers[0];
        assert!(
            answers.iter().all(|answer| answer == first),
            "{} tells whether a user exists",
            operation.name()
        );
    }
    assert!(looked_at > 15);
    assert_eq!(everything(&alice).await, before);
    app.stop().await;
}

async fn a_foreign_object_is_like_an_unknown_one(start: Start) {
    let app = start.app().await;
    let (alice, belongings, bob) = two_people(&app).await;
    let before = everything(&alice).await;
    let mut looked_at = 0;
    for operation in Operation::with_token() {
        let Some((foreign, unknown)) = belongings.id(&operation.path) else {
            continue;
        };
        looked_at += 1;
        let mut answers = Vec::new();
        for id in [foreign, unknown] {
            let request = operation
                .request(&operation.path("me", id))
                .token(&bob.session.access_token);
            let answer = app.send(request).await;
            assert_eq!(answer.status, 404, "{} of {id}", operation.name());
            answer.code();
            let mut answer = answer.without_request_id();
            // The sentence may repeat the number that was asked for.
            let text = answer.2.to_string().replace(&format!("#{id}"), "#…");
            answer.2 = text.into();
            answers.push(answer);
        }
        assert_eq!(answers[0], answers[1], "{}", operation.name());
    }
    assert!(looked_at > 8);
    assert_eq!(everything(&alice).await, before);
    app.stop().await;
}

async fn no_route_takes_fields_it_does_not_know(start: Start) {
    let app = start.app().await;
    let (alice, belongings, _) = two_people(&app).await;
    let before = everything(&alice).await;
    for operation in Operation::all().iter().filter(|one| one.has_body) {
        let id = belongings.id(&operation.path).map_or("", |(id, _)| id);
        let answer = app
            .send(
                raw::Request::new(&operation.method, &operation.path("me", id))
                    .token(&alice.session.access_token)
                    .json(r#"{"surprise":true}"#),
            )
            .await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (422, "invalid_request"),
            "{}",
            operation.name()
        );
        assert_eq!(answer.fields(), ["surprise"], "{}", operation.name());
    }
    assert_eq!(everything(&alice).await, before);
    app.stop().await;
}

async fn a_token_that_may_only_read_changes_nothing(start: Start) {
    let app = start.app().await;
    let (alice, belongings, _) = two_people(&app).await;
    let reader = NewToken {
        name: "reader".to_owned(),
        scopes: vec!["tasks:read".to_owned()],
        expires_in: None,
    };
    let token = alice.create_token(&reader).await.unwrap().token;
    let before = alice.list().await;
    for operation in Operation::with_token() {
        let id = belongings.id(&operation.path).map_or("", |(id, _)| id);
        let name = operation.name();
        let request = operation.request(&operation.path("me", id)).token(&token);
        if name == "get /api/{user_id}/events" {
            // Its answer never ends.
            Listener::open(app.address, &request).await;
            continue;
        }
        let answer = app.send(request).await;
        if name == "post /api/{user_id}/chat" {
            // A turn is answered; its tools refuse.
            assert_eq!(answer.status, 200);
            assert_eq!(answer.json()["success"], false);
        } else if operation.changes() || name.contains("/api/me/tokens") {
            assert_eq!(answer.status, 403, "{name}");
            assert!(
                ["insufficient_scope", "session_required"].contains(&answer.code().as_str()),
                "{name}"
            );
        } else {
            let running = name.ends_with("/stream");
            assert_eq!(answer.status, if running { 204 } else { 200 }, "{name}");
        }
    }
    assert_eq!(alice.list().await, before);
    app.stop().await;
}
