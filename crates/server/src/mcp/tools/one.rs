//! The tools that change one task: the original's four, and bringing one back.

use serde_json::{Value, json};
use tasktalk_assistant::{Scope, Tool, batch::Step};

use super::{ADDS, Call, OVERWRITES, Reply, SETTLES, ToolSpec, schema, when};
use crate::mcp::failure::{Failure, Fault};

/// What a new task has.
pub(super) const NEW_TASK: [&str; 6] = [
    "title",
    "description",
    "due",
    "recurrence",
    "priority",
    "tags",
];
/// What can change of a task. Moving it by so and so many days is not among it: a retry would move it again.
pub(super) const CHANGES: [&str; 11] = [
    "task_id",
    "title",
    "description",
    "due",
    "recurrence",
    "priority",
    "tags",
    "add_tags",
    "remove_tags",
    "clear",
    "expected_version",
];

pub(super) const ADD_TASK: ToolSpec = ToolSpec {
    name: "add_task",
    title: "Add a task",
    description: "Adds one task to the user's to-do list.",
    scopes: &[Scope::Write],
    hints: ADDS,
    input: || schema::with_key(new_task()),
    output: || schema::changed_task(json!({})),
    shows_tasks: false,
    run: |mut call| {
        Box::pin(async move {
            when::spell_out(&mut call)?;
            carry_out(call, "add_task").await
        })
    },
};

pub(super) const COMPLETE_TASK: ToolSpec = ToolSpec {
    name: "complete_task",
    title: "Complete a task",
    description: "Marks one task done. A repeating task completes its current occurrence and moves on to the next.",
    scopes: &[Scope::Write],
    hints: ADDS,
    input: || {
        schema::with_key(schema::of_tool(
            "complete_task",
            &["task_id", "done_on", "expected_version"],
        ))
    },
    output: || {
        schema::changed_task(json!({
            "completed": {"type": "boolean"},
            "next_due": {"type": ["object", "null"]},
        }))
    },
    shows_tasks: false,
    run: |call| Box::pin(carry_out(call, "complete_task")),
};

pub(super) const UPDATE_TASK: ToolSpec = ToolSpec {
    name: "update_task",
    title: "Change a task",
    description: "Changes the fields given, of one task; the others stay. A new due date of a repeating task moves the whole series: to move one occurrence, use reschedule_tasks.",
    scopes: &[Scope::Write],
    hints: OVERWRITES,
    input: || schema::with_key(schema::of_tool("update_task", &CHANGES)),
    output: || {
        schema::changed_task(json!({
            "old_title": {"type": "string"},
            "new_title": {"type": "string"},
        }))
    },
    shows_tasks: false,
    run: |call| Box::pin(carry_out(call, "update_task")),
};

pub(super) const DELETE_TASK: ToolSpec = ToolSpec {
    name: "delete_task",
    title: "Delete a task",
    description: "Moves one task to the trash, from where restore_task or undo brings it back for 30 days.",
    scopes: &[Scope::Delete],
    hints: OVERWRITES,
    input: || {
        schema::with_key(schema::of_tool(
            "delete_task",
            &["task_id", "expected_version"],
        ))
    },
    output: || schema::changed_task(json!({"message": {"type": "string"}})),
    shows_tasks: false,
    run: |call| Box::pin(carry_out(call, "delete_task")),
};

pub(super) const RESTORE_TASK: ToolSpec = ToolSpec {
    name: "restore_task",
    title: "Restore a task",
    description: "Brings one task back from the trash, as it was.",
    scopes: &[Scope::Write],
    hints: SETTLES,
    input: || schema::with_key(schema::of_tool("restore_task", &["task_id"])),
    output: || schema::changed_task(json!({})),
    shows_tasks: false,
    run: |call| Box::pin(carry_out(call, "restore_task")),
};

/// The arguments of a new task.
pub(super) fn new_task() -> Value {
    schema::with(
        schema::of_tool("add_task", &NEW_TASK),
        schema::when(
            "Instead of due and recurrence: the user's own words, such as 'tomorrow at 5pm' or 'every monday at 9'.",
        ),
    )
}

/// Runs one of the assistant's tools.
async fn carry_out(mut call: Call<'_>, name: &str) -> Result<Reply, Fault> {
    let arguments = std::mem::take(&mut call.arguments).into_value();
    let tool = Tool::from_call(name, arguments, &call.zone())?;
    let (results, replayed) = call.carry_out(vec![Step::Call(tool)], None).await?;
    let mut result = results.into_iter().next().ok_or(Fault::Broken)?;
    if replayed {
        result["replayed"] = json!(true);
    }
    match Failure::from_result(&result) {
        Some(failure) => Err(failure.into()),
        None => Ok(Reply::Result(result)),
    }
}
