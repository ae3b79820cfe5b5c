//! Words in quotes: taken literally, as whole words of a title.

use crate::home::{changed, offered, on_each_engine};

#[tokio::test]
async fn quoted_words_are_not_found_inside_other_words() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add vacation planning", "add start the car"])
            .await;
        let before = alice.everything().await;
        for message in [
            "delete \"cat\"",
            "complete \"cat\"",
            "rename \"cat\" to dog",
            "move \"cat\" to friday",
            "delete \"art\"",
        ] {
            let turn = alice.says(message).await;
            assert!(
                turn.response.starts_with("❌ Nothing matched"),
                "{message}: {}",
                turn.response
            );
            assert_eq!(alice.everything().await, before, "{message}");
        }
        // A word's beginning is enough to ask, not to delete.
        let alice = home.alice();
        let asked = alice.says("delete \"plan\"").await;
        assert_eq!(offered(&asked), [1], "{}", asked.response);
        alice.says("no").await;
        assert_eq!(changed(&alice.says("delete \"car\"").await), [2]);
    })
    .await;
}

#[tokio::test]
async fn a_number_in_quotes_is_a_tasks_number_or_a_word_of_a_title() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add pay 250 euro", "add vacation 21", "add room 1"])
            .await;
        let absent = alice.says("delete task \"5\"").await;
        assert_eq!(absent.response, "❌ Task #5 not found");
        assert_eq!(changed(&alice.says("complete task \"2\"").await), [2]);
        assert_eq!(changed(&alice.says("reopen \"21\"").await), [2]);
        // "1" is a word of one title and the number of another task.
        let both = alice.says("delete task \"1\"").await;
        assert!(changed(&both).is_empty(), "{}", both.response);
        assert_eq!(offered(&both), [1, 3]);
    })
    .await;
}
