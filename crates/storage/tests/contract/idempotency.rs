//! Answers kept for retries.

use tasktalk_storage::{Conflict, StorageError, idempotency};

use crate::support::{Test, at, on_both};

on_both!(
    an_answer_is_found_under_its_owners_key,
    a_key_is_used_once,
    old_answers_are_forgotten,
    what_matters_only_by_itself_gives_way,
);

async fn an_answer_is_found_under_its_owners_key(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    let owner = anna.id;
    anna.change(move |tx, _| {
        Box::pin(idempotency::store(
            tx,
            owner,
            "key",
            "hash",
            201,
            "{}",
            at(1),
        ))
    })
    .await
    .unwrap();
    let stranger = bob.id;
    let (hers, his, other) = test
        .read(move |s| {
            Box::pin(async move {
                Ok((
                    idempotency::find(s, owner, "key").await?,
                    idempotency::find(s, stranger, "key").await?,
                    idempotency::find(s, owner, "Key").await?,
                ))
            })
        })
        .await;
    let stored = idempotency::Stored {
        request_hash: "hash".to_owned(),
        status: 201,
        body: "{}".to_owned(),
        at: at(1),
    };
    assert_eq!((hers, his, other), (Some(stored), None, None));
}

async fn a_key_is_used_once(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    for expected in [true, false] {
        let result = anna
            .change(move |tx, _| {
                Box::pin(idempotency::store(
                    tx,
                    owner,
                    "key",
                    "hash",
                    200,
                    "{}",
                    at(1),
                ))
            })
            .await;
        match result {
            Ok(()) => assert!(expected),
            Err(error) => assert!(
                !expected && matches!(error, StorageError::Conflict(Conflict::IdempotencyKey)),
                "{error:?}"
            ),
        }
    }
}

async fn old_answers_are_forgotten(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    for (key, minute) in [("old", 1), ("new", 9)] {
        anna.change(move |tx, _| {
            Box::pin(idempotency::store(
                tx,
                owner,
                key,
                "hash",
                200,
                "{}",
                at(minute),
            ))
        })
        .await
        .unwrap();
    }
    let forgotten = test
        .write(|tx| Box::pin(idempotency::prune(tx, at(5))))
        .await
        .unwrap();
    assert_eq!(forgotten, 1);
    let new = test
        .read(move |s| Box::pin(idempotency::find(s, owner, "new")))
        .await;
    assert!(new.is_some());
}

async fn what_matters_only_by_itself_gives_way(test: Test) {
    let anna = test.person("anna").await;
    let owner = anna.id;
    let stored = async || {
        test.read(move |s| Box::pin(idempotency::find(s, owner, "key")))
            .await
            .map(|stored| stored.status)
    };
    for (status, kept) in [(504, 504), (200, 504)] {
        anna.change(move |tx, _| {
            Box::pin(idempotency::store_if_none(
                tx,
                owner,
                "key",
                "hash",
                status,
                "{}",
                at(1),
            ))
        })
        .await
        .unwrap();
        assert_eq!(stored().await, Some(kept));
    }
    anna.change(move |tx, _| Box::pin(idempotency::forget(tx, owner, "key")))
        .await
        .unwrap();
    assert_eq!(stored().await, None);
}
