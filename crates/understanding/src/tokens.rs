//! Cuts a message into words, numbers and signs, each with its place in the text.
//!
//! Everything later points at tokens, so that a piece of the message can be recognised, shown and cut out exactly.
//! Nothing here knows any language. Linear in the length of the text, one allocation for the list and one for each
//! token that needs folding.

use std::borrow::Cow;

use tasktalk_domain::text;
use unicode_normalization::char::is_combining_mark;

/// A word, number or sign of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// As it was written.
    pub text: &'t str,
    /// In lower case, without accents, with straight apostrophes.
    pub folded: Cow<'t, str>,
    /// The first byte in the message.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The first Unicode scalar value ("character") in the message.
    pub start_char: usize,
    /// The character after the last.
    pub end_char: usize,
    /// What it looks like.
    pub kind: TokenKind,
    /// Whether white space, or the start of the message, stands before it.
    pub space_before: bool,
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes inside ("don't", "o'clock") and digits after them ("p1", "mp3"). Letters right
    /// after a digit are a word of their own without digits: "5pm" is `5` `pm`, "17h30" is `17` `h` `30`.
    Word,
    /// The digits 0 to 9 and nothing else: "7:30" is `7` `:` `30`.
    Number,
    /// A sign that separates: one character, but a run of equal `.`, `!`, `?`, `-`, `_`, `*`, `=` or `~`.
    Punctuation,
    /// Any other sign: `#`, `@`, `+`, `€`, a pictograph.
    Symbol,
    /// A web address or e-mail address, in one piece.
    Link,
}

impl Token<'_> {
    /// Whether it is this word, compared folded.
    pub fn is(&self, word: &str) -> bool {
        self.folded == word
    }

    /// Whether it is written with a capital first letter.
    pub fn is_capitalised(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// Cuts a text into tokens; white space and control characters only separate.
pub fn tokenize(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 4);
    let mut at = Place { byte: 0, char: 0 };
    let mut space_before = true;
    // Up to where the current run of non-blank characters is known to hold no link.
    let mut no_link_until = 0;
    while let Some(c) = text[at.byte..].chars().next() {
        if c.is_whitespace() || c.is_control() {
            at = at.after(c);
            space_before = true;
            continue;
        }
        let rest = &text[at.byte..];
        let mut link = None;
        if at.byte >= no_link_until {
            let run = &rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())];
            let opening = run.len() - run.trim_start_matches(['(', '<', '[', '"', '\'']).len();
            match link_length(&run[opening..]) {
                Some(length) if opening == 0 => {
                    link = Some(length);
                    no_link_until = at.byte + length;
                }
                Some(_) => no_link_until = at.byte + opening,
                None => no_link_until = at.byte + run.len(),
            }
        }
        let after_digit = !space_before
            && tokens
                .last()
                .is_some_and(|t: &Token<'_>| t.kind == TokenKind::Number);
        let (kind, length) = match link {
            Some(length) => (TokenKind::Link, length),
            None => piece(rest, c, after_digit),
        };
        let piece = &rest[..length];
        let end = Place {
            byte: at.byte + length,
            char: at.char + piece.chars().count(),
        };
        tokens.push(Token {
            text: piece,
            folded: folded(piece),
            start: at.byte,
            end: end.byte,
            start_char: at.char,
            end_char: end.char,
            kind,
            space_before,
        });
        at = end;
        space_before = false;
    }
    tokens
}

#[derive(Clone, Copy)]
struct Place {
    byte: usize,
    char: usize,
}

impl Place {
    fn after(self, c: char) -> Self {
        Self {
            byte: self.byte + c.len_utf8(),
            char: self.char + 1,
        }
    }
}

/// The kind and length in bytes of the token at the start of `rest`, which begins with `first`.
fn piece(rest: &str, first: char, after_digit: bool) -> (TokenKind, usize) {
    if first.is_ascii_digit() {
        let length = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        (TokenKind::Number, length)
    } else if is_letter(first) {
        (TokenKind::Word, word_length(rest, after_digit))
    } else if matches!(first, '.' | '!' | '?' | '-' | '_' | '*' | '=' | '~') {
        let length = rest.find(|c: char| c != first).unwrap_or(rest.len());
        (TokenKind::Punctuation, length)
    } else if is_punctuation(first) {
        (TokenKind::Punctuation, first.len_utf8())
    } else {
        (TokenKind::Symbol, first.len_utf8())
    }
}

