//! Which of several tasks a message is about: conditions denied and put together, exceptions, numbers, plurals.

use jiff::civil::date;
use tasktalk_domain::Due;

use crate::home::{berlin, changed, offered, on_each_engine};

/// Says one message after others, and which tasks it changes.
async fn changes(table: &[(&[&str], &str, &[i64])]) {
    on_each_engine(async |home| {
        for (before, message, expected) in table {
            let person = home.newcomer().await;
            person.says_all(before).await;
            let turn = person.says(message).await;
            assert_eq!(changed(&turn), *expected, "{message} → {}", turn.response);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_denied_stays_out() {
    let tasks: &[&str] = &[
        "buy milk #home p1",
        "call Bob tomorrow",
        "pay rent friday #home",
    ];
    changes(&[
        (tasks, "complete everything not tagged home", &[2]),
        (tasks, "complete all tasks that aren't urgent", &[2, 3]),
        (tasks, "complete everything not due tomorrow", &[1, 3]),
        (tasks, "complete everything not tagged home or work", &[2]),
        (tasks, "complete everything except the urgent ones", &[2, 3]),
        (tasks, "complete everything that isn't overdue", &[1, 2, 3]),
        // Nothing has this tag, so it may be another one that is meant.
        (tasks, "complete everything except those tagged hone", &[]),
        (tasks, "complete everything that I don't care about", &[]),
    ])
    .await;
}

#[tokio::test]
async fn every_exception_is_left_out() {
    let shop: &[&str] = &["add milk", "add oil", "add ham"];
    let week: &[&str] = &["call mum", "pay the rent", "buy milk"];
    changes(&[
        (shop, "complete everything except oil and ham", &[1]),
        (shop, "complete everything but milk or oil", &[3]),
        (shop, "complete everything without the milk", &[2, 3]),
        (week, "complete everything except the rent and mum", &[3]),
        (week, "complete all except rent and milk", &[1]),
        (week, "complete all except rent and call mum", &[3]),
        (
            week,
            "complete everything except the rent and the dentist",
            &[],
        ),
        (week, "move everything to monday except the rent", &[1, 3]),
    ])
    .await;
}

#[tokio::test]
async fn two_names_are_two_tasks_and_one_title_is_one() {
    changes(&[
        (
            &["call mum", "pay the rent", "buy milk"],
            "mark the rent and mum as done",
            &[2, 1],
        ),
        (
            &["add task \"wash and dry clothes\"", "add dry ink"],
            "complete wash and dry clothes",
            &[1],
        ),
    ])
    .await;
}

#[tokio::test]
async fn before_after_and_within_are_exact() {
    let week: &[&str] = &[
        "add milk due friday",
        "add oil due thursday",
        "add ham due saturday",
    ];
    changes(&[
        (week, "complete everything due before friday", &[2]),
        (week, "move everything due after friday to monday", &[3]),
        (week, "complete everything due within a week", &[1, 2, 3]),
        (
            week,
            "complete everything due thursday and saturday",
            &[2, 3],
        ),
        (week, "complete everything due before friday at noon", &[]),
    ])
    .await;
}

#[tokio::test]
async fn a_number_of_tasks_says_not_which() {
    on_each_engine(async |home| {
        for message in [
            "complete three tasks",
            "delete 1 task",
            "complete some tasks",
            "move two tasks to friday",
        ] {
            let person = home.newcomer().await;
            person.says_all(&["buy milk", "call Bob", "pay rent"]).await;
            let turn = person.says(message).await;
            assert!(changed(&turn).is_empty(), "{message}");
            assert_eq!(offered(&turn).len(), 3, "{message}: {}", turn.response);
        }
        let person = home.newcomer().await;
        person.says("buy milk").await;
        person.says("delete no tasks").await;
        assert_eq!(person.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn them_and_a_plural_are_several() {
    on_each_engine(async |home| {
        let person = home.newcomer().await;
        let turn = person
            .says_all(&["buy milk", "call Bob", "delete them"])
            .await;
        assert!(changed(&turn).is_empty(), "{}", turn.response);

        let person = home.newcomer().await;
        let turn = person
            .says_all(&[
                "buy milk",
                "call Bob",
                "buy tea",
                "list",
                "complete milk",
                "delete all of them",
            ])
            .await;
        assert!(
            turn.response.contains("Delete 3 tasks"),
            "{}",
            turn.response
        );

        let person = home.newcomer().await;
        let turn = person
            .says_all(&[
                "add report",
                "add report for Q3",
                "add monthly report",
                "complete the reports",
            ])
            .await;
        assert!(changed(&turn).is_empty());
        assert_eq!(offered(&turn).len(), 3, "{}", turn.response);
    })
    .await;
}

#[tokio::test]
async fn a_list_shows_alternatives_and_leaves_out_exceptions() {
    on_each_engine(async |home| {
        let person = home.newcomer().await;
        person
            .says_all(&["buy milk tomorrow", "pay rent friday", "call Bob p1"])
            .await;
        for (message, expected) in [
            ("show everything except the rent", ["Buy milk", "Call Bob"]),
            (
                "show tasks due tomorrow and friday",
                ["Buy milk", "Pay rent"],
            ),
            (
                "show urgent tasks or tasks due friday",
                ["Pay rent", "Call Bob"],
            ),
            ("what's due before saturday", ["Buy milk", "Pay rent"]),
        ] {
            let turn = person.says(message).await;
            let shown: Vec<&str> = ["Buy milk", "Pay rent", "Call Bob"]
                .into_iter()
                .filter(|title| {
                    turn.response
                        .lines()
                        .skip(1)
                        .any(|line| line.contains(title))
                })
                .collect();
            assert_eq!(shown, expected, "{message} → {}", turn.response);
        }
    })
    .await;
}

#[tokio::test]
async fn later_counts_from_the_task() {
    on_each_engine(async |home| {
        let person = home.newcomer().await;
        person
            .says_all(&[
                "add dentist wednesday at 4pm",
                "make the dentist 30 minutes later",
            ])
            .await;
        let at = async |day, hour| {
            let due = person.task(1).await.due;
            let expected = date(2026, 11, day).at(hour, 30, 0, 0);
            assert_eq!(due, Some(Due::at(expected, berlin())));
        };
        at(25, 16).await;
        person.says("make it 2 days later").await;
        at(27, 16).await;
    })
    .await;
}
