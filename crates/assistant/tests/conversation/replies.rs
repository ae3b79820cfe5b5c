//! What is said about dates, priorities, tags, repetitions, and changes that were not needed.

use jiff::SignedDuration;
use serde_json::json;

use crate::home::{changed, on_each_engine, tools};

#[tokio::test]
async fn a_date_is_echoed_with_its_weekday() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("remind me to call mum tomorrow at 5").await;
        assert_eq!(
            turn.response,
            "✅ Task #1 created: **Call mum**\n📅 Mon 23 Nov 2026, 17:00"
        );
        let friday = alice.says("move it to friday 3pm").await;
        assert_eq!(
            friday.response,
            "✏️ Task #1 updated: **Call mum**\n📅 Fri 27 Nov 2026, 15:00"
        );
        let cleared = alice.says("remove the due date of task 1").await;
        assert_eq!(
            cleared.response,
            "✏️ Task #1 updated: **Call mum**\n📅 no due date any more"
        );
    })
    .await;
}

#[tokio::test]
async fn a_doubtful_date_is_pointed_out() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let guessed = alice.says("add file taxes on 3 March").await;
        assert_eq!(
            guessed.response,
            "✅ Task #1 created: **File taxes**\n📅 Wed 3 Mar 2027\n⚠️ No year was said; I took 2027."
        );
        let past = alice.says("move it to 3 March 2026").await;
        assert!(past.response.contains("⚠️ That is in the past."), "{}", past.response);
        let far = alice.says("move it to 3 March 2028").await;
        assert!(
            far.response.contains("⚠️ That is more than 300 days ahead."),
            "{}",
            far.response
        );
    })
    .await;
}

#[tokio::test]
async fn a_foreign_zone_is_named() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .elsewhere(
                "add_task",
                json!({
                    "title": "Call Kenji",
                    "due": {"date_time": "2026-11-27T15:00:00", "timezone": "Asia/Tokyo"}
                }),
            )
            .await;
        let list = alice.says("show my tasks").await;
        assert_eq!(
            list.response,
            "📋 Your tasks (1):\n⬜ #1: Call Kenji · 📅 Fri 27 Nov, 15:00 (Asia/Tokyo)"
        );
    })
    .await;
}

#[tokio::test]
async fn priority_tags_and_repetition_are_told() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("gym every mon, wed and fri at 7am #health p2").await;
        assert_eq!(
            turn.response,
            "✅ Task #1 created: **Gym**\n📅 Mon 23 Nov 2026, 07:00\n🔁 every week on Mon, Wed, Fri\n❗ medium priority · #health"
        );
        let list = alice.says("what's pending?").await;
        assert_eq!(
            list.response,
            "📋 Your tasks (pending) (1):\n⬜ #1: Gym · 📅 Mon 23 Nov, 07:00 · 🔁 · ❗ medium · #health"
        );
        let done = alice.says("complete task 1").await;
        assert_eq!(
            done.response,
            "✅ Task #1 completed: **Gym**\n🔁 next: Wed 25 Nov, 07:00"
        );
        let twice = alice.says("complete task 1").await;
        assert!(
            twice.response.starts_with("ℹ️ Task #1 was completed a moment ago"),
            "{}",
            twice.response
        );
        assert!(changed(&twice).is_empty());
        assert!(twice.success);
    })
    .await;
}

#[tokio::test]
async fn what_needs_no_doing_is_told() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "complete task 1"]).await;
        home.clock.advance(SignedDuration::from_hours(24));
        let again = alice.says("complete task 1").await;
        assert_eq!(
            again.response,
            "ℹ️ Task #1 is already completed (Sun 22 Nov)"
        );
        assert!(again.success);
        assert!(changed(&again).is_empty());
        assert_eq!(again.tool_calls[0].result["success"], true);
    })
    .await;
}

#[tokio::test]
async fn several_commands_are_answered_in_their_order() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("buy milk, pay rent and call the bank").await;
        assert_eq!(
            turn.response,
            "✅ Task #1 created: **Buy milk**\n✅ Task #2 created: **Pay rent**\n✅ Task #3 created: **Call the bank**"
        );
        assert_eq!(tools(&turn), ["add_task", "add_task", "add_task"]);
        let mixed = alice.says("complete task 1 and delete task 9").await;
        assert_eq!(
            mixed.response,
            "❌ Task #9 not found\n✅ Task #1 completed: **Buy milk**"
        );
        assert!(!mixed.success);
        alice.says("undo").await;
        assert_eq!(alice.list().await, ["Buy milk", "Pay rent", "Call the bank"]);
    })
    .await;
}

