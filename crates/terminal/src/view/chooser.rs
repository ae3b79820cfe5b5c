//! The conversations to choose from, over everything else; above them what is looked for, or the title that is typed.

use ratatui::{
    Frame,
    layout::{Position, Rect},
    text::{Line, Span},
    widgets::{Block, Clear, Paragraph},
};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::{keys::centred, palette::Palette, wrap::cut};
use crate::model::{Chooser, Input, Model};

/// How large it is at most, with its frame.
const WIDTH: u16 = 64;
const HEIGHT: u16 = 18;

/// Draws what is looked for and what was found.
pub(super) fn draw(model: &Model, palette: Palette, frame: &mut Frame<'_>, whole: Rect) {
    let Some(chooser) = &model.chooser else {
        return;
    };
    // The row with the keys stays in sight.
    let whole = Rect {
        height: whole.height.saturating_sub(1),
        ..whole
    };
    let area = centred(whole, WIDTH, HEIGHT);
    let title = format!(" {} ", model.words.conversations);
    let block = Block::bordered()
        .border_style(palette.dim)
        .title(Span::styled(title, palette.head));
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    let (typed, column) = if let Some(renaming) = &chooser.renaming {
        title_line(&renaming.title, usize::from(inner.width))
    } else {
        let find = format!(" › {}", chooser.find);
        let column = find.width();
        (find, column)
    };
    let column = u16::try_from(column).unwrap_or(u16::MAX);
    let mut lines = vec![Line::styled(typed, palette.accent)];
    lines.extend(rows(model, chooser, palette, inner));
    frame.render_widget(Paragraph::new(lines), inner);
    if !inner.is_empty() && !model.keys_shown {
        let x = inner.x.saturating_add(column).min(inner.right() - 1);
        frame.set_cursor_position(Position::new(x, inner.y));
    }
}

/// The title that is typed, and the column of its cursor, which stays in sight.
fn title_line(title: &Input, width: usize) -> (String, usize) {
    const MARK: &str = " ✎ ";
    let room = width.saturating_sub(MARK.width() + 1);
    let (before, after) = title.text().split_at(title.cursor());
    let mut shown = before;
    while shown.width() > room {
        let first = shown.graphemes(true).next().map_or(0, str::len);
        shown = &shown[first..];
    }
    (
        format!("{MARK}{shown}{after}"),
        MARK.width() + shown.width(),
    )
}

fn rows(model: &Model, chooser: &Chooser, palette: Palette, area: Rect) -> Vec<Line<'static>> {
    let width = usize::from(area.width);
    let room = usize::from(area.height).saturating_sub(1);
    if chooser.rows.is_empty() {
        let text = if chooser.loaded {
            model.words.no_conversations
        } else {
            "…"
        };
        return vec![Line::styled(format!(" {text}"), palette.dim)];
    }
    let lowest = chooser.rows.len().saturating_sub(room);
    let top = chooser.selected.saturating_sub(room / 2).min(lowest);
    let shown = chooser.rows.iter().enumerate().skip(top).take(room);
    shown
        .map(|(index, (id, title))| {
            let here = model.talk.conversation.as_ref() == Some(id);
            let mark = if here { "•" } else { " " };
            let text = cut(&format!(" {mark} {title}"), width);
            let rest = " ".repeat(width.saturating_sub(text.width()));
            let text = format!("{text}{rest}");
            if index == chooser.selected {
                Line::styled(text, palette.key)
            } else {
                Line::raw(text)
            }
        })
        .collect()
}
