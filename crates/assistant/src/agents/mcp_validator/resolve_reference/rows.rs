//! The rows behind numbers and filters.

use tasktalk_domain::{SortKey, SortOrder, StatusFilter, Task, TaskFilter, TaskId};
use tasktalk_storage::{
    StorageError,
    tasks::{self, TaskQuery},
};

use super::{AT_ONCE_LIMIT, Absent, Resolution, Wanted};
use crate::{pipeline::Problem, tools::ToolContext};

/// What one selector yields before rows are read.
pub(super) enum Part {
    Ids(Vec<TaskId>),
    Tasks(Vec<Task>),
}

/// Every task that a filter lets through.
pub(super) async fn sweep(
    context: &ToolContext<'_>,
    filter: TaskFilter,
    wanted: Wanted,
    resolution: &mut Resolution,
) -> Result<Option<Part>, StorageError> {
    let filter = match filter.status {
        StatusFilter::All => TaskFilter {
            status: wanted.status(),
            ..filter
        },
        StatusFilter::Pending | StatusFilter::Completed => filter,
    };
    let local = context.zone.local(context.now);
    let query = TaskQuery {
        filter,
        today: local.date(),
        now: context.now,
        sort: SortKey::default(),
        order: SortOrder::default(),
        limit: AT_ONCE_LIMIT,
        cursor: None,
        trash: false,
    };
    let page = tasks::list(context.tx, context.user.user.id, &query).await?;
    if page.tasks.is_empty() {
        resolution.problems.push(Problem::NoneSuch {
            filter: query.filter,
        });
        return Ok(None);
    }
    if page.next.is_some() {
        resolution
            .problems
            .push(Problem::TooMany { count: page.total });
        resolution.blocked = true;
        return Ok(None);
    }
    Ok(Some(Part::Tasks(page.tasks)))
}

/// Reads the rows that are only known by number, all at once, and leaves out repeats.
pub(super) async fn read(
    context: &ToolContext<'_>,
    parts: Vec<Part>,
) -> Result<(Vec<Task>, Vec<Absent>), StorageError> {
    let ids: Vec<TaskId> = parts
        .iter()
        .flat_map(|part| match part {
            Part::Ids(ids) => ids.as_slice(),
            Part::Tasks(_) => &[],
        })
        .copied()
        .collect();
    let mut rows = if ids.is_empty() {
        Vec::new()
    } else {
        tasks::get_many(context.tx, context.user.user.id, &ids).await?
    };
    let mut targets: Vec<Task> = Vec::new();
    let mut absent: Vec<Absent> = Vec::new();
    for part in parts {
        match part {
            Part::Tasks(tasks) => {
                for task in tasks {
                    if targets.iter().all(|target| target.id != task.id) {
                        targets.push(task);
                    }
                }
            }
            Part::Ids(ids) => {
                for id in ids {
                    let known = targets.iter().any(|target| target.id == id)
                        || absent.iter().any(|absent| absent.id == id);
                    if known {
                        continue;
                    }
                    match rows.iter().position(|row| row.id == id) {
                        Some(place) if rows[place].deleted_at.is_none() => {
                            targets.push(rows.swap_remove(place));
                        }
                        row => absent.push(Absent {
                            id,
                            in_trash: row.is_some(),
                            done: row.is_some_and(|place| rows[place].completed()),
                        }),
                    }
                }
            }
        }
    }
    Ok((targets, absent))
}
