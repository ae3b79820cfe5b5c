//! What is said about changes: always from the row that was written, never from the words of the message.

use tasktalk_domain::{Command, Due, Operation, Parameters, Priority, Receipt, Task};

use super::{Reader, occurrences, recurrences};
use crate::{
    agents::wording::{
        catalogue::{Texts, fill},
        dates::{self, Doubt},
        markdown::{escape, quote},
    },
    tools::{Detail, Moved, ToolFailure},
};

/// What one tool did or found already done.
pub(super) fn detail(reader: &Reader<'_>, command: &Command, detail: &Detail) -> String {
    let texts = reader.texts;
    match detail {
        Detail::Created { task } => created(reader, command, task),
        Detail::Completed {
            task,
            next,
            already,
        } => {
            let told = match already {
                Some(_) if !task.completed() => fill(texts.just_completed, &[("id", &task.id)]),
                Some(at) => fill(
                    texts.already_completed,
                    &[
                        ("id", &task.id),
                        (
                            "day",
                            &dates::day(reader.zone.local(*at).date(), reader.today(), texts),
                        ),
                    ],
                ),
                None => fill(texts.completed, &[("id", &task.id), ("title", &bold(task))]),
            };
            match next {
                Some(next) => format!(
                    "{told}\n{}",
                    fill(texts.next, &[("day", &reader.brief(next))])
                ),
                None => told,
            }
        }
        Detail::Reopened { task, already } => {
            if *already {
                fill(
                    texts.already_open,
                    &[("id", &task.id), ("title", &bold(task))],
                )
            } else {
                fill(texts.reopened, &[("id", &task.id), ("title", &bold(task))])
            }
        }
        Detail::Updated {
            before,
            after,
            unchanged,
            moved,
        } => {
            if *unchanged {
                no_change(texts, command, after)
            } else {
                updated(reader, command, before, after, moved.as_ref())
            }
        }
        Detail::Skipped { task, left_out } => occurrences::skipped(reader, task, left_out),
        Detail::Deleted { task, already } => {
            let title = escape(task.title.as_str());
            if *already {
                fill(
                    texts.already_deleted,
                    &[("id", &task.id), ("title", &title)],
                )
            } else {
                fill(texts.deleted, &[("id", &task.id), ("title", &title)])
            }
        }
        Detail::Restored { task, already } => {
            if *already {
                fill(
                    texts.already_listed,
                    &[("id", &task.id), ("title", &bold(task))],
                )
            } else {
                fill(texts.restored, &[("id", &task.id), ("title", &bold(task))])
            }
        }
        Detail::Undone { receipts, .. } => undone(reader, receipts),
        Detail::Failed(failure) => self::failure(reader, failure),
        Detail::Listed { .. } => String::new(),
    }
}

