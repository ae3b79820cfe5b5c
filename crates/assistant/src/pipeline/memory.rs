//! What a conversation remembers between turns, read from its last messages and written beside the next one.

use std::sync::Arc;

use jiff::Timestamp;
use tasktalk_domain::{
    Intent, MessageId, MessageMetadata, NextPage, Pending, Receipt, Role, ShownList, TaskFilter,
    TaskId,
};
use tasktalk_storage::{StorageError, events::Event, messages::Remembered};
use uuid::Uuid;

use super::Ground;

/// How many events of other doors are looked at before everything counts as changed.
pub(crate) const EVENTS_LOOKED_AT: usize = 50;

/// How many turns an "oops" looks back.
const LATELY: usize = 2;

/// What the conversation knows when a command is read; later commands of one message see what earlier ones added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    /// The question that waits for an answer.
    pub(crate) pending: Option<Pending>,
    /// The newest message asked this, but it can't be answered any more.
    pub(crate) expired: Option<Pending>,
    /// The list last shown. Without tasks it has to be shown again before anyone points into it.
    pub(crate) shown: Option<ShownList>,
    /// The tasks that the last command was about: "it".
    pub(crate) focus: Vec<TaskId>,
    /// The tasks that the commands of this message were about so far: "both", "them".
    pub(crate) in_this_turn: Vec<TaskId>,
    /// Whether the commands of this message found what they were about.
    pub(crate) ground: Ground,
    /// The tasks that could have been meant instead.
    pub(crate) alternatives: Vec<TaskId>,
    /// What the last answered turn was about.
    pub(crate) last_intents: Vec<Intent>,
    /// How many messages in a row were not understood.
    pub(crate) misunderstood: u8,
    /// In which language the last message was answered.
    pub(crate) language: Option<String>,
    /// The newest message's id.
    pub(crate) newest: Option<MessageId>,
    /// The answers of the last half hour, newest first.
    replies: Arc<[Remembered]>,
}

