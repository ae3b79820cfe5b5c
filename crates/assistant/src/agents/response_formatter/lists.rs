//! Lists: a heading that says what was looked for, and a line for each task.

use jiff::{Timestamp, civil::Date};
use tasktalk_domain::{DoneFilter, DueFilter, Priority, StatusFilter, Task, TaskFilter};

use super::Reader;
use crate::agents::wording::{
    catalogue::{Texts, fill},
    dates,
    markdown::{escape, quote},
};

/// A list with its heading, or the sentence that there is nothing.
pub(super) fn list(reader: &Reader<'_>, filter: &TaskFilter, tasks: &[Task], total: i64) -> String {
    if tasks.is_empty() {
        return none(reader, filter);
    }
    let filter = heading(reader, filter);
    let mut lines = vec![fill(
        reader.texts.your_tasks,
        &[("filter", &filter), ("total", &total)],
    )];
    lines.extend(tasks.iter().map(|task| line(reader, task)));
    let more = total.saturating_sub(i64::try_from(tasks.len()).unwrap_or(i64::MAX));
    if more > 0 {
        lines.push(fill(reader.texts.more_listed, &[("more", &more)]));
    }
    lines.join("\n")
}

/// The lines of a list that began in another reply.
pub(super) fn next_page(reader: &Reader<'_>, tasks: &[Task], more: i64) -> String {
    let mut lines: Vec<String> = tasks.iter().map(|task| line(reader, task)).collect();
    if lines.is_empty() {
        lines.push(reader.texts.list_ends.to_owned());
    }
    if more > 0 {
        lines.push(fill(reader.texts.list_goes_on, &[("more", &more)]));
    }
    lines.join("\n")
}

fn none(reader: &Reader<'_>, filter: &TaskFilter) -> String {
    let tasks = noun(reader, filter, 0);
    fill(reader.texts.you_have_no, &[("tasks", &tasks)])
}

/// Repeating tasks that were done and go on; nothing when there are none.
pub(super) fn repeating(reader: &Reader<'_>, done: &[(Task, Timestamp)]) -> String {
    if done.is_empty() {
        return String::new();
    }
    let texts = reader.texts;
    let mut lines = vec![fill(texts.repeating_done, &[("count", &done.len())])];
    lines.extend(done.iter().map(|(task, at)| {
        let day = dates::day(reader.zone.local(*at).date(), reader.today(), texts);
        fill(
            texts.last_done,
            &[
                ("id", &task.id),
                ("title", &escape(task.title.as_str())),
                ("day", &day),
            ],
        )
    }));
    lines.join("\n")
}

/// How many there are.
pub(super) fn count(reader: &Reader<'_>, filter: &TaskFilter, total: i64) -> String {
    if total == 0 {
        return none(reader, filter);
    }
    fill(
        reader.texts.you_have,
        &[("total", &total), ("tasks", &noun(reader, filter, total))],
    )
}

/// `⬜ #2: Call mum · 📅 Fri 27 Nov, 15:00 · ❗ high · #family`.
pub(super) fn line(reader: &Reader<'_>, task: &Task) -> String {
    let mut line = format!(
        "{} #{}: {}",
        if task.completed() { "✅" } else { "⬜" },
        task.id,
        escape(task.title.as_str())
    );
    if let Some(due) = &task.due {
        line.push_str(" · 📅 ");
        line.push_str(&reader.brief(due));
        if !task.completed() && due.is_overdue(reader.now, reader.zone) {
            line.push_str(reader.texts.overdue_mark);
        }
    }
    if task.recurrence.is_some() {
        line.push_str(" · 🔁");
    }
    if task.priority != Priority::None {
        line.push_str(" · ❗ ");
        line.push_str(short(reader.texts, task.priority));
    }
    for (place, tag) in task.tags.iter().enumerate() {
        line.push_str(if place == 0 { " · #" } else { " #" });
        line.push_str(&escape(tag.as_str()));
    }
    line
}

/// `high`.
fn short(texts: &Texts, priority: Priority) -> &'static str {
    let place = match priority {
        Priority::High => 0,
        Priority::Medium => 1,
        Priority::Low => 2,
        Priority::None => 3,
    };
    texts.priorities[place]
}

/// ` (pending, due today)`, or nothing for the whole list.
fn heading(reader: &Reader<'_>, filter: &TaskFilter) -> String {
    let parts: Vec<String> = status(reader.texts, filter)
        .map(str::to_owned)
        .into_iter()
        .chain(conditions(reader, filter))
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ({})", parts.join(", "))
    }
}

fn status(texts: &Texts, filter: &TaskFilter) -> Option<&'static str> {
    match filter.status {
        StatusFilter::All => None,
        StatusFilter::Pending => Some(texts.pending),
        StatusFilter::Completed => Some(texts.done),
    }
}

