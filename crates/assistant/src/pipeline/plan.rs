//! What will be done, and why not everything.

use tasktalk_domain::{Collection, Command, Pending, Reason, Task, TaskFilter, TaskId, ToolCall};

use super::{Lost, PutOff};
use crate::tools::Tool;

/// How many tasks a list in a reply has at most.
pub(crate) const LINES: usize = 20;

/// What will be done about one thing that was asked for: the third stage's value.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The command, as it is carried out or asked about.
    pub(crate) command: Command,
    /// How tasks were found by their words, before anything is done to them.
    pub(crate) lookups: Vec<ToolCall>,
    /// What can't be done.
    pub(crate) problems: Vec<Problem>,
    /// What could have been meant instead.
    pub(crate) alternatives: Vec<TaskId>,
    /// What happens next.
    pub(crate) step: Step,
    /// What is asked once that is done.
    pub(crate) then_ask: Option<Box<Pending>>,
    /// It answers the question that was waiting.
    pub(crate) answers_pending: bool,
}

/// What happens next.
#[derive(Debug)]
pub(crate) enum Step {
    /// These tools run, in order.
    Run(Vec<Tool>),
    /// The user is asked.
    Ask(Box<Pending>),
    /// Reminders are put off, or stand again.
    PutOff(PutOff),
    /// No tool is needed.
    Say(Remark),
}

/// What is said without running a tool.
#[derive(Debug)]
pub(crate) enum Remark {
    /// What Tasktalk can do.
    Help,
    /// Hello.
    Greeting,
    /// You're welcome.
    Thanks,
    /// The tasks that were asked for by name or number.
    Found(Vec<Task>),
    /// Tasks that no filter finds.
    Collected(Collection, Vec<Task>),
    /// Nothing was asked for, for this reason.
    NothingAskedFor(Reason),
    /// A question was answered by a language model, in these words, which claim no change.
    InWords(String),
    /// These reminders are put off, or stand again.
    PutOff(PutOff),
    /// The answer was no: nothing is done.
    LeftAlone,
    /// There is no more of the list than was shown.
    ListEnds,
    /// It was agreed to something, but no question is open.
    NothingToConfirm,
    /// The question that waited is taken back, nothing else.
    QuestionForgotten,
    /// What was done last is not what was meant; this asks what is.
    WhatInstead,
    /// Something needed was left out; this asks for it.
    Missing(String),
    /// Not understood, for the how-manieth time in a row.
    NotUnderstood {
        /// 1 is the first time.
        time: u8,
        /// Tasks that the words may be about.
        nearest: Vec<Task>,
    },
}

/// Why something that was asked for can't be done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Problem {
    /// A number that no task can have.
    InvalidId,
    /// No such task, or it is in the trash.
    Absent {
        /// Its number.
        id: TaskId,
        /// It is in the trash.
        in_trash: bool,
    },
    /// No title fits the words.
    NothingMatched {
        /// The words.
        words: String,
        /// The titles that come nearest.
        nearest: Vec<Task>,
    },
    /// No task fits the filter.
    NoneSuch {
        /// The filter.
        filter: TaskFilter,
    },
    /// An exception, or one of several names, fits nothing, so everything is left as it is.
    PartUnknown {
        /// Its words.
        words: String,
    },
    /// The exceptions leave nothing.
    NothingLeft,
    /// The list has no such place.
    OutOfRange {
        /// How many it has.
        shown: usize,
    },
    /// There is no list to point into, or it is old, or it has changed; it is shown again.
    NoCurrentList,
    /// More tasks than are changed in one go.
    TooMany {
        /// How many.
        count: i64,
    },
    /// Several fit, and there have been questions enough.
    Several {
        /// The best.
        candidates: Vec<Task>,
    },
    /// Nothing was changed lately that an "oops" could be about.
    NothingRecent,
    /// Nothing was deleted, completed or changed lately that could be brought back.
    NothingToBringBack,
    /// There is nothing to correct.
    NothingToCorrect,
    /// It points at what an earlier command of the same message had no task for.
    Fallen(Lost),
    /// The question is no longer open.
    AnswerTooLate,
    /// A parameter is refused; the sentence says why.
    Refused(String),
}

impl Plan {
    pub(crate) fn new(command: Command, step: Step) -> Self {
        Self {
            command,
            lookups: Vec::new(),
            problems: Vec::new(),
            alternatives: Vec::new(),
            step,
            then_ask: None,
            answers_pending: false,
        }
    }

    pub(crate) fn say(command: Command, remark: Remark) -> Self {
        Self::new(command, Step::Say(remark))
    }

    pub(crate) fn ask(command: Command, pending: Pending) -> Self {
        Self::new(command, Step::Ask(Box::new(pending)))
    }

    pub(crate) fn refuse(command: Command, problem: Problem) -> Self {
        Self {
            problems: vec![problem],
            ..Self::new(command, Step::Run(Vec::new()))
        }
    }
}
