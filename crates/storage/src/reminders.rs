//! Reminders: one row for each occurrence of a task that is reminded of, from the day it is planned.
//!
//! A row is leased by whoever wants to tell it, and told in another transaction, which checks that the lease is still
//! that teller's. What a row is for is its task's business: the functions here do not look at tasks.

use jiff::{SignedDuration, Timestamp};
use tasktalk_domain::{OccurrenceTime, Reminder, TaskId, UserId};
use uuid::Uuid;

use crate::{
    Result, Snapshot, StorageError, Transaction,
    row::Row,
    tasks::task_id,
    value::{Value, limit, list_length, parameters, placeholders},
};

/// Where a reminder stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderState {
    /// To be told at its time.
    Waiting,
    /// Told, and not answered yet.
    Told,
    /// Dismissed, or followed by a later one of the same task.
    Answered,
    /// Its task is done, gone or due at another time. It comes back with it.
    CalledOff,
}

/// A reminder as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredReminder {
    /// Its id.
    pub id: Uuid,
    /// Of which task.
    pub task: TaskId,
    /// Of which of its occurrences.
    pub occurrence: OccurrenceTime,
    /// Where it stands.
    pub state: ReminderState,
    /// When it is to be told, or was.
    pub fire_at: Timestamp,
    /// Whether that time was chosen by putting it off.
    pub snoozed: bool,
    /// When it was told last.
    pub fired_at: Option<Timestamp>,
    /// How many seconds late that was.
    pub late_by: i64,
}

/// A reminder to plan.
#[derive(Clone, Debug)]
pub struct NewReminder {
    /// Its id, if there is none for this occurrence yet.
    pub id: Uuid,
    /// Of which task.
    pub task: TaskId,
    /// Of which of its occurrences.
    pub occurrence: OccurrenceTime,
    /// When that is due.
    pub due_at: Timestamp,
    /// When to tell it.
    pub fire_at: Timestamp,
}

/// The columns of a reminder, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "reminders.id, reminders.task_id, reminders.occurrence, reminders.state, reminders.fire_at, \
         reminders.snoozed, reminders.fired_at, reminders.late_by"
    };
}

/// Plans a reminder. One that was called off comes back: told if it was told, else to be told. Any other that is there
/// stays as it is.
pub async fn plan(tx: &Transaction<'_>, owner: UserId, new: &NewReminder) -> Result<()> {
    tx.defer(
        "INSERT INTO reminders (user_id, id, task_id, occurrence, state, due_at, fire_at, snoozed, late_by) \
         VALUES ($1, $2, $3, $4, 0, $5, $6, FALSE, 0) \
         ON CONFLICT (user_id, task_id, occurrence) DO UPDATE SET \
         state = CASE WHEN reminders.fired_at >= reminders.fire_at THEN 1 ELSE 0 END, \
         fire_at = CASE WHEN reminders.fired_at IS NULL AND NOT reminders.snoozed \
         THEN excluded.fire_at ELSE reminders.fire_at END \
         WHERE reminders.state = 3",
        parameters![
            owner,
            new.id,
            new.task,
            new.occurrence.to_string(),
            new.due_at,
            new.fire_at
        ],
    )
    .await
}

/// Brings a reminder back that was called off, if there is one: told if it was told; else to be told, also when its time
/// has passed meanwhile, unless that was before `not_before`.
pub async fn revive(
    tx: &Transaction<'_>,
    owner: UserId,
    task: TaskId,
    occurrence: &OccurrenceTime,
    not_before: Timestamp,
) -> Result<()> {
    tx.defer(
        "UPDATE reminders SET state = CASE WHEN fired_at >= fire_at THEN 1 \
         WHEN fire_at >= $4 THEN 0 ELSE 3 END \
         WHERE user_id = $1 AND task_id = $2 AND occurrence = $3 AND state = 3",
        parameters![owner, task, occurrence.to_string(), not_before],
    )
    .await
}

/// Calls off what waits or was told of a task, but for these occurrences.
pub async fn call_off(
    tx: &Transaction<'_>,
    owner: UserId,
    task: TaskId,
    but_for: &[OccurrenceTime],
) -> Result<()> {
    let length = list_length(but_for.len());
    let mut parameters = parameters![owner, task];
    parameters.extend(but_for.iter().map(|one| Value::from(one.to_string())));
    // No occurrence has an empty text.
    parameters.resize(length + 2, Value::from(""));
    let sql = format!(
        "UPDATE reminders SET state = 3, lease_owner = NULL, lease_until = NULL \
         WHERE user_id = $1 AND task_id = $2 AND state < 2 AND occurrence NOT IN ({})",
        placeholders(3, length)
    );
    tx.defer(sql, parameters).await
}

