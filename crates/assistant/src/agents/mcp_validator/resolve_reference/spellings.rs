//! The words of a title as the user's tasks spell them: in other forms, cut short, with a slip of the pen.

use std::collections::HashSet;

use tasktalk_domain::{Command, Intent, search_words, text};
use tasktalk_storage::{
    StorageError,
    tasks::{self, Among, AskedWord, KnownWord, Misspelt, TaskClues, WordQuery},
};
use tasktalk_understanding::matching;

use crate::tools::ToolContext;

/// Most words of one message that are looked for.
const WORDS: usize = 16;
/// Shorter words begin too many.
const SHORTEST_BEGINNING: usize = 3;
/// Most forms of one word.
const FORMS: usize = 16;
/// Two words at least so alike are forms of one word.
pub(super) const SAME: f32 = 0.9;

/// The words that tell tasks apart; all of them when none does.
fn telling(text: &str) -> Vec<String> {
    const FILLERS: [&str; 18] = [
        "a", "an", "and", "at", "for", "in", "is", "it", "me", "my", "of", "on", "task", "tasks",
        "that", "the", "to", "with",
    ];
    let all = search_words::of_text(text);
    let mut telling: Vec<String> = all
        .iter()
        .filter(|word| !FILLERS.contains(&word.as_str()))
        .cloned()
        .collect();
    if telling.is_empty() {
        telling = all;
    }
    telling.truncate(WORDS);
    telling
}

/// The words of the titles that commands name. They are known before the transaction, so that it can look for them with
/// its first question.
pub(crate) fn asked_in(commands: &[Command], message: &str) -> Vec<String> {
    let mut asked: Vec<String> = Vec::new();
    for command in commands {
        let selectors = command
            .reference
            .iter()
            .flat_map(|reference| reference.include.iter().chain(&reference.exclude));
        for selector in selectors {
            asked.extend(selector.words().into_iter().flat_map(telling));
        }
        let mentions = command.intent == Intent::Unknown && command.reason.is_none();
        if mentions {
            asked.extend(telling(message));
        }
    }
    let mut seen = HashSet::new();
    asked.retain(|word| seen.insert(word.clone()));
    asked.truncate(WORDS);
    asked
}

/// What to look for, for these words.
pub(crate) fn query(asked: &[String]) -> WordQuery {
    let long = |word: &&String| {
        let digits = word.chars().all(|letter| letter.is_ascii_digit());
        !digits && word.chars().count() >= SHORTEST_BEGINNING
    };
    // The slip may be in the one half of a plural, and its ending in the other.
    let misspelt = |word: &String| {
        let singular = matching::singular(word);
        let base = matching::base(word);
        let unless = [
            word.clone(),
            if base == *word {
                singular.clone()
            } else {
                base
            },
        ];
        let mut spelt = vec![word.clone(), singular];
        spelt.dedup();
        spelt.into_iter().map(move |word| Misspelt {
            word,
            unless: unless.clone(),
        })
    };
    let misspelt = asked.iter().filter(long).flat_map(misspelt).collect();
    WordQuery {
        whole: asked
            .iter()
            .flat_map(|word| matching::forms(word).into_iter().take(FORMS))
            .collect(),
        beginnings: asked.iter().filter(long).cloned().collect(),
        misspelt,
    }
}

/// What the words of a title lead to, and which of them the user's tasks have as they stand.
pub(super) struct Spelt {
    pub(super) clues: TaskClues,
    pub(super) own: HashSet<String>,
}

/// Looks the words up, unless this transaction has done so before.
pub(super) async fn look_up(
    context: &ToolContext<'_>,
    text: &str,
    exact: bool,
    among: Among,
) -> Result<Spelt, StorageError> {
    let asked = telling(text);
    let known = if let Some(known) = context.known.words(&asked) {
        known
    } else {
        let owner = context.user.user.id;
        let found = tasks::vocabulary(context.tx, owner, &query(&asked)).await?;
        context.known.remember_words(&asked, found.clone());
        found
    };
    let words = asked.iter().map(|word| spellings(word, &known, exact));
    let clues = TaskClues {
        titles: titles(text, &asked),
        words: words.collect(),
        among,
    };
    let own = asked
        .into_iter()
        .filter(|word| {
            known
                .iter()
                .any(|known| matching::alike(word, &known.word) > SAME)
        })
        .collect();
    Ok(Spelt { clues, own })
}

/// The titles that may be meant as a whole.
fn titles(text: &str, asked: &[String]) -> Vec<String> {
    let mut titles = vec![text::fold(text.trim()), asked.join(" ")];
    titles.retain(|title| !title.is_empty());
    titles.dedup();
    titles
}

/// How the user's tasks spell a word, the most alike first. Quoted words are taken literally: they begin a word, or are it.
fn spellings(asked: &str, known: &[KnownWord], exact: bool) -> AskedWord {
    let alike = |word: &str| {
        if !exact {
            matching::alike(asked, word)
        } else if word.starts_with(asked) {
            1.0
        } else {
            0.0
        }
    };
    let mut spellings: Vec<(KnownWord, f32)> = known
        .iter()
        .map(|known| (known.clone(), alike(&known.word)))
        .filter(|(_, alike)| *alike > 0.0)
        .collect();
    spellings
        .sort_by(|(one, a), (other, b)| b.total_cmp(a).then_with(|| one.word.cmp(&other.word)));
    AskedWord { spellings }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(words: &[&str]) -> Vec<KnownWord> {
        let known = |word: &&str| KnownWord {
            word: (*word).to_owned(),
            tasks: 1,
        };
        words.iter().map(known).collect()
    }

    #[test]
    fn words_are_spelt_in_several_ways() {
        for (asked, words, expected) in [
            (
                "dentits",
                &["dentist", "density", "dent"][..],
                &["dentist", "dent"][..],
            ),
            ("grocreies", &["groceries", "grocer"], &["groceries"]),
            ("paid", &["pay", "paint", "paying"], &["pay", "paying"]),
            ("groc", &["groceries", "grocer"], &["grocer", "groceries"]),
            ("reports", &["report", "reply"], &["report"]),
            ("10118", &["10117", "101180"], &[]),
        ] {
            let found = spellings(asked, &known(words), false).spellings;
            let found: Vec<&str> = found.iter().map(|(known, _)| known.word.as_str()).collect();
            assert_eq!(found, expected, "{asked}");
        }
    }

    #[test]
    fn quoted_words_are_no_others() {
        let found = spellings("cal", &known(&["call", "cat", "cal"]), true).spellings;
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn small_words_tell_nothing_unless_there_are_no_others() {
        assert_eq!(telling("the call with Anna"), ["call", "anna"]);
        assert_eq!(telling("the"), ["the"]);
    }
}
