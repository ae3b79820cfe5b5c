//! A language model behind the HTTP API.

use std::{sync::Arc, time::Duration};

use jiff::SignedDuration;
use serde_json::json;
use tasktalk_api::{Patch, chat::ChatRequest, me::ProfilePatch, page::PageQuery};
use tasktalk_scripted_model::{ScriptedModel, Step};
use tasktalk_server::{Settings, assemble, settings::AdminAddress};
use tokio::sync::Notify;

use crate::support::{Actor, App, Start, free_port, on_both_engines, on_sqlite, raw};

on_both_engines![
    the_model_is_asked_once_the_person_agrees,
    a_repeated_message_is_told_to_come_back,
    what_an_instance_left_behind_is_ended_by_one_without_a_model,
];
on_sqlite![
    what_it_did_and_cost_is_counted,
    a_dead_model_is_told_about_in_time,
    a_model_that_may_not_be_reached_is_no_start,
];

pub(crate) const UNSURE: &str =
    "I was thinking it'd be good not to forget picking up the kids at 4";

fn pick_up_the_kids() -> Step {
    let command = json!({"intent": "add_task", "confidence": 0.95, "title": "Pick up the kids", "when": "at 4"});
    Step::Json(json!({"commands": [command], "is_question": false}))
}

pub(crate) fn with(settings: &mut Settings, server: &ScriptedModel) {
    settings.model.openai_base_url = Some(server.base_url());
    settings.model.openai_api_key = Some("sk-canary".parse().unwrap());
    "scripted".clone_into(&mut settings.model.openai_model);
    settings.network.outbound.outbound_allowed = vec![server.host().parse().unwrap()];
}

pub(crate) async fn agree(person: &Actor) {
    let patch = ProfilePatch {
        model_consent: Patch::Set(true),
        ..ProfilePatch::default()
    };
    person.update_me(&patch).await.unwrap();
}

async fn app(start: &Start, server: &ScriptedModel) -> App {
    start.app_with(|settings| with(settings, server)).await
}

async fn the_model_is_asked_once_the_person_agrees(start: Start) {
    let server = ScriptedModel::start([pick_up_the_kids()]).await;
    let app = app(&start, &server).await;
    let alice = app.signup("alice").await;
    assert_eq!(alice.chat(UNSURE).await.engine, "embedded");
    assert!(server.asked().is_empty());
    agree(&alice).await;
    let turn = alice.chat(UNSURE).await;
    assert_eq!(turn.engine, "scripted");
    assert_eq!(alice.titles().await, ["Pick up the kids"]);
    let page = alice
        .messages(&turn.conversation_id, &PageQuery::default())
        .await
        .unwrap();
    let used = page.messages[1].metadata.model.clone().unwrap();
    assert_eq!(used.outcome, "commands");
    assert_eq!((used.prompt_tokens, used.completion_tokens), (100, 20));
    app.stop().await;
}

async fn a_repeated_message_is_told_to_come_back(start: Start) {
    let go_on = Arc::new(Notify::new());
    let slow = Step::When(Arc::clone(&go_on), Box::new(pick_up_the_kids()));
    let server = ScriptedModel::start([slow]).await;
    let app = app(&start, &server).await;
    let alice = app.signup("alice").await;
    agree(&alice).await;
    let request = ChatRequest::new(UNSURE);
    let (first, second) = tokio::join!(alice.send_chat(&request, Some("k")), async {
        while server.asked().is_empty() {
            tokio::task::yield_now().await;
        }
        let body = serde_json::to_string(&request).unwrap();
        let again = alice
            .request("POST", "/api/me/chat")
            .header("idempotency-key", "k")
            .json(body);
        let answer = app.send(again).await;
        go_on.notify_one();
        answer
    });
    assert_eq!(second.status, 409);
    assert_eq!(second.code(), "still_answering");
    assert!(second.header("retry-after").is_some());
    let first = first.unwrap().response;
    let third = alice.send_chat(&request, Some("k")).await.unwrap();
    assert!(third.replayed);
    assert_eq!(third.response, first);
    assert_eq!(alice.titles().await, ["Pick up the kids"]);
    app.stop().await;
}

