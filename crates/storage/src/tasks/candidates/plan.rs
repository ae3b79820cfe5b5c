//! How tasks are found by words: which are rare enough to be read, and which are looked up for each task.

use std::cmp::Reverse;

use super::{AskedWord, KnownWord, TaskClues};

/// Most words that are looked for, and most of them where all are common.
const WORDS: usize = 16;
const COMMON_WORDS: usize = 4;
/// Most spellings of a word of which the tasks are read, and of one that is looked up for each task.
const SPELLINGS: usize = 8;
pub(super) const PROBED_SPELLINGS: usize = 2;
/// Most tasks whose numbers are read because of one word, and because of several together.
pub(super) const READ: i64 = 2_000;
const READ_TOGETHER: i64 = 500;
/// What a word counts that one task has, in hundreds; twice as many tasks, one less.
const RAREST: i64 = 40;

/// How the tasks are found.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Plan {
    /// What may be a whole title.
    pub(super) titles: Vec<String>,
    /// The words of which all tasks are read.
    pub(super) read: Vec<Read>,
    /// The words that are looked up for each of these tasks.
    pub(super) probed: Vec<Probe>,
    /// How many numbers of tasks are read.
    pub(super) reads: i64,
    /// All words are common: they are looked up for the newest tasks of the status that is looked for, not for those that
    /// are read.
    pub(super) is_common: bool,
}

/// One spelling of a word.
#[derive(Debug, PartialEq)]
pub(super) struct Read {
    /// The word.
    pub(super) word: String,
    /// Of which of the asked words.
    pub(super) nth: usize,
    /// What it counts.
    pub(super) weight: i64,
}

/// One asked word, in all its spellings.
#[derive(Debug, PartialEq)]
pub(super) struct Probe {
    /// The spellings that most tasks have.
    pub(super) spellings: Vec<String>,
    /// What it counts.
    pub(super) weight: i64,
}

impl Plan {
    pub(super) fn of(clues: &TaskClues) -> Self {
        let mut words: Vec<(i64, &AskedWord)> = clues
            .words
            .iter()
            .take(WORDS)
            .filter(|word| !word.spellings.is_empty())
            .map(|word| (tasks_of(word), word))
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
}

/// How many tasks have a word, in whatever spelling; those with several count several times.
fn tasks_of(word: &AskedWord) -> i64 {
    word.spellings.iter().map(|(known, _)| known.tasks).sum()
}

/// What a word counts: the rarer it is and the more alike, the more. Always more than one, which an open task counts.
fn weight(tasks: i64, alike: f32) -> i64 {
    let rarity = RAREST - i64::from(tasks.max(1).ilog2());
    #[expect(clippy::cast_possible_truncation, reason = "it is between 0 and 100")]
    let hundredths = (alike.clamp(0.02, 1.0) * 100.0) as i64;
    rarity * hundredths
}

#[cfg(test)]
mod tests {
    use super::{super::Among, *};

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
