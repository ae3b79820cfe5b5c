//! Tasks that someone may have meant.
//!
//! Rare words tell tasks apart, so the numbers of the tasks with the rarest words that were asked for are read from an
//! index, a few thousand at most; whether these have the common words as well is looked up for each. Where all words are
//! common, the newest tasks with each of them are read, and the newest tasks that are open. Only the best are loaded.

use std::cmp::Reverse;

use tasktalk_domain::{Task, UserId};

use super::{
    KnownWord,
    row::{DONE, OPEN, TRASH, columns, read},
};
use crate::{
    Result, Snapshot,
    value::{Parameters, limit, list_length, parameters, placeholders},
};

/// Most words that are looked for, and most of them where all are common.
const WORDS: usize = 16;
const COMMON_WORDS: usize = 4;
/// Most spellings of a word of which the tasks are read, and of one that is looked up for each task.
const SPELLINGS: usize = 8;
const PROBED_SPELLINGS: usize = 2;
/// Most tasks whose numbers are read because of one word, and because of several together.
const READ: i64 = 2_000;
const READ_TOGETHER: i64 = 500;
/// How many of the newest tasks are known to be of the status that is looked for.
const NEWEST: i64 = 1_000;
/// How many of them are looked at: whether they are done, or in the trash.
const LOOKED_AT: i64 = 300;
/// Most tasks with the whole title: of the status that is looked for first, and of the other.
const TITLES: usize = 20;
const OTHER_TITLES: usize = 5;
/// What a word counts that one task has, in hundreds; twice as many tasks, one less.
const RAREST: i64 = 40;
/// What the whole title counts: more than all words.
const WHOLE_TITLE: i64 = 1_000_000;
/// More rows than are ever found. With a limit, a part of the statement is computed as it stands: otherwise PostgreSQL
/// would look each word up again wherever its outcome is used.
const FENCE: usize = 1_000_000;

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

/// Tasks to which the clues lead, at most `most`. Those with the whole title come first, then those
/// with the most and the rarest words, among equals those of the status that is looked for, newest first.
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
    let mut parameters = parameters![
        owner,
        limit(most),
        READ,
        first,
        other,
        if plan.reads > LOOKED_AT { NEWEST } else { 0 },
        LOOKED_AT,
    ];
    let (titles, read_words) = (
        list_length(plan.titles.len()),
        list_length(plan.read.len()).max(4),
    );
    parameters.extend(plan.titles.iter().map(|title| title.as_str().into()));
    // No word and no title is empty: what fills the lists up finds nothing.
    parameters.resize(7 + titles, "".into());
    for read in &plan.read {
        parameters.extend(parameters![
            read.word.as_str(),
            limit(read.nth),
            read.weight
        ]);
    }
    for _ in plan.read.len()..read_words {
        parameters.extend(parameters!["", 0, 0]);
    }
    for probe in &plan.probed {
        probe.add_to(&mut parameters);
    }
    let sql = statement(titles, read_words, plan.probed.len(), plan.is_common);
    s.all(sql, parameters, read).await
}

/// How the tasks are found.
#[derive(Debug, Default, PartialEq)]
struct Plan {
    titles: Vec<String>,
    /// The words of which all tasks are read.
    read: Vec<Read>,
    /// The words that are looked up for each of these tasks.
    probed: Vec<Probe>,
    /// How many numbers of tasks are read.
    reads: i64,
    /// All words are common: they are looked up for the newest tasks of the status that is looked for, not for those that
    /// are read.
    is_common: bool,
}

/// One spelling of a word.
#[derive(Debug, PartialEq)]
struct Read {
    word: String,
    /// Of which of the asked words.
    nth: usize,
    weight: i64,
}

/// One asked word, in all its spellings.
#[derive(Debug, PartialEq)]
struct Probe {
    spellings: Vec<String>,
    weight: i64,
}

