//! Putting a reminder off in words: which of those that were told is meant, and until when. Where none is, the message
//! is read as any other.

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::DateTime};
use tasktalk_domain::{
    Command, Confidence, Due, Intent, Selector, Shift, TaskId, Zone, due::instant,
    reminder::SNOOZE_LIMIT, search_words,
};
use tasktalk_storage::{
    StorageError,
    reminders::{self, ReminderState, StoredReminder},
    tasks,
};
use tasktalk_understanding::{SnoozeKind, Snoozing, Until};

use crate::{
    Scope,
    pipeline::{Asked, Memory, Plan, Problem, PutOff, Step},
    tools::ToolContext,
};

/// Most reminders that are looked at.
const LOOKED_AT: usize = 100;
/// How long "snooze it" is.
const UNSAID: SignedDuration = SignedDuration::from_mins(10);
/// How long "later" is.
const LATER: SignedDuration = SignedDuration::from_hours(1);
/// How long after a reminder what is said may be an answer to it.
const FRESH: SignedDuration = SignedDuration::from_mins(30);
/// When on a day for which no time was said, in hours.
const MORNING: i8 = 9;

/// A reminder that was told, and the title of its task.
type Told = (StoredReminder, String);

/// What is asked for by a message that may put off a reminder; nothing when none is meant that was told.
pub(crate) async fn asked(
    context: &ToolContext<'_>,
    memory: &Memory,
    said: &Snoozing,
) -> Result<Option<Asked>, StorageError> {
    if context.permissions.require(Scope::Read).is_err() {
        return Ok(None);
    }
    let owner = context.user.user.id;
    let told = reminders::told(context.tx, owner, LOOKED_AT).await?;
    let reminders = meant(said, told, memory, context.now);
    let until = until(&said.until, context.zone, context.now);
    if reminders.is_empty() || until.is_none() {
        return Ok(None);
    }
    if let Err(refusal) = context.permissions.require(Scope::Write) {
        let problem = Problem::Refused(refusal.to_string());
        return Ok(Some(Asked::NotPutOff(Box::new(problem))));
    }
    let all = (said.reference.as_ref())
        .is_some_and(|reference| reference.include.contains(&Selector::All));
    if reminders.len() > 1 && !all {
        let ids: Vec<TaskId> = reminders.iter().map(|(one, _)| one.task).collect();
        let candidates = tasks::get_many(context.tx, owner, &ids).await?;
        return Ok(Some(Asked::NotPutOff(Box::new(Problem::Several {
            candidates,
        }))));
    }
    Ok(Some(Asked::PutOff(PutOff { reminders, until })))
}

/// The task of the reminder told last, if that was lately.
pub(crate) async fn reminded_of(context: &ToolContext<'_>) -> Result<Option<TaskId>, StorageError> {
    if context.permissions.require(Scope::Read).is_err() {
        return Ok(None);
    }
    let told = reminders::told(context.tx, context.user.user.id, 1).await?;
    let fresh = |(reminder, _): &Told| is_fresh(reminder, context.now);
    Ok(told
        .into_iter()
        .find(fresh)
        .map(|(reminder, _)| reminder.task))
}

/// What putting off counts as.
pub(super) fn command() -> Command {
    Command::new(Intent::UpdateTask, Confidence::CERTAIN)
}

/// The reminders that the last turn put off are to stand again, if they still wait.
pub(super) async fn taken_back(
    context: &ToolContext<'_>,
    memory: &Memory,
    command: &Command,
) -> Result<Option<Plan>, StorageError> {
    let mut reminders = Vec::new();
    for id in memory.snoozed_last()? {
        let found = reminders::get(context.tx, context.user.user.id, id).await?;
        reminders.extend(found.filter(|(reminder, _)| {
            reminder.state == ReminderState::Waiting
                && reminder.snoozed
                && reminder.fired_at.is_some()
        }));
    }
    if reminders.is_empty() {
        return Ok(None);
    }
    let put_off = PutOff {
        reminders,
        until: None,
    };
    Ok(Some(Plan::new(command.clone(), Step::PutOff(put_off))))
}

