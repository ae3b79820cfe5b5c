//! The task list.

use ratatui::{
    Frame,
    layout::Rect,
    style::{Modifier, Style},
    text::{Line, Span},
    widgets::{Block, Borders, Paragraph},
};
use tasktalk_api::tasks::Priority;

use super::{palette::Palette, wrap::cut};
use crate::model::{Model, Pane, list::TaskRow};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Draws the list around the selected task.
pub(super) fn draw(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let focused = model.pane == Pane::List;
    let title = if focused {
        palette.accent
    } else {
        palette.strong
    };
    let name = if model.list.all { "All tasks" } else { "To do" };
    let head = format!(" {name} ({})", model.list.count);
    let mut block = Block::new();
    if model.is_wide() {
        block = block.borders(Borders::LEFT).border_style(palette.dim);
    }
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let mut rows = vec![Line::styled(cut(&head, usize::from(inner.width)), title)];
    let room = usize::from(inner.height).saturating_sub(1);
    rows.extend(visible(model, palette, inner.width, room, focused));
    frame.render_widget(Paragraph::new(rows), inner);
}

fn visible(
    model: &Model,
    palette: Palette,
    width: u16,
    room: usize,
    focused: bool,
) -> Vec<Line<'static>> {
    let list = &model.list;
    if list.rows.is_empty() {
        let text = if list.loaded {
            " Nothing to do."
        } else {
            " …"
        };
        return vec![Line::styled(text, palette.dim)];
    }
    let mut lines = Vec::new();
    let mut selected_at = 0;
    for (index, row) in list.rows.iter().enumerate() {
        let selected = index == list.selected;
        if selected {
            selected_at = lines.len();
        }
        let mark = focused && selected;
        lines.extend(task(row, palette, usize::from(width), mark, &model.now));
    }
    let hidden = list.count.saturating_sub(list.rows.len());
    if hidden > 0 {
        lines.push(Line::styled(format!(" … and {hidden} more"), palette.dim));
    }
    // The selected task in the middle, as far as the ends allow.
    let lowest = lines.len().saturating_sub(room);
    let top = selected_at.saturating_sub(room / 2).min(lowest);
    lines.into_iter().skip(top).take(room).collect()
}

fn task(
    row: &TaskRow,
    palette: Palette,
    width: usize,
    marked: bool,
    now: &str,
) -> Vec<Line<'static>> {
    let late = row.is_overdue(now);
    let style = match (marked, row.completed) {
        (true, _) => palette.key,
        (false, true) => palette.dim,
        (false, false) => Style::new(),
    };
    let tick = if row.completed { "x" } else { " " };
    let head = format!(" [{tick}] #{} ", row.id);
    let room = width.saturating_sub(head.len());
    let title = cut(row.title.as_str(), room);
    let mut lines = vec![Line::from(vec![
        Span::styled(head, style),
        Span::styled(title, style),
    ])];
    let details = details(row, now, late);
    if !details.is_empty() {
        let style = if late {
            palette.late
        } else {
            Style::new().add_modifier(Modifier::DIM)
        };
        let text = cut(&details.join(" · "), width.saturating_sub(5));
        lines.push(Line::styled(format!("     {text}"), style));
    }
    lines
}

fn details(row: &TaskRow, now: &str, late: bool) -> Vec<String> {
    let mut details = Vec::new();
    if late {
        details.push("overdue".to_owned());
    }
    if let Some(due) = &row.due {
        let zone = row.zone.as_ref().map(|zone| format!(" ({zone})"));
        details.push(format!("{}{}", day(due, now), zone.unwrap_or_default()));
    }
    match row.priority {
        Priority::None => {}
        Priority::Low => details.push("low".to_owned()),
        Priority::Medium => details.push("medium".to_owned()),
        Priority::High => details.push("high".to_owned()),
    }
    if row.repeats {
        details.push("repeats".to_owned());
    }
    details.extend(row.tags.iter().map(|tag| format!("#{tag}")));
    details
}

/// `2026-11-27T15:00:00` as `27 Nov 15:00`; with the year when it is another than this one. What is no date is shown as it
/// is.
fn day(due: &str, now: &str) -> String {
    let clock = due.get(11..16).map(|time| format!(" {time}"));
    let clock = clock.unwrap_or_default();
    if due.get(..10).is_some() && due.get(..10) == now.get(..10) {
        return format!("today{clock}");
    }
    let parts = (|| {
        let month: usize = due.get(5..7)?.parse().ok()?;
        let day: u8 = due.get(8..10)?.parse().ok()?;
        Some((day, *MONTHS.get(month.checked_sub(1)?)?))
    })();
    let Some((day, month)) = parts else {
        return due.to_owned();
    };
    if due.get(..4) == now.get(..4) {
        format!("{day} {month}{clock}")
    } else {
        format!("{day} {month} {}{clock}", due.get(..4).unwrap_or_default())
    }
}
