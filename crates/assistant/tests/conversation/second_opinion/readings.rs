//! A model as intent parser.

use serde_json::json;
use tasktalk_assistant::{Permissions, WhenAsked};
use tasktalk_scripted_model::ScriptedModel;

use super::{SMALL_TALK, UNSURE, model, pick_up_the_kids, reading};
use crate::home::{on_each_engine, tools};

#[tokio::test]
async fn what_the_engine_is_not_sure_of_is_read_again() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([pick_up_the_kids()]).await;
        let alice = home.thinking(model(&server)).alice();
        let turn = alice.says(UNSURE).await;
        assert_eq!(tools(&turn), ["add_task"], "{}", turn.response);
        assert!(
            turn.response.contains("Sun 22 Nov 2026, 16:00"),
            "{}",
            turn.response
        );
        assert_eq!(turn.engine, "scripted");
        assert_eq!(alice.list().await, ["Pick up the kids"]);

        let messages = alice.messages().await;
        assert_eq!(messages.len(), 2);
        assert_eq!(messages[0].content, UNSURE);
        let used = messages[1].metadata.model.clone().unwrap();
        assert_eq!(
            (used.model.as_str(), used.outcome.as_str()),
            ("scripted", "commands")
        );
        assert_eq!((used.prompt_tokens, used.completion_tokens), (100, 20));
        assert_eq!(turn.model, Some(used));
        // It can be taken back, and talked about, like anything else.
        alice.says("make it high priority").await;
        alice.says_all(&["undo", "undo"]).await;
        assert_eq!(alice.list().await.len(), 0);
        assert_eq!(server.asked().len(), 1, "what is plain is not asked about");
    })
    .await;
}

#[tokio::test]
async fn what_the_engine_is_sure_of_is_not_asked_about() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([]).await;
        let alice = home.thinking(model(&server)).alice();
        let plain = home.bob();
        for message in [
            "add buy milk",
            "show my tasks",
            "hello",
            "done with the milk",
            "undo",
        ] {
            let (with, without) = (alice.says(message).await, plain.says(message).await);
            assert_eq!(with.response, without.response);
            assert_eq!(with.engine, "embedded");
            assert_eq!(with.model, None);
        }
        assert!(server.asked().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_task_that_no_words_lead_to_is_found_by_meaning_and_asked_about() {
    on_each_engine(async |home| {
        let command = json!({"intent": "complete_task", "confidence": 0.97, "task_ids": [2]});
        let server = ScriptedModel::start([reading(json!([command]))]).await;
        let alice = home.thinking(model(&server)).alice();
        alice.says_all(&["add call the bank", "add dentist"]).await;
        let turn = alice.says("been to the tooth doctor").await;
        assert!(turn.receipts.is_empty());
        assert!(turn.response.contains("Dentist"), "{}", turn.response);
        alice.says("yes").await;
        assert_eq!(alice.list().await, ["Call the bank", "✓ Dentist"]);
        assert_eq!(
            server.asked().len(),
            1,
            "the answer is not the model's business"
        );
    })
    .await;
}

#[tokio::test]
async fn the_model_sees_what_was_said_and_the_likely_tasks_and_no_more() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([reading(json!([]))]).await;
        let thinking = home.thinking(model(&server));
        let bob = thinking.bob();
        bob.says("add buy a secret present for Alice").await;
        let alice = thinking.alice();
        for number in 0..40 {
            alice
                .elsewhere(
                    "add_task",
                    json!({"title": format!("Chore {number}"), "description": "private"}),
                )
                .await;
        }
        alice.says("add call the zoo").await;
        alice.says(SMALL_TALK).await;
        let asked = &server.asked()[0];
        let document: serde_json::Value = serde_json::from_str(asked.user_text()).unwrap();
        assert_eq!(document["message"], SMALL_TALK);
        assert_eq!(document["now"], "Sunday 2026-11-22 10:00");
        assert_eq!(document["time_zone"], "Europe/Berlin");
        assert_eq!(document["tasks"].as_array().unwrap().len(), 30);
        assert!(asked.user_text().contains("Call the zoo"));
        assert_eq!(document["history"][0]["text"], "add call the zoo");
        let everything = asked.body.to_string();
        for hidden in ["secret present", "private", "Alice", "canary"] {
            assert!(!everything.contains(hidden), "{hidden}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_leaves_without_agreement_or_the_right_to_look() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([pick_up_the_kids()]).await;
        let careful = tasktalk_assistant::LanguageModel {
            everybody_agreed: false,
            ..model(&server)
        };
        let alice = home.thinking(careful).alice();
        let turn = alice.says(UNSURE).await;
        assert_eq!(turn.engine, "embedded");
        assert!(!turn.response.contains("model"), "{}", turn.response);

        let mut script = home.thinking(model(&server)).bob();
        script.permissions = Permissions {
            read: false,
            ..Permissions::ALL
        };
        script.says(UNSURE).await;
        assert!(server.asked().is_empty());
    })
    .await;
}

#[tokio::test]
async fn it_can_be_asked_every_time() {
    on_each_engine(async |home| {
        let command = json!({"intent": "add_task", "confidence": 0.99, "title": "milk"});
        let server = ScriptedModel::start([reading(json!([command]))]).await;
        let always = tasktalk_assistant::LanguageModel {
            when: WhenAsked::Always,
            ..model(&server)
        };
        let alice = home.thinking(always).alice();
        let turn = alice.says("add buy milk").await;
        assert_eq!(turn.engine, "scripted");
        alice.says_all(&["thanks", "undo"]).await;
        assert_eq!(server.asked().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_persons_tokens_of_the_day_can_be_used_up() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([reading(json!([]))]).await;
        let limited = tasktalk_assistant::LanguageModel {
            tokens_per_day: Some(2_500),
            ..model(&server)
        };
        let thinking = home.thinking(limited);
        let alice = thinking.alice();
        let mut told = 0;
        for _ in 0..20 {
            let turn = alice.says(SMALL_TALK).await;
            told += usize::from(turn.response.contains("Today's share"));
        }
        let asked = server.asked().len();
        assert!(
            asked > 0 && asked < 20 && asked + told == 20,
            "{asked} {told}"
        );
        thinking.bob().says(SMALL_TALK).await;
        assert_eq!(
            server.asked().len(),
            asked + 1,
            "others have their own share"
        );
        home.clock.advance(jiff::SignedDuration::from_hours(24));
        alice.says(SMALL_TALK).await;
        assert_eq!(
            server.asked().len(),
            asked + 2,
            "and tomorrow is another day"
        );
    })
    .await;
}
