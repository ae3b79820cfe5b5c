//! What each key does. `view/keys.rs` explains them to the person.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{Effect, chooser, in_list, reminders, turn};
use crate::{
    harmless::Harmless,
    line_mode::new_title,
    model::{Input, Leaving, Model, Pane},
    view,
};

/// Words that leave, as in line mode.
const LEAVE: [&str; 4] = ["exit", "quit", "bye", ":q"];

/// Takes in a key.
pub(super) fn press(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    if key.kind == KeyEventKind::Release {
        return Vec::new();
    }
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    if control && key.code == KeyCode::Char('c') {
        return interrupt(model);
    }
    model.leaving = Leaving::No;
    model.notice = None;
    if std::mem::take(&mut model.keys_shown) {
        return Vec::new();
    }
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        KeyCode::Char('l') if control => vec![Effect::Redraw],
        KeyCode::Char('z') if alt => vec![Effect::Suspend],
        _ if model.chooser.is_some() => chooser::press(model, key, control),
        KeyCode::Char('o') if control => chooser::open(model),
        KeyCode::Char('n') if control => chooser::begin_new(model),
        KeyCode::Char('z') if control => undo(model),
        KeyCode::Tab | KeyCode::BackTab => {
            model.pane = match model.pane {
                Pane::Talk => Pane::List,
                Pane::List => Pane::Talk,
            };
            Vec::new()
        }
        KeyCode::F(number @ 2..=5) => reminders::answer(model, number),
        _ if model.pane == Pane::List => in_list::press(model, key, control),
        _ => in_talk(model, key, control),
    }
}

/// Takes in pasted text: nothing in it is a key, so that no line break sends it.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.chooser.is_some() {
        return chooser::paste(model, text);
    }
    if model.pane == Pane::List && model.list.finding {
        return in_list::paste(model, text);
    }
    model.pane = Pane::Talk;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    model.input.insert(Harmless::text(&text).as_str());
    Vec::new()
}

/// Ctrl+C: stops what runs, else clears what is typed; a second one leaves.
fn interrupt(model: &mut Model) -> Vec<Effect> {
    if model.leaving == Leaving::Asked {
        model.leaving = Leaving::Left;
        return Vec::new();
    }
    model.leaving = Leaving::Asked;
    model.chooser = None;
    model.notice = Some(Harmless::line(model.words.leave_hint));
    if model.talk.running.is_some() {
        return turn::stop(model);
    }
    model.input.clear();
    Vec::new()
}

fn undo(model: &mut Model) -> Vec<Effect> {
    let tokens = model.talk.undoable.pop();
    if tokens.is_none() {
        model.notice = Some(Harmless::line(model.words.nothing_to_undo));
    }
    tokens.map(Effect::Undo).into_iter().collect()
}

fn in_talk(model: &mut Model, key: KeyEvent, control: bool) -> Vec<Effect> {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        KeyCode::Char('d') if control && model.input.is_empty() => {
            model.leaving = Leaving::Left;
        }
        KeyCode::Char('j') if control => model.input.insert("\n"),
        KeyCode::Enter if alt || key.modifiers.contains(KeyModifiers::SHIFT) => {
            model.input.insert("\n");
        }
        KeyCode::Enter => return enter(model),
        KeyCode::PageUp => view::scroll(model, -1),
        KeyCode::PageDown => view::scroll(model, 1),
        KeyCode::Esc if model.talk.running.is_some() => return turn::stop(model),
        KeyCode::Esc => model.talk.top = None,
        KeyCode::Char('?') if model.input.is_empty() => model.keys_shown = true,
        KeyCode::Char(c) if !control && !alt => {
            if let Some(effects) = choose(model, c) {
                return effects;
            }
            model
                .input
                .insert(Harmless::line(c.encode_utf8(&mut [0; 4])).as_str());
        }
        _ => edit(&mut model.input, key.code, control),
    }
    Vec::new()
}

/// What a key does to text that is typed, apart from letters.
pub(super) fn edit(input: &mut Input, code: KeyCode, control: bool) {
    match code {
        KeyCode::Char('a') if control => input.home(),
        KeyCode::Char('e') if control => input.end(),
        KeyCode::Char('d') if control => input.delete(),
        KeyCode::Char('u') if control => input.delete_to_beginning(),
        KeyCode::Char('w') | KeyCode::Backspace if control => input.delete_word(),
        KeyCode::Char('h') if control => input.backspace(),
        KeyCode::Backspace => input.backspace(),
        KeyCode::Delete => input.delete(),
        KeyCode::Left => input.left(),
        KeyCode::Right => input.right(),
        KeyCode::Home => input.home(),
        KeyCode::End => input.end(),
        KeyCode::Up => input.earlier(),
        KeyCode::Down => input.later(),
        _ => {}
    }
}

/// A number on an empty line answers the question that waits. With ten options or more a number may have two digits: it
/// is typed.
fn choose(model: &mut Model, c: char) -> Option<Vec<Effect>> {
    if !model.input.is_empty() || model.talk.running.is_some() {
        return None;
    }
    let question = model.talk.question.clone()?;
    let option = usize::try_from(c.to_digit(10)?).ok()?.checked_sub(1)?;
    (question.options.len() < 10 && option < question.options.len())
        .then(|| turn::choose(model, &question, option))
}

fn enter(model: &mut Model) -> Vec<Effect> {
    let said = model.input.text().trim();
    if said.is_empty() {
        return Vec::new();
    }
    if LEAVE.contains(&said) {
        model.leaving = Leaving::Left;
        return Vec::new();
    }
    if let Some(title) = new_title(said).map(str::to_owned) {
        return rename(model, title);
    }
    if model.talk.running.is_some() {
        model.notice = Some(Harmless::line(model.words.wait));
        return Vec::new();
    }
    let message = model.input.take();
    let mut effects = vec![Effect::Remember(message.clone())];
    effects.extend(turn::say(model, message));
    effects
}

/// ":rename Groceries", as in line mode. What can't be done yet stays in the line.
fn rename(model: &mut Model, title: String) -> Vec<Effect> {
    let Some(conversation) = model.talk.conversation.clone() else {
        model.notice = Some(Harmless::line(model.words.nothing_to_rename));
        return Vec::new();
    };
    if title.is_empty() {
        model.notice = Some(Harmless::line(model.words.rename_how));
        return Vec::new();
    }
    let line = model.input.take();
    vec![
        Effect::Remember(line),
        Effect::RenameConversation(conversation, title),
    ]
}
