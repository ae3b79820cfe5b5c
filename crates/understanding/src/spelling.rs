//! Words as they were meant: misspelt command words, "2" for "to", and the `-ing` form of a command.
//!
//! Only what a unit is taken for changes, never its text: a title keeps what was written.

use crate::lexicon::{Class, Language, Role};
use crate::matching;
use crate::units::{Unit, UnitKind};

/// Words up to this length are easily mistaken for others: in them only slips that leave no word are seen.
const SHORT: usize = 5;
/// Shorter words are never recognised in spite of their spelling.
const SHORTEST: usize = 3;
/// No keyword is this long.
const LONGEST: usize = 14;

/// Mends the units of a message.
pub(crate) fn mend(units: &mut [Unit<'_>], language: &Language) {
    for at in 0..units.len() {
        let misspelt = misspelt(&units[at], language).or_else(|| cut_short(units, at, language));
        let meant = misspelt
            .or_else(|| digit_for_word(units, at, language))
            .or_else(|| command_form(units, at, language))
            .map(str::to_owned);
        if let Some(meant) = meant
            && let Some(entry) = language.lexicon.entry(&meant)
        {
            let unit = &mut units[at];
            unit.misspelt = misspelt.is_some();
            unit.id = entry.id;
            unit.class = entry.class;
            unit.roles = entry.roles;
            unit.number = entry.number;
            unit.kind = UnitKind::Word;
            unit.word = meant.into();
        }
    }
}

/// "remnd", "delte", "shw", "dnoe": one slip away from a word on which a command hangs.
fn misspelt(unit: &Unit<'_>, language: &Language) -> Option<&'static str> {
    let unknown = unit.id == 0 && unit.kind == UnitKind::Word;
    let plain = unit.word.len() >= SHORTEST && unit.word.chars().all(char::is_alphabetic);
    let name = unit.chars.start > 0 && language.is_name(unit);
    if !unknown || !plain || name || unit.word.len() > LONGEST {
        return None;
    }
    language.keywords.split_whitespace().find(|keyword| {
        if keyword.len() > SHORT {
            unit.word.len() >= SHORT && matching::within_one_typo(keyword, &unit.word)
        } else {
            slipped(keyword, &unit.word, language.habits.vowels)
        }
    })
}

/// Whether a short word became another by the slips that leave no word: neighbours swapped, a vowel left out.
fn slipped(meant: &str, written: &str, vowels: &str) -> bool {
    match meant.len().checked_sub(written.len()) {
        Some(0) => {
            matching::is_anagram(meant, written) && matching::within_one_typo(meant, written)
        }
        Some(1) => meant.char_indices().skip(1).any(|(at, letter)| {
            vowels.contains(letter) && [&meant[..at], &meant[at + 1..]].concat() == written
        }),
        _ => false,
    }
}

/// "ad a task", "ad milk tomorrow" at the head of a message: the word people type most, and cut short.
fn cut_short(units: &[Unit<'_>], at: usize, language: &Language) -> Option<&'static str> {
    let (cut, whole) = language.habits.cut_short?;
    let object = units.get(at + 1).is_some_and(|next| {
        next.class
            .any(Class::DETERMINER.with(Class::TASK).with(Class::CHORE))
    });
    (at == 0 && object && units[at].word == cut).then_some(whole)
}

/// "remind me 2 call": the digit stands for the word before a verb.
fn digit_for_word(units: &[Unit<'_>], at: usize, language: &Language) -> Option<&'static str> {
    let (digit, word) = language.habits.digit?;
    let written = units[at].kind == UnitKind::Number && units[at].text == digit;
    let leads = at > 0
        && units[at - 1].is_any(&[
            Role::PronounFirstObject,
            Role::AuxiliaryPerfect,
            Role::VerbOfNeed,
            Role::VerbWant,
            Role::VerbForget,
            Role::VerbRemember,
        ]);
    let verb = units
        .get(at + 1)
        .is_some_and(|unit| unit.class.any(Class::CHORE));
    (written && leads && verb).then_some(word)
}

/// "would you mind adding milk", "adding milk to my list": the command itself.
fn command_form<'l>(units: &[Unit<'_>], at: usize, language: &'l Language) -> Option<&'l str> {
    let unit = &units[at];
    let leads = at == 0 || units[at - 1].is(Role::VerbMind);
    if !leads || !unit.class.any(Class::GERUND) {
        return None;
    }
    let base = language.lexicon.entry(&unit.word)?.base.as_deref()?;
    let command = at > 0
        || language
            .commands
            .split_whitespace()
            .any(|command| command == base);
    command.then_some(base)
}
