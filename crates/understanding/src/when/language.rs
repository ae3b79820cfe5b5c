//! A language's date words. A language is data: words, phrases and holidays; the grammar knows no word.

use std::collections::HashMap;
use std::sync::LazyLock;

use tasktalk_domain::text::fold;

use super::{english, german, spanish, vocabulary::Term};
use crate::language::Tongue;

/// A language's words and habits.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one habit of a language"
)]
pub(super) struct Language {
    words: HashMap<String, Known>,
    /// By the first word.
    phrases: HashMap<String, Vec<Phrase>>,
    /// Letters glued to a number: "2morrow".
    pub(super) glued: &'static [(&'static str, &'static str, &'static [Term])],
    /// Whether "half seven" is 6:30, as in German, and not 7:30.
    pub(super) half_is_before: bool,
    /// Whether "3." is "3rd".
    pub(super) ordinal_dot: bool,
    /// Whether a date stands before what is to be done: what follows it is then nothing that belongs to it.
    pub(super) date_leads: bool,
    /// Whether "3/12" is in December whatever the country.
    pub(super) day_comes_first: bool,
    /// Whether what says more about a noun follows it: "viernes próximo".
    pub(super) modifiers_follow: bool,
    /// Whether the next Friday is the one that comes, and not that of the week after.
    pub(super) next_weekday_is_coming: bool,
    /// Whether hours are spoken beyond twelve: "a las dieciséis".
    pub(super) hours_to_24: bool,
}

impl Language {
    /// The date words of a language.
    pub(super) fn of(tongue: Tongue) -> &'static Self {
        match tongue {
            Tongue::English => &ENGLISH,
            Tongue::German => &GERMAN,
            Tongue::Spanish => &SPANISH,
        }
    }

    fn new(data: &Data) -> Self {
        let mut words = HashMap::new();
        for &(spellings, terms) in data.words.iter().copied().flatten() {
            for spelling in spellings.split(' ') {
                let known = Known {
                    terms,
                    misspelt: false,
                };
                let before = words.insert(fold(spelling), known);
                debug_assert!(before.is_none(), "{spelling} stands twice");
            }
        }
        for word in data.forgiving {
            let word = fold(word);
            let terms = words.get(&word).map_or(&[][..], |known| known.terms);
            for slip in slips(&word) {
                words.entry(slip).or_insert(Known {
                    terms,
                    misspelt: true,
                });
            }
        }
        let mut phrases: HashMap<_, Vec<Phrase>> = HashMap::new();
        for &(spellings, terms) in data.phrases.iter().chain(data.holidays) {
            for spelling in spellings.split('|') {
                let mut parts = spelling.split(' ').map(fold);
                let first = parts.next().unwrap_or_default();
                let rest = parts.collect();
                phrases
                    .entry(first)
                    .or_default()
                    .push(Phrase { rest, terms });
            }
        }
        for list in phrases.values_mut() {
            list.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        Self {
            words,
            phrases,
            glued: data.glued,
            half_is_before: data.half_is_before,
            ordinal_dot: data.ordinal_dot,
            date_leads: data.date_leads,
            day_comes_first: data.day_comes_first,
            modifiers_follow: data.modifiers_follow,
            next_weekday_is_coming: data.next_weekday_is_coming,
            hours_to_24: data.hours_to_24,
        }
    }

    /// What a folded word means.
    pub(super) fn word(&self, folded: &str) -> Option<Known> {
        self.words.get(folded).copied()
    }

    /// The longest phrase at the start of these words: its number of words and what it means.
    pub(super) fn phrase<'w>(
        &self,
        mut word: impl FnMut(usize) -> Option<&'w str>,
    ) -> Option<(usize, &'static [Term])> {
        let candidates = self.phrases.get(word(0)?)?;
        candidates
            .iter()
            .find(|phrase| {
                phrase
                    .rest
                    .iter()
                    .enumerate()
                    .all(|(index, part)| word(index + 1) == Some(part))
            })
            .map(|phrase| (phrase.rest.len() + 1, phrase.terms))
    }
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::new(&english::DATA));
static GERMAN: LazyLock<Language> = LazyLock::new(|| Language::new(&german::DATA));
static SPANISH: LazyLock<Language> = LazyLock::new(|| Language::new(&spanish::DATA));

/// The data of a language; in each entry several spellings are separated by blanks, in phrases by `|`.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one habit of a language"
)]
pub(super) struct Data {
    /// In tables.
    pub(super) words: &'static [&'static [(&'static str, &'static [Term])]],
    pub(super) phrases: &'static [(&'static str, &'static [Term])],
    pub(super) holidays: &'static [(&'static str, &'static [Term])],
    pub(super) glued: &'static [(&'static str, &'static str, &'static [Term])],
    /// Words in which a slip of the finger is recognised: neighbours swapped, a letter left out or doubled.
    pub(super) forgiving: &'static [&'static str],
    pub(super) half_is_before: bool,
    pub(super) ordinal_dot: bool,
    pub(super) date_leads: bool,
    pub(super) day_comes_first: bool,
    pub(super) modifiers_follow: bool,
    pub(super) next_weekday_is_coming: bool,
    pub(super) hours_to_24: bool,
}

/// What is known about a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub(super) terms: &'static [Term],
    /// Whether it was recognised in spite of its spelling.
    pub(super) misspelt: bool,
}

struct Phrase {
    /// The words after the first.
    rest: Vec<String>,
    terms: &'static [Term],
}

/// What a word becomes by one slip of the finger. Replaced letters are left out: they make other words.
fn slips(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut slips = Vec::new();
    for index in 0..letters.len() {
        let mut left_out = letters.clone();
        left_out.remove(index);
        slips.push(left_out.into_iter().collect());
        let mut doubled = letters.clone();
        doubled.insert(index, letters[index]);
        slips.push(doubled.into_iter().collect());
        if index + 1 < letters.len() {
            let mut swapped = letters.clone();
            swapped.swap(index, index + 1);
            slips.push(swapped.into_iter().collect());
        }
    }
    slips
}
