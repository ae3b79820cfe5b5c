//! `update_task`: changes a task.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tasktalk_domain::{
    Change, Description, DuePart, Operation, Shift, Tag, Task, TaskId, TaskPatch, TaskTitle, Zone,
};

use super::{
    Detail, Done, Moved, Tool, ToolContext, ToolError, ToolFailure,
    arguments::{self, DueArgument, RawTaskId, RecurrenceArgument, ShiftArgument},
    existing, record,
    registry::{Definition, schema_of},
    task_json,
};
use crate::Scope;

mod apply;
#[cfg(test)]
mod tests;

pub(super) const DEFINITION: Definition = Definition {
    name: "update_task",
    description: "Changes a task: its title, description, due date, recurrence, priority or tags; what is not given stays.",
    read_only: false,
    schema: schema_of::<Arguments>,
    parse: |given, zone| {
        let call = arguments::parse::<Arguments>(given)?.check(zone)?;
        Ok(Tool::UpdateTask(Box::new(call)))
    },
};

/// Changes a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpdateTask {
    /// Which task.
    pub task_id: TaskId,
    /// What shall change.
    pub patch: TaskPatch,
    /// Tags to put on, after all others.
    pub add_tags: Vec<Tag>,
    /// Tags to take off.
    pub remove_tags: Vec<Tag>,
    /// By how much to move the due date, after a new one was set.
    pub postpone: Option<Shift>,
    /// Which part of a new due date counts: with [`DuePart::Date`] the task keeps its time of day, with
    /// [`DuePart::Time`] its day. All of it when `None`.
    pub due_part: Option<DuePart>,
    /// Nobody named the zone of a new due date, so a task that has one keeps its own.
    pub keep_zone: bool,
    /// The new due date is for the one occurrence that has this day in the series, which goes on from where it was. All
    /// from now on when `None`.
    pub occurrence: Option<Date>,
    /// Refuses when the task has another version.
    pub expected_version: Option<i64>,
}

impl UpdateTask {
    /// A call that asks for nothing yet.
    pub fn new(task_id: TaskId) -> Self {
        Self {
            task_id,
            patch: TaskPatch::default(),
            add_tags: Vec::new(),
            remove_tags: Vec::new(),
            postpone: None,
            due_part: None,
            keep_zone: false,
            occurrence: None,
            expected_version: None,
        }
    }
}

/// The JSON form of [`UpdateTask`].
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Arguments {
    /// The task's number.
    #[schemars(required, with = "i64", range(min = 1))]
    task_id: RawTaskId,
    /// A new title: one line of 1 to 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 200))]
    title: Option<String>,
    /// A new description, at most 2,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2_000))]
    description: Option<String>,
    /// A new due date. A time without a zone keeps the zone that the task has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<DueArgument>,
    /// Which part of the new due date counts: `date` keeps the task's time of day, `time` its day, `both` nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["date", "time", "both", null]))]
    due_part: Option<String>,
    /// By how much to move the due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    postpone: Option<ShiftArgument>,
    /// Moves only the occurrence of a repeating task that has this day in the series, such as `2026-11-27`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "date"))]
    occurrence: Option<String>,
    /// How it repeats from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recurrence: Option<RecurrenceArgument>,
    /// A new priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("enum" = ["high", "medium", "low", "none", null]))]
    priority: Option<String>,
    /// All its tags from now on, without `#`; at most 20.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    /// Tags to put on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    add_tags: Option<Vec<String>>,
    /// Tags to take off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    remove_tags: Option<Vec<String>>,
    /// What to take away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    clear: Option<Vec<Clearable>>,
    /// Refuses when the task has another version than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expected_version: Option<i64>,
}

/// What a task can do without.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Clearable {
    Description,
    Due,
    Recurrence,
}

impl Arguments {
    fn check(self, zone: &Zone) -> Result<UpdateTask, ToolFailure> {
        let task_id = arguments::task_id(self.task_id)?;
        let title = self.title.map(|title| match TaskTitle::parse(&title) {
            Err(tasktalk_domain::task::InvalidTask::TitleMissing) => Err(ToolFailure::invalid(
                "title_required",
                "New task title is required",
            )),
            parsed => Ok(parsed?),
        });
        let description = match self.description {
            None => Change::Keep,
            Some(text) => Description::parse(&text)?.map_or(Change::Clear, Change::Set),
        };
        let keep_zone = self.due.as_ref().is_some_and(DueArgument::leaves_zone_open);
        let due = self.due.map(|due| due.check(zone)).transpose()?;
        let recurrence = self.recurrence.map(RecurrenceArgument::check).transpose()?;
        let mut patch = TaskPatch {
            title: title.transpose()?,
            description,
            due: due.map_or(Change::Keep, Change::Set),
            recurrence: recurrence.map_or(Change::Keep, Change::Set),
            priority: arguments::priority(self.priority.as_deref())?,
            tags: self.tags.map(|tags| Tag::parse_all(&tags)).transpose()?,
        };
        for value in self.clear.unwrap_or_default() {
            clear(&mut patch, value)?;
        }
        Ok(UpdateTask {
            task_id,
            patch,
            add_tags: Tag::parse_all(&self.add_tags.unwrap_or_default())?,
            remove_tags: Tag::parse_all(&self.remove_tags.unwrap_or_default())?,
            postpone: self.postpone.map(Shift::from),
            due_part: self.due_part.map(|word| due_part(&word)).transpose()?,
            keep_zone,
            occurrence: self
                .occurrence
                .as_deref()
                .map(arguments::date)
                .transpose()?,
            expected_version: self.expected_version,
        })
    }
}

