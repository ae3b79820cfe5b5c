//! Tasks and receipts as they are answered.

use tasktalk_api::{chat, tasks as api};
use tasktalk_domain::{Due, Exceptions, Priority, Receipt, Recurrence, RecurrenceMode, Task};

/// A task as it is answered; `public_id` is its owner's.
pub(crate) fn task(task: &Task, public_id: &str) -> api::Task {
    api::Task {
        id: task.id.get(),
        user_id: public_id.to_owned(),
        title: task.title.to_string(),
        description: task.description.as_ref().map(ToString::to_string),
        completed: task.completed(),
        completed_at: task.completed_at.map(|at| at.to_string()),
        due: task.due.as_ref().map(due),
        recurrence: task.recurrence.as_ref().map(recurrence),
        exceptions: exceptions(&task.exceptions),
        priority: priority(task.priority),
        tags: task.tags.iter().map(ToString::to_string).collect(),
        created_at: task.created_at.to_string(),
        updated_at: task.updated_at.to_string(),
        version: task.version,
        deleted_at: task.deleted_at.map(|at| at.to_string()),
    }
}

/// A receipt as it is answered.
pub(crate) fn receipt(receipt: &Receipt, public_id: &str) -> chat::Receipt {
    let row = |row: &Option<Box<Task>>| row.as_deref().map(|row| task(row, public_id));
    chat::Receipt {
        op: receipt.operation.as_str().to_owned(),
        task_id: receipt.task_id.get(),
        title: receipt.title.clone(),
        before: row(&receipt.before),
        after: row(&receipt.after),
        undo_token: receipt.undo_token.to_string(),
        expires_at: receipt.expires_at.to_string(),
        undone: false,
    }
}

pub(super) fn due(due: &Due) -> api::Due {
    match due {
        Due::Date { date } => api::Due::on(date.to_string()),
        Due::DateTime {
            date_time,
            timezone,
        } => api::Due::at(date_time.to_string(), timezone.name()),
    }
}

fn exceptions(exceptions: &Exceptions) -> Option<api::Exceptions> {
    let later = exceptions.later.iter().map(|exception| api::Exception {
        slot: exception.slot.to_string(),
        to: exception.to.as_ref().map(due),
    });
    (!exceptions.is_empty()).then(|| api::Exceptions {
        moved_from: exceptions.moved_from.as_ref().map(due),
        later: later.collect(),
    })
}

fn recurrence(recurrence: &Recurrence) -> api::Recurrence {
    api::Recurrence {
        rrule: recurrence.rule.to_string(),
        mode: match recurrence.mode {
            RecurrenceMode::Fixed => api::RecurrenceMode::Fixed,
            RecurrenceMode::CatchUp => api::RecurrenceMode::CatchUp,
            RecurrenceMode::AfterCompletion => api::RecurrenceMode::AfterCompletion,
        },
        strict: recurrence.strict,
    }
}

fn priority(priority: Priority) -> api::Priority {
    match priority {
        Priority::None => api::Priority::None,
        Priority::Low => api::Priority::Low,
        Priority::Medium => api::Priority::Medium,
        Priority::High => api::Priority::High,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use tasktalk_assistant::tools::{receipt_json, task_json};
    use tasktalk_domain::{Description, Operation, Tag, TaskId, TaskTitle, Zone};

    use super::*;

    fn full_task() -> Task {
        Task {
            id: TaskId::try_from(3).unwrap(),
            title: TaskTitle::parse("Water the plants").unwrap(),
            description: Description::parse("both\nrooms").unwrap(),
            completed_at: Some("2026-11-22T09:00:00.5Z".parse().unwrap()),
            due: Some(Due::at(
                "2026-11-27T15:00:00".parse().unwrap(),
                Zone::parse("Europe/Berlin").unwrap(),
            )),
            recurrence: Some(Recurrence {
                rule: "FREQ=WEEKLY;BYDAY=FR".parse().unwrap(),
                mode: RecurrenceMode::AfterCompletion,
                strict: true,
            }),
            exceptions: serde_json::from_value(json!({
                "moved_from": {"date_time": "2026-11-26T15:00:00", "timezone": "Europe/Berlin"},
                "later": [
                    {"slot": "2026-12-04", "to": null},
                    {"slot": "2026-12-11", "to": {"date": "2026-12-12"}},
                ],
            }))
            .unwrap(),
            priority: Priority::High,
            tags: Tag::parse_all(&["home"]).unwrap(),
            created_at: "2026-11-20T09:00:00Z".parse().unwrap(),
            updated_at: "2026-11-22T09:00:00.000001Z".parse().unwrap(),
            version: 4,
            deleted_at: Some("2026-11-22T10:00:00Z".parse().unwrap()),
        }
    }

    #[test]
    fn rest_and_the_tools_render_the_same_task_and_receipt() {
        let full = full_task();
        let plain = Task {
            description: None,
            completed_at: None,
            due: Some(Due::on("2026-11-27".parse().unwrap())),
            recurrence: None,
            exceptions: Exceptions::default(),
            priority: Priority::None,
            tags: Vec::new(),
            deleted_at: None,
            ..full.clone()
        };
        for row in [&full, &plain] {
            assert_eq!(json!(task(row, "u-1")), task_json(row, "u-1"));
        }
        let change = Receipt {
            operation: Operation::Updated,
            task_id: full.id,
            title: "Water the plants".to_owned(),
            before: Some(Box::new(plain)),
            after: None,
            undo_token: uuid::Uuid::nil(),
            expires_at: full.updated_at,
        };
        assert_eq!(json!(receipt(&change, "u-1")), receipt_json(&change, "u-1"));
    }
}
