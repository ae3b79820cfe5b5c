//! What is being typed, and where the cursor stands.

use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::palette::Palette;
use crate::model::{Model, Pane};

/// How many rows it takes at most.
const HIGHEST: usize = 6;
/// What stands before it.
const PROMPT: &str = "› ";

/// How many rows it takes.
pub(super) fn height(model: &Model, width: u16) -> u16 {
    let rows = laid_out(model, width).0.len().min(HIGHEST);
    u16::try_from(rows).unwrap_or(1)
}

/// Draws the rows around the cursor.
pub(super) fn draw(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let (rows, (column, row)) = laid_out(model, area.width);
    let room = usize::from(area.height);
    let top = row.saturating_sub(room - 1);
    let shown = rows.into_iter().enumerate().skip(top).take(room);
    let lines: Vec<Line<'static>> = shown
        .map(|(index, text)| {
            let prompt = if index == 0 { PROMPT } else { "  " };
            Line::from(vec![
                Span::styled(prompt, palette.accent),
                Span::styled(text, Style::new()),
            ])
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
    if model.pane == Pane::Talk && !model.keys_shown {
        let x = area.x + 2 + u16::try_from(column).unwrap_or(0);
        let y = area.y + u16::try_from(row - top).unwrap_or(0);
        frame.set_cursor_position(Position::new(x.min(area.right() - 1), y));
    }
}

/// The rows, and column and row of the cursor. Breaks are where the row is full, so that the cursor never jumps.
fn laid_out(model: &Model, width: u16) -> (Vec<String>, (usize, usize)) {
    // One column stays free for the cursor at the end of a row.
    let width = usize::from(width).saturating_sub(3).max(2);
    let mut rows = vec![String::new()];
    let mut columns = 0;
    let mut cursor = (0, 0);
    for (at, cluster) in model.input.text().grapheme_indices(true) {
        let wide = cluster.width();
        if cluster != "\n" && columns + wide > width {
            rows.push(String::new());
            columns = 0;
        }
        if at == model.input.cursor() {
            cursor = (columns, rows.len() - 1);
        }
        if cluster == "\n" {
            rows.push(String::new());
            columns = 0;
        } else if let Some(row) = rows.last_mut() {
            row.push_str(cluster);
            columns += wide;
        }
    }
    if model.input.cursor() == model.input.text().len() {
        cursor = (columns, rows.len() - 1);
    }
    (rows, cursor)
}
