//! What taking a change back makes of a task. Pure: nothing is written here.

use jiff::Timestamp;
use tasktalk_domain::{Operation, Receipt, Task};

/// The task with the receipt's change taken back, as the next version of what it is now: byte for byte the content
/// from before. What was created goes to the trash.
pub(super) fn reverted(receipt: &Receipt, current: &Task, now: Timestamp) -> Task {
    let content = match &receipt.before {
        Some(before) => Task::clone(before),
        None => Task {
            deleted_at: current.deleted_at.or(Some(now)),
            ..current.clone()
        },
    };
    Task {
        version: current.version + 1,
        updated_at: now,
        ..content
    }
}

/// What the reversal of an operation is called, given the task before and after the reversal.
pub(super) fn operation(reverted: Operation, before: &Task, after: &Task) -> Operation {
    match (before.deleted_at.is_some(), after.deleted_at.is_some()) {
        (false, true) => Operation::Deleted,
        (true, false) => Operation::Restored,
        _ => match reverted {
            Operation::Completed => Operation::Reopened,
            Operation::Reopened => Operation::Completed,
            Operation::Created | Operation::Updated | Operation::Deleted | Operation::Restored => {
                Operation::Updated
            }
        },
    }
}

/// Whether the two are the same but for what every change moves on: then whatever happened in between was undone.
pub(super) fn same_content(one: &Task, other: &Task) -> bool {
    let aligned = Task {
        version: one.version,
        updated_at: one.updated_at,
        ..other.clone()
    };
    aligned == *one
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::task;

    fn receipt(before: Option<Task>, after: Task) -> Receipt {
        Receipt {
            operation: Operation::Updated,
            task_id: after.id,
            title: after.title.to_string(),
            before: before.map(Box::new),
            after: Some(Box::new(after)),
            undo_token: uuid::Uuid::nil(),
            expires_at: Timestamp::MAX,
        }
    }

    #[test]
    fn the_content_goes_back_and_the_version_goes_on() {
        let before = task(1, "Buy milk");
        let after = Task {
            version: 2,
            ..task(1, "Buy oat milk")
        };
        let now: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let back = reverted(&receipt(Some(before.clone()), after.clone()), &after, now);
        assert_eq!((back.version, back.updated_at), (3, now));
        assert!(same_content(&back, &before));
        assert!(!same_content(&back, &after));
    }

    #[test]
    fn what_was_created_goes_to_the_trash_as_it_is_now() {
        let now: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let current = task(1, "Buy milk");
        let back = reverted(&receipt(None, current.clone()), &current, now);
        assert_eq!(back.deleted_at, Some(now));
        assert_eq!(back.title, current.title);
    }
}
