//! `kill -9` between leasing a reminder and telling it: whoever starts next tells it, once, as late, to whoever comes back
//! with the last event they heard of.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tasktalk_api::{
    Client,
    auth::SignupRequest,
    client::Events,
    events::Event,
    tasks::{Due, NewTask},
};
use tasktalk_storage::{Engine, testing::TestDatabase};
use tokio::time::{Instant, sleep};

use crate::{
    program::{Home, PATIENCE},
    server::Server,
};

/// Where the first clocks start.
const START: &str = "2026-11-22T09:00:00Z";
/// How long after its creation a task is due.
const DUE_IN: SignedDuration = SignedDuration::from_secs(5);
/// How long after that the program is back: leases are over.
const AWAY: SignedDuration = SignedDuration::from_mins(3);
const TITLES: [&str; 2] = ["Call mum", "Take the bread out"];

/// Someone, and what was heard so far.
struct Listener {
    token: String,
    client: Client,
    stream: Events,
    heard: Vec<Event>,
}

#[tokio::test]
async fn on_one_file_it_is_told_after_the_restart() {
    let database = TestDatabase::create(Engine::Sqlite).await.unwrap();
    let hold = "CREATE TRIGGER held BEFORE UPDATE ON reminders WHEN NEW.state = 1 AND NEW.user_id <> 1 \
                BEGIN SELECT RAISE(ABORT, 'held'); END";
    killed_in_between(&database, 1, hold, "DROP TRIGGER held").await;
}

#[tokio::test]
async fn of_two_processes_on_one_postgresql_one_tells_it() {
    let Some(database) = TestDatabase::create(Engine::Postgres).await else {
        return;
    };
    let hold = "CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS \
                $$ BEGIN RAISE EXCEPTION 'held'; END $$; \
                CREATE TRIGGER held BEFORE UPDATE ON reminders FOR EACH ROW \
                WHEN (NEW.state = 1 AND NEW.user_id <> 1) EXECUTE FUNCTION held()";
    killed_in_between(&database, 2, hold, "DROP TRIGGER held ON reminders").await;
}

/// `hold` lets nobody but the first person be told, so that the other reminders stay leased, until `release`.
async fn killed_in_between(database: &TestDatabase, processes: usize, hold: &str, release: &str) {
    let before = start(database, processes, START.parse().unwrap()).await;
    let mut people = Vec::new();
    for name in ["anna", "bob", "carol"] {
        let token = sign_up(&before[0], name).await;
        people.push(listen(&before[0], token, None).await);
    }
    database.run_sql(hold).await;
    let mut due = Timestamp::MIN;
    for person in &people {
        due = due.max(remind(&person.client).await);
    }
    // The first was told; the others' are leased, by whichever process.
    wait_until(database, "state = 1", TITLES.len()).await;
    wait_until(
        database,
        "state = 0 AND lease_owner IS NOT NULL",
        2 * TITLES.len(),
    )
    .await;
    hear(&mut people[0], TITLES.len()).await;
    for server in before {
        server.kill().await;
    }
    database.run_sql(release).await;

    let later = due.saturating_add(AWAY).unwrap();
    let after = start(database, processes, later).await;
    let newest = after.last().unwrap();
    let mut back = Vec::new();
    for person in people {
        let last = person.heard.last().map(|event| event.seq);
        let again = listen(newest, person.token, last.or(Some(0))).await;
        back.push(Listener {
            heard: person.heard,
            ..again
        });
    }
    wait_until(database, "state = 1", 3 * TITLES.len()).await;
    for (place, person) in back.iter_mut().enumerate() {
        // What comes after everything that there was to tell.
        let marker = person
            .client
            .create_task(&NewTask::titled("The end"))
            .await
            .unwrap();
        hear_until_created(person, marker.task.id).await;
        assert_once(person, place > 0);
    }
    for server in after {
        assert_eq!(server.stop().await.code(), Some(0));
    }
}

