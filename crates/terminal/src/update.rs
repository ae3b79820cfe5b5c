//! From what happens to what is known: [`update`] changes the model and says what is to be done in the world. Pure.

mod chooser;
mod in_list;
mod keys;
mod reading;
mod reminders;
mod turn;

use crossterm::event::KeyEvent;
use tasktalk_api::{
    chat::{ChatRequest, Receipt},
    client::TurnPart,
    conversations::{Conversation, Message},
    events::{Event as Happening, ObjectId},
    reminders::Reminder,
    tasks::TaskList,
};

use crate::{
    harmless::Harmless,
    model::{Entry, Leaving, Model, TaskQuery},
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
    /// The terminal is ours again after others had it.
    Back,
    /// The local date and time.
    Now(String),
    /// News of a turn, with its number.
    Turn(u64, TurnNews),
    /// The tasks were read.
    Tasks(TaskList),
    /// The newest messages of a conversation were read.
    Messages(String, Vec<Message>),
    /// A conversation was read, or has another title now.
    Conversation(Conversation),
    /// The conversations were read.
    Conversations(Vec<Conversation>),
    /// The reminders that wait were read.
    Reminders(Vec<Reminder>),
    /// Something could not be read; why, for a person.
    NotRead(Read, String),
    /// A task was changed by a key: number, title and undo token.
    Changed(Change, i64, String, Option<String>),
    /// Changes were taken back.
    Undone(Vec<Receipt>),
    /// A reminder could not be answered; why, for a person.
    NotAnswered(String, String),
    /// Something could not be done; why, for a person.
    Refused(String),
    /// There is no shell that would get the terminal.
    NoShell,
    /// Something changed on the server.
    Happened(Box<Happening>),
    /// Whether such events arrive.
    Live(bool),
    /// The server does not accept the token any more; why, for a person.
    ShutOut(String),
    /// The system wants the program to end.
    Ended,
}

/// What is read, one reading at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// The tasks.
    Tasks,
    /// The messages of the conversation.
    Messages,
    /// The conversations to choose from.
    Conversations,
    /// The reminders.
    Reminders,
}

/// What a key does to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is done.
    Done,
    /// It is open again.
    Reopened,
    /// It is in the trash.
    Deleted,
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
    /// The server could not be reached for too long.
    Unreachable,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Say something; news come under this number.
    Say(u64, Box<ChatRequest>),
    /// Wait no longer for what becomes of a turn.
    GiveUp(u64),
    /// Stop the turn that runs in this conversation.
    Stop(String),
    /// Take these changes back, the last one first.
    Undo(Vec<String>),
    /// Read the tasks.
    LoadTasks(TaskQuery, When),
    /// Read the newest messages of a conversation, so many.
    LoadMessages(String, u32, When),
    /// Read a conversation.
    LoadConversation(String),
    /// Read the conversations whose title contains this.
    LoadConversations(String, When),
    /// Give a conversation another title.
    RenameConversation(String, String),
    /// Delete a conversation.
    DeleteConversation(String),
    /// Read the reminders that wait.
    LoadReminders(When),
    /// Change a task.
    Change(Change, i64),
    /// Mark the task of a reminder done.
    Finish(String, i64),
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
    /// Give the terminal to the shell until it gives it back.
    Suspend,
}

/// When to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At once.
    Now,
    /// In a moment: where one thing changed just now, more may.
    Soon,
}

/// What is to be done in the beginning.
pub fn begin(model: &mut Model) -> Vec<Effect> {
    let mut effects = reading::everything(model);
    effects.extend(
        model
            .talk
            .conversation
            .clone()
            .map(Effect::LoadConversation),
    );
    effects
}

/// Takes in what happened.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => return keys::press(model, key),
        Event::Paste(text) => return keys::paste(model, &text),
        Event::Resized(columns, rows) => {
            model.size = (columns, rows);
            return vec![Effect::Redraw];
        }
        Event::Back => return vec![Effect::Redraw],
        Event::Now(now) => model.now = now,
        Event::Turn(number, news) => return turn::news(model, number, news),
        Event::Tasks(list) => return reading::tasks_read(model, list),
        Event::Messages(id, messages) => return reading::messages_read(model, &id, messages),
        Event::Conversation(read) => {
            if model.talk.conversation.as_ref() == Some(&read.id) {
                model.talk.title = Harmless::line(&read.title);
            }
            if let Some(chooser) = &mut model.chooser {
                chooser.retitle(&read);
            }
        }
        Event::Conversations(list) => return chooser::read(model, list),
        Event::Reminders(reminders) => return reminders::read(model, reminders),
        Event::NotRead(what, why) => reading::failed(model, what, &why),
        Event::Changed(change, id, title, undo_token) => {
            changed(model, change, id, &title, undo_token);
        }
        Event::Undone(receipts) => {
            for receipt in receipts {
                let what = model.words.taken_back;
                note(
                    model,
                    &format!("{what}: #{} {}", receipt.task_id, receipt.title),
                );
            }
        }
        Event::NotAnswered(id, why) => return reminders::not_answered(model, &id, &why),
        Event::Refused(why) => model.notice = Some(Harmless::line(&why)),
        Event::NoShell => model.notice = Some(Harmless::line(model.words.no_shell)),
        Event::Happened(happening) => return happened(model, &happening),
        Event::Live(live) => {
            let back = live && !model.live;
            model.live = live;
            if back {
                model.shut_out = None;
                return reading::everything(model);
            }
        }
        Event::ShutOut(why) => {
            model.live = false;
            model.shut_out = Some(Harmless::line(&why));
        }
        Event::Ended => model.leaving = Leaving::Left,
    }
    Vec::new()
}

fn happened(model: &mut Model, happening: &Happening) -> Vec<Effect> {
    let mut effects = Vec::new();
    match happening.kind.split_once('.') {
        // A task that is done or gone takes its reminder along.
        Some(("task", _)) => {
            effects.extend(reading::tasks(model));
            effects.extend(reading::reminders(model));
        }
        Some(("reminder", _)) => effects.extend(reading::reminders(model)),
        Some(("conversation", what)) => {
            effects.extend(chooser::reload(model));
            let id = match &happening.id {
                Some(ObjectId::Conversation(id)) => Some(id),
                _ => None,
            };
            if id.is_some() && id == model.talk.conversation.as_ref() {
                effects.extend(match what {
                    "message" => reading::messages(model),
                    "updated" => id.cloned().map(Effect::LoadConversation),
                    _ => None,
                });
            }
        }
        _ if happening.kind == "reset" => return reading::everything(model),
        _ => {}
    }
    effects
}

fn changed(model: &mut Model, change: Change, id: i64, title: &str, undo_token: Option<String>) {
    let what = match change {
        Change::Done => model.words.done,
        Change::Reopened => model.words.open_again,
        Change::Deleted => model.words.deleted,
    };
    note(model, &format!("{what}: #{id} {title}"));
    model
        .talk
        .undoable
        .extend(undo_token.map(|token| vec![token]));
}

fn note(model: &mut Model, text: &str) {
    let entry = Entry::Note(Harmless::line(text));
    // The answer that is being given stays the last one.
    let end = model.talk.entries.len() - usize::from(model.talk.running.is_some());
    model.talk.entries.insert(end, entry);
}

#[cfg(test)]
mod tests;
