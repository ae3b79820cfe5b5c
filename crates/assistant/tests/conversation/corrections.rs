//! "No, I meant …": the last action is changed instead of another one being added.

use tasktalk_domain::Due;

use crate::home::{changed, on_each_engine};

#[tokio::test]
async fn another_day_for_the_task_just_added() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add call mum on thursday").await;
        let turn = alice.says("no, I meant Friday").await;
        assert_eq!(
            turn.response,
            "✏️ Task #1 updated: **Call mum**\n📅 Fri 27 Nov 2026"
        );
        assert_eq!(alice.list().await.len(), 1);
        alice.says("undo").await;
        assert_eq!(
            alice.task(1).await.due.unwrap().date().to_string(),
            "2026-11-26"
        );
    })
    .await;
}

#[tokio::test]
async fn another_time_keeps_the_day() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add call mum on friday at 3pm").await;
        let turn = alice.says("actually make it 4pm").await;
        assert_eq!(
            turn.response,
            "✏️ Task #1 updated: **Call mum**\n📅 Fri 27 Nov 2026, 16:00"
        );
    })
    .await;
}

#[tokio::test]
async fn not_that_one_the_other() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add team meeting",
                "add meeting with Bob",
                "done with the meeting",
                "1",
            ])
            .await;
        assert_eq!(alice.list().await, ["✓ Team meeting", "Meeting with Bob"]);
        let turn = alice.says("not that one, the other").await;
        assert_eq!(
            turn.response,
            "⬜ Task #1 reopened: **Team meeting**\n✅ Task #2 completed: **Meeting with Bob**"
        );
        assert_eq!(alice.list().await, ["Team meeting", "✓ Meeting with Bob"]);

        // The correction is one change, and undoing it brings the first action back.
        alice.says("undo").await;
        assert_eq!(alice.list().await, ["✓ Team meeting", "Meeting with Bob"]);
    })
    .await;
}

#[tokio::test]
async fn no_i_meant_another_number() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add buy milk", "add call mum", "delete task 1"])
            .await;
        let turn = alice.says("no, I meant task 2").await;
        assert_eq!(changed(&turn), [1, 2], "{}", turn.response);
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn with_nothing_to_correct_nothing_happens() {
    on_each_engine(async |home| {
        let turn = home.alice().says("no, I meant Friday").await;
        assert!(changed(&turn).is_empty());
        assert!(!turn.success);
        assert!(
            turn.response.starts_with("❌ There is no last change"),
            "{}",
            turn.response
        );
    })
    .await;
}

#[tokio::test]
async fn another_title_for_the_task_just_added() {
    for (correction, title) in [
        ("no, I meant butter", "Butter"),
        ("no, buy butter", "Buy butter"),
    ] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice.says_all(&["add buy bread", correction]).await;
            assert_eq!(alice.list().await, [title], "{correction}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_title_with_nothing_to_correct_is_offered() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let turn = alice.says("no, buy butter").await;
        assert_eq!(turn.response, "🤔 Add 'Buy butter' to your list?");
    })
    .await;
}

#[tokio::test]
async fn another_hour_for_the_task_just_added() {
    for (correction, due) in [
        ("actually make it 4", "2026-11-22T16:00:00"),
        ("at 6 actually", "2026-11-22T18:00:00"),
        ("I meant 11", "2026-11-22T23:00:00"),
        // Five in the morning has passed today.
        ("I meant 5am", "2026-11-23T05:00:00"),
    ] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice.says_all(&["add call mum at 5", correction]).await;
            let Some(Due::DateTime { date_time, .. }) = alice.task(1).await.due else {
                panic!("{correction}");
            };
            assert_eq!(date_time.to_string(), due, "{correction}");
            assert_eq!(alice.list().await.len(), 1, "{correction}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_task_number_is_no_hour() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add buy milk", "add call mum at 5"]).await;
        let turn = alice.says("no, I meant task 1").await;
        assert!(changed(&turn).is_empty(), "{}", turn.response);
    })
    .await;
}

#[tokio::test]
async fn another_task_named_by_what_sets_it_apart() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&[
                "add team meeting",
                "add budget meeting",
                "delete the team meeting",
            ])
            .await;
        alice.says("no, the budget one").await;
        assert_eq!(alice.list().await, ["Team meeting"]);
    })
    .await;
}
