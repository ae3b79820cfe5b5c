//! Keys in the task list.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Change, Effect, reading};
use crate::{
    harmless::Harmless,
    model::{Model, Pane},
};

/// Takes in a key for the list.
pub(super) fn press(model: &mut Model, key: KeyEvent, control: bool) -> Vec<Effect> {
    if model.list.finding {
        return find(model, key, control);
    }
    let page = isize::try_from(model.size.1 / 4).unwrap_or(1).max(1);
    match key.code {
        KeyCode::Up | KeyCode::Char('k') => return step(model, -1),
        KeyCode::Down | KeyCode::Char('j') => return step(model, 1),
        KeyCode::PageUp => return step(model, -page),
        KeyCode::PageDown => return step(model, page),
        KeyCode::Home => return step(model, isize::MIN),
        KeyCode::End => return step(model, isize::MAX),
        KeyCode::Char(' ' | 'x') => {
            return on_selected(model, |completed| {
                if completed {
                    Change::Reopened
                } else {
                    Change::Done
                }
            });
        }
        KeyCode::Delete => return on_selected(model, |_| Change::Deleted),
        KeyCode::Char('a') => {
            model.list.all = !model.list.all;
            return shown_anew(model);
        }
        KeyCode::Char('/') => model.list.finding = true,
        KeyCode::Char('f') if control => model.list.finding = true,
        KeyCode::Enter => {
            if let Some(row) = model.list.selected_row() {
                let named = format!("#{} ", row.id);
                model.input.insert(&named);
                model.pane = Pane::Talk;
            }
        }
        KeyCode::Char('?') => model.keys_shown = true,
        KeyCode::Esc if !model.list.find.is_empty() => {
            model.list.find.clear();
            return shown_anew(model);
        }
        KeyCode::Esc => model.pane = Pane::Talk,
        _ => {}
    }
    Vec::new()
}

/// Pasted text is looked for.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.list.find.push_str(Harmless::line(text).as_str());
    shown_anew(model)
}

/// The words to find are being typed.
fn find(model: &mut Model, key: KeyEvent, control: bool) -> Vec<Effect> {
    let list = &mut model.list;
    match key.code {
        KeyCode::Enter | KeyCode::Down | KeyCode::Up => {
            list.finding = false;
            return Vec::new();
        }
        KeyCode::Esc => {
            list.finding = false;
            list.find.clear();
        }
        KeyCode::Char('u') if control => list.find.clear(),
        KeyCode::Backspace => {
            list.find.pop();
        }
        KeyCode::Char(c) if !control => list
            .find
            .push_str(Harmless::line(c.encode_utf8(&mut [0; 4])).as_str()),
        _ => return Vec::new(),
    }
    shown_anew(model)
}

fn shown_anew(model: &mut Model) -> Vec<Effect> {
    model.list.begin_anew();
    reading::tasks(model).into_iter().collect()
}

/// Selects another task; at the last one, more are read.
fn step(model: &mut Model, by: isize) -> Vec<Effect> {
    let list = &mut model.list;
    list.step(by);
    if by > 0
        && list.is_at_the_end()
        && list.rows.len() > list.further * crate::model::list::PAGE as usize
    {
        list.further += 1;
        return reading::tasks(model).into_iter().collect();
    }
    Vec::new()
}

fn on_selected(model: &Model, change: impl Fn(bool) -> Change) -> Vec<Effect> {
    model
        .list
        .selected_row()
        .map(|row| Effect::Change(change(row.completed), row.id))
        .into_iter()
        .collect()
}
