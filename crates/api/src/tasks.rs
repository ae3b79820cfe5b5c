//! Tasks: as they are answered, made, replaced, changed and listed.

use serde::{Deserialize, Serialize};
use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use crate::Patch;
use crate::object::objects;

/// One task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Task {
    /// Its number: `#42`. Numbers are the user's own and never used again.
    #[schema(minimum = 1, examples(42))]
    pub id: i64,
    /// Whose it is.
    pub user_id: String,
    /// What is to be done.
    #[schema(examples("Buy groceries"))]
    pub title: String,
    /// More about it.
    pub description: Option<String>,
    /// Whether it is done.
    pub completed: bool,
    /// When it was done.
    #[schema(format = DateTime)]
    pub completed_at: Option<String>,
    /// When it is due.
    pub due: Option<Due>,
    /// How it repeats.
    pub recurrence: Option<Recurrence>,
    /// Which occurrences are not where the recurrence has them; only when there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exceptions: Option<Exceptions>,
    /// How urgent it is.
    pub priority: Priority,
    /// Its tags.
    pub tags: Vec<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
    /// Counts its changes, from 1; also its ETag.
    #[schema(minimum = 1)]
    pub version: i64,
    /// When it went to the trash; only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub deleted_at: Option<String>,
}

/// When a task is due: a whole day, or a wall-clock time in a zone. Exactly one of `date` and `date_time` is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Due {
    /// The day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The local date and time, without offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_time: Option<String>,
    /// The IANA zone in which `date_time` is local; always there in answers. Absent from a request, it is the
    /// profile's; but PATCH and moving an occurrence keep the zone that the task has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

impl Due {
    /// Due on a day such as `2026-11-27`.
    pub fn on(date: impl Into<String>) -> Self {
        Self {
            date: Some(date.into()),
            ..Self::default()
        }
    }

    /// Due at a local time such as `2026-11-27T15:00:00`.
    pub fn at(date_time: impl Into<String>, timezone: impl Into<String>) -> Self {
        Self {
            date: None,
            date_time: Some(date_time.into()),
            timezone: Some(timezone.into()),
        }
    }
}

/// When a task is due: a whole day, or a wall-clock time in a zone.
#[derive(ToSchema)]
#[serde(untagged)]
#[expect(
    dead_code,
    reason = "it describes Due, whose fields exclude each other"
)]
enum DueForm {
    Date(DueDate),
    DateTime(DueDateTime),
}

/// A whole day, wherever the user is.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "it describes one form of Due")]
struct DueDate {
    /// The day, in the years 1970 to 9999.
    #[schema(format = Date, examples("2026-11-27"))]
    date: String,
}

/// A wall-clock time in a zone.
#[derive(ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "it describes one form of Due")]
struct DueDateTime {
    /// The local date and time, without offset, in whole seconds and in the years 1970 to 9999.
    #[schema(examples("2026-11-27T15:00:00"))]
    date_time: String,
    /// The IANA zone in which it is local; always there in answers. Absent from a request, it is the
    /// profile's; but PATCH and moving an occurrence keep the zone that the task has.
    #[schema(examples("Europe/Berlin"))]
    timezone: Option<String>,
}

impl PartialSchema for Due {
    fn schema() -> RefOr<Schema> {
        DueForm::schema()
    }
}

impl ToSchema for Due {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        DueForm::schemas(schemas);
    }
}

/// Occurrences of a repeating task that were moved or left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Exceptions {
    /// Where the recurrence has the present occurrence, when that was moved; `due` is where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Due>,
    /// Later ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<Exception>,
}

/// A later occurrence that was moved or left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Exception {
    /// The day on which the recurrence has it.
    #[schema(format = Date, examples("2026-11-27"))]
    pub slot: String,
    /// Where it was moved to; null when it was left out.
    pub to: Option<Due>,
}

/// How a task repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Recurrence {
    /// The rule, as in RFC 5545.
    #[schema(max_length = 200, examples("FREQ=WEEKLY;BYDAY=TU"))]
    pub rrule: String,
    /// What completing it does.
    #[serde(default)]
    pub mode: RecurrenceMode,
    /// Leave out days that a month does not have, as RFC 5545 says, instead of taking the month's last day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strict: bool,
}

/// What completing a repeating task does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecurrenceMode {
    /// It moves to the next occurrence of the schedule, even when that is past.
    Fixed,
    /// It moves to the next occurrence of the schedule that is still to come.
    #[default]
    CatchUp,
    /// It moves one interval on from the day it was completed.
    AfterCompletion,
}

/// How urgent a task is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// No priority was given.
    #[default]
    None,
    /// Can wait.
    Low,
    /// Matters.
    Medium,
    /// Urgent or important.
    High,
}

