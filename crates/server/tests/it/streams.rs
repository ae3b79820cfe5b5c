//! Turns as streams: what `useChat` and our page read, and what happens when somebody leaves, comes back, or stops.

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};
use tasktalk_api::page::PageQuery;
use tasktalk_scripted_model::{ScriptedModel, Step};
use tokio::sync::Notify;

use crate::{
    language_model::{UNSURE, agree, with},
    support::{Actor, App, Start, on_both_engines, on_sqlite, raw},
};

on_both_engines![
    a_stream_is_the_same_turn_and_its_replay_the_same_stream,
    words_come_as_they_are_said_and_can_be_followed_twice,
    a_lost_stream_loses_nothing,
    a_stop_stops,
    what_would_have_been_done_is_not_done_after_a_stop,
    another_instance_follows_and_stops,
];
on_sqlite![
    what_is_refused_is_refused_as_ever,
    words_of_a_model_that_fails_are_not_the_answer,
    a_turn_in_work_is_finished_before_the_server_stops,
    what_is_left_when_the_server_stops_is_stopped,
    a_stream_is_in_work_to_its_end,
];

const QUESTION: &str = "what should I do first?";

/// Words, a pause until it is told to go on, and the rest.
fn pausing() -> (Step, Arc<Notify>) {
    let go_on = Arc::new(Notify::new());
    let before = "Pay the rent. I have deleted the milk. ".to_owned();
    let step = Step::Pausing(before, Arc::clone(&go_on), "Then rest.".to_owned());
    (step, go_on)
}

/// What is told of them before the pause.
const BEFORE: &str = "Nothing was changed. ";
const ALL: &str = "Pay the rent. Nothing was changed. Then rest.";

struct Talk {
    app: App,
    alice: Actor,
    conversation: String,
}

/// Alice in a conversation, with a model.
async fn talk(start: &Start, server: &ScriptedModel) -> Talk {
    let app = start.app_with(|settings| with(settings, server)).await;
    let alice = app.signup("alice").await;
    agree(&alice).await;
    let conversation = alice.chat("add buy milk").await.conversation_id;
    Talk {
        app,
        alice,
        conversation,
    }
}

fn streaming(person: &Actor, body: &Value) -> raw::Request {
    person
        .request("POST", "/api/me/chat")
        .header("accept", "text/event-stream")
        .json(body.to_string())
}

impl Talk {
    async fn asks(&self, message: &str) -> raw::Listening {
        let body = json!({"message": message, "conversation_id": self.conversation});
        raw::listen(self.app.address, &streaming(&self.alice, &body)).await
    }

    fn request(&self, method: &str, what: &str) -> raw::Request {
        let path = format!("/api/me/conversations/{}/{what}", self.conversation);
        self.alice.request(method, &path)
    }

    async fn stop(&self) -> u16 {
        self.app.send(self.request("POST", "stop")).await.status
    }

    async fn last_message(&self) -> String {
        let page = self
            .alice
            .messages(&self.conversation, &PageQuery::default())
            .await
            .unwrap();
        page.messages.last().unwrap().content.clone()
    }
}

fn types(chunks: &[Value]) -> Vec<&str> {
    chunks
        .iter()
        .map(|chunk| chunk["type"].as_str().unwrap())
        .collect()
}

fn one<'a>(chunks: &'a [Value], kind: &str) -> &'a Value {
    let mut found = chunks.iter().filter(|chunk| chunk["type"] == kind);
    let chunk = found
        .next()
        .unwrap_or_else(|| panic!("no {kind}: {chunks:?}"));
    assert!(found.next().is_none(), "{kind} is there twice");
    chunk
}

fn text(chunks: &[Value]) -> String {
    let deltas = chunks.iter().filter(|chunk| chunk["type"] == "text-delta");
    deltas.filter_map(|chunk| chunk["delta"].as_str()).collect()
}