/// Whether a place in "the list" still means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight<'a> {
    /// It is what the user has before their eyes.
    Current(&'a ShownList),
    /// It is too old, or the tasks have changed through another door.
    Outdated(&'a ShownList),
    /// None was shown yet.
    Nothing,
}

impl Memory {
    /// Reads what was remembered, newest first; no more of it than is needed.
    pub(crate) fn of(history: Vec<Remembered>, now: Timestamp) -> Result<Self, StorageError> {
        let mut memory = Self {
            newest: history.first().map(|message| message.id),
            ..Self::default()
        };
        let mut replies = history;
        replies.retain(|message| message.role == Role::Assistant);
        let Some(newest) = replies.first() else {
            return Ok(memory);
        };
        let metadata = newest.read()?;
        memory.misunderstood = metadata.misunderstood;
        memory.last_intents = metadata.intents;
        memory.language = metadata.language;
        match metadata.pending {
            Some(pending) if pending.expires_at > now => memory.pending = Some(pending),
            expired => memory.expired = expired,
        }
        memory.shown = metadata.shown;
        if let Some(shown) = &mut memory.shown
            && !recent(shown.at, now)
        {
            shown.tasks.clear();
        }
        replies.retain(|message| recent(message.created_at, now));
        if let Some(last) = newest_with(&replies, "focus")? {
            memory.focus = last.focus;
            memory.alternatives = last.alternatives;
        }
        memory.replies = replies.into();
        Ok(memory)
    }

    /// What the last changing turn changed, if that was lately.
    pub(crate) fn last_receipts(&self) -> Result<Vec<Receipt>, StorageError> {
        let last = newest_with(&self.replies, "receipts")?;
        Ok(last.map(|last| last.receipts).unwrap_or_default())
    }

    /// What every turn changed lately, newest first.
    pub(crate) fn receipts(&self) -> Result<Vec<Vec<Receipt>>, StorageError> {
        let changing = self.replies.iter().filter(|reply| has_changed(reply));
        changing
            .map(|reply| reply.read().map(|metadata| metadata.receipts))
            .collect()
    }

    /// What the turn before the last one was about, where that was something else.
    pub(crate) fn focus_before(&self) -> Result<Vec<TaskId>, StorageError> {
        let before = self.replies.get(1).map(Remembered::read).transpose()?;
        let focus = before.map(|before| before.focus).unwrap_or_default();
        Ok(if focus == self.focus {
            Vec::new()
        } else {
            focus
        })
    }

    /// The tasks that were dealt with one by one in the last turns, the latest last: "buy milk", then "call mum", are
    /// two. `alike`: only as far back as the same was done to them. Small talk between them doesn't count.
    pub(crate) fn one_by_one(&self, alike: bool) -> Result<Vec<TaskId>, StorageError> {
        let mut how: Option<Vec<Intent>> = None;
        let mut tasks: Vec<TaskId> = Vec::new();
        for reply in self.replies.iter() {
            let metadata = reply.read()?;
            if metadata.intents.iter().copied().all(is_small_talk) {
                continue;
            }
            let [task] = metadata.focus.as_slice() else {
                break;
            };
            let same = how.get_or_insert_with(|| metadata.intents.clone()) == &metadata.intents;
            if alike && !same {
                break;
            }
            if !tasks.contains(task) {
                tasks.insert(0, *task);
            }
        }
        Ok(tasks)
    }

    /// When the newest answer of the last half hour was given.
    pub(crate) fn last_reply_at(&self) -> Option<Timestamp> {
        self.replies.first().map(|reply| reply.created_at)
    }

    /// The reminders that the last turn put off, if nothing was changed after it.
    pub(crate) fn snoozed_last(&self) -> Result<Vec<Uuid>, StorageError> {
        let put_off = |reply: &Remembered| reply.metadata.contains("\"snoozed\":");
        let mut replies = self.replies.iter();
        let last = replies.find(|reply| put_off(reply) || has_changed(reply));
        let last = last.filter(|reply| put_off(reply));
        let last = last.map(Remembered::read).transpose()?;
        Ok(last.map(|last| last.snoozed).unwrap_or_default())
    }

    /// Whether anything was changed in the turn that asked this, or after it.
    pub(crate) fn changed_since(&self, asked: &Pending) -> bool {
        let id = asked.id.to_string();
        self.replies
            .iter()
            .take_while(|reply| reply.metadata.contains(&id))
            .any(has_changed)
    }

    /// Whether anything was changed in the last two turns.
    pub(crate) fn changed_lately(&self) -> bool {
        self.replies.iter().take(LATELY).any(has_changed)
    }

    /// The newest event of the user's that this conversation knows of, if it matters.
    pub(crate) fn as_of(&self) -> Option<i64> {
        self.shown.as_ref().map(|shown| shown.as_of)
    }

    /// Takes in what happened through other doors: the list is no longer what the user saw, and a task that changed
    /// is no longer "it".
    /// A reminder that was told is what "it" means from then on.
    pub(crate) fn notice(&mut self, events: &[Event]) {
        let told = events
            .iter()
            .rposition(|event| event.kind == "reminder.due");
        let all = events.len() >= EVENTS_LOOKED_AT;
        self.notice_changes(events, all);
        if all {
            return;
        }
        if let Some(at) = told
            && let Some(task) = task_of(&events[at])
        {
            self.focus = vec![task];
            self.alternatives.clear();
            self.notice_changes(&events[at + 1..], false);
        }
    }

    fn notice_changes(&mut self, events: &[Event], all: bool) {
        let changed: Vec<&str> = events
            .iter()
            .filter(|event| event.kind.starts_with("task."))
            .map(|event| event.object_id.as_str())
            .collect();
        if changed.is_empty() && !all {
            return;
        }
        if let Some(shown) = &mut self.shown {
            shown.tasks.clear();
        }
        if all
            || self
                .focus
                .iter()
                .any(|id| changed.contains(&id.to_string().as_str()))
        {
            self.focus.clear();
            self.alternatives.clear();
        }
    }

    /// What the user has before their eyes.
    pub(crate) fn sight(&self) -> Sight<'_> {
        match &self.shown {
            Some(shown) if shown.tasks.is_empty() => Sight::Outdated(shown),
            Some(shown) => Sight::Current(shown),
            None => Sight::Nothing,
        }
    }

    /// How many tasks of the list have been shown that goes on.
    pub(crate) fn seen(&self) -> usize {
        let next = self.shown.as_ref().and_then(|shown| shown.next.as_ref());
        next.map_or(0, |next| next.seen)
    }

    /// From the next message on, "it" and "both" mean the tasks of this whole turn; several that were just named are
    /// a list to point into, where there is no other.
    pub(crate) fn settle(&mut self, now: Timestamp) {
        if self.in_this_turn.len() > 1 && !matches!(self.sight(), Sight::Current(_)) {
            self.show(self.in_this_turn.clone(), TaskFilter::default(), None, now);
        }
        if !self.in_this_turn.is_empty() {
            self.focus = std::mem::take(&mut self.in_this_turn);
        }
    }

    /// Remembers a list that this turn shows.
    pub(crate) fn show(
        &mut self,
        tasks: Vec<TaskId>,
        filter: TaskFilter,
        next: Option<NextPage>,
        now: Timestamp,
    ) {
        self.shown = Some(ShownList {
            tasks,
            at: now,
            as_of: 0,
            filter,
            next,
        });
    }

    /// Remembers the tasks that a command was about.
    pub(crate) fn talk_about(
        &mut self,
        tasks: Vec<TaskId>,
        alternatives: Vec<TaskId>,
        now: Timestamp,
    ) {
        if tasks.is_empty() {
            return;
        }
        if self.shown.is_none() {
            // No list to point into, but from here on other doors' changes have to be noticed.
            self.show(Vec::new(), TaskFilter::default(), None, now);
        }
        for task in &tasks {
            if !self.in_this_turn.contains(task) {
                self.in_this_turn.push(*task);
            }
        }
        self.focus = tasks;
        self.alternatives = alternatives;
    }
}

