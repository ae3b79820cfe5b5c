//! Turns of conversation over HTTP.

use tasktalk_api::{
    chat::{Answer, ChatRequest},
    conversations::ConversationQuery,
    page::PageQuery,
    tasks::TaskListQuery,
};

use crate::support::{Start, on_both_engines};

on_both_engines![
    what_was_said_is_in_the_list_in_the_conversation_and_there_after_a_restart,
    a_retried_message_acts_once_and_is_answered_with_the_same_bytes,
    a_key_belongs_to_one_request_and_one_user,
    messages_sent_at_once_all_act_once,
    an_unknown_conversation_is_never_a_new_thread,
    a_question_can_be_answered_by_a_click,
    a_change_can_be_taken_back_by_its_token,
    the_request_says_where_the_user_is,
];

async fn what_was_said_is_in_the_list_in_the_conversation_and_there_after_a_restart(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let first = alice.chat("Add a task to buy groceries").await;
    assert_eq!(first.response, "✅ Task #1 created: **Buy groceries**");
    assert!(first.success);
    assert_eq!(first.tool_calls[0].name, "add_task");
    assert_eq!(first.tool_calls[0].result["task_id"], 1);
    assert_eq!(first.receipts[0].op, "created");
    assert_eq!(first.engine, "embedded");
    let session = alice.session.access_token.clone();
    app.stop().await;

    let app = start.app().await;
    let alice = app.client.with_token(session);
    let tasks = alice.tasks(&TaskListQuery::default()).await.unwrap();
    assert_eq!(tasks.tasks[0].title, "Buy groceries");
    let messages = alice
        .messages(&first.conversation_id, &PageQuery::default())
        .await
        .unwrap()
        .messages;
    let said: Vec<_> = messages
        .iter()
        .map(|message| (message.role.as_str(), message.content.as_str()))
        .collect();
    assert_eq!(
        said,
        [
            ("user", "Add a task to buy groceries"),
            ("assistant", first.response.as_str())
        ]
    );
    assert_eq!(messages[1].id, first.message_id);
    assert_eq!(messages[1].metadata.receipts, first.receipts);
    let conversations = alice
        .conversations(&ConversationQuery::default())
        .await
        .unwrap();
    assert_eq!(
        conversations.conversations[0].title,
        "Add a task to buy groceries"
    );
    app.stop().await;
}

