//! Events beyond their numbers: who is told of a commit, and how far back they go.

use tasktalk_domain::UserId;
use tasktalk_storage::{NewEvents, StorageError, events, users};
use tokio::sync::broadcast::error::TryRecvError;

use crate::support::{Person, Test, at, on_both};

on_both!(
    a_commit_is_heard_of_and_nothing_else_is,
    the_newest_numbers_of_many_are_found_together,
    old_events_are_forgotten_and_leave_no_other_gap,
);

async fn append(person: &Person, count: i64) {
    let owner = person.id;
    person
        .change(move |tx, locked| {
            Box::pin(async move {
                for _ in 0..count {
                    events::append(tx, owner, &locked, "task.updated", "1", 1, at(0)).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
}

async fn a_commit_is_heard_of_and_nothing_else_is(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let mut heard = test.database.new_events();
    append(&anna, 2).await;
    append(&anna, 1).await;
    let refused = anna
        .change(move |tx, locked| {
            Box::pin(async move {
                events::append(tx, owner, &locked, "task.updated", "1", 1, at(0)).await?;
                Err::<(), _>(StorageError::Abandoned("the test says so"))
            })
        })
        .await;
    assert!(refused.is_err());
    // A change without an event.
    anna.change(move |tx, _| Box::pin(users::set_password_hash(tx, owner, "", at(0))))
        .await
        .unwrap();
    for newest in [2, 3] {
        assert_eq!(heard.try_recv(), Ok(NewEvents { owner, newest }));
    }
    assert_eq!(heard.try_recv(), Err(TryRecvError::Empty));
}

async fn the_newest_numbers_of_many_are_found_together(test: Test) {
    let (anna, bob, carl) = (
        test.person("anna").await,
        test.person("bob").await,
        test.person("carl").await,
    );
    append(&anna, 3).await;
    append(&carl, 1).await;
    let his = carl.id;
    carl.change(move |tx, _| Box::pin(users::mark_deleted(tx, his, at(1))))
        .await
        .unwrap();
    let mut asked: Vec<UserId> = (1..=700).map(UserId).collect();
    asked.reverse();
    let mut found = test
        .read(move |s| Box::pin(async move { events::newest_of(s, &asked).await }))
        .await;
    found.sort();
    assert_eq!(found, [(anna.id, 3), (bob.id, 0)]);
    let nobody = test
        .read(|s| Box::pin(async move { events::newest_of(s, &[]).await }))
        .await;
    assert_eq!(nobody, []);
}

async fn old_events_are_forgotten_and_leave_no_other_gap(test: Test) {
    let (anna, bob) = (test.person("anna").await, test.person("bob").await);
    append(&bob, 1).await;
    append(&anna, events::KEPT).await;
    append(&anna, 499).await;
    assert_eq!(oldest(&test, anna.id).await, 1);
    append(&anna, 1).await;
    assert_eq!(oldest(&test, anna.id).await, 501);
    append(&anna, 1).await;
    let owner = anna.id;
    let count = test
        .read(move |s| Box::pin(events::after(s, owner, 0, 20_000)))
        .await
        .len();
    assert_eq!(i64::try_from(count).unwrap(), events::KEPT + 1);
    assert_eq!(oldest(&test, bob.id).await, 1);
}

async fn oldest(test: &Test, owner: UserId) -> i64 {
    test.read(move |s| Box::pin(events::after(s, owner, 0, 1)))
        .await[0]
        .seq
}
