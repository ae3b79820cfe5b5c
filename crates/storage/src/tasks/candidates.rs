//! Tasks that someone may have meant.

use tasktalk_domain::{Task, UserId};

use super::{
    filter::range,
    row::{OPEN, TRASH, columns, read},
};
use crate::{
    Result, Snapshot,
    value::{limit, list_length, parameters},
};

/// Most words that are looked for.
const WORDS: usize = 16;
/// Most tasks that are looked at for one word, those with the latest of the words beginning so, then the newest.
const PER_WORD: usize = 2_000;

/// Tasks not in the trash that have words beginning with any of these (folded, as `search_words` cuts them). Those
/// with the most of them come first, open ones before done ones, newest first.
pub async fn candidates(
    s: &Snapshot<'_>,
    owner: UserId,
    words: &[String],
    most: usize,
) -> Result<Vec<Task>> {
    let words = &words[..words.len().min(WORDS)];
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let length = list_length(words.len());
    let mut parameters = parameters![owner, limit(most), limit(PER_WORD)];
    for word in words {
        let (from, to) = range(word);
        parameters.extend(parameters![from, to]);
    }
    // No word is before the empty one: what fills the list up finds nothing.
    parameters.resize(3 + 2 * length, "".into());
    s.all(statement(length), parameters, read).await
}

fn statement(words: usize) -> String {
    let found: Vec<String> = (0..words)
        .map(|n| {
            let (from, to) = (4 + 2 * n, 5 + 2 * n);
            format!(
                "SELECT task_id, {n} AS nth FROM (SELECT task_id FROM task_words \
                 WHERE user_id = $1 AND word >= ${from} AND word < ${to} \
                 ORDER BY word DESC, task_id DESC LIMIT $3) AS word_{n}"
            )
        })
        .collect();
    // UNION counts a task once for a word, however many of its words begin so.
    format!(
        concat!(
            "SELECT ",
            columns!(of "tasks"),
            " FROM (SELECT task_id, COUNT(*) AS matched FROM ({}) AS found GROUP BY task_id) AS hits \
             JOIN tasks ON tasks.user_id = $1 AND tasks.id = hits.task_id \
             WHERE tasks.state < {} \
             ORDER BY hits.matched DESC, tasks.state, tasks.id DESC LIMIT $2"
        ),
        // A single SELECT has no UNION to make it distinct.
        if words == 1 {
            format!("SELECT DISTINCT task_id, nth FROM ({}) AS once", found[0])
        } else {
            found.join(" UNION ")
        },
        TRASH
    )
}

/// The newest open tasks. Misspelt words are looked for in these.
pub async fn recent(s: &Snapshot<'_>, owner: UserId, most: usize) -> Result<Vec<Task>> {
    s.all(
        format!(
            concat!(
                "SELECT ",
                columns!(),
                " FROM tasks WHERE user_id = $1 AND state = {} ORDER BY id DESC LIMIT $2"
            ),
            OPEN
        ),
        parameters![owner, limit(most)],
        read,
    )
    .await
}
