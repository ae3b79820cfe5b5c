//! What is said about single occurrences of a repeating task: where they are now, and that the series goes on.

use tasktalk_domain::{Due, Series, Task};

use super::Reader;
use crate::{
    agents::wording::{dates, markdown::escape},
    tools::Moved,
};

/// How many occurrences are named when they are left out.
const NAMED: usize = 3;

/// Occurrences were left out.
pub(super) fn skipped(reader: &Reader<'_>, task: &Task, left_out: &[Due]) -> String {
    let mut days: Vec<String> = left_out
        .iter()
        .take(NAMED)
        .map(|due| reader.brief(due))
        .collect();
    if left_out.len() > NAMED {
        days.push(format!("{} more", left_out.len() - NAMED));
    }
    let title = escape(task.title.as_str());
    let told = format!(
        "⏭️ Task #{} skipped: **{title}** ({})",
        task.id,
        days.join("; ")
    );
    match &task.due {
        Some(due) => format!("{told}\n🔁 next: {}", reader.brief(due)),
        None => told,
    }
}

/// What is said of an occurrence that was moved, beside what else was changed.
pub(super) fn moved(reader: &Reader<'_>, task: &Task, moved: &Moved) -> Vec<String> {
    let from = reader.brief(&moved.from);
    let to = dates::full(&moved.to, reader.zone, reader.texts);
    if moved.present {
        let next = Series::of(task).and_then(|series| {
            let zone = series.due.zone().unwrap_or(reader.zone).clone();
            series.after(zone.local(reader.now).max(latest(&series.due)))
        });
        let then = next.map_or_else(String::new, |next| {
            format!("; then {}", reader.brief(&next.due))
        });
        vec![
            format!("📅 {to} (instead of {from})"),
            format!("🔁 only this once{then}"),
        ]
    } else {
        let next = task
            .due
            .as_ref()
            .map_or_else(String::new, |due| format!("; next: {}", reader.brief(due)));
        vec![
            format!("📅 {to} (instead of {from})"),
            format!("🔁 only this once{next}"),
        ]
    }
}

/// The time by which an occurrence is done that is done when it is due.
fn latest(due: &Due) -> jiff::civil::DateTime {
    let time = due.time().unwrap_or(jiff::civil::time(23, 59, 59, 0));
    due.date().to_datetime(time)
}
