//! The message as the grammar sees it: each token, or phrase of tokens, with what it means in a date.

use std::cell::Cell;

use crate::language::{self, Tongue};
use crate::tokens::{Token, TokenKind};

use super::{
    Moment,
    description::Description,
    language::{Known, Language},
    vocabulary::{Term, Trust},
};

/// The words of a message, and what the grammar must remember while it reads them.
pub(super) struct Words<'a> {
    list: Vec<Word>,
    tokens: &'a [Token<'a>],
    pub(super) moment: &'a Moment,
    pub(super) language: &'static Language,
    /// The last impossible date or time met, its first word and the one after it, so that no part of it is taken for
    /// a date.
    impossible: Cell<(usize, usize)>,
    /// The description that was last read at the start of an expression, and where.
    pub(super) last_description: Cell<Option<(usize, Read<Description>)>>,
    /// How often a word was looked at, to see that reading takes linear time.
    #[cfg(test)]
    pub(super) looks: Cell<usize>,
    /// How deeply descriptions are nested: "a week after two days before …".
    depth: Cell<u8>,
}

#[derive(Clone, Copy)]
struct Word {
    first: usize,
    end: usize,
    known: Known,
    number: Option<Number>,
    opens_piece: bool,
    opens_expression: bool,
}

/// A number written in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: u32,
    /// How many digits were written.
    pub(super) digits: usize,
}

const UNKNOWN: Known = Known {
    terms: &[],
    misspelt: false,
};

/// What was read, and the word after it.
pub(super) type Read<T> = Option<(T, usize)>;