/// Each reminder was told exactly once, late or in time.
fn assert_once(person: &Listener, late: bool) {
    let told: Vec<_> = person
        .heard
        .iter()
        .filter(|event| event.kind == "reminder.due")
        .map(|event| event.reminder.as_ref().unwrap())
        .collect();
    let mut titles: Vec<&str> = told
        .iter()
        .map(|reminder| reminder.title.as_str())
        .collect();
    titles.sort_unstable();
    assert_eq!(titles, TITLES);
    for reminder in told {
        let seconds = reminder.late_by_seconds;
        let away = AWAY.as_secs();
        assert!(
            if late { seconds >= away } else { seconds == 0 },
            "{reminder:?}"
        );
    }
    let numbers: Vec<i64> = person.heard.iter().map(|event| event.seq).collect();
    let all: Vec<i64> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, all, "nothing was missed or heard twice");
}

async fn start(database: &TestDatabase, processes: usize, clock: Timestamp) -> Vec<Server> {
    let mut servers = Vec::new();
    for _ in 0..processes {
        let home = Home::new();
        let mut command = home.command(&["serve"]);
        Server::settle(&mut command, &database.address(), 0);
        command.env("TASKTALK_CLOCK", clock.to_string());
        servers.push(Server::listen(command, home).await);
    }
    servers
}

async fn sign_up(server: &Server, name: &str) -> String {
    let request = SignupRequest {
        email: format!("{name}@example.com"),
        password: "correct horse".to_owned(),
        name: None,
        timezone: None,
    };
    let session = server.client().signup(&request).await.unwrap();
    session.access_token
}

/// Adds what will remind in a moment; when that is.
async fn remind(client: &Client) -> Timestamp {
    let mut due = Timestamp::MIN;
    for title in TITLES {
        let task = client
            .create_task(&NewTask::titled(title))
            .await
            .unwrap()
            .task;
        let created: Timestamp = task.created_at.parse().unwrap();
        due = created.saturating_add(DUE_IN).unwrap();
        let patch = tasktalk_api::tasks::TaskPatch {
            due: tasktalk_api::Patch::Set(Due::at(due.strftime("%FT%T").to_string(), "UTC")),
            ..Default::default()
        };
        client.update_task(task.id, &patch, None).await.unwrap();
    }
    due
}

async fn listen(server: &Server, token: String, after: Option<i64>) -> Listener {
    let client = server.client().with_token(token.as_str());
    let stream = client.events(after).await.unwrap();
    Listener {
        token,
        client,
        stream,
        heard: Vec::new(),
    }
}

async fn next(person: &mut Listener) -> Event {
    let event = tokio::time::timeout(PATIENCE, person.stream.next()).await;
    let event = event
        .expect("nothing came")
        .unwrap()
        .expect("the stream ended");
    person.heard.push(event.clone());
    event
}

/// Until so many reminders were told.
async fn hear(person: &mut Listener, reminders: usize) {
    let mut told = 0;
    while told < reminders {
        told += usize::from(next(person).await.kind == "reminder.due");
    }
}

async fn hear_until_created(person: &mut Listener, task: i64) {
    let marker = tasktalk_api::events::ObjectId::Task(task);
    loop {
        let event = next(person).await;
        if event.kind == "task.created" && event.id.as_ref() == Some(&marker) {
            return;
        }
    }
}

async fn wait_until(database: &TestDatabase, which: &str, count: usize) {
    let sql = format!("SELECT CAST(COUNT(*) AS TEXT) FROM reminders WHERE {which}");
    let deadline = Instant::now() + PATIENCE;
    loop {
        let found = database.texts(&sql).await;
        if found == [count.to_string()] {
            return;
        }
        assert!(Instant::now() < deadline, "{which}: {found:?} of {count}");
        sleep(Duration::from_millis(50)).await;
    }
}
