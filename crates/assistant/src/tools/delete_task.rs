//! `delete_task`: moves a task to the trash, from where it can be restored for 30 days.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tasktalk_domain::{Operation, Task, TaskId};

use super::{
    Detail, Done, Tool, ToolContext, ToolError,
    arguments::{self, RawTaskId},
    existing, record,
    registry::{Definition, schema_of},
    task_json,
};
use crate::Scope;

pub(super) const DEFINITION: Definition = Definition {
    name: "delete_task",
    description: "Moves a task to the trash, from where it can be restored for 30 days.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, _| {
        let given: Arguments = arguments::parse(given)?;
        Ok(Tool::DeleteTask(DeleteTask {
            task_id: arguments::task_id(given.task_id)?,
            expected_version: given.expected_version,
        }))
    },
};

/// Moves a task to the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeleteTask {
    /// Which task.
    pub task_id: TaskId,
    /// Refuses when the task has another version.
    pub expected_version: Option<i64>,
}

/// The JSON form of [`DeleteTask`].
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

impl From<&DeleteTask> for Arguments {
    fn from(call: &DeleteTask) -> Self {
        Self {
            task_id: Some(call.task_id.get().into()),
            expected_version: call.expected_version,
        }
    }
}

pub(super) async fn run(context: &ToolContext<'_>, call: DeleteTask) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Delete)?;
    let before = existing::anywhere(context, call.task_id).await?;
    let already = before.deleted_at.is_some();
    let (task, receipts) = if already {
        (before, Vec::new())
    } else {
        existing::check_version(&before, call.expected_version)?;
        let task = Task {
            deleted_at: Some(context.now),
            ..record::revised(context, &before)
        };
        let receipt = record::change(context, Operation::Deleted, Some(&before), &task).await?;
        (task, vec![receipt])
    };
    let message = if already {
        format!("Task #{} '{}' is already in the trash", task.id, task.title)
    } else {
        format!("Task #{} '{}' deleted", task.id, task.title)
    };
    Ok(Done {
        result: json!({
            "success": true,
            "status": "deleted",
            "task_id": task.id,
            "title": task.title,
            "message": message,
            "task": task_json(&task, &context.user.user.public_id()),
        }),
        receipts,
        detail: Detail::Deleted { task, already },
    })
}

#[cfg(test)]
mod tests {
    use crate::{
        Permissions,
        test_support::{
            call, code, content, delete, new_task, number, on_each_engine, receipt, restore,
        },
    };

    #[tokio::test]
    async fn a_deleted_task_leaves_the_list_and_waits_in_the_trash() {
        on_each_engine(async |home| {
            let task = home.add(new_task("Old chore")).await;
            let outcome = home.run(delete(task.id)).await;
            assert_eq!(outcome.result["success"], true);
            assert_eq!(outcome.result["status"], "deleted");
            assert_eq!(outcome.result["task_id"], 1);
            assert_eq!(outcome.result["title"], "Old chore");
            assert_eq!(outcome.result["message"], "Task #1 'Old chore' deleted");
            assert_eq!(receipt(&outcome).before.as_deref(), Some(&task));
            let list = home.run(call("list_tasks", serde_json::json!({}))).await;
            assert_eq!(list.result["count"], 0);
            let trash = home
                .assistant
                .list_trash(home.anna, Permissions::ALL, None, 50, None)
                .await
                .unwrap();
            assert_eq!(trash.tasks, [home.row(task.id).await]);
            assert_eq!(home.events().await.last().unwrap().0, "task.deleted");

            let again = home.run(delete(task.id)).await;
            assert!(again.success() && again.receipts.is_empty());
            assert_eq!(
                again.result["message"],
                "Task #1 'Old chore' is already in the trash"
            );
        })
        .await;
    }

    #[tokio::test]
    async fn a_restored_task_is_what_it_was() {
        on_each_engine(async |home| {
            let task = home.add(new_task("Old chore")).await;
            home.run(delete(task.id)).await;
            let outcome = home.run(restore(task.id)).await;
            assert_eq!(outcome.result["status"], "restored");
            assert_eq!(content(&home.row(task.id).await), content(&task));
            assert_eq!(home.row(task.id).await.version, 3);
            assert_eq!(home.events().await.last().unwrap().0, "task.restored");

            let again = home.run(restore(task.id)).await;
            assert!(again.success() && again.receipts.is_empty());
            assert_eq!(again.result["message"], "Task #1 is on the list already");
        })
        .await;
    }

    #[tokio::test]
    async fn after_thirty_days_it_is_gone() {
        on_each_engine(async |home| {
            let task = home.add(new_task("Old chore")).await;
            home.run(delete(task.id)).await;
            home.clock.advance(tasktalk_domain::receipt::UNDO_FOR);
            assert_eq!(code(&home.run(restore(task.id)).await), "task_not_found");
        })
        .await;
    }

    #[tokio::test]
    async fn deleting_needs_its_own_permission_and_its_owner() {
        on_each_engine(async |home| {
            let task = home.add(new_task("Old chore")).await;
            let permissions = Permissions {
                delete: false,
                ..Permissions::ALL
            };
            let outcome = home.run_for(home.anna, permissions, delete(task.id)).await;
            assert_eq!(code(&outcome), "insufficient_scope");
            for call in [delete(task.id), restore(task.id)] {
                let foreign = home.run_for(home.ben, Permissions::ALL, call).await;
                assert_eq!(code(&foreign), "task_not_found");
            }
            home.run(delete(task.id)).await;
            let reader = Permissions {
                write: false,
                ..Permissions::ALL
            };
            let outcome = home.run_for(home.anna, reader, restore(task.id)).await;
            assert_eq!(code(&outcome), "insufficient_scope");
            home.run(restore(task.id)).await;
            let task = home.row(task.id).await;
            let stale = call(
                "delete_task",
                serde_json::json!({"task_id": 1, "expected_version": 5}),
            );
            assert_eq!(code(&home.run(stale).await), "version_mismatch");
            assert_eq!(home.row(task.id).await, task);
            assert_eq!(code(&home.run(delete(number(2))).await), "task_not_found");
        })
        .await;
    }
}
