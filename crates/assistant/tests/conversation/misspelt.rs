//! Misspelt words: what they nearly are is asked about where it is easily something else.

use crate::home::{changed, offered, on_each_engine};

#[tokio::test]
async fn a_short_misspelt_word_is_asked_about() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add Alpha", "add Beta", "add Gamma", "add sort the shelf"])
            .await;
        let before = alice.everything().await;
        for message in [
            "complete zeta",
            "delete zeta",
            "complete zeta and delete it",
            "complete beat",
            "move zeta to friday",
        ] {
            let turn = alice.says(message).await;
            assert!(
                turn.response.contains("Did you mean"),
                "{message}: {}",
                turn.response
            );
            assert_eq!(offered(&turn), [2], "{message}");
            assert!(!turn.success, "{message}");
            assert_eq!(alice.everything().await, before, "{message}");
            alice.says("no").await;
        }
        alice.says("complete zeta").await;
        assert_eq!(changed(&alice.says("yes").await), [2]);
        let literal = alice.says("complete alpha").await;
        assert_eq!(changed(&literal), [1], "{}", literal.response);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_deleted_by_a_misspelt_word_alone() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add call mum", "add call the dentist"])
            .await;
        let mum = alice.says("delete cal mum").await;
        assert!(changed(&mum).is_empty(), "{}", mum.response);
        alice.says("no").await;
        let dentist = alice.says("delete the denist").await;
        assert_eq!(offered(&dentist), [2], "{}", dentist.response);
        assert_eq!(changed(&alice.says("yes").await), [2]);
    })
    .await;
}
