//! Text that cannot steer a terminal, whoever wrote it. The one place where that is seen to.

use std::fmt::{self, Write as _};

/// Text without control characters: no C0 (but for line breaks) and no C1, so that it holds no escape sequence (ECMA-48),
/// and nothing that turns the direction of what stands around it (Unicode's bidirectional embeddings, overrides and
/// isolates, UAX #9). All text that is not our own is shown by way of this type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Harmless(String);

impl Harmless {
    /// Text of any number of lines. A tab is a space.
    pub fn text(text: &str) -> Self {
        Self(text.chars().filter_map(kept).collect())
    }

    /// Text in one line: every break is a space.
    pub fn line(text: &str) -> Self {
        Self(
            text.chars()
                .filter_map(kept)
                .map(|c| if c == '\n' { ' ' } else { c })
                .collect(),
        )
    }

    /// More text at the end.
    pub fn push(&mut self, text: &str) {
        self.0.extend(text.chars().filter_map(kept));
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Harmless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The same JSON (RFC 8259) with every character that could steer a terminal written as an escape: what reads it reads what
/// was there, and nothing happens to a terminal that it is shown on. Outside of strings JSON has no such characters but the
/// breaks and tabs between its parts, which stay.
pub fn json(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\n' | '\t') || kept(c) == Some(c) {
            escaped.push(c);
        } else {
            // None of them is outside the Basic Multilingual Plane.
            let _ = write!(escaped, "\\u{:04x}", u32::from(c));
        }
    }
    escaped
}

/// What is left of one character.
fn kept(c: char) -> Option<char> {
    match c {
        '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        _ if c.is_control() || steers_direction(c) => None,
        _ => Some(c),
    }
}

fn steers_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_is_left() {
        let every: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        for kept in [Harmless::text(&every), Harmless::line(&every)] {
            assert!(!kept.as_str().chars().any(|c| c.is_control() && c != '\n'));
            assert!(!kept.as_str().chars().any(steers_direction));
        }
        let hostile = "a\u{1b}]52;c;x\u{7}b\u{202e}c\rd\u{9b}31me\nf\tg";
        assert_eq!(Harmless::text(hostile).as_str(), "a]52;c;xbcd31me\nf g");
        assert_eq!(Harmless::line(hostile).as_str(), "a]52;c;xbcd31me f g");
    }

    #[test]
    fn json_stays_the_same_json() {
        let hostile = "a\u{7f}\u{9b}31m\u{202e}\u{2028}é\n\u{1b}[0m";
        let text = serde_json::json!({"title": hostile}).to_string();
        let shown = json(&text);
        assert!(!shown.chars().any(|c| c.is_control() || steers_direction(c)));
        let read: serde_json::Value = serde_json::from_str(&shown).unwrap();
        assert_eq!(read["title"], hostile);
        assert!(shown.contains('é'));
    }

    #[test]
    fn words_of_all_languages_and_emoji_stay() {
        let text = "Ünïcödé 買い物 שלום 👩‍👩‍👧 ❤️ क्षि";
        assert_eq!(Harmless::text(text).as_str(), text);
    }
}
