//! What a task becomes when a change is applied to it. Pure: nothing is written here.

use jiff::{Timestamp, ToSpan, civil::Date};
use tasktalk_domain::{
    Change, Due, DuePart, Exceptions, Shift, Task, TaskId, Zone,
    task::{InvalidTask, TAGS_LIMIT},
};

use super::UpdateTask;
use crate::tools::{ToolFailure, series};

/// The task after the change, at its old version; equal to `before` when there is nothing to change.
pub(super) fn apply(
    before: &Task,
    call: UpdateTask,
    now: Timestamp,
    zone: &Zone,
) -> Result<Task, ToolFailure> {
    if let Some(slot) = call.occurrence {
        return one_occurrence(before, slot, call, now, zone);
    }
    let UpdateTask {
        patch,
        add_tags,
        remove_tags,
        postpone,
        due_part,
        keep_zone,
        ..
    } = call;
    let mut due = match (patch.due, due_part) {
        // Without its time a task keeps its day.
        (Change::Clear, Some(DuePart::Time)) => before.due.as_ref().map(|due| Due::on(due.date())),
        (new, part) => new
            .map(|new| match before.due.as_ref().and_then(Due::zone) {
                Some(zone) if keep_zone => new.in_zone(zone),
                _ => new,
            })
            .map(|new| keeping(before.due.as_ref(), new, part, now, zone))
            .apply(before.due.clone()),
    };
    if let Some(shift) = postpone {
        due = Some(moved(before.id, due.as_ref(), shift)?);
    }
    let mut tags = patch.tags.unwrap_or_else(|| before.tags.clone());
    tags.retain(|tag| !remove_tags.contains(tag));
    for tag in add_tags {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > TAGS_LIMIT {
        return Err(InvalidTask::TooManyTags.into());
    }
    let newly_repeating = patch.recurrence.value().is_some();
    let mut after = Task {
        title: patch.title.unwrap_or_else(|| before.title.clone()),
        description: patch.description.apply(before.description.clone()),
        due,
        recurrence: patch.recurrence.apply(before.recurrence.clone()),
        priority: patch.priority.unwrap_or(before.priority),
        tags,
        ..before.clone()
    };
    if after.due != before.due || after.recurrence != before.recurrence {
        after.exceptions = kept(before, &after);
    }
    match (&after.recurrence, &after.due) {
        (Some(_), None) => return Err(InvalidTask::RecurrenceWithoutDue.into()),
        (Some(recurrence), Some(due)) if newly_repeating => {
            after.recurrence = Some(recurrence.anchored(due.date()));
        }
        _ => {}
    }
    Ok(after)
}

/// The task with the due date of one occurrence changed, and with everything else that the call asks for.
fn one_occurrence(
    before: &Task,
    slot: Date,
    call: UpdateTask,
    now: Timestamp,
    zone: &Zone,
) -> Result<Task, ToolFailure> {
    if !call.patch.recurrence.is_keep() {
        return Err(ToolFailure::invalid(
            "invalid_arguments",
            "One occurrence can't repeat in another way; leave 'occurrence' or 'recurrence' out",
        ));
    }
    let series = series::repeating(before)?;
    let occurrence = series::occurrence(before, &series, slot)?;
    let alone = Task {
        due: Some(occurrence.due),
        recurrence: None,
        ..before.clone()
    };
    let call = UpdateTask {
        occurrence: None,
        ..call
    };
    let moved = apply(&alone, call, now, zone)?;
    let to = moved.due.clone().ok_or(InvalidTask::RecurrenceWithoutDue)?;
    let local = series::local(&series, now, zone);
    let series = series.moving(slot, to, local).ok_or_else(|| {
        ToolFailure::invalid("no_occurrence", format!("Task #{} ends before", before.id))
    })?;
    Ok(series::check(series)?.put_into(moved))
}

/// What is left of the exceptions when the whole series changes: nothing under another rule, and under the same one what
/// lies after its new beginning.
fn kept(before: &Task, after: &Task) -> Exceptions {
    let mut exceptions = before.exceptions.clone();
    match &after.due {
        Some(due) if after.recurrence == before.recurrence => exceptions.pass(due.date()),
        _ => exceptions = Exceptions::default(),
    }
    exceptions
}

/// The new due date with what it keeps of the old one. A time that has passed today is not kept on today: the new
/// date says when it comes next.
fn keeping(old: Option<&Due>, new: Due, part: Option<DuePart>, now: Timestamp, zone: &Zone) -> Due {
    match (old, part) {
        (Some(old), Some(DuePart::Date)) => old.moved_to(new.date()),
        (Some(old), Some(DuePart::Time)) => {
            let kept = new.moved_to(old.date());
            let today = zone.local(now).date();
            let passed = old.date() == today && new.date() > today && kept.is_overdue(now, zone);
            if passed { new } else { kept }
        }
        _ => new,
    }
}

/// The due date, moved along the calendar and the clock on the wall.
fn moved(id: TaskId, due: Option<&Due>, shift: Shift) -> Result<Due, ToolFailure> {
    let Some(due) = due else {
        return Err(ToolFailure::invalid(
            "no_due_date",
            format!("Task #{id} has no due date to move"),
        ));
    };
    let out_of_range =
        |_| ToolFailure::invalid("invalid_date", "That is further than the calendar goes");
    let days = |date: jiff::civil::Date| {
        let months = jiff::Span::new().try_months(shift.months)?;
        let days = jiff::Span::new().try_days(shift.days)?;
        date.checked_add(months)?.checked_add(days)
    };
    match due {
        Due::Date { .. } if shift.minutes != 0 => Err(ToolFailure::invalid(
            "no_due_time",
            format!("Task #{id} is due on a whole day; give it a time first"),
        )),
        Due::Date { date } => Ok(Due::on(days(*date).map_err(out_of_range)?)),
        Due::DateTime {
            date_time,
            timezone,
        } => {
            let moved = days(date_time.date())
                .and_then(|day| {
                    let minutes = 0.minutes().try_minutes(shift.minutes)?;
                    day.to_datetime(date_time.time()).checked_add(minutes)
                })
                .map_err(out_of_range)?;
            Ok(Due::at(moved, timezone.clone()))
        }
    }
}
