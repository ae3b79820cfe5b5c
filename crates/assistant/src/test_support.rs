//! What tests need: two users with an assistant, on SQLite and on PostgreSQL.

use jiff::Timestamp;
use serde_json::Value;
use tasktalk_domain::{
    Clock, ConversationId, Due, Locale, NewTask, Priority, Receipt, Recurrence, RecurrenceMode,
    Task, TaskId, TaskTitle, UserId, Zone,
};
use tasktalk_storage::{
    Database, Engine, Options, StorageError, completions, events, tasks,
    testing::TestDatabase,
    users::{self, NewUser},
};

use crate::{
    Assistant, Defaults, Detail, Permissions, Tool, ToolContext, ToolOutcome,
    agents::wording::catalogue::Texts,
    tools::{self, AddTask, CompleteTask, DeleteTask, Known, RestoreTask, Undo, UndoTarget},
};

/// Sunday morning in Berlin, 10:00.
pub(crate) const SUNDAY: &str = "2026-11-22T09:00:00Z";

/// A task on the list that nobody has stored.
pub(crate) fn task(id: i64, title: &str) -> Task {
    let at: Timestamp = SUNDAY.parse().unwrap();
    Task {
        id: number(id),
        title: TaskTitle::parse(title).unwrap(),
        description: None,
        completed_at: None,
        due: None,
        recurrence: None,
        exceptions: tasktalk_domain::Exceptions::default(),
        priority: Priority::None,
        tags: Vec::new(),
        created_at: at,
        updated_at: at,
        version: 1,
        deleted_at: None,
    }
}

pub(crate) fn number(id: i64) -> TaskId {
    TaskId::try_from(id).unwrap()
}

/// What a new task needs, and nothing more.
pub(crate) fn new_task(title: &str) -> NewTask {
    NewTask {
        title: TaskTitle::parse(title).unwrap(),
        description: None,
        due: None,
        recurrence: None,
        priority: Priority::None,
        tags: Vec::new(),
    }
}

/// A rule as people mean it, catching up to the future.
pub(crate) fn repeating(rule: &str) -> Recurrence {
    Recurrence::new(rule.parse().unwrap(), RecurrenceMode::CatchUp)
}

pub(crate) fn zone() -> Zone {
    Zone::parse("Europe/Berlin").unwrap()
}

pub(crate) fn at(local: &str) -> Due {
    Due::at(local.parse().unwrap(), zone())
}

pub(crate) fn on(day: &str) -> Due {
    Due::on(day.parse().unwrap())
}

pub(crate) fn add(task: NewTask) -> Tool {
    Tool::AddTask(AddTask { task })
}

pub(crate) fn complete(id: TaskId) -> Tool {
    completed(id, true)
}

pub(crate) fn reopen(id: TaskId) -> Tool {
    completed(id, false)
}

fn completed(task_id: TaskId, completed: bool) -> Tool {
    Tool::CompleteTask(CompleteTask {
        task_id,
        completed,
        done_on: None,
        expected_version: None,
    })
}

pub(crate) fn delete(task_id: TaskId) -> Tool {
    Tool::DeleteTask(DeleteTask {
        task_id,
        expected_version: None,
    })
}

pub(crate) fn restore(task_id: TaskId) -> Tool {
    Tool::RestoreTask(RestoreTask {
        task_id,
        expected_version: None,
    })
}

/// A call as a program would make it.
pub(crate) fn call(name: &str, arguments: Value) -> Tool {
    Tool::from_call(name, arguments, &zone()).unwrap()
}

pub(crate) fn undo(steps: u32) -> Tool {
    Tool::Undo(Undo {
        target: UndoTarget::Newest { steps },
        force: false,
    })
}

/// An assistant with two users, Anna and Ben, and a clock that stands still.
pub(crate) struct Home {
    pub(crate) assistant: Assistant,
    pub(crate) clock: Clock,
    pub(crate) anna: UserId,
    pub(crate) ben: UserId,
    /// Anna's conversation.
    pub(crate) conversation: ConversationId,
}

/// Runs a test on each engine, with a new database each time.
pub(crate) async fn on_each_engine(test: impl AsyncFn(&Home)) {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let Some(place) = TestDatabase::create(engine).await else {
            continue;
        };
        let database = place.open(Options::default()).await;
        test(&Home::furnish(database.clone()).await).await;
        database.close().await;
    }
}

