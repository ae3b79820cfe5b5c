//! Shows a reply's Markdown in a terminal, or takes its marks off.

use crate::harmless::Harmless;

/// How a reply is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Bold and dim by escape sequences (ECMA-48).
    Coloured,
    /// Text alone.
    Plain,
}

/// A piece of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text, without marks.
    pub text: String,
    /// Whether it is shown bold.
    pub bold: bool,
}

/// The reply as terminal text. Nothing in it can steer the terminal: only this function adds escape sequences.
pub fn render(markdown: &str, style: Style) -> String {
    pieces(&Harmless::text(markdown))
        .into_iter()
        .map(|piece| match style {
            Style::Coloured if piece.bold => format!("\u{1b}[1m{}\u{1b}[22m", piece.text),
            Style::Coloured | Style::Plain => piece.text,
        })
        .collect()
}

/// The reply cut where bold begins and ends.
pub fn pieces(markdown: &Harmless) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut piece = Piece {
        text: String::new(),
        bold: false,
    };
    let mut characters = markdown.as_str().chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\\' => piece
                .text
                .push(characters.next_if(char::is_ascii_punctuation).unwrap_or(c)),
            '*' if characters.next_if_eq(&'*').is_some() => {
                let bold = !piece.bold;
                let text = String::new();
                pieces.push(std::mem::replace(&mut piece, Piece { text, bold }));
            }
            _ => piece.text.push(c),
        }
    }
    pieces.push(piece);
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// Text as Markdown that shows it as it is.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '*') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Dim text, for what is said beside the reply.
pub fn dim(text: &str, style: Style) -> String {
    match style {
        Style::Coloured => format!("\u{1b}[2m{text}\u{1b}[22m"),
        Style::Plain => text.to_owned(),
    }
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
    fn what_is_no_markdown_is_shown_as_it_is() {
        let text = r"a **b** \* c\ d";
        assert_eq!(render(&escaped(text), Style::Plain), text);
    }

    #[test]
    fn data_cannot_steer_the_terminal() {
        let shown = render("a\u{1b}]52;c;x\u{7}b\u{202e}c\rd", Style::Coloured);
        assert_eq!(shown, "a]52;c;xbcd");
    }
}
