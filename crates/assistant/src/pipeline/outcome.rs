//! What came of one thing that was asked for.

use tasktalk_domain::{
    Command, Confidence, Intent, NextPage, Operation, Pending, PendingKind, Reason, Receipt,
    SortKey, SortOrder, TaskFilter, TaskId, ToolCall,
};

use tasktalk_storage::reminders::StoredReminder;

use super::{Problem, Remark};
use crate::tools::{Detail, ToolOutcome};

/// What came of one thing that was asked for: the fourth stage's value.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The command, as it was carried out or asked about.
    pub(crate) command: Command,
    /// How tasks were found by their words.
    pub(crate) lookups: Vec<ToolCall>,
    /// What could not be done.
    pub(crate) problems: Vec<Problem>,
    /// What could have been meant instead.
    pub(crate) alternatives: Vec<TaskId>,
    /// The tools that ran.
    pub(crate) ran: Vec<Ran>,
    /// What is asked.
    pub(crate) question: Option<Box<Pending>>,
    /// What is said without a tool.
    pub(crate) remark: Option<Remark>,
    /// It answered the question that was waiting.
    pub(crate) answers_pending: bool,
}

/// One tool that ran.
#[derive(Debug)]
pub(crate) struct Ran {
    /// What came of it.
    pub(crate) outcome: ToolOutcome,
    /// What it showed, when it showed a list.
    pub(crate) listed: Option<Listed>,
}

/// A list that was shown.
#[derive(Debug)]
pub(crate) struct Listed {
    /// Which tasks were looked for.
    pub(crate) filter: TaskFilter,
    /// How they are sorted.
    pub(crate) sort: SortKey,
    /// In which direction.
    pub(crate) order: SortOrder,
    /// It goes on where another page ended.
    pub(crate) goes_on: bool,
}

impl Outcome {
    /// A question was answered by a language model, in words.
    pub(crate) fn in_words(words: String) -> Self {
        Self {
            command: Command::new(Intent::Unknown, Confidence::CERTAIN),
            lookups: Vec::new(),
            problems: Vec::new(),
            alternatives: Vec::new(),
            ran: Vec::new(),
            question: None,
            remark: Some(Remark::InWords(words)),
            answers_pending: false,
        }
    }

    /// What was changed, in order.
    pub(crate) fn receipts(&self) -> impl Iterator<Item = &Receipt> {
        self.ran.iter().flat_map(|ran| &ran.outcome.receipts)
    }

    /// The reminders that were put off.
    pub(crate) fn put_off(&self) -> impl Iterator<Item = &StoredReminder> {
        let put_off = match &self.remark {
            Some(Remark::PutOff(put_off)) if put_off.until.is_some() => Some(put_off),
            _ => None,
        };
        put_off
            .into_iter()
            .flat_map(|put_off| put_off.reminders.iter().map(|(reminder, _)| reminder))
    }

    /// How many tasks were touched.
    pub(crate) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for receipt in self.receipts() {
            match receipt.operation {
                Operation::Created => {}
                Operation::Deleted => {
                    tally.deleted += 1;
                    tally.changed += 1;
                }
                Operation::Updated
                | Operation::Completed
                | Operation::Reopened
                | Operation::Restored => tally.changed += 1,
            }
        }
        tally
    }

    /// Whether everything that was asked for was done, or needed no doing.
    pub(crate) fn success(&self) -> bool {
        let answered = match &self.remark {
            Some(Remark::WhatInstead | Remark::Missing(_) | Remark::NotUnderstood { .. }) => false,
            Some(Remark::NothingAskedFor(reason)) => {
                !matches!(reason, Reason::NotOurs | Reason::UnknownLanguage)
            }
            _ => true,
        };
        answered
            && self.question.is_none()
            && self.problems.is_empty()
            && self.ran.iter().all(|ran| ran.outcome.success())
    }

    /// Whether it left us guessing: what was meant, or which task.
    pub(crate) fn puzzled(&self) -> bool {
        let unclear = self
            .question
            .as_ref()
            .is_some_and(|question| question.kind == PendingKind::Choice || question.wants_words());
        let unheard = matches!(
            self.remark,
            Some(Remark::WhatInstead | Remark::Missing(_) | Remark::NotUnderstood { .. })
        );
        let unknown = self.problems.iter().any(|problem| {
            matches!(
                problem,
                Problem::NothingMatched { .. } | Problem::Several { .. }
            )
        });
        unclear || unheard || unknown
    }
}

impl Ran {
    /// Where the list goes on that it showed, of which so many tasks were shown before.
    pub(crate) fn next(&self, before: usize) -> Option<NextPage> {
        let listed = self.listed.as_ref()?;
        match &self.outcome.detail {
            Detail::Listed {
                tasks,
                next: Some(next),
                ..
            } => Some(NextPage {
                seen: before + tasks.len(),
                cursor: next.encode(),
                sort: listed.sort,
                order: listed.order,
            }),
            _ => None,
        }
    }

    /// The tasks a tool's result is about.
    pub(crate) fn tasks(&self) -> Vec<TaskId> {
        match &self.outcome.detail {
            Detail::Created { task }
            | Detail::Completed { task, .. }
            | Detail::Reopened { task, .. }
            | Detail::Skipped { task, .. }
            | Detail::Updated { after: task, .. }
            | Detail::Deleted { task, .. }
            | Detail::Restored { task, .. } => vec![task.id],
            Detail::Listed { tasks, .. } => tasks.iter().map(|task| task.id).collect(),
            Detail::Undone { reverted, .. } => {
                let mut ids: Vec<TaskId> = Vec::new();
                for receipt in reverted {
                    if !ids.contains(&receipt.task_id) {
                        ids.push(receipt.task_id);
                    }
                }
                ids
            }
            Detail::Failed(_) => Vec::new(),
        }
    }
}

/// How many tasks a turn has touched so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Moved to the trash.
    pub(crate) deleted: usize,
    /// Changed in any way, but not created.
    pub(crate) changed: usize,
}

impl std::ops::Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            deleted: self.deleted + other.deleted,
            changed: self.changed + other.changed,
        }
    }
}
