//! What came of a reference.

use tasktalk_domain::{Command, StatusFilter, Task, TaskId, ToolCall};

use tasktalk_storage::tasks::Among;

use super::Fit;
use crate::pipeline::{Plan, Problem, Step};

/// Which tasks a command looks for first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::agents::mcp_validator) enum Wanted {
    /// Open ones: to complete or change them.
    Open,
    /// Done ones: to open them again.
    Done,
    /// Any.
    Any,
}

impl Wanted {
    pub(super) fn fits(self, task: &Task) -> bool {
        match self {
            Self::Open => !task.completed(),
            Self::Done => task.completed(),
            Self::Any => true,
        }
    }

    pub(super) fn among(self) -> Among {
        match self {
            Self::Done => Among::Done,
            Self::Open | Self::Any => Among::Open,
        }
    }

    pub(super) fn status(self) -> StatusFilter {
        match self {
            Self::Open => StatusFilter::Pending,
            Self::Done => StatusFilter::Completed,
            Self::Any => StatusFilter::All,
        }
    }
}

/// What a reference points at.
#[derive(Debug, Default)]
pub(in crate::agents::mcp_validator) struct Resolution {
    /// Tasks on the list, in the order they were named.
    pub(in crate::agents::mcp_validator) targets: Vec<Task>,
    /// Named by number, but not on the list.
    pub(in crate::agents::mcp_validator) absent: Vec<Absent>,
    /// What was pointed at in vain.
    pub(in crate::agents::mcp_validator) problems: Vec<Problem>,
    /// Where several fit.
    pub(in crate::agents::mcp_validator) unclear: Option<Unclear>,
    /// How well the target fits that fits worst.
    pub(in crate::agents::mcp_validator) fit: Fit,
    /// An exception could not be found, so nothing may be done to the rest.
    pub(in crate::agents::mcp_validator) blocked: bool,
    /// How tasks were found by their words.
    pub(in crate::agents::mcp_validator) lookups: Vec<ToolCall>,
    /// What could have been meant instead.
    pub(in crate::agents::mcp_validator) alternatives: Vec<TaskId>,
}

impl Resolution {
    /// A plan with all that resolving its reference brought up.
    pub(in crate::agents::mcp_validator) fn into_plan(self, command: Command, step: Step) -> Plan {
        let mut problems = self.problems;
        problems.extend(self.absent.iter().map(|absent| Problem::Absent {
            id: absent.id,
            in_trash: absent.in_trash,
        }));
        Plan {
            lookups: self.lookups,
            problems,
            alternatives: self.alternatives,
            ..Plan::new(command, step)
        }
    }
}

/// A number that is no task on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::agents::mcp_validator) struct Absent {
    pub(in crate::agents::mcp_validator) id: TaskId,
    /// It is in the trash; otherwise there is no such task.
    pub(in crate::agents::mcp_validator) in_trash: bool,
    /// It is in the trash, and was done when it was put there.
    pub(in crate::agents::mcp_validator) done: bool,
}

/// Several tasks fit equally well.
#[derive(Debug)]
pub(in crate::agents::mcp_validator) struct Unclear {
    /// By which words, if by words.
    pub(in crate::agents::mcp_validator) words: Option<String>,
    /// The best first.
    pub(in crate::agents::mcp_validator) candidates: Vec<Task>,
}