/// `pending tasks due today`.
pub(super) fn noun(reader: &Reader<'_>, filter: &TaskFilter, count: i64) -> String {
    let texts = reader.texts;
    let forms = match filter.status {
        StatusFilter::All => texts.nouns[0],
        StatusFilter::Pending => texts.nouns[1],
        StatusFilter::Completed => texts.nouns[2],
    };
    let form = match count {
        0 => forms[0],
        1 => forms[1],
        _ => forms[2],
    };
    let mut words = vec![form.to_owned()];
    words.extend(conditions(reader, filter).map(|condition| {
        if condition == texts.overdue {
            texts.that_are_overdue.to_owned()
        } else {
            condition
        }
    }));
    words.join(" ")
}

fn conditions(reader: &Reader<'_>, filter: &TaskFilter) -> impl Iterator<Item = String> + use<> {
    let texts = reader.texts;
    let due = filter.due.as_ref().map(|due| due_condition(reader, due));
    let done = filter
        .done
        .as_deref()
        .map(|done| done_condition(reader, *done));
    let priority = filter.priority.map(|priority| match priority {
        Priority::None => texts.without_priority.to_owned(),
        priority => {
            let name = super::changes::priority(texts, priority);
            fill(texts.with_priority, &[("priority", &name)])
        }
    });
    let tag = filter
        .tag
        .as_ref()
        .map(|tag| fill(texts.tagged, &[("tag", &escape(tag.as_str()))]));
    let text = filter
        .text
        .as_ref()
        .map(|text| fill(texts.matching, &[("text", &quote(text))]));
    let either = alternatives(reader, &filter.either);
    let except =
        alternatives(reader, &filter.except).map(|these| fill(texts.but_not, &[("these", &these)]));
    [due, done, priority, tag, text, either, except]
        .into_iter()
        .flatten()
}

/// `overdue or with high priority`.
fn alternatives(reader: &Reader<'_>, filters: &[TaskFilter]) -> Option<String> {
    let each: Vec<String> = filters
        .iter()
        .map(|filter| {
            let status = status(reader.texts, filter).map(str::to_owned).into_iter();
            let all: Vec<String> = status.chain(conditions(reader, filter)).collect();
            all.join(" ")
        })
        .collect();
    (!each.is_empty()).then(|| each.join(&format!(" {} ", reader.texts.or)))
}

/// `done Sat 21 Nov`: the heading says that they are done, so it is only said when.
fn done_condition(reader: &Reader<'_>, done: DoneFilter) -> String {
    let texts = reader.texts;
    let last = jiff::SignedDuration::from_secs(-1);
    let before = done.before.checked_add(last).unwrap_or(done.before);
    let day = |at: Timestamp| dates::day(reader.zone.local(at).date(), reader.today(), texts);
    match (done.from == Timestamp::MIN, done.before == Timestamp::MAX) {
        (true, _) => fill(texts.done_by, &[("to", &day(before))]),
        (_, true) => fill(texts.done_from, &[("from", &day(done.from))]),
        _ if day(done.from) == day(before) => fill(texts.done_on, &[("day", &day(before))]),
        _ => fill(
            texts.done_between,
            &[("from", &day(done.from)), ("to", &day(before))],
        ),
    }
}

fn due_condition(reader: &Reader<'_>, due: &DueFilter) -> String {
    let (texts, today) = (reader.texts, reader.today());
    let day = |date: &Date| {
        if *date == today {
            texts.today.to_owned()
        } else if today.tomorrow().is_ok_and(|tomorrow| *date == tomorrow) {
            texts.tomorrow.to_owned()
        } else {
            dates::day(*date, today, texts)
        }
    };
    match due {
        DueFilter::Overdue => texts.overdue.to_owned(),
        DueFilter::None => texts.without_due.to_owned(),
        DueFilter::Any
        | DueFilter::Between {
            from: None,
            to: None,
        } => texts.with_due.to_owned(),
        DueFilter::Between {
            from: Some(from),
            to: Some(to),
        } if from == to => fill(texts.due_on, &[("day", &day(from))]),
        DueFilter::Between {
            from: Some(from),
            to: Some(to),
        } => fill(texts.due_between, &[("from", &day(from)), ("to", &day(to))]),
        DueFilter::Between {
            from: Some(from),
            to: None,
        } => fill(texts.due_from, &[("from", &day(from))]),
        DueFilter::Between {
            from: None,
            to: Some(to),
        } => fill(texts.due_by, &[("to", &day(to))]),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use tasktalk_domain::Zone;

    use super::*;
    use crate::test_support::task;

    fn reader(zone: &Zone) -> Reader<'_> {
        Reader {
            texts: Texts::of("en"),
            zone,
            now: "2026-11-22T09:00:00Z".parse().unwrap(),
            impossible: &[],
            seen: 0,
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
