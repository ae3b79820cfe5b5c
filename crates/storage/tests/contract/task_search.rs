//! Finding the tasks that someone may have meant.

use tasktalk_domain::{Tag, Task};
use tasktalk_storage::tasks;

use crate::support::{Person, Test, at, id, on_both, task};

on_both!(
    most_words_first_then_open_then_newest,
    words_follow_their_task,
    the_newest_open_tasks_are_recent,
);

async fn candidates(test: &Test, person: &Person, words: &[&str], limit: usize) -> Vec<i64> {
    let owner = person.id;
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    test.read(move |s| {
        Box::pin(async move {
            let found = tasks::candidates(s, owner, &words, limit).await?;
            Ok(found.iter().map(|task| task.id.get()).collect())
        })
    })
    .await
}

async fn most_words_first_then_open_then_newest(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Buy milk").await;
    anna.add_task(|id| Task {
        completed_at: Some(at(1)),
        ..task(id, "Milk the goats, mild ones")
    })
    .await;
    anna.add("Oat milk, please buy").await;
    anna.add("Write a letter").await;
    anna.add_task(|id| Task {
        deleted_at: Some(at(1)),
        ..task(id, "Buy milk in the trash")
    })
    .await;
    anna.add("Buy bread").await;
    for (words, limit, expected) in [
        (&["milk"][..], 50, &[3, 1, 2][..]),
        (&["mil", "buy"], 50, &[3, 1, 6, 2]),
        (&["mil", "buy", "oat"], 50, &[3, 1, 6, 2]),
        (&["mil", "buy", "oat"], 2, &[3, 1]),
        (&["letter"], 50, &[4]),
        (&["nothing"], 50, &[]),
        (&[], 50, &[]),
    ] {
        assert_eq!(
            candidates(&test, &anna, words, limit).await,
            expected,
            "{words:?}"
        );
    }
}

async fn words_follow_their_task(test: Test) {
    let anna = test.person("anna").await;
    let before = anna
        .add_task(|id| Task {
            tags: Tag::parse_all(&["kitchen"]).unwrap(),
            ..task(id, "Paint the wall")
        })
        .await;
    let after = Task {
        tags: Tag::parse_all(&["garden"]).unwrap(),
        ..task(id(1), "Paint the fence")
    };
    let owner = anna.id;
    anna.change(move |tx, _| {
        let (before, after) = (before.clone(), after.clone());
        Box::pin(async move { tasks::save(tx, owner, &before, &after).await })
    })
    .await
    .unwrap();
    for (word, expected) in [
        ("paint", &[1][..]),
        ("fence", &[1]),
        ("garden", &[1]),
        ("wall", &[]),
        ("kitchen", &[]),
    ] {
        assert_eq!(
            candidates(&test, &anna, &[word], 10).await,
            expected,
            "{word}"
        );
    }
}

async fn the_newest_open_tasks_are_recent(test: Test) {
    let anna = test.person("anna").await;
    anna.add("first").await;
    anna.add("second").await;
    anna.add_task(|id| Task {
        completed_at: Some(at(1)),
        ..task(id, "done")
    })
    .await;
    anna.add("fourth").await;
    let owner = anna.id;
    let recent = test
        .read(move |s| Box::pin(tasks::recent(s, owner, 2)))
        .await;
    let numbers: Vec<i64> = recent.iter().map(|task| task.id.get()).collect();
    assert_eq!(numbers, [4, 2]);
}
