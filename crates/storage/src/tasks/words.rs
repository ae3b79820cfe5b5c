//! The words and tags by which tasks are found.

use std::sync::LazyLock;

use tasktalk_domain::{Tag, Task, UserId, search_words};

use super::vocabulary::{count_in, count_out};
use crate::{
    Result, Transaction,
    value::{Value, list_length, parameters, placeholders},
};

/// Stores the words and tags of a new task.
pub(super) async fn store_labels(tx: &Transaction<'_>, owner: UserId, task: &Task) -> Result<()> {
    let words = search_words::of_task(task);
    add(tx, &WORDS, owner, task, &words).await?;
    count_in(tx, owner, &words).await?;
    add(tx, &TAGS, owner, task, &tags(task)).await
}

/// Removes the words and tags of a task that is gone.
pub(super) async fn remove_labels(tx: &Transaction<'_>, owner: UserId, task: &Task) -> Result<()> {
    let words = search_words::of_task(task);
    remove(tx, &WORDS, owner, task, &words).await?;
    count_out(tx, owner, &words).await?;
    remove(tx, &TAGS, owner, task, &tags(task)).await
}

/// Stores what is new and removes what is gone.
pub(super) async fn update_labels(
    tx: &Transaction<'_>,
    owner: UserId,
    before: &Task,
    after: &Task,
) -> Result<()> {
    if (&before.title, &before.description, &before.tags)
        == (&after.title, &after.description, &after.tags)
    {
        return Ok(());
    }
    let (old, new) = (search_words::of_task(before), search_words::of_task(after));
    let (added, gone) = (without(&new, &old), without(&old, &new));
    add(tx, &WORDS, owner, after, &added).await?;
    count_in(tx, owner, &added).await?;
    remove(tx, &WORDS, owner, after, &gone).await?;
    count_out(tx, owner, &gone).await?;
    let (old, new) = (tags(before), tags(after));
    add(tx, &TAGS, owner, after, &without(&new, &old)).await?;
    remove(tx, &TAGS, owner, after, &without(&old, &new)).await
}

fn tags(task: &Task) -> Vec<String> {
    task.tags
        .iter()
        .map(|tag: &Tag| tag.as_str().to_owned())
        .collect()
}

fn without(some: &[String], others: &[String]) -> Vec<String> {
    some.iter()
        .filter(|label| !others.contains(label))
        .cloned()
        .collect()
}

/// The statements of one table, for 1, 2, 4, … labels at once.
struct Statements {
    add: Vec<String>,
    remove: Vec<String>,
}

/// Enough for [`search_words::WORDS_LIMIT`] in one statement.
const LENGTHS: u32 = 7;

static WORDS: LazyLock<Statements> = LazyLock::new(|| statements("task_words", "word"));
static TAGS: LazyLock<Statements> = LazyLock::new(|| statements("task_tags", "tag"));

fn statements(table: &str, column: &str) -> Statements {
    let lengths = || (0..LENGTHS).map(|power| 1_usize << power);
    Statements {
        add: lengths()
            .map(|length| {
                let rows: Vec<String> = (3..3 + length).map(|n| format!("($1, ${n}, $2)")).collect();
                format!(
                    "INSERT INTO {table} (user_id, {column}, task_id) VALUES {} ON CONFLICT DO NOTHING",
                    rows.join(", ")
                )
            })
            .collect(),
        remove: lengths()
            .map(|length| {
                format!(
                    "DELETE FROM {table} WHERE user_id = $1 AND {column} IN ({}) AND task_id = $2",
                    placeholders(3, length)
                )
            })
            .collect(),
    }
}

async fn add(
    tx: &Transaction<'_>,
    statements: &'static Statements,
    owner: UserId,
    task: &Task,
    labels: &[String],
) -> Result<()> {
    run(tx, &statements.add, owner, task, labels).await
}

async fn remove(
    tx: &Transaction<'_>,
    statements: &'static Statements,
    owner: UserId,
    task: &Task,
    labels: &[String],
) -> Result<()> {
    run(tx, &statements.remove, owner, task, labels).await
}

/// Runs the shortest statement that has room for all labels; the last one fills what is left over, which changes
/// nothing.
async fn run(
    tx: &Transaction<'_>,
    by_length: &'static [String],
    owner: UserId,
    task: &Task,
    labels: &[String],
) -> Result<()> {
    for part in labels.chunks(1 << (LENGTHS - 1)) {
        let length = list_length(part.len());
        let mut parameters = parameters![owner, task.id];
        parameters.extend(part.iter().map(|label| Value::from(label.as_str())));
        parameters.resize(
            length + 2,
            parameters.last().cloned().unwrap_or(Value::Null),
        );
        let sql = by_length[length.trailing_zeros() as usize].as_str();
        tx.defer(sql, parameters).await?;
    }
    Ok(())
}
