//! Tasks: storing and finding them.
//!
//! A task's words and tags are kept in tables of their own as well, to be found by; they change with its row.

mod candidates;
mod clocks;
mod cursor;
mod due_key;
mod filter;
mod list;
mod repeating;
mod row;
mod tags;
mod vocabulary;
mod words;

use jiff::Timestamp;
use tasktalk_domain::{Task, TaskId, UserId};

pub(crate) use self::row::task_id;
pub use self::{
    candidates::{Among, AskedWord, TaskClues, candidates, recent, titled},
    cursor::TaskCursor,
    list::{TaskPage, TaskQuery, count, list},
    repeating::done_and_open,
    tags::{TAGS_AT_ONCE, UsedTag, tags},
    vocabulary::{KnownWord, Misspelt, WordQuery, vocabulary},
};
use self::{
    row::{columns, read, values},
    words::{store_labels, update_labels},
};
use crate::{
    Result, Snapshot, Transaction,
    value::{Value, limit, list_length, parameters, placeholders},
};

/// Most ids in one statement of [`get_many`].
const IDS_AT_ONCE: usize = 64;
/// How many tasks [`prune_trash`] removes at once.
const PRUNED_AT_ONCE: usize = 100;

/// Stores a new task.
pub async fn insert(tx: &Transaction<'_>, owner: UserId, task: &Task) -> Result<()> {
    tx.defer(
        concat!(
            "INSERT INTO tasks (user_id, id, state, title_folded, due_key, ",
            columns!(mutable),
            ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
             $18, $19)"
        ),
        values(owner, task)?,
    )
    .await?;
    store_labels(tx, owner, task).await
}

/// Stores a task as it is now. `before` is the row as it was read, to know which words and tags have changed.
pub async fn save(tx: &Transaction<'_>, owner: UserId, before: &Task, after: &Task) -> Result<()> {
    tx.defer(
        concat!(
            "UPDATE tasks SET (state, title_folded, due_key, ",
            columns!(mutable),
            ") = ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) \
             WHERE user_id = $1 AND id = $2"
        ),
        values(owner, after)?,
    )
    .await?;
    update_labels(tx, owner, before, after).await
}

/// A task of this owner, also when it is in the trash.
pub async fn get(s: &Snapshot<'_>, owner: UserId, id: TaskId) -> Result<Option<Task>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            " FROM tasks WHERE user_id = $1 AND id = $2"
        ),
        parameters![owner, id],
        read,
    )
    .await
}

/// The tasks with these ids in the order asked for, those in the trash included, unknown ones left out.
pub async fn get_many(s: &Snapshot<'_>, owner: UserId, ids: &[TaskId]) -> Result<Vec<Task>> {
    let parts = ids.chunks(IDS_AT_ONCE).map(|part| some(s, owner, part));
    let found: Vec<Task> = futures_util::future::try_join_all(parts)
        .await?
        .into_iter()
        .flatten()
        .collect();
    let by_id: std::collections::HashMap<TaskId, Task> =
        found.into_iter().map(|task| (task.id, task)).collect();
    Ok(ids.iter().filter_map(|id| by_id.get(id).cloned()).collect())
}

async fn some(s: &Snapshot<'_>, owner: UserId, ids: &[TaskId]) -> Result<Vec<Task>> {
    let length = list_length(ids.len());
    let mut parameters = parameters![owner];
    parameters.extend(ids.iter().map(|id| Value::from(*id)));
    parameters.resize(
        length + 1,
        parameters.last().cloned().unwrap_or(Value::Null),
    );
    let sql = format!(
        concat!(
            "SELECT ",
            columns!(),
            " FROM tasks WHERE user_id = $1 AND id IN ({})"
        ),
        placeholders(2, length)
    );
    s.all(sql, parameters, read).await
}

/// Open tasks that are due at a time of a day, by number, from the one after `after`.
pub async fn with_time(
    s: &Snapshot<'_>,
    owner: UserId,
    after: Option<TaskId>,
    most: usize,
) -> Result<Vec<Task>> {
    let sql = format!(
        concat!(
            "SELECT ",
            columns!(),
            " FROM tasks WHERE user_id = $1 AND state = {} AND id > $2 AND due_time IS NOT NULL \
             ORDER BY id LIMIT $3"
        ),
        row::OPEN
    );
    let after = after.map_or(0, TaskId::get);
    s.all(sql, parameters![owner, after, limit(most)], read)
        .await
}

/// Removes tasks that went to the trash before this instant, at most a hundred; says how many. It may be called
/// without a lock on their users: a task is taken out only if it still is in the trash then.
pub async fn prune_trash(tx: &Transaction<'_>, before: Timestamp) -> Result<u64> {
    let removed = tx
        .all(
            concat!(
                "DELETE FROM tasks WHERE deleted_at < $1 AND (user_id, id) IN \
                 (SELECT user_id, id FROM tasks WHERE deleted_at < $1 AND deleted_at IS NOT NULL \
                 ORDER BY deleted_at LIMIT $2) RETURNING ",
                columns!(),
                ", user_id"
            ),
            parameters![before, limit(PRUNED_AT_ONCE)],
            |row| Ok((read(row)?, UserId(row.integer("user_id")?))),
        )
        .await?;
    for (task, owner) in &removed {
        words::remove_labels(tx, *owner, task).await?;
    }
    Ok(removed.len() as u64)
}
