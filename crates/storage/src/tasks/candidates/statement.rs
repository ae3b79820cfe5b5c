//! The one statement that finds candidates. Its text depends on how many titles and words there are, in few sizes, so that
//! it stays prepared.
//!
//! Every part goes by a whole key or a limited range of an index, whatever a planner knows of the tables: nothing is known
//! of those that were filled a moment ago.

use super::{
    super::row::columns,
    plan::{PROBED_SPELLINGS, Plan},
};
use crate::value::{list_length, placeholders};

/// Most tasks with the whole title: of the status that is looked for first, and of the other.
const TITLES: usize = 20;
const OTHER_TITLES: usize = 5;
/// What the whole title counts: more than all words.
const WHOLE_TITLE: i64 = 1_000_000;
/// Fewest words that a statement has room for.
const FEWEST_WORDS: usize = 4;
/// More rows than are ever found. With a limit, a part of the statement is computed as it stands: otherwise PostgreSQL
/// would look each word up again wherever its outcome is used.
const FENCE: usize = 1_000_000;

/// How many parameters a statement has. `$1` is the owner, `$2` how many tasks at most, `$3` how many numbers are read for a
/// word, `$4` the status that is looked for and `$5` the other, `$6` how many of the newest tasks with it are read, `$7` how
/// many rows are looked at. Then come the titles; for each word itself, its place and its weight; for each probe its weight
/// and its spellings.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    titles: usize,
    pub(super) words: usize,
    probes: usize,
    /// Probes are made for tasks that were not found by a word, instead of for those that were.
    is_common: bool,
}

impl Shape {
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            titles: list_length(plan.titles.len()),
            words: list_length(plan.read.len()).max(FEWEST_WORDS),
            probes: plan.probed.len(),
            is_common: plan.is_common,
        }
    }

    const FIRST_TITLE: usize = 8;

    /// The number of the parameter that is the first word.
    pub(super) fn first_word(self) -> usize {
        Self::FIRST_TITLE + self.titles
    }

    /// The number of the parameter that is the weight of a probe.
    pub(super) fn probe(self, place: usize) -> usize {
        self.first_word() + 3 * self.words + (1 + PROBED_SPELLINGS) * place
    }

    pub(super) fn statement(self) -> String {
        let looked_at = format!(
            "SELECT first.task_id, first.weight, \
             (SELECT state FROM tasks WHERE user_id = $1 AND id = first.task_id) AS state \
             FROM (SELECT task_id, weight FROM ({}) AS scored WHERE weight > {OPEN_COUNTS} \
             ORDER BY weight DESC, task_id DESC LIMIT $7) AS first LIMIT {FENCE}",
            self.scored()
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

    /// The numbers of tasks with what their words count, those that were looked up included.
    fn scored(self) -> String {
        let tasks = if self.is_common { "=" } else { ">" };
        let probes: Vec<String> = (0..self.probes)
            .map(|place| {
                let weight = self.probe(place);
                let spellings = weight + 1..=weight + PROBED_SPELLINGS;
                let has_word: Vec<String> = spellings.map(has_word).collect();
                format!(
                    " + CASE WHEN found.weight {tasks} {OPEN_COUNTS} THEN CASE WHEN {} > 0 \
                     THEN CAST(${weight} AS BIGINT) ELSE 0 END ELSE 0 END",
                    has_word.join(" + ")
                )
            })
            .collect();
        format!(
            "SELECT found.task_id, found.weight{} AS weight \
             FROM (SELECT task_id, SUM(weight) AS weight \
             FROM (SELECT task_id, nth, MAX(weight) AS weight FROM ({}) AS every \
             GROUP BY task_id, nth) AS by_word GROUP BY task_id) AS found LIMIT {FENCE}",
            probes.concat(),
            self.found().join(" UNION ALL ")
        )
    }

    /// The numbers of tasks by their titles, by their status, and by each word.
    fn found(self) -> Vec<String> {
        let any_title = placeholders(Self::FIRST_TITLE, self.titles);
        let statuses = [("first", "$4", TITLES), ("other", "$5", OTHER_TITLES)];
        let titled = statuses.map(|(name, state, most)| {
            format!(
                "SELECT task_id, CAST(-1 AS BIGINT) AS nth, CAST({WHOLE_TITLE} AS BIGINT) AS weight \
                 FROM (SELECT id AS task_id FROM tasks \
                 WHERE user_id = $1 AND state = {state} AND title_folded IN ({any_title}) \
                 ORDER BY id DESC LIMIT {most}) AS titled_{name}"
            )
        });
        let newest = format!(
            "SELECT task_id, CAST(-2 AS BIGINT) AS nth, CAST({OPEN_COUNTS} AS BIGINT) AS weight \
             FROM (SELECT id AS task_id FROM tasks WHERE user_id = $1 AND state = $4 \
             ORDER BY id DESC LIMIT $6) AS newest"
        );
        let words = (0..self.words).map(|place| {
            let word = self.first_word() + 3 * place;
            format!(
                "SELECT task_id, CAST(${} AS BIGINT) AS nth, CAST(${} AS BIGINT) AS weight \
                 FROM (SELECT task_id FROM task_words WHERE user_id = $1 AND word = ${word} \
                 ORDER BY task_id DESC LIMIT $3) AS word_{place}",
                word + 1,
                word + 2
            )
        });
        titled.into_iter().chain([newest]).chain(words).collect()
    }
}

/// What it counts that a task has the status that is looked for: less than any word.
const OPEN_COUNTS: i64 = 1;

/// Whether a task has a word: by its whole key and counted, so that no planner ever prefers to read all tasks that have
/// the word, or all words that a person has.
fn has_word(parameter: usize) -> String {
    format!(
        "(SELECT COUNT(*) FROM task_words \
         WHERE user_id = $1 AND word = ${parameter} AND task_id = found.task_id)"
    )
}
