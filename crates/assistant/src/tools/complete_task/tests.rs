use serde_json::json;
use tasktalk_domain::{NewTask, RecurrenceMode};

use super::*;
use crate::{
    Permissions, ToolFailure,
    test_support::{
        Home, at, call, code, complete, content, delete, new_task, number, on, on_each_engine,
        receipt, reopen, repeating,
    },
};

fn plants(rule: &str, due: tasktalk_domain::Due) -> NewTask {
    NewTask {
        due: Some(due),
        recurrence: Some(repeating(rule)),
        ..new_task("Water the plants")
    }
}

async fn kinds(home: &Home) -> Vec<String> {
    let events = home.events().await;
    events.into_iter().map(|(kind, _)| kind).collect()
}

#[tokio::test]
async fn done_and_open_again() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        let done = home.run(complete(task.id)).await;
        assert_eq!(done.result["status"], "completed");
        assert_eq!(done.result["completed"], true);
        assert_eq!(done.result["task_id"], 1);
        assert_eq!(done.result["title"], "Pay rent");
        assert_eq!(done.result["task"]["completed_at"], "2026-11-22T09:00:00Z");
        assert_eq!(receipt(&done).before.as_deref(), Some(&task));
        let row = home.row(task.id).await;
        assert_eq!(receipt(&done).after.as_deref(), Some(&row));
        assert_eq!(row.version, 2);

        let open = home.run(reopen(task.id)).await;
        assert_eq!(open.result["status"], "reopened");
        assert_eq!(open.result["completed"], false);
        assert_eq!(content(&home.row(task.id).await), content(&task));
        let expected = ["task.created", "task.completed", "task.reopened"];
        assert_eq!(kinds(home).await, expected);
    })
    .await;
}

#[tokio::test]
async fn doing_it_twice_changes_nothing_and_says_since_when() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        let first = home.clock.now();
        home.run(complete(task.id)).await;
        home.clock.advance(SignedDuration::from_hours(20));
        let again = home.run(complete(task.id)).await;
        assert!(again.success() && again.receipts.is_empty());
        assert_eq!(again.result["message"], "Task #1 is already completed");
        let Detail::Completed { already, .. } = again.detail else {
            panic!("not completed")
        };
        assert_eq!(already, Some(first));
        assert_eq!(home.row(task.id).await.version, 2);

        home.run(reopen(task.id)).await;
        let again = home.run(reopen(task.id)).await;
        assert!(again.success() && again.receipts.is_empty());
        assert_eq!(again.result["message"], "Task #1 is already open");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_not_found_whoever_owns_it() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        let missing = home.run(complete(number(42))).await;
        assert_eq!(missing.result["error"], "Task #42 not found");
        let foreign = home
            .run_for(home.ben, Permissions::ALL, complete(task.id))
            .await;
        assert_eq!(code(&foreign), "task_not_found");
        assert_eq!(foreign.result["error"], "Task #1 not found");
        assert_eq!(home.row(task.id).await, task);
    })
    .await;
}

#[tokio::test]
async fn a_task_in_the_trash_is_told_with_how_to_restore_it() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        home.run(delete(task.id)).await;
        let outcome = home.run(complete(task.id)).await;
        assert_eq!(code(&outcome), "task_in_trash");
        assert_eq!(
            outcome.result["restore"],
            json!({"tool": "restore_task", "arguments": {"task_id": 1}})
        );
        assert_eq!(outcome.result["restorable_until"], "2026-12-22T09:00:00Z");
        home.clock.advance(SignedDuration::from_hours(30 * 24));
        assert_eq!(code(&home.run(complete(task.id)).await), "task_not_found");
    })
    .await;
}

#[tokio::test]
async fn another_version_than_expected_is_refused() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        let stale = call(
            "complete_task",
            json!({"task_id": 1, "expected_version": 7}),
        );
        let outcome = home.run(stale).await;
        assert_eq!(
            outcome.failure(),
            Some(&ToolFailure::VersionMismatch { current: 1 })
        );
        assert_eq!(home.row(task.id).await, task);
        let current = call(
            "complete_task",
            json!({"task_id": 1, "expected_version": 1}),
        );
        assert!(home.run(current).await.success());
    })
    .await;
}

#[tokio::test]
async fn completing_needs_the_permission_to_write() {
    on_each_engine(async |home| {
        let task = home.add(new_task("Pay rent")).await;
        let permissions = Permissions {
            write: false,
            ..Permissions::ALL
        };
        let outcome = home
            .run_for(home.anna, permissions, complete(task.id))
            .await;
        assert_eq!(code(&outcome), "insufficient_scope");
        assert_eq!(home.row(task.id).await, task);
    })
    .await;
}

#[tokio::test]
async fn a_repeating_task_moves_on_and_stays_open() {
    on_each_engine(async |home| {
        let task = home
            .add(plants("FREQ=WEEKLY;BYDAY=TU", at("2026-11-17T18:00:00")))
            .await;
        let done = home.run(complete(task.id)).await;
        assert_eq!(done.result["completed"], true);
        assert_eq!(
            done.result["next_due"],
            json!({"date_time": "2026-11-24T18:00:00", "timezone": "Europe/Berlin"})
        );
        assert_eq!(done.result["task"]["completed"], false);
        let row = home.row(task.id).await;
        assert_eq!(row.due, Some(at("2026-11-24T18:00:00")));
        assert_eq!(receipt(&done).operation, Operation::Completed);
        assert_eq!(receipt(&done).before.as_deref(), Some(&task));
        assert_eq!(receipt(&done).after.as_deref(), Some(&row));
        assert_eq!(home.last_completion(task.id).await, Some(home.clock.now()));
    })
    .await;
}

