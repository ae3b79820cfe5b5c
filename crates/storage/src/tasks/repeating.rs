//! Repeating tasks that were done and go on.

use jiff::Timestamp;
use tasktalk_domain::{Task, UserId};

use super::row::{OPEN, columns, read};
use crate::{
    Result, Snapshot,
    value::{limit, parameters},
};

/// Open tasks of which an occurrence was done, each with when that was last, the latest first.
pub async fn done_and_open(
    s: &Snapshot<'_>,
    owner: UserId,
    most: usize,
) -> Result<Vec<(Task, Timestamp)>> {
    let sql = format!(
        concat!(
            "SELECT ",
            columns!(of "tasks"),
            ", done.done_at FROM (SELECT task_id, MAX(completed_at) AS done_at FROM completions \
             WHERE user_id = $1 GROUP BY task_id) AS done \
             JOIN tasks ON tasks.user_id = $1 AND tasks.id = done.task_id \
             WHERE tasks.state = {} ORDER BY done.done_at DESC, tasks.id LIMIT $2"
        ),
        OPEN
    );
    s.all(sql, parameters![owner, limit(most)], |row| {
        Ok((read(row)?, row.instant("done_at")?))
    })
    .await
}
