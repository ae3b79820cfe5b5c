//! `kill -9` under load, twenty times: nothing acknowledged is lost, nothing happens twice or by half.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tasktalk_api::{Client, ClientError, auth::SignupRequest, chat::ChatRequest};
use tasktalk_storage::{Engine, testing::TestDatabase};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};

use crate::{
    ledger::{Acknowledged, Contents},
    server::{Server, lasting_port},
    titles::title,
};

const KILLS: u64 = 20;
const CLIENTS: usize = 16;
const USERS: usize = 4;
/// How long a client waits before it tries again.
const PAUSE: Duration = Duration::from_millis(10);
/// Within this time every message must have been acknowledged.
const PATIENCE: Duration = Duration::from_mins(1);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_kills_lose_and_double_nothing_on_sqlite() {
    let database = TestDatabase::create(Engine::Sqlite).await.unwrap();
    survive(&database).await;
    assert_eq!(database.texts("PRAGMA integrity_check").await, ["ok"]);
    assert!(database.texts("PRAGMA foreign_key_check").await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_kills_lose_and_double_nothing_on_postgresql() {
    if let Some(database) = TestDatabase::create(Engine::Postgres).await {
        survive(&database).await;
    }
}

async fn survive(database: &TestDatabase) {
    let port = lasting_port();
    let address = database.address();
    let server = Server::start_on(&address, port).await;
    let mut users = Vec::new();
    for number in 0..USERS {
        users.push(sign_up(&server, number).await);
    }

    let enough = Arc::new(AtomicBool::new(false));
    let numbers = Arc::new(AtomicUsize::new(0));
    let mut clients = JoinSet::new();
    for client in 0..CLIENTS {
        let talker = Talker {
            user: client % USERS,
            client: users[client % USERS].clone(),
            enough: Arc::clone(&enough),
            numbers: Arc::clone(&numbers),
        };
        clients.spawn(talker.talk());
    }

    let mut moments = Moments(20_261_122);
    let mut server = server;
    for _ in 0..KILLS {
        sleep(moments.next()).await;
        server.kill().await;
        server = Server::start_on(&address, port).await;
    }
    enough.store(true, Ordering::Relaxed);

    let mut ledgers: Vec<Vec<Acknowledged>> = vec![Vec::new(); USERS];
    let mut replayed = 0;
    while let Some(done) = clients.join_next().await {
        let (user, turns, again) = done.unwrap();
        ledgers[user].extend(turns);
        replayed += again;
    }
    let turns: usize = ledgers.iter().map(Vec::len).sum();
    assert!(turns > CLIENTS, "the load was no load");
    for (client, ledger) in users.iter().zip(&ledgers) {
        Contents::read(client).await.assert_is(ledger);
    }
    eprintln!("{turns} turns acknowledged, {replayed} of them by a retry that found them done");
    assert_eq!(server.stop().await.code(), Some(0));
}

async fn sign_up(server: &Server, number: usize) -> Client {
    let request = SignupRequest {
        email: format!("person{number}@example.com"),
        password: "correct horse".to_owned(),
        name: None,
        timezone: None,
    };
    let client = server.client();
    let session = client.signup(&request).await.unwrap();
    client.with_token(session.access_token)
}

/// One client: says one thing after the other, each until it is acknowledged.
struct Talker {
    user: usize,
    client: Client,
    enough: Arc<AtomicBool>,
    /// For titles that no client has used.
    numbers: Arc<AtomicUsize>,
}

impl Talker {
    /// Gives the user, what was acknowledged, and how many of it by a retry that found it done.
    async fn talk(self) -> (usize, Vec<Acknowledged>, usize) {
        let mut conversation = None;
        let mut ledger: Vec<Acknowledged> = Vec::new();
        let mut replays = 0;
        while !self.enough.load(Ordering::Relaxed) {
            // Of four turns one has two commands (both are done or none), and one completes what the turn before added.
            let (count, completes) = match (ledger.len() % 4, ledger.last()) {
                (2, _) => (2, None),
                (3, Some(before)) => (
                    0,
                    before.reply.receipts.first().map(|change| change.task_id),
                ),
                _ => (1, None),
            };
            let first = self.numbers.fetch_add(2, Ordering::Relaxed);
            let titles: Vec<String> = (first..first + count).map(title).collect();
            let message = match completes {
                Some(task) => format!("Mark task {task} as complete"),
                None => titles
                    .iter()
                    .map(|title| format!("add a task to {}", title.to_lowercase()))
                    .collect::<Vec<_>>()
                    .join(" and "),
            };
            let request = ChatRequest {
                conversation_id: conversation.clone(),
                ..ChatRequest::new(message.clone())
            };
            let (reply, replayed) = self.until_acknowledged(&request, first).await;
            assert!(
                reply.success,
                "\"{message}\" was answered with: {}",
                reply.response
            );
            replays += usize::from(replayed);
            conversation = Some(reply.conversation_id.clone());
            ledger.push(Acknowledged {
                message,
                titles,
                completes,
                reply,
            });
        }
        (self.user, ledger, replays)
    }

    async fn until_acknowledged(
        &self,
        request: &ChatRequest,
        key: usize,
    ) -> (tasktalk_api::chat::ChatResponse, bool) {
        let key = format!("turn-{key}");
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.client.chat(request, Some(&key)).await {
                Ok(reply) => return (reply.response, reply.replayed),
                // The server is dead, busy, or still at work on the first attempt.
                Err(ClientError::Unreachable(_)) => {}
                Err(error) if matches!(error.status(), Some(409 | 429 | 503)) => {}
                Err(error) => panic!("{request:?} was refused: {error:?}"),
            }
            assert!(Instant::now() < deadline, "{request:?} is not acknowledged");
            sleep(PAUSE).await;
        }
    }
}

/// Spans of time that look random and are the same in every run (the MINSTD generator of Park and Miller).
struct Moments(u64);

impl Moments {
    /// Between 50 and 700 milliseconds.
    fn next(&mut self) -> Duration {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        Duration::from_millis(50 + self.0 % 651)
    }
}
