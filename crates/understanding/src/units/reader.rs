//! Cuts tokens into units.

use std::borrow::Cow;

use super::{Gap, Unit, UnitKind};
use crate::lexicon::{Class, Lexicon};
use crate::tokens::{Token, TokenKind};

/// How many tokens a quotation may hold; a mark that is closed later opens nothing.
const LONGEST_QUOTATION: usize = 300;

/// A place in the tokens, and the units before it.
pub(super) struct Reader<'a, 't> {
    pub(super) text: &'t str,
    pub(super) tokens: &'a [Token<'t>],
    pub(super) lexicon: &'a Lexicon,
    pub(super) units: Vec<Unit<'t>>,
    pub(super) gap: Gap,
    pub(super) at: usize,
}

impl<'t> Reader<'_, 't> {
    /// Reads one unit, or one sign of a gap.
    pub(super) fn step(&mut self) {
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
                self.part_pronouns();
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
            // "!high" is a mark where the lexicon knows it; any other sign of exclamation ends a sentence.
            ("!", Some(TokenKind::Word | TokenKind::Number))
                if opens
                    && self
                        .lexicon
                        .entry(&self.folded(self.at, self.at + 2))
                        .is_some() =>
            {
                return self.push(self.at, self.at + 2, UnitKind::Word);
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

    /// The length of a bullet ("-", "*", "•", "1.", "2)", "\[ \]", "- \[x\]") at the beginning of a line.
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
            UnitKind::Word | UnitKind::Sign | UnitKind::Number => self
                .lexicon
                .entry(&word)
                .or_else(|| self.lexicon.verb_before_pronoun(&word)),
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
            roles: entry.map(|entry| entry.roles).unwrap_or_default(),
            number,
            ordinal: entry.and_then(|entry| entry.ordinal),
            word,
            bytes: first.start..last.end,
            chars: first.start_char..last.end_char,
            gap: std::mem::take(&mut self.gap),
            misspelt: false,
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