async fn a_stream_is_the_same_turn_and_its_replay_the_same_stream(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.add("Quarterly report").await;
    alice.add("Travel report").await;
    let body = json!({"message": "add buy milk, and complete the report"});
    let request = streaming(&alice, &body).header("idempotency-key", "k");
    let answer = raw::listen(app.address, &request).await.end().await;
    assert_eq!(answer.status, 200);
    for (name, value) in [
        ("x-vercel-ai-ui-message-stream", "v1"),
        ("x-accel-buffering", "no"),
        ("cache-control", "no-cache, no-store, no-transform"),
    ] {
        assert_eq!(answer.header(name), Some(value));
    }
    let chunks = answer.chunks();
    let turn = &one(&chunks, "data-turn")["data"];
    assert_eq!(one(&chunks, "start")["messageId"], turn["message_id"]);
    let conversation = one(&chunks, "data-conversation");
    assert_eq!(conversation["transient"], true);
    assert_eq!(
        conversation["data"],
        json!({"id": turn["conversation_id"], "title": body["message"], "new": true})
    );
    assert_eq!(text(&chunks), turn["response"].as_str().unwrap());
    assert_eq!(one(&chunks, "data-pending")["data"], turn["pending"]);
    let receipt = one(&chunks, "data-receipt");
    assert_eq!(receipt["data"], turn["receipts"][0]);
    assert_eq!(receipt["id"], receipt["data"]["undo_token"]);
    // Each tool with what went in and what came out, as in the turn.
    let calls = turn["tool_calls"].as_array().unwrap();
    let of = |kind: &str| -> Vec<Value> {
        let found = chunks.iter().filter(|chunk| chunk["type"] == kind);
        found.cloned().collect()
    };
    let (inputs, outputs) = (of("tool-input-available"), of("tool-output-available"));
    assert_eq!(
        (calls.len(), inputs.len(), outputs.len()),
        (2, 2, 2),
        "{chunks:?}"
    );
    for ((call, input), output) in calls.iter().zip(&inputs).zip(&outputs) {
        assert_eq!(input["toolName"], call["name"]);
        assert_eq!(input["input"], call["arguments"]);
        assert_eq!(output["output"], call["result"]);
        assert_eq!(output["toolCallId"], input["toolCallId"]);
    }

    let again = raw::listen(app.address, &request).await.end().await;
    assert_eq!(again.header("idempotency-replayed"), Some("true"));
    assert_eq!(again.body, answer.body);
    let as_json = alice
        .request("POST", "/api/me/chat")
        .header("idempotency-key", "k")
        .json(body.to_string());
    let as_json = app.send(as_json).await;
    assert_eq!(as_json.header("content-type"), Some("application/json"));
    assert_eq!(&as_json.json(), turn);
    assert_eq!(alice.titles().await.len(), 3, "it acted once");
    app.stop().await;
}

async fn what_is_refused_is_refused_as_ever(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.body_limit = 1_000)
        .await;
    let alice = app.signup("alice").await;
    let nobodys = "0199b5a2-7d1c-7000-8000-000000000000";
    for (body, status, code) in [
        (json!({"message": " "}), 422, "message_blank"),
        (
            json!({"message": "hi", "conversation_id": nobodys}),
            404,
            "conversation_not_found",
        ),
        (
            json!({"messages": [{"role": "user"}]}),
            422,
            "invalid_request",
        ),
        (json!({"message": "x".repeat(2_000)}), 413, "body_too_large"),
    ] {
        let answer = app.send(streaming(&alice, &body)).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (status, code),
            "{body}"
        );
    }
    app.stop().await;
}

async fn words_come_as_they_are_said_and_can_be_followed_twice(start: Start) {
    let (step, go_on) = pausing();
    let server = ScriptedModel::start([step]).await;
    let talk = talk(&start, &server).await;
    let mut first = talk.asks(QUESTION).await;
    first.until(BEFORE).await;
    // It isn't answered yet, and somebody else comes to listen.
    assert_eq!(talk.last_message().await, QUESTION);
    let mut second = raw::listen(talk.app.address, &talk.request("GET", "stream")).await;
    second.until(BEFORE).await;
    go_on.notify_one();
    let (first, second) = (first.end().await, second.end().await);
    assert_eq!(first.body, second.body);
    let chunks = first.chunks();
    assert_eq!(text(&chunks), ALL);
    let turn = &one(&chunks, "data-turn")["data"];
    assert_eq!(
        (&turn["response"], &turn["engine"]),
        (&json!(ALL), &json!("scripted"))
    );
    assert_eq!(
        types(&chunks)[..3],
        ["start", "data-conversation", "start-step"]
    );
    assert_eq!(types(&chunks).last(), Some(&"finish"));
    let nothing = talk.app.send(talk.request("GET", "stream")).await;
    assert_eq!(nothing.status, 204);
    assert_eq!(talk.last_message().await, ALL);
    talk.app.stop().await;
}