#[tokio::test]
async fn a_named_list_is_a_tag() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("add eggs to the shopping list").await;
        assert_eq!(turn.response, "✅ Task #1 created: **Eggs**\n🏷️ #shopping");
        alice.says("add call mum").await;
        let list = alice.says("what's on my shopping list?").await;
        assert!(list.response.contains("#1: Eggs"), "{}", list.response);
        assert!(!list.response.contains("Call mum"), "{}", list.response);
    })
    .await;
}

#[tokio::test]
async fn a_long_list_is_cut_and_a_number_is_a_number() {
    on_each_engine(async |home| {
        let alice = home.alice();
        for n in 1..=25 {
            alice
                .elsewhere("add_task", json!({"title": format!("Errand {n}")}))
                .await;
        }
        let list = alice.says("show my tasks").await;
        assert!(
            list.response.starts_with("📋 Your tasks (25):"),
            "{}",
            list.response
        );
        assert_eq!(list.response.matches("⬜").count(), 20);
        assert!(list.response.contains("…and 5 more."));
        let count = alice.says("how many tasks are pending?").await;
        assert_eq!(count.response, "📋 You have 25 pending tasks.");
    })
    .await;
}

#[tokio::test]
async fn a_conversation_is_named_after_its_first_message() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy milk").await;
        alice.says("add call mum").await;
        let service = home.assistant.conversations();
        let found = service
            .get_conversation(alice.id, alice.conversation.get().unwrap())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(found.title.as_str(), "add buy milk");
    })
    .await;
}

#[tokio::test]
async fn an_occurrence_that_is_said_twice_is_told_and_not_called_done() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add water the plants every day").await;
        alice.says("done with the plants").await;
        let again = alice.says("complete everything").await;
        assert_eq!(
            again.response,
            "ℹ️ Task #1 was completed a moment ago, so I didn't count it again\n🔁 next: Mon 23 Nov"
        );
        home.clock.advance(jiff::SignedDuration::from_secs(1));
        alice
            .elsewhere("skip_occurrence", serde_json::json!({"task_id": 1}))
            .await;
        let next = alice.says("complete everything").await;
        assert!(
            next.response.starts_with("✅ Task #1 completed"),
            "{}",
            next.response
        );
    })
    .await;
}

#[tokio::test]
async fn what_begins_to_repeat_keeps_its_day() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add gym on tuesday at 7am").await;
        let turn = alice.says("make gym repeat every week").await;
        assert_eq!(turn.response, "✏️ Task #1 updated: **Gym**\n🔁 every week");
        let due = alice.task(1).await.due.unwrap();
        assert_eq!(due.date().to_string(), "2026-11-24");
        assert!(due.time().is_some());
    })
    .await;
}

#[tokio::test]
async fn an_offer_tells_the_date_it_would_set() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("book me a train on friday").await;
        assert_eq!(
            turn.response,
            "🤔 Add 'Book a train' (due Fri 27 Nov 2026) to your list?"
        );
    })
    .await;
}

#[tokio::test]
async fn a_note_that_takes_anothers_place_is_told() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice
            .says_all(&[
                "add buy milk",
                "add a note to milk: two litres",
                "add a note to milk: lactose-free",
            ])
            .await;
        assert_eq!(
            turn.response,
            "✏️ Task #1 updated: **Buy milk**\n📝 Lactose-free\n📝 instead of: Two litres"
        );
    })
    .await;
}

#[tokio::test]
async fn a_tag_is_taken_off_the_task_that_is_named() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk #shop", "remove the tag shop from milk"])
            .await;
        assert!(alice.task(1).await.tags.is_empty());
        let turn = alice.says("remove the tag shop from milk").await;
        assert_eq!(turn.response, "ℹ️ Task #1 has no tag #shop: **Buy milk**");
    })
    .await;
}

#[tokio::test]
async fn what_repeats_is_told_as_done_though_it_is_open_again() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add take vitamins every day at 8", "done with vitamins"])
            .await;
        let repeating = "🔁 Done, and repeating (1):\n✅ #1: Take vitamins · last done Sun 22 Nov";
        let turn = alice.says("what have I completed?").await;
        assert_eq!(turn.response, repeating);
        alice.says_all(&["add buy milk", "done with milk"]).await;
        let turn = alice.says("what have I done today?").await;
        assert_eq!(
            turn.response,
            format!(
                "📋 Your tasks (completed, on Sun 22 Nov) (1):\n✅ #2: Buy milk\n\n{repeating}"
            )
        );
    })
    .await;
}
