use serde_json::json;
use tasktalk_domain::NewTask;

use crate::{
    Permissions, Tool,
    assistant::OccurrenceAction,
    test_support::{
        at, call, code, content, new_task, number, on, on_each_engine, receipt, repeating,
    },
};

fn skip() -> Tool {
    call("skip_occurrence", json!({"task_id": 1}))
}

#[tokio::test]
async fn skipping_moves_on_without_completing() {
    on_each_engine(async |home| {
        let before = home
            .add(NewTask {
                due: Some(at("2026-11-27T07:00:00")),
                recurrence: Some(repeating("FREQ=WEEKLY;BYDAY=MO,FR")),
                ..new_task("Gym")
            })
            .await;
        let outcome = home.run(skip()).await;
        assert_eq!(outcome.result["status"], "skipped");
        assert_eq!(
            outcome.result["next_due"]["date_time"],
            "2026-11-30T07:00:00"
        );
        assert_eq!(home.last_completion(before.id).await, None);
        let token = receipt(&outcome).undo_token;
        let undone = home
            .assistant
            .undo(home.anna, Permissions::ALL, token)
            .await;
        assert!(undone.unwrap().success());
        assert_eq!(content(&home.row(before.id).await), content(&before));
    })
    .await;
}

#[tokio::test]
async fn the_last_occurrence_and_what_does_not_repeat_are_not_skipped() {
    on_each_engine(async |home| {
        let once = home
            .add(NewTask {
                due: Some(on("2026-11-27")),
                recurrence: Some(repeating("FREQ=DAILY;COUNT=1")),
                ..new_task("Once")
            })
            .await;
        assert_eq!(code(&home.run(skip()).await), "last_occurrence");
        assert_eq!(home.row(once.id).await, once);
        let plain = home.add(new_task("Plain")).await;
        for action in [
            OccurrenceAction::Done,
            OccurrenceAction::Skip { on: None },
            OccurrenceAction::Move {
                on: None,
                to: on("2026-11-28"),
                keep_zone: false,
            },
        ] {
            let refused = home
                .assistant
                .occurrence(home.anna, Permissions::ALL, plain.id, action, None)
                .await
                .unwrap();
            assert_eq!(code(&refused), "not_repeating");
        }
    })
    .await;
}

#[tokio::test]
async fn skipping_ahead_counts_from_the_day_that_is_left_out() {
    on_each_engine(async |home| {
        let mut every_three_days = repeating("FREQ=DAILY;INTERVAL=3");
        every_three_days.mode = tasktalk_domain::RecurrenceMode::AfterCompletion;
        home.add(NewTask {
            due: Some(on("2026-11-27")),
            recurrence: Some(every_three_days),
            ..new_task("Water the plants")
        })
        .await;
        home.run(skip()).await;
        assert_eq!(home.row(number(1)).await.due, Some(on("2026-11-30")));
    })
    .await;
}

#[tokio::test]
async fn skipping_needs_the_permission_to_write() {
    on_each_engine(async |home| {
        let before = home
            .add(NewTask {
                due: Some(on("2026-11-27")),
                recurrence: Some(repeating("FREQ=DAILY")),
                ..new_task("Water the plants")
            })
            .await;
        let permissions = Permissions {
            write: false,
            ..Permissions::ALL
        };
        let refused = home.run_for(home.anna, permissions, skip()).await;
        assert_eq!(code(&refused), "insufficient_scope");
        assert_eq!(home.row(before.id).await, before);
    })
    .await;
}

#[tokio::test]
async fn an_occurrence_can_be_done_skipped_and_moved() {
    on_each_engine(async |home| {
        let id = number(1);
        home.add(NewTask {
            due: Some(on("2026-11-24")),
            recurrence: Some(repeating("FREQ=WEEKLY;BYDAY=TU")),
            ..new_task("Bins")
        })
        .await;
        for (action, expected) in [
            (OccurrenceAction::Skip { on: None }, "2026-12-01"),
            (OccurrenceAction::Done, "2026-12-08"),
            (
                OccurrenceAction::Move {
                    on: None,
                    to: on("2026-12-09"),
                    keep_zone: false,
                },
                "2026-12-09",
            ),
            (OccurrenceAction::Skip { on: None }, "2026-12-15"),
        ] {
            let outcome = home
                .assistant
                .occurrence(home.anna, Permissions::ALL, id, action.clone(), None)
                .await
                .unwrap();
            assert_eq!(outcome.receipts.len(), 1, "{action:?}");
            assert_eq!(home.row(id).await.due, Some(on(expected)), "{action:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn later_occurrences_are_left_out_by_their_days() {
    on_each_engine(async |home| {
        home.add(NewTask {
            due: Some(on("2026-11-24")),
            recurrence: Some(repeating("FREQ=WEEKLY;BYDAY=TU")),
            ..new_task("Bins")
        })
        .await;
        let skip = |slots| call("skip_occurrence", json!({"task_id": 1, "slots": slots}));
        let outcome = home.run(skip(json!(["2026-12-01", "2026-12-01"]))).await;
        assert_eq!(outcome.result["left_out"], json!([{"date": "2026-12-01"}]));
        assert_eq!(
            outcome.result["task"]["exceptions"],
            json!({"later": [{"slot": "2026-12-01", "to": null}]})
        );
        // The day is left out already, and the other is none of the series.
        for day in ["2026-12-01", "2026-12-02"] {
            assert_eq!(code(&home.run(skip(json!([day]))).await), "no_occurrence");
        }
        let done = home.run(crate::test_support::complete(number(1))).await;
        assert_eq!(done.result["next_due"], json!({"date": "2026-12-08"}));
        assert!(home.row(number(1)).await.exceptions.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_new_rule_forgets_what_became_of_single_occurrences() {
    on_each_engine(async |home| {
        home.add(NewTask {
            due: Some(on("2026-11-24")),
            recurrence: Some(repeating("FREQ=WEEKLY;BYDAY=TU")),
            ..new_task("Bins")
        })
        .await;
        let change = |arguments| call("update_task", arguments);
        let moved = change(
            json!({"task_id": 1, "occurrence": "2026-12-01", "due": {"date": "2026-12-03"}}),
        );
        assert!(home.run(moved).await.success());
        assert_eq!(home.row(number(1)).await.exceptions.later.len(), 1);
        let both = change(
            json!({"task_id": 1, "occurrence": "2026-12-01", "recurrence": {"rrule": "FREQ=DAILY"}}),
        );
        assert_eq!(code(&home.run(both).await), "invalid_arguments");
        let rule = change(json!({"task_id": 1, "recurrence": {"rrule": "FREQ=DAILY"}}));
        assert!(home.run(rule).await.success());
        assert!(home.row(number(1)).await.exceptions.is_empty());
    })
    .await;
}
