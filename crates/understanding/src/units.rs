//! A message as units: what a person would call its words. Coarser than tokens: "to-do", "5pm", `#42` and a whole
//! quotation are one unit each, and what separates them is a property of the gap.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::{Class, Lexicon, WordId};
use crate::tokens::{Token, TokenKind};

/// How many tokens a quotation may hold; a mark that is closed later opens nothing.
const LONGEST_QUOTATION: usize = 300;

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
    /// Whether it is this folded word.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.word == word
    }

    /// Whether it is one of these folded words.
    pub(crate) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.word.as_ref())
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

struct Reader<'a, 't> {
    text: &'t str,
    tokens: &'a [Token<'t>],
    lexicon: &'a Lexicon,
    units: Vec<Unit<'t>>,
    gap: Gap,
    at: usize,
}

impl<'t> Reader<'_, 't> {
    fn step(&mut self) {
        let token = &self.tokens[self.at];
        let line_start = self.starts_line();
        if line_start && !self.units.is_empty() {
            self.gap.add(Gap::LINE);
        }
        if line_start && let Some(length) = self.bullet() {
            self.gap.add(Gap::BULLET);
            self.at += length;
            return;
        }
        if let Some(close) = self.quotation() {
            self.push(self.at, close + 1, UnitKind::Quoted);
            return;
        }
        match token.kind {
            TokenKind::Word | TokenKind::Number | TokenKind::Link => {
                let end = self.run_end(self.at);
                let kind = if token.kind == TokenKind::Number && end == self.at + 1 {
                    UnitKind::Number
                } else {
                    UnitKind::Word
                };
                self.push(self.at, end, kind);
            }
            TokenKind::Symbol | TokenKind::Punctuation => self.sign(),
        }
    }

    /// A sign: part of what follows it (`#42`, `-3`, `€5`), a unit of its own, or part of the gap.
    fn sign(&mut self) {
        let token = &self.tokens[self.at];
        let next = self
            .tokens
            .get(self.at + 1)
            .filter(|next| !next.space_before)
            .map(|next| next.kind);
        let opens = token.space_before || self.gap_is_open();
        match (token.text, next) {
            ("#", Some(TokenKind::Number)) => {
                let end = self.run_end(self.at + 1);
                let kind = if end == self.at + 2 {
                    UnitKind::Id
                } else {
                    UnitKind::Tag
                };
                return self.push(self.at, end, kind);
            }
            ("#", Some(TokenKind::Punctuation))
                if self.tokens[self.at + 1].text == "-"
                    && self
                        .tokens
                        .get(self.at + 2)
                        .is_some_and(|t| t.kind == TokenKind::Number && !t.space_before) =>
            {
                return self.push(self.at, self.at + 3, UnitKind::Id);
            }
            ("#", Some(TokenKind::Word)) => {
                let end = self.run_end(self.at + 1);
                return self.push(self.at, end, UnitKind::Tag);
            }
            ("-" | "\u{2212}", Some(TokenKind::Number)) if opens => {
                let end = self.run_end(self.at + 1);
                return self.push(self.at, end, UnitKind::Number);
            }
            (_, Some(TokenKind::Word | TokenKind::Number)) if token.kind == TokenKind::Symbol => {
                let end = self.run_end(self.at + 1);
                return self.push(self.at, end, UnitKind::Word);
            }
            _ => {}
        }
        if token.kind == TokenKind::Symbol && token.text != "#" {
            return self.push(self.at, self.at + 1, UnitKind::Sign);
        }
        let dash = token.text.starts_with(['-', '\u{2013}', '\u{2014}']);
        if token.text == "," {
            self.gap.add(Gap::COMMA);
        } else if token.text == ":" {
            self.gap.add(Gap::COLON);
        } else if dash {
            self.gap.add(Gap::DASH.with(Gap::COLON));
        } else if token.text.starts_with('?') {
            self.gap.add(Gap::STOP.with(Gap::QUESTION));
        } else if token.text == ";"
            || token.text.starts_with(['.', '!'])
            || token.text == "\u{2026}"
        {
            self.gap.add(Gap::STOP);
            if token.text.starts_with("!!") {
                self.gap.add(Gap::BANGS);
            }
        }
        self.at += 1;
    }

    fn gap_is_open(&self) -> bool {
        self.at == 0 || matches!(self.tokens[self.at - 1].text, "(" | "[" | ":" | "," | "\"")
    }

    /// The token after the run of tokens that belong together with the one at `from`: "to-do", "5pm", "10:30", "and/or".
    fn run_end(&self, from: usize) -> usize {
        let mut end = from + 1;
        while let Some(token) = self.tokens.get(end) {
            if token.space_before {
                break;
            }
            let follower = self.tokens.get(end + 1).filter(|next| {
                !next.space_before && matches!(next.kind, TokenKind::Word | TokenKind::Number)
            });
            match token.kind {
                TokenKind::Word | TokenKind::Number | TokenKind::Link => end += 1,
                TokenKind::Symbol
                    if matches!(token.text, "%" | "°" | "€" | "$" | "£" | "+" | "&" | "@") =>
                {
                    end += 1;
                }
                TokenKind::Punctuation | TokenKind::Symbol => {
                    let before = self.tokens[end - 1].kind;
                    let joins = match token.text {
                        "-" | "_" | "/" | "'" | "\u{2019}" | "\u{2010}" | "\u{2011}" | "+"
                        | "&" | "." => true,
                        ":" | "," => {
                            before == TokenKind::Number
                                && follower.is_some_and(|next| next.kind == TokenKind::Number)
                        }
                        _ => false,
                    };
                    if !joins || follower.is_none() {
                        break;
                    }
                    end += 2;
                }
            }
        }
        end
    }

    fn starts_line(&self) -> bool {
        self.at == 0
            || self.text[self.tokens[self.at - 1].end..self.tokens[self.at].start].contains('\n')
    }

    /// The length of a bullet ("-", "*", "•", "1.", "2)", "[ ]", "- [x]") at the beginning of a line.
    fn bullet(&self) -> Option<usize> {
        let text = |offset: usize| {
            self.tokens
                .get(self.at + offset)
                .map_or("", |token| token.text)
        };
        let spaced = |offset: usize| {
            self.tokens
                .get(self.at + offset)
                .is_some_and(|token| token.space_before)
        };
        let mut length = 0;
        if matches!(
            text(0),
            "-" | "*" | "\u{2022}" | "+" | "\u{2013}" | "\u{2014}" | "\u{b7}"
        ) && spaced(1)
        {
            length = 1;
        } else if self.tokens[self.at].kind == TokenKind::Number
            && matches!(text(1), "." | ")")
            && !spaced(1)
            && spaced(2)
        {
            length = 2;
        }
        if text(length) == "[" {
            let close = if text(length + 1) == "]" { 1 } else { 2 };
            if text(length + close) == "]" && (close == 1 || matches!(text(length + 1), "x" | "X"))
            {
                length += close + 1;
            }
        }
        (length > 0).then_some(length)
    }

    /// When a quotation begins here: the token that closes it.
    fn quotation(&self) -> Option<usize> {
        let token = &self.tokens[self.at];
        let closers: &[&str] = match token.text {
            "\"" => &["\"", "\u{201d}"],
            "\u{201c}" => &["\u{201d}", "\"", "\u{201c}"],
            "\u{201e}" => &["\u{201c}", "\u{201d}", "\""],
            "\u{ab}" => &["\u{bb}"],
            "\u{bb}" => &["\u{ab}"],
            "'" | "\u{2018}" | "\u{201a}" => &["'", "\u{2019}", "\u{2018}"],
            "`" => &["`"],
            _ => return None,
        };
        let single = matches!(token.text, "'" | "\u{2018}" | "\u{201a}" | "`");
        let opens = token.space_before || self.gap_is_open();
        let next = self.tokens.get(self.at + 1)?;
        // «so» is set without blanks, « so » with them; an apostrophe alone opens nothing.
        if single && (!opens || next.space_before) {
            return None;
        }
        let close = (self.at + 1..self.tokens.len())
            .take(LONGEST_QUOTATION)
            .find(|&place| {
                let candidate = &self.tokens[place];
                let followed = self.tokens.get(place + 1).is_none_or(|after| {
                    after.space_before || !matches!(after.kind, TokenKind::Word | TokenKind::Number)
                });
                closers.contains(&candidate.text)
                    && (!single || (followed && !candidate.space_before))
            })?;
        (close > self.at + 1).then_some(close)
    }

    fn push(&mut self, from: usize, end: usize, kind: UnitKind) {
        let (first, last) = (&self.tokens[from], &self.tokens[end - 1]);
        let written = &self.text[first.start..last.end];
        let (text, word) = match kind {
            UnitKind::Quoted => {
                let inside = &self.text[self.tokens[from + 1].start..self.tokens[end - 2].end];
                (inside, Cow::Borrowed(""))
            }
            UnitKind::Id | UnitKind::Tag => (&written[1..], Cow::Borrowed(&written[1..])),
            _ => (written, self.folded(from, end)),
        };
        let entry = match kind {
            UnitKind::Word | UnitKind::Sign | UnitKind::Number => self.lexicon.entry(&word),
            _ => None,
        };
        let number = match kind {
            // A number too large to read is still one; no task can have it.
            UnitKind::Number | UnitKind::Id => {
                Some(text.replace('\u{2212}', "-").parse().unwrap_or(i64::MAX))
            }
            _ => entry.and_then(|entry| entry.number),
        };
        self.units.push(Unit {
            text,
            id: entry.map_or(0, |entry| entry.id),
            kind,
            class: entry.map_or(Class::NONE, |entry| entry.class),
            number,
            ordinal: entry.and_then(|entry| entry.ordinal),
            word,
            bytes: first.start..last.end,
            chars: first.start_char..last.end_char,
            gap: std::mem::take(&mut self.gap),
            date: None,
            priority_length: None,
            shift_length: None,
            date_length: None,
        });
        self.at = end;
    }

    fn folded(&self, from: usize, end: usize) -> Cow<'t, str> {
        let word = if end == from + 1 {
            self.tokens[from].folded.clone()
        } else {
            Cow::Owned(
                self.tokens[from..end]
                    .iter()
                    .map(|token| token.folded.as_ref())
                    .collect(),
            )
        };
        let usual = self.lexicon.spelling(&word);
        if usual == word {
            word
        } else {
            Cow::Owned(usual.to_owned())
        }
    }
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