/// Moves the reminders that wait, and were not put off, to so long before what they remind of; where that time has
/// passed, to the due time itself.
pub async fn reschedule(
    tx: &Transaction<'_>,
    owner: UserId,
    lead: SignedDuration,
    now: Timestamp,
) -> Result<()> {
    let lead = i64::try_from(lead.as_micros()).unwrap_or(i64::MAX);
    tx.defer(
        "UPDATE reminders SET fire_at = CASE WHEN due_at - $2 > $3 THEN due_at - $2 ELSE due_at END \
         WHERE user_id = $1 AND state = 0 AND NOT snoozed AND due_at > $3",
        parameters![owner, lead, now],
    )
    .await
}

/// Whether anyone's reminder is to be told by now.
pub async fn any_due(s: &Snapshot<'_>, now: Timestamp) -> Result<bool> {
    let due = s
        .optional(
            "SELECT id FROM reminders WHERE state = 0 AND fire_at <= $1 ORDER BY fire_at LIMIT 1",
            parameters![now],
            |row| row.uuid("id"),
        )
        .await?;
    Ok(due.is_some())
}

/// Leases reminders of anyone that are to be told by now, longest due first, so that nobody else tells them until the
/// lease ends; says whose they are, each person once, and how many there are.
///
/// Needs no lock on their users. A lease that ends after `longest` was made by a clock that has been put back since, and
/// counts as over.
pub async fn lease(
    tx: &Transaction<'_>,
    teller: Uuid,
    now: Timestamp,
    until: Timestamp,
    longest: Timestamp,
    most: usize,
) -> Result<(Vec<UserId>, usize)> {
    let sql = format!(
        "SELECT user_id, id FROM reminders WHERE state = 0 AND fire_at <= $1 \
         AND (lease_until IS NULL OR lease_until <= $1 OR lease_until > $2) \
         ORDER BY fire_at LIMIT $3{}",
        tx.skipping_locked_rows()
    );
    let found = tx
        .all(sql, parameters![now, longest, limit(most)], |row| {
            Ok((UserId(row.integer("user_id")?), row.uuid("id")?))
        })
        .await?;
    let mut owners = Vec::new();
    for (owner, id) in &found {
        tx.defer(
            "UPDATE reminders SET lease_owner = $3, lease_until = $4 WHERE user_id = $1 AND id = $2",
            parameters![*owner, *id, teller, until],
        )
        .await?;
        if !owners.contains(owner) {
            owners.push(*owner);
        }
    }
    Ok((owners, found.len()))
}

/// What this teller has leased of an owner's and nobody has told or called off since, longest due first.
pub async fn leased(s: &Snapshot<'_>, owner: UserId, teller: Uuid) -> Result<Vec<StoredReminder>> {
    s.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM reminders WHERE user_id = $1 AND lease_owner = $2 AND state = 0 ORDER BY fire_at, id"
        ),
        parameters![owner, teller],
        read,
    )
    .await
}

/// Notes that a reminder is told now. What was told of the same task before counts as answered.
pub async fn tell(
    tx: &Transaction<'_>,
    owner: UserId,
    reminder: &StoredReminder,
    now: Timestamp,
    late_by: i64,
) -> Result<()> {
    tx.defer(
        "UPDATE reminders SET state = 2 WHERE user_id = $1 AND task_id = $2 AND state = 1",
        parameters![owner, reminder.task],
    )
    .await?;
    tx.defer(
        "UPDATE reminders SET state = 1, fired_at = $3, late_by = $4, snoozed = FALSE, \
         lease_owner = NULL, lease_until = NULL WHERE user_id = $1 AND id = $2",
        parameters![owner, reminder.id, now, late_by],
    )
    .await
}

/// Ends a reminder, told or not: it was answered, or there is nothing to tell any more.
pub async fn close(
    tx: &Transaction<'_>,
    owner: UserId,
    id: Uuid,
    how: ReminderState,
) -> Result<()> {
    tx.defer(
        "UPDATE reminders SET state = $3, lease_owner = NULL, lease_until = NULL \
         WHERE user_id = $1 AND id = $2",
        parameters![owner, id, how.number()],
    )
    .await
}

/// Calls off everything of an owner who is gone, or about to be.
pub async fn call_off_all(tx: &Transaction<'_>, owner: UserId) -> Result<()> {
    tx.defer(
        "UPDATE reminders SET state = 3, lease_owner = NULL, lease_until = NULL \
         WHERE user_id = $1 AND state = 0",
        parameters![owner],
    )
    .await
}

