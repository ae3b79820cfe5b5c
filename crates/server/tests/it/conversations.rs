//! Conversations over HTTP.

use tasktalk_api::{
    conversations::{ConversationQuery, NewConversation},
    page::PageQuery,
};

use crate::support::{Start, on_both_engines};

on_both_engines![
    the_six_operations_work,
    the_one_used_last_comes_first_and_pages_follow,
    titles_can_be_searched,
    messages_page_backwards_in_time,
    receipts_read_again_say_what_was_taken_back,
    deleting_one_takes_its_messages_and_leaves_the_tasks,
];

async fn the_six_operations_work(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let untitled = alice
        .create_conversation(&NewConversation::default())
        .await
        .unwrap();
    assert_eq!(untitled.title, "New Conversation");
    let named = alice
        .create_conversation(&NewConversation {
            title: Some("  House\nmove ".to_owned()),
        })
        .await
        .unwrap();
    assert_eq!(named.title, "House move");
    alice.chat_in(&named.id, "add pack the books").await;
    assert_eq!(
        alice
            .messages(&named.id, &PageQuery::default())
            .await
            .unwrap()
            .messages
            .len(),
        2
    );
    assert_eq!(
        alice.conversation(&named.id).await.unwrap().title,
        "House move"
    );
    let renamed = alice
        .rename_conversation(&named.id, "Moving")
        .await
        .unwrap();
    assert_eq!(renamed.title, "Moving");
    app.stop().await;
}

async fn the_one_used_last_comes_first_and_pages_follow(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let mut ids = Vec::new();
    for number in 0..5 {
        app.clock.advance(jiff::SignedDuration::from_secs(60));
        let message = format!("add number {number}");
        ids.push(alice.chat(&message).await.conversation_id);
    }
    app.clock.advance(jiff::SignedDuration::from_secs(60));
    alice.chat_in(&ids[1], "add one more").await;
    let expected = [&ids[1], &ids[4], &ids[3], &ids[2], &ids[0]];

    let mut seen = Vec::new();
    let mut query = ConversationQuery {
        limit: Some(2),
        ..ConversationQuery::default()
    };
    loop {
        let page = alice.conversations(&query).await.unwrap();
        assert!(page.conversations.len() <= 2);
        seen.extend(page.conversations.into_iter().map(|thread| thread.id));
        query.cursor = page.next_cursor;
        if query.cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen.iter().collect::<Vec<_>>(), expected);
    app.stop().await;
}

async fn titles_can_be_searched(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    for title in ["House move", "Holiday 100%", "Work"] {
        let new = NewConversation {
            title: Some(title.to_owned()),
        };
        alice.create_conversation(&new).await.unwrap();
    }
    for (q, expected) in [("hOuSe", "House move"), ("100%", "Holiday 100%")] {
        let query = ConversationQuery {
            q: Some(q.to_owned()),
            ..ConversationQuery::default()
        };
        let found = alice.conversations(&query).await.unwrap().conversations;
        assert_eq!(found.len(), 1, "{q}");
        assert_eq!(found[0].title, expected);
    }
    app.stop().await;
}

async fn messages_page_backwards_in_time(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let thread = alice.chat("add number 0").await.conversation_id;
    for number in 1..4 {
        alice
            .chat_in(&thread, &format!("add number {number}"))
            .await;
    }
    let whole = alice
        .messages(&thread, &PageQuery::default())
        .await
        .unwrap();
    assert_eq!(whole.messages.len(), 8);
    assert_eq!(whole.messages[0].content, "add number 0");
    let mut pieces = Vec::new();
    let mut query = PageQuery {
        limit: Some(3),
        cursor: None,
    };
    loop {
        let page = alice.messages(&thread, &query).await.unwrap();
        pieces.splice(0..0, page.messages);
        query.cursor = page.next_cursor;
        if query.cursor.is_none() {
            break;
        }
    }
    assert_eq!(pieces, whole.messages);
    app.stop().await;
}

async fn receipts_read_again_say_what_was_taken_back(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let chat = alice.chat("add milk, bread and eggs").await;
    let eggs = &chat.receipts[2].undo_token;
    alice.undo(eggs).await.unwrap();
    let undone = async || {
        let page = alice
            .messages(&chat.conversation_id, &PageQuery::default())
            .await
            .unwrap();
        let receipts = &page.messages[1].metadata.receipts;
        receipts
            .iter()
            .map(|receipt| receipt.undone)
            .collect::<Vec<_>>()
    };
    assert_eq!(undone().await, [false, false, true]);
    alice.chat_in(&chat.conversation_id, "undo").await;
    assert_eq!(undone().await, [true, true, true]);
    app.stop().await;
}

async fn deleting_one_takes_its_messages_and_leaves_the_tasks(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let thread = alice.chat("add buy milk").await.conversation_id;
    alice.delete_conversation(&thread).await.unwrap();
    for refused in [
        alice.conversation(&thread).await.unwrap_err(),
        alice
            .messages(&thread, &PageQuery::default())
            .await
            .unwrap_err(),
        alice.delete_conversation(&thread).await.unwrap_err(),
    ] {
        assert_eq!(refused.code(), Some("conversation_not_found"));
    }
    assert_eq!(alice.titles().await, ["Buy milk"]);
    app.stop().await;
}
