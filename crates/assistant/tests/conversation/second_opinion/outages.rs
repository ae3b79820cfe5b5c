//! What a model's server may do to us, one row of the table after the other, with the limits of the settings' defaults.
//! Whatever it does, the turn ends in time with the embedded engine's answer and a plain note, and nothing is changed.
//! What the machine is late by is not counted. The times are printed: `cargo nextest run -p tasktalk-assistant --no-capture outages`.

use std::time::Duration;

use serde_json::json;
use tasktalk_assistant::{LanguageModel, Turn};
use tasktalk_outbound::{
    Outbound,
    chat_completions::{ChatLimits, ChatModel, ChatServer},
};
use tasktalk_scripted_model::{ScriptedModel, Step, timed};
use tasktalk_storage::Engine;

use super::{KEY, LIMITS, SMALL_TALK, model, model_at, reading};
use crate::home::{Home, Person, on};

/// No turn takes longer once the server is known to be ill.
const AT_ONCE: Duration = Duration::from_millis(200);
/// A retry and its pause.
const RETRIED: Duration = Duration::from_secs(3);
/// No first word.
const SILENT: Duration = Duration::from_secs(9);
/// No end.
const ENDLESS: Duration = Duration::from_secs(30);

/// Says something that the model is asked about, with a task on the list; it must end in time, with nothing changed.
async fn ends_within(row: &str, most: Duration, alice: &Person, why: &str) -> Turn {
    let before = alice.everything().await;
    let (turn, took) = timed(alice.says(SMALL_TALK)).await;
    eprintln!("| {row} | {} ms | {why} |", took.as_millis());
    assert!(took <= most, "{row}: {took:?}");
    assert_eq!(turn.model.as_ref().unwrap().outcome, why, "{row}");
    assert_eq!(turn.engine, "embedded");
    assert!(
        turn.response.contains("The language model gave no answer"),
        "{}",
        turn.response
    );
    assert!(!turn.response.contains("canary"));
    assert_eq!(alice.everything().await, before, "{row}");
    turn
}

/// Turns until the breaker is open, and then turns that wait for nothing.
async fn at_once_when_open(row: &str, alice: &Person) {
    for _ in 0..10 {
        let turn = alice.says(SMALL_TALK).await;
        if turn.model.unwrap().outcome == "unavailable" {
            break;
        }
    }
    // The fastest of a few: on a busy machine any one of them may have to wait for its turn at the processor.
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..3 {
        let (turn, took) = timed(alice.says(SMALL_TALK)).await;
        fastest[0] = fastest[0].min(took);
        assert_eq!(turn.model.unwrap().outcome, "unavailable");
    }
    for command in [
        "add call mum",
        "done with the milk",
        "what's on my list?",
        "undo",
    ] {
        let (turn, took) = timed(alice.says(command)).await;
        fastest[1] = fastest[1].min(took);
        assert!(turn.success && turn.model.is_none(), "{}", turn.response);
    }
    let [unsure, plain] = fastest.map(|took| took.as_millis());
    eprintln!("| {row}, breaker open | {unsure} ms, task commands {plain} ms | unavailable |");
    assert!(
        fastest.iter().all(|took| *took <= AT_ONCE),
        "{row}: {fastest:?}"
    );
}

async fn at_home(home: &Home, model: LanguageModel) -> Person {
    let alice = home.thinking(model).newcomer().await;
    alice.says("add buy milk").await;
    alice
}

/// One row: a server that always does the same.
async fn row(name: &str, step: Step, most: Duration, why: &str) {
    on(Engine::Sqlite, async |home: &Home| {
        let server = ScriptedModel::start([step.clone()]).await;
        let alice = at_home(home, model(&server)).await;
        ends_within(name, most, &alice, why).await;
        // Another one, who hasn't the patience to see it fail five times at its own pace.
        let bob = at_home(home, impatient(&server)).await;
        at_once_when_open(name, &bob).await;
    })
    .await;
}

/// The same model, given up soon.
fn impatient(server: &ScriptedModel) -> LanguageModel {
    let limits = ChatLimits {
        first_token: Duration::from_millis(200),
        ..LIMITS
    };
    LanguageModel {
        time: Duration::from_millis(500),
        ..model_at(&server.base_url(), &server.host(), limits)
    }
}

