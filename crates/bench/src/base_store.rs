//! The database that measuring begins with: people with fifty open tasks and five conversations of ten messages each.

use futures_util::future::try_join_all;
use serde_json::json;
use tasktalk_domain::{
    Clock, Conversation, ConversationId, ConversationTitle, Message, MessageId, MessageMetadata,
    Priority, Role, Task, TaskId, TaskTitle, ToolCall, UserId,
};
use tasktalk_storage::{
    Database, StorageError, Transaction, conversations, messages, tasks,
    users::{self, LockedUser, NewUser},
};
use uuid::Uuid;

use crate::mix;

/// How many messages each conversation has.
pub(crate) const MESSAGES: u64 = 10;
/// How many people are filled in at the same time: their writes share commits.
const AT_ONCE: usize = 64;
/// How many accounts are made in one transaction.
const ACCOUNTS_AT_ONCE: i64 = 500;

/// Makes accounts until there are `people`, who are numbered from 1, and gives each tasks and conversations.
pub(crate) async fn fill(database: &Database, clock: &Clock, people: i64) -> anyhow::Result<()> {
    create_accounts(database, clock, people).await?;
    let numbers: Vec<i64> = (1..=people).collect();
    for some in numbers.chunks(AT_ONCE) {
        try_join_all(some.iter().map(|owner| fill_one(database, clock, *owner))).await?;
    }
    Ok(())
}

/// The id of one of a person's first conversations, known without asking.
pub(crate) fn conversation_id(owner: i64, nth: u64) -> ConversationId {
    ConversationId(Uuid::from_u64_pair(owner.unsigned_abs(), nth + 1))
}

async fn create_accounts(database: &Database, clock: &Clock, people: i64) -> anyhow::Result<()> {
    loop {
        let now = clock.now();
        let newest = database
            .write(move |tx| {
                Box::pin(async move {
                    let newest =
                        users::list(tx, None, usize::try_from(people).unwrap_or(0)).await?;
                    let newest = newest.last().map_or(0, |user| user.id.0);
                    for _ in newest..people.min(newest + ACCOUNTS_AT_ONCE) {
                        users::create(tx, NewUser::default(), now).await?;
                    }
                    Ok::<_, StorageError>(newest)
                })
            })
            .await?;
        if newest >= people {
            return Ok(());
        }
    }
}

async fn fill_one(database: &Database, clock: &Clock, owner: i64) -> Result<(), StorageError> {
    let clock = clock.clone();
    database
        .write(move |tx| {
            let clock = clock.clone();
            Box::pin(async move {
                let owner = UserId(owner);
                let locked = users::lock(tx, owner).await?.expect("the account was made");
                for number in 0..mix::TASKS.unsigned_abs() {
                    let task = new_task(&locked, &clock, mix::chore(number));
                    tasks::insert(tx, owner, &task).await?;
                }
                for nth in 0..mix::CONVERSATIONS {
                    converse(tx, &clock, owner, nth).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn converse(
    tx: &Transaction<'_>,
    clock: &Clock,
    owner: UserId,
    nth: u64,
) -> Result<(), StorageError> {
    let id = conversation_id(owner.0, nth);
    conversations::insert(tx, owner, &conversation(id, clock)).await?;
    for number in 0..MESSAGES / 2 {
        let chore = mix::chore(number);
        messages::append(tx, owner, id, &said(clock, chore)).await?;
        messages::append(tx, owner, id, &answered(clock, chore, 1)).await?;
    }
    Ok(())
}

/// A task with the next number, open and without more than a title.
pub(crate) fn new_task(locked: &LockedUser, clock: &Clock, chore: &str) -> Task {
    let now = clock.now();
    Task {
        id: locked.next_task_id(),
        title: title(chore),
        description: None,
        completed_at: None,
        due: None,
        recurrence: None,
        exceptions: tasktalk_domain::Exceptions::default(),
        priority: Priority::None,
        tags: Vec::new(),
        created_at: now,
        updated_at: now,
        version: 1,
        deleted_at: None,
    }
}

/// A chore as a task's title.
pub(crate) fn title(chore: &str) -> TaskTitle {
    TaskTitle::parse(&mix::capital(chore)).expect("chores are short")
}

/// The number of a task, from where people count.
pub(crate) fn task_id(number: i64) -> TaskId {
    TaskId::try_from(number).expect("people's tasks are numbered from 1")
}

pub(crate) fn conversation(id: ConversationId, clock: &Clock) -> Conversation {
    let now = clock.now();
    Conversation {
        id,
        title: ConversationTitle::from_first_message("Add a task to buy groceries"),
        created_at: now,
        updated_at: now,
    }
}

/// What a person said.
pub(crate) fn said(clock: &Clock, words: &str) -> Message {
    Message {
        id: MessageId(clock.new_id()),
        role: Role::User,
        content: words.to_owned(),
        tool_calls: Vec::new(),
        metadata: MessageMetadata::default(),
        created_at: clock.now(),
    }
}

/// An answer of the usual size.
pub(crate) fn answered(clock: &Clock, chore: &str, task: i64) -> Message {
    let title = mix::capital(chore);
    let shown = json!({
        "id": task, "user_id": "1", "title": title, "description": null, "completed": false,
        "completed_at": null, "due": null, "recurrence": null, "priority": "none", "tags": [],
        "created_at": "2026-11-22T09:00:00Z", "updated_at": "2026-11-22T09:00:00Z", "version": 1
    });
    Message {
        id: MessageId(clock.new_id()),
        role: Role::Assistant,
        content: format!("✅ Task #{task} created: **{title}**"),
        tool_calls: vec![ToolCall {
            name: "add_task".to_owned(),
            arguments: json!({ "title": title }),
            result: json!({ "success": true, "status": "created", "task_id": task,
                "title": title, "task": shown }),
        }],
        metadata: MessageMetadata {
            engine: Some("embedded".to_owned()),
            success: Some(true),
            ..MessageMetadata::default()
        },
        created_at: clock.now(),
    }
}
