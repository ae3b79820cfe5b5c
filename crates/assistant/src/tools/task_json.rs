//! The one JSON form of a task and of a receipt, for chat, REST and MCP alike. Instants are RFC 3339 in UTC.

use serde_json::{Value, json};
use tasktalk_domain::{Receipt, Task};

/// A task; `public_id` is its owner's.
///
/// A task in the trash also has `deleted_at`; one on the list doesn't have the key. A repeating task with occurrences that
/// were moved or left out has `exceptions`.
pub fn task_json(task: &Task, public_id: &str) -> Value {
    let mut value = json!({
        "id": task.id,
        "user_id": public_id,
        "title": task.title,
        "description": task.description,
        "completed": task.completed(),
        "completed_at": task.completed_at,
        "due": task.due,
        "recurrence": task.recurrence,
        "priority": task.priority,
        "tags": task.tags,
        "created_at": task.created_at,
        "updated_at": task.updated_at,
        "version": task.version,
    });
    if !task.exceptions.is_empty() {
        value["exceptions"] = json!(task.exceptions);
    }
    if let Some(deleted_at) = task.deleted_at {
        value["deleted_at"] = json!(deleted_at);
    }
    value
}

/// A receipt; `public_id` is the owner's.
pub fn receipt_json(receipt: &Receipt, public_id: &str) -> Value {
    let task = |task: &Option<Box<Task>>| task.as_deref().map(|task| task_json(task, public_id));
    json!({
        "op": receipt.operation,
        "task_id": receipt.task_id,
        "title": receipt.title,
        "before": task(&receipt.before),
        "after": task(&receipt.after),
        "undo_token": receipt.undo_token,
        "expires_at": receipt.expires_at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::task;

    #[test]
    fn a_task_on_the_list_has_exactly_the_promised_keys() {
        let value = task_json(&task(3, "Buy milk"), "7");
        let keys: Vec<_> = value.as_object().unwrap().keys().cloned().collect();
        assert_eq!(
            keys,
            [
                "completed",
                "completed_at",
                "created_at",
                "description",
                "due",
                "id",
                "priority",
                "recurrence",
                "tags",
                "title",
                "updated_at",
                "user_id",
                "version"
            ]
        );
        assert_eq!(value["id"], 3);
        assert_eq!(value["user_id"], "7");
        assert_eq!(value["created_at"], "2026-11-22T09:00:00Z");
        assert_eq!(value["due"], Value::Null);
    }
}
