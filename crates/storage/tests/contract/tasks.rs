//! Storing tasks.

use jiff::civil::{date, datetime};
use tasktalk_domain::{Due, Priority, Tag, Task, TaskId, UserId, Zone};
use tasktalk_storage::tasks::{self, TaskClues, WordQuery};

use crate::support::{Test, at, clues, id, misspelt, on_both, task};

on_both!(
    every_field_comes_back,
    many_come_in_the_order_asked_for,
    an_owner_never_meets_another_owners_tasks,
    old_trash_goes_for_good,
);

fn full(id: TaskId) -> Task {
    Task {
        description: tasktalk_domain::Description::parse("two\nlines, an 🥚 and a \"quote\"")
            .unwrap(),
        completed_at: Some(at(3)),
        due: Some(Due::at(
            datetime(2026, 11, 27, 15, 30, 0, 0),
            Zone::parse("Europe/Berlin").unwrap(),
        )),
        recurrence: serde_json::from_str(r#"{"rrule":"FREQ=WEEKLY;BYDAY=TU","mode":"fixed"}"#)
            .unwrap(),
        exceptions: serde_json::from_str(
            r#"{"moved_from":{"date":"2026-11-24"},"later":[{"slot":"2026-12-01","to":null}]}"#,
        )
        .unwrap(),
        priority: Priority::High,
        tags: Tag::parse_all(&["home", "a/b"]).unwrap(),
        created_at: at(1),
        updated_at: at(2),
        version: 7,
        deleted_at: Some(at(4)),
        ..task(id, "Buy a café's worth of 'milk'; DROP TABLE tasks")
    }
}

async fn every_field_comes_back(test: Test) {
    let anna = test.person("anna").await;
    let stored = anna.add_task(full).await;
    let owner = anna.id;
    let found = test
        .read(move |s| Box::pin(tasks::get(s, owner, id(1))))
        .await;
    assert_eq!(found.as_ref(), Some(&stored));

    let changed = Task {
        due: Some(Due::on(date(2027, 2, 28))),
        description: None,
        completed_at: None,
        recurrence: None,
        tags: Tag::parse_all(&["work"]).unwrap(),
        priority: Priority::Low,
        version: 8,
        deleted_at: None,
        ..task(id(1), "Buy oat milk")
    };
    let (before, after) = (stored, changed.clone());
    anna.change(move |tx, _| {
        let (before, after) = (before.clone(), after.clone());
        Box::pin(async move { tasks::save(tx, owner, &before, &after).await })
    })
    .await
    .unwrap();
    let found = test
        .read(move |s| Box::pin(tasks::get(s, owner, id(1))))
        .await;
    assert_eq!(found, Some(changed));
}

async fn many_come_in_the_order_asked_for(test: Test) {
    let anna = test.person("anna").await;
    for _ in 0..70 {
        anna.add("one of many").await;
    }
    let owner = anna.id;
    let asked: Vec<i64> = (1..=70).rev().chain([99, 3]).collect();
    let ids: Vec<TaskId> = asked.iter().map(|n| id(*n)).collect();
    let found = test
        .read(move |s| Box::pin(async move { tasks::get_many(s, owner, &ids).await }))
        .await;
    let found: Vec<i64> = found.iter().map(|task| task.id.get()).collect();
    let known: Vec<i64> = asked.into_iter().filter(|n| *n != 99).collect();
    assert_eq!(found, known);
}

async fn an_owner_never_meets_another_owners_tasks(test: Test) {
    let anna = test.person("anna").await;
    let bob = test.person("bob").await;
    let hers = anna.add("Anna's secret").await;
    let owner = bob.id;
    let (got, many, found, recent) = test
        .read(move |s| {
            Box::pin(async move {
                let clues = TaskClues {
                    titles: vec!["anna's secret".to_owned()],
                    ..clues(s, UserId(1), &["secret"]).await?
                };
                assert_eq!(clues.words[0].spellings.len(), 1);
                let words = WordQuery {
                    whole: vec!["secret".to_owned()],
                    beginnings: vec!["s".to_owned()],
                    misspelt: vec![misspelt("sceret")],
                };
                assert_eq!(tasks::vocabulary(s, owner, &words).await?, []);
                assert_eq!(tasks::titled(s, owner, "anna's secret", 9).await?, []);
                Ok((
                    tasks::get(s, owner, hers.id).await?,
                    tasks::get_many(s, owner, &[hers.id]).await?,
                    tasks::candidates(s, owner, &clues, 10).await?,
                    tasks::recent(s, owner, 10).await?,
                ))
            })
        })
        .await;
    assert_eq!((got, many, found, recent), (None, vec![], vec![], vec![]));

    // His first task is number 1 as well, and saving it leaves hers alone.
    let his = bob.add("Bob's").await;
    assert_eq!(his.id, id(1));
    let changed = task(id(1), "Bob's, changed");
    bob.change(move |tx, _| {
        let (his, changed) = (his.clone(), changed.clone());
        Box::pin(async move { tasks::save(tx, owner, &his, &changed).await })
    })
    .await
    .unwrap();
    let owner = anna.id;
    let hers = test
        .read(move |s| Box::pin(tasks::get(s, owner, id(1))))
        .await
        .unwrap();
    assert_eq!(hers.title.as_str(), "Anna's secret");
}

async fn old_trash_goes_for_good(test: Test) {
    let anna = test.person("anna").await;
    anna.add("stays").await;
    for minute in [5, 15] {
        anna.add_task(move |id| Task {
            deleted_at: Some(at(minute)),
            ..task(id, "thrown away")
        })
        .await;
    }
    let removed = test
        .write(|tx| Box::pin(tasks::prune_trash(tx, at(10))))
        .await
        .unwrap();
    assert_eq!(removed, 1);
    let owner = anna.id;
    let left = test
        .read(move |s| {
            Box::pin(async move { tasks::get_many(s, owner, &[id(1), id(2), id(3)]).await })
        })
        .await;
    let left: Vec<i64> = left.iter().map(|task| task.id.get()).collect();
    assert_eq!(left, [1, 3]);
    // Its number is not given again.
    assert_eq!(anna.add("new").await.id, id(4));
}