#[tokio::test]
async fn a_second_done_within_a_minute_is_the_same_one() {
    on_each_engine(async |home| {
        let task = home.add(plants("FREQ=DAILY", on("2026-11-22"))).await;
        home.run(complete(task.id)).await;
        home.clock.advance(SignedDuration::from_secs(59));
        let again = home.run(complete(task.id)).await;
        assert!(again.success() && again.receipts.is_empty());
        assert_eq!(again.result["next_due"], json!({"date": "2026-11-23"}));
        assert_eq!(again.result["unchanged"], true);
        assert_eq!(home.row(task.id).await.due, Some(on("2026-11-23")));

        home.clock.advance(SignedDuration::from_secs(1));
        let next = home.run(complete(task.id)).await;
        assert_eq!(next.receipts.len(), 1);
        assert_eq!(home.row(task.id).await.due, Some(on("2026-11-24")));
    })
    .await;
}

#[tokio::test]
async fn saying_it_twice_does_not_end_a_series() {
    on_each_engine(async |home| {
        let task = home
            .add(plants("FREQ=DAILY;COUNT=2", on("2026-11-22")))
            .await;
        home.run(complete(task.id)).await;
        home.clock.advance(SignedDuration::from_secs(1));
        assert!(home.run(complete(task.id)).await.receipts.is_empty());
        assert!(!home.row(task.id).await.completed());
    })
    .await;
}

#[tokio::test]
async fn another_occurrence_within_a_minute_counts() {
    on_each_engine(async |home| {
        let task = home.add(plants("FREQ=DAILY", on("2026-11-22"))).await;
        let skip = || call("skip_occurrence", json!({"task_id": 1}));
        let change = |arguments| call("update_task", arguments);
        for between in [
            skip(),
            change(json!({"task_id": 1, "due": {"date": "2026-12-24"}})),
            change(json!({"task_id": 1, "recurrence": {"rrule": "FREQ=WEEKLY"}})),
        ] {
            home.run(complete(task.id)).await;
            home.clock.advance(SignedDuration::from_secs(1));
            assert!(home.run(between.clone()).await.success());
            let done = home.run(complete(task.id)).await;
            assert_eq!(done.receipts.len(), 1, "{between:?}");
            home.clock.advance(SignedDuration::from_secs(60));
        }
    })
    .await;
}

#[tokio::test]
async fn saying_which_version_is_meant_counts_at_once() {
    on_each_engine(async |home| {
        let task = home.add(plants("FREQ=DAILY", on("2026-11-22"))).await;
        for version in 1..=3 {
            let done = call(
                "complete_task",
                json!({"task_id": 1, "expected_version": version}),
            );
            assert_eq!(home.run(done).await.receipts.len(), 1, "{version}");
        }
        assert_eq!(home.row(task.id).await.due, Some(on("2026-11-25")));
    })
    .await;
}

#[tokio::test]
async fn the_last_occurrence_completes_the_task_and_can_be_reopened() {
    on_each_engine(async |home| {
        let task = home
            .add(plants("FREQ=DAILY;COUNT=2", on("2026-11-22")))
            .await;
        home.run(complete(task.id)).await;
        home.clock.advance(SignedDuration::from_hours(24));
        let last = home.run(complete(task.id)).await;
        assert_eq!(last.result["next_due"], json!(null));
        assert_eq!(last.result["task"]["completed"], true);
        let ended = home.row(task.id).await;
        assert_eq!(ended.completed_at, Some(home.clock.now()));
        assert_eq!(ended.due, Some(on("2026-11-23")));

        home.clock.advance(SignedDuration::from_secs(5));
        assert!(home.run(reopen(task.id)).await.success());
        assert!(home.row(task.id).await.completed_at.is_none());
        // The reopened occurrence counts as not done: completing it again at once is no repetition.
        assert_eq!(home.run(complete(task.id)).await.receipts.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn three_ways_of_moving_on() {
    on_each_engine(async |home| {
        for (mode, expected) in [
            (RecurrenceMode::Fixed, "2026-11-04"),
            (RecurrenceMode::CatchUp, "2026-11-25"),
            (RecurrenceMode::AfterCompletion, "2026-11-25"),
        ] {
            let mut task = plants("FREQ=DAILY;INTERVAL=3", on("2026-11-01"));
            task.recurrence.as_mut().unwrap().mode = mode;
            let task = home.add(task).await;
            home.run(complete(task.id)).await;
            assert_eq!(home.row(task.id).await.due, Some(on(expected)), "{mode:?}");
        }
    })
    .await;
}

#[test]
fn a_call_survives_its_json_form() {
    for tool in [complete(number(3)), reopen(number(3))] {
        assert_eq!(call("complete_task", tool.arguments()), tool);
    }
    assert_eq!(complete(number(3)).arguments(), json!({"task_id": 3}));
}