impl Plan {
    fn of(clues: &TaskClues) -> Self {
        let mut words: Vec<(i64, &AskedWord)> = clues
            .words
            .iter()
            .take(WORDS)
            .filter(|word| !word.spellings.is_empty())
            .map(|word| {
                (
                    word.spellings.iter().map(|(known, _)| known.tasks).sum(),
                    word,
                )
            })
            .collect();
        words.sort_by_key(|(tasks, _)| *tasks);
        let mut plan = Self {
            titles: clues.titles.clone(),
            is_common: words.first().is_some_and(|(tasks, _)| *tasks > READ),
            ..Self::default()
        };
        if plan.is_common {
            words.truncate(COMMON_WORDS);
        }
        for (nth, (tasks, word)) in (0..).zip(words) {
            let is_rare = nth == 0 || plan.reads + tasks <= READ_TOGETHER;
            if is_rare || plan.is_common {
                plan.reads += tasks;
                plan.read(nth, tasks, word);
            }
            if !is_rare || plan.is_common {
                plan.probed.push(Probe::of(word, tasks));
            }
        }
        plan
    }

    fn read(&mut self, nth: usize, tasks: i64, word: &AskedWord) {
        let spellings = word.spellings.iter().take(SPELLINGS);
        self.read.extend(spellings.map(|(known, alike)| Read {
            word: known.word.clone(),
            nth,
            weight: weight(tasks, *alike),
        }));
    }
}

impl Probe {
    /// By the spellings that most tasks have.
    fn of(word: &AskedWord, tasks: i64) -> Self {
        let mut known: Vec<&KnownWord> = word.spellings.iter().map(|(known, _)| known).collect();
        known.sort_by_key(|known| Reverse(known.tasks));
        known.truncate(PROBED_SPELLINGS);
        Self {
            spellings: known.into_iter().map(|known| known.word.clone()).collect(),
            weight: weight(tasks, 1.0),
        }
    }

    fn add_to(&self, parameters: &mut Parameters) {
        parameters.extend(parameters![self.weight]);
        let end = parameters.len() + PROBED_SPELLINGS;
        parameters.extend(self.spellings.iter().map(|word| word.as_str().into()));
        parameters.resize(end, "".into());
    }
}

/// What a word counts: the rarer it is and the more alike, the more. Always more than one, which an open task counts.
fn weight(tasks: i64, alike: f32) -> i64 {
    let rarity = RAREST - i64::from(tasks.max(1).ilog2());
    #[expect(clippy::cast_possible_truncation, reason = "it is between 0 and 100")]
    let hundredths = (alike.clamp(0.02, 1.0) * 100.0) as i64;
    rarity * hundredths
}

