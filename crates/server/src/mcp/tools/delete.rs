//! `delete_tasks`: two tasks or more are deleted only after the user saw which.
//!
//! A client that can be asked is asked. Any other gets the tasks shown, with a token that deletes exactly these, as
//! they are now, once.

use serde_json::{Value, json};
use tasktalk_assistant::{Permissions, Scope, Tool, ToolError, batch::Step, tools::DeleteTask};
use tasktalk_domain::{Task, TaskId};

use super::{Call, OVERWRITES, Reply, ToolSpec, batch, schema};
use crate::mcp::{
    asking::{Asked, Consent},
    confirmation::Confirmation,
    failure::{Failure, Fault, forbidden},
};

/// How many titles a question names.
const NAMED: usize = 5;

pub(super) const DELETE_TASKS: ToolSpec = ToolSpec {
    name: "delete_tasks",
    title: "Delete tasks",
    description: "Moves several tasks to the trash. For two or more the user must agree: without a confirm_token this changes nothing and returns the tasks with a token. Show them to the user, and call again with it only after a yes.",
    scopes: &[Scope::Delete],
    hints: OVERWRITES,
    input: || {
        schema::with_key(schema::object(
            json!({
                "task_ids": schema::task_ids(),
                "confirm_token": {"type": "string", "description": "From the call before, after the user agreed. Good for five minutes, once, for exactly those tasks."},
            }),
            &["task_ids"],
        ))
    },
    output: || {
        schema::changed_tasks(json!({
            "status": {"type": "string"},
            "tasks": {"type": "array", "items": {"type": "object"}},
            "confirm_token": {"type": "string"},
            "expires_at": {"type": "string"},
        }))
    },
    shows_tasks: false,
    run: |call| Box::pin(run(call)),
};

async fn run(mut call: Call<'_>) -> Result<Reply, Fault> {
    call.permissions()
        .require(Scope::Delete)
        .map_err(|_| forbidden(Scope::Delete))?;
    let ids = call.arguments.require_ids("task_ids")?;
    match call.agreed()? {
        Some((state, consent)) => {
            let confirmation =
                call.state
                    .confirmations
                    .open(&state, call.user.id, call.state.clock.now())?;
            confirmed(call, &ids, &confirmation, consent).await
        }
        None => preview(call, &ids).await,
    }
}

/// Deletes what the user agreed to, and nothing else.
async fn confirmed(
    call: Call<'_>,
    ids: &[TaskId],
    confirmation: &Confirmation,
    consent: Consent,
) -> Result<Reply, Fault> {
    if consent == Consent::No {
        return Err(declined().into());
    }
    let shown = ids
        .iter()
        .filter(|id| confirmation.version_of(**id).is_some())
        .count();
    if shown != confirmation.len() || confirmation.question().is_some() {
        return Err(Failure::new(
            "confirmation_mismatch",
            "The confirmation is for other tasks than these",
        )
        .into());
    }
    let asked = ids
        .iter()
        .map(|id| match confirmation.version_of(*id) {
            Some(version) => Ok(delete(*id, Some(version))),
            None => Err(
                Failure::new("not_confirmed", format!("Task #{id} was not confirmed"))
                    .with("task_id", json!(id)),
            ),
        })
        .collect();
    batch::carry_out(call, asked, Some(confirmation.once()))
        .await
        .map(Reply::Result)
}

/// Looks what would be deleted. A single task needs no question.
async fn preview(call: Call<'_>, ids: &[TaskId]) -> Result<Reply, Fault> {
    let mut tasks = Vec::new();
    for id in ids {
        // What may be deleted may be shown to whoever is asked for it.
        match call
            .state
            .assistant
            .get_task(call.user.id, Permissions::ALL, *id)
            .await
        {
            Ok(task) => tasks.push(task),
            // It is told with the others when they are deleted.
            Err(ToolError::Failure(_)) => {}
            Err(ToolError::Storage(error)) => return Err(error.into()),
        }
    }
    if tasks.len() < 2 {
        let asked = ids.iter().map(|id| Ok(delete(*id, None))).collect();
        return batch::carry_out(call, asked, None).await.map(Reply::Result);
    }
    let state = call.state;
    let confirmation = Confirmation::new(
        call.user.id,
        tasks.iter().map(|task| (task.id, task.version)),
        state.clock.random_id(),
        state.clock.now(),
    );
    let token = state.confirmations.seal(&confirmation);
    match call.asking.ask(question(&tasks), &token).await {
        Asked::Answered(consent) => confirmed(call, ids, &confirmation, consent).await,
        Asked::CallAgain(result) => Ok(Reply::Ask(result)),
        Asked::Unable => Ok(Reply::Question(shown(&tasks, &confirmation, &token))),
    }
}

fn delete(id: TaskId, expected_version: Option<i64>) -> Step {
    Step::Call(Tool::DeleteTask(DeleteTask {
        task_id: id,
        expected_version,
    }))
}

fn declined() -> Failure {
    Failure::new("declined", "The user did not agree")
}

fn shown(tasks: &[Task], confirmation: &Confirmation, token: &str) -> Value {
    let tasks: Vec<Value> = tasks
        .iter()
        .map(|task| json!({"task_id": task.id, "title": task.title, "due": task.due}))
        .collect();
    json!({
        "success": false,
        "status": "confirmation_required",
        "code": "confirmation_required",
        "tasks": tasks,
        "confirm_token": token,
        "expires_at": confirmation.expires(),
        "next_step": "Nothing was deleted yet. Show the user these tasks; if they agree, call delete_tasks again with the same task_ids and this confirm_token.",
    })
}

fn question(tasks: &[Task]) -> String {
    let named: Vec<String> = tasks
        .iter()
        .take(NAMED)
        .map(|task| format!("#{} {}", task.id, task.title))
        .collect();
    let more = tasks.len().saturating_sub(NAMED);
    let and_more = if more > 0 {
        format!("\nand {more} more")
    } else {
        String::new()
    };
    format!(
        "Delete these {} tasks? They stay in the trash for 30 days.\n{}{and_more}",
        tasks.len(),
        named.join("\n")
    )
}
