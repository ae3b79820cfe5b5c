//! What a turn costs one person with many tasks: `cargo run --example long_lists -- [TASKS …]`.
//!
//! For each length of the list it says the same messages several times, on SQLite and on PostgreSQL
//! (`TEST_DATABASE_URL`, a server on this machine), and prints the medians of the processor time in milliseconds: of this
//! program and of the server's processes for its connections, as Linux counts it. The database is thrown away.

#![expect(clippy::print_stdout, reason = "it prints a table")]

#[path = "../tests/conversation/long_lists/titles.rs"]
mod titles;

use std::{fs, path::Path};

use jiff::Timestamp;
use tasktalk_assistant::{Assistant, Defaults, Input, Permissions, TurnRequest};
use tasktalk_domain::{
    Clock, ConversationId, Exceptions, Locale, Priority, Task, TaskTitle, UserId, Zone,
};
use tasktalk_storage::{
    Database, Engine, Options, StorageError, tasks,
    testing::TestDatabase,
    users::{self, NewUser},
};

/// How often each message is said.
const TIMES: usize = 9;
/// Tasks stored in one transaction.
const AT_ONCE: usize = 500;
/// What is said; `{n}` is different every time.
const MESSAGES: &[(&str, &str)] = &[
    ("add", "add a task to polish the trumpet {n}"),
    ("complete #", "complete task {n}"),
    ("rare word", "complete bill {bill}"),
    ("title", "complete {title}"),
    ("misspelt", "complete the chapetr {n} of the book"),
    ("unknown", "complete the zeppelin"),
    ("ambiguous", "complete the meeting"),
    ("list", "what's pending?"),
    ("search", "show me my tasks about insurance"),
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut lengths: Vec<usize> = std::env::args()
        .skip(1)
        .map(|argument| argument.parse())
        .collect::<Result<_, _>>()?;
    if lengths.is_empty() {
        lengths = vec![100, 1_000, 10_000, 100_000];
    }
    print!("{:<10} {:>8}", "", "tasks");
    for (name, _) in MESSAGES {
        print!(" {name:>10}");
    }
    println!(" {:>10}", "fill");
    for engine in [Engine::Sqlite, Engine::Postgres] {
        for length in &lengths {
            measure(engine, *length).await?;
        }
    }
    Ok(())
}

async fn measure(engine: Engine, length: usize) -> Result<(), Box<dyn std::error::Error>> {
    let Some(place) = TestDatabase::create(engine).await else {
        return Ok(());
    };
    let database = place.open(Options::default()).await;
    let clock = Clock::system();
    let began = processor_time(&place).await?;
    let owner = fill(&database, clock.now(), length).await?;
    let filled = processor_time(&place).await? - began;
    if engine == Engine::Postgres {
        // As the server does by itself after a while.
        place.run_sql("ANALYZE").await;
    }
    let assistant = Assistant::new(
        database.clone(),
        clock,
        Defaults {
            timezone: Zone::utc(),
            locale: Locale::default(),
        },
    );
    print!("{:<10} {length:>8}", format!("{engine:?}"));
    let mut conversation = None;
    for (nth, (_, message)) in MESSAGES.iter().enumerate() {
        let mut times = Vec::new();
        for time in 0..TIMES {
            // Spread over the list, and none twice.
            let number = (length / TIMES * time + nth * 3) / 10 * 10;
            let message = message
                .replace("{n}", &(number / 10 + 1).to_string())
                .replace("{bill}", &(10_008 + number).to_string())
                .replace("{title}", &titles::title(number));
            let began = processor_time(&place).await?;
            conversation = Some(say(&assistant, owner, conversation, message).await?);
            times.push(processor_time(&place).await? - began);
        }
        times.sort_by(f64::total_cmp);
        print!(" {:>10.2}", times[TIMES / 2]);
    }
    println!(" {filled:>10.0}");
    drop(assistant);
    database.close().await;
    Ok(())
}

/// Milliseconds that this program has computed so far, and the server for it.
async fn processor_time(place: &TestDatabase) -> Result<f64, Box<dyn std::error::Error>> {
    let mut tasks = vec!["/proc/self/task".to_owned()];
    if place.url.path().is_none() {
        let servers = "SELECT pid::text FROM pg_stat_activity \
                       WHERE datname = current_database() AND backend_type = 'client backend' \
                       AND pid <> pg_backend_pid()";
        let servers = place.texts(servers).await;
        tasks.extend(servers.iter().map(|pid| format!("/proc/{pid}/task")));
    }
    let mut nanoseconds = 0.0;
    for folder in tasks {
        // What has ended since it was listed counts no more.
        for task in fs::read_dir(Path::new(&folder)).into_iter().flatten() {
            let counted = fs::read_to_string(task?.path().join("schedstat")).unwrap_or_default();
            let first = counted.split_whitespace().next().unwrap_or("0");
            nanoseconds += first.parse::<f64>()?;
        }
    }
    Ok(nanoseconds / 1e6)
}

async fn say(
    assistant: &Assistant,
    owner: UserId,
    conversation: Option<ConversationId>,
    message: String,
) -> Result<ConversationId, Box<dyn std::error::Error>> {
    let request = TurnRequest {
        input: Input::Message(message),
        conversation,
        timezone: None,
        permissions: Permissions::ALL,
        idempotency: None,
        since: tokio::time::Instant::now(),
    };
    let turn = assistant.turn(owner, request).await?;
    Ok(turn.conversation)
}

async fn fill(database: &Database, now: Timestamp, length: usize) -> Result<UserId, StorageError> {
    let owner = database
        .write::<_, StorageError, _>(move |tx| {
            Box::pin(async move { users::create(tx, NewUser::default(), now).await })
        })
        .await?
        .id;
    for first in (0..length).step_by(AT_ONCE) {
        let numbers = first..length.min(first + AT_ONCE);
        database
            .write::<_, StorageError, _>(move |tx| {
                let numbers = numbers.clone();
                Box::pin(async move {
                    let locked = users::lock(tx, owner).await?.expect("it was created");
                    for number in numbers {
                        let task = Task {
                            id: locked.next_task_id(),
                            title: TaskTitle::parse(&titles::title(number))
                                .expect("the titles are short"),
                            description: None,
                            completed_at: None,
                            due: None,
                            recurrence: None,
                            exceptions: Exceptions::default(),
                            priority: Priority::None,
                            tags: Vec::new(),
                            created_at: now,
                            updated_at: now,
                            version: 1,
                            deleted_at: None,
                        };
                        tasks::insert(tx, owner, &task).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
    Ok(owner)
}
