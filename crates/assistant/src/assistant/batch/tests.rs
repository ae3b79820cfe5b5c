use serde_json::json;

use super::*;
use crate::test_support::{
    add, at, complete, delete, new_task, number, on, on_each_engine, repeating,
};

fn batch(steps: Vec<Step>) -> Batch {
    Batch {
        steps,
        idempotency: None,
        once: None,
    }
}

fn calls(tools: Vec<Tool>) -> Batch {
    batch(tools.into_iter().map(Step::Call).collect())
}

fn keyed(tools: Vec<Tool>, hash: &str) -> Batch {
    Batch {
        idempotency: Some(IdempotencyKey {
            key: "mcp:k".to_owned(),
            request_hash: hash.to_owned(),
        }),
        ..calls(tools)
    }
}

fn moving(id: TaskId, to: Due, part: Option<DuePart>) -> Batch {
    batch(vec![Step::Reschedule {
        id,
        to,
        part,
        keep_zone: false,
        expected_version: None,
    }])
}

#[tokio::test]
async fn each_failure_is_told_by_itself_and_the_others_stand() {
    on_each_engine(async |home| {
        let asked = calls(vec![
            add(new_task("One")),
            complete(number(9)),
            add(new_task("Two")),
        ]);
        let done = home
            .assistant
            .run_batch(home.anna, Permissions::ALL, asked)
            .await
            .unwrap();
        let told: Vec<bool> = done.answers.iter().map(Answer::success).collect();
        assert_eq!(told, [true, false, true]);
        assert_eq!(done.answers[1].result["code"], "task_not_found");
        assert!(done.answers[0].undo_token.is_some() && done.answers[1].undo_token.is_none());
        assert_eq!(home.row(number(2)).await.title.as_str(), "Two");
    })
    .await;
}

#[tokio::test]
async fn the_same_key_acts_once_and_gets_the_same_answer() {
    on_each_engine(async |home| {
        let run = async |batch| {
            home.assistant
                .run_batch(home.anna, Permissions::ALL, batch)
                .await
        };
        let first = run(keyed(vec![add(new_task("One"))], "a")).await.unwrap();
        let again = run(keyed(vec![add(new_task("One"))], "a")).await.unwrap();
        assert!(!first.replayed && again.replayed);
        assert_eq!(first.answers, again.answers);
        assert_eq!(home.events().await.len(), 1);
        assert!(matches!(
            run(keyed(vec![add(new_task("Two"))], "b")).await,
            Err(BatchError::IdempotencyMismatch)
        ));
        // Another person's keys are another person's.
        let other = home
            .assistant
            .run_batch(
                home.ben,
                Permissions::ALL,
                keyed(vec![add(new_task("Three"))], "b"),
            )
            .await
            .unwrap();
        assert!(!other.replayed);
    })
    .await;
}

#[tokio::test]
async fn an_answer_in_which_nothing_succeeded_is_not_kept() {
    on_each_engine(async |home| {
        let run = async || {
            home.assistant
                .run_batch(
                    home.anna,
                    Permissions::ALL,
                    keyed(vec![complete(number(1))], "a"),
                )
                .await
                .unwrap()
        };
        assert!(!run().await.answers[0].success());
        home.add(new_task("One")).await;
        assert!(run().await.answers[0].success());
    })
    .await;
}

#[tokio::test]
async fn what_can_be_used_once_is_used_once_even_after_an_undo() {
    on_each_engine(async |home| {
        let task = home.add(new_task("One")).await;
        let run = async || {
            let asked = Batch {
                once: Some("confirmation:x".to_owned()),
                ..calls(vec![delete(task.id)])
            };
            home.assistant
                .run_batch(home.anna, Permissions::ALL, asked)
                .await
        };
        let done = run().await.unwrap();
        let token = done.answers[0].undo_token.unwrap();
        home.assistant
            .undo(home.anna, Permissions::ALL, token)
            .await
            .unwrap();
        assert!(matches!(run().await, Err(BatchError::UsedBefore)));
        assert_eq!(home.row(task.id).await.deleted_at, None);
    })
    .await;
}

#[tokio::test]
async fn moving_a_repeating_task_moves_one_occurrence_and_keeps_the_series() {
    on_each_engine(async |home| {
        let mut gym = new_task("Gym");
        gym.due = Some(on("2026-11-24"));
        gym.recurrence = Some(repeating("FREQ=WEEKLY;BYDAY=TU"));
        let gym = home.add(gym).await;
        let answers = home
            .assistant
            .run_batch(
                home.anna,
                Permissions::ALL,
                moving(gym.id, on("2026-11-26"), None),
            )
            .await
            .unwrap()
            .answers;
        let task = &answers[0].result["task"];
        assert_eq!(task["due"], json!({"date": "2026-11-26"}));
        assert_eq!(task["recurrence"]["rrule"], "FREQ=WEEKLY;BYDAY=TU");
        let done = home.run(complete(gym.id)).await;
        assert_eq!(
            done.result["task"]["due"],
            json!({"date": "2026-12-01"}),
            "the series goes on from where it was"
        );
    })
    .await;
}

#[tokio::test]
async fn another_day_keeps_the_time_and_a_completed_task_is_not_moved() {
    on_each_engine(async |home| {
        let mut dentist = new_task("Dentist");
        dentist.due = Some(at("2026-11-24T15:00"));
        let dentist = home.add(dentist).await;
        let run = async || {
            home.assistant
                .run_batch(
                    home.anna,
                    Permissions::ALL,
                    moving(dentist.id, on("2026-11-27"), Some(DuePart::Date)),
                )
                .await
                .unwrap()
                .answers
                .remove(0)
        };
        let moved = run().await;
        assert_eq!(
            moved.result["task"]["due"]["date_time"],
            "2026-11-27T15:00:00"
        );
        assert!(run().await.undo_token.is_none(), "it is there already");
        home.run(complete(dentist.id)).await;
        assert_eq!(run().await.result["code"], "task_completed");
    })
    .await;
}

#[tokio::test]
async fn a_batch_does_what_its_token_allows() {
    on_each_engine(async |home| {
        let task = home.add(new_task("One")).await;
        let permissions = Permissions {
            delete: false,
            ..Permissions::ALL
        };
        let asked = calls(vec![complete(task.id), delete(task.id)]);
        let done = home
            .assistant
            .run_batch(home.anna, permissions, asked)
            .await
            .unwrap();
        assert!(done.answers[0].success());
        assert_eq!(done.answers[1].result["code"], "insufficient_scope");
        assert_eq!(home.row(task.id).await.deleted_at, None);
    })
    .await;
}
