//! Finding the task a call names, and remembering rows so that none is read twice in one transaction.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, PoisonError},
};

use jiff::Timestamp;
use tasktalk_domain::{Task, TaskId, receipt::UNDO_FOR};
use tasktalk_storage::tasks::{self, KnownWord};

use super::{ToolContext, ToolError, ToolFailure};

/// What one transaction has read or written since it locked their owner. The lock keeps others from changing
/// them, so they need not be read again: on PostgreSQL that saves a turn a round trip.
#[derive(Default)]
pub struct Known {
    tasks: Mutex<HashMap<TaskId, Task>>,
    words: Mutex<Vocabulary>,
}

/// Words that were looked for, and what was found for all of them together.
#[derive(Default)]
struct Vocabulary {
    asked: HashSet<String>,
    found: HashSet<KnownWord>,
}

impl Known {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Remembers rows as they are in storage now. Only rows read in this transaction, after the lock, may be given.
    pub fn remember<'t>(&self, tasks: impl IntoIterator<Item = &'t Task>) {
        let mut known = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        known.extend(tasks.into_iter().map(|task| (task.id, task.clone())));
    }

    /// Remembers what was found for words; it holds until the owner's words change.
    pub(crate) fn remember_words(&self, asked: &[String], found: Vec<KnownWord>) {
        let mut words = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        words.asked.extend(asked.iter().cloned());
        words.found.extend(found);
    }

    /// The owner's words changed.
    pub(crate) fn forget_words(&self) {
        *self.words.lock().unwrap_or_else(PoisonError::into_inner) = Vocabulary::default();
    }

    /// What was found, if all of these were looked for.
    pub(crate) fn words(&self, asked: &[String]) -> Option<Vec<KnownWord>> {
        let words = self.words.lock().unwrap_or_else(PoisonError::into_inner);
        asked
            .iter()
            .all(|word| words.asked.contains(word))
            .then(|| words.found.iter().cloned().collect())
    }

    fn get(&self, id: TaskId) -> Option<Task> {
        let known = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(&id).cloned()
    }
}

/// The task with this number, on the list, at the version the caller expects.
pub(crate) async fn on_list(
    context: &ToolContext<'_>,
    id: TaskId,
    expected_version: Option<i64>,
) -> Result<Task, ToolError> {
    let task = anywhere(context, id).await?;
    if task.deleted_at.is_some() {
        return Err(ToolFailure::InTrash(Box::new(task)).into());
    }
    check_version(&task, expected_version)?;
    Ok(task)
}

/// The task with this number, on the list or in the trash. What has been in the trash for too long is gone, whether
/// it has already been swept out or not.
pub(super) async fn anywhere(context: &ToolContext<'_>, id: TaskId) -> Result<Task, ToolError> {
    let mut task = context.known.get(id);
    if task.is_none() {
        task = tasks::get(context.tx, context.user.user.id, id).await?;
        context.known.remember(&task);
    }
    task.filter(|task| is_kept(task, context.now))
        .ok_or_else(|| ToolFailure::NotFound(id).into())
}

/// Whether the task is on the list, or not yet too long in the trash.
pub(crate) fn is_kept(task: &Task, now: Timestamp) -> bool {
    task.deleted_at
        .is_none_or(|at| now.duration_since(at) < UNDO_FOR)
}

pub(super) fn check_version(task: &Task, expected: Option<i64>) -> Result<(), ToolFailure> {
    match expected {
        Some(expected) if expected != task.version => Err(ToolFailure::VersionMismatch {
            current: task.version,
        }),
        _ => Ok(()),
    }
}
