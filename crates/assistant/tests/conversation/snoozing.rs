//! Reminders that are put off in words.

use jiff::SignedDuration;
use tasktalk_domain::TaskId;

use crate::home::{Home, Person, changed, on_each_engine};

/// Time passes; how many reminders are told then.
async fn after(home: &Home, minutes: i64) -> usize {
    home.clock.advance(SignedDuration::from_mins(minutes));
    let told = home.assistant.tell_due_reminders().await.unwrap();
    assert!(told.failures.is_empty(), "{told:?}");
    told.lateness.len()
}

/// Adds what is due in half an hour, and waits until it is told.
async fn reminded(home: &Home, person: &Person, title: &str) {
    let due = serde_json::json!({"date_time": home.clock.now().to_zoned(jiff::tz::TimeZone::UTC)
        .datetime().checked_add(SignedDuration::from_mins(30)).unwrap(), "timezone": "UTC"});
    person
        .elsewhere("add_task", serde_json::json!({"title": title, "due": due}))
        .await;
    assert_eq!(after(home, 30).await, 1);
}

async fn told(person: &Person) -> Vec<TaskId> {
    let told = person.assistant.told_reminders(person.id).await.unwrap();
    told.into_iter().map(|reminder| reminder.task_id).collect()
}

#[tokio::test]
async fn it_is_the_reminder_told_last_and_comes_back_in_ten_minutes() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy eggs").await;
        reminded(home, &alice, "Buy milk").await;
        let turn = alice.says("snooze it").await;
        assert_eq!(
            turn.response,
            "⏰ I'll remind you again of #2 **Buy milk**: Sun 22 Nov, 10:40"
        );
        assert!(turn.success && turn.receipts.is_empty());
        assert!(told(&alice).await.is_empty());
        assert_eq!(after(home, 9).await, 0);
        assert_eq!(after(home, 1).await, 1);
        assert_eq!(told(&alice).await.len(), 1);
        // It moved no task.
        let due = alice.task(2).await.due.unwrap();
        assert_eq!(due.date().to_string(), "2026-11-22");
        assert!(due.is_overdue(home.clock.now(), &crate::home::berlin()));
    })
    .await;
}

#[tokio::test]
async fn the_time_that_was_said_counts() {
    on_each_engine(async |home| {
        let alice = home.alice();
        reminded(home, &alice, "Buy milk").await;
        for (words, until, minutes) in [
            ("remind me again in an hour", "Sun 22 Nov, 11:30", 60),
            ("snooze for 20 minutes", "Sun 22 Nov, 11:50", 20),
            (
                "snooze the milk reminder for 10 minutes",
                "Sun 22 Nov, 12:00",
                10,
            ),
            ("5 more minutes", "Sun 22 Nov, 12:05", 5),
            ("remind me later", "Sun 22 Nov, 13:05", 60),
            ("snooze until 2pm", "Sun 22 Nov, 14:00", 55),
            ("snooze it until tomorrow", "Mon 23 Nov, 09:00", 1140),
        ] {
            let turn = alice.says(words).await;
            assert!(turn.response.ends_with(until), "{words}: {}", turn.response);
            assert_eq!(after(home, minutes - 1).await, 0, "{words}");
            assert_eq!(after(home, 1).await, 1, "{words}");
        }
    })
    .await;
}