async fn a_retried_message_acts_once_and_is_answered_with_the_same_bytes(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let request = alice
        .request("POST", "/api/me/chat")
        .header("idempotency-key", "one")
        .json(r#"{"message":"add buy milk"}"#);
    let first = app.send(request.clone()).await;
    assert_eq!(first.status, 200);
    assert_eq!(first.header("idempotency-replayed"), None);
    let second = app.send(request).await;
    assert_eq!(second.header("idempotency-replayed"), Some("true"));
    assert_eq!(second.body, first.body);
    assert_eq!(alice.titles().await, ["Buy milk"]);
    app.stop().await;
}

async fn a_key_belongs_to_one_request_and_one_user(start: Start) {
    let app = start.app().await;
    let (alice, bob) = (app.signup("alice").await, app.signup("bob").await);
    let milk = ChatRequest::new("add buy milk");
    alice.send_chat(&milk, Some("key")).await.unwrap();
    let eggs = ChatRequest::new("add buy eggs");
    let refused = alice.send_chat(&eggs, Some("key")).await.unwrap_err();
    assert_eq!(refused.status(), Some(422));
    assert_eq!(refused.code(), Some("idempotency_key_reused"));
    assert_eq!(alice.titles().await, ["Buy milk"]);

    let of_bob = bob.send_chat(&milk, Some("key")).await.unwrap();
    assert!(!of_bob.replayed);
    assert_eq!(bob.titles().await, ["Buy milk"]);
    app.stop().await;
}

async fn messages_sent_at_once_all_act_once(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let thread = alice.chat("add number 0").await.conversation_id;
    let requests: Vec<_> = (1..=10)
        .flat_map(|number| [number, number])
        .map(|number| {
            let request = ChatRequest {
                conversation_id: Some(thread.clone()),
                ..ChatRequest::new(format!("add number {number}"))
            };
            let key = format!("key-{number}");
            let alice = &alice;
            async move { alice.send_chat(&request, Some(&key)).await }
        })
        .collect();
    let mut replayed = 0;
    for answer in futures_util::future::join_all(requests).await {
        match answer {
            Ok(reply) => replayed += usize::from(reply.replayed),
            // The seventeenth that waits is sent away; its twin or a retry gets through.
            Err(error) => assert_eq!(error.code(), Some("too_many_waiting")),
        }
    }
    assert!(replayed <= 10);
    let mut titles = alice.titles().await;
    titles.sort();
    let before = titles.len();
    titles.dedup();
    assert_eq!(titles.len(), before, "{titles:?}");
    app.stop().await;
}

async fn an_unknown_conversation_is_never_a_new_thread(start: Start) {
    let app = start.app().await;
    let (alice, bob) = (app.signup("alice").await, app.signup("bob").await);
    let of_alice = alice.chat("add buy milk").await.conversation_id;
    for id in [
        of_alice.as_str(),
        "0199b5a2-7d1c-7000-8000-000000000000",
        "not-an-id",
        "",
    ] {
        let request = ChatRequest {
            conversation_id: Some(id.to_owned()),
            ..ChatRequest::new("add buy eggs")
        };
        let refused = bob.send_chat(&request, None).await.unwrap_err();
        assert_eq!(refused.status(), Some(404), "{id}");
        assert_eq!(refused.code(), Some("conversation_not_found"), "{id}");
    }
    assert!(bob.titles().await.is_empty());
    let threads = bob
        .conversations(&ConversationQuery::default())
        .await
        .unwrap();
    assert!(threads.conversations.is_empty());
    app.stop().await;
}

async fn a_question_can_be_answered_by_a_click(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.add("Quarterly report").await;
    alice.add("Travel report").await;
    let asked = alice.chat("complete the report").await;
    assert!(!asked.success);
    let question = asked.pending.expect("two tasks could be meant");
    assert_eq!(question.kind, "choice");
    let travel = question
        .options
        .iter()
        .find(|option| option.task_id == Some(2))
        .expect("the second task is offered");
    let click = ChatRequest {
        answer: Some(Answer {
            pending_id: question.id.clone(),
            option_id: travel.id.clone(),
        }),
        conversation_id: Some(asked.conversation_id.clone()),
        ..ChatRequest::default()
    };
    let done = alice.send_chat(&click, None).await.unwrap().response;
    assert!(done.success, "{}", done.response);
    let completed: Vec<_> = alice
        .list()
        .await
        .into_iter()
        .filter(|task| task.completed)
        .map(|task| task.id)
        .collect();
    assert_eq!(completed, [2]);

    let again = alice.send_chat(&click, None).await.unwrap_err();
    assert_eq!(again.status(), Some(409));
    assert_eq!(again.code(), Some("pending_gone"));
    app.stop().await;
}

async fn a_change_can_be_taken_back_by_its_token(start: Start) {
    let app = start.app().await;
    let (alice, bob) = (app.signup("alice").await, app.signup("bob").await);
    let token = alice.chat("add buy milk").await.receipts[0]
        .undo_token
        .clone();
    let foreign = bob.undo(&token).await.unwrap_err();
    assert_eq!(foreign.status(), Some(404));
    assert_eq!(alice.titles().await, ["Buy milk"]);

    let undone = alice.undo(&token).await.unwrap();
    assert_eq!(undone.receipts.len(), 1);
    assert!(alice.titles().await.is_empty());
    let again = alice.undo(&token).await.unwrap_err();
    assert_eq!(again.code(), Some("already_undone"));
    let back = alice.undo(&undone.receipts[0].undo_token).await;
    assert!(back.is_ok(), "{back:?}");
    assert_eq!(alice.titles().await, ["Buy milk"]);
    app.stop().await;
}

async fn the_request_says_where_the_user_is(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let request = ChatRequest {
        timezone: Some("Pacific/Auckland".to_owned()),
        ..ChatRequest::new("call mum tomorrow at 5pm")
    };
    alice.send_chat(&request, None).await.unwrap();
    let due = alice.list().await[0].due.clone().expect("a due date");
    // It is Sunday evening there already.
    assert_eq!(due.date_time.as_deref(), Some("2026-11-23T17:00:00"));
    assert_eq!(due.timezone.as_deref(), Some("Pacific/Auckland"));
    app.stop().await;
}
