//! What one can do about a reminder: look at those that were told, put one off, dismiss it. "Done" is completing its
//! task.

use jiff::Timestamp;
use tasktalk_domain::{Reminder, UserId};
use tasktalk_storage::{
    StorageError, Transaction,
    events::{self, NewEvent},
    reminders::{self, ReminderState, StoredReminder},
    users::{self, LockedUser},
};
use uuid::Uuid;

use crate::{Assistant, tools::ToolContext};

/// Most reminders that are shown.
const SHOWN: usize = 100;

/// What came of answering a reminder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderAnswer {
    /// It is as asked for.
    Done(Box<Reminder>),
    /// The owner has no such reminder.
    NotFound,
    /// Its task is done, gone or due at another time.
    CalledOff,
}

impl Assistant {
    /// The reminders that were told and not answered yet, the last told first, a hundred at most.
    pub async fn told_reminders(&self, owner: UserId) -> Result<Vec<Reminder>, StorageError> {
        let told: Vec<(StoredReminder, String)> = self
            .database
            .read(move |s| Box::pin(async move { reminders::told(s, owner, SHOWN).await }))
            .await?;
        Ok(told
            .into_iter()
            .map(|(reminder, title)| reminder.with_title(title))
            .collect())
    }

    /// Puts a reminder off until then; it is told again.
    pub async fn snooze_reminder(
        &self,
        owner: UserId,
        id: Uuid,
        until: Timestamp,
    ) -> Result<ReminderAnswer, StorageError> {
        self.answer(owner, id, Some(until)).await
    }

    /// Ends a reminder; one that was put off is not told again. Doing it again changes nothing.
    pub async fn dismiss_reminder(
        &self,
        owner: UserId,
        id: Uuid,
    ) -> Result<ReminderAnswer, StorageError> {
        self.answer(owner, id, None).await
    }

    async fn answer(
        &self,
        owner: UserId,
        id: Uuid,
        until: Option<Timestamp>,
    ) -> Result<ReminderAnswer, StorageError> {
        let now = self.clock.now();
        self.database
            .write(move |tx| {
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        return Ok::<_, StorageError>(ReminderAnswer::NotFound);
                    };
                    let Some((reminder, title)) = reminders::get(tx, owner, id).await? else {
                        return Ok(ReminderAnswer::NotFound);
                    };
                    let answered = match (reminder.state, until) {
                        (ReminderState::CalledOff, Some(_)) => {
                            return Ok(ReminderAnswer::CalledOff);
                        }
                        (ReminderState::CalledOff | ReminderState::Answered, None) => reminder,
                        (_, Some(until)) => snooze(tx, &user, reminder, &title, until, now).await?,
                        (_, None) => dismiss(tx, &user, reminder, &title, now).await?,
                    };
                    let answered = Box::new(answered.with_title(title));
                    Ok(ReminderAnswer::Done(answered))
                })
            })
            .await
    }
}

async fn snooze(
    tx: &Transaction<'_>,
    user: &LockedUser,
    reminder: StoredReminder,
    title: &str,
    until: Timestamp,
    now: Timestamp,
) -> Result<StoredReminder, StorageError> {
    reminders::snooze(tx, user.user.id, reminder.id, until).await?;
    let snoozed = StoredReminder {
        state: ReminderState::Waiting,
        fire_at: until,
        snoozed: true,
        ..reminder
    };
    announce(tx, user, "reminder.snoozed", &snoozed, title, now).await?;
    Ok(snoozed)
}

/// Puts a reminder off in a turn's transaction; without a time it stands again as it was told.
pub(crate) async fn put_off(
    context: &ToolContext<'_>,
    reminder: StoredReminder,
    title: &str,
    until: Option<Timestamp>,
) -> Result<(), StorageError> {
    let (tx, user, now) = (context.tx, context.user, context.now);
    let Some(until) = until else {
        reminders::unsnooze(tx, user.user.id, reminder.id).await?;
        let standing = StoredReminder {
            state: ReminderState::Told,
            snoozed: false,
            ..reminder
        };
        return announce(tx, user, "reminder.restored", &standing, title, now).await;
    };
    snooze(tx, user, reminder, title, until, now)
        .await
        .map(|_| ())
}

async fn dismiss(
    tx: &Transaction<'_>,
    user: &LockedUser,
    reminder: StoredReminder,
    title: &str,
    now: Timestamp,
) -> Result<StoredReminder, StorageError> {
    reminders::close(tx, user.user.id, reminder.id, ReminderState::Answered).await?;
    let dismissed = StoredReminder {
        state: ReminderState::Answered,
        ..reminder
    };
    announce(tx, user, "reminder.dismissed", &dismissed, title, now).await?;
    Ok(dismissed)
}

/// Tells the owner's other pages, so that they stop showing it.
async fn announce(
    tx: &Transaction<'_>,
    user: &LockedUser,
    kind: &str,
    reminder: &StoredReminder,
    title: &str,
    now: Timestamp,
) -> Result<(), StorageError> {
    let data = reminder.with_title(title.to_owned());
    let event = NewEvent {
        kind,
        object_id: &reminder.task.to_string(),
        version: 0,
        at: now,
        data: Some(serde_json::to_string(&data).expect("a reminder is JSON")),
    };
    events::append_with_data(tx, user.user.id, user, event).await
}