fn clear(patch: &mut TaskPatch, value: Clearable) -> Result<(), ToolFailure> {
    let given_too = match value {
        Clearable::Description => std::mem::replace(&mut patch.description, Change::Clear)
            .value()
            .is_some(),
        Clearable::Due => std::mem::replace(&mut patch.due, Change::Clear)
            .value()
            .is_some(),
        Clearable::Recurrence => std::mem::replace(&mut patch.recurrence, Change::Clear)
            .value()
            .is_some(),
    };
    if given_too {
        return Err(ToolFailure::invalid(
            "invalid_arguments",
            "A value can't be set and cleared at once",
        ));
    }
    Ok(())
}

fn due_part(word: &str) -> Result<DuePart, ToolFailure> {
    match word {
        "date" => Ok(DuePart::Date),
        "time" => Ok(DuePart::Time),
        "both" => Ok(DuePart::Both),
        _ => Err(ToolFailure::invalid(
            "invalid_due",
            "Invalid due_part. Must be 'date', 'time' or 'both'",
        )),
    }
}

impl From<&UpdateTask> for Arguments {
    fn from(call: &UpdateTask) -> Self {
        let patch = &call.patch;
        let cleared: Vec<Clearable> = [
            (Clearable::Description, patch.description == Change::Clear),
            (Clearable::Due, patch.due == Change::Clear),
            (Clearable::Recurrence, patch.recurrence == Change::Clear),
        ]
        .into_iter()
        .filter_map(|(value, cleared)| cleared.then_some(value))
        .collect();
        let words = |tags: &Vec<Tag>| (!tags.is_empty()).then(|| arguments::tag_words(tags));
        Self {
            task_id: Some(call.task_id.get().into()),
            title: patch.title.as_ref().map(ToString::to_string),
            description: patch.description.value().map(ToString::to_string),
            due: patch.due.value().map(|due| {
                let due = DueArgument::from(due);
                if call.keep_zone {
                    due.without_zone()
                } else {
                    due
                }
            }),
            due_part: call.due_part.map(|part| {
                match part {
                    DuePart::Date => "date",
                    DuePart::Time => "time",
                    DuePart::Both => "both",
                }
                .to_owned()
            }),
            postpone: call.postpone.as_ref().map(ShiftArgument::from),
            occurrence: call.occurrence.map(|day| day.to_string()),
            recurrence: patch.recurrence.value().map(RecurrenceArgument::from),
            priority: patch.priority.map(|priority| priority.as_str().to_owned()),
            tags: patch.tags.as_deref().map(arguments::tag_words),
            add_tags: words(&call.add_tags),
            remove_tags: words(&call.remove_tags),
            clear: (!cleared.is_empty()).then_some(cleared),
            expected_version: call.expected_version,
        }
    }
}

pub(super) async fn run(context: &ToolContext<'_>, call: UpdateTask) -> Result<Done, ToolError> {
    context.permissions.require(Scope::Write)?;
    let before = existing::on_list(context, call.task_id, call.expected_version).await?;
    let occurrence = call.occurrence;
    let changed = apply::apply(&before, call, context.now, context.zone)?;
    let unchanged = changed == before;
    let (after, receipts) = if unchanged {
        (changed, Vec::new())
    } else {
        let after = Task {
            version: before.version + 1,
            updated_at: context.now,
            ..changed
        };
        let receipt = record::change(context, Operation::Updated, Some(&before), &after).await?;
        (after, vec![receipt])
    };
    let mut result = json!({
        "success": true,
        "status": "updated",
        "task_id": after.id,
        "title": after.title,
        "old_title": before.title,
        "new_title": after.title,
        "task": task_json(&after, &context.user.user.public_id()),
    });
    if unchanged {
        result["unchanged"] = json!(true);
        result["message"] = json!(format!("Task #{} is already like that", after.id));
    }
    Ok(Done {
        result,
        receipts,
        detail: Detail::Updated {
            moved: occurrence.and_then(|slot| Moved::read(&before, &after, slot)),
            before,
            after,
            unchanged,
        },
    })
}
