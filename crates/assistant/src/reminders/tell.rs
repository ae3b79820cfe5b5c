//! Telling what is due, by any number of instances at once: lease, then tell under the owner's lock.
//!
//! Telling is writing an event, in the transaction that marks the reminder told: it happens once, or not at all. An
//! instance that ends in between leaves a lease, and after it another instance tells.

use jiff::{SignedDuration, Timestamp};
use tasktalk_domain::{ReminderSetting, UserId, reminder::late_by};
use tasktalk_storage::{
    StorageError, Transaction,
    events::{self, NewEvent},
    reminders::{self, ReminderState, StoredReminder},
    tasks,
    users::{self, LockedUser},
};
use uuid::Uuid;

use super::{REMEMBERED, plan};
use crate::Assistant;

/// How long a teller has before another may tell.
const LEASE: SignedDuration = SignedDuration::from_secs(30);
/// How many reminders are leased at once.
const LEASED_AT_ONCE: usize = 200;

/// What one round told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// How long after its time each was told.
    pub lateness: Vec<SignedDuration>,
    /// How many people's reminders could not be told, and will be tried again.
    pub failures: Vec<String>,
}

impl Assistant {
    /// Tells every reminder whose time has come: an event for its owner. Several instances may do this at once, and
    /// each reminder is told by one.
    pub async fn tell_due_reminders(&self) -> Result<Told, StorageError> {
        let mut told = Told::default();
        loop {
            let now = self.clock.now();
            let is_any: bool = self
                .database
                .read(move |s| Box::pin(async move { reminders::any_due(s, now).await }))
                .await?;
            if !is_any {
                return Ok(told);
            }
            let teller = self.clock.random_id();
            let (owners, count) = self.lease(teller, now).await?;
            for owner in owners {
                match self.tell_owner(owner, teller).await {
                    Ok(lateness) => told.lateness.extend(lateness),
                    Err(error) => told.failures.push(error.to_string()),
                }
            }
            if count < LEASED_AT_ONCE {
                return Ok(told);
            }
        }
    }

    async fn lease(
        &self,
        teller: Uuid,
        now: Timestamp,
    ) -> Result<(Vec<UserId>, usize), StorageError> {
        let until = now.saturating_add(LEASE).unwrap_or(now);
        let longest = until.saturating_add(LEASE).unwrap_or(until);
        self.database
            .write(move |tx| {
                Box::pin(reminders::lease(
                    tx,
                    teller,
                    now,
                    until,
                    longest,
                    LEASED_AT_ONCE,
                ))
            })
            .await
    }

    async fn tell_owner(
        &self,
        owner: UserId,
        teller: Uuid,
    ) -> Result<Vec<SignedDuration>, StorageError> {
        let clock = self.clock.clone();
        self.database
            .write(move |tx| {
                let clock = clock.clone();
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        reminders::call_off_all(tx, owner).await?;
                        return Ok::<_, StorageError>(Vec::new());
                    };
                    let now = clock.now();
                    let mut lateness = Vec::new();
                    for reminder in reminders::leased(tx, owner, teller).await? {
                        if tell(tx, &user, &reminder, &clock, now).await? {
                            lateness.push(now.duration_since(reminder.fire_at));
                        }
                    }
                    Ok(lateness)
                })
            })
            .await
    }
}

/// Tells one reminder, or ends it where there is nothing to tell; whether it was told. Then the task's next one is
/// planned.
async fn tell(
    tx: &Transaction<'_>,
    user: &LockedUser,
    reminder: &StoredReminder,
    clock: &tasktalk_domain::Clock,
    now: Timestamp,
) -> Result<bool, StorageError> {
    let owner = user.user.id;
    let task = tasks::get(tx, owner, reminder.task).await?.filter(|task| {
        // Whoever changed the task called it off, unless it was a program from before there were reminders.
        task.completed_at.is_none()
            && task.deleted_at.is_none()
            && (task.recurrence.is_some() || task.due.as_ref() == Some(&reminder.occurrence.due()))
    });
    let Some(task) = task else {
        reminders::close(tx, owner, reminder.id, ReminderState::CalledOff).await?;
        return Ok(false);
    };
    let is_wanted =
        reminder.snoozed || ReminderSetting::of(&user.user.settings) != ReminderSetting::Never;
    if is_wanted {
        let late_by = late_by(reminder.fire_at, now);
        reminders::tell(tx, owner, reminder, now, late_by).await?;
        let told = StoredReminder {
            state: ReminderState::Told,
            fired_at: Some(now),
            late_by,
            ..reminder.clone()
        };
        let data = told.with_title(task.title.to_string());
        let event = NewEvent {
            kind: "reminder.due",
            object_id: &task.id.to_string(),
            version: task.version,
            at: now,
            data: Some(serde_json::to_string(&data).expect("a reminder is JSON")),
        };
        events::append_with_data(tx, owner, user, event).await?;
    } else {
        reminders::close(tx, owner, reminder.id, ReminderState::Answered).await?;
    }
    if task.recurrence.is_some() {
        plan(tx, &user.user, clock, &task, now).await?;
        let before = now.saturating_sub(REMEMBERED).unwrap_or(now);
        reminders::forget(tx, owner, task.id, before).await?;
    }
    Ok(is_wanted)
}
