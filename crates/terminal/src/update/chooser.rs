//! Choosing another conversation, giving one another title, deleting one, or beginning a new one.

use crossterm::event::{KeyCode, KeyEvent};
use tasktalk_api::conversations::Conversation;

use super::{Effect, When, keys, reading};
use crate::{
    harmless::Harmless,
    model::{Chooser, Input, Model, Pane, Renaming, Talk},
};

/// Shows the conversations.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if is_answering(model) {
        return Vec::new();
    }
    model.chooser = Some(Chooser::default());
    reload(model).into_iter().collect()
}

/// Reads them anew, where they are shown.
pub(super) fn reload(model: &mut Model) -> Option<Effect> {
    let chooser = model.chooser.as_mut()?;
    chooser
        .reading
        .wanted()
        .then(|| Effect::LoadConversations(chooser.find.clone(), When::Now))
}

/// They are there.
pub(super) fn read(model: &mut Model, list: Vec<Conversation>) -> Vec<Effect> {
    let Some(chooser) = &mut model.chooser else {
        return Vec::new();
    };
    chooser.replace(list);
    let again = chooser.reading.over();
    again
        .then(|| Effect::LoadConversations(chooser.find.clone(), When::Soon))
        .into_iter()
        .collect()
}

/// Begins a new conversation.
pub(super) fn begin_new(model: &mut Model) -> Vec<Effect> {
    if !is_answering(model) {
        go_to(model, None, Harmless::default());
    }
    Vec::new()
}

/// Takes in a key while they are shown.
pub(super) fn press(model: &mut Model, key: KeyEvent, control: bool) -> Vec<Effect> {
    let Some(chooser) = &mut model.chooser else {
        return Vec::new();
    };
    if let Some(renaming) = chooser.renaming.take() {
        return rename(chooser, renaming, key, control);
    }
    let deleting = std::mem::take(&mut chooser.deleting);
    match key.code {
        KeyCode::Esc => model.chooser = None,
        KeyCode::Char('o') if control => model.chooser = None,
        KeyCode::Char('n') if control => return begin_new(model),
        KeyCode::Char('p') if control => chooser.step(-1),
        KeyCode::Char('r') if control => begin_renaming(chooser),
        KeyCode::Up => chooser.step(-1),
        KeyCode::Down | KeyCode::Tab => chooser.step(1),
        KeyCode::PageUp => chooser.step(-10),
        KeyCode::PageDown => chooser.step(10),
        KeyCode::Home => chooser.step(isize::MIN),
        KeyCode::End => chooser.step(isize::MAX),
        KeyCode::Enter => {
            if let Some((id, title)) = chooser.selected_row().cloned() {
                return go_to(model, Some(id), title);
            }
        }
        KeyCode::Delete if deleting => return delete(model),
        KeyCode::Delete => {
            chooser.deleting = chooser.selected_row().is_some();
            if chooser.deleting {
                model.notice = Some(Harmless::line(model.words.delete_conversation));
            }
        }
        KeyCode::Backspace => {
            chooser.find.pop();
            return found_anew(model);
        }
        KeyCode::Char('u') if control => {
            chooser.find.clear();
            return found_anew(model);
        }
        KeyCode::Char(c) if !control => {
            chooser
                .find
                .push_str(Harmless::line(c.encode_utf8(&mut [0; 4])).as_str());
            return found_anew(model);
        }
        _ => {}
    }
    Vec::new()
}

/// Pasted text is looked for, or a part of the new title.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let line = Harmless::line(text);
    match &mut model.chooser {
        Some(Chooser {
            renaming: Some(renaming),
            ..
        }) => {
            renaming.title.insert(line.as_str());
            return Vec::new();
        }
        Some(chooser) => chooser.find.push_str(line.as_str()),
        None => {}
    }
    found_anew(model)
}

fn begin_renaming(chooser: &mut Chooser) {
    chooser.renaming = chooser.selected_row().map(|(id, title)| {
        let mut input = Input::default();
        input.set(title.as_str());
        Renaming {
            id: id.clone(),
            title: input,
        }
    });
}

/// Takes in a key while a title is typed.
fn rename(
    chooser: &mut Chooser,
    mut renaming: Renaming,
    key: KeyEvent,
    control: bool,
) -> Vec<Effect> {
    let title = &mut renaming.title;
    match key.code {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Enter if !title.text().trim().is_empty() => {
            let title = title.text().trim().to_owned();
            return vec![Effect::RenameConversation(renaming.id, title)];
        }
        // Whatever else a key with Control would do is not what somebody wants who types a title.
        KeyCode::Char(c) if !control => {
            title.insert(Harmless::line(c.encode_utf8(&mut [0; 4])).as_str());
        }
        code => keys::edit(title, code, control),
    }
    chooser.renaming = Some(renaming);
    Vec::new()
}

fn found_anew(model: &mut Model) -> Vec<Effect> {
    if let Some(chooser) = &mut model.chooser {
        chooser.selected = 0;
    }
    reload(model).into_iter().collect()
}

fn delete(model: &mut Model) -> Vec<Effect> {
    let Some(chooser) = &mut model.chooser else {
        return Vec::new();
    };
    let Some((id, _)) = chooser.selected_row().cloned() else {
        return Vec::new();
    };
    chooser.rows.remove(chooser.selected);
    chooser.step(0);
    if model.talk.conversation.as_ref() == Some(&id) {
        clear(model, None, Harmless::default());
    }
    vec![Effect::DeleteConversation(id)]
}

fn go_to(model: &mut Model, id: Option<String>, title: Harmless) -> Vec<Effect> {
    model.chooser = None;
    model.pane = Pane::Talk;
    if id.is_some() && id == model.talk.conversation {
        return Vec::new();
    }
    clear(model, id, title);
    reading::messages(model).into_iter().collect()
}

/// What was changed can still be taken back.
fn clear(model: &mut Model, id: Option<String>, title: Harmless) {
    let before = std::mem::take(&mut model.talk);
    model.talk = Talk {
        conversation: id,
        title,
        undoable: before.undoable,
        turns: before.turns,
        ..Talk::default()
    };
}

fn is_answering(model: &mut Model) -> bool {
    let answering = model.talk.running.is_some();
    if answering {
        model.notice = Some(Harmless::line(model.words.wait));
    }
    answering
}
