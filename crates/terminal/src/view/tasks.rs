//! The task list.

use jiff::civil::Date;
use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::Style,
    text::{Line, Span},
    widgets::{Block, Borders, Paragraph},
};
use tasktalk_api::tasks::Priority;
use unicode_width::UnicodeWidthStr as _;

use super::{palette::Palette, wrap::cut};
use crate::{
    model::{Model, Pane, list::TaskRow},
    words::Words,
};

/// How the rows are laid out.
#[derive(Clone, Copy)]
struct Look<'m> {
    words: &'m Words,
    palette: Palette,
    width: usize,
    /// Columns of the longest number, with its mark, so that titles stand below each other.
    numbers: usize,
    now: &'m str,
}

/// Draws the list around the selected task.
pub(super) fn draw(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    if area.is_empty() {
        return;
    }
    let mut block = Block::new();
    if model.is_wide() {
        block = block.borders(Borders::LEFT).border_style(palette.dim);
    }
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let head = head(model, usize::from(inner.width));
    if model.list.finding && model.pane == Pane::List && model.chooser.is_none() {
        let column = u16::try_from(head.width()).unwrap_or(u16::MAX);
        let x = inner.x.saturating_add(column).min(inner.right() - 1);
        frame.set_cursor_position(Position::new(x, inner.y));
    }
    let style = if model.pane == Pane::List {
        palette.accent
    } else {
        palette.strong
    };
    let mut rows = vec![Line::styled(head, style)];
    let room = usize::from(inner.height).saturating_sub(1);
    rows.extend(visible(model, palette, inner.width, room));
    frame.render_widget(Paragraph::new(rows), inner);
}

/// What is shown and how many, and what was looked for.
fn head(model: &Model, width: usize) -> String {
    let list = &model.list;
    let name = if list.all {
        model.words.all_tasks
    } else {
        model.words.to_do
    };
    let head = if list.finding || !list.find.is_empty() {
        format!(" {name} ({}) / {}", list.count, list.find)
    } else {
        format!(" {name} ({})", list.count)
    };
    cut(&head, width)
}

fn visible(model: &Model, palette: Palette, width: u16, room: usize) -> Vec<Line<'static>> {
    let list = &model.list;
    if list.rows.is_empty() {
        let text = match (list.loaded, list.find.is_empty()) {
            (false, _) => "…",
            (true, true) => model.words.nothing_to_do,
            (true, false) => model.words.nothing_found,
        };
        return vec![Line::styled(format!(" {text}"), palette.dim)];
    }
    let rows = list.rows.iter();
    let numbers = rows.clone().map(|row| row.id).max().unwrap_or(0);
    let look = Look {
        words: model.words,
        palette,
        width: usize::from(width),
        numbers: numbers.to_string().len() + 1,
        now: &model.now,
    };
    // Only what can be seen is laid out: as many tasks before the selected one as fit, and those after it.
    let mut lines = Vec::new();
    let first = list.selected.saturating_sub(room);
    let mut selected_at = 0;
    for (index, row) in rows.enumerate().skip(first).take(2 * room + 1) {
        let selected = index == list.selected;
        if selected {
            selected_at = lines.len();
        }
        let marked = model.pane == Pane::List && !list.finding && selected;
        lines.extend(task(row, look, marked));
    }
    let hidden = list.count.saturating_sub(list.rows.len());
    if hidden > 0 && list.selected + room >= list.rows.len() {
        let more = (model.words.more_tasks)(hidden);
        lines.push(Line::styled(format!(" {more}"), palette.dim));
    }
    // The selected task in the middle, as far as the ends allow.
    let lowest = lines.len().saturating_sub(room);
    let top = selected_at.saturating_sub(room / 2).min(lowest);
    lines.into_iter().skip(top).take(room).collect()
}

fn task(row: &TaskRow, look: Look<'_>, marked: bool) -> Vec<Line<'static>> {
    let Look { palette, width, .. } = look;
    let late = row.is_overdue(look.now);
    let style = match (marked, row.completed) {
        (true, _) => palette.key,
        (false, true) => palette.dim,
        (false, false) => Style::new(),
    };
    let tick = if row.completed { "x" } else { " " };
    let number = format!("#{}", row.id);
    let numbers = look.numbers;
    let head = format!(" [{tick}] {number:<numbers$} ");
    let indent = head.len();
    let mut text = head + &cut(row.title.as_str(), width.saturating_sub(indent));
    if marked {
        text += &" ".repeat(width.saturating_sub(text.width()));
    }
    let mut lines = vec![Line::styled(text, style)];
    let details = details(row, look, late);
    if !details.is_empty() {
        let style = if late { palette.late } else { palette.dim };
        // Below the number.
        let indent = " [ ] ".len();
        let text = cut(&details.join(" · "), width.saturating_sub(indent));
        lines.push(Line::from(vec![
            Span::raw(" ".repeat(indent)),
            Span::styled(text, style),
        ]));
    }
    lines
}

/// When it is due, how urgent it is, whether it repeats, its tags.
fn details(row: &TaskRow, look: Look<'_>, late: bool) -> Vec<String> {
    let words = look.words;
    let mut details = Vec::new();
    if late {
        details.push(words.overdue.to_owned());
    }
    if let Some(due) = &row.due {
        let zone = row.zone.as_ref().map(|zone| format!(" ({zone})"));
        let day = day(due, look.now, words);
        details.push(format!("{day}{}", zone.unwrap_or_default()));
    }
    let [high, medium, low] = words.priorities;
    match row.priority {
        Priority::None => {}
        Priority::Low => details.push(low.to_owned()),
        Priority::Medium => details.push(medium.to_owned()),
        Priority::High => details.push(high.to_owned()),
    }
    if row.repeats {
        details.push(words.repeats.to_owned());
    }
    details.extend(row.tags.iter().map(|tag| format!("#{tag}")));
    details
}

fn is_within_a_week(today: Date, day: Date) -> bool {
    day > today && (day - today).get_days() < 7
}

/// `2026-11-27T15:00:00` as `27 Nov 15:00` or `tomorrow 15:00`; with the weekday in the week that comes, with the year when it
/// is another than this one. What is no date is shown as it is.
fn day(due: &str, now: &str, words: &Words) -> String {
    let date = |text: &str| text.get(..10)?.parse::<Date>().ok();
    let Some(day) = date(due) else {
        return due.to_owned();
    };
    let today = date(now);
    let name = if Some(day) == today {
        words.today.to_owned()
    } else if day.yesterday().ok() == today {
        words.tomorrow.to_owned()
    } else if day.tomorrow().ok() == today {
        words.yesterday.to_owned()
    } else {
        let index = |number: i8| usize::try_from(number).unwrap_or(0);
        let mut name = (words.day)(day.day(), index(day.month() - 1));
        if today.is_some_and(|today| is_within_a_week(today, day)) {
            let weekday = index(day.weekday().to_monday_zero_offset());
            name = format!("{} {name}", words.weekdays[weekday]);
        }
        if today.is_some_and(|today| today.year() == day.year()) {
            name
        } else {
            format!("{name} {}", day.year())
        }
    };
    match due.get(11..16) {
        Some(time) => format!("{name} {time}"),
        None => name,
    }
}
