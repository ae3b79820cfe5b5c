//! The conversation: what was said and answered, the newest at the bottom.

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::Paragraph,
};
use unicode_width::UnicodeWidthStr as _;

use super::{
    palette::Palette,
    wrap::{cut, wrap},
};
use crate::{
    markdown,
    model::{Entry, Model, Pane, Reply},
    words::Words,
};

/// Draws the title and as many rows as there is room for.
pub(super) fn draw(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let height = u16::from(model.is_high());
    let [head, body] =
        Layout::vertical([Constraint::Length(height), Constraint::Min(0)]).areas(area);
    draw_head(model, palette, frame, head);

    let rows = rows(model, palette, area.width);
    let room = usize::from(body.height);
    let last = rows.len().saturating_sub(room);
    let top = model.talk.top.unwrap_or(last).min(last);
    let below = last - top;
    let shown: Vec<Line<'static>> = rows.into_iter().skip(top).take(room).collect();
    frame.render_widget(Paragraph::new(shown), body);
    if below > 0 {
        let more = format!(" {} ", (model.words.rows_below)(below));
        let [corner] =
            Layout::horizontal([Constraint::Length(u16::try_from(more.width()).unwrap_or(0))])
                .flex(ratatui::layout::Flex::End)
                .areas(Rect {
                    y: body.bottom().saturating_sub(1),
                    height: 1,
                    ..body
                });
        frame.render_widget(Span::styled(more, palette.key), corner);
    }
}

fn draw_head(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    let style = if model.pane == Pane::Talk {
        palette.accent
    } else {
        palette.strong
    };
    let room = usize::from(area.width).saturating_sub(12);
    let title = cut(model.talk.title.as_str(), room);
    let line = Line::from(vec![
        Span::styled("Tasktalk", style),
        Span::styled(format!("  {title}"), palette.dim),
    ]);
    frame.render_widget(line, area);
}

/// All rows of the conversation at a width.
pub(super) fn rows(model: &Model, palette: Palette, width: u16) -> Vec<Line<'static>> {
    if model.talk.entries.is_empty() {
        return wrap(&[(model.words.welcome, palette.dim)], width);
    }
    let mut rows = Vec::new();
    for entry in &model.talk.entries {
        match entry {
            Entry::You(text) => {
                rows.push(Line::default());
                let lines = wrap(&[(text.as_str(), palette.accent)], width.saturating_sub(2));
                rows.extend(hanging(lines, Span::styled("› ", palette.accent)));
            }
            Entry::Reply(reply) => rows.extend(reply_rows(reply, model.words, palette, width)),
            Entry::Note(text) => rows.extend(wrap(&[(text.as_str(), palette.dim)], width)),
        }
    }
    if !model.talk.undoable.is_empty() && model.talk.running.is_none() {
        rows.push(Line::styled(model.words.undo_hint, palette.dim));
    }
    rows
}

fn reply_rows(reply: &Reply, words: &Words, palette: Palette, width: u16) -> Vec<Line<'static>> {
    let pieces = markdown::pieces(&reply.text);
    let styled: Vec<(&str, Style)> = pieces
        .iter()
        .map(|piece| {
            let style = if piece.bold {
                Style::new().add_modifier(Modifier::BOLD)
            } else {
                Style::new()
            };
            (piece.text.as_str(), style)
        })
        .collect();
    let mut rows = if styled.is_empty() {
        Vec::new()
    } else {
        wrap(&styled, width)
    };
    if reply.lost {
        rows.extend(wrap(&[(words.trying_again, palette.dim)], width));
    } else if reply.running && rows.is_empty() {
        let tool = reply.tool.as_ref().map_or("", |tool| tool.as_str());
        rows.push(Line::styled(format!("… {tool}"), palette.dim));
    }
    if reply.stopped {
        rows.push(Line::styled(words.stopped, palette.dim));
    }
    rows
}

/// The first line after a mark, the others as far in.
fn hanging(lines: Vec<Line<'static>>, mark: Span<'static>) -> Vec<Line<'static>> {
    let mut mark = Some(mark);
    lines
        .into_iter()
        .map(|mut line| {
            let before = mark.take().unwrap_or_else(|| Span::raw("  "));
            line.spans.insert(0, before);
            line
        })
        .collect()
}
