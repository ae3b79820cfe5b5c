//! The filled databases that everything is measured on, and the tokens of the people who talk over HTTP.

use std::path::Path;

use anyhow::Context as _;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tasktalk_api::{Client, auth::SignupRequest, tokens::NewToken};
use tasktalk_domain::Clock;
use tasktalk_storage::{Engine, Options, testing::TestDatabase};
use tokio::process::Command;

use crate::{
    base_store,
    child::{Server, free_port},
    mix::Person,
};

/// How many people there are; the first [`TALKING`] of them have passwords and talk over HTTP.
pub(crate) const PEOPLE: i64 = 200;
/// One for each connection of the largest measurement, so that none waits for another's lock.
pub(crate) const TALKING: i64 = 64;

/// A filled database; what is measured gets a copy each time, so that every measurement begins alike.
#[derive(Debug)]
pub(crate) struct Base {
    pub(crate) engine: Engine,
    original: TestDatabase,
    /// Of the people who talk, in their order.
    tokens: Vec<Tokens>,
    /// The database server's first process, when it can be found.
    pub(crate) postmaster: Option<u32>,
}

/// A person's ways in.
#[derive(Debug)]
struct Tokens {
    /// From signing in.
    session: String,
    /// A personal access token.
    agent: String,
}

impl Base {
    /// Makes one; `None` when PostgreSQL was left out on purpose.
    pub(crate) async fn make(engine: Engine, program: &Path) -> anyhow::Result<Option<Self>> {
        let Some(original) = TestDatabase::create(engine).await else {
            return Ok(None);
        };
        let tokens = sign_up(program, &original).await?;
        let database = original.open(Options::default()).await;
        base_store::fill(&database, &Clock::system(), PEOPLE).await?;
        database.close().await;
        drop(database);
        let postmaster = postmaster(&original.url.to_string());
        Ok(Some(Self {
            engine,
            original,
            tokens,
            postmaster,
        }))
    }

    /// A database of its own for one measurement.
    pub(crate) async fn copy(&self) -> TestDatabase {
        self.original.copy().await
    }

    /// The people for whom one of so many connections talks, with the tokens they got from signing in.
    pub(crate) fn people(&self, connection: i64, connections: i64) -> Vec<(Person, String)> {
        self.with_tokens(connection, connections, |tokens| &tokens.session)
    }

    /// The same people, with their agents' tokens.
    pub(crate) fn agents(&self, connection: i64, connections: i64) -> Vec<(Person, String)> {
        self.with_tokens(connection, connections, |tokens| &tokens.agent)
    }

    fn with_tokens(
        &self,
        connection: i64,
        connections: i64,
        token: fn(&Tokens) -> &String,
    ) -> Vec<(Person, String)> {
        (1..)
            .zip(&self.tokens)
            .filter(|(user, _)| user % connections == connection)
            .map(|(user, tokens)| (Person::new(user), token(tokens).clone()))
            .collect()
    }
}

/// How `tasktalk serve` is started here: on its own port, without limits, so that it does nothing but answer.
pub(crate) fn serve(program: &Path, database: &str, port: u16) -> Command {
    let mut command = Command::new(program);
    command.arg("serve").args(["--port", &port.to_string()]);
    // Settings of whoever works here are about another server.
    command
        .env_clear()
        .env("DATABASE_URL", database)
        .env("ADMIN_ADDRESS", "off")
        .env("RATE_LIMIT", "0")
        .env("ADDRESS_RATE_LIMIT", "0")
        .env("ACCESS_TOKEN_MINUTES", "1440")
        .env("LOG_LEVEL", "warn");
    command
}

/// Makes the accounts of those who talk, which also brings the database up to date.
async fn sign_up(program: &Path, database: &TestDatabase) -> anyhow::Result<Vec<Tokens>> {
    let port = free_port()?;
    let mut command = serve(program, &database.address(), port);
    let server = Server::start(port, &mut command, "/health/ready").await?;
    let client = Client::connect(&format!("http://127.0.0.1:{port}"))?;
    let sessions = stream::iter(1..=TALKING).then(async |number| {
        let request = SignupRequest {
            email: format!("person{number}@example.com"),
            password: "correct horse battery".to_owned(),
            name: None,
            timezone: None,
        };
        let session = client.signup(&request).await?;
        anyhow::ensure!(
            session.user.id == number.to_string(),
            "accounts are not numbered from 1"
        );
        let token = NewToken {
            name: "agent".to_owned(),
            scopes: ["tasks:read", "tasks:write", "tasks:delete"]
                .map(str::to_owned)
                .to_vec(),
            expires_in: None,
        };
        let made = client
            .with_token(&session.access_token)
            .create_token(&token)
            .await?;
        Ok(Tokens {
            session: session.access_token,
            agent: made.token,
        })
    });
    let tokens = sessions.try_collect().await.context("signing up failed")?;
    server.end().await?;
    Ok(tokens)
}

/// The first process of a PostgreSQL server on this machine: its socket's lock file names it.
fn postmaster(url: &str) -> Option<u32> {
    let (_, rest) = url.strip_prefix("postgres://")?.split_once('@')?;
    let (host, _) = rest.split_once('/')?;
    let (folder, port) = host.split_once(':').unwrap_or((host, "5432"));
    let folder = folder.replace("%2F", "/");
    let lock = Path::new(&folder).join(format!(".s.PGSQL.{port}.lock"));
    std::fs::read_to_string(lock)
        .ok()?
        .lines()
        .next()?
        .trim()
        .parse()
        .ok()
}
