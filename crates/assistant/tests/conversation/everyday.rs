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
            let list = person.list().await;
            if list != *expected {
                wrong.push(format!("{said:?}: {list:?}, after {last:?}"));
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
