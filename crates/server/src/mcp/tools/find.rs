//! The tools that look: lists, searches, one task.

use serde_json::{Value, json};
use tasktalk_assistant::{Scope, Tool, tools::task_json};

use super::{Call, READS, Reply, ToolSpec, schema};
use crate::mcp::{
    arguments::task_id,
    failure::{Failure, Fault, invalid},
};

/// How many tasks a page has at most: hosts cut off what is much longer.
const PAGE_LIMIT: u64 = 100;
/// The longest text that is searched for, in characters.
const LONGEST_TEXT: usize = 500;
/// How many characters of a description a list shows; `get_task` shows all of them.
const DESCRIPTION_SHOWN: usize = 300;

pub(super) const LIST_TASKS: ToolSpec = ToolSpec {
    name: "list_tasks",
    title: "List tasks",
    description: "Lists the user's tasks in the order they were added. For anything narrower use find_tasks.",
    scopes: &[Scope::Read],
    hints: READS,
    input: || paged(&["status", "limit", "cursor"]),
    output: page,
    shows_tasks: true,
    run: |call| Box::pin(look(call)),
};

pub(super) const FIND_TASKS: ToolSpec = ToolSpec {
    name: "find_tasks",
    title: "Find tasks",
    description: "Finds tasks by words, tag, priority and due date, sorted as asked. No tasks found is an answer, not an error.",
    scopes: &[Scope::Read],
    hints: READS,
    input: || {
        paged(&[
            "status", "text", "tag", "priority", "due", "due_from", "due_to", "sort", "order",
            "limit", "cursor",
        ])
    },
    output: page,
    shows_tasks: true,
    run: |call| Box::pin(look(call)),
};

pub(super) const GET_TASK: ToolSpec = ToolSpec {
    name: "get_task",
    title: "Get a task",
    description: "Shows one task with its whole description and its version.",
    scopes: &[Scope::Read],
    hints: READS,
    input: || schema::object(json!({"task_id": schema::task_id()}), &["task_id"]),
    output: || schema::result(json!({"task": {"type": "object"}})),
    shows_tasks: false,
    run: |mut call| {
        Box::pin(async move {
            let id = call.arguments.take("task_id").unwrap_or_default();
            let id = task_id(&id)?;
            let task = call
                .state
                .assistant
                .get_task(call.user.id, call.permissions(), id)
                .await?;
            let task = task_json(&task, &call.user.public_id);
            Ok(Reply::Result(json!({"success": true, "task": task})))
        })
    },
};

fn paged(keep: &[&str]) -> Value {
    let mut schema = schema::of_tool("list_tasks", keep);
    schema["properties"]["limit"] = json!({
        "type": "integer", "minimum": 1, "maximum": PAGE_LIMIT,
        "description": "How many tasks at most; 50 when left out.",
    });
    schema
}

fn page() -> Value {
    schema::result(json!({
        "tasks": {"type": "array", "items": {"type": "object"}},
        "count": {"type": "integer"},
        "status_filter": {"type": "string"},
        "next_cursor": {"type": ["string", "null"]},
    }))
}

async fn look(mut call: Call<'_>) -> Result<Reply, Fault> {
    let arguments = std::mem::take(&mut call.arguments).into_value();
    let result = call.list(arguments).await?;
    Ok(Reply::Result(result))
}

impl Call<'_> {
    /// Runs `list_tasks` of the assistant.
    pub(in crate::mcp) async fn list(&self, arguments: Value) -> Result<Value, Fault> {
        let text = arguments["text"].as_str().unwrap_or_default();
        if text.chars().nth(LONGEST_TEXT).is_some() {
            let sentence = format!("Search for at most {LONGEST_TEXT} characters");
            return Err(invalid(sentence).into());
        }
        let tool = Tool::from_call("list_tasks", arguments, &self.zone())?;
        let outcome = self
            .state
            .assistant
            .run_tool(self.user.id, self.permissions(), tool)
            .await?;
        let mut result = outcome.result;
        if let Some(failure) = Failure::from_result(&result) {
            return Err(failure.into());
        }
        for task in result["tasks"].as_array_mut().into_iter().flatten() {
            shorten(task);
        }
        Ok(result)
    }
}

/// Cuts a long description; a list of fifty would not fit into a model's window.
fn shorten(task: &mut Value) {
    let Some(description) = task["description"].as_str() else {
        return;
    };
    if let Some((end, _)) = description.char_indices().nth(DESCRIPTION_SHOWN) {
        let shown = format!("{}…", &description[..end]);
        task["description"] = json!(shown);
        task["description_shortened"] = json!(true);
    }
}