#[tokio::test]
async fn refused() {
    on(Engine::Sqlite, async |home: &Home| {
        let gone = ScriptedModel::start([]).await;
        let (url, host) = (gone.base_url(), gone.host());
        drop(gone);
        let alice = at_home(home, model_at(&url, &host, LIMITS)).await;
        ends_within("connection refused", RETRIED, &alice, "unreachable").await;
        at_once_when_open("connection refused", &alice).await;
    })
    .await;
}

#[tokio::test]
async fn no_such_host() {
    on(Engine::Sqlite, async |home: &Home| {
        let alice = at_home(
            home,
            model_at(
                "http://no-such-host.invalid:80/v1",
                "no-such-host.invalid:80",
                LIMITS,
            ),
        )
        .await;
        // A resolver that is slow to say no is bounded by the time to connect, twice.
        ends_within(
            "no such host",
            Duration::from_secs(6),
            &alice,
            "unreachable",
        )
        .await;
        at_once_when_open("no such host", &alice).await;
    })
    .await;
}

#[tokio::test]
async fn no_tls() {
    on(Engine::Sqlite, async |home: &Home| {
        let server = ScriptedModel::start([Step::HangUp]).await;
        let url = server.base_url().replace("http:", "https:");
        let alice = at_home(home, model_at(&url, &server.host(), LIMITS)).await;
        let (turn, took) = timed(alice.says(SMALL_TALK)).await;
        eprintln!(
            "| TLS error | {} ms | {} |",
            took.as_millis(),
            turn.model.as_ref().unwrap().outcome
        );
        assert!(took <= Duration::from_secs(6), "{took:?}");
        assert_eq!(turn.engine, "embedded");
        at_once_when_open("TLS error", &alice).await;
    })
    .await;
}

#[tokio::test]
async fn accepts_and_never_answers() {
    on(Engine::Sqlite, async |home: &Home| {
        let server = ScriptedModel::start([Step::Hang]).await;
        let alice = at_home(home, model(&server)).await;
        ends_within("accepts, never answers", SILENT, &alice, "timed_out").await;
        assert_eq!(server.asked().len(), 1, "silence is not asked again");
        let bob = at_home(home, impatient(&server)).await;
        at_once_when_open("accepts, never answers", &bob).await;
    })
    .await;
}

#[tokio::test]
async fn too_many_requests_with_a_long_retry_after() {
    on(Engine::Sqlite, async |home: &Home| {
        let headers = vec![("retry-after", "60".to_owned())];
        let server = ScriptedModel::start([Step::Status(429, headers, b"{}".to_vec())]).await;
        let alice = at_home(home, model(&server)).await;
        ends_within("429, Retry-After 60", AT_ONCE * 5, &alice, "overloaded").await;
        at_once_when_open("429, Retry-After 60", &alice).await;
        assert_eq!(server.asked().len(), 1, "no retry, no hammering");
    })
    .await;
}

