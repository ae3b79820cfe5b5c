//! The same change on another task: taken back here, made there. Pure: nothing is looked up or written.

use tasktalk_domain::{Change, Command, Operation, Receipt, Series, Task, TaskId, TaskPatch};

use crate::{
    agents::mcp_validator::changes,
    tools::{
        CompleteTask, DeleteTask, RestoreTask, SkipOccurrence, Tool, Undo, UndoTarget, UpdateTask,
    },
};

/// The call that makes the last change's task what it was. It is a change like any other, so that "undo" takes the
/// whole correction back.
pub(in crate::agents::mcp_validator) fn take_back(receipt: &Receipt) -> Tool {
    let task_id = receipt.task_id;
    let complete = |completed| {
        Tool::CompleteTask(CompleteTask {
            task_id,
            completed,
            done_on: None,
            expected_version: None,
        })
    };
    let repeats = receipt
        .before
        .as_ref()
        .is_some_and(|before| before.recurrence.is_some());
    match (receipt.operation, &receipt.before) {
        // A series that moved on can only be moved back by the change itself.
        (Operation::Completed | Operation::Updated, _) if repeats => Tool::Undo(Undo {
            target: UndoTarget::Token(receipt.undo_token),
            force: false,
        }),
        (Operation::Completed, _) => complete(false),
        (Operation::Reopened, _) => complete(true),
        (Operation::Deleted, _) => Tool::RestoreTask(RestoreTask {
            task_id,
            expected_version: None,
        }),
        (Operation::Created | Operation::Restored, _) | (Operation::Updated, None) => {
            Tool::DeleteTask(DeleteTask {
                task_id,
                expected_version: None,
            })
        }
        (Operation::Updated, Some(before)) => Tool::UpdateTask(Box::new(UpdateTask {
            patch: content(before),
            ..UpdateTask::new(task_id)
        })),
    }
}

/// The call that makes the same change on another task, or the change that the correction names itself.
pub(super) fn on_other(receipt: &Receipt, command: &Command, task: &Task) -> Tool {
    let task_id = task.id;
    match (receipt.operation, &receipt.before, &receipt.after) {
        (Operation::Completed | Operation::Reopened, _, _) => Tool::CompleteTask(CompleteTask {
            task_id,
            completed: receipt.operation == Operation::Completed,
            done_on: None,
            expected_version: None,
        }),
        (Operation::Deleted, _, _) => Tool::DeleteTask(DeleteTask {
            task_id,
            expected_version: None,
        }),
        (Operation::Restored, _, _) => Tool::RestoreTask(RestoreTask {
            task_id,
            expected_version: None,
        }),
        (Operation::Updated, Some(before), Some(after)) if skipped(before, after) => {
            Tool::SkipOccurrence(SkipOccurrence {
                task_id,
                slots: Vec::new(),
                expected_version: None,
            })
        }
        (Operation::Updated, Some(before), Some(after))
            if changes::asks_for_nothing(&command.parameters) =>
        {
            difference(before, after, task_id)
        }
        _ => changes::update(task_id, &command.parameters),
    }
}

/// All that a change can set, as it is in this task.
fn content(task: &Task) -> TaskPatch {
    TaskPatch {
        title: Some(task.title.clone()),
        description: set_or_clear(task.description.clone()),
        due: set_or_clear(task.due.clone()),
        recurrence: set_or_clear(task.recurrence.clone()),
        priority: Some(task.priority),
        tags: Some(task.tags.clone()),
    }
}

/// What one change did, as a change of another task.
fn difference(before: &Task, after: &Task, task_id: TaskId) -> Tool {
    let patch = TaskPatch {
        title: (before.title != after.title).then(|| after.title.clone()),
        description: changed(before.description.as_ref(), after.description.as_ref()),
        due: changed(before.due.as_ref(), after.due.as_ref()),
        recurrence: changed(before.recurrence.as_ref(), after.recurrence.as_ref()),
        priority: (before.priority != after.priority).then_some(after.priority),
        tags: None,
    };
    let missing = |from: &Task, than: &Task| {
        from.tags
            .iter()
            .filter(|tag| !than.tags.contains(tag))
            .cloned()
            .collect()
    };
    Tool::UpdateTask(Box::new(UpdateTask {
        patch,
        add_tags: missing(after, before),
        remove_tags: missing(before, after),
        ..UpdateTask::new(task_id)
    }))
}

fn changed<T: Clone + PartialEq>(before: Option<&T>, after: Option<&T>) -> Change<T> {
    if before == after {
        Change::Keep
    } else {
        set_or_clear(after.cloned())
    }
}

fn set_or_clear<T>(value: Option<T>) -> Change<T> {
    value.map_or(Change::Clear, Change::Set)
}

/// Whether the change left out the present occurrence: the series stands at a later slot and is otherwise the same.
fn skipped(before: &Task, after: &Task) -> bool {
    let (Some(was), Some(is)) = (Series::of(before), Series::of(after)) else {
        return false;
    };
    let passed = is.exceptions.moved_from.is_none() && is.slot().date() > was.slot().date();
    passed && before.title == after.title && before.tags == after.tags
}
