//! A model as answerer of open questions.

use serde_json::json;
use tasktalk_scripted_model::{ScriptedModel, Step};

use super::model;
use crate::home::on_each_engine;

#[tokio::test]
async fn an_open_question_is_answered_from_the_tasks() {
    on_each_engine(async |home| {
        let words = "Start with #2 Pay the rent, it is due today. Then #1.";
        let server = ScriptedModel::start([Step::Words(words.to_owned())]).await;
        let alice = home.thinking(model(&server)).alice();
        alice
            .says_all(&["add buy milk", "add pay the rent today"])
            .await;
        let turn = alice.says("what should I do first?").await;
        assert_eq!(turn.response, words);
        assert!(turn.success && turn.receipts.is_empty() && turn.tool_calls.is_empty());
        assert_eq!(turn.engine, "scripted");
        assert_eq!(turn.model.unwrap().outcome, "words");
        let asked = &server.asked()[0];
        assert!(asked.user_text().contains("Pay the rent"));
        assert!(asked.body["response_format"].is_null());
        assert_eq!(alice.messages().await.last().unwrap().content, words);
    })
    .await;
}

#[tokio::test]
async fn a_question_that_turns_up_in_a_reading_is_answered_as_well() {
    on_each_engine(async |home| {
        let question = Step::Json(json!({"commands": [], "is_question": true}));
        let server =
            ScriptedModel::start([question, Step::Words("A lot, but not too much.".to_owned())])
                .await;
        let alice = home.thinking(model(&server)).alice();
        let turn = alice
            .says("do these chores look like a sane amount to you?")
            .await;
        if turn.engine == "scripted" {
            assert_eq!(turn.response, "A lot, but not too much.");
            assert_eq!(
                turn.model.unwrap().prompt_tokens,
                200,
                "both requests count"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn words_that_claim_a_change_are_replaced_by_what_happened() {
    on_each_engine(async |home| {
        let words = "Done! I've deleted #1 Buy milk for you. I also moved the rent to Friday. Enjoy your day.";
        let server = ScriptedModel::start([Step::Words(words.to_owned())]).await;
        let alice = home.thinking(model(&server)).alice();
        alice.says_all(&["add buy milk", "add pay the rent"]).await;
        let turn = alice.says("summarise my week").await;
        assert_eq!(turn.response, "Nothing was changed. Enjoy your day.");
        assert_eq!(alice.list().await, ["Buy milk", "Pay the rent"]);
    })
    .await;
}

#[tokio::test]
async fn the_words_are_handed_on_a_sentence_at_a_time() {
    on_each_engine(async |home| {
        let words = "Pay the rent. I have deleted the milk. Then rest.";
        let server = ScriptedModel::start([Step::Words(words.to_owned())]).await;
        let alice = home.thinking(model(&server)).alice();
        let mut following = alice.follows("what should I do first?").await;
        let (mut told, mut turn) = (Vec::new(), None);
        while let Some(event) = following.next().await {
            match event {
                TurnEvent::Text(piece) => told.push(piece),
                TurnEvent::Finished(finished) => turn = Some(finished),
                _ => {}
            }
        }
        assert_eq!(
            told,
            ["Pay the rent. ", "Nothing was changed. ", "Then rest."]
        );
        assert_eq!(turn.unwrap().response, told.concat());
    })
    .await;
}

#[tokio::test]
async fn a_question_that_waits_goes_on_waiting() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([Step::Words("The rent.".to_owned())]).await;
        let alice = home.thinking(model(&server)).alice();
        alice
            .says_all(&["add team meeting", "add budget meeting"])
            .await;
        alice.says("delete the meeting task").await;
        let turn = alice.says("what should I do first?").await;
        assert!(turn.response.starts_with("The rent."), "{}", turn.response);
        assert!(turn.pending.is_some());
        alice.says("the budget one").await;
        assert_eq!(alice.list().await, ["Team meeting"]);
    })
    .await;
}

#[tokio::test]
async fn without_an_answer_the_list_is_shown_and_the_user_is_told() {
    on_each_engine(async |home| {
        let server = ScriptedModel::start([Step::status(500)]).await;
        let alice = home.thinking(model(&server)).alice();
        alice.says("add buy milk").await;
        let turn = alice.says("what should I do first?").await;
        assert!(turn.response.contains("Buy milk"), "{}", turn.response);
        assert!(
            turn.response.contains("The language model gave no answer"),
            "{}",
            turn.response
        );
        assert_eq!(turn.engine, "embedded");
    })
    .await;
}
