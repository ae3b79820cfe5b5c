//! Titles and other people's words inside Markdown: shown as they are, never read as markup.

/// Longest piece of foreign text that a reply repeats, in characters.
const LONGEST: usize = 120;

/// Escapes what Markdown would read as markup. A title is one line, so it can't begin one of the reply's lines; what
/// only has a meaning there (`#`, `-`, `1.`) stays as it is.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let after = rest.chars().next().unwrap_or(' ');
        let markup = match c {
            '*' | '`' | '[' | ']' | '\\' => true,
            // Inside a word an underscore is only itself: snake_case.
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '~' => before == '~' || after == '~',
            '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
            '&' => begins_entity(rest),
            _ => false,
        };
        if markup {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
        before = c;
    }
    escaped
}

/// `amp;` and `#38;` follow an ampersand that stands for another character.
fn begins_entity(rest: &str) -> bool {
    rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#'))
        .is_some_and(|end| end > 0 && rest[end..].starts_with(';'))
}

/// Escapes and cuts what is only repeated to be recognised, such as the words of a question.
pub(crate) fn quote(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return escape(text);
    }
    let cut: String = text.chars().take(LONGEST - 1).collect();
    format!("{}…", escape(cut.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_plain_text_is_left_alone() {
        assert_eq!(escape("**done** _x_ `y`"), r"\*\*done\*\* \_x\_ \`y\`");
        assert_eq!(escape("[a](http://b)"), r"\[a\](http://b)");
        assert_eq!(escape("<b>a</b> 1 < 2"), r"\<b>a\</b> 1 < 2");
        assert_eq!(
            escape("C# & snake_case ~5 - #2: R&D &amp;"),
            r"C# & snake_case ~5 - #2: R&D \&amp;"
        );
    }

    #[test]
    fn what_is_repeated_is_cut() {
        let quoted = quote(&"a".repeat(500));
        assert_eq!(quoted.chars().count(), LONGEST);
        assert!(quoted.ends_with('…'));
    }
}
