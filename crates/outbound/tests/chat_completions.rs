//! A language model's server and what it may do to us, over real connections.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use serde_json::{Value, json};
use tasktalk_outbound::{
    Bearer, Outbound,
    chat_completions::{
        CallTime, ChatLimits, ChatMessage, ChatModel, ChatRole, ChatServer, Prompt, Reply, Shape,
    },
};
use tasktalk_scripted_model::{ScriptedModel, Step, timed};
use tokio::time::Instant;

const KEY: &str = "sk-canary-7f3a";

/// More than any answer takes that comes, on the busiest machine.
const LIMITS: ChatLimits = ChatLimits {
    first_token: Duration::from_secs(30),
    concurrency: 2,
    queue: 1,
};
/// For servers that don't answer: what a test of them takes.
const IMPATIENT: ChatLimits = ChatLimits {
    first_token: Duration::from_millis(400),
    ..LIMITS
};

fn model(server: &ScriptedModel) -> ChatModel {
    model_with(server, LIMITS)
}

fn model_with(server: &ScriptedModel, limits: ChatLimits) -> ChatModel {
    let outbound =
        Outbound::connecting_within(Duration::from_secs(2), vec![server.host().parse().unwrap()])
            .unwrap();
    let server = ChatServer {
        base_url: server.base_url(),
        model: "small".to_owned(),
        key: Bearer::new(KEY),
    };
    ChatModel::new(outbound, server, limits)
}

fn prompt() -> Prompt {
    let message = |role, text: &str| ChatMessage {
        role,
        content: text.to_owned(),
    };
    Prompt {
        messages: vec![
            message(ChatRole::System, "Be brief."),
            message(ChatRole::User, "Hello"),
        ],
        max_tokens: 50,
    }
}

