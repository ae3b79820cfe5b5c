//! The writer thread of SQLite, and the queue before it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use futures_util::{FutureExt, future::try_join_all};
use tasktalk_storage::{Engine, Options, StorageError};

use crate::support::run_bare;

#[test]
fn a_body_that_waits_for_something_else_is_given_up() {
    crate::support::run(Engine::Sqlite, |test| async move {
        let result = test
            .write(|_| Box::pin(std::future::pending::<Result<(), StorageError>>()))
            .await;
        assert!(matches!(result, Err(StorageError::Abandoned(_))));
        test.person("anna").await.add("still works").await;
    });
}

#[test]
fn a_full_queue_refuses_at_once() {
    run_bare(Engine::Sqlite, |home| async move {
        let database = home
            .open(Options {
                queue: 2,
                ..Options::default()
            })
            .await;
        // The writer thread is kept in here, so that the queue fills behind it.
        let (entered, wait_until_entered) = std::sync::mpsc::channel();
        let (leave, wait_to_leave) = std::sync::mpsc::channel::<()>();
        let gate = std::sync::Mutex::new((entered, wait_to_leave));
        let first = database.clone();
        let first = tokio::spawn(async move {
            first
                .write::<_, StorageError, _>(move |_| {
                    let gate = gate.lock().unwrap();
                    gate.0.send(()).unwrap();
                    gate.1.recv().unwrap();
                    drop(gate);
                    Box::pin(async { Ok(()) })
                })
                .await
        });
        tokio::task::spawn_blocking(move || wait_until_entered.recv().unwrap())
            .await
            .unwrap();
        let done = Arc::new(AtomicUsize::new(0));
        let mut waiting = Vec::new();
        let mut refused = 0;
        for _ in 0..5 {
            let done = Arc::clone(&done);
            let mut write = Box::pin(database.write::<_, StorageError, _>(move |_| {
                done.fetch_add(1, Ordering::SeqCst);
                Box::pin(async { Ok(()) })
            }));
            match (&mut write).now_or_never() {
                Some(Err(StorageError::Busy)) => refused += 1,
                Some(other) => panic!("{other:?}"),
                None => waiting.push(write),
            }
        }
        assert_eq!((waiting.len(), refused), (2, 3));
        leave.send(()).unwrap();
        try_join_all(waiting).await.unwrap();
        first.await.unwrap().unwrap();
        assert_eq!(done.load(Ordering::SeqCst), 2);
    });
}
