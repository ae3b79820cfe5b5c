//! "Undo": this conversation's newest change, and again and again backwards.

use serde_json::json;
use tasktalk_domain::PendingKind;

use crate::home::{changed, on_each_engine, tools};

#[tokio::test]
async fn undo_goes_backwards_step_by_step() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "complete task 1", "delete task 1"])
            .await;
        let back = alice.says("undo").await;
        assert_eq!(back.response, "↩️ Task #1 is back: **Buy milk**");
        assert_eq!(tools(&back), ["undo"]);
        assert_eq!(alice.list().await, ["✓ Buy milk"]);
        assert_eq!(
            alice.says("undo").await.response,
            "↩️ Task #1 is open again: **Buy milk**"
        );
        assert_eq!(
            alice.says("oops").await.response,
            "↩️ Task #1 'Buy milk' is off the list again"
        );
        let nothing = alice.says("undo").await;
        assert_eq!(nothing.response, "❌ There is nothing to undo");
        assert!(!nothing.success);
    })
    .await;
}

#[tokio::test]
async fn several_steps_and_several_commands() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum and pay rent"])
            .await;
        alice.says("undo the last two").await;
        assert!(alice.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn undo_stays_in_its_conversation() {
    on_each_engine(async |home| {
        let (one, other) = (home.alice(), home.alice());
        one.says("add buy milk").await;
        other.says("add call mum").await;
        one.says("undo").await;
        assert_eq!(one.list().await, ["Call mum"]);
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_is_asked_about_first() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "complete task 1"]).await;
        alice.elsewhere("update_task", json!({"task_id": 1, "title": "Buy oat milk"})).await;
        let turn = alice.says("undo").await;
        assert_eq!(
            turn.response,
            "🤔 Task #1 'Buy oat milk' has changed since in another way, and undoing would overwrite that. Undo anyway?"
        );
        assert_eq!(turn.pending.as_ref().unwrap().kind, PendingKind::Confirm);
        assert!(!turn.success);
        assert_eq!(alice.list().await, ["✓ Buy oat milk"]);

        let forced = alice.says("yes").await;
        assert_eq!(changed(&forced), [1]);
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn put_it_back_means_what_was_just_deleted() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "delete task 1"]).await;
        alice.says("no, put it back").await;
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn bringing_back_never_takes_a_task_away() {
    const BACK: [&str; 7] = [
        "bring it back",
        "put it back",
        "put them back",
        "restore it",
        "restore those",
        "undo the deletion",
        "undelete it",
    ];
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add call mum"]).await;
        for message in BACK {
            let turn = alice.says(message).await;
            assert!(
                turn.response
                    .starts_with("❌ There is nothing to bring back"),
                "{message}: {}",
                turn.response
            );
            assert!(!turn.success && changed(&turn).is_empty(), "{message}");
        }
        for message in BACK {
            alice.says_all(&["delete 2", "restore 2"]).await;
            let again = alice.says(message).await;
            assert!(changed(&again).is_empty(), "{message}: {}", again.response);
            assert_eq!(alice.list().await, ["Buy milk", "Call mum"], "{message}");

            alice.says_all(&["delete 2", "add pay rent"]).await;
            let back = alice.says(message).await;
            assert_eq!(changed(&back), [2], "{message}: {}", back.response);
            assert!(
                back.response.contains("Task #2 is back"),
                "{}",
                back.response
            );
            alice.says("undo").await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_completed_or_taken_off_by_undo_comes_back() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "complete 1"]).await;
        let unrelated = alice.says("undo the deletion").await;
        assert!(changed(&unrelated).is_empty(), "{}", unrelated.response);
        let open = alice.says("put it back").await;
        assert_eq!(open.response, "↩️ Task #1 is open again: **Buy milk**");

        alice.says_all(&["add call mum", "undo"]).await;
        let back = alice.says("bring it back").await;
        assert_eq!(changed(&back), [2], "{}", back.response);
        assert_eq!(alice.list().await, ["Buy milk", "Call mum"]);

        // Of several changes in one message, only the loss is made good.
        alice.says("delete 1, add pay rent").await;
        let one = alice.says("bring it back").await;
        assert_eq!(changed(&one), [1], "{}", one.response);
        assert_eq!(alice.list().await, ["Buy milk", "Call mum", "Pay rent"]);
    })
    .await;
}

#[tokio::test]
async fn bringing_back_asks_before_it_overwrites() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "complete 1, add call mum"])
            .await;
        alice
            .elsewhere(
                "update_task",
                json!({"task_id": 1, "title": "Buy oat milk"}),
            )
            .await;
        let asked = alice.says("put it back").await;
        assert!(asked.pending.is_some(), "{}", asked.response);
        assert_eq!(changed(&alice.says("yes").await), [1]);
        assert_eq!(alice.list().await, ["Buy milk", "Call mum"]);
    })
    .await;
}

#[tokio::test]
async fn with_a_question_open_undo_takes_the_question_back() {
    for word in ["undo", "oops", "undo that"] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice
                .says_all(&[
                    "add buy milk",
                    "add call mum",
                    "complete task 2",
                    "delete 1 and 2",
                ])
                .await;
            let turn = alice.says(word).await;
            assert_eq!(
                turn.response, "👌 OK, forget that question. This message changed nothing.",
                "{word}"
            );
            assert_eq!(turn.pending, None);
            assert!(changed(&alice.says("yes").await).is_empty());
            assert_eq!(changed(&alice.says("undo").await), [2]);
        })
        .await;
    }
}

#[tokio::test]
async fn what_was_changed_after_the_question_is_undone() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add buy milk",
                "add call mum",
                "delete 1 and 2",
                "add pay rent",
            ])
            .await;
        assert_eq!(changed(&alice.says("undo").await), [3]);
    })
    .await;
}

#[tokio::test]
async fn oops_is_about_what_just_happened() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "show my tasks"]).await;
        alice.says("oops").await;
        assert!(alice.list().await.is_empty());

        alice
            .says_all(&["add buy milk", "show my tasks", "what's due today?"])
            .await;
        let old = alice.says("oops").await;
        assert!(
            old.response.starts_with("❌ Nothing was changed just now"),
            "{}",
            old.response
        );
        assert!(!old.success);
        assert_eq!(alice.list().await, ["Buy milk"]);
        alice.says("undo").await;
        assert!(alice.list().await.is_empty());
    })
    .await;
}
