//! What only PostgreSQL can do to us: round trips, lost connections, deadlocks.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use futures_util::future::{join, try_join, try_join_all};
use tasktalk_domain::{ConversationId, Task};
use tasktalk_storage::{
    Engine, Options, StorageError, changes, conversations, events, idempotency, messages,
    tasks::{self, AskedWord, TaskClues, WordQuery},
    users,
};
use tokio::sync::Barrier;
use uuid::Uuid;

use crate::support::{Test, at, id, message, misspelt, person, receipt, run, run_bare, task};

/// What a chat turn does: three exchanges with the server, whatever is stored in it.
async fn turn(test: &Test, owner: tasktalk_domain::UserId, n: u128) -> Result<(), StorageError> {
    let conversation = ConversationId(Uuid::from_u128(1));
    test.write(move |tx| {
        Box::pin(async move {
            let key = format!("key {n}");
            let words = WordQuery {
                whole: vec!["milk".to_owned()],
                misspelt: vec![misspelt("mikl")],
                ..WordQuery::default()
            };
            let (locked, stored, known, said, spelt) = tokio::try_join!(
                users::lock(tx, owner),
                idempotency::find(tx, owner, &key),
                conversations::get(tx, owner, conversation),
                messages::last(tx, owner, conversation, 20),
                tasks::vocabulary(tx, owner, &words),
            )?;
            let locked = locked.unwrap();
            assert!(stored.is_none() && known.is_some());
            assert_eq!(said.len(), usize::try_from(n).unwrap().min(10) * 2);
            let spellings = spelt.into_iter().map(|known| (known, 1.0)).collect();
            let clues = TaskClues {
                words: vec![AskedWord { spellings }],
                ..TaskClues::default()
            };
            let (found, _) = try_join(
                tasks::candidates(tx, owner, &clues, 50),
                tasks::recent(tx, owner, 50),
            )
            .await?;

            let task = task(locked.next_task_id(), "Buy milk");
            tasks::insert(tx, owner, &task).await?;
            if let Some(before) = found.first() {
                let after = Task {
                    version: 2,
                    completed_at: Some(at(1)),
                    ..before.clone()
                };
                tasks::save(tx, owner, before, &after).await?;
            }
            let receipt = receipt(n, &task);
            let batch = Uuid::from_u128(n);
            changes::insert(tx, owner, &locked, batch, Some(conversation), &receipt).await?;
            events::append(tx, owner, &locked, "task.created", "1", 1, at(1)).await?;
            messages::append(tx, owner, conversation, &message(2 * n, "buy milk")).await?;
            messages::append(tx, owner, conversation, &message(2 * n + 1, "added")).await?;
            conversations::touch(tx, owner, conversation, at(1)).await?;
            idempotency::store(tx, owner, &key, "hash", 200, "{}", at(1)).await
        })
    })
    .await
}

#[test]
fn a_turn_is_three_round_trips() {
    run_bare(Engine::Postgres, |home| async move {
        let options = Options {
            pool_size: 1,
            ..Options::default()
        };
        let database = home.open(options).await;
        let test = Test { database, home };
        let anna = test.person("anna").await;
        anna.converse(1, 0).await;
        // Statements are prepared when they first run on a connection, which waits for each.
        for n in 0..2 {
            turn(&test, anna.id, n).await.unwrap();
        }
        let mut fewest = u64::MAX;
        for n in 2..12 {
            let before = test.database.round_trips();
            turn(&test, anna.id, n).await.unwrap();
            fewest = fewest.min(test.database.round_trips() - before);
        }
        // On a busy machine an answer can be there before the next request was sent, which counts as one more.
        assert_eq!(fewest, 3);
    });
}

#[test]
fn a_read_is_one_round_trip_for_what_is_asked_together() {
    run(Engine::Postgres, |test| async move {
        let anna = test.person("anna").await;
        let owner = anna.id;
        let ask = || {
            test.read(move |s| {
                Box::pin(async move {
                    try_join(tasks::get(s, owner, id(1)), events::after(s, owner, 0, 9)).await
                })
            })
        };
        ask().await;
        let mut fewest = u64::MAX;
        for _ in 0..5 {
            let before = test.database.round_trips();
            ask().await;
            fewest = fewest.min(test.database.round_trips() - before);
        }
        assert_eq!(fewest, 1);
    });
}

/// Cuts every connection to this test's database.
async fn cut(test: &Test) {
    test.home
        .run_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE datname = current_database() AND application_name = 'tasktalk'",
        )
        .await;
}