fn shape() -> Shape {
    Shape {
        name: "understood",
        description: "What was understood",
        schema: json!({"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}),
    }
}

/// Asks for a number.
async fn ask(model: &ChatModel) -> Reply<i64> {
    ask_within(model, Duration::from_mins(1)).await
}

async fn ask_within(model: &ChatModel, time: Duration) -> Reply<i64> {
    let read = |value: &Value| value["n"].as_i64();
    let time = CallTime::from_now(time);
    model.json(&prompt(), &shape(), time, read).await
}

/// Why there is no answer.
async fn failure(model: &ChatModel) -> &'static str {
    ask(model).await.result.unwrap_err().as_str()
}

fn number(n: i64) -> Step {
    Step::Json(json!({"n": n}))
}

#[tokio::test]
async fn json_is_asked_for_by_schema_and_read_from_the_stream() {
    let server = ScriptedModel::start([number(7)]).await;
    let model = model(&server);
    let reply = ask(&model).await;
    assert_eq!(reply.result.unwrap(), 7);
    assert_eq!(reply.tokens.total(), 120);
    let asked = &server.asked()[0];
    assert_eq!(asked.body["model"], "small");
    assert_eq!(asked.body["response_format"]["type"], "json_schema");
    assert!(
        asked.head.contains(&format!("Bearer {KEY}")),
        "{}",
        asked.head
    );
    assert!(!asked.head.to_lowercase().contains("accept-encoding"));
}

#[tokio::test]
async fn a_server_without_schemas_is_asked_for_a_function_call_and_then_in_words() {
    let server = ScriptedModel::start([
        Step::refuse("response_format is not supported"),
        number(1),
        number(2),
        Step::refuse("tools are not supported"),
        number(3),
        number(4),
    ])
    .await;
    let model = model(&server);
    for n in 1..=4 {
        assert_eq!(ask(&model).await.result.unwrap(), n);
    }
    let ways: Vec<&str> = server
        .asked()
        .iter()
        .map(|asked| {
            if asked.body["response_format"].is_object() {
                "schema"
            } else if asked.body["tools"].is_array() {
                "tool"
            } else {
                assert!(asked.system_text().contains("JSON Schema"));
                "plain"
            }
        })
        .collect();
    assert_eq!(
        ways,
        ["schema", "tool", "tool", "tool", "plain", "plain"],
        "what works is remembered"
    );
}

#[tokio::test]
async fn a_server_that_answers_all_at_once_is_understood() {
    let server = ScriptedModel::start([Step::Document(json!({"n": 9}))]).await;
    assert_eq!(ask(&model(&server)).await.result.unwrap(), 9);
}

#[tokio::test]
async fn nonsense_is_asked_about_once_more() {
    let server = ScriptedModel::start([
        Step::Words("I would love to help you with that!".to_owned()),
        number(5),
        Step::Json(json!({"n": "many"})),
    ])
    .await;
    let model = model(&server);
    assert_eq!(ask(&model).await.result.unwrap(), 5);
    assert_eq!(failure(&model).await, "nonsense");
    assert_eq!(server.asked().len(), 4);
}

#[tokio::test]
async fn a_passing_failure_is_tried_again_once() {
    for status in [500, 502, 503, 429] {
        let server = ScriptedModel::start([Step::status(status), number(1)]).await;
        assert_eq!(ask(&model(&server)).await.result.unwrap(), 1, "{status}");
        let server = ScriptedModel::start([Step::status(status)]).await;
        let expected = if matches!(status, 429 | 503) {
            "overloaded"
        } else {
            "server_error"
        };
        assert_eq!(failure(&model(&server)).await, expected);
        assert_eq!(server.asked().len(), 2, "{status}");
    }
}

#[tokio::test]
async fn a_short_retry_after_is_honoured_and_a_long_one_ends_the_asking() {
    let after = |seconds: &str| {
        Step::Status(
            429,
            vec![("retry-after", seconds.to_owned())],
            b"{}".to_vec(),
        )
    };
    let server = ScriptedModel::start([after("1"), number(1)]).await;
    let began = Instant::now();
    assert_eq!(ask(&model(&server)).await.result.unwrap(), 1);
    assert!(began.elapsed() >= Duration::from_secs(1));

    let server = ScriptedModel::start([after("60")]).await;
    let model = model(&server);
    assert_eq!(failure(&model).await, "overloaded");
    for _ in 0..20 {
        assert_eq!(failure(&model).await, "unavailable");
    }
    assert_eq!(server.asked().len(), 1, "it is not hammered");
}

#[tokio::test]
async fn a_server_that_hangs_is_given_up_without_a_second_try() {
    for step in [Step::Hang, Step::Drip(Duration::from_millis(50))] {
        let server = ScriptedModel::start([step]).await;
        let model = model_with(&server, IMPATIENT);
        let (why, took) = timed(failure(&model)).await;
        assert_eq!(why, "timed_out");
        assert!(took < Duration::from_secs(2), "{took:?}");
        assert_eq!(server.asked().len(), 1);
    }
}

#[tokio::test]
async fn the_whole_answer_has_to_come_in_time() {
    let server = ScriptedModel::start([Step::Hang]).await;
    let reply = ask_within(&model(&server), Duration::from_millis(100)).await;
    assert_eq!(reply.result.unwrap_err().as_str(), "timed_out");
}

#[tokio::test]
async fn what_was_given_up_has_cost_something_all_the_same() {
    let words = json!({"choices": [{"delta": {"content": "Pay the rent. "}}]});
    for (step, completion) in [
        (Step::Hang, 0),
        (Step::BreakOff(format!("data: {words}\n\n")), 4),
        (Step::BreakOff(String::new()), 0),
    ] {
        let server = ScriptedModel::start([step]).await;
        let reply = ask(&model_with(&server, IMPATIENT)).await;
        assert!(reply.result.is_err());
        assert!(reply.tokens.prompt > 50, "{:?}", reply.tokens);
        assert_eq!(reply.tokens.completion, completion);
    }
    // What was refused has not.
    for status in [400, 401, 429, 500] {
        let server = ScriptedModel::start([Step::status(status)]).await;
        let reply = ask(&model(&server)).await;
        assert_eq!(reply.tokens.total(), 0, "{status}");
    }
}

#[tokio::test]
async fn a_server_is_not_blamed_for_time_that_was_lost_before_it_was_asked() {
    let server = ScriptedModel::start([Step::Hang]).await;
    let model = model(&server);
    let read = |value: &Value| value["n"].as_i64();
    for _ in 0..10 {
        let time = CallTime {
            deadline: Instant::now() + Duration::from_millis(50),
            whole: Duration::from_mins(1),
        };
        let reply = model.json(&prompt(), &shape(), time, read).await;
        assert_eq!(reply.result.unwrap_err().as_str(), "timed_out");
    }
    server.now([number(1)]);
    assert_eq!(ask(&model).await.result.unwrap(), 1);

    // One that had all its time is.
    server.now([Step::Hang]);
    for _ in 0..5 {
        ask_within(&model, Duration::from_millis(50)).await;
    }
    assert_eq!(failure(&model).await, "unavailable");
}

#[tokio::test]
async fn half_an_answer_is_none() {
    let whole = r#"data: {"choices":[{"delta":{"content":"{\"n\":1}"}}]}"#;
    for bytes in [
        format!("{whole}\n\n"),
        whole[..40].to_owned(),
        String::new(),
    ] {
        let server = ScriptedModel::start([Step::BreakOff(bytes)]).await;
        assert_eq!(failure(&model(&server)).await, "broke_off");
    }
    let server = ScriptedModel::start([Step::HangUp]).await;
    assert_eq!(failure(&model(&server)).await, "unreachable");
}

#[tokio::test]
async fn a_flood_is_cut_off() {
    let server = ScriptedModel::start([Step::Flood(50)]).await;
    assert_eq!(failure(&model(&server)).await, "too_large");
    let document = vec![b' '; 65 * 1024];
    let server = ScriptedModel::start([Step::Status(200, Vec::new(), document)]).await;
    assert_eq!(failure(&model(&server)).await, "too_large");
}

#[tokio::test]
async fn a_compressed_answer_is_refused_before_it_unfolds() {
    let headers = vec![("content-encoding", "gzip".to_owned())];
    let server = ScriptedModel::start([Step::Status(200, headers, vec![31, 139, 8, 0])]).await;
    assert_eq!(failure(&model(&server)).await, "too_large");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let inner = ScriptedModel::start([number(1)]).await;
    let location = format!("{}/chat/completions", inner.base_url());
    let step = Step::Status(307, vec![("location", location)], Vec::new());
    let server = ScriptedModel::start([step]).await;
    assert_eq!(failure(&model(&server)).await, "rejected");
    assert!(inner.asked().is_empty());
    assert_eq!(server.asked().len(), 1, "nor asked again in other words");
}

#[tokio::test]
async fn an_address_that_was_not_allowed_is_not_reached() {
    let server = ScriptedModel::start([number(1)]).await;
    let outbound = Outbound::new(Vec::new()).unwrap();
    let place = ChatServer {
        base_url: server.base_url(),
        model: "small".to_owned(),
        key: None,
    };
    let model = ChatModel::new(outbound, place, LIMITS);
    assert_eq!(failure(&model).await, "unreachable");
    assert!(server.asked().is_empty());
}

#[tokio::test]
async fn a_refused_key_is_not_tried_again_and_not_shown() {
    let step = Step::Status(
        401,
        Vec::new(),
        format!("{{\"error\":\"bad key {KEY}\"}}").into_bytes(),
    );
    let server = ScriptedModel::start([step]).await;
    let model = model(&server);
    let refused = ask(&model).await.result.unwrap_err();
    assert_eq!(refused.as_str(), "key_refused");
    let shown = format!("{refused} {refused:?} {model:?}");
    assert!(!shown.contains("canary"), "{shown}");
    assert_eq!(failure(&model).await, "unavailable");
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn what_a_server_complains_about_is_not_shown() {
    let server = ScriptedModel::start([Step::refuse("what is 'my secret message'?")]).await;
    let refused = ask(&model(&server)).await.result.unwrap_err();
    let shown = format!("{refused} {refused:?}");
    assert!(!shown.contains("secret"), "{shown}");
}

#[tokio::test]
async fn after_five_failures_nothing_is_sent_and_nobody_waits() {
    let server = ScriptedModel::start([Step::HangUp]).await;
    let model = model(&server);
    while failure(&model).await != "unavailable" {}
    let sent = server.asked().len();
    assert!(sent <= 6, "{sent}");
    // A clock that stands still goes on only when somebody waits for it.
    tokio::time::pause();
    let began = Instant::now();
    for _ in 0..100 {
        assert_eq!(failure(&model).await, "unavailable");
    }
    assert!(began.elapsed().is_zero(), "nothing was waited for");
    tokio::time::resume();
    assert_eq!(server.asked().len(), sent);
}

#[tokio::test]
async fn a_server_that_gives_no_answer_of_use_is_left_alone_too() {
    let prose = Step::Words("I would love to help!".to_owned());
    for (step, why) in [(Step::status(404), "rejected"), (prose, "nonsense")] {
        let server = ScriptedModel::start([step]).await;
        let model = model(&server);
        for _ in 0..5 {
            assert_eq!(failure(&model).await, why);
        }
        let sent = server.asked().len();
        assert_eq!(failure(&model).await, "unavailable");
        assert_eq!(server.asked().len(), sent);
    }
}

#[tokio::test]
async fn what_was_handed_on_is_not_asked_for_again() {
    let words = json!({"choices": [{"delta": {"content": "Pay the rent. "}}]});
    let half =
        format!("data: {words}\n\ndata: {{\"error\":{{\"message\":\"out of memory\"}}}}\n\n");
    let server = ScriptedModel::start([Step::BreakOff(half)]).await;
    let mut pieces = Vec::new();
    let time = CallTime::from_now(Duration::from_mins(1));
    let reply = model(&server)
        .words(&prompt(), time, |piece| pieces.push(piece.to_owned()))
        .await;
    assert_eq!(reply.result.unwrap_err().as_str(), "broke_off");
    assert_eq!(pieces, ["Pay the rent. "]);
    assert_eq!(server.asked().len(), 1);
}

#[tokio::test]
async fn a_server_that_comes_back_is_found_without_anybody_waiting() {
    let server = ScriptedModel::start([Step::HangUp]).await;
    let model = model(&server);
    while failure(&model).await != "unavailable" {}
    let sent = server.asked().len();
    server.now([number(1)]);
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(16)).await;
    tokio::time::resume();
    assert!(!model.is_available(), "that only sends a probe");
    while !model.is_available() {
        tokio::task::yield_now().await;
    }
    let asked = server.asked();
    assert_eq!(asked.len(), sent + 1);
    assert_eq!(asked[sent].user_text(), "ping", "with nobody's words");
    assert_eq!(ask(&model).await.result.unwrap(), 1);
}

#[tokio::test]
async fn words_come_piece_by_piece() {
    let server = ScriptedModel::start([Step::Words("Pay the rent first.".to_owned())]).await;
    let mut pieces = Vec::new();
    let time = CallTime::from_now(Duration::from_mins(1));
    let reply = model(&server)
        .words(&prompt(), time, |piece| pieces.push(piece.to_owned()))
        .await;
    assert_eq!(reply.result.unwrap(), "Pay the rent first.");
    assert_eq!(pieces, ["Pay ", "the ", "rent ", "first."]);
}

#[tokio::test]
async fn more_than_may_run_and_wait_are_sent_away() {
    let server = ScriptedModel::start([Step::Hang]).await;
    let model = model_with(&server, IMPATIENT);
    let calls = (0..4).map(|_| {
        let model = model.clone();
        tokio::spawn(async move { failure(&model).await })
    });
    let mut ends = Vec::new();
    for call in calls.collect::<Vec<_>>() {
        ends.push(call.await.unwrap());
    }
    // Two run, one waits as long as it wants to, and there is no room for the fourth.
    assert!(ends.contains(&"busy"), "{ends:?}");
    assert!(ends.iter().filter(|end| **end == "timed_out").count() >= 2);
}
