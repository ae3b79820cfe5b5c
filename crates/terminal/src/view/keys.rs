//! The keys, explained. `update/keys.rs` is where they do what is said here.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::{Block, Clear, Paragraph},
};

use super::palette::Palette;

const KEYS: [(&str, &str); 16] = [
    ("Enter", "say it"),
    ("Ctrl+J, Alt+Enter", "a new line"),
    ("1 … 9", "answer a question, on an empty line"),
    ("Ctrl+Z", "take the last change back"),
    ("Ctrl+C, Esc", "stop the answer"),
    ("Ctrl+C twice, Ctrl+D", "leave"),
    ("↑ ↓", "what you said before"),
    ("PgUp PgDn", "scroll"),
    ("Ctrl+U Ctrl+W", "delete the line, the word"),
    ("Tab", "to the list and back"),
    ("Space", "in the list: done, or open again"),
    ("Enter", "in the list: talk about this task"),
    ("a", "in the list: done tasks too"),
    ("F2 F3 F4", "a reminder: done, in 10 min, dismiss"),
    ("Ctrl+L", "draw everything anew"),
    ("?", "these keys; any key goes on"),
];

/// Draws them over everything else.
pub(super) fn draw(palette: Palette, frame: &mut Frame<'_>, whole: Rect) {
    let rows = u16::try_from(KEYS.len()).unwrap_or(0) + 2;
    let [area] = Layout::vertical([Constraint::Max(rows)])
        .flex(ratatui::layout::Flex::Center)
        .areas(whole);
    let [area] = Layout::horizontal([Constraint::Max(62)])
        .flex(ratatui::layout::Flex::Center)
        .areas(area);
    let lines: Vec<Line<'static>> = KEYS
        .iter()
        .map(|(key, what)| {
            Line::from(vec![
                Span::styled(format!(" {key:<21}"), palette.strong),
                Span::raw(*what),
            ])
        })
        .collect();
    frame.render_widget(Clear, area);
    frame.render_widget(
        Paragraph::new(lines).block(Block::bordered().title(" Keys ")),
        area,
    );
}
