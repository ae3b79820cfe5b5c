//! Answers to "Which task did you mean?" that choose several, none in particular, or one that isn't shown.

use crate::home::{changed, offered, on_each_engine};

const THREE: [&str; 4] = [
    "add call Anna about the car",
    "add call Anna about the party",
    "add call Anna about the rent",
    "done with Anna",
];

#[tokio::test]
async fn several_of_three_are_chosen_at_once() {
    for (answer, expected) in [
        ("1 and 3", vec![1, 3]),
        ("#2 and #3", vec![2, 3]),
        ("the first two", vec![1, 2]),
        ("all but the first", vec![2, 3]),
        ("all three", vec![1, 2, 3]),
    ] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice.says_all(&THREE).await;
            let turn = alice.says(answer).await;
            assert_eq!(changed(&turn), expected, "{answer}: {}", turn.response);
            assert_eq!(turn.pending, None, "{answer}");
        })
        .await;
    }
}

#[tokio::test]
async fn an_answer_that_settles_nothing_is_asked_about_again() {
    for answer in ["both", "the Anna one", "not the first"] {
        on_each_engine(async |home| {
            let alice = home.alice();
            let asked = alice.says_all(&THREE).await;
            let again = alice.says(answer).await;
            assert_eq!(again.response, asked.response, "{answer}");
            assert!(changed(&again).is_empty(), "{answer}");
            assert_eq!(changed(&alice.says("2").await), [2], "{answer}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_question_is_not_repeated_for_ever() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&THREE).await;
        let last = alice.says_all(&["both", "both", "both"]).await;
        assert_eq!(last.pending, None, "{}", last.response);
        assert!(changed(&last).is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_day_tells_which() {
    for answer in ["tuesday", "the tuesday one", "the one on tuesday"] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice
                .says_all(&["add team meeting wednesday", "add budget meeting tuesday"])
                .await;
            alice.says("move the meeting to friday").await;
            let turn = alice.says(answer).await;
            assert_eq!(changed(&turn), [2], "{answer}: {}", turn.response);
        })
        .await;
    }
}

#[tokio::test]
async fn what_is_not_shown_can_be_named() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add meeting with Baker",
                "add meeting with Jones",
                "add meeting with Miller",
                "add meeting with Smith",
            ])
            .await;
        let asked = alice.says("done with the meeting").await;
        let offered = offered(&asked);
        assert_eq!(offered.len(), 3, "{}", asked.response);
        let (hidden, name) = [(1, "baker"), (2, "jones"), (3, "miller"), (4, "smith")]
            .into_iter()
            .find(|(id, _)| !offered.contains(id))
            .unwrap();
        // "All" may mean those three or all four.
        assert!(changed(&alice.says("all of them").await).is_empty());
        assert_eq!(changed(&alice.says(name).await), [hidden]);
    })
    .await;
}

#[tokio::test]
async fn a_place_is_asked_for_again_with_the_list_to_count_in() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add pay rent", "add buy milk"]).await;
        let asked = alice.says("complete the second one").await;
        assert!(changed(&asked).is_empty(), "{}", asked.response);
        assert!(
            asked.response.contains("#2: Buy milk"),
            "{}",
            asked.response
        );
        let turn = alice.says("the second one").await;
        assert_eq!(turn.response, "✅ Task #2 completed: **Buy milk**");
    })
    .await;
}

#[tokio::test]
async fn them_are_several() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add call Bob"]).await;
        let asked = alice.says("delete them").await;
        assert!(changed(&asked).is_empty(), "{}", asked.response);
        assert_eq!(offered(&asked), [1, 2]);
        alice.says_all(&["both", "yes"]).await;
        assert!(alice.list().await.is_empty());

        alice
            .says_all(&["add buy tea", "add buy oil", "add buy ham", "list"])
            .await;
        let asked = alice
            .says_all(&["complete tea", "delete all of them"])
            .await;
        assert!(changed(&asked).is_empty(), "{}", asked.response);
        assert!(
            asked.response.contains("Delete 3 tasks"),
            "{}",
            asked.response
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_no_answer_chooses_nothing() {
    on_each_engine(async |home| {
        for message in [
            "list",
            "tasks",
            "list all",
            "call Anna Lee tomorrow",
            "is it Lee?",
            "Lee?",
            "1?",
        ] {
            let alice = home.newcomer().await;
            alice
                .says_all(&["call Anna Lee", "call Anna Poe", "delete Anna"])
                .await;
            let turn = alice.says(message).await;
            assert!(
                !turn.response.contains("deleted") && !turn.response.contains("Delete "),
                "{message}: {}",
                turn.response
            );
            let kept = alice.list().await;
            assert!(
                kept.starts_with(&["Call Anna Lee".to_owned(), "Call Anna Poe".to_owned()]),
                "{message}: {kept:?}"
            );
        }
    })
    .await;
}
