//! How people point at tasks: numbers, names, places, pronouns, all of them, all but some.

use jiff::SignedDuration;
use serde_json::json;

use crate::home::{changed, offered, on_each_engine, tools};

#[tokio::test]
async fn numbers_that_are_no_task_are_told() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy milk").await;
        let unknown = alice.says("complete task 99").await;
        assert_eq!(unknown.response, "❌ Task #99 not found");
        assert!(!unknown.success);

        let zero = alice.says("complete task 0").await;
        assert_eq!(zero.response, "❌ Task ID must be a positive integer");
        let huge = alice.says("delete task 99999999999999999999").await;
        assert_eq!(huge.response, "❌ Task ID must be a positive integer");
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn someone_elses_number_is_like_one_that_does_not_exist() {
    on_each_engine(async |home| {
        home.alice()
            .says_all(&["add buy milk", "add call mum"])
            .await;
        let bob = home.bob();
        bob.says("add pay rent").await;
        assert_eq!(
            bob.says("complete task 2").await.response,
            "❌ Task #2 not found"
        );
        assert_eq!(home.alice().list().await, ["Buy milk", "Call mum"]);
    })
    .await;
}

#[tokio::test]
async fn a_task_in_the_trash_is_told_with_how_to_restore_it() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "delete task 1"]).await;
        let turn = alice.says("complete task 1").await;
        assert_eq!(
            turn.response,
            "❌ Task #1 'Buy milk' is in the trash. Say \"restore #1\" to bring it back."
        );
        assert!(!turn.success);
        let restored = alice.says("restore #1").await;
        assert_eq!(restored.response, "↩️ Task #1 restored: **Buy milk**");
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn a_part_of_a_title_or_a_misspelt_one_will_do() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy groceries", "add call the dentist", "add pay rent"])
            .await;
        let part = alice.says("done with the groceries").await;
        assert_eq!(part.response, "✅ Task #1 completed: **Buy groceries**");
        assert_eq!(tools(&part), ["list_tasks", "complete_task"]);
        let misspelt = alice.says("done with the denist").await;
        assert_eq!(
            misspelt.response,
            "✅ Task #2 completed: **Call the dentist**"
        );
    })
    .await;
}

#[tokio::test]
async fn a_whole_title_beats_a_part_and_open_tasks_beat_done_ones() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add team meeting",
                "add meeting",
                "add pay rent",
                "add pay rent",
            ])
            .await;
        assert_eq!(changed(&alice.says("complete the meeting").await), [2]);
        alice.says("complete task 3").await;
        assert_eq!(changed(&alice.says("complete pay rent").await), [4]);
    })
    .await;
}

#[tokio::test]
async fn what_matches_nothing_is_told_with_what_comes_nearest() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add call the dentist", "add buy milk"])
            .await;
        let turn = alice.says("delete the dentist bill").await;
        assert!(
            turn.response
                .starts_with("❌ Nothing matched \"dentist bill\"."),
            "{}",
            turn.response
        );
        assert!(turn.response.contains("#1 'Call the dentist'"));
        assert!(!turn.success);
        assert_eq!(alice.list().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_digit_is_not_a_number_of_a_task() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("buy 2 eggs").await;
        assert_eq!(turn.response, "✅ Task #1 created: **Buy 2 eggs**");
    })
    .await;
}

#[tokio::test]
async fn places_mean_the_list_as_last_shown() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "what's pending?",
            ])
            .await;
        assert_eq!(changed(&alice.says("complete the second one").await), [2]);
        // The list that was shown still has three places, although one of its tasks is done.
        assert_eq!(changed(&alice.says("complete the last one").await), [3]);
        let beyond = alice.says("complete the seventh one").await;
        assert_eq!(beyond.response, "❌ The list I showed has only 3 tasks.");
    })
    .await;
}

#[tokio::test]
async fn the_first_two_are_two() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add buy milk",
                "add call mum",
                "add pay rent",
                "show my tasks",
            ])
            .await;
        assert_eq!(changed(&alice.says("complete the first two").await), [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn an_old_list_is_shown_again_instead_of_guessed_from() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "what's pending?"])
            .await;
        home.clock.advance(SignedDuration::from_mins(31));
        let turn = alice.says("delete the second one").await;
        assert!(changed(&turn).is_empty());
        assert!(!turn.success);
        assert!(turn.response.contains("#2: Call mum"), "{}", turn.response);
        assert_eq!(changed(&alice.says("delete the second one").await), [2]);
    })
    .await;
}

#[tokio::test]
async fn a_list_changed_through_another_door_is_shown_again() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "what's pending?"])
            .await;
        alice
            .elsewhere("add_task", json!({"title": "Pay rent"}))
            .await;
        let turn = alice.says("complete the second one").await;
        assert!(changed(&turn).is_empty());
        assert!(turn.response.contains("#3: Pay rent"), "{}", turn.response);
        assert_eq!(changed(&alice.says("complete the second one").await), [2]);
    })
    .await;
}

#[tokio::test]
async fn another_conversation_is_another_door_too() {
    on_each_engine(async |home| {
        let (one, other) = (home.alice(), home.alice());
        one.says_all(&["add buy milk", "add call mum", "what's pending?"])
            .await;
        other.says("what's pending?").await;
        // Looking changes nothing, so the list still holds …
        assert_eq!(changed(&one.says("complete the first one").await), [1]);
        // … but now the other conversation's does not.
        assert!(changed(&other.says("complete the first one").await).is_empty());
    })
    .await;
}

