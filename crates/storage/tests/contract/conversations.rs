//! Conversations and their messages.

use serde_json::json;
use tasktalk_domain::{
    ConversationId, ConversationTitle, Message, MessageMetadata, Role, ToolCall,
};
use tasktalk_storage::{
    conversations::{self, ConversationCursor, ConversationQuery},
    messages::{self, MessageCursor},
};
use uuid::Uuid;

use crate::support::{Person, Test, at, message, on_both};

on_both!(
    conversations_are_listed_newest_first_in_pages,
    titles_are_searched_whatever_their_case,
    a_conversation_is_its_owners_alone,
    messages_come_back_whole,
    a_conversation_is_read_backwards_in_pages,
    deleting_takes_the_messages_along,
    a_message_needs_its_owners_conversation,
);

async fn walk(test: &Test, person: &Person, limit: usize, part: Option<&str>) -> Vec<u128> {
    let owner = person.id;
    let mut found = Vec::new();
    let mut cursor = None;
    loop {
        let query = ConversationQuery {
            limit,
            cursor,
            text: part.map(str::to_owned),
        };
        let page = test
            .read(move |s| Box::pin(async move { conversations::page(s, owner, &query).await }))
            .await;
        found.extend(page.conversations.iter().map(|c| c.id.0.as_u128()));
        match page.next {
            Some(next) => cursor = Some(ConversationCursor::decode(&next.encode()).unwrap()),
            None => return found,
        }
    }
}

async fn conversations_are_listed_newest_first_in_pages(test: Test) {
    let anna = test.person("anna").await;
    for number in 1..=9 {
        // Three conversations in each minute: ties go by id.
        anna.converse(number, i64::try_from(number).unwrap() / 3)
            .await;
    }
    let newest_first: Vec<u128> = (1..=9).rev().collect();
    for limit in [2, 3, 9, 50] {
        assert_eq!(walk(&test, &anna, limit, None).await, newest_first);
    }
    let owner = anna.id;
    anna.change(move |tx, _| {
        Box::pin(conversations::touch(
            tx,
            owner,
            ConversationId(Uuid::from_u128(2)),
            at(60),
        ))
    })
    .await
    .unwrap();
    assert_eq!(walk(&test, &anna, 2, None).await[0], 2);
}

async fn titles_are_searched_whatever_their_case(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    for (number, title) in [(1, "100% Café"), (2, "Holiday"), (3, "cafe_late")] {
        let id = anna.converse(number, 0).await;
        let renamed = anna
            .change(move |tx, _| {
                Box::pin(async move {
                    let title = ConversationTitle::parse(title).unwrap();
                    conversations::set_title(tx, owner, id, &title, at(0)).await
                })
            })
            .await
            .unwrap();
        assert!(renamed);
    }
    for (text, expected) in [
        ("CAFÉ", &[3, 1][..]),
        ("0%", &[1]),
        ("e_l", &[3]),
        ("f_", &[]),
        ("!", &[]),
    ] {
        assert_eq!(walk(&test, &anna, 1, Some(text)).await, expected, "{text}");
    }
}

async fn a_conversation_is_its_owners_alone(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    let hers = anna.converse(1, 0).await;
    let owner = bob.id;
    let (found, renamed, deleted, said) = bob
        .change(move |tx, _| {
            Box::pin(async move {
                let title = ConversationTitle::parse("Bob's now").unwrap();
                Ok((
                    conversations::get(tx, owner, hers).await?,
                    conversations::set_title(tx, owner, hers, &title, at(0)).await?,
                    conversations::delete(tx, owner, hers).await?,
                    messages::last(tx, owner, hers, 20).await?,
                ))
            })
        })
        .await
        .unwrap();
    assert_eq!(
        (found, renamed, deleted, said),
        (None, false, false, vec![])
    );
    assert_eq!(walk(&test, &anna, 9, None).await, [1]);
    assert_eq!(walk(&test, &bob, 9, None).await, []);
}

async fn messages_come_back_whole(test: Test) {
    let anna = test.person("anna").await;
    let conversation = anna.converse(1, 0).await;
    let said = Message {
        role: Role::Assistant,
        tool_calls: vec![ToolCall {
            name: "add_task".to_owned(),
            arguments: json!({"title": "a \u{0} b"}),
            result: json!({"success": true}),
        }],
        metadata: MessageMetadata {
            engine: Some("embedded".to_owned()),
            misunderstood: 2,
            ..MessageMetadata::default()
        },
        ..message(7, "✅ Task #1 created: **Buy groceries**")
    };
    let (owner, stored) = (anna.id, said.clone());
    anna.change(move |tx, _| {
        let said = stored.clone();
        Box::pin(async move { messages::append(tx, owner, conversation, &said).await })
    })
    .await
    .unwrap();
    let found = test
        .read(move |s| Box::pin(messages::last(s, owner, conversation, 20)))
        .await;
    assert_eq!(found, [said]);
}

async fn a_conversation_is_read_backwards_in_pages(test: Test) {
    let anna = test.person("anna").await;
    let conversation = anna.converse(1, 0).await;
    let owner = anna.id;
    anna.change(move |tx, _| {
        Box::pin(async move {
            for number in 1..=7 {
                messages::append(tx, owner, conversation, &message(number, "said")).await?;
            }
            Ok(())
        })
    })
    .await
    .unwrap();
    let last = test
        .read(move |s| Box::pin(messages::last(s, owner, conversation, 3)))
        .await;
    let last: Vec<u128> = last.iter().map(|said| said.id.0.as_u128()).collect();
    assert_eq!(last, [5, 6, 7]);

    let mut pages = Vec::new();
    let mut cursor: Option<MessageCursor> = None;
    loop {
        let page = test
            .read(move |s| {
                Box::pin(
                    async move { messages::page(s, owner, conversation, 3, cursor.as_ref()).await },
                )
            })
            .await;
        let numbers: Vec<u128> = page.messages.iter().map(|m| m.id.0.as_u128()).collect();
        pages.push(numbers);
        match page.next {
            Some(next) => cursor = Some(MessageCursor::decode(&next.encode()).unwrap()),
            None => break,
        }
    }
    assert_eq!(pages, [vec![5, 6, 7], vec![2, 3, 4], vec![1]]);
}

async fn deleting_takes_the_messages_along(test: Test) {
    let anna = test.person("anna").await;
    let conversation = anna.converse(1, 0).await;
    let owner = anna.id;
    let left = anna
        .change(move |tx, _| {
            Box::pin(async move {
                messages::append(tx, owner, conversation, &message(1, "said")).await?;
                assert!(conversations::delete(tx, owner, conversation).await?);
                assert!(!conversations::delete(tx, owner, conversation).await?);
                messages::last(tx, owner, conversation, 20).await
            })
        })
        .await
        .unwrap();
    assert_eq!(left, []);
}

async fn a_message_needs_its_owners_conversation(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    let hers = anna.converse(1, 0).await;
    let owner = bob.id;
    let result = bob
        .change(move |tx, _| {
            Box::pin(
                async move { messages::append(tx, owner, hers, &message(1, "I am Bob")).await },
            )
        })
        .await;
    assert!(result.is_err(), "a message in someone else's conversation");
}
