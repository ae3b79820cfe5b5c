//! A database for each test, and people who have things in it.

use std::{future::Future, time::Duration};

use jiff::Timestamp;
use tasktalk_domain::{
    Conversation, ConversationId, ConversationTitle, Email, Message, MessageId, MessageMetadata,
    Operation, Priority, Receipt, Role, Task, TaskId, TaskTitle, UserId,
};
use tasktalk_storage::{
    BoxFuture, Database, Engine, Options, Snapshot, StorageError, Transaction,
    tasks::{self, AskedWord, Misspelt, TaskClues, WordQuery},
    testing::TestDatabase,
    users::{self, LockedUser, NewUser},
};
use uuid::Uuid;

/// Makes two tests of each of these functions: one on SQLite, one on PostgreSQL. After `unopened` they are given a
/// database that they open themselves.
macro_rules! on_both {
    (unopened: $($test:ident),+ $(,)?) => {
        $crate::support::on_both!(@ $crate::support::run_bare, $($test),+);
    };
    ($($test:ident),+ $(,)?) => {
        $crate::support::on_both!(@ $crate::support::run, $($test),+);
    };
    (@ $run:path, $($test:ident),+) => {$(
        mod $test {
            #[test]
            fn sqlite() {
                $run(tasktalk_storage::Engine::Sqlite, super::$test);
            }

            #[test]
            fn postgres() {
                $run(tasktalk_storage::Engine::Postgres, super::$test);
            }
        }
    )+};
}
pub(crate) use on_both;

/// Longer than any test needs.
const PATIENCE: Duration = Duration::from_mins(1);

/// A migrated database of this test's own.
pub(crate) struct Test {
    pub(crate) database: Database,
    pub(crate) home: TestDatabase,
}

pub(crate) fn run<F: Future<Output = ()>>(engine: Engine, test: impl FnOnce(Test) -> F) {
    run_bare(engine, |home| async move {
        let database = home.open(Options::default()).await;
        test(Test { database, home }).await;
    });
}

/// For tests that open the database themselves.
pub(crate) fn run_bare<F: Future<Output = ()>>(
    engine: Engine,
    test: impl FnOnce(TestDatabase) -> F,
) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(async {
            let Some(home) = TestDatabase::create(engine).await else {
                return;
            };
            tokio::time::timeout(PATIENCE, test(home))
                .await
                .expect("the test hangs");
        });
}

impl Test {
    pub(crate) async fn write<T, F>(&self, body: F) -> Result<T, StorageError>
    where
        F: for<'t> Fn(&'t Transaction<'t>) -> BoxFuture<'t, Result<T, StorageError>>
            + Send
            + Sync
            + 'static,
        T: Send + 'static,
    {
        self.database.write(body).await
    }

    pub(crate) async fn read<T, F>(&self, body: F) -> T
    where
        F: for<'t> FnOnce(&'t Snapshot<'t>) -> BoxFuture<'t, Result<T, StorageError>>
            + Send
            + 'static,
        T: Send + 'static,
    {
        self.database.read(body).await.unwrap()
    }

    /// A new person.
    pub(crate) async fn person(&self, name: &'static str) -> Person {
        person(&self.database, name).await
    }
}

pub(crate) async fn person(database: &Database, name: &'static str) -> Person {
    let user = database
        .write(move |tx| {
            Box::pin(async move {
                let new = NewUser {
                    email: Some(Email::parse(&format!("{name}@example.com")).unwrap()),
                    ..NewUser::default()
                };
                users::create(tx, new, at(0)).await
            })
        })
        .await
        .unwrap();
    Person {
        id: user.id,
        database: database.clone(),
    }
}

/// Someone with a list.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) id: UserId,
    database: Database,
}

impl Person {
    /// Changes something of theirs, with the lock that this begins with.
    pub(crate) async fn change<T, F>(&self, body: F) -> Result<T, StorageError>
    where
        F: for<'t> Fn(&'t Transaction<'t>, LockedUser) -> BoxFuture<'t, Result<T, StorageError>>
            + Send
            + Sync
            + 'static,
        T: Send + 'static,
    {
        let id = self.id;
        let body = std::sync::Arc::new(body);
        self.database
            .write(move |tx| {
                let body = std::sync::Arc::clone(&body);
                Box::pin(async move {
                    let locked = users::lock(tx, id).await?.expect("the person exists");
                    body(tx, locked).await
                })
            })
            .await
    }

