//! Parts the pronouns from a verb they are attached to: "márcala" is "marca" and "la".

use super::reader::Reader;
use super::{Gap, Unit};

/// Before a pronoun that was attached, as the patterns of a language write it.
pub(super) const ATTACHED: char = '-';

impl Reader<'_, '_> {
    /// Makes units of their own of the pronouns at the end of the last unit.
    pub(super) fn part_pronouns(&mut self) {
        let Some(whole) = self.units.last() else {
            return;
        };
        let pronouns = self.lexicon.pronouns(&whole.word);
        let length: usize = pronouns.iter().map(|pronoun| pronoun.len()).sum();
        let stem = whole.text.len().saturating_sub(length);
        // What is cut off has no accents of its own.
        let plain = whole.text.get(stem..).is_some_and(str::is_ascii);
        if pronouns.is_empty() || !plain {
            return;
        }
        let Some(mut verb) = self.units.pop() else {
            return;
        };
        let (mut bytes, mut chars) = (verb.bytes.end - length, verb.chars.end - length);
        verb.bytes.end = bytes;
        verb.chars.end = chars;
        let (text, rest) = verb.text.split_at(stem);
        let word = verb.word[..verb.word.len() - length].to_owned();
        self.units.push(self.named(
            Unit {
                text,
                ..verb.clone()
            },
            word,
        ));
        let mut rest = rest;
        for pronoun in pronouns {
            let (text, after) = rest.split_at(pronoun.len());
            rest = after;
            let unit = Unit {
                text,
                bytes: bytes..bytes + pronoun.len(),
                chars: chars..chars + pronoun.len(),
                gap: Gap::default(),
                ..verb.clone()
            };
            (bytes, chars) = (unit.bytes.end, unit.chars.end);
            self.units
                .push(self.named(unit, format!("{ATTACHED}{pronoun}")));
        }
    }

    /// The unit, with what the lexicon says of a word.
    fn named<'u>(&self, unit: Unit<'u>, word: String) -> Unit<'u> {
        let entry = self.lexicon.entry(&word).cloned().unwrap_or_default();
        Unit {
            id: entry.id,
            class: entry.class,
            roles: entry.roles,
            number: entry.number,
            ordinal: entry.ordinal,
            word: word.into(),
            ..unit
        }
    }
}
