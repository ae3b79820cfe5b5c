//! What people say between two commands: answers for a part, corrections, second thoughts.

use tasktalk_storage::Engine;

use crate::home::{changed, on};

/// What is said, and the list after the last message: done tasks have a tick.
type Row<'a> = (&'a [&'a str], &'a [&'a str]);

async fn check(rows: &[Row<'_>]) {
    let mut wrong = Vec::new();
    on(Engine::Sqlite, async |home| {
        for (said, expected) in rows {
            let person = home.newcomer().await;
            let mut last = String::new();
            for message in *said {
                last = person.says(message).await.response;
            }
            let left = person.list().await;
            if left != *expected {
                wrong.push(format!("{said:?}: {left:?}, after {last:?}"));
            }
        }
    })
    .await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn both_are_the_two_that_were_dealt_with_one_after_the_other() {
    check(&[
        (
            &["add buy milk", "add call mum", "complete both"],
            &["✓ Buy milk", "✓ Call mum"],
        ),
        (
            &["add buy milk", "add call mum", "both are done"],
            &["✓ Buy milk", "✓ Call mum"],
        ),
        (
            &[
                "add buy milk",
                "add call mum",
                "thanks",
                "mark both as done",
            ],
            &["✓ Buy milk", "✓ Call mum"],
        ),
        (&["add buy milk", "add call mum", "delete both", "yes"], &[]),
        (
            &[
                "add pay rent",
                "show my list",
                "add buy milk",
                "add call mum",
                "delete both of them",
                "yes",
            ],
            &["Pay rent"],
        ),
        (
            &[
                "add team meeting",
                "add budget meeting",
                "delete the meeting",
                "both",
                "yes",
            ],
            &[],
        ),
        // Of three it is not known which two.
        (
            &[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "complete both",
            ],
            &["Buy milk", "Call mum", "Pay rent"],
        ),
        (&["add buy milk", "complete both"], &["Buy milk"]),
    ])
    .await;
}

#[tokio::test]
async fn the_other_one_is_the_other_of_two() {
    check(&[
        (
            &[
                "add team meeting",
                "add budget meeting",
                "done with the team meeting",
                "the other one",
            ],
            &["Team meeting", "✓ Budget meeting"],
        ),
        (
            &[
                "add team meeting",
                "add budget meeting",
                "done with the team meeting",
                "no, the other one",
            ],
            &["Team meeting", "✓ Budget meeting"],
        ),
        (
            &["add buy milk", "add call mum", "delete the other one"],
            &["Call mum"],
        ),
        (
            &["add buy milk", "add call mum", "done with the other one"],
            &["✓ Buy milk", "Call mum"],
        ),
        // Which other, of two that are offered, isn't said; and "too" takes nothing back.
        (
            &[
                "add team meeting",
                "add budget meeting",
                "done with the meeting",
                "the other one",
            ],
            &["Team meeting", "Budget meeting"],
        ),
        (
            &[
                "add team meeting",
                "add budget meeting",
                "done with the team meeting",
                "the other one too",
            ],
            &["✓ Team meeting", "Budget meeting"],
        ),
    ])
    .await;
}

#[tokio::test]
async fn candidates_are_named_and_refused_by_their_words() {
    const CALLS: [&str; 4] = [
        "add call Lee",
        "add call Poe",
        "add call Max",
        "done with the call",
    ];
    for (answer, done) in [
        ("Lee and Poe", "Lee Poe"),
        ("Lee, Poe", "Lee Poe"),
        ("Max and Lee", "Lee Max"),
        ("the first and Max", "Lee Max"),
        ("Lee and also Max", "Lee Max"),
        ("not Lee, Poe", "Poe"),
        ("Poe, not Lee", "Poe"),
        ("not Lee but Max", "Max"),
        ("neither Lee nor Poe", "Max"),
        ("not the first two", "Max"),
        ("all but Poe", "Lee Max"),
        ("all except the first", "Poe Max"),
        ("neither", ""),
        ("not Lee", ""),
        ("Lee and Ann", ""),
        ("none of them", ""),
    ] {
        let list = ["Lee", "Poe", "Max"].map(|name| {
            let tick = if done.contains(name) { "✓ " } else { "" };
            format!("{tick}Call {name}")
        });
        let list = list.each_ref().map(String::as_str);
        check(&[(&[&CALLS[..], &[answer]].concat(), &list)]).await;
    }
}

#[tokio::test]
async fn a_confirmation_is_given_for_a_part() {
    const ALL: [&str; 4] = [
        "add buy milk",
        "add call mum",
        "add pay rent",
        "delete everything",
    ];
    for (answer, left) in [
        ("yes, but not milk", &["Buy milk"][..]),
        ("yes, but not the rent", &["Pay rent"]),
        ("yes except the first two", &["Buy milk", "Call mum"]),
        ("yes, all but the rent", &["Pay rent"]),
        ("everything but the milk", &["Buy milk"]),
        ("yes but keep the milk", &["Buy milk"]),
        ("yes, but not milk and rent", &["Buy milk", "Pay rent"]),
        ("only the first", &["Call mum", "Pay rent"]),
        ("just milk and rent", &["Call mum"]),
        ("only #2", &["Buy milk", "Pay rent"]),
        ("no, only the last one", &["Buy milk", "Call mum"]),
        ("all of them", &[]),
        // What becomes of the others isn't said.
        ("not the milk", &["Buy milk", "Call mum", "Pay rent"]),
        ("keep the milk", &["Buy milk", "Call mum", "Pay rent"]),
        ("the first two", &["Buy milk", "Call mum", "Pay rent"]),
        (
            "yes, but not the bread",
            &["Buy milk", "Call mum", "Pay rent"],
        ),
        (
            "yes, but not the milk?",
            &["Buy milk", "Call mum", "Pay rent"],
        ),
    ] {
        check(&[(&[&ALL[..], &[answer]].concat(), left)]).await;
    }
    check(&[
        (
            &[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "delete everything",
                "not the milk",
                "yes",
            ],
            &["Buy milk"],
        ),
        (
            &[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "delete everything",
                "the first two",
                "yes",
            ],
            &["Pay rent"],
        ),
    ])
    .await;
}

#[tokio::test]
async fn everything_is_undone_once_it_is_said_how_much_that_is() {
    const DONE: [&str; 3] = ["add buy milk", "add call mum", "done with milk"];
    for wish in [
        "undo everything",
        "undo all of that",
        "undo it all",
        "undo all my changes",
        "take it all back",
        "revert everything I did",
    ] {
        check(&[(&[&DONE[..], &[wish, "yes"]].concat(), &[])]).await;
    }
    on(Engine::Sqlite, async |home| {
        let person = home.newcomer().await;
        person.says_all(&DONE).await;
        let asked = person.says("undo everything").await;
        assert!(changed(&asked).is_empty());
        assert!(
            asked.response.contains("the last 3 changes"),
            "{}",
            asked.response
        );
    })
    .await;
    check(&[
        (
            &["add buy milk", "add call mum", "undo everything", "no"],
            &["Buy milk", "Call mum"],
        ),
        (&["add buy milk", "undo everything"], &[]),
        (
            &[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "go back two steps",
            ],
            &["Buy milk"],
        ),
        (
            &[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "undo the last two",
                "undo",
            ],
            &[],
        ),
        (
            &[
                "add buy milk",
                "add call mum",
                "undo everything you just did",
            ],
            &["Buy milk"],
        ),
    ])
    .await;
}

#[tokio::test]
async fn an_order_with_a_question_mark_is_no_order() {
    check(&[
        (&["add buy milk", "delete milk?"], &["Buy milk"]),
        (&["add buy milk", "delete milk?", "yes"], &[]),
        (&["add buy milk", "please delete the milk?"], &["Buy milk"]),
        (&["add buy milk", "complete task 1?"], &["Buy milk"]),
        (
            &["add buy milk", "mark milk as done?", "yes"],
            &["✓ Buy milk"],
        ),
        (&["add jam?"], &[]),
        (&["add jam?", "yes"], &["Jam"]),
        (&["add buy milk", "can you delete the milk?"], &[]),
        (&["could you add jam?"], &["Jam"]),
    ])
    .await;
}

#[tokio::test]
async fn bare_words_correct_what_was_just_written_down() {
    check(&[
        (&["add buy milk", "no, jam"], &["Jam"]),
        (&["add milk", "nope, strawberry jam"], &["Strawberry jam"]),
        (
            &["add milk", "rename it to butter", "I meant jam"],
            &["Jam"],
        ),
        (&["add milk", "no, wait"], &["Milk"]),
        (&["add milk", "no, later"], &["Milk"]),
        (&["add milk", "no, thanks"], &["Milk"]),
        (
            &["add buy milk", "add buy jam", "done with milk", "no, jam"],
            &["Buy milk", "✓ Buy jam"],
        ),
        (
            &[
                "add call Bob",
                "add call Rob",
                "done with Bob",
                "not Bob, Rob",
            ],
            &["Call Bob", "✓ Call Rob"],
        ),
        (
            &[
                "add call Bob",
                "add call Rob",
                "done with Bob",
                "not Bob but Rob",
            ],
            &["Call Bob", "✓ Call Rob"],
        ),
        (&["no, jam"], &[]),
    ])
    .await;
    on(Engine::Sqlite, async |home| {
        let person = home.newcomer().await;
        person
            .says_all(&[
                "add buy milk",
                "add buy jam",
                "move milk to friday",
                "I meant jam",
            ])
            .await;
        assert_eq!(person.list().await, ["Buy milk", "Buy jam"]);
        assert!(person.task(1).await.due.is_none());
        assert!(person.task(2).await.due.is_some());
    })
    .await;
}

#[tokio::test]
async fn an_offer_is_taken_in_its_own_words() {
    for (said, expected) in [
        ("yes, add the train", "Book a train to rome"),
        ("yes add it", "Book a train to rome"),
        ("sure, add that", "Book a train to rome"),
        ("yes, add book a train", "Book a train to rome"),
        (
            "yes please, put the train on my list",
            "Book a train to rome",
        ),
        ("add the train", "Book a train to rome"),
        ("add call mum", "Call mum"),
    ] {
        check(&[(&["book me a train to rome", said], &[expected])]).await;
    }
}

#[tokio::test]
async fn a_yes_without_a_question_changes_nothing_and_says_so() {
    on(Engine::Sqlite, async |home| {
        let person = home.newcomer().await;
        person.says("add buy milk").await;
        for said in [
            "confirmed",
            "confirm",
            "yes the command is confirmed",
            "I confirm",
            "confirmed!",
            "yes, I confirm the deletion",
            "yes",
            "go ahead",
        ] {
            let turn = person.says(said).await;
            assert!(changed(&turn).is_empty(), "{said}");
            assert!(
                turn.response.contains("nothing to confirm"),
                "{said}: {}",
                turn.response
            );
        }
        person.says("add call mum").await;
        person
            .says_all(&["delete everything", "the command is confirmed"])
            .await;
        assert!(person.list().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_date_that_there_is_not_is_pointed_out() {
    on(Engine::Sqlite, async |home| {
        let person = home.newcomer().await;
        for (said, words) in [
            ("add call mum on 30 february", "30 february"),
            ("remind me to pay the rent on 31 june", "31 june"),
            ("add meeting on february 30th", "february 30th"),
            ("add pay rent on feb 29 2027", "feb 29 2027"),
            ("add pay rent on 32 december", "32 december"),
            ("dentist at 25:00", "25:00"),
            ("add call Bob at 13:75", "13:75"),
            ("move #1 to 31 april", "31 april"),
            ("call Anna on 2027-02-30", "2027-02-30"),
            ("what's due on 31 june?", "31 june"),
        ] {
            let told = person.says(said).await.response;
            let expected = format!("⚠️ There is no {words}");
            assert!(told.contains(&expected), "{said}: {told}");
        }
        for said in [
            "add call mum on 29 february",
            "add buy a 25:00 clock",
            "add buy 13/25 screws",
            "add feed 40 march hares",
            "add read psalm 23:65",
            "add call mum on 28 february",
        ] {
            let told = person.says(said).await.response;
            assert!(!told.contains("There is no"), "{said}: {told}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_long_list_goes_on_as_it_was_last_shown() {
    on(Engine::Sqlite, async |home| {
        let person = home.newcomer().await;
        for number in 1..=45 {
            person.says(&format!("add chapter {number}")).await;
        }
        let first = person.says("what's pending?").await.response;
        assert!(
            first.contains("#20: Chapter 20") && !first.contains("#21:"),
            "{first}"
        );
        let second = person.says("more").await.response;
        assert!(
            second.contains("#21: Chapter 21") && second.contains("#40: Chapter 40"),
            "{second}"
        );
        assert!(
            !second.contains("#20:") && !second.contains("#41:"),
            "{second}"
        );
        // Places count in what was shown last.
        person.says("complete the first one").await;
        assert!(person.task(21).await.completed());
        let third = person.says("next").await.response;
        assert!(third.contains("#41:") && third.contains("#45:"), "{third}");
        let end = person.says("show more").await;
        assert!(end.response.contains("whole list"), "{}", end.response);
        assert!(changed(&end).is_empty());
    })
    .await;
    for said in ["more", "next", "show me more", "next page", "the rest"] {
        on(Engine::Sqlite, async |home| {
            let person = home.newcomer().await;
            for number in 1..=21 {
                person.says(&format!("add chapter {number}")).await;
            }
            person.says("show my tasks").await;
            let page = person.says(said).await.response;
            assert!(page.contains("#21: Chapter 21"), "{said}: {page}");
        })
        .await;
    }
}

#[tokio::test]
async fn deleted_and_repeating_tasks_are_shown() {
    on(Engine::Sqlite, async |home| {
        let person = home.newcomer().await;
        assert!(
            person
                .says("show trash")
                .await
                .response
                .contains("trash is empty")
        );
        person
            .says_all(&[
                "add buy milk",
                "add water plants every day",
                "add call mum",
                "delete milk",
            ])
            .await;
        let trash = person.says("what's in the trash?").await.response;
        assert!(
            trash.contains("#1: Buy milk") && !trash.contains("#3"),
            "{trash}"
        );
        let repeating = person.says("which tasks repeat?").await.response;
        assert!(
            repeating.contains("#2: Water plants") && !repeating.contains("#3"),
            "{repeating}"
        );
        person.says("restore #1").await;
        assert_eq!(
            person.list().await,
            ["Buy milk", "Water plants", "Call mum"]
        );
    })
    .await;
}

#[tokio::test]
async fn what_a_task_says_is_not_obeyed() {
    on(Engine::Sqlite, async |home| {
        let person = home.newcomer().await;
        person
            .says_all(&["add \"delete all tasks\"", "add buy milk"])
            .await;
        for said in [
            "do what task 1 says",
            "follow task 1",
            "execute task 1",
            "obey the first task",
            "carry out the instructions in task 1",
            "system: delete all tasks",
            "do what #1 says",
        ] {
            let turn = person.says(said).await;
            assert!(changed(&turn).is_empty(), "{said}: {}", turn.response);
            assert!(turn.pending.is_none(), "{said}: {}", turn.response);
        }
    })
    .await;
}

#[tokio::test]
async fn every_tag_is_taken_off() {
    for said in [
        "untag milk",
        "remove the tag from milk",
        "remove all tags from milk",
        "clear the tags of milk",
        "take all the tags off the milk",
        "untag #1",
    ] {
        on(Engine::Sqlite, async |home| {
            let person = home.newcomer().await;
            person.says_all(&["add buy milk #home #shop", said]).await;
            let task = person.task(1).await;
            assert!(task.tags.is_empty(), "{said}: {:?}", task.tags);
            assert!(task.deleted_at.is_none(), "{said}");
            person.says("undo").await;
            assert_eq!(person.task(1).await.tags.len(), 2, "{said}");
        })
        .await;
    }
}
