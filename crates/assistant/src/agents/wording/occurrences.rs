//! The words about single occurrences of a repeating task.

use jiff::civil::Date;
use tasktalk_domain::{Due, Occurrence, Series, Task, WhichOccurrence, Zone};

use super::{catalogue::Texts, dates, markdown::escape};

/// A weekday names a day up to so many days ahead.
const NEAR_DAYS: i32 = 6;

/// Whether one occurrence is meant or all of them.
pub(crate) fn one_or_series(
    task: &Task,
    which: Option<WhichOccurrence>,
    zone: &Zone,
    today: Date,
    texts: &Texts,
) -> String {
    let one = match first(task, which) {
        Some(due) if is_near(due.date(), today) => format!("{}'s", due.date().strftime("%A")),
        Some(due) => format!("the one on {}", dates::brief(&due, zone, today, texts)),
        None => "the next one".to_owned(),
    };
    format!(
        "Task #{} '{}' repeats. Only {one}, or the whole series?",
        task.id,
        escape(task.title.as_str())
    )
}

/// The answer "only that one"; plain text, for a button.
pub(crate) fn only(
    task: &Task,
    which: Option<WhichOccurrence>,
    zone: &Zone,
    today: Date,
    texts: &Texts,
) -> String {
    match first(task, which) {
        Some(due) => format!("Only this one ({})", dates::brief(&due, zone, today, texts)),
        None => "Only this one".to_owned(),
    }
}

/// The answer "all of them".
pub(crate) const WHOLE_SERIES: &str = "The whole series";

/// When the first occurrence that is meant is due.
pub(crate) fn first(task: &Task, which: Option<WhichOccurrence>) -> Option<Due> {
    let series = Series::of(task)?;
    match which {
        Some(WhichOccurrence::Within { from, to }) => {
            let found: Vec<Occurrence> = series.within(from, to);
            found.into_iter().next().map(|occurrence| occurrence.due)
        }
        _ => Some(series.due),
    }
}

/// A task takes place on none of these days.
pub(crate) fn none_then(
    task: &Task,
    days: (Date, Date),
    zone: &Zone,
    today: Date,
    texts: &Texts,
) -> String {
    let (from, to) = days;
    let then = if from == to {
        format!("on {}", dates::day(from, today, texts))
    } else {
        format!(
            "from {} to {}",
            dates::day(from, today, texts),
            dates::day(to, today, texts)
        )
    };
    let next = task.due.as_ref().map_or_else(String::new, |due| {
        format!(
            "; its next one is {}",
            dates::brief(due, zone, today, texts)
        )
    });
    format!(
        "Task #{} '{}' has no occurrence {then}{next}",
        task.id, task.title
    )
}

fn is_near(day: Date, today: Date) -> bool {
    today
        .until(day)
        .is_ok_and(|span| (0..=NEAR_DAYS).contains(&span.get_days()))
}