impl<'a> Words<'a> {
    /// The words of a text in whatever language it is.
    pub(super) fn new(tokens: &'a [Token<'a>], moment: &'a Moment) -> Self {
        Self::of(
            language::guess(tokens, &moment.locale).tongue,
            tokens,
            moment,
        )
    }

    pub(super) fn of(tongue: Tongue, tokens: &'a [Token<'a>], moment: &'a Moment) -> Self {
        let language = Language::of(tongue);
        let mut list = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let (length, known) = meaning(language, tokens, at);
            let number = (length == 1 && token.kind == TokenKind::Number && token.text.len() <= 9)
                .then(|| token.text.parse().ok())
                .flatten()
                .map(|value| Number {
                    value,
                    digits: token.text.len(),
                });
            list.push(Word {
                first: at,
                end: at + length,
                known,
                number,
                opens_piece: number.is_some() || known.terms.iter().any(|t| t.opens_piece()),
                opens_expression: number.is_some()
                    || known.terms.iter().any(|t| t.opens_expression()),
            });
            at += length;
        }
        Self {
            list,
            tokens,
            moment,
            language,
            impossible: Cell::new((0, 0)),
            last_description: Cell::new(None),
            #[cfg(test)]
            looks: Cell::new(0),
            depth: Cell::new(0),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The tokens of the words from `start` to `end`.
    pub(super) fn token_range(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let first = self.list.get(start).map_or(self.tokens.len(), |w| w.first);
        let last = end.checked_sub(1).and_then(|last| self.list.get(last));
        first..last.map_or(first, |w| w.end)
    }

    /// Whether a date expression can begin here at all.
    pub(super) fn can_begin(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.opens_expression)
    }

    /// Whether a day, a time or a distance can begin here.
    pub(super) fn can_begin_piece(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.opens_piece)
    }

    pub(super) fn has(&self, at: usize, term: Term) -> bool {
        self.word(at)
            .is_some_and(|word| word.known.terms.contains(&term))
    }

    pub(super) fn has_any(&self, at: usize, terms: &[Term]) -> bool {
        terms.iter().any(|&term| self.has(at, term))
    }

    /// The first meaning of the word that `select` accepts.
    pub(super) fn pick<T>(&self, at: usize, select: impl FnMut(Term) -> Option<T>) -> Option<T> {
        self.word(at)?.known.terms.iter().copied().find_map(select)
    }

    /// How many days from today a word alone means: "tomorrow".
    pub(super) fn day_offset(&self, at: usize) -> Option<i32> {
        self.pick(at, |term| match term {
            Term::Day(offset) => Some(offset),
            _ => None,
        })
    }

    /// The number of digits at a place.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        self.word(at)?.number
    }

    /// Whether the word stands right behind the one before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at > 0 && self.token(at).is_some_and(|token| !token.space_before)
    }

    /// Whether letters stand right behind the word before them: "5pm".
    pub(super) fn is_glued_word(&self, at: usize) -> bool {
        self.is_glued(at)
            && self
                .token(at)
                .is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether it is this sign.
    pub(super) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.token(at).is_some_and(|token| {
            token.text.starts_with(sign) && token.text.len() == sign.len_utf8()
        })
    }

    /// Whether it is this sign, with no space around it.
    pub(super) fn is_inner_sign(&self, at: usize, sign: char) -> bool {
        self.is_sign(at, sign) && self.is_glued(at) && self.is_glued(at + 1)
    }

    /// Whether it is a dash of any kind.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| matches!(token.text, "-" | "--" | "–" | "—" | "‐" | "‑" | "~"))
    }

    /// Whether it is a sign that ends a part of a sentence.
    pub(super) fn is_stop(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| token.text.starts_with([',', ';', '.', '!', '?', ':']))
    }

    /// The word as it was written; of a phrase, its first part.
    pub(super) fn written(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.text)
    }

    /// The word folded; of a phrase, its first part.
    pub(super) fn folded(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| &token.folded)
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capitalised(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capitalised)
    }

    /// Whether any word of a piece was recognised in spite of its spelling.
    pub(super) fn any_misspelt(&self, start: usize, end: usize) -> bool {
        self.list
            .get(start..end)
            .is_some_and(|words| words.iter().any(|word| word.known.misspelt))
    }

    /// Skips the word when it has this meaning.
    pub(super) fn skip(&self, at: usize, term: Term) -> usize {
        at + usize::from(self.has(at, term))
    }

    /// Skips the word when it is this sign.
    pub(super) fn skip_sign(&self, at: usize, sign: char) -> usize {
        at + usize::from(self.is_sign(at, sign))
    }

    /// Whether a word follows that a number or name before it could belong to: "5 tables", "christmas presents".
    pub(super) fn content_follows(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else {
            return false;
        };
        match self.tokens[word.first].kind {
            TokenKind::Word => word.known.terms.iter().all(|term| term.is_content()),
            TokenKind::Number => false,
            TokenKind::Link => true,
            TokenKind::Symbol => !matches!(self.written(at), "#" | "@" | "&" | "+"),
            TokenKind::Punctuation => {
                matches!(self.written(at), "-" | "/")
                    && self.is_glued(at)
                    && self.is_glued(at + 1)
                    && self.number(at + 1).is_none()
            }
        }
    }

    /// Whether nothing but punctuation lies outside this piece.
    pub(super) fn is_whole(&self, start: usize, end: usize) -> bool {
        let blank = |word: &Word| {
            self.tokens[word.first..word.end]
                .iter()
                .all(|token| token.kind == TokenKind::Punctuation)
        };
        self.list[..start].iter().all(blank) && self.list[end..].iter().all(blank)
    }

    /// Whether no word stands before this one in the same part of a sentence.
    pub(super) fn is_first(&self, at: usize) -> bool {
        at == 0
            || matches!(
                self.token(at - 1),
                Some(token) if matches!(token.text.chars().next(), Some('.' | '!' | '?' | ',' | ';' | ':'))
            )
    }

    /// Whether the part of a sentence ends here.
    pub(super) fn is_last(&self, at: usize) -> bool {
        self.word(at).is_none()
            || self.has(at, Term::Exactly)
            || self.is_stop(at) && !self.is_glued(at + 1)
    }

    /// Whether the piece is a whole word from both sides: not "2.0" of "v2.0.1", not "5" of "$5".
    pub(super) fn stands_free(&self, start: usize, end: usize) -> bool {
        self.is_free_before(start) && self.is_free_after(end)
    }

    fn is_free_before(&self, start: usize) -> bool {
        // ", deadline friday".
        if start == 0 || !self.is_glued(start) || self.is_stop(start) {
            return true;
        }
        let Some(before) = self.token(start - 1) else {
            return true;
        };
        match before.kind {
            TokenKind::Punctuation => match before.text.chars().next() {
                Some('-' | '/' | '.' | ':' | '_' | '\\' | '=') => before.space_before,
                Some(_) | None => true,
            },
            TokenKind::Symbol => matches!(before.text, "~" | "+" | "|" | "@"),
            TokenKind::Word | TokenKind::Number | TokenKind::Link => false,
        }
    }

    fn is_free_after(&self, end: usize) -> bool {
        let Some(after) = self.token(end) else {
            return true;
        };
        if after.space_before {
            return true;
        }
        match after.kind {
            TokenKind::Punctuation => match after.text.chars().next() {
                Some('.' | ':') => !(self.is_glued(end + 1) && self.number(end + 1).is_some()),
                Some('-' | '/' | '_' | '\\' | '=' | '\'') => {
                    self.token(end + 1).is_none_or(|next| next.space_before)
                }
                Some(_) | None => true,
            },
            TokenKind::Symbol => !matches!(after.text, "%" | "$" | "€" | "£" | "°" | "+" | "#"),
            TokenKind::Word | TokenKind::Number | TokenKind::Link => false,
        }
    }

    /// Remembers that a piece is no possible date or time.
    pub(super) fn forbid(&self, start: usize, end: usize) {
        if end > self.impossible.get().1 {
            self.impossible.set((start, end));
        }
    }

    /// The last impossible date or time: its first word and the one after it.
    pub(super) fn forbidden(&self) -> (usize, usize) {
        self.impossible.get()
    }

    /// Whether these words were plainly meant as a date or time: by a month, a year, or a word that leads to one.
    pub(super) fn is_date_like(&self, start: usize, end: usize) -> bool {
        let is_month = |at: usize| {
            self.pick(at, |term| match term {
                Term::Month(_, Trust::Full | Trust::Short) => Some(()),
                _ => None,
            })
            .is_some()
        };
        let numbers = (start..end).filter(|&at| self.number(at).is_some()).count();
        let led = start
            .checked_sub(1)
            .is_some_and(|before| self.has_any(before, &[Term::At, Term::On, Term::By]));
        (start..end).any(is_month) || numbers > 2 || led && numbers > 0
    }

    /// The word after the last impossible date or time.
    pub(super) fn forbidden_until(&self) -> usize {
        self.impossible.get().1
    }

    /// Whether an impossible date or time begins here, perhaps behind a "the".
    pub(super) fn is_forbidden(&self, at: usize) -> bool {
        let (start, end) = self.impossible.get();
        start <= at + 1 && at < end
    }

    /// Whether a nested reading is going on.
    pub(super) fn is_nested(&self) -> bool {
        self.depth.get() > 0
    }

    /// Runs a nested reading; `None` when it is nested too deeply to be a sentence of a person.
    pub(super) fn nested<T>(&self, read: impl FnOnce() -> Option<T>) -> Option<T> {
        let depth = self.depth.get();
        if depth >= 2 {
            return None;
        }
        self.depth.set(depth + 1);
        let result = read();
        self.depth.set(depth);
        result
    }

    fn word(&self, at: usize) -> Option<&Word> {
        #[cfg(test)]
        self.looks.set(self.looks.get() + 1);
        self.list.get(at)
    }

    fn token(&self, at: usize) -> Option<&'a Token<'a>> {
        self.word(at).map(|word| &self.tokens[word.first])
    }
}

