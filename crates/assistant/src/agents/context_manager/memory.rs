//! What a conversation remembers between turns, read from its last messages and written beside the next one.

use jiff::Timestamp;
use tasktalk_domain::{
    Intent, Message, MessageId, Pending, Receipt, Role, ShownList, TaskFilter, TaskId,
};
use tasktalk_storage::events::Event;

use crate::agents::{
    mcp_validator::Remark,
    task_manager::{self, Outcome},
};

/// How many events of other doors are looked at before everything counts as changed.
pub(super) const EVENTS_LOOKED_AT: usize = 50;

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
    /// The tasks that could have been meant instead.
    pub(crate) alternatives: Vec<TaskId>,
    /// What the last changing turn changed.
    pub(crate) last_receipts: Vec<Receipt>,
    /// What the last answered turn was about.
    pub(crate) last_intents: Vec<Intent>,
    /// How many messages in a row were not understood.
    pub(crate) misunderstood: u8,
    /// The newest message's id.
    pub(crate) newest: Option<MessageId>,
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
    /// Reads the last messages, oldest first.
    pub(super) fn of(history: &[Message], now: Timestamp) -> Self {
        let mut memory = Self {
            newest: history.last().map(|message| message.id),
            ..Self::default()
        };
        let replies = history
            .iter()
            .rev()
            .filter(|message| message.role == Role::Assistant);
        let Some(newest) = replies.clone().next() else {
            return memory;
        };
        memory.misunderstood = newest.metadata.misunderstood;
        memory.last_intents.clone_from(&newest.metadata.intents);
        if let Some(pending) = newest.metadata.pending.clone() {
            if pending.expires_at > now {
                memory.pending = Some(pending);
            } else {
                memory.expired = Some(pending);
            }
        }
        memory.shown.clone_from(&newest.metadata.shown);
        if let Some(shown) = &mut memory.shown
            && !recent(shown.at, now)
        {
            shown.tasks.clear();
        }
        let lately = || {
            replies
                .clone()
                .take_while(|message| recent(message.created_at, now))
        };
        if let Some(last) = lately().find(|message| !message.metadata.focus.is_empty()) {
            memory.focus.clone_from(&last.metadata.focus);
            memory.alternatives.clone_from(&last.metadata.alternatives);
        }
        if let Some(last) = lately().find(|message| !message.metadata.receipts.is_empty()) {
            memory.last_receipts.clone_from(&last.metadata.receipts);
        }
        memory
    }

    /// The newest event of the user's that this conversation knows of, if it matters.
    pub(super) fn as_of(&self) -> Option<i64> {
        self.shown.as_ref().map(|shown| shown.as_of)
    }

    /// Takes in what happened through other doors: the list is no longer what the user saw, and a task that changed
    /// is no longer "it".
    pub(super) fn notice(&mut self, events: &[Event]) {
        let changed: Vec<&str> = events
            .iter()
            .filter(|event| event.kind.starts_with("task."))
            .map(|event| event.object_id.as_str())
            .collect();
        let all = events.len() >= EVENTS_LOOKED_AT;
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

    /// Takes in what a command did.
    pub(crate) fn learn(&mut self, outcome: &Outcome, now: Timestamp) {
        let mut about: Vec<TaskId> = Vec::new();
        for ran in &outcome.ran {
            let tasks = task_manager::tasks_of(&ran.outcome.detail);
            if let Some(filter) = &ran.filter {
                self.show(tasks.clone(), filter.clone(), now);
            }
            about.extend(tasks);
        }
        if let Some(Remark::Found(tasks)) = &outcome.remark {
            about.extend(tasks.iter().map(|task| task.id));
        }
        self.talk_about(about, outcome.alternatives.clone(), now);
        if outcome.answers_pending {
            self.pending = None;
        }
    }

    /// From the next message on, "it" and "both" mean the tasks of this whole turn; several that were just named are
    /// a list to point into, where there is no other.
    pub(crate) fn settle(&mut self, now: Timestamp) {
        if self.in_this_turn.len() > 1 && !matches!(self.sight(), Sight::Current(_)) {
            self.show(self.in_this_turn.clone(), TaskFilter::default(), now);
        }
        if !self.in_this_turn.is_empty() {
            self.focus = std::mem::take(&mut self.in_this_turn);
        }
    }

    /// Remembers a list that this turn shows.
    pub(crate) fn show(&mut self, tasks: Vec<TaskId>, filter: TaskFilter, now: Timestamp) {
        self.shown = Some(ShownList {
            tasks,
            at: now,
            as_of: 0,
            filter,
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
            self.show(Vec::new(), TaskFilter::default(), now);
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

fn recent(at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(at) <= ShownList::VALID_FOR
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::{Clock, MessageMetadata};

    use super::*;

    fn id(number: i64) -> TaskId {
        TaskId::try_from(number).unwrap()
    }

    fn reply(clock: &Clock, metadata: MessageMetadata) -> Message {
        Message {
            id: MessageId(clock.new_id()),
            role: Role::Assistant,
            content: String::new(),
            tool_calls: Vec::new(),
            metadata,
            created_at: clock.now(),
        }
    }

    fn list_of(tasks: &[i64], clock: &Clock) -> MessageMetadata {
        MessageMetadata {
            shown: Some(ShownList {
                tasks: tasks.iter().copied().map(id).collect(),
                at: clock.now(),
                as_of: 7,
                filter: TaskFilter::default(),
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
        }
    }

    #[test]
    fn a_list_is_pointed_into_for_thirty_minutes() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let history = [reply(&clock, list_of(&[1, 2], &clock))];
        clock.advance(ShownList::VALID_FOR);
        let memory = Memory::of(&history, clock.now());
        assert!(matches!(memory.sight(), Sight::Current(_)));
        assert_eq!(memory.focus, [id(1), id(2)]);

        clock.advance(jiff::SignedDuration::from_secs(1));
        let memory = Memory::of(&history, clock.now());
        assert!(matches!(memory.sight(), Sight::Outdated(_)));
        assert_eq!(memory.focus, []);
    }

    #[test]
    fn another_doors_change_outdates_the_list_but_only_the_changed_task_stops_being_it() {
        let clock = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let mut memory = Memory::of(&[reply(&clock, list_of(&[3], &clock))], clock.now());
        memory.notice(&[event("conversation.created", "3")]);
        assert!(matches!(memory.sight(), Sight::Current(_)));

        memory.notice(&[event("task.created", "9")]);
        assert!(matches!(memory.sight(), Sight::Outdated(_)));
        assert_eq!(memory.focus, [id(3)]);

        memory.notice(&[event("task.updated", "3")]);
        assert_eq!(memory.focus, []);
    }
}