/// Many changes of one kind, with the first few named.
pub(super) fn summary(reader: &Reader<'_>, details: &[&Detail], named: usize) -> Option<String> {
    let texts = reader.texts;
    let kind = std::mem::discriminant(*details.first()?);
    if !details
        .iter()
        .all(|detail| std::mem::discriminant(*detail) == kind)
    {
        return None;
    }
    let form = match details.first()? {
        Detail::Completed { .. } => texts.many_completed,
        Detail::Reopened { .. } => texts.many_reopened,
        Detail::Updated { .. } => texts.many_updated,
        Detail::Deleted { .. } => texts.many_deleted,
        Detail::Skipped { .. } => texts.many_skipped,
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
    let mut lines = vec![fill(form, &[("count", &changed.len())])];
    lines.extend(
        changed
            .iter()
            .take(named)
            .map(|task| format!("• #{}: {}", task.id, escape(task.title.as_str()))),
    );
    lines.extend(new_dates(reader, details));
    if changed.len() > named {
        lines.push(fill(texts.and_more, &[("count", &(changed.len() - named))]));
    }
    if changed.len() < details.len() {
        lines.push(fill(
            texts.needed_no_change,
            &[("count", &(details.len() - changed.len()))],
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
    let first = dates::full(first, reader.zone, reader.texts);
    let last = dates::full(last, reader.zone, reader.texts);
    Some(if first == last {
        format!("📅 {first}")
    } else {
        fill(
            reader.texts.dates_between,
            &[("first", &first), ("last", &last)],
        )
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
pub(super) fn failure(reader: &Reader<'_>, failure: &ToolFailure) -> String {
    match failure {
        ToolFailure::InTrash(task) => fill(
            reader.texts.in_trash,
            &[("id", &task.id), ("title", &escape(task.title.as_str()))],
        ),
        other => format!("❌ {}", quote(&other.to_string())),
    }
}

fn created(reader: &Reader<'_>, command: &Command, task: &Task) -> String {
    let texts = reader.texts;
    let mut lines = vec![fill(
        texts.created,
        &[("id", &task.id), ("title", &bold(task))],
    )];
    if let Some(due) = &task.due {
        push_due(&mut lines, reader, command, due);
    }
    if let Some(recurrence) = &task.recurrence {
        lines.push(format!("🔁 {}", recurrences::describe(texts, recurrence)));
    }
    match (task.priority, task.tags.as_slice()) {
        (Priority::None, []) => {}
        (Priority::None, _) => lines.push(format!("🏷️ {}", tags(task))),
        (urgent, []) => lines.push(format!("❗ {}", priority(texts, urgent))),
        (urgent, _) => lines.push(format!("❗ {} · {}", priority(texts, urgent), tags(task))),
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
    let texts = reader.texts;
    let was = if before.title == after.title {
        String::new()
    } else {
        fill(texts.was, &[("title", &escape(before.title.as_str()))])
    };
    let mut lines = vec![fill(
        texts.updated,
        &[("id", &after.id), ("title", &bold(after)), ("was", &was)],
    )];
    match &after.due {
        _ if let Some(moved) = moved => lines.extend(occurrences::moved(reader, after, moved)),
        due if *due == before.due => {}
        Some(due) => {
            push_due(&mut lines, reader, command, due);
            if after.recurrence.is_some() && after.recurrence == before.recurrence {
                lines.push(texts.from_now_on.to_owned());
            }
        }
        None => lines.push(texts.no_due_any_more.to_owned()),
    }
    match &after.recurrence {
        recurrence if *recurrence == before.recurrence => {}
        Some(recurrence) => lines.push(format!("🔁 {}", recurrences::describe(texts, recurrence))),
        None => lines.push(texts.no_repeat_any_more.to_owned()),
    }
    if before.priority != after.priority {
        lines.push(format!("❗ {}", priority(texts, after.priority)));
    }
    match after.tags.as_slice() {
        tags if tags == before.tags => {}
        [] => lines.push(texts.no_tags_any_more.to_owned()),
        _ => lines.push(format!("🏷️ {}", tags(after))),
    }
    match &after.description {
        description if *description == before.description => {}
        Some(description) => {
            lines.push(format!("📝 {}", quote(description.as_str())));
            if let Some(before) = &before.description {
                lines.push(fill(texts.instead_of, &[("text", &quote(before.as_str()))]));
            }
        }
        None => lines.push(texts.no_description_any_more.to_owned()),
    }
    lines.join("\n")
}

/// A tag that is taken off where it wasn't is a slip, and told as one.
fn no_change(texts: &Texts, command: &Command, task: &Task) -> String {
    let parameters = &command.parameters;
    let only_untags = *parameters
        == Parameters {
            remove_tags: parameters.remove_tags.clone(),
            ..Parameters::default()
        };
    match parameters.remove_tags.as_slice() {
        [tag, ..] if only_untags => fill(
            texts.has_no_tag,
            &[
                ("id", &task.id),
                ("tag", &escape(tag.as_str())),
                ("title", &bold(task)),
            ],
        ),
        _ => fill(
            texts.already_so,
            &[("id", &task.id), ("title", &bold(task))],
        ),
    }
}

fn undone(reader: &Reader<'_>, receipts: &[Receipt]) -> String {
    let texts = reader.texts;
    let lines: Vec<String> = receipts
        .iter()
        .map(|receipt| {
            let title = escape(&receipt.title);
            let id = receipt.task_id;
            match receipt.operation {
                Operation::Deleted => fill(texts.off_again, &[("id", &id), ("title", &title)]),
                Operation::Restored | Operation::Created => {
                    fill(texts.back_again, &[("id", &id), ("title", &title)])
                }
                Operation::Reopened => fill(texts.open_again, &[("id", &id), ("title", &title)]),
                Operation::Completed => {
                    fill(texts.completed_again, &[("id", &id), ("title", &title)])
                }
                Operation::Updated => {
                    let due = receipt.after.as_ref().and_then(|after| after.due.as_ref());
                    let was = receipt
                        .before
                        .as_ref()
                        .and_then(|before| before.due.as_ref());
                    let told = match (was, due) {
                        (was, Some(due)) if was != Some(due) => {
                            format!("\n📅 {}", dates::full(due, reader.zone, texts))
                        }
                        (Some(_), None) => format!("\n{}", texts.no_due),
                        _ => String::new(),
                    };
                    fill(
                        texts.as_it_was,
                        &[("id", &id), ("title", &title), ("due", &told)],
                    )
                }
            }
        })
        .collect();
    if lines.is_empty() {
        texts.nothing_to_undo.to_owned()
    } else {
        lines.join("\n")
    }
}

fn push_due(lines: &mut Vec<String>, reader: &Reader<'_>, command: &Command, due: &Due) {
    let texts = reader.texts;
    lines.push(format!("📅 {}", dates::full(due, reader.zone, texts)));
    match dates::doubt(due, &command.spans, reader.now, reader.zone, texts) {
        None => {}
        Some(Doubt::Past) => lines.push(texts.past.to_owned()),
        Some(Doubt::GuessedYear(year)) => {
            lines.push(fill(texts.guessed_year, &[("year", &year)]));
        }
        Some(Doubt::FarAhead) => lines.push(texts.far_ahead.to_owned()),
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

/// `high priority`.
pub(super) fn priority(texts: &Texts, priority: Priority) -> &'static str {
    match priority {
        Priority::High => texts.high,
        Priority::Medium => texts.medium,
        Priority::Low => texts.low,
        Priority::None => texts.no_priority,
    }
}

fn bold(task: &Task) -> String {
    format!("**{}**", escape(task.title.as_str()))
}
