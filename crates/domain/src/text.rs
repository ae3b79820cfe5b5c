//! Cleaning text that people typed, once, before it becomes a title, a tag or a message.

use unicode_normalization::UnicodeNormalization;

/// Composes (NFC), turns every run of white space and control characters into one space, drops characters that
/// only steer direction or stay invisible, and trims.
pub fn one_line(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.nfc() {
        if c.is_whitespace() || c.is_control() {
            if !clean.ends_with(' ') {
                clean.push(' ');
            }
        } else if !is_invisible(c) {
            clean.push(c);
        }
    }
    clean.trim().to_owned()
}

/// Like [`one_line`], but keeps line breaks and tabs.
pub fn several_lines(text: &str) -> String {
    text.nfc()
        .filter(|&c| c == '\n' || c == '\t' || !(c.is_control() || is_invisible(c)))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// The text folded for comparison: lower case, accents removed, apostrophes straightened, "ß" as "ss".
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .fold(String::with_capacity(text.len()), |mut folded, c| {
            match c {
                '\u{2019}' | '\u{2018}' | '`' | '\u{b4}' => folded.push('\''),
                'ß' => folded.push_str("ss"),
                c => folded.push(c),
            }
            folded
        })
}

/// Zero-width, bidirectional and tag characters. The zero-width joiner stays: emoji are built with it.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}' | '\u{fff9}'..='\u{fffb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminal_and_direction_tricks_do_not_survive() {
        assert_eq!(
            one_line(" a\u{1b}[31mb\r\n\tc\u{202e}d\u{200b} "),
            "a [31mb cd"
        );
        assert_eq!(several_lines("a\u{7}\n\tb "), "a\n\tb");
    }

    #[test]
    fn folding_ignores_case_and_accents() {
        assert_eq!(fold("Café Zoë’s"), "cafe zoe's");
    }
}