#[tokio::test]
async fn german_and_spanish() {
    on_each_engine(async |home| {
        let alice = home.alice();
        reminded(home, &alice, "Milch kaufen").await;
        for (words, minutes, answer) in [
            (
                "erinnere mich in einer Stunde nochmal",
                60,
                "⏰ Ich erinnere dich noch einmal an #1 **Milch kaufen**: So 22. Nov, 11:30",
            ),
            (
                "verschiebe die Erinnerung um 10 Minuten",
                10,
                "⏰ Ich erinnere dich noch einmal an #1 **Milch kaufen**: So 22. Nov, 11:40",
            ),
            (
                "recuérdamelo otra vez en una hora",
                60,
                "⏰ Te recordaré otra vez la #1 **Milch kaufen**: dom 22 nov, 12:40",
            ),
            (
                "pospón el recordatorio 10 minutos",
                10,
                "⏰ Te recordaré otra vez la #1 **Milch kaufen**: dom 22 nov, 12:50",
            ),
        ] {
            let turn = alice.says(words).await;
            assert_eq!(turn.response, answer, "{words}");
            assert_eq!(after(home, minutes).await, 1, "{words}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_name_says_which_and_several_are_asked_about() {
    on_each_engine(async |home| {
        let alice = home.alice();
        reminded(home, &alice, "Call Anna Berg").await;
        reminded(home, &alice, "Call Anna Stein").await;
        let which = alice.says("snooze anna for an hour").await;
        assert!(!which.success, "{}", which.response);
        assert!(which.response.contains("Anna Berg"), "{}", which.response);
        assert_eq!(told(&alice).await.len(), 2);
        let one = alice.says("snooze #1 for an hour").await;
        assert!(
            one.response.contains("#1 **Call Anna Berg**"),
            "{}",
            one.response
        );
        assert_eq!(told(&alice).await.len(), 1);
        let stein = alice.says("snooze the stein reminder for an hour").await;
        assert!(stein.response.contains("#2"), "{}", stein.response);
        assert!(told(&alice).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn all_reminders_are_put_off_together() {
    on_each_engine(async |home| {
        let alice = home.alice();
        reminded(home, &alice, "Buy milk").await;
        reminded(home, &alice, "Call mum").await;
        let turn = alice.says("snooze all reminders for an hour").await;
        assert_eq!(turn.response.lines().count(), 2, "{}", turn.response);
        assert_eq!(after(home, 60).await, 2);
    })
    .await;
}

#[tokio::test]
async fn undo_takes_the_putting_off_back_and_then_what_was_before_it() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("add buy eggs").await;
        reminded(home, &alice, "Buy milk").await;
        alice.says("snooze it for an hour").await;
        let back = alice.says("undo").await;
        assert_eq!(
            back.response,
            "⏰ The reminder of #2 **Buy milk** stands again"
        );
        assert_eq!(told(&alice).await.len(), 1);
        assert_eq!(alice.list().await, ["Buy eggs", "Buy milk"]);
        assert_eq!(after(home, 29).await, 0, "it was told");
        alice.says("undo").await;
        assert_eq!(alice.list().await, ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn it_is_what_was_reminded_of_for_everything_else_too() {
    on_each_engine(async |home| {
        // In the conversation that goes on, and in a new one.
        for said_before in [Some("add buy eggs"), None] {
            let carol = home.newcomer().await;
            if let Some(words) = said_before {
                carol.says(words).await;
            }
            reminded(home, &carol, "Buy milk").await;
            let done = carol.says("mark it as done").await;
            assert_eq!(done.receipts.len(), 1, "{}", done.response);
            assert_eq!(done.receipts[0].title, "Buy milk");
        }
    })
    .await;
}

#[tokio::test]
async fn where_no_reminder_is_meant_tasks_are_put_off_as_ever() {
    on_each_engine(async |home| {
        let alice = home.alice();
        alice.says("remind me to call mum tomorrow at 5pm").await;
        let none = alice.says("snooze it for 30 minutes").await;
        assert_eq!(changed(&none), [1], "{}", none.response);
        // Another task is talked about than the one that was reminded of.
        reminded(home, &alice, "Buy milk").await;
        home.clock.advance(SignedDuration::from_mins(1));
        alice.says("move call mum to 6pm").await;
        let other = alice.says("snooze it by two days").await;
        assert_eq!(changed(&other), [1], "{}", other.response);
        assert_eq!(told(&alice).await.len(), 1);
        // What has a title of its own is a new task.
        let new = alice.says("remind me to water the plants in an hour").await;
        assert_eq!(new.receipts[0].title, "Water the plants");
        // Somebody else's reminder is nobody's.
        let bob = home.bob().says("snooze it").await;
        assert!(!bob.success || bob.receipts.is_empty(), "{}", bob.response);
        assert_eq!(told(&alice).await.len(), 1);
    })
    .await;
}