async fn a_lost_stream_loses_nothing(start: Start) {
    let (step, go_on) = pausing();
    let server = ScriptedModel::start([step]).await;
    let talk = talk(&start, &server).await;
    let mut lost = talk.asks(QUESTION).await;
    lost.until(BEFORE).await;
    drop(lost);
    let mut found = raw::listen(talk.app.address, &talk.request("GET", "stream")).await;
    found.until(BEFORE).await;
    go_on.notify_one();
    assert_eq!(text(&found.end().await.chunks()), ALL);
    assert_eq!(talk.last_message().await, ALL);
    talk.app.stop().await;
}

async fn a_stop_stops(start: Start) {
    let (step, _never) = pausing();
    let server = ScriptedModel::start([step]).await;
    let talk = talk(&start, &server).await;
    let mut stopped = talk.asks(QUESTION).await;
    stopped.until(BEFORE).await;
    assert_eq!(talk.stop().await, 204);
    let chunks = stopped.end().await.chunks();
    assert_eq!(types(&chunks).last(), Some(&"abort"));
    let turn = &one(&chunks, "data-turn")["data"];
    let kept = "Pay the rent. Nothing was changed.\n\n⏹️ Stopped. Nothing was changed.";
    assert_eq!(
        (&turn["response"], &turn["success"]),
        (&json!(kept), &json!(false))
    );
    assert_eq!(talk.last_message().await, kept);
    // There is nothing left to stop, and the conversation goes on.
    assert_eq!(talk.stop().await, 204);
    assert_eq!(
        talk.app.send(talk.request("GET", "stream")).await.status,
        204
    );
    let next = talk.alice.chat_in(&talk.conversation, "undo").await;
    assert!(next.success, "{}", next.response);
    assert!(talk.alice.titles().await.is_empty());
    talk.app.stop().await;
}

async fn what_would_have_been_done_is_not_done_after_a_stop(start: Start) {
    let server = ScriptedModel::start([Step::Hang]).await;
    let talk = talk(&start, &server).await;
    let mut stopped = talk.asks(UNSURE).await;
    stopped.until("start-step").await;
    assert_eq!(talk.stop().await, 204);
    let chunks = stopped.end().await.chunks();
    assert_eq!(text(&chunks), "⏹️ Stopped. Nothing was changed.");
    assert_eq!(talk.alice.titles().await, ["Buy milk"]);
    let page = talk
        .alice
        .messages(&talk.conversation, &PageQuery::default())
        .await
        .unwrap();
    let used = page
        .messages
        .last()
        .unwrap()
        .metadata
        .model
        .clone()
        .unwrap();
    assert_eq!(used.outcome, "stopped");
    talk.app.stop().await;
}

async fn another_instance_follows_and_stops(start: Start) {
    let (step, go_on) = pausing();
    let server = ScriptedModel::start([step]).await;
    let talk = talk(&start, &server).await;
    let other = start.app_with(|settings| with(settings, &server)).await;
    let mut here = talk.asks(QUESTION).await;
    here.until(BEFORE).await;
    let mut there = raw::listen(other.address, &talk.request("GET", "stream")).await;
    there.until("text/event-stream").await;
    assert_eq!(other.send(talk.request("POST", "stop")).await.status, 204);
    let told = there.end().await.chunks();
    assert_eq!(types(&told).last(), Some(&"abort"));
    assert_eq!(text(&told), "⏹️ Stopped. Nothing was changed.");
    // The instance that asked hears of it when the model is through.
    go_on.notify_one();
    let heard = here.end().await.chunks();
    assert_eq!(types(&heard).last(), Some(&"abort"));
    assert_eq!(one(&heard, "data-turn"), one(&told, "data-turn"));
    assert_eq!(
        talk.last_message().await,
        "⏹️ Stopped. Nothing was changed."
    );
    other.stop().await;
    talk.app.stop().await;
}

