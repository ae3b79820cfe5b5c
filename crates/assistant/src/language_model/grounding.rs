//! Whether a message itself speaks of a task that a model names. What it doesn't speak of is at most asked about.

use std::{cmp::Ordering, collections::HashSet};

use tasktalk_domain::{Command, Reference, Selector, Task, TaskId, search_words, text};

/// Shorter words than this tell nothing.
const TELLING: usize = 3;
/// Words of that length that tell nothing either.
const EMPTY: [&str; 32] = [
    "the", "and", "for", "with", "from", "that", "this", "have", "has", "was", "are", "not", "you",
    "your", "all", "task", "tasks", "der", "die", "das", "und", "den", "dem", "ein", "eine", "mit",
    "los", "las", "una", "con", "por", "para",
];
/// Words that agree in so many first letters are forms of one word: "calling", "call" need all of the shorter.
const STEM: usize = 4;

/// How the message speaks of a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Ground {
    /// By words that fit no other task as well.
    Plain,
    /// By words that fit other tasks as well; these are the words.
    Shared(String),
    /// Not at all.
    None,
}

/// How a message speaks of a task among those that a model was given.
pub(super) fn of(message: &str, task: &Task, given: &[Task]) -> Ground {
    let said = words_of(message);
    let shared = shared(&said, task);
    if shared.is_empty() {
        return Ground::None;
    }
    let best_other = given
        .iter()
        .filter(|other| other.id != task.id)
        .map(|other| self::shared(&said, other).len())
        .max()
        .unwrap_or(0);
    match shared.len().cmp(&best_other) {
        Ordering::Greater => Ground::Plain,
        Ordering::Equal => Ground::Shared(shared.join(" ")),
        // Another task fits better: whoever names this one did not read the message.
        Ordering::Less => Ground::None,
    }
}

/// Whether every telling word of a text is in the message, if only in another form.
pub(super) fn is_made_of(text: &str, message: &str) -> bool {
    let said = words_of(message);
    let mut words = search_words::of_text(text).into_iter().peekable();
    words.peek().is_some()
        && words.all(|word| said.iter().any(|said| same_word(said, &word)) || !tells(&word))
}

/// The embedded engine's own way of pointing, where it is one that a model can't better: "it", "the second one",
/// "everything due today".
pub(super) fn exact_reference(command: &Command) -> Option<&Reference> {
    command.reference.as_ref().filter(|reference| {
        !reference.include.is_empty()
            && reference.include.iter().all(|selector| {
                matches!(
                    selector,
                    Selector::Id(_)
                        | Selector::Pronoun(_)
                        | Selector::Position(_)
                        | Selector::Filter(_)
                        | Selector::All
                )
            })
    })
}

/// The tasks that a model named and was given, each once; and whether it named others.
pub(super) fn given<'t>(ids: &[i64], tasks: &'t [Task]) -> (Vec<&'t Task>, bool) {
    let wanted: HashSet<TaskId> = ids
        .iter()
        .filter_map(|id| TaskId::try_from(*id).ok())
        .collect();
    let found: Vec<&Task> = tasks
        .iter()
        .filter(|task| wanted.contains(&task.id))
        .collect();
    let invented = ids
        .iter()
        .any(|id| !found.iter().any(|task| task.id.get() == *id));
    (found, invented)
}

/// The words of a message, those behind an apostrophe also by themselves: "d'acheter".
fn words_of(message: &str) -> Vec<String> {
    let apart = message.replace(['\'', '’'], " ");
    search_words::of_text(&format!("{message} {apart}"))
}

/// The telling words of a message that a task has.
fn shared(said: &[String], task: &Task) -> Vec<String> {
    let own = search_words::of_task(task);
    said.iter()
        .filter(|word| tells(word) && own.iter().any(|own| same_word(word, own)))
        .cloned()
        .collect()
}

fn tells(word: &str) -> bool {
    word.chars().count() >= TELLING && !EMPTY.contains(&word)
}

fn same_word(one: &str, other: &str) -> bool {
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    one == other || common >= STEM && common == one.chars().count().min(other.chars().count())
}

/// Whether a message has a word.
pub(super) fn has_word(message: &str, word: &str) -> bool {
    words_of(message).contains(&text::fold(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::task;

    #[test]
    fn a_message_speaks_of_a_task_by_its_words() {
        let tasks = [
            task(1, "Call the bank"),
            task(2, "Team meeting"),
            task(3, "Budget meeting"),
            task(4, "For the car"),
        ];
        for (message, at, expected) in [
            ("calling the bank is over with", 0, Ground::Plain),
            (
                "the meeting can go",
                1,
                Ground::Shared("meeting".to_owned()),
            ),
            ("the budget meeting can go", 2, Ground::Plain),
            ("the budget meeting can go", 1, Ground::None),
            ("nice weather for the season", 3, Ground::None),
            ("nice weather today", 0, Ground::None),
        ] {
            assert_eq!(of(message, &tasks[at], &tasks), expected, "{message}");
        }
    }

    #[test]
    fn a_title_is_made_of_what_was_said() {
        let message = "I was thinking of picking up the kids at 4";
        assert!(is_made_of("Pick up the kids", message));
        assert!(!is_made_of("Pick up the dry cleaning", message));
        assert!(!is_made_of("", message));
    }
}