/// Which of those that were told, the last told first, a message is about.
fn meant(said: &Snoozing, told: Vec<Told>, memory: &Memory, now: Timestamp) -> Vec<Told> {
    if let Some(reference) = &said.reference {
        let fits = |(reminder, title): &Told| {
            let names = |selector: &Selector| names(selector, reminder.task, title);
            reference.include.iter().any(names) && !reference.exclude.iter().any(names)
        };
        return told.into_iter().filter(fits).collect();
    }
    let Some((last, _)) = told.first() else {
        return Vec::new();
    };
    let is_newest = memory
        .last_reply_at()
        .is_none_or(|reply| last.fired_at >= Some(reply));
    let is_fresh = is_newest && is_fresh(last, now);
    let talked_about = |(reminder, _): &Told| memory.focus.contains(&reminder.task);
    let talks_of_another = !memory.focus.is_empty() && !told.iter().any(talked_about);
    let counts = match said.kind {
        SnoozeKind::Plain => true,
        SnoozeKind::Task => is_fresh || !talks_of_another,
        SnoozeKind::Answer => is_fresh,
    };
    let at = match memory.focus.as_slice() {
        [_] if !is_fresh => told.iter().position(talked_about).unwrap_or(0),
        _ => 0,
    };
    told.into_iter()
        .skip(at)
        .take(usize::from(counts))
        .collect()
}

fn is_fresh(reminder: &StoredReminder, now: Timestamp) -> bool {
    (reminder.fired_at).is_some_and(|at| now.duration_since(at) <= FRESH)
}

fn names(selector: &Selector, task: TaskId, title: &str) -> bool {
    match selector {
        Selector::Id(id) => *id == task,
        Selector::All => true,
        Selector::Words { text, .. } => {
            let (asked, has) = (search_words::of_text(text), search_words::of_text(title));
            let begins = |word: &String| has.iter().any(|one| one.starts_with(word.as_str()));
            !asked.is_empty() && asked.iter().all(begins)
        }
        _ => false,
    }
}

/// The instant; none when it is past, or too far off.
fn until(until: &Until, zone: &Zone, now: Timestamp) -> Option<Timestamp> {
    let at = match until {
        Until::Unsaid => now.checked_add(UNSAID).ok()?,
        Until::Later => now.checked_add(LATER).ok()?,
        Until::At(Due::Date { date }) => instant(date.at(MORNING, 0, 0, 0), zone),
        Until::At(due @ Due::DateTime { .. }) => due.deadline(zone),
        Until::After(shift) => after(*shift, zone, now)?,
    };
    let latest = now.checked_add(SNOOZE_LIMIT).ok()?;
    (at > now && at <= latest).then_some(at)
}

fn after(shift: Shift, zone: &Zone, now: Timestamp) -> Option<Timestamp> {
    let minutes = SignedDuration::from_mins(shift.minutes);
    if shift.months == 0 && shift.days == 0 {
        return now.checked_add(minutes).ok();
    }
    let local: DateTime = zone.local(now);
    let days = shift.months.months().days(shift.days);
    let local = local.checked_add(days).ok()?.checked_add(minutes).ok()?;
    Some(instant(local, zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_of_days_keeps_the_time_of_day_over_a_change_of_the_clock() {
        let berlin = Zone::parse("Europe/Berlin").unwrap();
        let now: Timestamp = "2026-10-24T10:00:00Z".parse().unwrap();
        let until = |asked| until(&asked, &berlin, now).map(|at| at.to_string());
        let shift = |days, minutes| {
            Until::After(Shift {
                days,
                minutes,
                ..Shift::default()
            })
        };
        assert_eq!(until(shift(1, 0)).unwrap(), "2026-10-25T11:00:00Z");
        assert_eq!(until(shift(0, 1440)).unwrap(), "2026-10-25T10:00:00Z");
        assert_eq!(until(Until::Unsaid).unwrap(), "2026-10-24T10:10:00Z");
        let today = Due::Date {
            date: berlin.local(now).date(),
        };
        assert_eq!(until(Until::At(today)), None, "nine o'clock is over");
        assert_eq!(until(shift(900, 0)), None);
    }
}
