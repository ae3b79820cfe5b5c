//! What is told, and when. Every test on both engines.

use jiff::SignedDuration;
use serde_json::json;
use tasktalk_domain::{NewTask, Reminder, ReminderSetting, Task, Zone};
use tasktalk_storage::{events, users};

use super::*;
use crate::{
    Permissions, ReminderAnswer,
    test_support::{
        Home, at, call, complete, delete, new_task, on, on_each_engine, receipt, reopen, repeating,
        restore,
    },
};

impl Home {
    /// Lets the time pass, and gives what is told by then: title and local due time.
    async fn told_after(&self, minutes: i64) -> Vec<String> {
        self.clock.advance(SignedDuration::from_mins(minutes));
        let before = self.all_events().await.len();
        self.assistant.tell_due_reminders().await.unwrap();
        self.all_events()
            .await
            .split_off(before)
            .into_iter()
            .filter(|event| event.kind == "reminder.due")
            .map(|event| {
                let told: Reminder = serde_json::from_str(&event.data.unwrap()).unwrap();
                assert_eq!(told.fired_at, Some(self.clock.now()));
                let (local, _) = told.occurrence.split_once('[').unwrap();
                format!("{} {local}", told.title)
            })
            .collect()
    }

    async fn all_events(&self) -> Vec<events::Event> {
        let owner = self.anna;
        let found: Result<_, StorageError> = self
            .assistant
            .database
            .read(move |s| Box::pin(async move { events::after(s, owner, 0, 1_000).await }))
            .await;
        found.unwrap()
    }

    async fn listed(&self) -> Vec<Reminder> {
        self.assistant.told_reminders(self.anna).await.unwrap()
    }

    async fn due(&self, title: &str, local: &str) -> Task {
        self.add(NewTask {
            due: Some(at(local)),
            ..new_task(title)
        })
        .await
    }

    async fn move_to(&self, task: &Task, local: &str) {
        let due = json!({"date_time": local, "timezone": "Europe/Berlin"});
        let moving = call("update_task", json!({"task_id": task.id, "due": due}));
        assert!(self.run(moving).await.success());
    }

    async fn set(&self, setting: serde_json::Value) {
        let (owner, now) = (self.anna, self.clock.now());
        ReminderSetting::parse(&setting).unwrap();
        let done: Result<(), StorageError> = self
            .assistant
            .database
            .write(move |tx| {
                let settings = json!({"reminders": setting});
                Box::pin(async move {
                    let before = users::lock(tx, owner).await?.unwrap().user;
                    let patch = users::ProfilePatch {
                        settings: Some(settings),
                        ..users::ProfilePatch::default()
                    };
                    let after = users::update_profile(tx, owner, patch, now).await?.unwrap();
                    follow_settings(tx, &before, &after, now).await
                })
            })
            .await;
        done.unwrap();
    }
}

// It is Sunday, 10:00 in Berlin.

#[tokio::test]
async fn a_due_time_reminds_once_and_a_whole_day_does_not() {
    on_each_engine(async |home| {
        home.due("Call mum", "2026-11-22T17:00:00").await;
        home.add(NewTask {
            due: Some(on("2026-11-22")),
            ..new_task("Some time today")
        })
        .await;
        home.due("Long ago", "2026-11-22T09:59:00").await;
        assert_eq!(home.told_after(7 * 60 - 1).await, [""; 0]);
        assert_eq!(home.told_after(1).await, ["Call mum 2026-11-22T17:00:00"]);
        assert_eq!(home.told_after(0).await, [""; 0]);
        assert_eq!(home.told_after(3 * 24 * 60).await, [""; 0]);
        let listed = home.listed().await;
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].late_by_seconds, 0);
        assert_eq!(listed[0].due, at("2026-11-22T17:00:00"));
    })
    .await;
}

