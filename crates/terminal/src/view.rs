//! From what is known to what is seen. Pure: the same model gives the same cells.

mod chooser;
mod conversation;
mod keys;
mod palette;
mod tasks;
mod turned;
mod typing;
mod wrap;

use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::{Block, Borders, Paragraph},
};

use unicode_width::UnicodeWidthStr as _;

use self::palette::Palette;
use crate::model::{Model, Pane};

/// Below this there is no use in drawing.
const SMALLEST: (u16, u16) = (12, 3);

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
        frame.render_widget(Paragraph::new(model.words.too_small), whole);
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
    if model.chooser.is_some() {
        chooser::draw(model, palette, frame, whole);
    }
    if model.keys_shown {
        keys::draw(model.words, palette, frame, whole);
    }
    turned::hold_apart(frame.buffer_mut(), areas.list);
}

/// Scrolls the conversation so many pages down, or up when negative.
pub(crate) fn scroll(model: &mut Model, pages: isize) {
    let whole = Rect::new(0, 0, model.size.0, model.size.1);
    let area = areas(model, whole).talk;
    let room = usize::from(area.height.saturating_sub(u16::from(model.is_high())));
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
    let high = model.is_high();
    // Its keys are the first to go where there is little room.
    let told = u16::from(!model.reminders.is_empty()) * (1 + u16::from(high));
    if !model.is_wide() && model.pane == Pane::List {
        let [reminder, list] =
            Layout::vertical([Constraint::Length(told), Constraint::Min(1)]).areas(body);
        return Areas {
            reminder,
            list,
            ..areas
        };
    }
    let asked = u16::from(model.talk.question.is_some() && (high || told == 0));
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
        Constraint::Length(u16::from(high)),
        Constraint::Length(typed),
    ])
    .areas(left);
    areas
}

fn draw_reminder(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    let Some(told) = model.reminders.first() else {
        return;
    };
    let mut text = format!("⏰ #{} {}", told.task_id, told.title);
    if told.minutes_late > 0 {
        text = format!("{text} ({})", (model.words.late)(told.minutes_late));
    }
    if let more @ 1.. = model.reminders.len() - 1 {
        text = format!("{text} · {}", (model.words.more_reminders)(more));
    }
    let width = usize::from(area.width);
    let text = Line::styled(wrap::cut(&text, width), palette.alarm);
    let keys = wrap::cut(model.words.reminder_keys, width);
    frame.render_widget(
        Paragraph::new(vec![text, Line::styled(keys, palette.dim)]),
        area,
    );
}

fn draw_question(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    let Some(question) = &model.talk.question else {
        return;
    };
    let width = usize::from(area.width);
    let options = &question.options;
    let mut spans = Vec::new();
    let mut used = 0;
    if !options.is_empty() && options.len() < 10 {
        // Each has its number and a part of the row; what is short leaves room for others.
        for (index, (_, label)) in options.iter().enumerate() {
            let part = (width - used) / (options.len() - index);
            let label = wrap::cut(label.as_str(), part.saturating_sub(6).max(1));
            used = (used + label.width() + 6).min(width);
            spans.push(Span::styled(format!(" {} ", index + 1), palette.key));
            spans.push(Span::raw(format!(" {label}  ")));
        }
    }
    if width - used >= model.words.answer_freely.width() {
        spans.push(Span::styled(model.words.answer_freely, palette.dim));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
}

fn draw_status(model: &Model, palette: Palette, frame: &mut Frame<'_>, area: Rect) {
    let words = model.words;
    let hint = if let Some(chooser) = &model.chooser {
        if chooser.renaming.is_some() {
            words.rename_keys
        } else {
            words.conversation_keys
        }
    } else if model.talk.running.is_some() {
        words.keys_running
    } else if model.pane == Pane::List && model.list.finding {
        words.keys_finding
    } else if model.pane == Pane::List {
        words.keys_list
    } else {
        words.keys_talk
    };
    let (text, style) = match (&model.notice, &model.shut_out) {
        (Some(notice), _) => (notice.as_str(), palette.strong),
        (None, Some(why)) => (why.as_str(), palette.late),
        (None, None) => (hint, palette.dim),
    };
    let state = if model.live { "" } else { words.not_connected };
    let taken = if state.is_empty() {
        0
    } else {
        state.width() + 1
    };
    let [left, right] = Layout::horizontal([
        Constraint::Min(1),
        Constraint::Length(u16::try_from(taken).unwrap_or(0)),
    ])
    .areas(area);
    let text = wrap::cut(text, usize::from(left.width));
    frame.render_widget(Span::styled(text, style), left);
    frame.render_widget(Line::styled(state, palette.late).right_aligned(), right);
}

#[cfg(test)]
mod tests;
