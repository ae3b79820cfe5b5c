//! The conversation as it is shown.

use tasktalk_api::{chat::PendingQuestion, conversations::Message};

use super::Reading;
use crate::harmless::Harmless;

/// What was said, what is being answered, and what can be done about it.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    /// Its id; none before the first message is answered.
    pub conversation: Option<String>,
    /// Its title.
    pub title: Harmless,
    /// What was said, the oldest first.
    pub entries: Vec<Entry>,
    /// The turn that goes on.
    pub running: Option<Running>,
    /// The question that waits.
    pub question: Option<Question>,
    /// Undo tokens of what was changed here, one group for each turn or key, the newest last.
    pub undoable: Vec<Vec<String>>,
    /// The first row shown; the last rows are when `None`.
    pub top: Option<usize>,
    /// The id of the newest message that is shown, as far as it is known.
    pub newest: Option<String>,
    /// Whether the messages are being read.
    pub reading: Reading,
    /// How many turns there were.
    pub turns: u64,
}

/// One thing in the conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// What the person said.
    You(Harmless),
    /// What was answered.
    Reply(Reply),
    /// What happened beside it.
    Note(Harmless),
}

/// An answer, perhaps not yet a whole one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Its Markdown.
    pub text: Harmless,
    /// The tool that was called last, until there is text.
    pub tool: Option<Harmless>,
    /// Whether it goes on.
    pub running: bool,
    /// Whether it was stopped.
    pub stopped: bool,
    /// Whether the connection was lost, and the answer is asked for again.
    pub lost: bool,
}

/// The turn that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// Tells its news from those of a turn before.
    pub number: u64,
    /// Stop it as soon as its conversation is known.
    pub stop_asked: bool,
    /// Something was said in this conversation meanwhile, here or elsewhere.
    pub more_was_said: bool,
}

/// A question that waits for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The answers to choose from: id and label.
    pub options: Vec<(String, Harmless)>,
}

impl Talk {
    /// The answer that is being given.
    pub fn reply(&mut self) -> Option<&mut Reply> {
        match self.entries.last_mut() {
            Some(Entry::Reply(reply)) if self.running.is_some() => Some(reply),
            _ => None,
        }
    }

    /// Takes the newest messages in and shows those that are not there yet: all of them in the beginning. Ids sort by time.
    pub fn take(&mut self, messages: Vec<Message>) {
        let Some(last) = messages.last() else {
            return;
        };
        if self.newest.as_ref() >= Some(&last.id) {
            return;
        }
        self.question = last.metadata.pending.as_ref().map(Question::from);
        let shown = match self.newest.replace(last.id.clone()) {
            Some(newest) => newest,
            None if self.entries.is_empty() => String::new(),
            // What was said here was stopped or got lost: it stands there already.
            None => return,
        };
        let new = messages.into_iter().filter(|message| message.id > shown);
        self.entries.extend(new.map(Entry::from));
    }
}

impl From<Message> for Entry {
    fn from(message: Message) -> Self {
        let text = Harmless::text(&message.content);
        if message.role == "user" {
            return Self::You(text);
        }
        Self::Reply(Reply {
            text,
            ..Reply::default()
        })
    }
}

impl From<&PendingQuestion> for Question {
    fn from(pending: &PendingQuestion) -> Self {
        Self {
            id: pending.id.clone(),
            options: pending
                .options
                .iter()
                .map(|option| (option.id.clone(), Harmless::line(&option.label)))
                .collect(),
        }
    }
}
