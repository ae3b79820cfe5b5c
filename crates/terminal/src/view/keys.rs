//! The keys, explained. `update/keys.rs` is where they do what is said here.

use ratatui::{
    Frame,
    layout::{Constraint, Flex, Layout, Rect},
    text::{Line, Span},
    widgets::{Block, Clear, Paragraph},
};

use unicode_width::UnicodeWidthStr as _;

use super::palette::Palette;
use crate::words::Words;

/// Draws them over everything else.
pub(super) fn draw(words: &Words, palette: Palette, frame: &mut Frame<'_>, whole: Rect) {
    let keys = words.keys;
    let columns = keys.iter().map(|(key, _)| key.width()).max().unwrap_or(0);
    let widest = keys.iter().map(|(_, what)| what.width()).max().unwrap_or(0);
    let rows = u16::try_from(keys.len()).unwrap_or(0) + 2;
    let width = u16::try_from(columns + widest).unwrap_or(0) + 6;
    let area = centred(whole, width, rows);
    let lines: Vec<Line<'static>> = keys
        .iter()
        .map(|(key, what)| {
            let gap = " ".repeat(columns - key.width() + 2);
            Line::from(vec![
                Span::styled(format!(" {key}{gap}"), palette.strong),
                Span::raw(*what),
            ])
        })
        .collect();
    frame.render_widget(Clear, area);
    let block = Block::bordered()
        .border_style(palette.dim)
        .title(Span::styled(
            format!(" {} ", words.keys_title),
            palette.head,
        ));
    frame.render_widget(Paragraph::new(lines).block(block), area);
}

/// A place in the middle, as large as there is room.
pub(super) fn centred(whole: Rect, width: u16, height: u16) -> Rect {
    let [area] = Layout::vertical([Constraint::Max(height)])
        .flex(Flex::Center)
        .areas(whole);
    let [area] = Layout::horizontal([Constraint::Max(width)])
        .flex(Flex::Center)
        .areas(area);
    area
}
