//! What is said about changes: always from the row that was written, never from the words of the message.

use tasktalk_domain::{Command, Due, Operation, Parameters, Priority, Receipt, Task};

use super::{Reader, occurrences, recurrences};
use crate::{
    agents::wording::{
        dates::{self, Doubt},
        markdown::{escape, quote},
    },
    tools::{Detail, Moved, ToolFailure},
};

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
                Some(_) if !task.completed() => format!(
                    "ℹ️ Task #{} was completed a moment ago, so I didn't count it again",
                    task.id
                ),
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
            moved,
        } => {
            if *unchanged {
                no_change(command, after)
            } else {
                updated(reader, command, before, after, moved.as_ref())
            }
        }
        Detail::Skipped { task, left_out } => occurrences::skipped(reader, task, left_out),
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
pub(super) fn summary(reader: &Reader<'_>, details: &[&Detail], named: usize) -> Option<String> {
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
        Detail::Skipped { .. } => ("⏭️", "skipped"),
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
    let mut lines = vec![format!("{mark} {} tasks {verb}:", changed.len())];
    lines.extend(
        changed
            .iter()
            .take(named)
            .map(|task| format!("• #{}: {}", task.id, escape(task.title.as_str()))),
    );
    lines.extend(new_dates(reader, details));
    if changed.len() > named {
        lines.push(format!("…and {} more", changed.len() - named));
    }
    if changed.len() < details.len() {
        lines.push(format!(
            "ℹ️ {} needed no change",
            details.len() - changed.len()
        ));
    }
    Some(lines.join("\n"))
}

/// The dates that many tasks were given: one, or from when to when.
fn new_dates(reader: &Reader<'_>, details: &[&Detail]) -> Option<String> {
    let mut dues: Vec<&Due> = details
        .iter()
        .filter_map(|detail| match detail {
            Detail::Updated { before, after, .. } if before.due != after.due => after.due.as_ref(),
            _ => None,
        })
        .collect();
    dues.sort_by_key(|due| (due.date(), due.time()));
    let (first, last) = (dues.first()?, dues.last()?);
    let first = dates::full(first, reader.zone);
    let last = dates::full(last, reader.zone);
    Some(if first == last {
        format!("📅 {first}")
    } else {
        format!("📅 {first} to {last}")
    })
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
        | Detail::Skipped { task, .. }
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
    let mut lines = vec![format!("✅ Task #{} created: {}", task.id, bold(task))];
    if let Some(due) = &task.due {
        push_due(&mut lines, reader, command, due);
    }
    if let Some(recurrence) = &task.recurrence {
        lines.push(format!("🔁 {}", recurrences::describe(recurrence)));
    }
    match (task.priority, task.tags.as_slice()) {
        (Priority::None, []) => {}
        (Priority::None, _) => lines.push(format!("🏷️ {}", tags(task))),
        (urgent, []) => lines.push(format!("❗ {}", priority(urgent))),
        (urgent, _) => lines.push(format!("❗ {} · {}", priority(urgent), tags(task))),
    }
    if let Some(description) = &task.description {
        lines.push(format!("📝 {}", quote(description.as_str())));
    }
    lines.join("\n")
}

fn updated(
    reader: &Reader<'_>,
    command: &Command,
    before: &Task,
    after: &Task,
    moved: Option<&Moved>,
) -> String {
    let was = if before.title == after.title {
        String::new()
    } else {
        format!(" (was '{}')", escape(before.title.as_str()))
    };
    let mut lines = vec![format!(
        "✏️ Task #{} updated: {}{was}",
        after.id,
        bold(after)
    )];
    match &after.due {
        _ if let Some(moved) = moved => lines.extend(occurrences::moved(reader, after, moved)),
        due if *due == before.due => {}
        Some(due) => {
            push_due(&mut lines, reader, command, due);
            if after.recurrence.is_some() && after.recurrence == before.recurrence {
                lines.push("🔁 from now on".to_owned());
            }
        }
        None => lines.push("📅 no due date any more".to_owned()),
    }
    match &after.recurrence {
        recurrence if *recurrence == before.recurrence => {}
        Some(recurrence) => lines.push(format!("🔁 {}", recurrences::describe(recurrence))),
        None => lines.push("🔁 doesn't repeat any more".to_owned()),
    }
    if before.priority != after.priority {
        lines.push(format!("❗ {}", priority(after.priority)));
    }
    match after.tags.as_slice() {
        tags if tags == before.tags => {}
        [] => lines.push("🏷️ no tags any more".to_owned()),
        _ => lines.push(format!("🏷️ {}", tags(after))),
    }
    match &after.description {
        description if *description == before.description => {}
        Some(description) => {
            lines.push(format!("📝 {}", quote(description.as_str())));
            if let Some(before) = &before.description {
                lines.push(format!("📝 instead of: {}", quote(before.as_str())));
            }
        }
        None => lines.push("📝 no description any more".to_owned()),
    }
    lines.join("\n")
}

/// A tag that is taken off where it wasn't is a slip, and told as one.
fn no_change(command: &Command, task: &Task) -> String {
    let parameters = &command.parameters;
    let only_untags = *parameters
        == Parameters {
            remove_tags: parameters.remove_tags.clone(),
            ..Parameters::default()
        };
    match parameters.remove_tags.as_slice() {
        [tag, ..] if only_untags => format!(
            "ℹ️ Task #{} has no tag #{}: {}",
            task.id,
            escape(tag.as_str()),
            bold(task)
        ),
        _ => format!("ℹ️ Task #{} is already like that: {}", task.id, bold(task)),
    }
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

fn push_due(lines: &mut Vec<String>, reader: &Reader<'_>, command: &Command, due: &Due) {
    lines.push(format!("📅 {}", dates::full(due, reader.zone)));
    match dates::doubt(due, &command.spans, reader.now, reader.zone) {
        None => {}
        Some(Doubt::Past) => lines.push("⚠️ That is in the past.".to_owned()),
        Some(Doubt::GuessedYear(year)) => {
            lines.push(format!("⚠️ No year was said; I took {year}."));
        }
        Some(Doubt::FarAhead) => lines.push("⚠️ That is more than 300 days ahead.".to_owned()),
    }
}

fn tags(task: &Task) -> String {
    let tags: Vec<String> = task
        .tags
        .iter()
        .map(|tag| format!("#{}", escape(tag.as_str())))
        .collect();
    tags.join(" ")
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
