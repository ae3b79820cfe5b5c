//! What is said about changes: always from the row that was written, never from the words of the message.

use tasktalk_domain::{Command, Due, Operation, Priority, Receipt, Recurrence, Task};

use super::{
    Reader, dates,
    dates::Doubt,
    markdown::{escape, quote},
};
use crate::tools::{Detail, ToolFailure};

/// What one tool did or found already done.
pub(super) fn detail(reader: &Reader<'_>, command: &Command, detail: &Detail) -> String {
    match detail {
        Detail::Created { task } => created(reader, command, task),
        Detail::Completed {
            task,
            next,
            already,
        } => {
            let told = match already {
                Some(at) => format!(
                    "ℹ️ Task #{} is already completed ({})",
                    task.id,
                    dates::day(reader.zone.local(*at).date(), reader.today())
                ),
                None => format!("✅ Task #{} completed: {}", task.id, bold(task)),
            };
            match next {
                Some(next) => format!("{told}\n🔁 next: {}", reader.brief(next)),
                None => told,
            }
        }
        Detail::Reopened { task, already } => {
            if *already {
                format!("ℹ️ Task #{} is already open: {}", task.id, bold(task))
            } else {
                format!("⬜ Task #{} reopened: {}", task.id, bold(task))
            }
        }
        Detail::Updated {
            before,
            after,
            unchanged,
        } => {
            if *unchanged {
                format!(
                    "ℹ️ Task #{} is already like that: {}",
                    after.id,
                    bold(after)
                )
            } else {
                updated(reader, command, before, after)
            }
        }
        Detail::Deleted { task, already } => {
            let title = escape(task.title.as_str());
            if *already {
                format!("ℹ️ Task #{} '{title}' is already in the trash", task.id)
            } else {
                format!("🗑️ Task #{} '{title}' deleted", task.id)
            }
        }
        Detail::Restored { task, already } => {
            if *already {
                format!("ℹ️ Task #{} is on the list: {}", task.id, bold(task))
            } else {
                format!("↩️ Task #{} restored: {}", task.id, bold(task))
            }
        }
        Detail::Undone { receipts, .. } => undone(reader, receipts),
        Detail::Failed(failure) => self::failure(failure),
        Detail::Listed { .. } => String::new(),
    }
}

/// Many changes of one kind, with the first few named.
pub(super) fn summary(details: &[&Detail], named: usize) -> Option<String> {
    let kind = std::mem::discriminant(*details.first()?);
    if !details
        .iter()
        .all(|detail| std::mem::discriminant(*detail) == kind)
    {
        return None;
    }
    let (mark, verb) = match details.first()? {
        Detail::Completed { .. } => ("✅", "completed"),
        Detail::Reopened { .. } => ("⬜", "reopened"),
        Detail::Updated { .. } => ("✏️", "updated"),
        Detail::Deleted { .. } => ("🗑️", "deleted"),
        Detail::Created { .. }
        | Detail::Listed { .. }
        | Detail::Restored { .. }
        | Detail::Undone { .. }
        | Detail::Failed(_) => return None,
    };
    let changed: Vec<&Task> = details
        .iter()
        .filter_map(|detail| changed(detail))
        .collect();
    let mut text = format!("{mark} {} tasks {verb}:", changed.len());
    for task in changed.iter().take(named) {
        text.push_str(&format!(
            "\n• #{}: {}",
            task.id,
            escape(task.title.as_str())
        ));
    }
    if changed.len() > named {
        text.push_str(&format!("\n…and {} more", changed.len() - named));
    }
    if changed.len() < details.len() {
        text.push_str(&format!(
            "\nℹ️ {} needed no change",
            details.len() - changed.len()
        ));
    }
    Some(text)
}

/// The task, when it really was changed.
fn changed(detail: &Detail) -> Option<&Task> {
    match detail {
        Detail::Completed {
            task,
            already: None,
            ..
        }
        | Detail::Reopened {
            task,
            already: false,
        }
        | Detail::Deleted {
            task,
            already: false,
        }
        | Detail::Updated {
            after: task,
            unchanged: false,
            ..
        } => Some(task),
        _ => None,
    }
}

/// Why a tool did nothing.
pub(super) fn failure(failure: &ToolFailure) -> String {
    match failure {
        ToolFailure::InTrash(task) => format!(
            "❌ Task #{} '{}' is in the trash. Say \"restore #{}\" to bring it back.",
            task.id,
            escape(task.title.as_str()),
            task.id
        ),
        other => format!("❌ {}", quote(&other.to_string())),
    }
}

