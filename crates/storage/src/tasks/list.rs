//! Lists of tasks, filtered, sorted, page by page.

use futures_util::future::try_join;
use jiff::{Timestamp, civil::Date};
use tasktalk_domain::{SortKey, SortOrder, Task, TaskFilter, UserId};

use super::{
    clocks::Clocks,
    cursor::TaskCursor,
    filter::Condition,
    row::{columns, read},
};
use crate::{Result, Snapshot, value::limit};

/// Which tasks, in which order, and where to begin.
#[derive(Clone, Debug)]
pub struct TaskQuery {
    /// Which tasks.
    pub filter: TaskFilter,
    /// The owner's day: a task due on an earlier one is overdue.
    pub today: Date,
    /// The instant: a task due at a time that is not later is overdue.
    pub now: Timestamp,
    /// What to sort by; tasks that are equal in it are sorted by their number.
    pub sort: SortKey,
    /// In which direction. Tasks without a due date come last in both.
    pub order: SortOrder,
    /// At most so many.
    pub limit: usize,
    /// Where the page before ended.
    pub cursor: Option<TaskCursor>,
    /// Whether to list the trash instead.
    pub trash: bool,
}

/// Some tasks.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskPage {
    /// The tasks.
    pub tasks: Vec<Task>,
    /// How many there are on all pages together.
    pub total: i64,
    /// Where the next page begins; `None` at the end.
    pub next: Option<TaskCursor>,
}

/// A page of an owner's tasks.
pub async fn list(s: &Snapshot<'_>, owner: UserId, query: &TaskQuery) -> Result<TaskPage> {
    let clocks = Clocks::read(s, owner, &query.filter, query.today, query.now).await?;
    let condition = Condition::new(owner, &query.filter, &clocks, query.trash);
    let total = total(s, &condition);
    let (mut tasks, total) = try_join(page(s, &condition, query), total).await?;
    let more = tasks.len() > query.limit;
    tasks.truncate(query.limit);
    let next = tasks
        .last()
        .filter(|_| more)
        .map(|last| TaskCursor::after(last, query.sort, query.order));
    Ok(TaskPage { tasks, total, next })
}

/// How many of an owner's tasks a filter means.
pub async fn count(
    s: &Snapshot<'_>,
    owner: UserId,
    filter: &TaskFilter,
    today: Date,
    now: Timestamp,
) -> Result<i64> {
    let clocks = Clocks::read(s, owner, filter, today, now).await?;
    let condition = Condition::new(owner, filter, &clocks, false);
    total(s, &condition).await
}

async fn total(s: &Snapshot<'_>, condition: &Condition) -> Result<i64> {
    let sql = format!(
        "SELECT COUNT(*) AS total FROM tasks WHERE {}",
        condition.sql
    );
    s.one(sql, condition.parameters.clone(), |row| {
        row.integer("total")
    })
    .await
}

/// One task more than asked for, to know whether that is all.
async fn page(s: &Snapshot<'_>, condition: &Condition, query: &TaskQuery) -> Result<Vec<Task>> {
    let mut condition = Condition {
        sql: condition.sql.clone(),
        parameters: condition.parameters.clone(),
    };
    let (direction, beyond) = match query.order {
        SortOrder::Asc => ("ASC", ">"),
        SortOrder::Desc => ("DESC", "<"),
    };
    let key = match (query.sort, query.order) {
        (SortKey::Created, _) => "id",
        (SortKey::Due, SortOrder::Asc) => "due_key",
        // As `due_key::backwards` has it.
        (SortKey::Due, SortOrder::Desc) => "CASE WHEN due_on IS NULL THEN '' ELSE due_key END",
        (SortKey::Priority, _) => "priority",
        (SortKey::Title, _) => "title_folded",
        (SortKey::Updated, _) => "updated_at",
    };
    let cursor = query.cursor.as_ref();
    if let Some((value, id)) = cursor.and_then(|cursor| cursor.position(query.sort, query.order)) {
        let id = condition.parameter(id);
        if query.sort == SortKey::Created {
            condition.and(&format!("id {beyond} {id}"));
        } else {
            let value = condition.parameter(value);
            condition.and(&format!("({key}, id) {beyond} ({value}, {id})"));
        }
    }
    let order = if query.sort == SortKey::Created {
        format!("id {direction}")
    } else {
        format!("{key} {direction}, id {direction}")
    };
    let most = condition.parameter(limit(query.limit.saturating_add(1)));
    let sql = format!(
        concat!(
            "SELECT ",
            columns!(),
            " FROM tasks WHERE {} ORDER BY {} LIMIT {}"
        ),
        condition.sql, order, most
    );
    s.all(sql, condition.parameters, read).await
}
