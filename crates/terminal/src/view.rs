//! From what is known to what is seen. Pure: the same model gives the same cells.

mod conversation;
mod keys;
mod palette;
mod tasks;
mod typing;
mod wrap;

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::{Block, Borders, Paragraph},
};

use self::palette::Palette;
use crate::model::{Model, Pane};

/// Below this there is no use in drawing.
const SMALLEST: (u16, u16) = (20, 6);

/// Where the parts of the screen are; parts that are not shown have no rows.
#[derive(Clone, Copy, Debug, Default)]
struct Areas {
    talk: Rect,
    reminder: Rect,
    question: Rect,
    rule: Rect,
    input: Rect,
    list: Rect,
    status: Rect,
}

/// Draws everything.
pub fn draw(model: &Model, frame: &mut Frame<'_>) {
    let palette = Palette::of(model.coloured);
    let whole = frame.area();
    if whole.width < SMALLEST.0 || whole.height < SMALLEST.1 {
        frame.render_widget(Paragraph::new("Make the window larger."), whole);
        return;
    }
    let areas = areas(model, whole);
    conversation::draw(model, palette, frame, areas.talk);
    tasks::draw(model, palette, frame, areas.list);
    draw_reminder(model, palette, frame, areas.reminder);
    draw_question(model, palette, frame, areas.question);
    let rule = Block::new().borders(Borders::TOP).border_style(palette.dim);
    frame.render_widget(rule, areas.rule);
    typing::draw(model, palette, frame, areas.input);
    draw_status(model, palette, frame, areas.status);
    if model.keys_shown {
        keys::draw(palette, frame, whole);
    }
}

/// Scrolls the conversation so many pages down, or up when negative.
pub(crate) fn scroll(model: &mut Model, pages: isize) {
    let whole = Rect::new(0, 0, model.size.0, model.size.1);
    let area = areas(model, whole).talk;
    let room = usize::from(area.height.saturating_sub(1));
    let last = conversation::rows(model, Palette::of(false), area.width)
        .len()
        .saturating_sub(room);
    let page = isize::try_from(room.saturating_sub(1).max(1)).unwrap_or(isize::MAX);
    let top = model.talk.top.unwrap_or(last).min(last);
    let top = top.saturating_add_signed(page.saturating_mul(pages));
    model.talk.top = (top < last).then_some(top);
}

fn areas(model: &Model, whole: Rect) -> Areas {
    let [body, status] = Layout::vertical([Constraint::Min(1), Constraint::Length(1)]).areas(whole);
    let mut areas = Areas {
        status,
        ..Areas::default()
    };
    let left = if model.is_wide() {
        let width = (body.width * 2 / 5).clamp(30, 52);
        let [left, list] =
            Layout::horizontal([Constraint::Min(1), Constraint::Length(width)]).areas(body);
        areas.list = list;
        left
    } else {
        body
    };
    let told = u16::from(!model.reminders.is_empty());
    if !model.is_wide() && model.pane == Pane::List {
        let [reminder, list] =
            Layout::vertical([Constraint::Length(told), Constraint::Min(1)]).areas(body);
        return Areas {
            reminder,
            list,
            ..areas
        };
    }
    let asked = u16::from(model.talk.question.is_some());
    let typed = typing::height(model, left.width)
        .min(left.height / 2)
        .max(1);
    [
        areas.talk,
        areas.reminder,
        areas.question,
        areas.rule,
        areas.input,
    ] = Layout::vertical([
        Constraint::Min(1),
        Constraint::Length(told),
        Constraint::Length(asked),
        Constraint::Length(1),
        Constraint::Length(typed),
    ])
    .areas(left);
    areas
}

fn draw_reminder(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    let Some(told) = model.reminders.first() else {
        return;
    };
    let late = match told.minutes_late {
        0 => String::new(),
        minutes => format!(" ({minutes} min late)"),
    };
    let more = match model.reminders.len() {
        1 => String::new(),
        count => format!(" · {} more", count - 1),
    };
    let keys = "F2 done · F3 in 10 min · F4 dismiss";
    let room = usize::from(area.width).saturating_sub(keys.len() + 3);
    let text = format!("⏰ #{} {}{late}{more}", told.task_id, told.title);
    let line = Line::from(vec![
        Span::styled(wrap::cut(&text, room.max(10)), palette.alarm),
        Span::raw("  "),
        Span::styled(keys, palette.dim),
    ]);
    frame.render_widget(Paragraph::new(line), area);
}

fn draw_question(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    let Some(question) = &model.talk.question else {
        return;
    };
    let mut spans = Vec::new();
    if question.options.len() < 10 {
        for (index, (_, label)) in question.options.iter().enumerate() {
            spans.push(Span::styled(format!(" {} ", index + 1), palette.key));
            spans.push(Span::raw(format!(" {}  ", wrap::cut(label.as_str(), 24))));
        }
    }
    spans.push(Span::styled("or answer in words", palette.dim));
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

fn draw_status(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    let hint = if model.talk.running.is_some() {
        "Ctrl+C stops · PgUp PgDn scroll"
    } else if model.pane == Pane::List {
        "Space done · Enter talk about it · a all · Tab back · ? keys"
    } else {
        "Enter says it · Ctrl+Z undo · Tab list · ? keys · Ctrl+C twice leaves"
    };
    let (text, style) = match &model.notice {
        Some(notice) => (notice.as_str(), palette.strong),
        None => (hint, palette.dim),
    };
    let state = if model.live { "" } else { "not connected" };
    let room = usize::from(area.width).saturating_sub(state.len() + 1);
    let [left, right] = Layout::horizontal([
        Constraint::Min(1),
        Constraint::Length(u16::try_from(state.len()).unwrap_or(0)),
    ])
    .areas(area);
    frame.render_widget(Span::styled(wrap::cut(text, room), style), left);
    frame.render_widget(Span::styled(state, palette.late), right);
}

#[cfg(test)]
mod tests;