/// Puts a reminder off, whatever came of it before.
pub async fn snooze(tx: &Transaction<'_>, owner: UserId, id: Uuid, until: Timestamp) -> Result<()> {
    tx.defer(
        "UPDATE reminders SET state = 0, fire_at = $3, snoozed = TRUE, lease_owner = NULL, \
         lease_until = NULL WHERE user_id = $1 AND id = $2",
        parameters![owner, id, until],
    )
    .await
}

/// Takes a putting off back: the reminder stands as it was told.
pub async fn unsnooze(tx: &Transaction<'_>, owner: UserId, id: Uuid) -> Result<()> {
    tx.defer(
        "UPDATE reminders SET state = 1, fire_at = fired_at, snoozed = FALSE, lease_owner = NULL, \
         lease_until = NULL WHERE user_id = $1 AND id = $2 AND fired_at IS NOT NULL",
        parameters![owner, id],
    )
    .await
}

/// One reminder, and the title of its task.
pub async fn get(
    s: &Snapshot<'_>,
    owner: UserId,
    id: Uuid,
) -> Result<Option<(StoredReminder, String)>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            ", tasks.title FROM reminders JOIN tasks ON tasks.user_id = $1 \
             AND tasks.id = reminders.task_id WHERE reminders.user_id = $1 AND reminders.id = $2"
        ),
        parameters![owner, id],
        |row| Ok((read(row)?, row.text("title")?)),
    )
    .await
}

/// The reminders that were told and are not answered, with the titles of their tasks, the last told first.
pub async fn told(
    s: &Snapshot<'_>,
    owner: UserId,
    most: usize,
) -> Result<Vec<(StoredReminder, String)>> {
    s.all(
        concat!(
            "SELECT ",
            columns!(),
            ", tasks.title FROM reminders JOIN tasks ON tasks.user_id = $1 \
             AND tasks.id = reminders.task_id WHERE reminders.user_id = $1 AND reminders.state = 1 \
             ORDER BY reminders.fired_at DESC LIMIT $2"
        ),
        parameters![owner, limit(most)],
        |row| Ok((read(row)?, row.text("title")?)),
    )
    .await
}

/// Forgets the ended reminders of a task whose time was before this instant.
pub async fn forget(
    tx: &Transaction<'_>,
    owner: UserId,
    task: TaskId,
    before: Timestamp,
) -> Result<()> {
    tx.defer(
        "DELETE FROM reminders WHERE user_id = $1 AND task_id = $2 AND state >= 2 AND due_at < $3",
        parameters![owner, task, before],
    )
    .await
}

/// People whose tasks are older than reminders are, from the one after `after`.
pub async fn unplanned(s: &Snapshot<'_>, after: UserId, most: usize) -> Result<Vec<UserId>> {
    s.all(
        "SELECT id FROM users WHERE NOT reminders_planned AND deleted_at IS NULL AND id > $1 \
         ORDER BY id LIMIT $2",
        parameters![after, limit(most)],
        |row| row.integer("id").map(UserId),
    )
    .await
}

/// Notes that a person's tasks have their reminders.
pub async fn mark_planned(tx: &Transaction<'_>, owner: UserId) -> Result<()> {
    tx.defer(
        "UPDATE users SET reminders_planned = TRUE WHERE id = $1",
        parameters![owner],
    )
    .await
}

impl ReminderState {
    const ALL: [Self; 4] = [Self::Waiting, Self::Told, Self::Answered, Self::CalledOff];

    fn number(self) -> i64 {
        match self {
            Self::Waiting => 0,
            Self::Told => 1,
            Self::Answered => 2,
            Self::CalledOff => 3,
        }
    }
}

impl StoredReminder {
    /// As it is told of a task with this title.
    pub fn with_title(&self, title: String) -> Reminder {
        Reminder {
            id: self.id,
            task_id: self.task,
            title,
            due: self.occurrence.due(),
            occurrence: self.occurrence.to_string(),
            fired_at: self.fired_at,
            late_by_seconds: self.late_by,
            snoozed_until: (self.snoozed && self.state == ReminderState::Waiting)
                .then_some(self.fire_at),
        }
    }
}

fn read(row: &mut Row<'_>) -> Result<StoredReminder> {
    Ok(StoredReminder {
        id: row.uuid("id")?,
        task: task_id(row, "task_id")?,
        occurrence: row.parsed("occurrence", |text| {
            OccurrenceTime::parse(text).ok_or("no local time with a zone")
        })?,
        state: state(row.integer("state")?)?,
        fire_at: row.instant("fire_at")?,
        snoozed: row.boolean("snoozed")?,
        fired_at: row.optional_instant("fired_at")?,
        late_by: row.integer("late_by")?,
    })
}

fn state(number: i64) -> Result<ReminderState> {
    ReminderState::ALL
        .into_iter()
        .find(|state| state.number() == number)
        .ok_or_else(|| StorageError::corrupt("state", "not a state"))
}
