//! Reminders: planned with every change of a task, told when their time comes, answered or put off by their owner.
//!
//! What is planned follows the task in the transaction that changes it, whatever door the change came through, so a
//! task that is done, deleted or moved does not remind any more, and taking that back brings its reminder back.

mod answer;
mod old_tasks;
mod tell;
#[cfg(test)]
mod tests;

use jiff::{SignedDuration, Timestamp};
use tasktalk_domain::{
    Clock, OccurrenceTime, ReminderSetting, Task, User,
    reminder::{has_same_times, upcoming},
};
use tasktalk_storage::{
    StorageError, Transaction,
    reminders::{self, NewReminder},
};

pub(crate) use self::answer::put_off;
pub use self::{answer::ReminderAnswer, tell::Told};

/// How late a reminder that comes back with its task is still told.
const STILL_TOLD: SignedDuration = SignedDuration::from_hours(12);
/// How long reminders that ended are remembered: as long as a change can be taken back, and a little more.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(31 * 24);

/// Plans and calls off what a change of a task asks for. Under the lock of its owner.
pub(crate) async fn follow(
    tx: &Transaction<'_>,
    user: &User,
    clock: &Clock,
    before: Option<&Task>,
    after: &Task,
    now: Timestamp,
) -> Result<(), StorageError> {
    match before {
        Some(before) if has_same_times(before, after) => Ok(()),
        Some(_) => replan(tx, user, clock, after, now).await,
        None => plan(tx, user, clock, after, now).await.map(|_| ()),
    }
}

/// Plans anew, and calls off what is not planned any more.
async fn replan(
    tx: &Transaction<'_>,
    user: &User,
    clock: &Clock,
    task: &Task,
    now: Timestamp,
) -> Result<(), StorageError> {
    let planned = plan(tx, user, clock, task, now).await?;
    reminders::call_off(tx, user.id, task.id, &planned).await
}

/// Plans what a task is to remind of, and says of which occurrences. One that is past is not reminded of, unless it was
/// planned before it was.
async fn plan(
    tx: &Transaction<'_>,
    user: &User,
    clock: &Clock,
    task: &Task,
    now: Timestamp,
) -> Result<Vec<OccurrenceTime>, StorageError> {
    let setting = ReminderSetting::of(&user.settings);
    let not_before = now.saturating_sub(STILL_TOLD).unwrap_or(now);
    let mut planned = Vec::new();
    for one in upcoming(task, setting, now) {
        if one.due_at > now {
            let new = NewReminder {
                id: clock.new_id(),
                task: task.id,
                occurrence: one.occurrence.clone(),
                due_at: one.due_at,
                fire_at: setting.fires_at(one.due_at, now),
            };
            reminders::plan(tx, user.id, &new).await?;
        } else {
            reminders::revive(tx, user.id, task.id, &one.occurrence, not_before).await?;
        }
        planned.push(one.occurrence);
    }
    Ok(planned)
}

/// Follows a change of the profile: when to be reminded.
pub async fn follow_settings(
    tx: &Transaction<'_>,
    before: &User,
    after: &User,
    now: Timestamp,
) -> Result<(), StorageError> {
    let [old, new] = [before, after].map(|user| ReminderSetting::of(&user.settings));
    if old == new {
        return Ok(());
    }
    reminders::reschedule(tx, after.id, new.lead(), now).await
}
