//! A question that waits for an answer, bound to what will be done then.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Command, TaskId};

/// How many candidates a question offers at most.
pub const OPTIONS_LIMIT: usize = 3;
/// How long a confirmation or a question can be answered.
pub const VALID_FOR: jiff::SignedDuration = jiff::SignedDuration::from_mins(5);

/// After this many replies that don't show it, a question is forgotten: a "yes" then means something else.
pub const UNSEEN_LIMIT: u8 = 2;

/// A question that was asked and not yet answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    /// Its id, which a click sends back.
    pub id: Uuid,
    /// What kind of answer it wants.
    pub kind: PendingKind,
    /// The question.
    pub question: String,
    /// The answers to choose from.
    pub options: Vec<PendingOption>,
    /// More tasks that fit; they are not shown, but can be named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unshown: Vec<PendingOption>,
    /// After this instant it can't be answered any more.
    pub expires_at: Timestamp,
    /// What is done with the answer.
    pub continuation: Continuation,
    /// It was already offered once more after an unrelated command.
    #[serde(default)]
    pub offered_again: bool,
    /// How many replies in a row have not shown it, up to the newest.
    #[serde(default)]
    pub unseen: u8,
}

impl Pending {
    /// Whether the message itself is the answer, not one of the options.
    pub fn wants_words(&self) -> bool {
        match self.continuation {
            Continuation::MissingTitle { .. } | Continuation::MissingDue { .. } => true,
            Continuation::OnChosen { .. } => {
                self.options.iter().all(|option| option.task_id.is_none())
            }
            Continuation::OneOrSeries { .. }
            | Continuation::OnExactly { .. }
            | Continuation::AsIs { .. } => false,
        }
    }
}

/// What kind of answer a question wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PendingKind {
    /// One of several tasks.
    Choice,
    /// Yes or no to a change of several tasks.
    Confirm,
    /// Yes or no to adding a task.
    Add,
}

/// One answer to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingOption {
    /// Unique within the question; short: `1`, `yes`, `none`.
    pub id: String,
    /// What the button says.
    pub label: String,
    /// The task it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_id: Option<TaskId>,
    /// When that is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// What is done once the question is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Continuation {
    /// Run the command on the chosen task.
    OnChosen {
        /// The command, its reference still open.
        command: Box<Command>,
    },
    /// Run the command on one occurrence of a repeating task, which its parameters name, or on the whole series.
    OneOrSeries {
        /// The command.
        command: Box<Command>,
    },
    /// On "yes" run the command on exactly these tasks, if none has changed since.
    OnExactly {
        /// The command.
        command: Box<Command>,
        /// The tasks at the versions that were shown.
        targets: Vec<Target>,
    },
    /// On "yes" run the command as it is.
    AsIs {
        /// The command.
        command: Box<Command>,
    },
    /// The next message says what to add; all that was told before is kept.
    MissingTitle {
        /// The command, without a title.
        command: Box<Command>,
    },
    /// The next message says when.
    MissingDue {
        /// The command, without a due date.
        command: Box<Command>,
    },
}

impl Continuation {
    /// The command that waits.
    pub fn command(&self) -> &Command {
        let (Self::OnChosen { command }
        | Self::OneOrSeries { command }
        | Self::OnExactly { command, .. }
        | Self::AsIs { command }
        | Self::MissingTitle { command }
        | Self::MissingDue { command }) = self;
        command
    }

    /// The command that waits.
    pub fn into_command(self) -> Command {
        let (Self::OnChosen { command }
        | Self::OneOrSeries { command }
        | Self::OnExactly { command, .. }
        | Self::AsIs { command }
        | Self::MissingTitle { command }
        | Self::MissingDue { command }) = self;
        *command
    }
}

/// A task at one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Target {
    /// The task.
    pub id: TaskId,
    /// Its version when it was shown.
    pub version: i64,
}
