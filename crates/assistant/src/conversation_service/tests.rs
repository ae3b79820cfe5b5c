use jiff::SignedDuration;
use uuid::Uuid;

use super::*;
use crate::test_support::{Home, on_each_engine};

fn title(text: &str) -> ConversationTitle {
    ConversationTitle::parse(text).unwrap()
}

fn said(content: &str) -> NewMessage {
    NewMessage {
        role: Role::User,
        content: content.to_owned(),
        tool_calls: Vec::new(),
        metadata: MessageMetadata::default(),
    }
}

fn all() -> ConversationQuery {
    ConversationQuery {
        limit: CONVERSATIONS_DEFAULT,
        cursor: None,
        text: None,
    }
}

async fn begin(home: &Home, name: &str) -> Conversation {
    home.assistant
        .conversations()
        .create_conversation(home.anna, Some(title(name)))
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test]
async fn a_conversation_begins_is_found_renamed_and_deleted() {
    on_each_engine(async |home| {
        let service = home.assistant.conversations();
        let begun = service.create_conversation(home.anna, None).await;
        let begun = begun.unwrap().unwrap();
        assert_eq!(begun.title.as_str(), "New Conversation");
        let found = service.get_conversation(home.anna, begun.id).await.unwrap();
        assert_eq!(found.as_ref(), Some(&begun));

        home.clock.advance(SignedDuration::from_mins(1));
        let renamed = service
            .update_conversation_title(home.anna, begun.id, title("Groceries"))
            .await
            .unwrap()
            .unwrap();
        assert_eq!(renamed.title.as_str(), "Groceries");
        assert_eq!(renamed.updated_at, home.clock.now());

        assert!(
            service
                .delete_conversation(home.anna, begun.id)
                .await
                .unwrap()
        );
        assert!(
            !service
                .delete_conversation(home.anna, begun.id)
                .await
                .unwrap()
        );
        let gone = service.get_conversation(home.anna, begun.id).await;
        assert_eq!(gone.unwrap(), None);
        let kinds: Vec<_> = home
            .events()
            .await
            .into_iter()
            .map(|event| event.0)
            .collect();
        assert_eq!(
            kinds,
            [
                "conversation.created",
                "conversation.updated",
                "conversation.deleted"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn messages_are_read_back_in_the_order_they_were_said() {
    on_each_engine(async |home| {
        let service = home.assistant.conversations();
        let conversation = begin(home, "Groceries").await;
        for n in 1..=5 {
            home.clock.advance(SignedDuration::from_secs(1));
            let said = said(&format!("Message {n}"));
            let added = service.add_message(home.anna, conversation.id, said).await;
            assert!(added.unwrap().is_some());
        }
        let page = service
            .get_messages(home.anna, conversation.id, 50, None)
            .await
            .unwrap()
            .unwrap();
        let texts: Vec<_> = page.messages.iter().map(|m| m.content.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Message 1",
                "Message 2",
                "Message 3",
                "Message 4",
                "Message 5"
            ]
        );
        let smallest = service
            .get_messages(home.anna, conversation.id, 0, None)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(smallest.messages[0].content, "Message 5");
        let older = service
            .get_messages(home.anna, conversation.id, 3, smallest.next)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(older.messages, page.messages[1..4]);
        let found = service.get_conversation(home.anna, conversation.id).await;
        assert_eq!(found.unwrap().unwrap().updated_at, home.clock.now());
    })
    .await;
}

#[tokio::test]
async fn the_conversation_used_last_comes_first() {
    on_each_engine(async |home| {
        let service = home.assistant.conversations();
        let first = begin(home, "First").await;
        home.clock.advance(SignedDuration::from_mins(1));
        let second = begin(home, "Second").await;
        let ids = async || -> Vec<ConversationId> {
            let page = service.list_user_conversations(home.anna, all()).await;
            let conversations = page.unwrap().conversations;
            conversations.into_iter().map(|c| c.id).collect()
        };
        assert_eq!(ids().await, [second.id, first.id]);
        home.clock.advance(SignedDuration::from_mins(1));
        let added = service.add_message(home.anna, first.id, said("Back")).await;
        added.unwrap().unwrap();
        assert_eq!(ids().await, [first.id, second.id]);
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_conversation_is_like_none() {
    on_each_engine(async |home| {
        let service = home.assistant.conversations();
        let annas = begin(home, "Secret").await;
        for id in [annas.id, ConversationId(Uuid::nil())] {
            let ben = home.ben;
            assert_eq!(service.get_conversation(ben, id).await.unwrap(), None);
            assert!(
                service
                    .get_messages(ben, id, 50, None)
                    .await
                    .unwrap()
                    .is_none()
            );
            assert_eq!(service.add_message(ben, id, said("x")).await.unwrap(), None);
            let renamed = service.update_conversation_title(ben, id, title("x")).await;
            assert_eq!(renamed.unwrap(), None);
            assert!(!service.delete_conversation(ben, id).await.unwrap());
        }
        let bens = service.list_user_conversations(home.ben, all()).await;
        assert!(bens.unwrap().conversations.is_empty());
        let found = service.get_conversation(home.anna, annas.id).await;
        assert_eq!(found.unwrap(), Some(annas));
    })
    .await;
}

#[tokio::test]
async fn nobody_begins_a_conversation_without_an_account() {
    on_each_engine(async |home| {
        let service = home.assistant.conversations();
        let begun = service.create_conversation(UserId(99), None).await;
        assert_eq!(begun.unwrap(), None);
    })
    .await;
}
