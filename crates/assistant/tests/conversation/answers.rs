//! Questions and their answers: in words, by a click, too late, after a restart, or not at all.

use jiff::SignedDuration;
use tasktalk_assistant::TurnError;
use tasktalk_domain::PendingKind;

use crate::home::{Home, Person, changed, offered, on_each_engine};

/// Alice is asked which of two meetings she means.
async fn asked_which(home: &Home) -> (Person, tasktalk_assistant::Turn) {
    let alice = home.alice();
    alice
        .says_all(&["add team meeting", "add meeting with Bob", "add buy milk"])
        .await;
    let turn = alice.says("done with the meeting").await;
    assert_eq!(
        turn.response,
        "🤔 Which task did you mean?\n1. #1 Team meeting\n2. #2 Meeting with Bob"
    );
    assert!(!turn.success);
    assert_eq!(offered(&turn), [1, 2]);
    assert_eq!(turn.pending.as_ref().unwrap().kind, PendingKind::Choice);
    assert!(changed(&turn).is_empty());
    (alice, turn)
}

#[tokio::test]
async fn which_one_is_answered_in_many_ways() {
    for (answer, expected) in [
        ("2", vec![2]),
        ("the second", vec![2]),
        ("the first one", vec![1]),
        ("#2", vec![2]),
        ("the one with Bob", vec![2]),
        ("team meeting", vec![1]),
        ("both", vec![1, 2]),
        ("neither", vec![]),
        ("no", vec![]),
    ] {
        on_each_engine(async |home| {
            let (alice, _) = asked_which(home).await;
            let turn = alice.says(answer).await;
            assert_eq!(changed(&turn), expected, "{answer}: {}", turn.response);
            assert_eq!(turn.pending, None, "{answer}");
            assert!(turn.success, "{answer}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_click_answers_once() {
    on_each_engine(async |home| {
        let (alice, question) = asked_which(home).await;
        let turn = alice.clicks(&question, "2").await.unwrap();
        assert_eq!(turn.response, "✅ Task #2 completed: **Meeting with Bob**");
        let messages = alice.messages().await;
        assert_eq!(messages[messages.len() - 2].content, "#2 Meeting with Bob");

        let again = alice.clicks(&question, "1").await;
        assert!(matches!(again, Err(TurnError::PendingNotFound)));
        assert_eq!(alice.list().await[0], "Team meeting");
    })
    .await;
}

#[tokio::test]
async fn a_click_on_none_of_these_leaves_everything() {
    on_each_engine(async |home| {
        let (alice, question) = asked_which(home).await;
        let wrong = alice.clicks(&question, "17").await;
        assert!(matches!(wrong, Err(TurnError::PendingNotFound)));
        let turn = alice.clicks(&question, "none").await.unwrap();
        assert_eq!(turn.response, "👌 OK, nothing was changed.");
        assert!(changed(&turn).is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_question_survives_a_restart() {
    on_each_engine(async |home| {
        let (alice, _) = asked_which(home).await;
        let alice = home.restarted(&alice);
        let turn = alice.says("2").await;
        assert_eq!(turn.response, "✅ Task #2 completed: **Meeting with Bob**");
    })
    .await;
}

#[tokio::test]
async fn a_question_expires() {
    on_each_engine(async |home| {
        let (alice, question) = asked_which(home).await;
        home.clock.advance(SignedDuration::from_mins(5));
        let click = alice.clicks(&question, "2").await;
        assert!(matches!(click, Err(TurnError::PendingNotFound)));
        let turn = alice.says("the second one").await;
        assert!(changed(&turn).is_empty(), "{}", turn.response);
        assert!(!turn.success);
    })
    .await;
}

#[tokio::test]
async fn yes_that_comes_too_late_is_told() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "delete 1 and 2"])
            .await;
        home.clock.advance(SignedDuration::from_mins(6));
        let turn = alice.says("yes").await;
        assert!(
            turn.response
                .starts_with("❌ That question is no longer open"),
            "{}",
            turn.response
        );
        assert_eq!(alice.list().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn an_unrelated_command_leaves_the_question_standing_and_it_is_offered_once_more() {
    on_each_engine(async |home| {
        let (alice, question) = asked_which(home).await;
        let id = question.pending.unwrap().id;
        let unrelated = alice.says("add call the plumber").await;
        assert!(
            unrelated
                .response
                .starts_with("✅ Task #4 created: **Call the plumber**"),
            "{}",
            unrelated.response
        );
        assert!(unrelated.response.contains("Which task did you mean?"));
        assert_eq!(unrelated.pending.as_ref().unwrap().id, id);
        assert!(unrelated.success);

        let another = alice.says("add water the plants").await;
        assert_eq!(another.response, "✅ Task #5 created: **Water the plants**");
        assert_eq!(another.pending.as_ref().unwrap().id, id);
        assert_eq!(changed(&alice.says("2").await), [2]);
    })
    .await;
}

#[tokio::test]
async fn saying_it_clearly_settles_the_question() {
    on_each_engine(async |home| {
        let (alice, _) = asked_which(home).await;
        let turn = alice.says("complete task 1").await;
        assert_eq!(turn.response, "✅ Task #1 completed: **Team meeting**");
        assert_eq!(turn.pending, None);
    })
    .await;
}

#[tokio::test]
async fn something_that_is_not_ours_is_offered_but_not_done() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("book me a train").await;
        assert_eq!(turn.response, "🤔 Add 'Book a train' to your list?");
        assert_eq!(turn.pending.as_ref().unwrap().kind, PendingKind::Add);
        assert!(changed(&turn).is_empty());
        let added = alice.says("yes").await;
        assert_eq!(added.response, "✅ Task #1 created: **Book a train**");
    })
    .await;
}

#[tokio::test]
async fn no_to_an_offer_leaves_the_list_alone() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("book me a train").await;
        let turn = alice.says("no").await;
        assert_eq!(turn.response, "👌 OK, nothing was changed.");
        assert!(alice.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_question_belongs_to_its_conversation() {
    on_each_engine(async |home| {
        let (_, question) = asked_which(home).await;
        let elsewhere = home.alice();
        elsewhere.says("add wash the car").await;
        let click = elsewhere.clicks(&question, "2").await;
        assert!(matches!(click, Err(TurnError::PendingNotFound)));
        assert!(changed(&elsewhere.says("2").await).is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_forgotten_when_something_else_is_said() {
    for aside in [
        "good night",
        "asdfghjkl",
        "what did I say before?",
        "🍎",
        "thanks",
    ] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice.says("play some music").await;
            let turn = alice.says(aside).await;
            assert!(
                !turn.response.contains("as an answer"),
                "{aside}: {}",
                turn.response
            );
            assert_eq!(turn.pending, None, "{aside}: {}", turn.response);
            let yes = alice.says("yes").await;
            assert!(changed(&yes).is_empty(), "{aside}: {}", yes.response);
        })
        .await;
    }
}

#[tokio::test]
async fn what_is_no_answer_is_asked_about_once_and_then_forgotten() {
    on_each_engine(async |home| {
        let (alice, question) = asked_which(home).await;
        let again = alice.says("asdfghjkl").await;
        assert!(
            again
                .response
                .starts_with("🤔 I didn't understand that as an answer.\n\nStill open:"),
            "{}",
            again.response
        );
        assert_eq!(
            again.pending.as_ref().map(|pending| pending.id),
            question.pending.map(|pending| pending.id)
        );
        let gone = alice.says("asdfghjkl").await;
        assert_eq!(gone.pending, None);
        assert!(!gone.response.contains("as an answer"), "{}", gone.response);
        assert!(changed(&alice.says("2").await).is_empty());
    })
    .await;
}

#[tokio::test]
async fn small_talk_gets_its_own_answer_and_leaves_the_question_for_one_more_turn() {
    on_each_engine(async |home| {
        let (alice, _) = asked_which(home).await;
        assert_eq!(alice.says("thanks").await.response, "🙂 You're welcome!");
        assert_eq!(changed(&alice.says("the second one").await), [2]);

        alice
            .says_all(&["undo", "done with the meeting", "thanks", "thanks"])
            .await;
        assert!(changed(&alice.says("2").await).is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_question_that_was_out_of_sight_for_two_replies_is_not_answered_by_chance() {
    on_each_engine(async |home| {
        let (alice, _) = asked_which(home).await;
        let last = alice
            .says_all(&[
                "add call the plumber",
                "add water the plants",
                "add pay rent",
            ])
            .await;
        assert_eq!(last.pending, None);
        assert!(changed(&alice.says("2").await).is_empty());
    })
    .await;
}
