//! From what happens to what is known: [`update`] changes the model and says what is to be done in the world. Pure.

mod keys;
mod turn;

use crossterm::event::KeyEvent;
use tasktalk_api::{
    chat::{ChatRequest, Receipt},
    client::TurnPart,
    conversations::Message,
    reminders::Reminder,
    tasks::TaskList,
};

use crate::{
    harmless::Harmless,
    model::{Entry, Leaving, Model, Told},
};

/// Something happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted, of any number of lines.
    Paste(String),
    /// The terminal has another size now.
    Resized(u16, u16),
    /// The local date and time.
    Now(String),
    /// News of a turn, with its number.
    Turn(u64, TurnNews),
    /// The tasks were read.
    Tasks(TaskList),
    /// Earlier messages were read.
    Messages(Vec<Message>),
    /// The reminders that wait were read.
    Reminders(Vec<Reminder>),
    /// A change was made by a key: what is said of it, and its undo token.
    Changed(String, Option<String>),
    /// Changes were taken back.
    Undone(Vec<Receipt>),
    /// Something could not be done; why, for a person.
    Refused(String),
    /// Something changed on the server: the event's type.
    Happened(String),
    /// Whether such events arrive.
    Live(bool),
    /// The system wants the program to end.
    Ended,
}

/// What becomes of a turn.
#[derive(Clone, Debug)]
pub enum TurnNews {
    /// The next part of its answer.
    Part(TurnPart),
    /// The connection was lost; its answer begins anew.
    Again,
    /// There is no answer; why, for a person.
    Failed(String),
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Say something; news come under this number.
    Say(u64, Box<ChatRequest>),
    /// Stop the turn that runs in this conversation.
    Stop(String),
    /// Take these changes back, the last one first.
    Undo(Vec<String>),
    /// Read the tasks: all, or those to be done.
    LoadTasks {
        /// Done ones too.
        all: bool,
    },
    /// Read the messages of a conversation.
    LoadMessages(String),
    /// Read the reminders that wait.
    LoadReminders,
    /// Mark a task done or open.
    Complete(i64, bool),
    /// Put a reminder off for ten minutes.
    Snooze(String),
    /// Dismiss a reminder.
    Dismiss(String),
    /// Keep a line that was typed.
    Remember(String),
    /// Draw everything anew.
    Redraw,
    /// Call for attention.
    Bell,
}

/// What is to be done in the beginning.
pub fn begin(model: &Model) -> Vec<Effect> {
    let mut effects = vec![Effect::LoadTasks { all: false }, Effect::LoadReminders];
    effects.extend(model.talk.conversation.clone().map(Effect::LoadMessages));
    effects
}

/// Takes in what happened.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => return keys::press(model, key),
        Event::Paste(text) => keys::paste(model, &text),
        Event::Resized(columns, rows) => {
            model.size = (columns, rows);
            return vec![Effect::Redraw];
        }
        Event::Now(now) => model.now = now,
        Event::Turn(number, news) => return turn::news(model, number, news),
        Event::Tasks(list) => model.list.replace(list, model.timezone.as_deref()),
        Event::Messages(messages) => model.talk.replay(messages),
        Event::Reminders(reminders) => return remind(model, reminders),
        Event::Changed(text, undo_token) => {
            note(model, &text);
            model
                .talk
                .undoable
                .extend(undo_token.map(|token| vec![token]));
        }
        Event::Undone(receipts) => {
            for receipt in receipts {
                note(
                    model,
                    &format!("↩️ Taken back: #{} {}", receipt.task_id, receipt.title),
                );
            }
        }
        Event::Refused(why) => model.notice = Some(Harmless::line(&why)),
        Event::Happened(kind) => return happened(model, &kind),
        Event::Live(live) => {
            let back = live && !model.live;
            model.live = live;
            if back {
                return reload(model);
            }
        }
        Event::Ended => model.leaving = Leaving::Left,
    }
    Vec::new()
}

fn happened(model: &Model, kind: &str) -> Vec<Effect> {
    match kind.split_once('.') {
        Some(("task", _)) => reload(model),
        Some(("reminder", _)) => vec![Effect::LoadReminders],
        _ if kind == "reset" => reload(model),
        _ => Vec::new(),
    }
}

/// A task that is done or gone takes its reminder along.
fn reload(model: &Model) -> Vec<Effect> {
    let all = model.list.all;
    vec![Effect::LoadTasks { all }, Effect::LoadReminders]
}

fn remind(model: &mut Model, reminders: Vec<Reminder>) -> Vec<Effect> {
    let told: Vec<Told> = reminders
        .into_iter()
        .filter(|reminder| reminder.snoozed_until.is_none())
        .map(Told::from)
        .collect();
    let is_new = |told: &Told| {
        let same = |before: &Told| before.id == told.id && before.fired_at == told.fired_at;
        !model.reminders.iter().any(same)
    };
    let news = told.iter().any(is_new);
    model.reminders = told;
    if news { vec![Effect::Bell] } else { Vec::new() }
}

fn note(model: &mut Model, text: &str) {
    let entry = Entry::Note(Harmless::line(text));
    // The answer that is being given stays the last one.
    let end = model.talk.entries.len() - usize::from(model.talk.running.is_some());
    model.talk.entries.insert(end, entry);
}

#[cfg(test)]
mod tests;