impl Home {
    async fn furnish(database: Database) -> Self {
        let clock = Clock::fixed(SUNDAY.parse().unwrap());
        let now = clock.now();
        let newcomer = move |name: &'static str| {
            let database = database.clone();
            async move {
                let created: Result<_, StorageError> = database
                    .write(move |tx| {
                        let new = NewUser {
                            name: Some(name.to_owned()),
                            timezone: Some(zone()),
                            ..NewUser::default()
                        };
                        Box::pin(async move { users::create(tx, new, now).await })
                    })
                    .await;
                (database, created.unwrap().id)
            }
        };
        let (_, anna) = newcomer("Anna").await;
        let (database, ben) = newcomer("Ben").await;
        let defaults = Defaults {
            timezone: Zone::utc(),
            locale: Locale::default(),
        };
        let conversation = ConversationId(clock.new_id());
        Self {
            assistant: Assistant::new(database, clock.clone(), defaults),
            clock,
            anna,
            ben,
            conversation,
        }
    }

    /// Runs one tool for Anna, as REST would.
    pub(crate) async fn run(&self, tool: Tool) -> ToolOutcome {
        self.run_for(self.anna, Permissions::ALL, tool).await
    }

    pub(crate) async fn run_for(
        &self,
        owner: UserId,
        permissions: Permissions,
        tool: Tool,
    ) -> ToolOutcome {
        self.assistant
            .run_tool(owner, permissions, tool)
            .await
            .unwrap()
    }

    /// Runs tools for Anna as one turn of her conversation.
    pub(crate) async fn turn(&self, calls: Vec<Tool>) -> Vec<ToolOutcome> {
        self.turn_of(self.conversation, Permissions::ALL, calls)
            .await
    }

    pub(crate) async fn turn_of(
        &self,
        conversation: ConversationId,
        permissions: Permissions,
        calls: Vec<Tool>,
    ) -> Vec<ToolOutcome> {
        let (clock, owner) = (self.clock.clone(), self.anna);
        let outcomes: Result<_, StorageError> = self
            .assistant
            .database
            .write(move |tx| {
                let (clock, calls) = (clock.clone(), calls.clone());
                Box::pin(async move {
                    let user = users::lock(tx, owner).await?.unwrap();
                    let context = ToolContext {
                        tx,
                        user: &user,
                        now: clock.now(),
                        clock: &clock,
                        zone: &zone(),
                        texts: Texts::of("en"),
                        batch: clock.new_id(),
                        conversation: Some(conversation),
                        permissions,
                        known: &Known::new(),
                    };
                    let mut outcomes = Vec::new();
                    for call in calls {
                        outcomes.push(tools::run(&context, call).await?);
                    }
                    Ok(outcomes)
                })
            })
            .await;
        outcomes.unwrap()
    }

    /// Puts a task on Anna's list, as REST would.
    pub(crate) async fn add(&self, task: NewTask) -> Task {
        match self.run(add(task)).await.detail {
            Detail::Created { task } => task,
            other => panic!("not created: {other:?}"),
        }
    }

    /// The row of one of Anna's tasks, in the trash too.
    pub(crate) async fn row(&self, id: TaskId) -> Task {
        let owner = self.anna;
        let found: Result<_, StorageError> = self
            .assistant
            .database
            .read(move |snapshot| Box::pin(async move { tasks::get(snapshot, owner, id).await }))
            .await;
        found.unwrap().unwrap()
    }

    /// When one of Anna's tasks was last completed, as its completion records say.
    pub(crate) async fn last_completion(&self, id: TaskId) -> Option<Timestamp> {
        let owner = self.anna;
        let found: Result<_, StorageError> = self
            .assistant
            .database
            .read(move |snapshot| {
                Box::pin(async move { completions::last(snapshot, owner, id).await })
            })
            .await;
        found.unwrap().map(|completion| completion.completed_at)
    }

    /// What Anna's other pages are told, oldest first: kind and version.
    pub(crate) async fn events(&self) -> Vec<(String, i64)> {
        let owner = self.anna;
        let found: Result<_, StorageError> = self
            .assistant
            .database
            .read(move |snapshot| {
                Box::pin(async move { events::after(snapshot, owner, 0, 100).await })
            })
            .await;
        let events = found.unwrap();
        events
            .into_iter()
            .map(|event| (event.kind, event.version))
            .collect()
    }
}

/// The task with everything a change moves on left out: what undoing must bring back byte for byte.
pub(crate) fn content(task: &Task) -> String {
    let task = Task {
        version: 0,
        updated_at: Timestamp::UNIX_EPOCH,
        ..task.clone()
    };
    serde_json::to_string(&task).unwrap()
}

/// The one receipt of an outcome.
pub(crate) fn receipt(outcome: &ToolOutcome) -> &Receipt {
    let [receipt] = outcome.receipts.as_slice() else {
        panic!("not one receipt: {outcome:?}");
    };
    receipt
}

/// Why a call failed, as programs are told.
pub(crate) fn code(outcome: &ToolOutcome) -> &'static str {
    match outcome.failure() {
        Some(failure) => {
            assert_eq!(outcome.result["success"], false);
            assert_eq!(outcome.result["code"], failure.code());
            assert!(outcome.receipts.is_empty());
            failure.code()
        }
        None => panic!("it was carried out: {outcome:?}"),
    }
}
