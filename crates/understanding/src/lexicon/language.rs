//! A language as the engine sees it.

use std::sync::LazyLock;

use super::senses::{Endings, Sense, Senses};
use super::{Class, Habits, Lexicon, english, german, spanish};
use crate::answer::Answer;
use crate::frames::Frames;
use crate::language::Tongue;
use crate::model::Models;
use crate::once::Once;
use crate::phrases::Phrases;
use crate::reading::Missing;
use crate::units::{Unit, UnitKind};

/// One language as the engine sees it.
#[derive(Debug)]
pub(crate) struct Language {
    /// Which it is.
    pub(crate) tongue: Tongue,
    /// Its words.
    pub(crate) lexicon: Lexicon,
    /// What its words are about.
    pub(crate) senses: Senses,
    /// The endings of its words, and what they stand for.
    pub(crate) endings: Endings,
    /// Its ways of asking.
    pub(crate) frames: Frames,
    /// Its phrases inside commands.
    pub(crate) phrases: Phrases,
    /// What says that one occurrence of a repeating task is meant, or all.
    pub(crate) once: Once,
    /// Its models, made from sentences of it.
    pub(crate) models: Models,
    /// How it writes.
    pub(crate) habits: Habits,
    /// Its words on which commands hang, worth recognising when they are misspelt.
    pub(crate) keywords: &'static str,
    /// Its verbs of commands.
    pub(crate) commands: &'static str,
    /// Its answers that mean the same whatever was asked, alternatives separated by `/`.
    pub(crate) answers: &'static [(&'static str, Answer)],
    /// What is asked back when a message lacks something.
    pub(crate) question: fn(Missing) -> &'static str,
}

static ENGLISH: LazyLock<Language> = LazyLock::new(english::language);
static GERMAN: LazyLock<Language> = LazyLock::new(german::language);
static SPANISH: LazyLock<Language> = LazyLock::new(spanish::language);

impl Language {
    /// A language.
    pub(crate) fn of(tongue: Tongue) -> &'static Self {
        match tongue {
            Tongue::English => &ENGLISH,
            Tongue::German => &GERMAN,
            Tongue::Spanish => &SPANISH,
        }
    }

    /// All languages, English first.
    pub(crate) fn all() -> impl Iterator<Item = &'static Self> {
        Tongue::ALL.iter().map(|tongue| Self::of(*tongue))
    }

    /// English, in which titles are compared.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }

    /// Whether it is English.
    pub(crate) fn is_english(&self) -> bool {
        self.tongue == Tongue::English
    }

    /// What a folded word is about.
    pub(crate) fn about(&self, word: &str) -> [Sense; 2] {
        self.senses.of(word, self.endings)
    }

    /// Where the verb stands that says what is to be done: first in "buy milk", last in "Milch kaufen", where only dates and what
    /// a preposition begins come after it.
    pub(crate) fn verb(&self, units: &[Unit<'_>]) -> Option<usize> {
        let is_verb = |unit: &Unit<'_>| unit.class.any(Class::CHORE) && unit.kind == UnitKind::Word;
        if !self.habits.verb_last {
            return units.first().filter(|first| is_verb(first)).map(|_| 0);
        }
        let at = units.iter().rposition(|unit| {
            let noun = unit.text.starts_with(char::is_uppercase) && units.len() > 1;
            is_verb(unit) && unit.date.is_none() && !noun
        })?;
        let after = units.get(at + 1);
        let ends = after.is_none_or(|next| next.date.is_some() || next.class.any(Class::STOP));
        ends.then_some(at)
    }

    /// Whether a unit inside a sentence is a name by its capital.
    pub(crate) fn is_name(&self, unit: &Unit<'_>) -> bool {
        self.habits.capital_is_name && unit.text.starts_with(char::is_uppercase)
    }
}