#[tokio::test]
async fn what_is_done_deleted_or_moved_does_not_remind_and_undo_brings_it_back() {
    on_each_engine(async |home| {
        let done = home.due("Done", "2026-11-22T17:00:00").await;
        let gone = home.due("Gone", "2026-11-22T17:00:00").await;
        let moved = home.due("Moved", "2026-11-22T17:00:00").await;
        let completed = home.run(complete(done.id)).await;
        let deleted = home.run(delete(gone.id)).await;
        home.move_to(&moved, "2026-11-22T18:00:00").await;
        assert_eq!(home.told_after(7 * 60).await, [""; 0]);
        assert_eq!(home.told_after(60).await, ["Moved 2026-11-22T18:00:00"]);
        // Its time has passed meanwhile: what comes back is told now, as late.
        for outcome in [completed, deleted] {
            let token = receipt(&outcome).undo_token;
            let undone = home
                .assistant
                .undo(home.anna, Permissions::ALL, token)
                .await;
            assert!(undone.unwrap().success());
        }
        let mut told = home.told_after(0).await;
        told.sort();
        assert_eq!(
            told,
            ["Done 2026-11-22T17:00:00", "Gone 2026-11-22T17:00:00"]
        );
        let mut late: Vec<_> = (home.listed().await.iter())
            .map(|one| one.late_by_seconds)
            .collect();
        late.sort_unstable();
        assert_eq!(late, [0, 3_600, 3_600]);

        // Told ones are answered by doing the task, and come back without being told twice.
        home.run(complete(done.id)).await;
        home.run(delete(gone.id)).await;
        assert_eq!(home.listed().await.len(), 1);
        home.run(reopen(done.id)).await;
        home.run(restore(gone.id)).await;
        assert_eq!(home.told_after(60).await, [""; 0]);
        assert_eq!(home.listed().await.len(), 3);
        home.move_to(&moved, "2026-11-23T18:00:00").await;
        assert_eq!(home.listed().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_comes_back_after_half_a_day_is_not_told_any_more() {
    on_each_engine(async |home| {
        let task = home.due("Call mum", "2026-11-22T17:00:00").await;
        home.run(complete(task.id)).await;
        home.clock.advance(SignedDuration::from_hours(20));
        home.run(reopen(task.id)).await;
        assert_eq!(home.told_after(0).await, [""; 0]);
        // What was never called off is told however late: nobody was there to tell it.
        home.due("Still there", "2026-11-23T17:00:00").await;
        assert_eq!(
            home.told_after(5 * 24 * 60).await,
            ["Still there 2026-11-23T17:00:00"]
        );
        assert!(home.listed().await[0].late_by_seconds > 4 * 24 * 3_600);
    })
    .await;
}

#[tokio::test]
async fn every_occurrence_reminds_done_or_not_but_for_those_left_out() {
    on_each_engine(async |home| {
        let daily = home
            .add(NewTask {
                due: Some(at("2026-11-23T07:00:00")),
                recurrence: Some(repeating("FREQ=DAILY")),
                ..new_task("Gym")
            })
            .await;
        let day = 24 * 60;
        assert_eq!(home.told_after(21 * 60).await, ["Gym 2026-11-23T07:00:00"]);
        // Not done: the next one reminds all the same, and one reminder of it is shown.
        assert_eq!(home.told_after(day).await, ["Gym 2026-11-24T07:00:00"]);
        assert_eq!(home.listed().await.len(), 1);
        // Done: the next.
        home.run(complete(daily.id)).await;
        assert_eq!(home.listed().await, []);
        assert_eq!(home.told_after(day).await, ["Gym 2026-11-25T07:00:00"]);
        home.run(complete(daily.id)).await;
        // Left out, and moved.
        let skip = call(
            "skip_occurrence",
            json!({"task_id": 1, "slots": ["2026-11-26"]}),
        );
        assert!(home.run(skip).await.success());
        assert_eq!(home.told_after(day).await, [""; 0]);
        assert_eq!(home.told_after(day).await, ["Gym 2026-11-27T07:00:00"]);
        home.run(complete(daily.id)).await;
        let to = at("2026-11-28T09:30:00");
        let moving = crate::assistant::OccurrenceAction::Move {
            on: None,
            to,
            keep_zone: true,
        };
        let owner = home.anna;
        let moved = home
            .assistant
            .occurrence(owner, Permissions::ALL, daily.id, moving, None)
            .await;
        assert!(moved.unwrap().success());
        assert_eq!(home.told_after(day).await, [""; 0]);
        assert_eq!(home.told_after(150).await, ["Gym 2026-11-28T09:30:00"]);
        assert_eq!(
            home.told_after(day - 150).await,
            ["Gym 2026-11-29T07:00:00"]
        );
        // Days without a server are one reminder, not many.
        assert_eq!(home.told_after(5 * day).await, ["Gym 2026-11-30T07:00:00"]);
        assert_eq!(home.told_after(day).await, ["Gym 2026-12-05T07:00:00"]);
    })
    .await;
}

#[tokio::test]
async fn settings_count_for_what_is_planned_already() {
    on_each_engine(async |home| {
        home.due("First", "2026-11-22T12:00:00").await;
        home.due("Second", "2026-11-22T14:00:00").await;
        home.due("Third", "2026-11-22T16:00:00").await;
        home.due("Fourth", "2026-11-22T18:00:00").await;
        home.set(json!({"when": "before", "minutes_before": 30}))
            .await;
        assert_eq!(home.told_after(89).await, [""; 0]);
        assert_eq!(home.told_after(1).await, ["First 2026-11-22T12:00:00"]);
        home.set(json!({"when": "never"})).await;
        assert_eq!(home.told_after(180).await, [""; 0]);
        home.set(json!({"when": "at_time"})).await;
        // It is 14:30.
        assert_eq!(home.told_after(89).await, [""; 0]);
        assert_eq!(home.told_after(1).await, ["Third 2026-11-22T16:00:00"]);
        // The time before has passed: at the time itself.
        home.clock.advance(SignedDuration::from_mins(110));
        home.set(json!({"when": "before", "minutes_before": 30}))
            .await;
        home.due("Soon", "2026-11-22T18:05:00").await;
        assert_eq!(home.told_after(10).await, ["Fourth 2026-11-22T18:00:00"]);
        assert_eq!(home.told_after(5).await, ["Soon 2026-11-22T18:05:00"]);
    })
    .await;
}

#[tokio::test]
async fn one_that_is_put_off_comes_again_and_one_that_is_dismissed_does_not() {
    on_each_engine(async |home| {
        let (owner, assistant) = (home.anna, &home.assistant);
        home.due("Call mum", "2026-11-22T12:00:00").await;
        assert_eq!(home.told_after(120).await.len(), 1);
        let id = home.listed().await[0].id;
        let later = home.clock.now() + SignedDuration::from_mins(10);
        let answer = assistant.snooze_reminder(owner, id, later).await.unwrap();
        let ReminderAnswer::Done(snoozed) = answer else {
            panic!("{answer:?}");
        };
        assert_eq!(snoozed.snoozed_until, Some(later));
        assert_eq!(home.listed().await, []);
        // Its own setting holds, not the general one; and editing the task's words changes nothing.
        home.set(json!({"when": "never"})).await;
        let renamed = call("update_task", json!({"task_id": 1, "title": "Call mum!"}));
        assert!(home.run(renamed).await.success());
        assert_eq!(home.told_after(9).await, [""; 0]);
        assert_eq!(home.told_after(1).await, ["Call mum! 2026-11-22T12:00:00"]);
        let again = home.listed().await;
        assert_eq!((again[0].id, again[0].late_by_seconds), (id, 0));

        for _ in 0..2 {
            let answer = assistant.dismiss_reminder(owner, id).await.unwrap();
            assert!(matches!(answer, ReminderAnswer::Done(_)));
        }
        assert_eq!(home.listed().await, []);
        assert_eq!(home.told_after(24 * 60).await, [""; 0]);
        let kinds: Vec<_> = home
            .events()
            .await
            .into_iter()
            .map(|event| event.0)
            .collect();
        assert_eq!(
            kinds,
            [
                "task.created",
                "reminder.due",
                "reminder.snoozed",
                "task.updated",
                "reminder.due",
                "reminder.dismissed"
            ]
        );

        // Nobody else can answer it, and what is done can't be put off.
        let answer = assistant.dismiss_reminder(home.ben, id).await.unwrap();
        assert_eq!(answer, ReminderAnswer::NotFound);
        home.set(json!({"when": "at_time"})).await;
        let other = home.due("Other", "2026-11-24T12:00:00").await;
        assert_eq!(home.told_after(24 * 60).await.len(), 1);
        let id = home.listed().await[0].id;
        home.run(complete(other.id)).await;
        let later = home.clock.now() + SignedDuration::from_mins(10);
        let answer = assistant.snooze_reminder(owner, id, later).await.unwrap();
        assert_eq!(answer, ReminderAnswer::CalledOff);
    })
    .await;
}

#[tokio::test]
async fn another_time_zone_of_the_person_moves_nothing() {
    on_each_engine(async |home| {
        home.due("Call mum", "2026-11-22T17:00:00").await;
        let (owner, now) = (home.anna, home.clock.now());
        let done: Result<(), StorageError> = home
            .assistant
            .database
            .write(move |tx| {
                Box::pin(async move {
                    let before = users::lock(tx, owner).await?.unwrap().user;
                    let patch = users::ProfilePatch {
                        timezone: tasktalk_domain::Change::Set(Zone::parse("Asia/Tokyo").unwrap()),
                        ..users::ProfilePatch::default()
                    };
                    let after = users::update_profile(tx, owner, patch, now).await?.unwrap();
                    follow_settings(tx, &before, &after, now).await
                })
            })
            .await;
        done.unwrap();
        assert_eq!(home.told_after(7 * 60 - 1).await, [""; 0]);
        assert_eq!(home.told_after(1).await, ["Call mum 2026-11-22T17:00:00"]);
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_put_back_tells_nothing_twice() {
    on_each_engine(async |home| {
        home.due("Call mum", "2026-11-22T17:00:00").await;
        home.due("Tomorrow", "2026-11-23T17:00:00").await;
        assert_eq!(home.told_after(7 * 60).await.len(), 1);
        assert_eq!(home.told_after(-60).await, [""; 0]);
        assert_eq!(home.told_after(60).await, [""; 0]);
        assert_eq!(
            home.told_after(24 * 60).await,
            ["Tomorrow 2026-11-23T17:00:00"]
        );
    })
    .await;
}
