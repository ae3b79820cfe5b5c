//! What only a file can do to us: it is full, it is locked, its log grows.

use std::{os::unix::fs::PermissionsExt, time::Duration};

use futures_util::future::join_all;
use tasktalk_domain::UserId;
use tasktalk_storage::{Database, DatabaseUrl, Engine, Options, StorageError, messages, users};

use crate::support::{Test, message, person, run, run_bare};

/// Stores a message of so many bytes.
async fn say(
    database: &Database,
    owner: UserId,
    number: u128,
    bytes: usize,
) -> Result<(), StorageError> {
    let conversation = tasktalk_domain::ConversationId(uuid::Uuid::from_u128(1));
    database
        .write(move |tx| {
            Box::pin(async move {
                let message = message(number, &"x".repeat(bytes));
                messages::append(tx, owner, conversation, &message).await
            })
        })
        .await
}

#[test]
fn a_full_disk_is_unavailable_until_there_is_room() {
    run_bare(Engine::Sqlite, |home| async move {
        let options = Options {
            size_limit: Some(4 << 20),
            ..Options::default()
        };
        let database = home.open(options).await;
        let anna = person(&database, "anna").await;
        let bob = person(&database, "bob").await;
        for one in [&anna, &bob] {
            one.converse(1, 0).await;
        }
        let owner = anna.id;
        let mut stored = 0;
        let full = loop {
            // Several at once: the one without room must not take the others along.
            let group = (0..4).map(|n| say(&database, owner, stored + n, 100_000));
            let results = join_all(group).await;
            stored += 4;
            if let Some(error) = results.into_iter().find_map(Result::err) {
                break error;
            }
        };
        assert!(full.is_temporary(), "{full:?}");
        assert!(stored >= 30, "it was full after {stored} messages");
        // Reading goes on.
        database.ready().await.unwrap();
        let kept = database
            .read::<_, StorageError, _>(move |s| {
                let conversation = tasktalk_domain::ConversationId(uuid::Uuid::from_u128(1));
                Box::pin(messages::last(s, owner, conversation, 1_000))
            })
            .await
            .unwrap();
        assert!(kept.iter().all(|message| message.content.len() == 100_000));
        // Room is made, and everything works again.
        database
            .write::<_, StorageError, _>(move |tx| Box::pin(users::erase(tx, owner)))
            .await
            .unwrap();
        for number in 0..10 {
            say(&database, bob.id, number, 100_000).await.unwrap();
        }
    });
}

#[test]
fn another_process_may_hold_the_lock_for_a_while() {
    run_bare(Engine::Sqlite, |home| async move {
        let options = Options {
            patience: Duration::from_millis(300),
            ..Options::default()
        };
        let database = home.open(options).await;
        let anna = person(&database, "anna").await;
        anna.converse(1, 0).await;
        let other = rusqlite::Connection::open(home.url.path().unwrap()).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        let refused = join_all((0..3).map(|n| say(&database, anna.id, n, 1))).await;
        for result in refused {
            assert!(result.is_err_and(|error| error.is_temporary()));
        }
        other.execute_batch("ROLLBACK").unwrap();
        say(&database, anna.id, 9, 1).await.unwrap();
    });
}

#[test]
fn the_log_is_kept_short() {
    run(Engine::Sqlite, |test: Test| async move {
        let anna = test.person("anna").await;
        anna.converse(1, 0).await;
        let mut log = test.home.url.path().unwrap().as_os_str().to_owned();
        log.push("-wal");
        let mut longest = 0;
        for number in 0..160 {
            say(&test.database, anna.id, number, 1 << 20).await.unwrap();
            longest = longest.max(std::fs::metadata(&log).unwrap().len());
        }
        let limit = (64 << 20) + (16 << 20);
        assert!(longest < limit, "the log had {longest} bytes");
        test.database.close().await;
        let left = std::fs::metadata(&log).map_or(0, |file| file.len());
        assert_eq!(left, 0, "closing moves everything into the database");
    });
}

#[test]
fn the_file_is_its_owners_alone() {
    run_bare(Engine::Sqlite, |home| async move {
        let folder = home.url.path().unwrap().parent().unwrap().join("deep/er");
        let url = DatabaseUrl::sqlite(folder.join("tasktalk.db"));
        let database = Database::open(&url, Options::default()).await.unwrap();
        database.migrate().await.unwrap();
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(url.path().unwrap()) & 0o777, 0o600);
        assert_eq!(mode(&folder) & 0o777, 0o700);
        assert_eq!(mode(&folder.join("tasktalk.db-wal")) & 0o777, 0o600);
    });
}

#[test]
fn what_is_no_database_is_refused() {
    run_bare(Engine::Sqlite, |home| async move {
        let path = home.url.path().unwrap();
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(
            path,
            "not a database, but long enough to be taken for one".repeat(99),
        )
        .unwrap();
        let refused = Database::open(&home.url, Options::default()).await;
        assert!(
            matches!(refused, Err(StorageError::Unusable(what)) if what.contains("no SQLite database")),
            "{refused:?}"
        );
        let nowhere = DatabaseUrl::sqlite("/proc/nowhere/tasktalk.db");
        let refused = Database::open(&nowhere, Options::default()).await;
        assert!(refused.is_err_and(|error| error.is_temporary()));
    });
}
