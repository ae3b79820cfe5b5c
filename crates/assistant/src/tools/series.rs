//! The series of a repeating task, as the tools step through it.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use tasktalk_domain::{Occurrence, Series, Task, Zone, exceptions::EXCEPTIONS_LIMIT};

use super::ToolFailure;

/// The series of an open task; a failure when it doesn't repeat.
pub(crate) fn repeating(task: &Task) -> Result<Series, ToolFailure> {
    match Series::of(task) {
        Some(_) if task.completed() => Err(ToolFailure::invalid(
            "series_completed",
            format!("Task #{} has come to its end", task.id),
        )),
        Some(series) => Ok(series),
        None => Err(ToolFailure::invalid(
            "not_repeating",
            format!("Task #{} doesn't repeat", task.id),
        )),
    }
}

/// The occurrence with the slot on this day.
pub(super) fn occurrence(
    task: &Task,
    series: &Series,
    slot: Date,
) -> Result<Occurrence, ToolFailure> {
    let mut found = series.within(slot, slot).into_iter();
    found
        .find(|occurrence| occurrence.slot.date() == slot)
        .ok_or_else(|| {
            ToolFailure::invalid(
                "no_occurrence",
                format!("Task #{} has no occurrence on {slot}", task.id),
            )
        })
}

/// Refuses what would move or leave out more occurrences than are kept.
pub(super) fn check(series: Series) -> Result<Series, ToolFailure> {
    if series.has_too_many_exceptions() {
        return Err(ToolFailure::invalid(
            "too_many_exceptions",
            format!(
                "At most {EXCEPTIONS_LIMIT} occurrences can be moved or left out ahead of time; change how the task repeats instead"
            ),
        ));
    }
    Ok(series)
}

/// The time on the wall where the series is, or where the viewer is when it is due on whole days.
pub(crate) fn local(series: &Series, now: Timestamp, viewer: &Zone) -> DateTime {
    series.slot().zone().unwrap_or(viewer).local(now)
}
