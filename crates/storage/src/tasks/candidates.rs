//! Tasks that someone may have meant.
//!
//! Rare words tell tasks apart, so the numbers of the tasks with the rarest words that were asked for are read from an
//! index, a few thousand at most; whether these have the common words as well is looked up for each. Where all words are
//! common, the newest tasks with each of them are read, and the newest tasks that are open. Only the best are loaded.

mod plan;
mod statement;

use tasktalk_domain::{Task, UserId};

use self::{
    plan::{Plan, READ},
    statement::Shape,
};
use super::{
    KnownWord,
    row::{DONE, OPEN, TRASH, columns, read},
};
use crate::{
    Result, Snapshot,
    value::{limit, parameters},
};

/// How many of the tasks that are found are looked at: whether they are done, or in the trash.
const LOOKED_AT: i64 = 300;
/// How many of the newest tasks are known to be of the status that is looked for.
const NEWEST: i64 = 1_000;

/// What is known of the task that someone means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskClues {
    /// Perhaps its whole title, folded.
    pub titles: Vec<String>,
    /// Words of it.
    pub words: Vec<AskedWord>,
    /// Where it is.
    pub among: Among,
}

/// Among which tasks someone is looking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Among {
    /// Those on the list; of equals the open ones come first.
    #[default]
    Open,
    /// Those on the list; of equals the done ones come first.
    Done,
    /// Those in the trash.
    Trash,
}

/// A word that was asked for, by its spellings in someone's tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AskedWord {
    /// Each with how alike it is, in [0, 1].
    pub spellings: Vec<(KnownWord, f32)>,
}

/// Tasks to which the clues lead, at most `most`. Those with the whole title come first, then those with the most and the
/// rarest words, among equals those of the status that is looked for, newest first.
pub async fn candidates(
    s: &Snapshot<'_>,
    owner: UserId,
    clues: &TaskClues,
    most: usize,
) -> Result<Vec<Task>> {
    let plan = Plan::of(clues);
    if plan.titles.is_empty() && plan.read.is_empty() {
        return Ok(Vec::new());
    }
    let (first, other) = match clues.among {
        Among::Open => (OPEN, DONE),
        Among::Done => (DONE, OPEN),
        Among::Trash => (TRASH, TRASH),
    };
    // Which tasks are open need not be known where all that are found are looked at.
    let newest = if plan.reads > LOOKED_AT { NEWEST } else { 0 };
    let mut parameters = parameters![owner, limit(most), READ, first, other, newest, LOOKED_AT];
    let shape = Shape::of(&plan);
    parameters.extend(plan.titles.iter().map(|title| title.as_str().into()));
    // No word and no title is empty: what fills the lists up finds nothing.
    parameters.resize(shape.first_word() - 1, "".into());
    for place in 0..shape.words {
        parameters.extend(match plan.read.get(place) {
            Some(read) => parameters![read.word.as_str(), limit(read.nth), read.weight],
            None => parameters!["", 0, 0],
        });
    }
    for (place, probe) in plan.probed.iter().enumerate() {
        parameters.extend(parameters![probe.weight]);
        parameters.extend(probe.spellings.iter().map(|word| word.as_str().into()));
        parameters.resize(shape.probe(place + 1) - 1, "".into());
    }
    s.all(shape.statement(), parameters, read).await
}

/// Tasks on the list with exactly this title (folded), open ones first, newest first.
pub async fn titled(
    s: &Snapshot<'_>,
    owner: UserId,
    title: &str,
    most: usize,
) -> Result<Vec<Task>> {
    s.all(
        format!(
            concat!(
                "SELECT ",
                columns!(),
                " FROM tasks WHERE user_id = $1 AND state IN ({}, {}) AND title_folded = $2 \
                 ORDER BY state, id DESC LIMIT $3"
            ),
            OPEN, DONE
        ),
        parameters![owner, title, limit(most)],
        read,
    )
    .await
}

/// The newest open tasks.
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