async fn words_of_a_model_that_fails_are_not_the_answer(start: Start) {
    let words = json!({"choices": [{"delta": {"content": "Pay the rent. And then"}}]});
    let server = ScriptedModel::start([Step::BreakOff(format!("data: {words}\n\n"))]).await;
    let talk = talk(&start, &server).await;
    let chunks = talk.asks(QUESTION).await.end().await.chunks();
    let turn = &one(&chunks, "data-turn")["data"];
    let starts: Vec<_> = chunks
        .iter()
        .filter(|chunk| chunk["type"] == "text-start")
        .collect();
    assert_eq!(starts.len(), 2, "{chunks:?}");
    let last: String = chunks
        .iter()
        .filter(|chunk| chunk["type"] == "text-delta" && chunk["id"] == starts[1]["id"])
        .filter_map(|chunk| chunk["delta"].as_str())
        .collect();
    assert_eq!(turn["response"], json!(last));
    assert!(last.contains("The language model gave no answer"), "{last}");
    talk.app.stop().await;
}

async fn a_turn_in_work_is_finished_before_the_server_stops(start: Start) {
    let (step, go_on) = pausing();
    let server = ScriptedModel::start([step]).await;
    let mut talk = talk(&start, &server).await;
    let mut stream = talk.asks(QUESTION).await;
    stream.until(BEFORE).await;
    talk.app.begin_stop();
    go_on.notify_one();
    assert_eq!(text(&stream.end().await.chunks()), ALL);
    drop(talk.alice);
    talk.app.stop().await;
}

async fn what_is_left_when_the_server_stops_is_stopped(start: Start) {
    let (step, _never) = pausing();
    let server = ScriptedModel::start([step]).await;
    let mut talk = {
        let app = start
            .app_with(|settings| {
                with(settings, &server);
                settings.limits.drain_timeout.0 = Duration::from_millis(50);
            })
            .await;
        let alice = app.signup("alice").await;
        agree(&alice).await;
        let conversation = alice.chat("add buy milk").await.conversation_id;
        Talk {
            app,
            alice,
            conversation,
        }
    };
    let token = talk.alice.session.access_token.clone();
    let mut stream = talk.asks(QUESTION).await;
    stream.until(BEFORE).await;
    talk.app.begin_stop();
    assert_eq!(types(&stream.end().await.chunks()).last(), Some(&"abort"));
    drop(talk.alice);
    talk.app.stop().await;

    let app = start.app().await;
    let page = app
        .client
        .with_token(token)
        .messages(&talk.conversation, &PageQuery::default())
        .await
        .unwrap();
    let last = &page.messages.last().unwrap().content;
    assert!(last.ends_with("⏹️ Stopped. Nothing was changed."), "{last}");
    app.stop().await;
}

async fn a_stream_is_in_work_to_its_end(start: Start) {
    let (step, go_on) = pausing();
    let server = ScriptedModel::start([step]).await;
    let app = start
        .app_with(|settings| {
            with(settings, &server);
            settings.limits.max_requests = 1;
        })
        .await;
    let alice = app.signup("alice").await;
    agree(&alice).await;
    let request = streaming(&alice, &json!({"message": QUESTION}));
    let mut stream = raw::listen(app.address, &request).await;
    stream.until(BEFORE).await;
    let refused = app.send(alice.request("GET", "/api/me/tasks")).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (503, "overloaded")
    );
    go_on.notify_one();
    stream.end().await.chunks();
    // Its place is free once its last byte is written.
    while app.send(alice.request("GET", "/api/me/tasks")).await.status == 503 {
        tokio::task::yield_now().await;
    }
    app.stop().await;
}
