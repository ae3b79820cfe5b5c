//! Finding the tasks that someone may have meant.

use tasktalk_domain::{Tag, Task};
use tasktalk_storage::tasks::{self, Among, TaskClues, WordQuery};

use crate::support::{Person, Test, at, clues, id, misspelt, on_both, task};

on_both!(
    most_words_first_then_open_then_newest,
    rare_words_find_a_task_among_thousands,
    of_common_words_those_tasks_count_that_have_all,
    open_tasks_are_found_behind_thousands_of_done_ones,
    a_whole_title_comes_first,
    the_trash_is_searched_by_itself,
    words_are_counted,
    words_are_found_by_what_is_right_in_them,
    words_follow_their_task,
    the_newest_open_tasks_are_recent,
);

async fn candidates(test: &Test, person: &Person, words: &[&str], limit: usize) -> Vec<i64> {
    let owner = person.id;
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    test.read(move |s| {
        Box::pin(async move {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let clues = clues(s, owner, &words).await?;
            let found = tasks::candidates(s, owner, &clues, limit).await?;
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

/// Many tasks with titles made from their numbers, every one of them open unless it is said to be done.
async fn fill(person: &Person, count: usize, title: fn(usize) -> String, done: bool) {
    let owner = person.id;
    person
        .change(move |tx, locked| {
            Box::pin(async move {
                for number in 0..count {
                    let task = Task {
                        completed_at: done.then(|| at(1)),
                        ..task(locked.next_task_id(), &title(number))
                    };
                    tasks::insert(tx, owner, &task).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
}

async fn rare_words_find_a_task_among_thousands(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Call Anna about the lease").await;
    fill(&anna, 3_000, |n| format!("Call number {n} about it"), false).await;
    for (words, expected) in [
        (&["call", "anna", "about", "lease"][..], 1),
        (&["about", "call", "lease"], 1),
        (&["call", "number", "1234"], 1_236),
    ] {
        let found = candidates(&test, &anna, words, 50).await;
        assert_eq!(found[0], expected, "{words:?}");
        assert!(found.len() <= 50);
    }
    // Words that all tasks have lead to the newest.
    let found = candidates(&test, &anna, &["call", "about"], 50).await;
    assert_eq!(found, (2_952..=3_001).rev().collect::<Vec<i64>>());
}

async fn of_common_words_those_tasks_count_that_have_all(test: Test) {
    let anna = test.person("anna").await;
    let title = |n: usize| match n {
        700 => "Water the roses in the garden".to_owned(),
        n if n % 2 == 0 => format!("Water plant {n} in the kitchen"),
        n => format!("Look at plant {n} in the garden"),
    };
    fill(&anna, 5_000, title, false).await;
    let found = candidates(&test, &anna, &["water", "garden"], 50).await;
    // Neither word is rare, so only the newest with one of them are looked at; the one with both is older.
    assert!(!found.contains(&701));
    fill(&anna, 1, |_| "Water the garden".to_owned(), false).await;
    assert_eq!(
        candidates(&test, &anna, &["water", "garden"], 50).await[0],
        5_001
    );
    // With one that is less common it is found wherever it is.
    fill(&anna, 400, |n| format!("Order roses, box {n}"), false).await;
    assert_eq!(
        candidates(&test, &anna, &["garden", "roses"], 50).await[0],
        701
    );
}

async fn open_tasks_are_found_behind_thousands_of_done_ones(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Water the plants on the balcony").await;
    fill(
        &anna,
        3_000,
        |n| format!("Water the plants, week {n}"),
        true,
    )
    .await;
    let found = candidates(&test, &anna, &["water", "plants"], 50).await;
    assert_eq!(found[..2], [1, 3_001]);
}

async fn a_whole_title_comes_first(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Water").await;
    anna.add_task(|id| Task {
        completed_at: Some(at(1)),
        ..task(id, "Water")
    })
    .await;
    fill(&anna, 2_500, |n| format!("Water {n} plants"), false).await;
    let owner = anna.id;
    let found = test
        .read(move |s| {
            Box::pin(async move {
                let clues = TaskClues {
                    titles: vec!["water".to_owned()],
                    ..clues(s, owner, &["water"]).await?
                };
                let found = tasks::candidates(s, owner, &clues, 3).await?;
                let done_first = TaskClues {
                    among: Among::Done,
                    ..clues
                };
                Ok((found, tasks::candidates(s, owner, &done_first, 3).await?))
            })
        })
        .await;
    let numbers = |tasks: &[Task]| tasks.iter().map(|task| task.id.get()).collect::<Vec<_>>();
    assert_eq!(numbers(&found.0), [1, 2, 2_502]);
    assert_eq!(numbers(&found.1), [2, 1, 2_502]);
}

async fn the_trash_is_searched_by_itself(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Buy milk").await;
    anna.add_task(|id| Task {
        deleted_at: Some(at(1)),
        ..task(id, "Buy milk and honey")
    })
    .await;
    let owner = anna.id;
    let found = test
        .read(move |s| {
            Box::pin(async move {
                let clues = TaskClues {
                    among: Among::Trash,
                    titles: vec!["buy milk".to_owned()],
                    ..clues(s, owner, &["milk"]).await?
                };
                tasks::candidates(s, owner, &clues, 50).await
            })
        })
        .await;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].id, id(2));
}

/// The words found, each with how many tasks have it, in the order of the alphabet.
async fn vocabulary(test: &Test, person: &Person, query: WordQuery) -> Vec<(String, i64)> {
    let owner = person.id;
    let mut found: Vec<(String, i64)> = test
        .read(move |s| Box::pin(async move { tasks::vocabulary(s, owner, &query).await }))
        .await
        .into_iter()
        .map(|known| (known.word, known.tasks))
        .collect();
    found.sort();
    found
}

async fn words_are_counted(test: Test) {
    let anna = test.person("anna").await;
    let everything = || WordQuery {
        beginnings: ["b", "m", "h", "t"].map(str::to_owned).to_vec(),
        ..WordQuery::default()
    };
    let counted = |words: &[(&str, i64)]| -> Vec<(String, i64)> {
        words
            .iter()
            .map(|(word, tasks)| ((*word).to_owned(), *tasks))
            .collect()
    };
    anna.add("Buy milk").await;
    let before = anna
        .add_task(|id| Task {
            tags: Tag::parse_all(&["home"]).unwrap(),
            ..task(id, "Buy more milk, milk")
        })
        .await;
    assert_eq!(
        vocabulary(&test, &anna, everything()).await,
        counted(&[("buy", 2), ("home", 1), ("milk", 2), ("more", 1)])
    );
    let owner = anna.id;
    anna.change(move |tx, _| {
        let before = before.clone();
        Box::pin(async move {
            let after = Task {
                deleted_at: Some(at(1)),
                tags: Vec::new(),
                ..task(before.id, "Taste the milk")
            };
            tasks::save(tx, owner, &before, &after).await
        })
    })
    .await
    .unwrap();
    assert_eq!(
        vocabulary(&test, &anna, everything()).await,
        counted(&[("buy", 1), ("milk", 2), ("taste", 1), ("the", 1)])
    );
    let pruned = test
        .write(move |tx| Box::pin(async move { tasks::prune_trash(tx, at(2)).await }))
        .await;
    assert_eq!(pruned.unwrap(), 1);
    assert_eq!(
        vocabulary(&test, &anna, everything()).await,
        counted(&[("buy", 1), ("milk", 1)])
    );
}

async fn words_are_found_by_what_is_right_in_them(test: Test) {
    let anna = test.person("anna").await;
    anna.add("Call the dentist, buy groceries and milk").await;
    fill(&anna, 600, |n| format!("Denary {n}, bookcase {n}"), false).await;
    for (written, meant) in [
        ("denist", "dentist"),
        ("dentits", "dentist"),
        ("dnetist", "dentist"),
        ("edntist", "dentist"),
        ("dentistt", "dentist"),
        ("xentist", "dentist"),
        ("grocreies", "groceries"),
        ("goceries", "groceries"),
        ("mlik", "milk"),
        ("mikl", "milk"),
    ] {
        let query = WordQuery {
            misspelt: vec![misspelt(written)],
            ..WordQuery::default()
        };
        let found = vocabulary(&test, &anna, query).await;
        assert!(
            found.iter().any(|(word, _)| word == meant),
            "{written}: {found:?}"
        );
        assert!(found.len() < 3, "{written}: {}", found.len());
    }
    // What somebody's tasks have is as it was meant.
    anna.add("Ask the denist").await;
    let query = WordQuery {
        misspelt: vec![misspelt("denist")],
        ..WordQuery::default()
    };
    assert_eq!(vocabulary(&test, &anna, query).await, []);
}