fn task_of(event: &Event) -> Option<TaskId> {
    TaskId::try_from(event.object_id.parse::<i64>().ok()?).ok()
}

fn is_small_talk(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::Greeting | Intent::Thanks | Intent::Help | Intent::Unknown
    )
}

fn has_changed(reply: &Remembered) -> bool {
    reply.metadata.contains("\"receipts\":")
}

/// The newest metadata that has this part. A part that is empty isn't written, so most need not be read.
fn newest_with(
    replies: &[Remembered],
    part: &str,
) -> Result<Option<MessageMetadata>, StorageError> {
    let key = format!("\"{part}\":");
    replies
        .iter()
        .find(|reply| reply.metadata.contains(&key))
        .map(Remembered::read)
        .transpose()
}

fn recent(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at) <= ShownList::VALID_FOR
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::Clock;

    use super::*;

    fn id(number: i64) -> TaskId {
        TaskId::try_from(number).unwrap()
    }

    fn reply(clock: &Clock, metadata: &MessageMetadata) -> Remembered {
        Remembered {
            id: MessageId(clock.new_id()),
            role: Role::Assistant,
            created_at: clock.now(),
            metadata: serde_json::to_string(metadata).unwrap(),
        }
    }

    fn list_of(tasks: &[i64], clock: &Clock) -> MessageMetadata {
        MessageMetadata {
            shown: Some(ShownList {
                tasks: tasks.iter().copied().map(id).collect(),
                at: clock.now(),
                as_of: 7,
                filter: TaskFilter::default(),
                next: None,
            }),
            focus: tasks.iter().copied().map(id).collect(),
            ..MessageMetadata::default()
        }
    }

    fn event(kind: &str, object: &str) -> Event {
        Event {
            seq: 8,
            kind: kind.to_owned(),
            object_id: object.to_owned(),
            version: 2,
            at: Timestamp::UNIX_EPOCH,
            data: None,
        }
    }

    #[test]
    fn a_list_is_pointed_into_for_thirty_minutes() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let history = vec![reply(&clock, &list_of(&[1, 2], &clock))];
        clock.advance(ShownList::VALID_FOR);
        let memory = Memory::of(history.clone(), clock.now()).unwrap();
        assert!(matches!(memory.sight(), Sight::Current(_)));
        assert_eq!(memory.focus, [id(1), id(2)]);

        clock.advance(jiff::SignedDuration::from_secs(1));
        let memory = Memory::of(history.clone(), clock.now()).unwrap();
        assert!(matches!(memory.sight(), Sight::Outdated(_)));
        assert_eq!(memory.focus, []);
    }

    #[test]
    fn what_was_talked_about_is_found_behind_small_talk() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let list = reply(&clock, &list_of(&[4], &clock));
        let small_talk = reply(&clock, &MessageMetadata::default());
        let memory = Memory::of(vec![small_talk, list], clock.now()).unwrap();
        assert_eq!(memory.focus, [id(4)]);
        assert!(memory.last_receipts().unwrap().is_empty());
    }

    #[test]
    fn another_doors_change_outdates_the_list_but_only_the_changed_task_stops_being_it() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let mut memory =
            Memory::of(vec![reply(&clock, &list_of(&[3], &clock))], clock.now()).unwrap();
        memory.notice(&[event("conversation.created", "3")]);
        assert!(matches!(memory.sight(), Sight::Current(_)));

        memory.notice(&[event("task.created", "9")]);
        assert!(matches!(memory.sight(), Sight::Outdated(_)));
        assert_eq!(memory.focus, [id(3)]);

        memory.notice(&[event("task.updated", "3")]);
        assert_eq!(memory.focus, []);
    }

    #[test]
    fn a_reminder_that_was_told_is_what_it_means_until_its_task_changes() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let history = vec![reply(&clock, &list_of(&[3], &clock))];
        let mut memory = Memory::of(history, clock.now()).unwrap();
        memory.notice(&[event("reminder.due", "5"), event("reminder.due", "7")]);
        assert_eq!(memory.focus, [id(7)]);
        assert!(
            matches!(memory.sight(), Sight::Current(_)),
            "the list is as it was"
        );

        memory.notice(&[event("reminder.due", "5"), event("task.completed", "5")]);
        assert_eq!(memory.focus, []);
    }
}