#[tokio::test]
async fn without_a_list_a_place_means_nothing() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .elsewhere("add_task", json!({"title": "Buy milk"}))
            .await;
        let turn = alice.says("delete the second one").await;
        assert!(changed(&turn).is_empty());
        assert!(turn.response.contains("#1: Buy milk"), "{}", turn.response);
    })
    .await;
}

#[tokio::test]
async fn it_is_what_was_just_talked_about() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add call mum"]).await;
        let urgent = alice.says("make it high priority").await;
        assert_eq!(changed(&urgent), [2]);
        assert!(
            urgent.response.contains("high priority"),
            "{}",
            urgent.response
        );
        assert_eq!(changed(&alice.says("complete it").await), [2]);
    })
    .await;
}

#[tokio::test]
async fn it_is_not_guessed_after_the_task_changed_elsewhere() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy milk").await;
        alice
            .elsewhere(
                "update_task",
                json!({"task_id": 1, "title": "Buy oat milk"}),
            )
            .await;
        let turn = alice.says("delete it").await;
        assert!(changed(&turn).is_empty());
        assert!(turn.response.contains("Buy oat milk"), "{}", turn.response);
    })
    .await;
}

#[tokio::test]
async fn both_and_the_others() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("buy milk and call mum").await;
        assert_eq!(
            changed(&alice.says("make both high priority").await),
            [1, 2]
        );
        alice
            .says_all(&["add pay rent", "show my tasks", "complete the first one"])
            .await;
        assert_eq!(changed(&alice.says("complete the others").await), [2, 3]);
    })
    .await;
}

#[tokio::test]
async fn all_but_some() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add pay rent", "add call mum"])
            .await;
        let turn = alice.says("complete all except the rent").await;
        assert_eq!(changed(&turn), [1, 3]);
        assert_eq!(
            turn.response,
            "✅ Task #1 completed: **Buy milk**\n✅ Task #3 completed: **Call mum**"
        );
        let nothing = alice.says("complete everything except the dentist").await;
        assert!(changed(&nothing).is_empty());
        assert!(
            nothing.response.starts_with("❌ Nothing matched"),
            "{}",
            nothing.response
        );
    })
    .await;
}

#[tokio::test]
async fn everything_that_fits_a_filter() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add mop the floor #home",
                "add wash the car #home",
                "add call mum",
            ])
            .await;
        assert_eq!(
            changed(&alice.says("complete everything tagged home").await),
            [1, 2]
        );
        let none = alice.says("complete everything tagged work").await;
        assert_eq!(
            none.response,
            "❌ Nothing to do: you have no pending tasks tagged #work."
        );
    })
    .await;
}

#[tokio::test]
async fn of_several_numbers_those_that_exist_are_done_and_the_rest_is_told_first() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add call mum"]).await;
        let turn = alice.says("complete 1, 2 and 9").await;
        assert_eq!(
            turn.response,
            "❌ Task #9 not found\n✅ Task #1 completed: **Buy milk**\n✅ Task #2 completed: **Call mum**"
        );
        assert!(!turn.success);
    })
    .await;
}

#[tokio::test]
async fn a_later_command_sees_what_an_earlier_one_did() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("add pay rent and make it high priority").await;
        assert_eq!(changed(&turn), [1, 1]);
        assert_eq!(
            alice.task(1).await.priority,
            tasktalk_domain::Priority::High
        );
    })
    .await;
}

#[tokio::test]
async fn a_question_about_one_task_shows_it() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add team meeting", "add meeting with Bob"])
            .await;
        let one = alice.says("show me task 1").await;
        assert_eq!(one.response, "⬜ #1: Buy milk");
        assert!(one.success);
        assert!(offered(&one).is_empty());
    })
    .await;
}

#[tokio::test]
async fn reopening_a_done_task_in_the_trash_brings_it_back_and_opens_it() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "complete task 1", "delete task 1"])
            .await;
        let turn = alice.says("reopen task 1").await;
        assert_eq!(
            turn.response,
            "↩️ Task #1 restored: **Buy milk**\n⬜ Task #1 reopened: **Buy milk**"
        );
        assert_eq!(alice.list().await, ["Buy milk"]);
        alice.says("undo").await;
        assert!(alice.list().await.is_empty());

        alice.says_all(&["add call mum", "delete task 2"]).await;
        assert_eq!(
            alice.says("reopen task 2").await.response,
            "↩️ Task #2 restored: **Call mum**"
        );
    })
    .await;
}

#[tokio::test]
async fn titles_that_differ_by_a_small_word_are_asked_about() {
    on_each_engine(async |home| {
        for (titles, message) in [
            (["Plan A", "Plan B"], "delete the plan"),
            (["Vitamin A", "Vitamin C"], "delete the vitamin"),
            (["Gift for her", "Gift for him"], "delete the gift"),
            (["Dentist a", "Dentist b"], "complete the dentist"),
        ] {
            let alice = home.alice();
            let mut ids = Vec::new();
            for title in titles {
                let added = alice.elsewhere("add_task", json!({"title": title})).await;
                ids.extend(added.receipts.iter().map(|receipt| receipt.task_id.get()));
            }
            ids.sort_unstable();
            let turn = alice.says(message).await;
            assert!(changed(&turn).is_empty(), "{message}: {}", turn.response);
            let mut options = offered(&turn);
            options.sort_unstable();
            assert_eq!(options, ids, "{message}: {}", turn.response);
        }
    })
    .await;
}