#[test]
fn a_write_that_loses_its_connection_runs_again() {
    run(Engine::Postgres, |test| async move {
        let test = Arc::new(test);
        let anna = test.person("anna").await;
        let owner = anna.id;
        let runs = Arc::new(AtomicUsize::new(0));
        let (cutting, counting) = (Arc::clone(&test), Arc::clone(&runs));
        let added = test
            .write(move |tx| {
                let (test, runs) = (Arc::clone(&cutting), Arc::clone(&counting));
                Box::pin(async move {
                    let locked = users::lock(tx, owner).await?.unwrap();
                    let task = task(locked.next_task_id(), "Buy milk");
                    tasks::insert(tx, owner, &task).await?;
                    if runs.fetch_add(1, Ordering::SeqCst) == 0 {
                        cut(&test).await;
                    }
                    tasks::get(tx, owner, task.id).await
                })
            })
            .await
            .unwrap();
        assert_eq!(added, Some(task(id(1), "Buy milk")));
        assert_eq!(runs.load(Ordering::SeqCst), 2);
    });
}

#[test]
fn connections_that_were_cut_are_replaced() {
    run(Engine::Postgres, |test| async move {
        let anna = test.person("anna").await;
        let fill_the_pool = (0..16).map(|_| anna.add("before"));
        futures_util::future::join_all(fill_the_pool).await;
        cut(&test).await;
        for _ in 0..16 {
            anna.add("after").await;
        }
        test.database.ready().await.unwrap();
    });
}

#[test]
fn of_two_that_deadlock_one_runs_again() {
    run(Engine::Postgres, |test| async move {
        let test = Arc::new(test);
        let (anna, bob) = (test.person("anna").await.id, test.person("bob").await.id);
        let both_hold_one = Arc::new(Barrier::new(2));
        let runs = Arc::new(AtomicUsize::new(0));
        let lock_both = |first, second| {
            let (test, barrier) = (Arc::clone(&test), Arc::clone(&both_hold_one));
            let runs = Arc::clone(&runs);
            async move {
                test.write(move |tx| {
                    let (barrier, runs) = (Arc::clone(&barrier), Arc::clone(&runs));
                    Box::pin(async move {
                        users::lock(tx, first).await?;
                        if runs.fetch_add(1, Ordering::SeqCst) < 2 {
                            barrier.wait().await;
                        }
                        users::lock(tx, second).await.map(|_| ())
                    })
                })
                .await
            }
        };
        let (one, other) = join(lock_both(anna, bob), lock_both(bob, anna)).await;
        one.unwrap();
        other.unwrap();
        assert_eq!(runs.load(Ordering::SeqCst), 3);
    });
}

#[test]
fn statements_asked_for_together_run_in_order() {
    run(Engine::Postgres, |test| async move {
        let anna = test.person("anna").await;
        let owner = anna.id;
        // On fresh connections, so that some statements have to be prepared in between and others not.
        let seen = (0..32).map(|_| {
            anna.change(move |tx, locked| {
                Box::pin(async move {
                    let task = task(locked.next_task_id(), "Buy milk");
                    let (recent, (), again, ()) = tokio::try_join!(
                        tasks::recent(tx, owner, 1),
                        tasks::insert(tx, owner, &task),
                        tasks::recent(tx, owner, 1),
                        events::append(tx, owner, &locked, "x", "", 1, at(0)),
                    )?;
                    let newest = |tasks: Vec<Task>| tasks.first().map_or(0, |task| task.id.get());
                    Ok((newest(recent) + 1, newest(again), task.id.get()))
                })
            })
        });
        for (before, after, own) in try_join_all(seen).await.unwrap() {
            assert_eq!((before, after), (own, own));
        }
    });
}

#[test]
fn a_stopped_server_is_unavailable() {
    run_bare(Engine::Postgres, |home| async move {
        let nowhere = "host=/nonexistent user=postgres dbname=x".parse().unwrap();
        let options = Options {
            patience: std::time::Duration::from_millis(200),
            ..Options::default()
        };
        let database = tasktalk_storage::Database::open(&nowhere, options)
            .await
            .unwrap();
        for result in [database.ready().await, database.migrate().await.map(|_| ())] {
            assert!(result.is_err_and(|error| error.is_temporary()));
        }
        person(&home.open(Options::default()).await, "anna").await;
    });
}