fn word_length(rest: &str, letters_only: bool) -> usize {
    let mut chars = rest.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let inside = if is_apostrophe(c) {
            chars.peek().is_some_and(|&(_, next)| is_letter(next))
        } else {
            is_letter(c) || (c.is_ascii_digit() && !letters_only)
        };
        if !inside {
            return start;
        }
    }
    rest.len()
}

/// Digits of other scripts count as letters: they are words to us, not numbers to compute with.
fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        c.is_alphanumeric() || is_combining_mark(c)
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{b4}')
}

fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '/'
            | '\\'
            | '|'
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '<'
            | '>'
            | '"'
            | '¿'
            | '¡'
            | '…'
            | '«'
            | '»'
    ) || is_apostrophe(c)
        || ('\u{2010}'..='\u{2027}').contains(&c)
        || ('\u{2030}'..='\u{205e}').contains(&c)
        || ('\u{3001}'..='\u{3011}').contains(&c)
}

/// The length of the link at the start of a run of non-blank characters, without the punctuation that ends a sentence.
fn link_length(run: &str) -> Option<usize> {
    let at_sign = run.find('@');
    let is_link = run.contains("://")
        || run
            .get(..4)
            .is_some_and(|head| head.eq_ignore_ascii_case("www."))
        || at_sign.is_some_and(|at| {
            run[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
                && run[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric())
                && run[at + 1..].contains('.')
        });
    let starts_plainly = run.starts_with(|c: char| c.is_ascii_alphanumeric());
    (is_link && starts_plainly).then(|| {
        run.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\''])
            .len()
    })
}

fn folded(piece: &str) -> Cow<'_, str> {
    if piece
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase() && b != b'`')
    {
        Cow::Borrowed(piece)
    } else if piece.is_ascii() {
        Cow::Owned(piece.to_ascii_lowercase().replace('`', "'"))
    } else {
        Cow::Owned(text::fold(piece))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> String {
        tokenize(text).iter().fold(String::new(), |mut cut, token| {
            let gap = match (cut.is_empty(), token.space_before) {
                (true, _) => "",
                (false, true) => " ",
                (false, false) => "|",
            };
            let _ = write!(cut, "{gap}{}", token.text);
            cut
        })
    }

    #[test]
    fn cuts_where_dates_and_titles_need_it() {
        for (text, expected) in [
            ("call mum at 5pm", "call mum at 5|pm"),
            ("3rd 7:30 10/7", "3|rd 7|:|30 10|/|7"),
            ("2026-11-27T17:00", "2026|-|11|-|27|T|17|:|00"),
            ("17h30 2morrow", "17|h|30 2|morrow"),
            ("#42, p1!!! @home", "#|42|, p1|!!! @|home"),
            ("don’t buy mum's 'milk'", "don’t buy mum's '|milk|'"),
            ("o'clock p.m.", "o'clock p|.|m|."),
            ("twenty-five...", "twenty|-|five|..."),
            (
                "see https://x.org/2026/11/27?a=b, ok",
                "see https://x.org/2026/11/27?a=b|, ok",
            ),
            ("(https://x.org/5)", "(|https://x.org/5|)"),
            (
                "mail a.b@example.com tomorrow",
                "mail a.b@example.com tomorrow",
            ),
            ("a\u{7}b\r\nc", "a b c"),
            ("", ""),
        ] {
            assert_eq!(cut(text), expected, "{text:?}");
        }
    }

    #[test]
    fn folds_and_counts_characters() {
        let tokens = tokenize("Café 5 ÉTÉ");
        assert_eq!(tokens[0].folded, "cafe");
        assert_eq!((tokens[1].start, tokens[1].start_char), (6, 5));
        assert_eq!((tokens[2].folded.as_ref(), tokens[2].end_char), ("ete", 10));
        assert!(tokens[2].is_capitalised());
        assert_eq!(tokens[1].kind, TokenKind::Number);
    }

    proptest! {
        #[test]
        fn tokens_lie_in_order_and_lose_only_blanks(text in "\\PC{0,80}|[a-z0-9:/@.#' \\-]{0,80}") {
            let mut end = 0;
            let mut end_char = 0;
            for token in tokenize(&text) {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert_eq!(&text[token.start..token.end], token.text);
                prop_assert!(text[end..token.start].chars().all(|c| c.is_whitespace() || c.is_control()));
                prop_assert_eq!(token.start_char, end_char + text[end..token.start].chars().count());
                prop_assert_eq!(token.end_char - token.start_char, token.text.chars().count());
                end = token.end;
                end_char = token.end_char;
            }
            prop_assert!(text[end..].chars().all(|c| c.is_whitespace() || c.is_control()));
        }
    }
}