/// The number of tokens and the meaning of the longest known word or phrase at a token.
fn meaning(language: &'static Language, tokens: &[Token<'_>], at: usize) -> (usize, Known) {
    let token = &tokens[at];
    let phrase = language.phrase(|offset| {
        tokens
            .get(at + offset)
            .filter(|next| {
                let glued = offset > 0 && !next.space_before && is_letter_token(next);
                !(glued && is_letter_token(&tokens[at + offset - 1]))
            })
            .map(|next| next.folded.as_ref())
    });
    if let Some((length, terms)) = phrase {
        let known = Known {
            terms,
            misspelt: false,
        };
        return (length, known);
    }
    if token.kind == TokenKind::Number {
        let next = tokens.get(at + 1).filter(|next| !next.space_before);
        let glued = next.and_then(|next| {
            let same = |pair: &&(&str, &str, &'static [Term])| {
                pair.0 == token.text && pair.1 == next.folded
            };
            language.glued.iter().find(same)
        });
        return match glued {
            Some((_, _, terms)) => (
                2,
                Known {
                    terms,
                    misspelt: false,
                },
            ),
            None => (1, UNKNOWN),
        };
    }
    (1, language.word(&token.folded).unwrap_or(UNKNOWN))
}

fn is_letter_token(token: &Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}
