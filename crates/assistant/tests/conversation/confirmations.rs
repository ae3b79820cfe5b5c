//! What is only done after a yes: deleting several tasks, and changing many.

use serde_json::json;
use tasktalk_domain::{Continuation, PendingKind};

use crate::home::{Person, changed, on_each_engine};

async fn with_tasks(person: &Person, count: usize) {
    for number in 1..=count {
        person
            .elsewhere("add_task", json!({"title": format!("Errand {number}")}))
            .await;
    }
}

#[tokio::test]
async fn deleting_two_is_confirmed() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "add pay rent"])
            .await;
        for message in ["delete 1 and 3", "delete 1, delete 3"] {
            let turn = alice.says(message).await;
            assert_eq!(
                turn.response, "🤔 Delete 2 tasks: #1 'Buy milk', #3 'Pay rent'?",
                "{message}"
            );
            assert_eq!(turn.pending.as_ref().unwrap().kind, PendingKind::Confirm);
            assert_eq!(alice.list().await.len(), 3);
        }
        let done = alice.says("yes").await;
        assert_eq!(
            done.response,
            "🗑️ Task #1 'Buy milk' deleted\n🗑️ Task #3 'Pay rent' deleted"
        );
        assert_eq!(alice.list().await, ["Call mum"]);
        let twice = alice.says("yes").await;
        assert!(changed(&twice).is_empty());
    })
    .await;
}

#[tokio::test]
async fn no_deletes_nothing() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "delete everything"])
            .await;
        let turn = alice.says("no").await;
        assert_eq!(turn.response, "👌 OK, nothing was changed.");
        assert_eq!(alice.list().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn completing_up_to_ten_is_done_and_more_is_confirmed_with_samples() {
    on_each_engine(async |home| {
        let alice = home.alice();
        with_tasks(&alice, 11).await;
        let turn = alice.says("complete everything").await;
        assert_eq!(
            turn.response,
            "🤔 Complete 11 tasks? For example #1 'Errand 1', #2 'Errand 2', #3 'Errand 3'."
        );
        let done = alice.clicks(&turn, "yes").await.unwrap();
        assert_eq!(changed(&done).len(), 11);
        assert!(
            done.response.starts_with("✅ 11 tasks completed:"),
            "{}",
            done.response
        );

        with_tasks(&alice, 10).await;
        let ten = alice.says("complete everything").await;
        assert_eq!(changed(&ten).len(), 10, "{}", ten.response);
        assert_eq!(ten.response.lines().count(), 10);
    })
    .await;
}

#[tokio::test]
async fn a_confirmation_holds_for_these_tasks_at_these_versions() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "delete everything"])
            .await;
        alice
            .elsewhere("add_task", json!({"title": "Pay rent"}))
            .await;
        let done = alice.says("yes").await;
        // The new task was not part of the question.
        assert_eq!(changed(&done), [1, 2]);
        assert_eq!(alice.list().await, ["Pay rent"]);
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_is_asked_about_anew() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add call mum", "add pay rent"]).await;
        let first = alice.says("delete all").await;
        alice.elsewhere("update_task", json!({"task_id": 2, "title": "Call mum about the keys"})).await;
        alice.elsewhere("delete_task", json!({"task_id": 3})).await;
        let again = alice.says("yes").await;
        assert!(changed(&again).is_empty());
        assert_eq!(
            again.response,
            "🤔 Some of this has changed since I asked. Delete 2 tasks: #1 'Buy milk', #2 'Call mum about the keys'?"
        );
        assert_ne!(again.pending.as_ref().unwrap().id, first.pending.unwrap().id);
        let Continuation::OnExactly { targets, .. } = &again.pending.as_ref().unwrap().continuation
        else {
            panic!("not bound to tasks");
        };
        assert_eq!(targets.len(), 2);
        assert_eq!(changed(&alice.says("yes").await), [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn everything_confirmed_can_be_undone_at_once() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "delete everything", "yes"])
            .await;
        assert!(alice.list().await.is_empty());
        let turn = alice.says("undo").await;
        assert_eq!(changed(&turn).len(), 2);
        assert_eq!(alice.list().await, ["Buy milk", "Call mum"]);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_contradicts_itself_confirms_nothing() {
    for answer in ["yes no", "yes?", "yes, keep them"] {
        on_each_engine(async |home| {
            let alice = home.alice();
            let asked = alice
                .says_all(&["add buy milk", "add call Bob", "delete all"])
                .await;
            let again = alice.says(answer).await;
            assert_eq!(again.response, asked.response, "{answer}");
            assert_eq!(alice.list().await.len(), 2, "{answer}");
            assert_eq!(changed(&alice.says("yes").await), [1, 2], "{answer}");
        })
        .await;
    }
}

/// Alice has eleven tasks and is asked about all of them.
async fn asked_about_all(alice: &Person, message: &str) -> tasktalk_assistant::Turn {
    with_tasks(alice, 11).await;
    alice.says(message).await
}

#[tokio::test]
async fn a_change_of_one_leaves_the_question_about_all_standing() {
    on_each_engine(async |home| {
        let alice = home.alice();
        asked_about_all(&alice, "make everything high priority").await;
        let other = alice.says("change #1 to zz").await;
        assert_eq!(changed(&other), [1], "{}", other.response);
        assert!(other.response.contains("Still open:"), "{}", other.response);
        let again = alice.says("yes").await;
        assert!(
            again.response.contains("has changed since I asked"),
            "{}",
            again.response
        );
        assert_eq!(changed(&alice.says("yes").await).len(), 11);
    })
    .await;
}

#[tokio::test]
async fn another_addition_leaves_an_offer_standing() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["book me a train", "add buy bread", "yes"])
            .await;
        assert_eq!(alice.list().await, ["Buy bread", "Book a train"]);
    })
    .await;
}

#[tokio::test]
async fn small_talk_does_not_let_a_confirmation_fall() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call Bob", "delete all", "thanks"])
            .await;
        let again = alice.says("thanks").await;
        assert!(again.response.contains("Still open:"), "{}", again.response);
        assert_eq!(changed(&alice.says("yes").await), [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn the_date_of_many_tasks_is_told_before_and_after() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let asked = asked_about_all(&alice, "move everything to friday").await;
        assert!(
            asked.response.ends_with("📅 Fri 27 Nov 2026"),
            "{}",
            asked.response
        );
        let done = alice.says("yes").await;
        assert_eq!(changed(&done).len(), 11);
        assert!(
            done.response.contains("📅 Fri 27 Nov 2026"),
            "{}",
            done.response
        );
    })
    .await;
}
