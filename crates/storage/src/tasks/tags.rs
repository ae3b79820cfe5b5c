//! Which tags an owner's tasks have.

use tasktalk_domain::UserId;

use super::row::{OPEN, TRASH};
use crate::{
    Result, Snapshot,
    value::{limit, parameters},
};

/// Most tags that [`tags`] names.
pub const TAGS_AT_ONCE: usize = 1000;

/// A tag that tasks on the list have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedTag {
    /// The tag.
    pub tag: String,
    /// How many open tasks have it.
    pub pending: i64,
    /// How many done ones.
    pub completed: i64,
}

/// The tags of the tasks on an owner's list, those of the most open tasks first; a thousand at most.
pub async fn tags(s: &Snapshot<'_>, owner: UserId) -> Result<Vec<UsedTag>> {
    let sql = format!(
        "SELECT tag, COUNT(CASE WHEN state = {OPEN} THEN 1 END) AS pending, COUNT(*) AS tasks \
         FROM task_tags JOIN tasks ON tasks.user_id = task_tags.user_id AND tasks.id = task_id \
         WHERE task_tags.user_id = $1 AND state < {TRASH} \
         GROUP BY tag ORDER BY pending DESC, tag LIMIT $2"
    );
    s.all(sql, parameters![owner, limit(TAGS_AT_ONCE)], |row| {
        let (tag, pending) = (row.text("tag")?, row.integer("pending")?);
        Ok(UsedTag {
            tag,
            pending,
            completed: row.integer("tasks")? - pending,
        })
    })
    .await
}
