//! Titles that look like something else: numbers, and several in one breath.

use serde_json::json;

use crate::home::{changed, offered, on_each_engine};

#[tokio::test]
async fn a_title_that_is_a_number_is_not_passed_over() {
    on_each_engine(async |home| {
        let alice = home.alice();
        for title in ["2", "Buy milk", "9", "Call mum"] {
            alice.elsewhere("add_task", json!({"title": title})).await;
        }
        let both = alice.says("complete 2").await;
        assert!(changed(&both).is_empty(), "{}", both.response);
        assert_eq!(offered(&both), [1, 2]);
        // The answer is not doubted again.
        assert_eq!(changed(&alice.clicks(&both, "2").await.unwrap()), [2]);

        assert_eq!(changed(&alice.says("delete 9").await), [3]);
        for (message, id) in [("complete #4", 4), ("reopen task 4", 4)] {
            assert_eq!(changed(&alice.says(message).await), [id], "{message}");
        }
    })
    .await;
}

#[tokio::test]
async fn several_can_be_named_in_one_breath() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add buy milk",
                "add buy bread",
                "add clean the garage",
                "add salt and pepper mill",
            ])
            .await;
        let done = alice.says("mark milk and bread as done").await;
        assert_eq!(changed(&done), [1, 2], "{}", done.response);
        alice.says("undo").await;

        let asked = alice.says("delete milk, bread and garage").await;
        assert_eq!(
            asked.response,
            "🤔 Delete 3 tasks: #1 'Buy milk', #2 'Buy bread', #3 'Clean the garage'?"
        );
        alice.says("no").await;

        // A title that holds an "and" is still one.
        let one = alice.says("mark salt and pepper as done").await;
        assert_eq!(changed(&one), [4], "{}", one.response);
    })
    .await;
}

#[tokio::test]
async fn of_several_names_one_that_is_not_there_stops_the_rest() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add buy milk",
                "add buy bread",
                "add team meeting",
                "add meeting with Bob",
            ])
            .await;
        let turn = alice.says("mark milk and garage as done").await;
        assert!(changed(&turn).is_empty());
        assert_eq!(
            turn.response,
            "❌ Nothing matched \"garage\", so I left everything as it is."
        );

        let asked = alice.says("mark milk and meeting as done").await;
        assert!(changed(&asked).is_empty());
        assert_eq!(offered(&asked), [3, 4], "{}", asked.response);
        assert_eq!(changed(&alice.says("2").await), [1, 4]);
    })
    .await;
}
