//! How a repeating task steps from one occurrence to the next.

use jiff::{
    Timestamp,
    civil::{DateTime, Time},
};
use tasktalk_domain::{
    Due, Recurrence, Rule, Task, Zone,
    recurrence::{RuleEnd, RuleParts},
};

use super::ToolFailure;

/// How and from when an open task repeats; a failure when it doesn't.
pub(crate) fn repeating(task: &Task) -> Result<(&Recurrence, &Due), ToolFailure> {
    match (&task.recurrence, &task.due) {
        (Some(_), Some(_)) if task.completed() => Err(ToolFailure::invalid(
            "series_completed",
            format!("Task #{} has come to its end", task.id),
        )),
        (Some(recurrence), Some(due)) => Ok((recurrence, due)),
        _ => Err(ToolFailure::invalid(
            "not_repeating",
            format!("Task #{} doesn't repeat", task.id),
        )),
    }
}

/// The occurrence after the one due at `due` when that is completed now, and what is left of the series from there on.
pub(super) fn after_completing(
    recurrence: &Recurrence,
    due: &Due,
    now: Timestamp,
    viewer: &Zone,
) -> Option<(Due, Recurrence)> {
    step(recurrence, due, local(due, now, viewer))
}

/// The same when that occurrence is left out. Ahead of time too this steps over the occurrence
/// that is still to come, not to it.
pub(super) fn after_skipping(
    recurrence: &Recurrence,
    due: &Due,
    now: Timestamp,
    viewer: &Zone,
) -> Option<(Due, Recurrence)> {
    let from = local(due, now, viewer).max(start(due));
    step(recurrence, due, from)
}

/// The same series without the number of occurrences that are left of it.
pub(super) fn endless(recurrence: &Recurrence) -> Recurrence {
    let parts = recurrence.rule.parts();
    let endless = match parts.end {
        Some(RuleEnd::Count(_)) => Rule::new(RuleParts {
            end: None,
            ..parts.clone()
        })
        .ok(),
        _ => None,
    };
    Recurrence {
        rule: endless.unwrap_or_else(|| recurrence.rule.clone()),
        ..recurrence.clone()
    }
}

/// What follows is of the same kind as `due`: a day, or a local time in the same zone.
fn step(recurrence: &Recurrence, due: &Due, completed: DateTime) -> Option<(Due, Recurrence)> {
    let (next, rest) = recurrence.advance(start(due), completed)?;
    let next = match due {
        Due::Date { .. } => Due::on(next.date()),
        Due::DateTime { timezone, .. } => Due::at(next, timezone.clone()),
    };
    Some((next, rest))
}

fn start(due: &Due) -> DateTime {
    due.date()
        .to_datetime(due.time().unwrap_or(Time::midnight()))
}

fn local(due: &Due, at: Timestamp, viewer: &Zone) -> DateTime {
    due.zone().unwrap_or(viewer).local(at)
}