fn created(reader: &Reader<'_>, command: &Command, task: &Task) -> String {
    let mut text = format!("✅ Task #{} created: {}", task.id, bold(task));
    if let Some(due) = &task.due {
        text.push_str(&due_line(reader, command, due));
    }
    if let Some(recurrence) = &task.recurrence {
        text.push_str(&recurrence_line(recurrence));
    }
    push_priority_and_tags(&mut text, task);
    if let Some(description) = &task.description {
        text.push_str("\n📝 ");
        text.push_str(&quote(description.as_str()));
    }
    text
}

fn updated(reader: &Reader<'_>, command: &Command, before: &Task, after: &Task) -> String {
    let mut text = format!("✏️ Task #{} updated: {}", after.id, bold(after));
    if before.title != after.title {
        text.push_str(&format!(" (was '{}')", escape(before.title.as_str())));
    }
    match (&before.due, &after.due) {
        (before, Some(due)) if before.as_ref() != Some(due) => {
            text.push_str(&due_line(reader, command, due));
        }
        (Some(_), None) => text.push_str("\n📅 no due date any more"),
        _ => {}
    }
    match (&before.recurrence, &after.recurrence) {
        (before, Some(recurrence)) if before.as_ref() != Some(recurrence) => {
            text.push_str(&recurrence_line(recurrence));
        }
        (Some(_), None) => text.push_str("\n🔁 doesn't repeat any more"),
        _ => {}
    }
    if before.priority != after.priority {
        text.push_str(&format!("\n❗ {}", priority(after.priority)));
    }
    if before.tags != after.tags {
        if after.tags.is_empty() {
            text.push_str("\n🏷️ no tags any more");
        } else {
            text.push_str("\n🏷️ ");
            push_tags(&mut text, after);
        }
    }
    match (&before.description, &after.description) {
        (before, Some(description)) if before.as_ref() != Some(description) => {
            text.push_str("\n📝 ");
            text.push_str(&quote(description.as_str()));
        }
        (Some(_), None) => text.push_str("\n📝 no description any more"),
        _ => {}
    }
    text
}

fn undone(reader: &Reader<'_>, receipts: &[Receipt]) -> String {
    let lines: Vec<String> = receipts
        .iter()
        .map(|receipt| {
            let title = escape(&receipt.title);
            let id = receipt.task_id;
            match receipt.operation {
                Operation::Deleted => format!("↩️ Task #{id} '{title}' is off the list again"),
                Operation::Restored | Operation::Created => {
                    format!("↩️ Task #{id} is back: **{title}**")
                }
                Operation::Reopened => format!("↩️ Task #{id} is open again: **{title}**"),
                Operation::Completed => format!("↩️ Task #{id} is completed again: **{title}**"),
                Operation::Updated => {
                    let due = receipt.after.as_ref().and_then(|after| after.due.as_ref());
                    let was = receipt
                        .before
                        .as_ref()
                        .and_then(|before| before.due.as_ref());
                    let told = match (was, due) {
                        (was, Some(due)) if was != Some(due) => {
                            format!("\n📅 {}", dates::full(due, reader.zone))
                        }
                        (Some(_), None) => "\n📅 no due date".to_owned(),
                        _ => String::new(),
                    };
                    format!("↩️ Task #{id} is as it was: **{title}**{told}")
                }
            }
        })
        .collect();
    if lines.is_empty() {
        "ℹ️ Everything was already as before".to_owned()
    } else {
        lines.join("\n")
    }
}

fn due_line(reader: &Reader<'_>, command: &Command, due: &Due) -> String {
    let date = dates::full(due, reader.zone);
    let doubt = match dates::doubt(due, &command.spans, reader.now, reader.zone) {
        None => "",
        Some(Doubt::Past) => "\n⚠️ That is in the past.",
        Some(Doubt::GuessedYear(year)) => {
            return format!("\n📅 {date}\n⚠️ No year was said; I took {year}.");
        }
        Some(Doubt::FarAhead) => "\n⚠️ That is more than 300 days ahead.",
    };
    format!("\n📅 {date}{doubt}")
}

fn recurrence_line(recurrence: &Recurrence) -> String {
    format!("\n🔁 {}", super::recurrences::describe(recurrence))
}

fn push_priority_and_tags(text: &mut String, task: &Task) {
    let has_priority = task.priority != Priority::None;
    if has_priority {
        text.push_str(&format!("\n❗ {}", priority(task.priority)));
    }
    if !task.tags.is_empty() {
        text.push_str(if has_priority { " · " } else { "\n🏷️ " });
        push_tags(text, task);
    }
}

fn push_tags(text: &mut String, task: &Task) {
    let tags: Vec<String> = task
        .tags
        .iter()
        .map(|tag| format!("#{}", escape(tag.as_str())))
        .collect();
    text.push_str(&tags.join(" "));
}

fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::High => "high priority",
        Priority::Medium => "medium priority",
        Priority::Low => "low priority",
        Priority::None => "no priority",
    }
}

fn bold(task: &Task) -> String {
    format!("**{}**", escape(task.title.as_str()))
}
