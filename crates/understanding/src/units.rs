//! A message as units: what a person would call its words. Coarser than tokens: "to-do", "5pm", `#42` and a whole
//! quotation are one unit each, and what separates them is a property of the gap.

mod attached;
mod reader;

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::{Class, Lexicon, Role, Roles, WordId};
use crate::tokens::Token;

use reader::Reader;

/// One unit.
#[derive(Clone, Debug)]
pub(crate) struct Unit<'t> {
    /// As it was written; of a quotation, what is inside.
    pub(crate) text: &'t str,
    /// Folded, in its usual spelling; empty for a quotation, in which no word means anything.
    pub(crate) word: Cow<'t, str>,
    /// Its number in the vocabulary; 0 when it is not there.
    pub(crate) id: WordId,
    /// What it looks like.
    pub(crate) kind: UnitKind,
    /// What the lexicon says of it.
    pub(crate) class: Class,
    /// The parts it can play in a sentence.
    pub(crate) roles: Roles,
    /// The number it is or says: `42`, "two".
    pub(crate) number: Option<i64>,
    /// The place it says: "second".
    pub(crate) ordinal: Option<u32>,
    /// Its bytes in the message, quotation marks included.
    pub(crate) bytes: Range<usize>,
    /// Its characters in the message.
    pub(crate) chars: Range<usize>,
    /// What stands between it and the unit before.
    pub(crate) gap: Gap,
    /// Whether the word was recognised in spite of its spelling.
    pub(crate) misspelt: bool,
    /// The recognised date that it is part of, as an index.
    pub(crate) date: Option<usize>,
    /// When a priority could begin here: how many units it covers.
    pub(crate) priority_length: Option<usize>,
    /// When a span of time begins here ("two days"): how many units it covers.
    pub(crate) shift_length: Option<usize>,
    /// When a recognised date begins here: how many units it covers.
    pub(crate) date_length: Option<usize>,
}

/// What a unit looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    /// A word, or something like it.
    Word,
    /// Digits, perhaps with a sign: `3`, `-3`.
    Number,
    /// `#42`.
    Id,
    /// `#home`.
    Tag,
    /// A quotation.
    Quoted,
    /// A pictograph or another lonely sign.
    Sign,
}

impl Unit<'_> {
    /// Whether it can play this part.
    pub(crate) fn is(&self, role: Role) -> bool {
        self.roles.has(role)
    }

    /// Whether it is a pronoun that was attached to the verb before it.
    pub(crate) fn is_attached(&self) -> bool {
        self.word.starts_with(attached::ATTACHED) && self.kind == UnitKind::Word
    }

    /// Whether it can play one of these parts.
    pub(crate) fn is_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|&role| self.is(role))
    }
}

/// What stands between two units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gap(u8);

impl Gap {
    /// `,`
    pub(crate) const COMMA: Self = Self(1);
    /// `:`, or a dash between spaces
    pub(crate) const COLON: Self = Self(1 << 1);
    /// `.`, `!`, `?`, `;`
    pub(crate) const STOP: Self = Self(1 << 2);
    /// A line break.
    pub(crate) const LINE: Self = Self(1 << 3);
    /// `?`
    pub(crate) const QUESTION: Self = Self(1 << 4);
    /// A bullet or number that begins a line.
    pub(crate) const BULLET: Self = Self(1 << 5);
    /// `!!` or more.
    pub(crate) const BANGS: Self = Self(1 << 6);
    /// A dash between spaces.
    pub(crate) const DASH: Self = Self(1 << 7);

    /// Whether any of these is there.
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Both.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The units of a message and what stands after the last of them.
pub(crate) fn units<'t>(
    text: &'t str,
    tokens: &[Token<'t>],
    lexicon: &Lexicon,
) -> (Vec<Unit<'t>>, Gap) {
    let mut reader = Reader {
        text,
        tokens,
        lexicon,
        units: Vec::with_capacity(tokens.len()),
        gap: Gap::default(),
        at: 0,
    };
    while reader.at < tokens.len() {
        reader.step();
    }
    (reader.units, reader.gap)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;
    use crate::tokens::tokenize;

    fn cut(text: &str) -> Vec<(String, UnitKind)> {
        let (units, _) = units(text, &tokenize(text), &Language::english().lexicon);
        units
            .iter()
            .map(|unit| (unit.text.to_owned(), unit.kind))
            .collect()
    }

    #[test]
    fn units_are_what_a_person_calls_words() {
        use UnitKind::{Id, Number, Quoted, Tag, Word};
        for (text, expected) in [
            (
                "call at 5pm",
                vec![("call", Word), ("at", Word), ("5pm", Word)],
            ),
            ("#42 -3 7", vec![("42", Id), ("-3", Number), ("7", Number)]),
            ("to-do 10:30", vec![("to-do", Word), ("10:30", Word)]),
            ("milk,eggs", vec![("milk", Word), ("eggs", Word)]),
            ("#home #42nd", vec![("home", Tag), ("42nd", Tag)]),
            (
                "to 'Call mom tonight'",
                vec![("to", Word), ("Call mom tonight", Quoted)],
            ),
            (
                "mum's “a b” don't",
                vec![("mum's", Word), ("a b", Quoted), ("don't", Word)],
            ),
            ("say « so »", vec![("say", Word), ("so", Quoted)]),
            (
                "- a\n2) b\n[ ] c",
                vec![("a", Word), ("b", Word), ("c", Word)],
            ),
            (
                "'tis the season",
                vec![("tis", Word), ("the", Word), ("season", Word)],
            ),
            ("todo:milk", vec![("todo", Word), ("milk", Word)]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(t, k)| (t.to_owned(), k))
                .collect();
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn gaps_tell_what_stood_between() {
        let text = "no, really: a\n* b?";
        let (units, after) = units(text, &tokenize(text), &Language::english().lexicon);
        assert!(units[1].gap.has(Gap::COMMA));
        assert!(units[2].gap.has(Gap::COLON));
        assert!(units[3].gap.has(Gap::LINE) && units[3].gap.has(Gap::BULLET));
        assert!(after.has(Gap::QUESTION));
    }
}