fn statement(titles: usize, words: usize, probes: usize, is_common: bool) -> String {
    let probed_tasks = if is_common { "=" } else { ">" };
    let mut found = Vec::new();
    let whole = placeholders(8, titles);
    for (name, state, most) in [("first", "$4", TITLES), ("other", "$5", OTHER_TITLES)] {
        found.push(format!(
            "SELECT task_id, CAST(-1 AS BIGINT) AS nth, CAST({WHOLE_TITLE} AS BIGINT) AS weight \
             FROM (SELECT id AS task_id FROM tasks \
             WHERE user_id = $1 AND state = {state} AND title_folded IN ({whole}) \
             ORDER BY id DESC LIMIT {most}) AS titled_{name}"
        ));
    }
    found.push(
        "SELECT task_id, CAST(-2 AS BIGINT) AS nth, CAST(1 AS BIGINT) AS weight \
         FROM (SELECT id AS task_id FROM tasks WHERE user_id = $1 AND state = $4 \
         ORDER BY id DESC LIMIT $6) AS newest"
            .to_owned(),
    );
    for place in 0..words {
        let word = 8 + titles + 3 * place;
        found.push(format!(
            "SELECT task_id, CAST(${} AS BIGINT) AS nth, CAST(${} AS BIGINT) AS weight \
             FROM (SELECT task_id FROM task_words WHERE user_id = $1 AND word = ${word} \
             ORDER BY task_id DESC LIMIT $3) AS word_{place}",
            word + 1,
            word + 2
        ));
    }
    let probed: String = (0..probes)
        .map(|place| {
            let weight = 8 + titles + 3 * words + (1 + PROBED_SPELLINGS) * place;
            let spellings = weight + 1..=weight + PROBED_SPELLINGS;
            let each: Vec<String> = spellings.map(probe).collect();
            let each = each.join(" + ");
            format!(
                " + CASE WHEN found.weight {probed_tasks} 1 THEN CASE WHEN {each} > 0 \
                 THEN CAST(${weight} AS BIGINT) ELSE 0 END ELSE 0 END"
            )
        })
        .collect();
    let found = format!(
        "SELECT task_id, SUM(weight) AS weight FROM (SELECT task_id, nth, MAX(weight) AS weight \
         FROM ({}) AS every GROUP BY task_id, nth) AS by_word \
         GROUP BY task_id",
        found.join(" UNION ALL ")
    );
    let scored = format!(
        "SELECT found.task_id, found.weight{probed} AS weight FROM ({found}) AS found LIMIT {FENCE}"
    );
    let looked_at = format!(
        "SELECT first.task_id, first.weight, \
         (SELECT state FROM tasks WHERE user_id = $1 AND id = first.task_id) AS state \
         FROM (SELECT task_id, weight FROM ({scored}) AS scored WHERE weight > 1 \
         ORDER BY weight DESC, task_id DESC LIMIT $7) AS first LIMIT {FENCE}"
    );
    format!(
        concat!(
            "SELECT ",
            columns!(of "tasks"),
            " FROM (SELECT task_id, weight, CASE WHEN state = $4 THEN 0 ELSE 1 END AS place \
             FROM ({looked_at}) AS looked_at WHERE state IN ($4, $5) \
             ORDER BY weight DESC, place, task_id DESC LIMIT $2) AS best \
             JOIN tasks ON tasks.user_id = $1 AND tasks.id = best.task_id \
             ORDER BY best.weight DESC, best.place, best.task_id DESC"
        ),
        looked_at = looked_at,
    )
}

/// Whether a task has a word: by its whole key and counted, so that no planner ever prefers to read all tasks that have
/// the word, or all words that a person has.
fn probe(word: usize) -> String {
    format!(
        "(SELECT COUNT(*) FROM task_words \
         WHERE user_id = $1 AND word = ${word} AND task_id = found.task_id)"
    )
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

#[cfg(test)]
mod tests {
    use super::*;

    fn clues(words: &[&[(&str, i64)]]) -> TaskClues {
        let known = |&(word, tasks): &(&str, i64)| {
            let word = word.to_owned();
            (KnownWord { word, tasks }, 1.0)
        };
        TaskClues {
            titles: Vec::new(),
            words: words
                .iter()
                .map(|spellings| AskedWord {
                    spellings: spellings.iter().map(known).collect(),
                })
                .collect(),
            among: Among::Open,
        }
    }

    fn words(plan: &Plan) -> (Vec<&str>, Vec<&str>) {
        let read = plan.read.iter().map(|read| read.word.as_str()).collect();
        let probed = plan.probed.iter().flat_map(|probe| &probe.spellings);
        (read, probed.map(String::as_str).collect())
    }

    #[test]
    fn tasks_are_read_by_their_rare_words_and_asked_for_their_common_ones() {
        let plan = Plan::of(&clues(&[
            &[("call", 3_000), ("calls", 2)],
            &[("anna", 400)],
            &[],
            &[("lease", 1)],
        ]));
        assert_eq!(words(&plan), (vec!["lease", "anna"], vec!["call", "calls"]));
        assert_eq!(plan.reads, 401);
        assert!(plan.read[0].weight > plan.read[1].weight);
        assert!(plan.read[1].weight > plan.probed[0].weight);
    }

    #[test]
    fn where_all_words_are_common_all_are_read_and_asked_for() {
        let plan = Plan::of(&clues(&[&[("call", 30_000)], &[("anna", 4_000)]]));
        assert_eq!(words(&plan), (vec!["anna", "call"], vec!["anna", "call"]));
        assert!(plan.is_common);
    }
}
