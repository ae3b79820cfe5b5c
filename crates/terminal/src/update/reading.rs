//! Reading what changed, each thing once at a time.

use tasktalk_api::{conversations::Message, tasks::TaskList};

use super::{Effect, Read, When, chooser};
use crate::{
    harmless::Harmless,
    model::{Model, list::PAGE},
};

/// How many messages are read where only the last ones can be new.
const LAST_MESSAGES: u32 = 30;

/// Reads everything: in the beginning, and after events may have been missed.
pub(super) fn everything(model: &mut Model) -> Vec<Effect> {
    [
        tasks(model),
        reminders(model),
        messages(model),
        chooser::reload(model),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Reads the tasks.
pub(super) fn tasks(model: &mut Model) -> Option<Effect> {
    let list = &mut model.list;
    list.reading
        .wanted()
        .then(|| Effect::LoadTasks(list.query(), When::Now))
}

/// Reads the reminders.
pub(super) fn reminders(model: &mut Model) -> Option<Effect> {
    model
        .reading_reminders
        .wanted()
        .then_some(Effect::LoadReminders(When::Now))
}

/// Reads what was said; after the answer, when one is being given.
pub(super) fn messages(model: &mut Model) -> Option<Effect> {
    if let Some(running) = &mut model.talk.running {
        running.more_was_said = true;
        return None;
    }
    load_messages(model, When::Now)
}

fn load_messages(model: &mut Model, when: When) -> Option<Effect> {
    let talk = &mut model.talk;
    let id = talk.conversation.clone()?;
    let count = if talk.entries.is_empty() {
        PAGE
    } else {
        LAST_MESSAGES
    };
    (when == When::Soon || talk.reading.wanted()).then_some(Effect::LoadMessages(id, count, when))
}

/// The tasks are there.
pub(super) fn tasks_read(model: &mut Model, read: TaskList) -> Vec<Effect> {
    let list = &mut model.list;
    list.replace(read, model.timezone.as_deref());
    let again = list.reading.over();
    again
        .then(|| Effect::LoadTasks(list.query(), When::Soon))
        .into_iter()
        .collect()
}

/// Messages are there.
pub(super) fn messages_read(model: &mut Model, id: &str, messages: Vec<Message>) -> Vec<Effect> {
    let again = model.talk.reading.over();
    if let Some(running) = &mut model.talk.running {
        running.more_was_said = true;
    } else if model.talk.conversation.as_deref() == Some(id) {
        model.talk.take(messages);
    }
    again
        .then(|| load_messages(model, When::Soon))
        .flatten()
        .into_iter()
        .collect()
}

/// Something could not be read. When the connection comes back, everything is read anyway.
pub(super) fn failed(model: &mut Model, what: Read, why: &str) {
    let reading = match what {
        Read::Tasks => Some(&mut model.list.reading),
        Read::Messages => Some(&mut model.talk.reading),
        Read::Reminders => Some(&mut model.reading_reminders),
        Read::Conversations => model.chooser.as_mut().map(|chooser| &mut chooser.reading),
    };
    if let Some(reading) = reading {
        *reading = crate::model::Reading::default();
    }
    if model.live {
        model.notice = Some(Harmless::line(why));
    }
}