/// A task to make, or everything about a task that is replaced: what is absent is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct NewTask {
    /// What is to be done: one line of 1 to 200 characters.
    #[schema(min_length = 1, max_length = 200, examples("Buy groceries"))]
    pub title: String,
    /// More about it, at most 2,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 2000)]
    pub description: Option<String>,
    /// When it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// How it repeats; needs a due date, its first occurrence. A rule that has no occurrence from there on is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// How urgent it is; `none` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// At most 20 tags of 1 to 50 letters, digits, `-`, `_`, `.` and `/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_items = 20)]
    pub tags: Option<Vec<String>>,
}

impl NewTask {
    /// A task with nothing but a title.
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }
}

/// What shall change about a task (RFC 7396): absent keeps, null clears.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct TaskPatch {
    /// A new title; null is refused, because a task can't be without one.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = String, min_length = 1, max_length = 200)]
    pub title: Patch<String>,
    /// A new description; null takes it away.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub description: Patch<String>,
    /// A new due date; null takes it away.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<Due>)]
    pub due: Patch<Due>,
    /// A new recurrence; null ends it.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<Recurrence>)]
    pub recurrence: Patch<Recurrence>,
    /// A new priority; null is `none`.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<Priority>)]
    pub priority: Patch<Priority>,
    /// All its tags from now on; null is no tags.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<Vec<String>>, max_items = 20)]
    pub tags: Patch<Vec<String>>,
}

/// Which tasks, in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TaskListQuery {
    /// `all` (when absent), `pending` or `completed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(pattern = "^(all|pending|completed)$")]
    pub status: Option<String>,
    /// Only tasks in which every one of these words begins a word of the title, the description or a tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// Only tasks with this tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Only tasks with this priority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(pattern = "^(high|medium|low|none)$")]
    pub priority: Option<String>,
    /// Only tasks that are `overdue`, have `none` or have `any` due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(pattern = "^(overdue|none|any)$")]
    pub due: Option<String>,
    /// Only tasks due before this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(format = Date)]
    pub due_before: Option<String>,
    /// Only tasks due after this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(format = Date)]
    pub due_after: Option<String>,
    /// Only tasks due on this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(format = Date)]
    pub due_on: Option<String>,
    /// By what: `created` (when absent), `due`, `priority`, `title` or `updated`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(pattern = "^(created|due|priority|title|updated)$")]
    pub sort: Option<String>,
    /// `asc` (when absent) or `desc`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(pattern = "^(asc|desc)$")]
    pub order: Option<String>,
    /// How many at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(minimum = 1, maximum = 200, default = 50)]
    pub limit: Option<u32>,
    /// Where to go on: the `next_cursor` of the page before, with the same filters and order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 4096)]
    pub cursor: Option<String>,
}

/// A page of tasks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TaskList {
    /// The tasks.
    pub tasks: Vec<Task>,
    /// How many tasks there are on all pages together.
    #[schema(minimum = 0)]
    pub count: i64,
    /// Where the next page begins; null on the last one.
    pub next_cursor: Option<String>,
}

/// Which tasks of the trash.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TrashQuery {
    /// Only tasks in which every one of these words begins a word of the title, the description or a tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// How many at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(minimum = 1, maximum = 200, default = 50)]
    pub limit: Option<u32>,
    /// Where to go on: the `next_cursor` of the page before, with the same `q`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[param(max_length = 4096)]
    pub cursor: Option<String>,
}

/// The tags in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TagList {
    /// Those of the most open tasks first; 1,000 at most.
    #[schema(max_items = 1000)]
    pub tags: Vec<TagUse>,
}

/// A tag that tasks on the list have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TagUse {
    /// The tag, without `#`.
    pub tag: String,
    /// How many open tasks have it.
    #[schema(minimum = 0)]
    pub pending: i64,
    /// How many done tasks have it.
    #[schema(minimum = 0)]
    pub completed: i64,
}

/// Whether a task is done. An empty body toggles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Completion {
    /// Done or open; toggled when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed: Option<bool>,
}

/// What happens to one occurrence of a repeating task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct OccurrenceRequest {
    /// What happens to it.
    pub action: OccurrenceAction,
    /// The day on which the recurrence has it, when it is not the present one; not with `done`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date, examples("2026-11-27"))]
    pub on: Option<String>,
    /// Where a moved occurrence goes; only with `move`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Due>,
}

/// What can happen to an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum OccurrenceAction {
    /// It is done: recorded, and the task moves to its next one.
    Done,
    /// It is left out, nothing is recorded as done; the task moves on when it was the present one.
    Skip,
    /// It alone happens at another time; the series goes on from where it was.
    Move,
}

objects!(
    Due,
    Recurrence,
    NewTask,
    TaskPatch,
    Completion,
    OccurrenceRequest
);
