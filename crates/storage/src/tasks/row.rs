//! A task as a row, and back.

use jiff::civil;
use tasktalk_domain::{Description, Due, Priority, Task, TaskId, TaskTitle, UserId, Zone, text};

use super::due_key;
use crate::{
    Result, StorageError,
    row::{Row, from_str},
    value::{Parameters, parameters},
};

/// The columns of a task, in the order in which [`read`] takes them; `mutable` are those after the key that are not
/// computed from others.
macro_rules! columns {
    () => {
        concat!("id, ", columns!(mutable))
    };
    (mutable) => {
        "title, description, completed_at, due_on, due_time, due_zone, recurrence, exceptions, \
         priority, tags, created_at, updated_at, version, deleted_at"
    };
    (of $table:literal) => {
        concat!(
            $table,
            ".id, ",
            $table,
            ".title, ",
            $table,
            ".description, ",
            $table,
            ".completed_at, ",
            $table,
            ".due_on, ",
            $table,
            ".due_time, ",
            $table,
            ".due_zone, ",
            $table,
            ".recurrence, ",
            $table,
            ".exceptions, ",
            $table,
            ".priority, ",
            $table,
            ".tags, ",
            $table,
            ".created_at, ",
            $table,
            ".updated_at, ",
            $table,
            ".version, ",
            $table,
            ".deleted_at"
        )
    };
}
pub(super) use columns;

/// Open tasks.
pub(super) const OPEN: i64 = 0;
/// Done ones.
pub(super) const DONE: i64 = 1;
/// Those in the trash, whether they were done or not.
pub(super) const TRASH: i64 = 2;

/// The owner, the id, what is computed (state, folded title, sort key of the due date), then the mutable columns.
pub(super) fn values(owner: UserId, task: &Task) -> Result<Parameters> {
    let state = match (task.deleted_at, task.completed_at) {
        (Some(_), _) => TRASH,
        (None, Some(_)) => DONE,
        (None, None) => OPEN,
    };
    let due = task.due.as_ref();
    let recurrence = task
        .recurrence
        .as_ref()
        .map(serde_json::to_string)
        .transpose()
        .map_err(StorageError::driver)?;
    let exceptions = (!task.exceptions.is_empty())
        .then(|| serde_json::to_string(&task.exceptions))
        .transpose()
        .map_err(StorageError::driver)?;
    let tags = serde_json::to_string(&task.tags).map_err(StorageError::driver)?;
    Ok(parameters![
        owner,
        task.id,
        state,
        text::fold(task.title.as_str()),
        due_key::of(due),
        task.title.as_str(),
        task.description.as_ref().map(Description::as_str),
        task.completed_at,
        due.map(|due| due.date().to_string()),
        due.and_then(Due::time).map(|time| time.to_string()),
        due.and_then(Due::zone).map(Zone::name),
        recurrence,
        exceptions,
        priority_number(task.priority),
        tags,
        task.created_at,
        task.updated_at,
        task.version,
        task.deleted_at,
    ])
}

/// Reads the columns of [`columns!`].
pub(super) fn read(row: &mut Row<'_>) -> Result<Task> {
    Ok(Task {
        id: task_id(row, "id")?,
        title: row.parsed("title", TaskTitle::parse)?,
        description: row
            .optional_parsed("description", Description::parse)?
            .flatten(),
        completed_at: row.optional_instant("completed_at")?,
        due: due(row)?,
        recurrence: row.optional_json("recurrence")?,
        exceptions: row.optional_json("exceptions")?.unwrap_or_default(),
        priority: priority(row.integer("priority")?)?,
        tags: row.json("tags")?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.integer("version")?,
        deleted_at: row.optional_instant("deleted_at")?,
    })
}

/// Reads a task's number.
pub(crate) fn task_id(row: &mut Row<'_>, column: &'static str) -> Result<TaskId> {
    TaskId::try_from(row.integer(column)?).map_err(|error| StorageError::corrupt(column, error))
}

fn due(row: &mut Row<'_>) -> Result<Option<Due>> {
    let date: Option<civil::Date> = row.optional_parsed("due_on", from_str)?;
    let time: Option<civil::Time> = row.optional_parsed("due_time", from_str)?;
    let zone = row.optional_parsed("due_zone", Zone::parse)?;
    match (date, time, zone) {
        (None, None, None) => Ok(None),
        (Some(date), None, None) => Ok(Some(Due::on(date))),
        (Some(date), Some(time), Some(zone)) => Ok(Some(Due::at(date.to_datetime(time), zone))),
        _ => Err(StorageError::corrupt("due_on", "half of a due date")),
    }
}

const PRIORITIES: [Priority; 4] = [
    Priority::None,
    Priority::Low,
    Priority::Medium,
    Priority::High,
];

/// As a number that sorts by urgency.
pub(super) fn priority_number(priority: Priority) -> i64 {
    match priority {
        Priority::None => 0,
        Priority::Low => 1,
        Priority::Medium => 2,
        Priority::High => 3,
    }
}

fn priority(number: i64) -> Result<Priority> {
    PRIORITIES
        .into_iter()
        .find(|priority| priority_number(*priority) == number)
        .ok_or_else(|| StorageError::corrupt("priority", "not a priority"))
}
