//! `skip_occurrence`: leaves out occurrences of a repeating task.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tasktalk_domain::{Due, Operation, TaskId};

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
    description: "Leaves out the present occurrence of a repeating task, or others by their days, without completing them; the series goes on.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, _| {
        let given: Arguments = arguments::parse(given)?;
        Ok(Tool::SkipOccurrence(SkipOccurrence {
            task_id: arguments::task_id(given.task_id)?,
            slots: slots(&given.slots.unwrap_or_default())?,
            expected_version: given.expected_version,
        }))
    },
};

/// Leaves out occurrences of a repeating task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkipOccurrence {
    /// Which task.
    pub task_id: TaskId,
    /// The days that they have in the series; the present one when empty.
    pub slots: Vec<Date>,
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
    /// Which occurrences, by the days that they have in the series, such as `2026-11-27`; the present one when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 100))]
    slots: Option<Vec<String>>,
    /// Refuses when the task has another version than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expected_version: Option<i64>,
}

impl From<&SkipOccurrence> for Arguments {
    fn from(call: &SkipOccurrence) -> Self {
        Self {
            task_id: Some(call.task_id.get().into()),
            slots: (!call.slots.is_empty())
                .then(|| call.slots.iter().map(ToString::to_string).collect()),
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
    let series = series::repeating(&before)?;
    let mut slots = call.slots;
    if slots.is_empty() {
        slots.push(series.slot().date());
    }
    let left_out: Vec<Due> = slots
        .iter()
        .map(|slot| Ok(series::occurrence(&before, &series, *slot)?.due))
        .collect::<Result<_, ToolFailure>>()?;
    let now = series::local(&series, context.now, context.zone);
    let rest = series
        .without(&slots, now)
        .ok_or_else(|| last_occurrence(before.id))?;
    let after = series::check(rest)?.put_into(record::revised(context, &before));
    let receipt = record::change(context, Operation::Updated, Some(&before), &after).await?;
    Ok(Done {
        result: json!({
            "success": true,
            "status": "skipped",
            "task_id": after.id,
            "title": after.title,
            "left_out": left_out,
            "next_due": after.due,
            "task": task_json(&after, &context.user.user.public_id()),
        }),
        receipts: vec![receipt],
        detail: Detail::Skipped {
            task: after,
            left_out,
        },
    })
}

/// Checks days, each taken once.
fn slots(given: &[String]) -> Result<Vec<Date>, ToolFailure> {
    let mut slots = given
        .iter()
        .map(|day| arguments::date(day))
        .collect::<Result<Vec<Date>, ToolFailure>>()?;
    slots.sort_unstable();
    slots.dedup();
    Ok(slots)
}

fn last_occurrence(id: TaskId) -> ToolFailure {
    ToolFailure::invalid(
        "last_occurrence",
        format!("This is the last occurrence of task #{id}; complete or delete it instead"),
    )
}

#[cfg(test)]
mod tests;