    /// Adds a task as it is made by this function from its number.
    pub(crate) async fn add_task(
        &self,
        make: impl Fn(TaskId) -> Task + Send + Sync + 'static,
    ) -> Task {
        let id = self.id;
        let make = std::sync::Arc::new(make);
        self.change(move |tx, locked| {
            let make = std::sync::Arc::clone(&make);
            Box::pin(async move {
                let task = make(locked.next_task_id());
                tasktalk_storage::tasks::insert(tx, id, &task).await?;
                Ok(task)
            })
        })
        .await
        .unwrap()
    }

    /// Adds an open task.
    pub(crate) async fn add(&self, title: &'static str) -> Task {
        self.add_task(move |id| task(id, title)).await
    }

    /// Begins a conversation.
    pub(crate) async fn converse(&self, number: u128, minute: i64) -> ConversationId {
        let (owner, conversation) = (self.id, conversation(number, minute));
        let id = conversation.id;
        self.change(move |tx, _| {
            let conversation = conversation.clone();
            Box::pin(async move {
                tasktalk_storage::conversations::insert(tx, owner, &conversation).await
            })
        })
        .await
        .unwrap();
        id
    }
}

/// An instant so many minutes after the start of all tests.
pub(crate) fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + minute * 60).unwrap()
}

/// An open task without anything special.
pub(crate) fn task(id: TaskId, title: &str) -> Task {
    Task {
        id,
        title: TaskTitle::parse(title).unwrap(),
        description: None,
        completed_at: None,
        due: None,
        recurrence: None,
        exceptions: tasktalk_domain::Exceptions::default(),
        priority: Priority::None,
        tags: Vec::new(),
        created_at: at(0),
        updated_at: at(0),
        version: 1,
        deleted_at: None,
    }
}

pub(crate) fn id(number: i64) -> TaskId {
    TaskId::try_from(number).unwrap()
}

pub(crate) fn conversation(number: u128, minute: i64) -> Conversation {
    Conversation {
        id: ConversationId(Uuid::from_u128(number)),
        title: ConversationTitle::parse(&format!("Conversation {number}")).unwrap(),
        created_at: at(minute),
        updated_at: at(minute),
    }
}

/// A word that is looked for in other spellings, unless it is one of the owner's.
pub(crate) fn misspelt(word: &str) -> Misspelt {
    Misspelt {
        word: word.to_owned(),
        unless: [word.to_owned(), String::new()],
    }
}

/// Clues that words give: the owner's words that begin so, all equally alike.
pub(crate) async fn clues(
    s: &Snapshot<'_>,
    owner: UserId,
    words: &[&str],
) -> Result<TaskClues, StorageError> {
    let mut clues = TaskClues::default();
    for word in words {
        let query = WordQuery {
            beginnings: vec![(*word).to_owned()],
            ..WordQuery::default()
        };
        let known = tasks::vocabulary(s, owner, &query).await?;
        clues.words.push(AskedWord {
            spellings: known.into_iter().map(|known| (known, 1.0)).collect(),
        });
    }
    Ok(clues)
}

pub(crate) fn message(number: u128, content: &str) -> Message {
    Message {
        id: MessageId(Uuid::from_u128(number)),
        role: Role::User,
        content: content.to_owned(),
        tool_calls: Vec::new(),
        metadata: MessageMetadata::default(),
        created_at: at(0),
    }
}

pub(crate) fn receipt(token: u128, task: &Task) -> Receipt {
    Receipt {
        operation: Operation::Updated,
        task_id: task.id,
        title: task.title.as_str().to_owned(),
        before: Some(Box::new(task.clone())),
        after: Some(Box::new(task.clone())),
        undo_token: Uuid::from_u128(token),
        expires_at: at(1_000),
    }
}
