//! `reschedule_tasks`: moves tasks in time and leaves everything else as it is, how they repeat above all.

use serde_json::json;
use tasktalk_assistant::{Scope, batch::Step};
use tasktalk_domain::{Due, DuePart};

use super::{ACTS, Call, Reply, ToolSpec, batch, schema, when};
use crate::mcp::failure::{Fault, invalid};

pub(super) const RESCHEDULE_TASKS: ToolSpec = ToolSpec {
    name: "reschedule_tasks",
    title: "Reschedule tasks",
    description: "Moves tasks to another day or time. A day alone keeps each task's time of day; a repeating task moves its current occurrence and keeps repeating as before.",
    scopes: &[Scope::Write],
    // "In two hours" is another time when it is said again.
    hints: ACTS,
    input: || {
        let due = schema::of_tool("add_task", &["due"])["properties"]["due"].clone();
        let schema = schema::object(
            json!({"task_ids": schema::task_ids(), "due": due}),
            &["task_ids"],
        );
        schema::with_key(schema::with(
            schema,
            schema::when(
                "Instead of due: the user's own words, such as 'next friday' or 'tomorrow at 5pm'.",
            ),
        ))
    },
    output: || schema::changed_tasks(json!({})),
    shows_tasks: false,
    run: |call| Box::pin(run(call)),
};

async fn run(mut call: Call<'_>) -> Result<Reply, Fault> {
    let ids = call.arguments.require_ids("task_ids")?;
    let words = call.arguments.take_text("when")?;
    let due = call.arguments.take("due");
    let (to, part, keep_zone) = match (words, due) {
        (Some(words), None) => {
            let read = call.read_when(&words)?;
            if read.recurrence.is_some() {
                return Err(invalid(
                    "'when' says how to repeat; to change that, use update_task with recurrence",
                )
                .into());
            }
            (read.due, read.part, false)
        }
        (None, Some(due)) => {
            let (due, open) = when::parse_due(&due, &call.zone())?;
            let part = matches!(due, Due::Date { .. }).then_some(DuePart::Date);
            (due, part, open)
        }
        _ => return Err(invalid("Give either 'when' or 'due'").into()),
    };
    let asked = ids
        .into_iter()
        .map(|id| {
            Ok(Step::Reschedule {
                id,
                to: to.clone(),
                part,
                keep_zone,
                expected_version: None,
            })
        })
        .collect();
    batch::carry_out(call, asked, None).await.map(Reply::Result)
}