async fn what_an_instance_left_behind_is_ended_by_one_without_a_model(start: Start) {
    let go_on = Arc::new(Notify::new());
    let slow = Step::When(Arc::clone(&go_on), Box::new(pick_up_the_kids()));
    let server = ScriptedModel::start([slow]).await;
    let left = app(&start, &server).await;
    let alice = left.signup("alice").await;
    agree(&alice).await;
    // It has been running for long when the other one fails.
    let other = start.app().await;
    let conversation = alice.chat("add buy milk").await.conversation_id;
    let elsewhere = Actor::new(&other.client, alice.session.clone());
    let unsure = ChatRequest {
        conversation_id: Some(conversation.clone()),
        ..ChatRequest::new(UNSURE)
    };
    let (late, last) = tokio::join!(alice.send_chat(&unsure, None), async {
        while server.asked().is_empty() {
            tokio::task::yield_now().await;
        }
        // As far as the other can see, nobody is there any more.
        other.clock.advance(SignedDuration::from_mins(1));
        let last = loop {
            let query = PageQuery::default();
            let page = elsewhere.messages(&conversation, &query).await;
            let mut messages = page.unwrap().messages;
            if messages.len() > 3 {
                break messages.pop().unwrap();
            }
        };
        go_on.notify_one();
        last
    });
    assert!(late.is_err(), "{late:?}");
    assert!(last.content.contains("got no answer"), "{}", last.content);
    assert_eq!(last.metadata.success, Some(false));
    assert_eq!(elsewhere.titles().await, ["Buy milk"]);
    other.stop().await;
    left.stop().await;
}

async fn what_it_did_and_cost_is_counted(start: Start) {
    let server = ScriptedModel::start([pick_up_the_kids(), Step::status(400)]).await;
    let port = free_port();
    let app = start
        .app_with(|settings| {
            with(settings, &server);
            settings.network.admin_address = Some(AdminAddress::At(port));
        })
        .await;
    let alice = app.signup("alice").await;
    agree(&alice).await;
    alice.chat(UNSURE).await;
    alice.chat(UNSURE).await;
    alice.chat("add buy milk").await;
    let numbers = raw::send(port, &raw::Request::new("GET", "/metrics")).await;
    let text = String::from_utf8(numbers.body).unwrap();
    for line in [
        r#"tasktalk_model_turns_total{outcome="commands"} 1"#,
        r#"tasktalk_model_turns_total{outcome="rejected"} 1"#,
        r#"tasktalk_model_tokens_total{kind="prompt"} 100"#,
        r#"tasktalk_model_tokens_total{kind="completion"} 20"#,
    ] {
        assert!(text.contains(line), "{line} is missing from\n{text}");
    }
    assert!(!text.contains("canary"));
    app.stop().await;
}

async fn a_dead_model_is_told_about_in_time(start: Start) {
    let server = ScriptedModel::start([Step::Hang]).await;
    // Hashing a password may take longer than a request of this test may, and so may the first turn of a program, which
    // reads the engine's networks.
    let patient = app(&start, &server).await;
    let alice = patient.signup("alice").await;
    agree(&alice).await;
    alice.chat("add buy milk").await;
    patient.stop().await;
    let app = start
        .app_with(|settings| {
            with(settings, &server);
            // Shorter than the model's own times: the answer still comes before the request is given up.
            settings.limits.request_timeout.0 = Duration::from_secs(2);
        })
        .await;
    let alice = Actor::new(&app.client, alice.session.clone());
    let turn = alice.chat(UNSURE).await;
    assert_eq!(turn.engine, "embedded");
    assert!(
        turn.response.contains("The language model gave no answer"),
        "{}",
        turn.response
    );
    app.stop().await;
}

async fn a_model_that_may_not_be_reached_is_no_start(start: Start) {
    let server = ScriptedModel::start([]).await;
    let mut settings = Settings::defaults();
    with(&mut settings, &server);
    settings.network.outbound.outbound_allowed.clear();
    let database = start.database.open(start.options.clone()).await;
    let clock = tasktalk_domain::Clock::system();
    let refused = assemble(settings, database.clone(), clock)
        .await
        .unwrap_err();
    let cause = std::error::Error::source(&refused).unwrap().to_string();
    assert!(cause.contains("OUTBOUND_ALLOWED"), "{cause}");
    database.close().await;
}
