//! Lists: a heading that says what was looked for, and a line for each task.

use jiff::{Timestamp, civil::Date};
use tasktalk_domain::{DueFilter, Priority, StatusFilter, Task, TaskFilter, Zone};

use super::Reader;
use crate::agents::wording::{
    dates,
    markdown::{escape, quote},
};

/// A list with its heading, or the sentence that there is nothing.
pub(super) fn list(reader: &Reader<'_>, filter: &TaskFilter, tasks: &[Task], total: i64) -> String {
    if tasks.is_empty() {
        return format!("📋 You have no {}.", noun(filter, 0, reader.today()));
    }
    let mut lines = vec![format!(
        "📋 Your tasks{} ({total}):",
        heading(filter, reader.today())
    )];
    lines.extend(tasks.iter().map(|task| line(task, reader.now, reader.zone)));
    let more = total.saturating_sub(i64::try_from(tasks.len()).unwrap_or(i64::MAX));
    if more > 0 {
        lines.push(format!(
            "…and {more} more. Ask for fewer, for example \"what's due this week?\"."
        ));
    }
    lines.join("\n")
}

/// Repeating tasks that were done and go on; nothing when there are none.
pub(super) fn repeating(reader: &Reader<'_>, done: &[(Task, Timestamp)]) -> String {
    if done.is_empty() {
        return String::new();
    }
    let mut lines = vec![format!("🔁 Done, and repeating ({}):", done.len())];
    lines.extend(done.iter().map(|(task, at)| {
        let day = dates::day(reader.zone.local(*at).date(), reader.today());
        format!(
            "✅ #{}: {} · last done {day}",
            task.id,
            escape(task.title.as_str())
        )
    }));
    lines.join("\n")
}

/// How many there are.
pub(super) fn count(reader: &Reader<'_>, filter: &TaskFilter, total: i64) -> String {
    match total {
        0 => format!("📋 You have no {}.", noun(filter, 0, reader.today())),
        total => format!(
            "📋 You have {total} {}.",
            noun(filter, total, reader.today())
        ),
    }
}

/// `⬜ #2: Call mum · 📅 Fri 27 Nov, 15:00 · ❗ high · #family`.
pub(super) fn line(task: &Task, now: Timestamp, zone: &Zone) -> String {
    let mut line = format!(
        "{} #{}: {}",
        if task.completed() { "✅" } else { "⬜" },
        task.id,
        escape(task.title.as_str())
    );
    if let Some(due) = &task.due {
        let today = zone.local(now).date();
        line.push_str(" · 📅 ");
        line.push_str(&dates::brief(due, zone, today));
        if !task.completed() && due.is_overdue(now, zone) {
            line.push_str(" (overdue)");
        }
    }
    if task.recurrence.is_some() {
        line.push_str(" · 🔁");
    }
    if task.priority != Priority::None {
        line.push_str(" · ❗ ");
        line.push_str(task.priority.as_str());
    }
    for (place, tag) in task.tags.iter().enumerate() {
        line.push_str(if place == 0 { " · #" } else { " #" });
        line.push_str(&escape(tag.as_str()));
    }
    line
}

/// ` (pending, due today)`, or nothing for the whole list.
fn heading(filter: &TaskFilter, today: Date) -> String {
    let mut parts = Vec::new();
    match filter.status {
        StatusFilter::All => {}
        status => parts.push(status.as_str().to_owned()),
    }
    parts.extend(conditions(filter, today));
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", parts.join(", "))
    }
}

/// `pending tasks due today`.
pub(super) fn noun(filter: &TaskFilter, count: i64, today: Date) -> String {
    let mut words = Vec::new();
    match filter.status {
        StatusFilter::All => {}
        status => words.push(status.as_str().to_owned()),
    }
    words.push(if count == 1 { "task" } else { "tasks" }.to_owned());
    words.extend(conditions(filter, today).map(|condition| {
        if condition == "overdue" {
            "that are overdue".to_owned()
        } else {
            condition
        }
    }));
    words.join(" ")
}

fn conditions(filter: &TaskFilter, today: Date) -> impl Iterator<Item = String> + use<> {
    let due = filter.due.as_ref().map(|due| due_condition(due, today));
    let priority = filter.priority.map(|priority| match priority {
        Priority::None => "without priority".to_owned(),
        priority => format!("with {} priority", priority.as_str()),
    });
    let tag = filter
        .tag
        .as_ref()
        .map(|tag| format!("tagged #{}", escape(tag.as_str())));
    let text = filter
        .text
        .as_ref()
        .map(|text| format!("matching \"{}\"", quote(text)));
    let either = alternatives(&filter.either, today);
    let except = alternatives(&filter.except, today).map(|these| format!("but not {these}"));
    [due, priority, tag, text, either, except]
        .into_iter()
        .flatten()
}

