//! The tools that change several tasks. Each task's failure is told by itself, with its place in the call; the others
//! are done. Nobody has to send a whole batch again.

use serde_json::{Map, Value, json};
use tasktalk_assistant::{Scope, Tool, batch::Step};
use tasktalk_domain::TaskId;

use super::{ADDS, Call, OVERWRITES, Reply, SETTLES, ToolSpec, one, schema, when};
use crate::mcp::{
    arguments::Arguments,
    failure::{Failure, Fault, invalid},
};

pub(super) const ADD_TASKS: ToolSpec = ToolSpec {
    name: "add_tasks",
    title: "Add tasks",
    description: "Adds several tasks at once.",
    scopes: &[Scope::Write],
    hints: ADDS,
    input: || {
        let tasks = schema::list_of(one::new_task(), "The tasks, as add_task takes them.");
        schema::with_key(schema::object(json!({"tasks": tasks}), &["tasks"]))
    },
    output: || schema::changed_tasks(json!({})),
    shows_tasks: false,
    run: |call| Box::pin(each(call, "add_tasks", "add_task")),
};

pub(super) const UPDATE_TASKS: ToolSpec = ToolSpec {
    name: "update_tasks",
    title: "Change tasks",
    description: "Changes several tasks, each in its own way.",
    scopes: &[Scope::Write],
    hints: OVERWRITES,
    input: || {
        let change = schema::of_tool("update_task", &one::CHANGES);
        let tasks = schema::list_of(change, "The changes, as update_task takes them.");
        schema::with_key(schema::object(json!({"tasks": tasks}), &["tasks"]))
    },
    output: || schema::changed_tasks(json!({})),
    shows_tasks: false,
    run: |call| Box::pin(each(call, "update_tasks", "update_task")),
};

pub(super) const COMPLETE_TASKS: ToolSpec = ToolSpec {
    name: "complete_tasks",
    title: "Complete tasks",
    description: "Marks several tasks done, as complete_task does.",
    scopes: &[Scope::Write],
    hints: ADDS,
    input: by_number,
    output: || schema::changed_tasks(json!({})),
    shows_tasks: false,
    run: |call| Box::pin(settle(call, true)),
};

pub(super) const REOPEN_TASKS: ToolSpec = ToolSpec {
    name: "reopen_tasks",
    title: "Reopen tasks",
    description: "Marks done tasks open again.",
    scopes: &[Scope::Write],
    hints: SETTLES,
    input: by_number,
    output: || schema::changed_tasks(json!({})),
    shows_tasks: false,
    run: |call| Box::pin(settle(call, false)),
};

pub(super) const UNDO: ToolSpec = ToolSpec {
    name: "undo",
    title: "Undo",
    description: "Takes changes back, each by the undo_token that its result had, for 30 days. Give the newest first.",
    scopes: &[Scope::Write],
    hints: OVERWRITES,
    input: || {
        schema::with_key(schema::object(
            json!({
                "undo_tokens": schema::list_of(json!({"type": "string"}), "The tokens."),
                "force": {"type": "boolean", "description": "Also where the task has changed since; that later change is lost."},
            }),
            &["undo_tokens"],
        ))
    },
    output: || schema::changed_tasks(json!({})),
    shows_tasks: false,
    run: |call| Box::pin(undo(call)),
};

fn by_number() -> Value {
    schema::with_key(schema::object(
        json!({"task_ids": schema::task_ids()}),
        &["task_ids"],
    ))
}

/// One step of a batch, or why it can't be one.
pub(super) type Asked = Result<Step, Failure>;

/// The same tool for each of `tasks`, which are described in the schema of `several`.
async fn each(mut call: Call<'_>, several: &str, name: &str) -> Result<Reply, Fault> {
    let zone = call.zone();
    let known = &super::arguments_of(several)["tasks"]["items"]["properties"];
    let mut asked = Vec::new();
    for item in call.arguments.require_list("tasks")? {
        let step = item_arguments(&call, name, known, item).and_then(|arguments| {
            let tool = Tool::from_call(name, arguments, &zone);
            tool.map(Step::Call)
                .map_err(|failure| Failure::from(&failure))
        });
        asked.push(step);
    }
    carry_out(call, asked, None).await.map(Reply::Result)
}

fn item_arguments(
    call: &Call<'_>,
    name: &str,
    known: &Value,
    item: Value,
) -> Result<Value, Failure> {
    let Value::Object(item) = item else {
        return Err(invalid("Each of tasks is an object"));
    };
    let arguments = Arguments::admit(name, known, item, call.user)?.arguments;
    let mut item = Call {
        state: call.state,
        user: call.user,
        since: call.since,
        arguments,
        idempotency: None,
        asking: call.asking.clone(),
    };
    when::spell_out(&mut item)?;
    Ok(item.arguments.into_value())
}

