//! Several commands in one message: where the first had no task, "it" and "them" never mean an older one.

use crate::home::{changed, on_each_engine};

#[tokio::test]
async fn what_points_at_nothing_found_falls_with_it() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add buy eggs", "add call mum", "show my tasks"])
            .await;
        let before = alice.everything().await;
        for message in [
            "complete cheese and delete it",
            "find cheese and delete it",
            "complete 99 and delete it",
            "show cheese then delete all of them",
            "what's overdue? delete them",
            "what's overdue? complete both",
            "complete cheese and move it to friday",
            "complete the car hire and tag it travel",
            "complete cheese and delete the second one",
            "complete cheese, delete it and tag it home",
        ] {
            alice.says("show #3").await;
            let turn = alice.says(message).await;
            assert!(
                turn.response.contains(
                    "❌ The rest of your message wasn't done, because the part before it found no task."
                ),
                "{message}: {}",
                turn.response
            );
            assert!(!turn.success, "{message}");
            assert!(turn.pending.is_none(), "{message}: {}", turn.response);
            assert!(changed(&turn).is_empty(), "{message}");
            assert_eq!(alice.everything().await, before, "{message}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_points_at_something_asked_about_waits_with_it() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add call mum", "add call dad", "add buy milk"])
            .await;
        let turn = alice.says("complete call and tag it family").await;
        assert!(
            turn.response.contains(
                "❌ The rest of your message wasn't done, because the part before it waits for your answer."
            ),
            "{}",
            turn.response
        );
        assert!(turn.pending.is_some());
        assert!(changed(&turn).is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_the_first_command_found_is_it() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add call mum", "show my tasks"]).await;
        let made = alice.says("buy milk and make it urgent").await;
        assert!(made.success, "{}", made.response);
        assert_eq!(changed(&made), [2, 2], "{}", made.response);

        // What comes later is new ground: the lost one is not "it" any more, but still one of "them".
        let later = alice
            .says("complete cheese, complete milk and move it to friday")
            .await;
        assert_eq!(changed(&later), [2, 2], "{}", later.response);
        let both = alice
            .says("reopen cheese, reopen milk and tag them home")
            .await;
        assert_eq!(changed(&both), [2], "{}", both.response);
        assert!(!both.success);

        // The next message is free again.
        let again = alice.says("tag it home").await;
        assert_eq!(changed(&again), [2], "{}", again.response);
    })
    .await;
}