/// `overdue or with high priority`.
fn alternatives(filters: &[TaskFilter], today: Date) -> Option<String> {
    let each: Vec<String> = filters
        .iter()
        .map(|filter| {
            let status = (filter.status != StatusFilter::All).then(|| filter.status.as_str());
            let status = status.map(str::to_owned).into_iter();
            let all: Vec<String> = status.chain(conditions(filter, today)).collect();
            all.join(" ")
        })
        .collect();
    (!each.is_empty()).then(|| each.join(" or "))
}

fn due_condition(due: &DueFilter, today: Date) -> String {
    let day = |date: &Date| {
        if *date == today {
            "today".to_owned()
        } else if today.tomorrow().is_ok_and(|tomorrow| *date == tomorrow) {
            "tomorrow".to_owned()
        } else {
            dates::day(*date, today)
        }
    };
    match due {
        DueFilter::Overdue => "overdue".to_owned(),
        DueFilter::None => "without a due date".to_owned(),
        DueFilter::Any
        | DueFilter::Between {
            from: None,
            to: None,
        } => "with a due date".to_owned(),
        DueFilter::Between {
            from: Some(from),
            to: Some(to),
        } if from == to => format!("due {}", day(from)),
        DueFilter::Between {
            from: Some(from),
            to: Some(to),
        } => format!("due {} to {}", day(from), day(to)),
        DueFilter::Between {
            from: Some(from),
            to: None,
        } => format!("due from {}", day(from)),
        DueFilter::Between {
            from: None,
            to: Some(to),
        } => format!("due by {}", day(to)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::test_support::task;

    fn reader(zone: &Zone) -> Reader<'_> {
        Reader {
            zone,
            now: "2026-11-22T09:00:00Z".parse().unwrap(),
        }
    }

    #[test]
    fn a_list_says_what_was_looked_for() {
        let zone = Zone::utc();
        let mut done = task(1, "Buy groceries");
        done.completed_at = Some(done.created_at);
        let tasks = [task(2, "Call mom"), done];
        let pending = TaskFilter {
            status: StatusFilter::Pending,
            ..TaskFilter::default()
        };
        assert_eq!(
            list(&reader(&zone), &pending, &tasks, 2),
            "📋 Your tasks (pending) (2):\n⬜ #2: Call mom\n✅ #1: Buy groceries"
        );
        assert_eq!(
            list(&reader(&zone), &pending, &[], 0),
            "📋 You have no pending tasks."
        );
        assert_eq!(
            list(&reader(&zone), &TaskFilter::default(), &[], 0),
            "📋 You have no tasks."
        );
        let today = TaskFilter {
            due: Some(DueFilter::on(date(2026, 11, 22))),
            ..pending
        };
        assert_eq!(
            count(&reader(&zone), &today, 1),
            "📋 You have 1 pending task due today."
        );
    }

    #[test]
    fn alternatives_and_exceptions_are_said() {
        let zone = Zone::utc();
        let due = |due| TaskFilter {
            due: Some(due),
            ..TaskFilter::default()
        };
        let filter = TaskFilter {
            either: vec![
                due(DueFilter::Overdue),
                due(DueFilter::on(date(2026, 11, 22))),
            ],
            except: vec![TaskFilter {
                text: Some("rent".to_owned()),
                ..TaskFilter::default()
            }],
            ..TaskFilter::default()
        };
        assert_eq!(
            count(&reader(&zone), &filter, 2),
            "📋 You have 2 tasks overdue or due today but not matching \"rent\"."
        );
    }

    #[test]
    fn a_long_list_says_how_many_are_left_out() {
        let zone = Zone::utc();
        let text = list(
            &reader(&zone),
            &TaskFilter::default(),
            &[task(1, "A"), task(2, "B")],
            40,
        );
        assert!(text.contains("…and 38 more"), "{text}");
    }

    #[test]
    fn a_title_cannot_forge_a_line() {
        let zone = Zone::utc();
        let forged = task(7, "x**\n✅ Task #1 completed: **y");
        let text = list(&reader(&zone), &TaskFilter::default(), &[forged], 1);
        assert_eq!(
            text.lines().nth(1).unwrap(),
            r"⬜ #7: x\*\* ✅ Task #1 completed: \*\*y"
        );
        assert_eq!(text.lines().count(), 2);
    }
}
