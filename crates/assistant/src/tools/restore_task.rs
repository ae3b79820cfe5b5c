//! `restore_task`: brings a task back from the trash, as it was.

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
    name: "restore_task",
    description: "Brings a task back from the trash to the list, as it was.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, _| {
        let given: Arguments = arguments::parse(given)?;
        Ok(Tool::RestoreTask(RestoreTask {
            task_id: arguments::task_id(given.task_id)?,
            expected_version: given.expected_version,
        }))
    },
};

/// Brings a task back from the trash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestoreTask {
    /// Which task.
    pub task_id: TaskId,
    /// Refuses when the task has another version.
    pub expected_version: Option<i64>,
}

/// The JSON form of [`RestoreTask`].
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

impl From<&RestoreTask> for Arguments {
    fn from(call: &RestoreTask) -> Self {
        Self {
            task_id: Some(call.task_id.get().into()),
            expected_version: call.expected_version,
        }
    }
}

pub(super) async fn run(context: &ToolContext<'_>, call: RestoreTask) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Write)?;
    let before = existing::anywhere(context, call.task_id).await?;
    let already = before.deleted_at.is_none();
    let (task, receipts) = if already {
        (before, Vec::new())
    } else {
        existing::check_version(&before, call.expected_version)?;
        let task = Task {
            deleted_at: None,
            ..record::revised(context, &before)
        };
        let receipt = record::change(context, Operation::Restored, Some(&before), &task).await?;
        (task, vec![receipt])
    };
    let mut result = json!({
        "success": true,
        "status": "restored",
        "task_id": task.id,
        "title": task.title,
        "task": task_json(&task, &context.user.user.public_id()),
    });
    if already {
        result["message"] = json!(format!("Task #{} is on the list already", task.id));
    }
    Ok(Done {
        result,
        receipts,
        detail: Detail::Restored { task, already },
    })
}
