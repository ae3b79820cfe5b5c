//! Changes to undo, events, completions.

use tasktalk_domain::{ConversationId, Due, Operation, TaskId};
use tasktalk_storage::{
    changes::{self, Change},
    completions, events,
};
use uuid::Uuid;

use crate::support::{Person, Test, at, id, on_both, receipt, task};

on_both!(
    the_newest_batch_comes_first_and_whole,
    what_was_undone_or_reversed_or_has_expired_is_passed_over,
    a_token_finds_its_own_change,
    old_changes_are_forgotten,
    events_are_numbered_without_gaps,
    completions_stack,
);

const CONVERSATION: ConversationId = ConversationId(Uuid::from_u128(1));

/// One batch with so many changes; their tokens count up from `token`.
async fn batch(person: &Person, batch: u128, token: u128, count: u128, reversal: bool) {
    let owner = person.id;
    person
        .change(move |tx, locked| {
            Box::pin(async move {
                let batch = Uuid::from_u128(batch);
                let place = Some(CONVERSATION);
                for n in 0..count {
                    let receipt = receipt(token + n, &task(id(1), "Buy milk"));
                    if reversal {
                        changes::insert_reversal(tx, owner, &locked, batch, place, &receipt)
                            .await?;
                    } else {
                        changes::insert(tx, owner, &locked, batch, place, &receipt).await?;
                    }
                }
                Ok(())
            })
        })
        .await
        .unwrap();
}

/// The tokens of the newest batches.
async fn newest(test: &Test, person: &Person, count: usize, minute: i64) -> Vec<Vec<u128>> {
    let owner = person.id;
    let batches = test
        .read(move |s| {
            Box::pin(changes::newest_batches(
                s,
                owner,
                CONVERSATION,
                count,
                at(minute),
            ))
        })
        .await;
    let token = |change: &Change| change.receipt.undo_token.as_u128();
    batches
        .iter()
        .map(|batch| batch.iter().map(token).collect())
        .collect()
}

async fn the_newest_batch_comes_first_and_whole(test: Test) {
    let anna = test.person("anna").await;
    // Batch ids do not decide the order.
    batch(&anna, 30, 1, 2, false).await;
    batch(&anna, 20, 3, 3, false).await;
    batch(&anna, 10, 6, 1, false).await;
    assert_eq!(newest(&test, &anna, 1, 0).await, [vec![6]]);
    assert_eq!(
        newest(&test, &anna, 9, 0).await,
        [vec![6], vec![3, 4, 5], vec![1, 2]]
    );
    let bob = test.person("bob").await;
    assert!(newest(&test, &bob, 9, 0).await.is_empty());
}

async fn what_was_undone_or_reversed_or_has_expired_is_passed_over(test: Test) {
    let anna = test.person("anna").await;
    batch(&anna, 1, 1, 2, false).await;
    batch(&anna, 2, 3, 2, false).await;
    let owner = anna.id;
    anna.change(move |tx, _| {
        Box::pin(async move {
            changes::mark_undone(tx, owner, Uuid::from_u128(2), at(1)).await?;
            changes::mark_token_undone(tx, owner, Uuid::from_u128(1), at(1)).await
        })
    })
    .await
    .unwrap();
    batch(&anna, 3, 5, 1, true).await;
    assert_eq!(newest(&test, &anna, 9, 0).await, [vec![2]]);
    assert!(newest(&test, &anna, 9, 1_000).await.is_empty());
}

async fn a_token_finds_its_own_change(test: Test) {
    let anna = test.person("anna").await;
    batch(&anna, 1, 1, 2, false).await;
    let owner = anna.id;
    let find =
        |token| test.read(move |s| Box::pin(changes::by_token(s, owner, Uuid::from_u128(token))));
    let change = find(2).await.unwrap();
    assert_eq!(change.receipt, receipt(2, &task(id(1), "Buy milk")));
    assert_eq!(change.receipt.operation, Operation::Updated);
    assert_eq!(
        (change.seq, change.undone, change.reversal),
        (2, false, false)
    );
    assert_eq!(change.conversation, Some(CONVERSATION));
    anna.change(move |tx, _| {
        Box::pin(changes::mark_token_undone(
            tx,
            owner,
            Uuid::from_u128(2),
            at(1),
        ))
    })
    .await
    .unwrap();
    assert!(find(2).await.unwrap().undone);
    assert!(!find(1).await.unwrap().undone);
    assert_eq!(find(3).await, None);
}

async fn old_changes_are_forgotten(test: Test) {
    let anna = test.person("anna").await;
    batch(&anna, 1, 1, 2, false).await;
    let owner = anna.id;
    for (minute, expected) in [(1_000, 0), (1_001, 2)] {
        let forgotten = anna
            .change(move |tx, _| Box::pin(changes::prune(tx, owner, at(minute))))
            .await
            .unwrap();
        assert_eq!(forgotten, expected);
    }
}

async fn events_are_numbered_without_gaps(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    for person in [&anna, &bob, &anna] {
        let owner = person.id;
        person
            .change(move |tx, locked| {
                Box::pin(async move {
                    let before = locked.newest_event();
                    assert_eq!(locked.newest_event_before(), before);
                    events::append(tx, owner, &locked, "task.created", "1", 1, at(1)).await?;
                    events::append(tx, owner, &locked, "task.updated", "1", 2, at(2)).await?;
                    assert_eq!(locked.newest_event(), before + 2);
                    assert_eq!(locked.newest_event_before(), before);
                    Ok(())
                })
            })
            .await
            .unwrap();
    }
    let owner = anna.id;
    let (all, later, newest) = test
        .read(move |s| {
            Box::pin(async move {
                Ok((
                    events::after(s, owner, 0, 100).await?,
                    events::after(s, owner, 2, 1).await?,
                    events::newest(s, owner).await?,
                ))
            })
        })
        .await;
    let numbers: Vec<i64> = all.iter().map(|event| event.seq).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert_eq!(later, all[2..3]);
    assert_eq!(newest, 4);
    assert_eq!(all[1].kind, "task.updated");
    let forgotten = anna
        .change(move |tx, _| Box::pin(events::prune(tx, owner, at(2))))
        .await
        .unwrap();
    assert_eq!(forgotten, 2);
}

async fn completions_stack(test: Test) {
    let anna = test.person("anna").await;
    let task: TaskId = anna.add("Water the plants").await.id;
    let owner = anna.id;
    let first = Due::on(jiff::civil::date(2026, 11, 27));
    let occurrence = first.clone();
    anna.change(move |tx, _| {
        let occurrence = occurrence.clone();
        Box::pin(async move {
            completions::insert(tx, owner, task, Some(&occurrence), at(1)).await?;
            completions::insert(tx, owner, task, None, at(2)).await
        })
    })
    .await
    .unwrap();
    for expected in [Some((None, at(2))), Some((Some(first), at(1))), None] {
        let last = anna
            .change(move |tx, _| {
                Box::pin(async move {
                    let last = completions::last(tx, owner, task).await?;
                    completions::delete_newest(tx, owner, task).await?;
                    Ok(last.map(|last| (last.occurrence, last.completed_at)))
                })
            })
            .await
            .unwrap();
        assert_eq!(last, expected);
    }
}
