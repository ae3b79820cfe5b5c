//! Messages that are none, conversations that are somebody else's, tokens that may not do everything.

use tasktalk_assistant::{Permissions, TurnError};
use tasktalk_domain::ConversationId;

use crate::home::{changed, on_each_engine};

#[tokio::test]
async fn blank_and_endless_messages_are_refused() {
    on_each_engine(async |home| {
        let alice = home.alice();
        for blank in ["", "   ", "\n\t ", "\u{200b}\u{202e}", "\0"] {
            let refused = alice.tries(blank).await;
            assert!(matches!(refused, Err(TurnError::BlankMessage)), "{blank:?}");
        }
        for long in ["x".repeat(4_001), "é".repeat(4_001), "x".repeat(1_000_000)] {
            let refused = alice.tries(&long).await;
            assert!(matches!(refused, Err(TurnError::MessageTooLong)));
        }
        assert_eq!(alice.conversation.get(), None);
        let longest = alice.tries(&format!("  {}  ", "é".repeat(4_000))).await;
        assert!(longest.is_ok());
    })
    .await;
}

#[tokio::test]
async fn an_unknown_or_foreign_conversation_is_not_found() {
    on_each_engine(async |home| {
        let (alice, bob) = (home.alice(), home.bob());
        alice.says("add buy milk").await;
        bob.conversation.set(alice.conversation.get());
        let foreign = bob.tries("add call mum").await;
        assert!(matches!(foreign, Err(TurnError::ConversationNotFound)));
        bob.conversation
            .set(Some(ConversationId(home.clock.new_id())));
        let unknown = bob.tries("add call mum").await;
        assert!(matches!(unknown, Err(TurnError::ConversationNotFound)));
        assert!(bob.list().await.is_empty());
        assert_eq!(alice.messages().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_title_that_is_too_long_is_told_and_nothing_is_added() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says(&format!("add task '{}'", "x".repeat(201))).await;
        assert_eq!(turn.response, "❌ Title must be 200 characters or less");
        assert!(!turn.success);
        assert!(alice.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_token_does_no_more_than_it_may() {
    on_each_engine(async |home| {
        let mut alice = home.alice();
        alice.says("add buy milk").await;
        alice.permissions = Permissions {
            delete: false,
            ..Permissions::ALL
        };
        let turn = alice.says("delete task 1").await;
        assert_eq!(turn.response, "❌ This token lacks the scope tasks:delete");
        assert!(changed(&turn).is_empty());
        alice.permissions = Permissions {
            read: false,
            ..Permissions::ALL
        };
        for message in [
            "complete the milk",
            "what's pending?",
            "complete everything",
        ] {
            let turn = alice.says(message).await;
            assert!(
                !turn.response.contains("Buy milk"),
                "{message}: {}",
                turn.response
            );
            assert!(!turn.success, "{message}");
        }
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn a_user_who_is_gone_is_told_apart() {
    on_each_engine(async |home| {
        let mut alice = home.alice();
        alice.id = tasktalk_domain::UserId(999);
        let refused = alice.tries("add buy milk").await;
        assert!(matches!(refused, Err(TurnError::NoSuchUser)));
    })
    .await;
}
