//! Databases for tests: each test has one of its own, migrated, and it is gone afterwards.

use std::{path::PathBuf, thread};

use tasktalk_domain::Clock;
use tokio_postgres::{NoTls, SimpleQueryMessage};

use crate::{Database, DatabaseUrl, Engine, Options, url::Place};

/// A database of a test's own.
#[derive(Debug)]
pub struct TestDatabase {
    /// Where it is.
    pub url: DatabaseUrl,
    home: Home,
}

#[derive(Debug)]
enum Home {
    Folder(PathBuf),
    Server { admin: DatabaseUrl, name: String },
}

impl TestDatabase {
    /// An empty database on this engine; `None` when tests on it were left out on purpose.
    ///
    /// PostgreSQL needs `TEST_DATABASE_URL`, the address of a database from which others can be created, unless
    /// `TASKTALK_TEST_WITHOUT` contains `postgres`.
    pub async fn create(engine: Engine) -> Option<Self> {
        let name = new_name();
        match engine {
            Engine::Sqlite => {
                let folder = std::env::temp_dir().join(name);
                std::fs::create_dir(&folder).expect("a folder can be made");
                Some(Self {
                    url: DatabaseUrl::sqlite(folder.join("tasktalk.db")),
                    home: Home::Folder(folder),
                })
            }
            Engine::Postgres => {
                let admin = admin()?;
                run(&admin, &format!("CREATE DATABASE {name}")).await;
                Some(Self {
                    url: admin.clone().with_database(&name),
                    home: Home::Server { admin, name },
                })
            }
        }
    }

    /// A database with the same rows. Nobody may be connected to the original.
    pub async fn copy(&self) -> Self {
        let name = new_name();
        match &self.home {
            Home::Folder(from) => {
                let folder = std::env::temp_dir().join(name);
                std::fs::create_dir(&folder).expect("a folder can be made");
                for entry in std::fs::read_dir(from).expect("the original has a folder") {
                    let file = entry.expect("a folder can be read").file_name();
                    std::fs::copy(from.join(&file), folder.join(&file)).expect("a file is copied");
                }
                Self {
                    url: DatabaseUrl::sqlite(folder.join("tasktalk.db")),
                    home: Home::Folder(folder),
                }
            }
            Home::Server { admin, name: from } => {
                run(admin, &format!("CREATE DATABASE {name} TEMPLATE {from}")).await;
                Self {
                    url: admin.clone().with_database(&name),
                    home: Home::Server {
                        admin: admin.clone(),
                        name,
                    },
                }
            }
        }
    }

    /// Throws everyone out of a PostgreSQL database and lets nobody in, until [`TestDatabase::go_on`]: to a program, a
    /// server that was stopped.
    pub async fn stop(&self) {
        let Home::Server { admin, name } = &self.home else {
            panic!("an SQLite file has no server to stop");
        };
        run(
            admin,
            &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false"),
        )
        .await;
        let sessions = format!(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'"
        );
        run(admin, &sessions).await;
    }

    /// Lets programs in again.
    pub async fn go_on(&self) {
        let Home::Server { admin, name } = &self.home else {
            panic!("an SQLite file has no server to start");
        };
        run(
            admin,
            &format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true"),
        )
        .await;
    }

    /// The address with its password, for another program's environment.
    pub fn address(&self) -> String {
        let address = self.url.to_string();
        let password = match self.url.place() {
            Place::Postgres(server) => server.config.get_password(),
            Place::Sqlite(_) => None,
        };
        match password {
            None => address,
            Some(password) => {
                let password: Vec<String> =
                    password.iter().map(|byte| format!("%{byte:02X}")).collect();
                address.replacen('@', &format!(":{}@", password.concat()), 1)
            }
        }
    }

    /// Opens and migrates it.
    pub async fn open(&self, options: Options) -> Database {
        let database = Database::open(&self.url, options)
            .await
            .expect("a new database opens");
        database.migrate().await.expect("a new database migrates");
        database
    }

    /// Runs SQL beside the program, on the engine's own terms.
    pub async fn run_sql(&self, sql: &str) {
        match self.url.place() {
            Place::Sqlite(path) => rusqlite::Connection::open(path)
                .and_then(|connection| connection.execute_batch(sql))
                .expect("the statements are right"),
            Place::Postgres(_) => {
                run(&self.url, &format!("SET search_path = tasktalk; {sql}")).await;
            }
        }
    }

    /// The first column of an answer; it has to be text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        match self.url.place() {
            Place::Sqlite(path) => rusqlite::Connection::open(path)
                .and_then(|connection| {
                    connection
                        .prepare(sql)?
                        .query_map([], |row| row.get(0))?
                        .collect()
                })
                .expect("the query is right"),
            Place::Postgres(_) => {
                run(&self.url, &format!("SET search_path = tasktalk; {sql}")).await
            }
        }
    }
}

fn new_name() -> String {
    format!("tasktalk_{}", Clock::system().random_id().simple())
}

#[expect(clippy::disallowed_methods, reason = "tests have no command line")]
fn admin() -> Option<DatabaseUrl> {
    if let Ok(url) = std::env::var("TEST_DATABASE_URL") {
        return Some(
            url.parse()
                .expect("TEST_DATABASE_URL is a database address"),
        );
    }
    let left_out = std::env::var("TASKTALK_TEST_WITHOUT").unwrap_or_default();
    assert!(
        left_out.split(',').any(|part| part.trim() == "postgres"),
        "TEST_DATABASE_URL is not set: run `cargo xtask test`, which starts a PostgreSQL server, \
         or leave these tests out with TASKTALK_TEST_WITHOUT=postgres"
    );
    None
}

/// Runs SQL on a connection of its own, and takes the first column of what it answers.
async fn run(url: &DatabaseUrl, sql: &str) -> Vec<String> {
    let Place::Postgres(server) = url.place() else {
        panic!("TEST_DATABASE_URL is not the address of a PostgreSQL database");
    };
    let (client, connection) = server
        .config
        .connect(NoTls)
        .await
        .expect("the server of TEST_DATABASE_URL answers");
    let connection = tokio::spawn(connection);
    let answer = client.simple_query(sql).await.expect("the SQL is right");
    drop(client);
    // It ends because the client is gone.
    let _ = connection.await;
    answer
        .iter()
        .filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
            _ => None,
        })
        .collect()
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        match &self.home {
            Home::Folder(folder) => {
                // A test that never opened it has no folder.
                let _ = std::fs::remove_dir_all(folder);
            }
            Home::Server { admin, name } => {
                let (admin, name) = (admin.clone(), name.clone());
                // A runtime can't wait inside another one, so this has a thread of its own.
                let dropping = thread::spawn(move || {
                    tokio::runtime::Builder::new_current_thread()
                        .enable_all()
                        .build()
                        .expect("a runtime starts")
                        .block_on(run(&admin, &format!("DROP DATABASE {name} WITH (FORCE)")));
                });
                let _ = dropping.join();
            }
        }
    }
}
