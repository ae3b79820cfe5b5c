//! What was asked for.

use jiff::Timestamp;
use tasktalk_domain::{Command, Confidence, Pending};
use tasktalk_storage::reminders::StoredReminder;
use tasktalk_understanding::Answer;

use super::Problem;
use crate::agents::mcp_validator::TakenBack;

/// What a turn asks for: the second stage's value.
#[derive(Clone, Debug)]
pub(crate) struct ParsedTurn {
    /// What is asked for, in order.
    pub(crate) asked: Vec<Asked>,
    /// How sure the engine is of all of it.
    pub(crate) confidence: Confidence,
}

/// One thing that is asked for.
#[derive(Clone, Debug)]
pub(crate) enum Asked {
    /// A command, and what to ask when the message left something needed out.
    Command(Box<Command>, Option<String>),
    /// The answer to a question.
    Answer(Box<Pending>, Answer),
    /// A command that a question was asked about, with what was missing filled in.
    FilledIn(Box<Command>),
    /// The answer to a question that can't be answered any more.
    AnswerTooLate(Box<Pending>),
    /// What was just done is to be taken back.
    TakenBack(TakenBack),
    /// The list as it was last shown is to go on.
    NextPage,
    /// Reminders are to be told again.
    PutOff(PutOff),
    /// They can't be put off.
    NotPutOff(Box<Problem>),
    /// A "yes" though nothing was asked.
    NothingToConfirm,
}

/// Reminders that are to be told again.
#[derive(Clone, Debug)]
pub(crate) struct PutOff {
    /// The reminders, with the titles of their tasks.
    pub(crate) reminders: Vec<(StoredReminder, String)>,
    /// When; `None` takes an earlier putting off back.
    pub(crate) until: Option<Timestamp>,
}
