//! "What should I add?", "To when should I move it?": the next message is the answer, and what was said before is kept.

use tasktalk_domain::PendingKind;

use crate::home::{changed, on_each_engine};

#[tokio::test]
async fn what_to_add_is_answered_with_a_title_and_the_rest_is_kept() {
    for (order, answer, expected) in [
        (
            "remind me tomorrow",
            "call mum",
            "✅ Task #1 created: **Call mum**\n📅 Mon 23 Nov 2026",
        ),
        (
            "remind me tomorrow at 5",
            "to feed the cat",
            "✅ Task #1 created: **Feed the cat**\n📅 Mon 23 Nov 2026, 17:00",
        ),
        (
            "remind me tomorrow",
            "call mum at 6pm",
            "✅ Task #1 created: **Call mum**\n📅 Mon 23 Nov 2026, 18:00",
        ),
        (
            "add #home",
            "paint the fence",
            "✅ Task #1 created: **Paint the fence**\n🏷️ #home",
        ),
        (
            "add every monday",
            "yoga",
            "✅ Task #1 created: **Yoga**\n📅 Mon 23 Nov 2026\n🔁 every week on Mon",
        ),
    ] {
        on_each_engine(async |home| {
            let alice = home.alice();
            let asked = alice.says(order).await;
            assert_eq!(asked.response, "🤔 What should I add?", "{order}");
            assert!(!asked.success);
            assert_eq!(asked.pending.as_ref().unwrap().kind, PendingKind::Add);
            let added = alice.says(answer).await;
            assert_eq!(added.response, expected, "{order}, {answer}");
            assert_eq!(added.pending, None);
        })
        .await;
    }
}

#[tokio::test]
async fn what_to_add_can_be_left_open() {
    on_each_engine(async |home| {
        let alice = home.alice();
        let asked = alice.says("remind me tomorrow").await;
        let list = alice.says("show my tasks").await;
        assert!(list.response.contains("Still open:\n🤔 What should I add?"));
        alice.says("pay rent").await;
        assert_eq!(alice.list().await, ["Pay rent"]);
        assert!(alice.task(1).await.due.is_some());
        assert!(alice.clicks(&asked, "none").await.is_err());

        for answer in ["never mind", "no", "undo"] {
            alice.says("remind me tomorrow").await;
            let turn = alice.says(answer).await;
            assert_eq!(turn.pending, None, "{answer}");
            assert!(turn.success, "{answer}");
        }
        let asked = alice.says("add #home").await;
        let turn = alice.clicks(&asked, "none").await.unwrap();
        assert_eq!(turn.response, "👌 OK, nothing was changed.");
        assert_eq!(alice.list().await, ["Pay rent"]);
    })
    .await;
}

#[tokio::test]
async fn to_when_is_answered_with_a_date() {
    for (answer, expected) in [
        ("tomorrow at 6", "Mon 23 Nov 2026, 18:00"),
        ("to friday", "Fri 27 Nov 2026"),
        ("by two days", "Fri 27 Nov 2026"),
        ("make it friday", "Fri 27 Nov 2026"),
    ] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice
                .says_all(&["add call mum on wednesday", "add buy milk"])
                .await;
            let asked = alice.says("postpone call mum").await;
            assert_eq!(asked.response, "🤔 To when should I move it?");
            let moved = alice.says(answer).await;
            assert_eq!(
                moved.response,
                format!("✏️ Task #1 updated: **Call mum**\n📅 {expected}"),
                "{answer}"
            );
            assert_eq!(moved.pending, None);
        })
        .await;
    }
}

#[tokio::test]
async fn a_task_that_does_not_exist_is_told_before_asking_when() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy milk").await;
        let turn = alice.says("move the yoga").await;
        assert_eq!(turn.response, "❌ Nothing matched \"yoga\".");
        assert_eq!(turn.pending, None);
        assert_eq!(alice.says("move 7").await.response, "❌ Task #7 not found");
    })
    .await;
}

#[tokio::test]
async fn which_one_is_asked_before_when() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice
            .says_all(&["add team meeting", "add meeting with Bob"])
            .await;
        let which = alice.says("postpone the meeting").await;
        assert!(
            which.response.starts_with("🤔 Which task"),
            "{}",
            which.response
        );
        let when = alice.says("2").await;
        assert!(when.response.contains("to when"), "{}", when.response);
        let moved = alice.says("friday").await;
        assert_eq!(changed(&moved), [2], "{}", moved.response);
        assert!(alice.task(2).await.due.is_some());
    })
    .await;
}

#[tokio::test]
async fn another_order_is_not_taken_for_a_date() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says_all(&["add call mum", "postpone call mum"]).await;
        assert_eq!(changed(&alice.says("add buy milk").await), [2]);
        assert_eq!(changed(&alice.says("delete task 2").await), [2]);
        assert_eq!(alice.task(1).await.due, None);
    })
    .await;
}

#[tokio::test]
async fn an_order_said_again_is_no_title() {
    for again in ["remind me", "create a new task"] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice.says("add a task").await;
            let asked = alice.says(again).await;
            assert!(asked.response.contains("What should I add?"), "{again}");
            assert!(alice.list().await.is_empty(), "{again}");
            alice.says("call mum").await;
            assert_eq!(alice.list().await, ["Call mum"]);
        })
        .await;
    }
}

#[tokio::test]
async fn without_its_time_a_task_stays_due_on_its_day() {
    for order in ["remove the time from the rent", "make the rent all day"] {
        on_each_engine(async |home| {
            let alice = home.alice();
            alice.says("add pay rent wednesday at 4pm").await;
            let changed = alice.says(order).await;
            assert!(
                changed.response.contains("📅 Wed 25 Nov 2026"),
                "{}",
                changed.response
            );
            assert!(!changed.response.contains("16:00"), "{order}");
        })
        .await;
    }
}

#[tokio::test]
async fn yes_is_no_title() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add a task").await;
        for word in ["yes", "ok", "sure"] {
            let turn = alice.says(word).await;
            assert!(turn.receipts.is_empty(), "{word}: {}", turn.response);
        }
        assert!(alice.list().await.is_empty());
    })
    .await;
}