#[tokio::test]
async fn server_errors() {
    on(Engine::Sqlite, async |home: &Home| {
        for status in [500, 503] {
            let server = ScriptedModel::start([Step::status(status)]).await;
            let why = if status == 503 {
                "overloaded"
            } else {
                "server_error"
            };
            let alice = at_home(home, model(&server)).await;
            ends_within(&format!("{status}"), RETRIED, &alice, why).await;
            assert_eq!(server.asked().len(), 2, "one retry");
            at_once_when_open(&format!("{status}"), &alice).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_time_counts_from_when_the_turn_was_asked_for() {
    on(Engine::Sqlite, async |home: &Home| {
        let server = ScriptedModel::start([Step::Hang]).await;
        let model = LanguageModel {
            time: Duration::from_secs(6),
            ..model(&server)
        };
        let alice = at_home(home, model).await;
        // So much of it was lost in a queue, or while the request came.
        alice.waited.set(Duration::from_secs(4));
        let most = Duration::from_secs(3);
        ends_within("asked late, never answers", most, &alice, "timed_out").await;
        assert_eq!(server.asked().len(), 1);
        alice.waited.set(Duration::from_secs(6));
        ends_within("too late to be asked", AT_ONCE * 5, &alice, "no_time").await;
        assert_eq!(server.asked().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn drips() {
    row(
        "drips a byte every 5 s",
        Step::Drip(Duration::from_secs(5)),
        ENDLESS,
        "timed_out",
    )
    .await;
}

#[tokio::test]
async fn drips_words() {
    row(
        "drips a word every 5 s",
        Step::DripWords(Duration::from_secs(5)),
        ENDLESS,
        "timed_out",
    )
    .await;
}

#[tokio::test]
async fn breaks_off_in_the_middle_of_a_command() {
    let half = json!({"choices": [{"delta": {"content": "{\"commands\":[{\"intent\":\"delete_task\",\"task_ids\":[1]"}}]});
    row(
        "breaks off in mid JSON",
        Step::BreakOff(format!("data: {half}\n\n")),
        RETRIED,
        "broke_off",
    )
    .await;
}

#[tokio::test]
async fn prose_instead_of_json() {
    row(
        "prose instead of JSON",
        Step::Words("I would love to help you with your tasks today!".to_owned()),
        RETRIED,
        "nonsense",
    )
    .await;
}

#[tokio::test]
async fn says_done_with_no_command() {
    row(
        "says \"Done!\" with no command",
        Step::Words("Done! I deleted everything.".to_owned()),
        RETRIED,
        "nonsense",
    )
    .await;
}

#[tokio::test]
async fn commands_without_end() {
    let commands: Vec<_> = (0..500)
        .map(|_| json!({"intent": "complete_task", "confidence": 1.0, "task_ids": [1]}))
        .collect();
    row(
        "500 commands",
        reading(json!(commands)),
        RETRIED,
        "nonsense",
    )
    .await;
}

#[tokio::test]
async fn fifty_megabytes() {
    row("50 MB answer", Step::Flood(50), RETRIED, "too_large").await;
}

#[tokio::test]
async fn compressed() {
    let headers = vec![("content-encoding", "gzip".to_owned())];
    row(
        "compressed bomb",
        Step::Status(200, headers, vec![31, 139, 8, 0, 0]),
        RETRIED,
        "too_large",
    )
    .await;
}

#[tokio::test]
async fn redirects_inside() {
    on(Engine::Sqlite, async |home: &Home| {
        let inner = ScriptedModel::start([reading(json!([]))]).await;
        let location = format!("{}/chat/completions", inner.base_url());
        let step = Step::Status(302, vec![("location", location)], Vec::new());
        let server = ScriptedModel::start([step]).await;
        let alice = at_home(home, model(&server)).await;
        ends_within("redirects to an inner address", RETRIED, &alice, "rejected").await;
        at_once_when_open("redirects to an inner address", &alice).await;
        assert!(inner.asked().is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_inner_address_that_was_not_allowed() {
    on(Engine::Sqlite, async |home: &Home| {
        let server = ScriptedModel::start([reading(json!([]))]).await;
        let outbound = Outbound::new(Vec::new()).unwrap();
        let place = ChatServer {
            base_url: server.base_url(),
            model: "scripted".to_owned(),
            key: None,
        };
        let refused = LanguageModel {
            chat: ChatModel::new(outbound, place, LIMITS),
            ..model(&server)
        };
        let alice = at_home(home, refused).await;
        ends_within("an inner address", AT_ONCE * 5, &alice, "unreachable").await;
        at_once_when_open("an inner address", &alice).await;
        assert!(server.asked().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_revoked_key() {
    on(Engine::Sqlite, async |home: &Home| {
        let body = format!("{{\"error\":{{\"message\":\"Incorrect API key provided: {KEY}\"}}}}");
        let server = ScriptedModel::start([Step::Status(401, Vec::new(), body.into_bytes())]).await;
        let alice = at_home(home, model(&server)).await;
        ends_within("401", AT_ONCE * 5, &alice, "key_refused").await;
        at_once_when_open("401", &alice).await;
        for message in alice.messages().await {
            assert!(
                !serde_json::to_string(&message.metadata)
                    .unwrap()
                    .contains("canary")
            );
            assert!(!message.content.contains("canary"));
        }
        assert_eq!(server.asked().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_prompt_that_is_too_long_for_it() {
    row(
        "400, prompt too long",
        Step::refuse("the request exceeds the available context size"),
        RETRIED,
        "rejected",
    )
    .await;
}
