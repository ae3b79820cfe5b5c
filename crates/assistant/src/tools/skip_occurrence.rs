//! `skip_occurrence`: leaves out the current occurrence of a repeating task.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tasktalk_domain::{Operation, Task, TaskId};

use super::{
    Detail, Done, Tool, ToolContext, ToolError, ToolFailure,
    arguments::{self, RawTaskId},
    existing, record,
    registry::{Definition, schema_of},
    series, task_json,
};
use crate::Scope;

pub(super) const DEFINITION: Definition = Definition {
    name: "skip_occurrence",
    description: "Leaves out the current occurrence of a repeating task and moves it on to the next, without completing it.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, _| {
        let given: Arguments = arguments::parse(given)?;
        Ok(Tool::SkipOccurrence(SkipOccurrence {
            task_id: arguments::task_id(given.task_id)?,
            expected_version: given.expected_version,
        }))
    },
};

/// Leaves out one occurrence of a repeating task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkipOccurrence {
    /// Which task.
    pub task_id: TaskId,
    /// Refuses when the task has another version.
    pub expected_version: Option<i64>,
}

/// The JSON form of [`SkipOccurrence`].
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    /// The task's number.
    #[schemars(required, with = "i64", range(min = 1))]
    task_id: RawTaskId,
    /// Refuses when the task has another version than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expected_version: Option<i64>,
}

impl From<&SkipOccurrence> for Arguments {
    fn from(call: &SkipOccurrence) -> Self {
        Self {
            task_id: Some(call.task_id.get().into()),
            expected_version: call.expected_version,
        }
    }
}

pub(super) async fn run(
    context: &ToolContext<'_>,
    call: SkipOccurrence,
) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Write)?;
    let before = existing::on_list(context, call.task_id, call.expected_version).await?;
    let (recurrence, due) = series::repeating(&before)?;
    let step = series::after_skipping(recurrence, due, context.now, context.zone);
    let (next, rest) = step.ok_or_else(|| {
        ToolFailure::invalid(
            "last_occurrence",
            format!(
                "This is the last occurrence of task #{}; complete or delete it instead",
                before.id
            ),
        )
    })?;
    let after = Task {
        due: Some(next),
        recurrence: Some(rest),
        ..record::revised(context, &before)
    };
    let receipt = record::change(context, Operation::Updated, Some(&before), &after).await?;
    Ok(Done {
        result: json!({
            "success": true,
            "status": "skipped",
            "task_id": after.id,
            "title": after.title,
            "next_due": after.due,
            "task": task_json(&after, &context.user.user.public_id()),
        }),
        receipts: vec![receipt],
        detail: Detail::Updated {
            before,
            after,
            unchanged: false,
        },
    })
}

#[cfg(test)]
mod tests {
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
                OccurrenceAction::Skip,
                OccurrenceAction::Move {
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
                (OccurrenceAction::Skip, "2026-12-01"),
                (OccurrenceAction::Done, "2026-12-08"),
                (
                    OccurrenceAction::Move {
                        to: on("2026-12-09"),
                        keep_zone: false,
                    },
                    "2026-12-09",
                ),
                (OccurrenceAction::Skip, "2026-12-15"),
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
}
