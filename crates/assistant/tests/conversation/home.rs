//! Two people with an assistant, and a clock that stands still.

use std::{cell::Cell, sync::Arc, time::Duration};

use jiff::Timestamp;
use tasktalk_assistant::{
    Assistant, Defaults, Follower, IdempotencyKey, Input, Permissions, Tool, ToolOutcome, Turn,
    TurnError, TurnRequest,
};
use tasktalk_domain::{
    Clock, ConversationId, Locale, Message, MessageId, Task, TaskId, UserId, Zone,
};
use tasktalk_storage::{
    Database, Engine, Options, StorageError, messages, tasks,
    testing::TestDatabase,
    users::{self, NewUser},
};
use tokio::time::Instant;

/// Sunday morning in Berlin, 10:00.
pub(crate) const SUNDAY: &str = "2026-11-22T09:00:00Z";

/// Runs a dialogue on each engine, with a new database each time.
pub(crate) async fn on_each_engine(dialogue: impl AsyncFn(&Home)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        on(engine, &dialogue).await;
    }
}

/// Runs a dialogue on one engine, unless it was left out on purpose.
pub(crate) async fn on(engine: Engine, dialogue: impl AsyncFnMut(&Home)) {
    with(engine, Options::default(), dialogue).await;
}

/// Runs a dialogue on one engine with options of the test's own, unless it was left out on purpose.
pub(crate) async fn with(engine: Engine, options: Options, mut dialogue: impl AsyncFnMut(&Home)) {
    let Some(place) = TestDatabase::create(engine).await else {
        return;
    };
    let database = place.open(options).await;
    let home = Home::furnish(database.clone()).await;
    dialogue(&home).await;
    drop(home);
    database.close().await;
}

pub(crate) struct Home {
    pub(crate) database: Database,
    pub(crate) clock: Clock,
    pub(crate) assistant: Assistant,
    alice: UserId,
    bob: UserId,
}

/// Someone who talks in one conversation, which begins with the first message.
pub(crate) struct Person {
    pub(crate) assistant: Assistant,
    pub(crate) id: UserId,
    pub(crate) conversation: Cell<Option<ConversationId>>,
    pub(crate) permissions: Permissions,
    /// How long ago what they say was asked for when it comes to the assistant.
    pub(crate) waited: Cell<Duration>,
    database: Database,
}

impl Home {
    async fn furnish(database: Database) -> Self {
        let clock = Clock::fixed(SUNDAY.parse().unwrap());
        let mut ids = Vec::new();
        for name in ["Alice", "Bob"] {
            ids.push(created(&database, name, clock.now()).await);
        }
        Self {
            assistant: assistant(&database, &clock),
            database,
            clock,
            alice: ids[0],
            bob: ids[1],
        }
    }

    pub(crate) fn alice(&self) -> Person {
        self.person(self.alice)
    }

    pub(crate) fn bob(&self) -> Person {
        self.person(self.bob)
    }

    /// Somebody with an empty list.
    pub(crate) async fn newcomer(&self) -> Person {
        self.person(created(&self.database, "Carol", self.clock.now()).await)
    }

    fn person(&self, id: UserId) -> Person {
        Person {
            assistant: self.assistant.clone(),
            id,
            conversation: Cell::new(None),
            permissions: Permissions::ALL,
            waited: Cell::default(),
            database: self.database.clone(),
        }
    }

    /// The same home with another assistant, over the same data.
    pub(crate) fn with(&self, change: impl FnOnce(Assistant) -> Assistant) -> Self {
        Self {
            database: self.database.clone(),
            clock: self.clock.clone(),
            assistant: change(self.assistant.clone()),
            alice: self.alice,
            bob: self.bob,
        }
    }

    /// The same person in the same conversation after the program was started again.
    pub(crate) fn restarted(&self, person: &Person) -> Person {
        let clock = Clock::fixed(self.clock.now());
        Person {
            assistant: assistant(&self.database, &clock),
            id: person.id,
            conversation: person.conversation.clone(),
            permissions: person.permissions,
            waited: person.waited.clone(),
            database: self.database.clone(),
        }
    }
}

async fn created(database: &Database, name: &'static str, now: Timestamp) -> UserId {
    let created: Result<_, StorageError> = database
        .write(move |tx| {
            let new = NewUser {
                name: Some(name.to_owned()),
                timezone: Some(berlin()),
                ..NewUser::default()
            };
            Box::pin(async move { users::create(tx, new, now).await })
        })
        .await;
    created.unwrap().id
}

fn assistant(database: &Database, clock: &Clock) -> Assistant {
    let defaults = Defaults {
        timezone: Zone::utc(),
        locale: Locale::default(),
    };
    Assistant::new(database.clone(), clock.clone(), defaults)
}

pub(crate) fn berlin() -> Zone {
    Zone::parse("Europe/Berlin").unwrap()
}

pub(crate) fn number(id: i64) -> TaskId {
    TaskId::try_from(id).unwrap()
}

impl Person {
    /// Says something, and is answered.
    pub(crate) async fn says(&self, message: &str) -> Turn {
        self.tries(message)
            .await
            .unwrap_or_else(|error| panic!("{message}: {error}"))
    }

