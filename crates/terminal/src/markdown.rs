//! Shows a reply's Markdown in a terminal, or takes its marks off.

/// How a reply is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Bold and dim by escape sequences (ECMA-48).
    Coloured,
    /// Text alone.
    Plain,
}

/// The reply as terminal text. Nothing in it can steer the terminal: control characters in the data are dropped, and only
/// this function adds escape sequences.
pub fn render(markdown: &str, style: Style) -> String {
    let mut text = String::with_capacity(markdown.len() + 16);
    let mut bold = false;
    let mut characters = markdown.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next_if(char::is_ascii_punctuation) {
                Some(escaped) => text.push(escaped),
                None => text.push('\\'),
            },
            '*' if characters.next_if_eq(&'*').is_some() => {
                bold = !bold;
                if style == Style::Coloured {
                    text.push_str(if bold { "\u{1b}[1m" } else { "\u{1b}[22m" });
                }
            }
            '\n' | '\t' => text.push(c),
            _ if c.is_control() || steers_direction(c) => {}
            _ => text.push(c),
        }
    }
    if bold && style == Style::Coloured {
        text.push_str("\u{1b}[22m");
    }
    text
}

/// Dim text, for what is said beside the reply.
pub fn dim(text: &str, style: Style) -> String {
    match style {
        Style::Coloured => format!("\u{1b}[2m{text}\u{1b}[22m"),
        Style::Plain => text.to_owned(),
    }
}

fn steers_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_bold_in_colour_and_gone_in_plain_text() {
        let reply = "✅ Task #1 created: **Buy milk**";
        assert_eq!(render(reply, Style::Plain), "✅ Task #1 created: Buy milk");
        assert_eq!(
            render(reply, Style::Coloured),
            "✅ Task #1 created: \u{1b}[1mBuy milk\u{1b}[22m"
        );
    }

    #[test]
    fn escaped_marks_are_shown_as_they_were_written() {
        assert_eq!(
            render(r"**2 \* 3 \[draft\]**", Style::Plain),
            "2 * 3 [draft]"
        );
    }

    #[test]
    fn data_cannot_steer_the_terminal() {
        let shown = render("a\u{1b}]52;c;x\u{7}b\u{202e}c\rd", Style::Coloured);
        assert_eq!(shown, "a]52;c;xbcd");
    }
}
