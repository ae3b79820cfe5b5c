//! What a transaction promises, whatever is done in it.

use futures_util::{
    FutureExt,
    future::{join_all, try_join_all},
};
use tasktalk_domain::{TaskFilter, UserId};
use tasktalk_storage::{
    Options, StorageError, events, idempotency, tasks, testing::TestDatabase, users,
};

use crate::support::{Test, at, id, on_both, person, task};

on_both!(
    one_users_writers_get_dense_numbers,
    an_error_undoes_its_own_write_alone,
    a_panic_undoes_its_own_write_alone,
    an_ignored_failure_is_not_committed,
    what_is_deferred_is_seen_by_what_follows,
    locking_twice_goes_on_counting,
    a_read_sees_one_moment,
    a_read_sees_what_was_acknowledged,
    a_write_goes_on_when_its_caller_has_gone,
    closing_waits_for_what_was_accepted,
);

on_both!(unopened: what_was_acknowledged_survives_an_end_without_closing);

async fn one_users_writers_get_dense_numbers(test: Test) {
    let anna = test.person("anna").await;
    let writers = (0..64).map(|_| anna.add("Buy milk"));
    let mut numbers: Vec<i64> = join_all(writers)
        .await
        .iter()
        .map(|task| task.id.get())
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=64).collect::<Vec<_>>());
}

/// Every third of 60 writes fails in this way; the others are all there, under dense numbers, afterwards.
async fn every_third_fails(test: &Test, fail: fn() -> Result<(), StorageError>) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let writers = (0..60).map(|n| {
        anna.change(move |tx, locked| {
            Box::pin(async move {
                let task = task(locked.next_task_id(), "Buy milk");
                tasks::insert(tx, owner, &task).await?;
                events::append(tx, owner, &locked, "task.created", "", 1, at(0)).await?;
                if n % 3 == 0 {
                    fail()?;
                }
                Ok(task.id)
            })
        })
    });
    let results = join_all(writers).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 40);
    let (count, happened) = test
        .read(move |s| {
            Box::pin(async move {
                let filter = TaskFilter::default();
                let today = jiff::civil::date(2026, 11, 27);
                Ok((
                    tasks::count(s, owner, &filter, today, jiff::Timestamp::UNIX_EPOCH).await?,
                    events::after(s, owner, 0, 100).await?,
                ))
            })
        })
        .await;
    assert_eq!(count, 40);
    assert!(happened.iter().map(|event| event.seq).eq(1..=40));
}

async fn an_error_undoes_its_own_write_alone(test: Test) {
    every_third_fails(&test, || Err(StorageError::Busy)).await;
}

async fn a_panic_undoes_its_own_write_alone(test: Test) {
    every_third_fails(&test, || panic!("on purpose")).await;
    let anna = test.person("bob").await;
    let result = anna
        .change(|_, _| Box::pin(async { panic!("on purpose") }))
        .await;
    let result: Result<(), StorageError> = result;
    assert!(
        matches!(result, Err(StorageError::Abandoned(_))),
        "{result:?}"
    );
}

async fn an_ignored_failure_is_not_committed(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Buy milk").await;
    let owner = anna.id;
    let result = anna
        .change(move |tx, locked| {
            Box::pin(async move {
                tasks::insert(tx, owner, &task(locked.next_task_id(), "Buy bread")).await?;
                let taken = task(id(1), "Buy eggs");
                let _ = tasks::insert(tx, owner, &taken).await;
                let _ = tasks::get(tx, owner, id(1)).await;
                Ok(())
            })
        })
        .await;
    assert!(result.is_err());
    let second = test
        .read(move |s| Box::pin(tasks::get(s, owner, id(2))))
        .await;
    assert_eq!(second, None);
}

async fn what_is_deferred_is_seen_by_what_follows(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let found = anna
        .change(move |tx, locked| {
            Box::pin(async move {
                // More than are ever kept back.
                for _ in 0..600 {
                    events::append(tx, owner, &locked, "x", "", 1, at(0)).await?;
                }
                let task = task(locked.next_task_id(), "Buy milk");
                tasks::insert(tx, owner, &task).await?;
                let events = events::after(tx, owner, 0, 1_000).await?;
                Ok((tasks::get(tx, owner, task.id).await?, events.len()))
            })
        })
        .await
        .unwrap();
    assert_eq!(found, (Some(task(id(1), "Buy milk")), 600));
}

async fn locking_twice_goes_on_counting(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let numbers = anna
        .change(move |tx, locked| {
            Box::pin(async move {
                let first = locked.next_task_id();
                let again = users::lock(tx, owner).await?.unwrap();
                Ok((first, again.next_task_id(), locked.next_task_id()))
            })
        })
        .await
        .unwrap();
    assert_eq!(numbers, (id(1), id(2), id(3)));
    assert_eq!(anna.add("next").await.id, id(4));
}

async fn a_read_sees_one_moment(test: Test) {
    let anna = test.person("anna").await;
    let (owner, writer) = (anna.id, anna.clone());
    let (before, after) = test
        .read(move |s| {
            Box::pin(async move {
                let before = tasks::recent(s, owner, 9).await?.len();
                writer.add("in the meantime").await;
                Ok((before, tasks::recent(s, owner, 9).await?.len()))
            })
        })
        .await;
    assert_eq!((before, after), (0, 0));
}

async fn a_read_sees_what_was_acknowledged(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    for number in 1..=50 {
        let added = anna.add("Buy milk").await;
        let newest = test
            .read(move |s| Box::pin(tasks::recent(s, owner, 1)))
            .await;
        assert_eq!((newest, number), (vec![added.clone()], added.id.get()));
    }
}

async fn a_write_goes_on_when_its_caller_has_gone(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let leaves = anna.add("Buy milk");
    // One poll sends it off; then nobody waits for it any more.
    let _ = leaves.now_or_never();
    // Writes of one user happen one after the other.
    while test
        .read(move |s| Box::pin(tasks::get(s, owner, id(1))))
        .await
        .is_none()
    {
        tokio::task::yield_now().await;
    }
}

async fn closing_waits_for_what_was_accepted(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let mut writers: Vec<_> = (0..20).map(|_| Box::pin(anna.add("Buy milk"))).collect();
    for writer in &mut writers {
        // One poll sends it off.
        assert!(writer.now_or_never().is_none());
    }
    test.database.close().await;
    let late = test
        .write(move |tx| Box::pin(idempotency::find(tx, owner, "x")))
        .await;
    assert!(late.is_err_and(|error| error.is_temporary()));

    let again = test.home.open(Options::default()).await;
    let there = again
        .read::<_, StorageError, _>(move |s| Box::pin(tasks::recent(s, owner, 99)))
        .await
        .unwrap();
    assert_eq!(there.len(), 20);
    join_all(writers).await;
}

async fn what_was_acknowledged_survives_an_end_without_closing(home: TestDatabase) {
    for round in 1..=3 {
        let database = home.open(Options::default()).await;
        let owner = match round {
            1 => person(&database, "anna").await.id,
            _ => UserId(1),
        };
        let writers = (0..20).map(|_| {
            database.write::<_, StorageError, _>(move |tx| {
                Box::pin(async move {
                    let locked = users::lock(tx, owner).await?.unwrap();
                    tasks::insert(tx, owner, &task(locked.next_task_id(), "kept")).await
                })
            })
        });
        try_join_all(writers).await.unwrap();
        let there = database
            .read::<_, StorageError, _>(move |s| Box::pin(tasks::recent(s, owner, 99)))
            .await
            .unwrap();
        assert_eq!(there.len(), round * 20);
    }
}