    /// Says several things one after the other, and gets the last answer.
    pub(crate) async fn says_all(&self, messages: &[&str]) -> Turn {
        let mut last = None;
        for message in messages {
            last = Some(self.says(message).await);
        }
        last.unwrap()
    }

    pub(crate) async fn tries(&self, message: &str) -> Result<Turn, TurnError> {
        self.asks(Input::Message(message.to_owned()), None).await
    }

    /// Clicks on one of the answers to the question of a turn.
    pub(crate) async fn clicks(&self, turn: &Turn, option: &str) -> Result<Turn, TurnError> {
        let input = Input::Answer {
            pending: turn.pending.as_ref().unwrap().id,
            option: option.to_owned(),
        };
        self.asks(input, None).await
    }

    /// Says something, and follows what happens.
    pub(crate) async fn follows(&self, message: &str) -> Follower {
        let request = self.request(Input::Message(message.to_owned()), None);
        let begun = self.assistant.begin(self.id, request).await.unwrap();
        begun.into_run().follow()
    }

    /// Sends a message that may be sent again.
    pub(crate) async fn sends(&self, message: &str, key: &str) -> Result<Turn, TurnError> {
        let idempotency = IdempotencyKey {
            key: key.to_owned(),
            request_hash: format!("hash of {message}"),
        };
        let input = Input::Message(message.to_owned());
        self.asks(input, Some(idempotency)).await
    }

    async fn asks(
        &self,
        input: Input,
        idempotency: Option<IdempotencyKey>,
    ) -> Result<Turn, TurnError> {
        let request = self.request(input, idempotency);
        let turn = self.assistant.turn(self.id, request).await?;
        self.conversation.set(Some(turn.conversation));
        Ok(turn)
    }

    fn request(&self, input: Input, idempotency: Option<IdempotencyKey>) -> TurnRequest {
        TurnRequest {
            input,
            conversation: self.conversation.get(),
            timezone: None,
            permissions: self.permissions,
            idempotency,
            since: Instant::now().checked_sub(self.waited.get()).unwrap(),
        }
    }

    /// Does something through another door: the page, REST or MCP.
    pub(crate) async fn elsewhere(&self, name: &str, arguments: serde_json::Value) -> ToolOutcome {
        let tool = Tool::from_call(name, arguments, &berlin()).unwrap();
        let outcome = self
            .assistant
            .run_tool(self.id, self.permissions, tool)
            .await
            .unwrap();
        assert!(outcome.success(), "{outcome:?}");
        outcome
    }

    /// One task as it is stored, wherever it is.
    pub(crate) async fn task(&self, id: i64) -> Task {
        let owner = self.id;
        let found: Result<_, StorageError> = self
            .database
            .read(move |snapshot| {
                Box::pin(async move { tasks::get(snapshot, owner, number(id)).await })
            })
            .await;
        found.unwrap().unwrap()
    }

    /// All tasks, those in the trash too, in the order of their numbers.
    pub(crate) async fn everything(&self) -> Vec<Task> {
        let owner = self.id;
        let found: Result<Vec<Task>, StorageError> = self
            .database
            .read(move |snapshot| {
                Box::pin(async move {
                    let ids: Vec<TaskId> = (1..100).map(number).collect();
                    tasks::get_many(snapshot, owner, &ids).await
                })
            })
            .await;
        found.unwrap()
    }

    /// The titles on the list, in the order of their numbers, done ones with a tick.
    pub(crate) async fn list(&self) -> Vec<String> {
        self.everything()
            .await
            .into_iter()
            .filter(|task| task.deleted_at.is_none())
            .map(|task| {
                let tick = if task.completed() { "✓ " } else { "" };
                format!("{tick}{}", task.title)
            })
            .collect()
    }

    /// The messages of the conversation as they are stored.
    pub(crate) async fn messages(&self) -> Vec<Message> {
        let (owner, conversation) = (self.id, self.conversation.get().unwrap());
        let found: Result<_, StorageError> = self
            .database
            .read(move |snapshot| {
                Box::pin(async move { messages::last(snapshot, owner, conversation, 200).await })
            })
            .await;
        found.unwrap()
    }
}

/// The names of the tools that ran, in order.
pub(crate) fn tools(turn: &Turn) -> Vec<&str> {
    turn.tool_calls
        .iter()
        .map(|call| call.name.as_str())
        .collect()
}

/// The tasks that were changed, in order.
pub(crate) fn changed(turn: &Turn) -> Vec<i64> {
    turn.receipts
        .iter()
        .map(|receipt| receipt.task_id.get())
        .collect()
}

/// The tasks offered by the question of a turn.
pub(crate) fn offered(turn: &Turn) -> Vec<i64> {
    turn.pending
        .iter()
        .flat_map(|pending| &pending.options)
        .filter_map(|option| option.task_id)
        .map(TaskId::get)
        .collect()
}

/// Lets a person talk from several threads at once.
pub(crate) fn at_once(person: &Person) -> (Arc<Assistant>, UserId, Option<ConversationId>) {
    (
        Arc::new(person.assistant.clone()),
        person.id,
        person.conversation.get(),
    )
}

/// Whether ids are in the order of time.
pub(crate) fn in_order(messages: &[Message]) -> bool {
    let ids: Vec<MessageId> = messages.iter().map(|message| message.id).collect();
    ids.is_sorted()
}
