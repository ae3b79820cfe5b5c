//! A retried message acts once, and what is stored lets any instance go on.

use tasktalk_assistant::TurnError;

use crate::home::{in_order, on_each_engine};

#[tokio::test]
async fn the_same_key_with_the_same_request_is_answered_the_same() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let first = alice.sends("add buy milk", "k1").await.unwrap();
        assert!(!first.replayed);
        let second = home
            .restarted(&alice)
            .sends("add buy milk", "k1")
            .await
            .unwrap();
        assert!(second.replayed);
        assert_eq!(
            serde_json::to_string(&first).unwrap(),
            serde_json::to_string(&second).unwrap()
        );
        assert_eq!(alice.list().await, ["Buy milk"]);
        assert_eq!(alice.messages().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_same_key_with_another_request_is_refused() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.sends("add buy milk", "k1").await.unwrap();
        let other = alice.sends("add call mum", "k1").await;
        assert!(matches!(other, Err(TurnError::IdempotencyMismatch)));
        assert_eq!(alice.list().await, ["Buy milk"]);
        // The key is the user's own: somebody else may use the same.
        home.bob().sends("add call mum", "k1").await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_instances_that_get_the_same_request_act_once() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("hello").await;
        let other = home.restarted(&alice);
        let (one, two) = tokio::join!(
            alice.sends("add buy milk", "k1"),
            other.sends("add buy milk", "k1")
        );
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_ne!(one.replayed, two.replayed);
        assert_eq!(one.message, two.message);
        assert_eq!(alice.list().await, ["Buy milk"]);
        assert_eq!(alice.messages().await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn equal_messages_without_a_key_are_two_messages() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add buy milk"]).await;
        assert_eq!(alice.list().await, ["Buy milk", "Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn a_conversation_goes_on_after_a_restart() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "show my tasks"])
            .await;
        let alice = home.restarted(&alice);
        alice.says("complete the second one").await;
        let alice = home.restarted(&alice);
        alice.says("reopen it").await;
        let alice = home.restarted(&alice);
        alice.says("undo").await;
        assert_eq!(alice.list().await, ["Buy milk", "✓ Call mum"]);
        let messages = alice.messages().await;
        assert_eq!(messages.len(), 12);
        assert!(in_order(&messages));
        let said: Vec<&str> = messages
            .iter()
            .step_by(2)
            .map(|message| message.content.as_str())
            .collect();
        assert_eq!(
            said,
            [
                "add buy milk",
                "add call mum",
                "show my tasks",
                "complete the second one",
                "reopen it",
                "undo"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn answers_are_stored_as_they_were_given() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("add buy milk tomorrow #shopping").await;
        let messages = alice.messages().await;
        assert_eq!(messages[1].id, turn.message);
        assert_eq!(messages[1].content, turn.response);
        assert_eq!(messages[1].tool_calls, turn.tool_calls);
        assert_eq!(messages[1].metadata.receipts, turn.receipts);
        assert_eq!(messages[1].metadata.success, Some(true));
        assert_eq!(messages[1].metadata.engine.as_deref(), Some("embedded"));
    })
    .await;
}

#[tokio::test]
async fn a_retry_after_its_conversation_was_deleted_does_nothing_again() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let first = alice.sends("add buy milk", "k1").await.unwrap();
        alice
            .assistant
            .conversations()
            .delete_conversation(alice.id, first.conversation)
            .await
            .unwrap();
        alice.conversation.set(None);
        let again = alice.sends("add buy milk", "k1").await;
        assert!(matches!(again, Err(TurnError::ConversationNotFound)));
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}