async fn settle(mut call: Call<'_>, completed: bool) -> Result<Reply, Fault> {
    let zone = call.zone();
    let ids = call.arguments.require_ids("task_ids")?;
    let asked = ids
        .into_iter()
        .map(|id| {
            let arguments = json!({"task_id": id, "completed": completed});
            Tool::from_call("complete_task", arguments, &zone)
                .map(Step::Call)
                .map_err(|failure| Failure::from(&failure))
        })
        .collect();
    carry_out(call, asked, None).await.map(Reply::Result)
}

async fn undo(mut call: Call<'_>) -> Result<Reply, Fault> {
    let zone = call.zone();
    let force = call.arguments.take("force").unwrap_or(Value::Bool(false));
    let tokens = call.arguments.require_list("undo_tokens")?;
    let asked = tokens
        .into_iter()
        .map(|token| {
            let arguments = json!({"undo_token": token, "force": force});
            Tool::from_call("undo", arguments, &zone)
                .map(Step::Call)
                .map_err(|failure| Failure::from(&failure))
        })
        .collect();
    carry_out(call, asked, None).await.map(Reply::Result)
}

/// Carries out the steps that are steps, and tells of each what came of it.
pub(super) async fn carry_out(
    call: Call<'_>,
    asked: Vec<Asked>,
    once: Option<String>,
) -> Result<Value, Fault> {
    let mut told: Vec<Option<Failure>> = Vec::with_capacity(asked.len());
    let mut ids = Vec::with_capacity(asked.len());
    let mut steps = Vec::new();
    for step in asked {
        ids.push(step.as_ref().ok().and_then(task_of));
        match step {
            Ok(step) => {
                steps.push(step);
                told.push(None);
            }
            Err(failure) => told.push(Some(failure)),
        }
    }
    let (answers, replayed) = if steps.is_empty() {
        (Vec::new(), false)
    } else {
        call.carry_out(steps, once).await?
    };
    let mut answers = answers.into_iter();
    let (mut results, mut failures) = (Vec::new(), Vec::new());
    for (index, (known, id)) in told.into_iter().zip(ids).enumerate() {
        let failure = if let Some(failure) = known {
            failure
        } else {
            let result = answers.next().ok_or(Fault::Broken)?;
            let Some(failure) = Failure::from_result(&result) else {
                results.push(brief(result));
                continue;
            };
            failure
        };
        failures.push(failure_at(index, id, failure));
    }
    Ok(summary(results, failures, replayed))
}

fn summary(results: Vec<Value>, failures: Vec<Value>, replayed: bool) -> Value {
    let mut summary = json!({
        "success": !results.is_empty(),
        "succeeded": results.len(),
        "failed": failures.len(),
    });
    if results.is_empty() {
        summary["code"] = json!("all_failed");
        summary["error"] = json!("Nothing was changed");
    }
    if !failures.is_empty() {
        summary["next_step"] = if results.is_empty() {
            json!("See what each failure says, and call again.")
        } else {
            json!("Call again for the failures alone; the others are done.")
        };
    }
    if replayed {
        summary["replayed"] = json!(true);
    }
    summary["results"] = Value::Array(results);
    summary["failures"] = Value::Array(failures);
    summary
}

/// A result among many: without what every one of them repeats.
fn brief(result: Value) -> Value {
    let Value::Object(fields) = result else {
        return result;
    };
    let kept = fields.into_iter().filter(|(name, _)| {
        !matches!(
            name.as_str(),
            "success" | "message" | "old_title" | "new_title"
        )
    });
    Value::Object(kept.collect::<Map<_, _>>())
}

fn failure_at(index: usize, id: Option<TaskId>, failure: Failure) -> Value {
    let mut failure = failure.into_value();
    if let Some(fields) = failure.as_object_mut() {
        fields.remove("success");
        fields.insert("index".to_owned(), json!(index));
        if let Some(id) = id {
            fields.insert("task_id".to_owned(), json!(id));
        }
    }
    failure
}

/// Which task a step is about.
fn task_of(step: &Step) -> Option<TaskId> {
    match step {
        Step::Reschedule { id, .. } => Some(*id),
        Step::Call(tool) => match tool {
            Tool::CompleteTask(call) => Some(call.task_id),
            Tool::UpdateTask(call) => Some(call.task_id),
            Tool::DeleteTask(call) => Some(call.task_id),
            Tool::RestoreTask(call) => Some(call.task_id),
            Tool::SkipOccurrence(call) => Some(call.task_id),
            Tool::AddTask(_) | Tool::ListTasks(_) | Tool::Undo(_) => None,
        },
    }
}
