//! What a message asks for: the schema in which every engine, embedded or language model, must answer.

mod change;
mod confidence;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use change::Change;
pub use confidence::{CLARIFY_BELOW, CLARIFY_DELETE_BELOW, Confidence};

use crate::{Due, Priority, Recurrence, Reference, SortKey, SortOrder, Tag, TaskFilter};

/// Everything an engine understood of one message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Understood {
    /// The language of the message, as a BCP 47 language subtag: `en`.
    pub language: String,
    /// The least of the commands' confidences; 0 when there is none.
    pub confidence: Confidence,
    /// What to ask when something needed is missing from the message itself.
    pub question: Option<String>,
    /// What is asked for, in order. Never empty: what is not understood is one [`Intent::Unknown`].
    pub commands: Vec<Command>,
}

/// One thing the user asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Command {
    /// Which kind.
    pub intent: Intent,
    /// How sure the engine is, calibrated.
    pub confidence: Confidence,
    /// With what.
    pub parameters: Parameters,
    /// On which existing tasks.
    pub reference: Option<Reference>,
    /// Which pieces of the message were recognised.
    pub spans: Vec<Span>,
    /// Why nothing is to be done, for [`Intent::Unknown`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

impl Command {
    /// A command with nothing but its kind.
    pub fn new(intent: Intent, confidence: Confidence) -> Self {
        Self {
            intent,
            confidence,
            parameters: Parameters::default(),
            reference: None,
            spans: Vec::new(),
            reason: None,
        }
    }
}

/// Which kind of command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Put a task on the list.
    AddTask,
    /// Show tasks, or answer a question about them.
    ListTasks,
    /// Mark tasks done, or open again (`completed: false`).
    CompleteTask,
    /// Change tasks.
    UpdateTask,
    /// Move tasks to the trash.
    DeleteTask,
    /// Take changes back.
    Undo,
    /// Change the last action instead of adding one: "no, I meant Friday".
    Correct,
    /// Asks what Tasktalk can do.
    Help,
    /// Says hello.
    Greeting,
    /// Says thanks.
    Thanks,
    /// Anything else; nothing is changed.
    Unknown,
}

impl Intent {
    /// The word used in every interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AddTask => "add_task",
            Self::ListTasks => "list_tasks",
            Self::CompleteTask => "complete_task",
            Self::UpdateTask => "update_task",
            Self::DeleteTask => "delete_task",
            Self::Undo => "undo",
            Self::Correct => "correct",
            Self::Help => "help",
            Self::Greeting => "greeting",
            Self::Thanks => "thanks",
            Self::Unknown => "unknown",
        }
    }
}

/// Why a message that mentions tasks asks for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// "don't delete it", "I haven't paid the rent yet".
    Negated,
    /// "should I delete the report?", "what if I …".
    Hypothetical,
    /// "Anna said delete it".
    Reported,
    /// A wish to a machine that is not ours ("play some jazz"); `parameters.title` may hold what could be added instead.
    NotOurs,
    /// It is in a language that is not known.
    UnknownLanguage,
}

/// The parameters of a command; which ones apply depends on the intent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Parameters {
    /// `add_task`: the title. `update_task`: the new title. As it will be stored, but not yet checked.
    pub title: Option<String>,
    /// `update_task`: the words of the old title that the new one takes the place of, where these may be only a part of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_part: Option<String>,
    /// The description.
    pub description: Change<String>,
    /// The due date, computed as if the task had none before.
    pub due: Change<Due>,
    /// Which part of it the words named: with `time` alone a task keeps its day, with `date` alone its time of day.
    pub due_part: Option<DuePart>,
    /// `update_task`: by how much to move the due date ("push it back two days").
    pub postpone: Option<Shift>,
    /// How it repeats.
    pub recurrence: Change<Recurrence>,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// Tags to put on.
    pub tags: Vec<Tag>,
    /// Tags to take off.
    pub remove_tags: Vec<Tag>,
    /// `update_task`: take off every tag; those of `tags` are put on afterwards.
    pub clear_tags: bool,
    /// `update_task`: leave an occurrence out instead of changing it.
    pub skip: bool,
    /// `update_task`: which occurrences of a repeating task are meant, where that was said.
    pub occurrence: Option<WhichOccurrence>,
    /// `complete_task`: done (the default) or open again.
    pub completed: Option<bool>,
    /// `complete_task`: on which past day it was done, where that was said.
    pub done_on: Option<Date>,
    /// `list_tasks`: which tasks.
    pub filter: TaskFilter,
    /// `list_tasks`: sorted by what.
    pub sort: Option<SortKey>,
    /// `list_tasks`: in which direction.
    pub order: Option<SortOrder>,
    /// `list_tasks`: the message asked how many, not which.
    pub count_only: bool,
    /// `list_tasks`: tasks that no filter finds, instead of those of the filter.
    pub collection: Option<Collection>,
    /// `undo`: how many steps, 1 when not said.
    pub steps: Option<u32>,
}

/// Tasks that no filter finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Collection {
    /// Deleted tasks that can still come back.
    Trash,
    /// Open tasks that repeat.
    Repeating,
}

/// By how much to move a due date; negative moves it earlier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Shift {
    /// Calendar months (a year is twelve); past a month's end it falls on the last day.
    pub months: i32,
    /// Calendar days (a week is seven).
    pub days: i32,
    /// Minutes of the wall clock; only for a due date with a time.
    pub minutes: i64,
}

/// Which part of a due date was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DuePart {
    /// Only a day: "Friday".
    Date,
    /// Only a time: "at 4pm".
    Time,
    /// Both.
    Both,
}

/// Which occurrences of a repeating task a change is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhichOccurrence {
    /// The present one: "just this once", "the next one".
    Next,
    /// Those on these days: "Friday's", "this week's".
    Within {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// All from now on: "the whole series".
    Series,
}

/// A recognised piece of the message, in Unicode scalar values (characters), end exclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
    /// What it was recognised as.
    pub kind: SpanKind,
    /// The piece.
    pub text: String,
}

/// What a piece of a message was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpanKind {
    /// The words that tell what to do.
    Verb,
    /// The title.
    Title,
    /// The description.
    Description,
    /// When it is due.
    Due,
    /// How it repeats.
    Recurrence,
    /// The priority.
    Priority,
    /// A tag, or the name of a list.
    Tag,
    /// Which existing task.
    Reference,
    /// Which tasks to show.
    Filter,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_survives_json() {
        let mut command = Command::new(Intent::UpdateTask, Confidence::clamped(0.914));
        command.parameters.due = Change::Clear;
        command.parameters.description = Change::Set("two\nlines".to_owned());
        command.parameters.postpone = Some(Shift {
            days: 2,
            ..Shift::default()
        });
        let json = serde_json::to_string(&command).unwrap();
        let back: Command = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&back).unwrap(), json);
        assert_eq!(back.parameters.due, Change::Clear);
    }
}
