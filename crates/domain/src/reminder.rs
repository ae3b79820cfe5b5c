//! When a task reminds: which occurrences, and at which instants. A due time reminds by default; a whole day does not.

use jiff::{SignedDuration, Timestamp, civil};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{Due, RecurrenceMode, Series, Task, TaskId, Zone, due::instant};

/// The longest time before a due time at which one can be reminded: a week, in minutes.
pub const MINUTES_BEFORE_LIMIT: i64 = 7 * 24 * 60;
/// The longest time for which a reminder can be put off.
pub const SNOOZE_LIMIT: SignedDuration = SignedDuration::from_hours(366 * 24);
/// From how late on a reminder says that it is late.
pub const LATE_FROM: SignedDuration = SignedDuration::from_mins(1);
/// How far ahead the next occurrence of a series is looked for, in days: rules of every fourth year have one.
const LOOK_AHEAD: [i32; 4] = [8, 62, 800, 3_000];

/// When a person wants to be reminded of a due time: `settings.reminders` of the profile.
///
/// In JSON `{"when": "never"}`, `{"when": "at_time"}` or `{"when": "before", "minutes_before": 10}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReminderSetting {
    /// Not at all.
    Never,
    /// When it is due.
    #[default]
    AtTime,
    /// So many minutes before, from 1 to [`MINUTES_BEFORE_LIMIT`].
    Before(i64),
}

/// A setting that can't be; the text tells a person what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "Say {{\"when\": \"never\"}}, {{\"when\": \"at_time\"}} or {{\"when\": \"before\", \"minutes_before\": 10}} \
     with 1 to 10080 minutes (a week)"
)]
pub struct InvalidReminderSetting;

impl ReminderSetting {
    /// Reads the setting's JSON.
    pub fn parse(json: &Value) -> Result<Self, InvalidReminderSetting> {
        let fields = json.as_object().ok_or(InvalidReminderSetting)?;
        let known = |name: &String| ["when", "minutes_before"].contains(&name.as_str());
        let minutes = match fields.get("minutes_before") {
            None | Some(Value::Null) => None,
            Some(minutes) => Some(minutes.as_i64().ok_or(InvalidReminderSetting)?),
        };
        let is_possible =
            minutes.is_none_or(|minutes| (1..=MINUTES_BEFORE_LIMIT).contains(&minutes));
        if !is_possible || !fields.keys().all(known) {
            return Err(InvalidReminderSetting);
        }
        // The minutes may stay there while another choice is made, so that a page can come back to them.
        match (fields.get("when").and_then(Value::as_str), minutes) {
            (Some("never"), _) => Ok(Self::Never),
            (Some("at_time"), _) => Ok(Self::AtTime),
            (Some("before"), Some(minutes)) => Ok(Self::Before(minutes)),
            _ => Err(InvalidReminderSetting),
        }
    }

    /// What a profile's settings say; what can't be read is the default.
    pub fn of(settings: &Value) -> Self {
        settings
            .get("reminders")
            .and_then(|json| Self::parse(json).ok())
            .unwrap_or_default()
    }

    /// How long before the due time.
    pub fn lead(self) -> SignedDuration {
        match self {
            Self::Never | Self::AtTime => SignedDuration::ZERO,
            Self::Before(minutes) => SignedDuration::from_mins(minutes),
        }
    }

    /// When to remind of something that is due at this instant. Where the time before it has passed already, it is the
    /// due time itself: who says "in five minutes" and is to be reminded ten minutes before, is reminded then.
    pub fn fires_at(self, due_at: Timestamp, now: Timestamp) -> Timestamp {
        let before = due_at.saturating_sub(self.lead()).unwrap_or(due_at);
        if before <= now && now < due_at {
            due_at
        } else {
            before
        }
    }
}

/// An occurrence to remind of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming {
    /// When it is due, on the wall.
    pub occurrence: OccurrenceTime,
    /// The same as an instant: a local time in a gap moves forward, one that happens twice is the first.
    pub due_at: Timestamp,
}

/// The local time of an occurrence, which tells it apart from the task's others.
///
/// As text in the form of RFC 9557: `2026-11-23T17:00:00[Europe/Berlin]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OccurrenceTime {
    date_time: civil::DateTime,
    zone: Zone,
}

impl OccurrenceTime {
    /// Of a due time; `None` of a whole day.
    pub fn of(due: &Due) -> Option<Self> {
        match due {
            Due::Date { .. } => None,
            Due::DateTime {
                date_time,
                timezone,
            } => Some(Self {
                date_time: *date_time,
                zone: timezone.clone(),
            }),
        }
    }

    /// Reads the text form.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, zone) = text.strip_suffix(']')?.split_once('[')?;
        Some(Self {
            date_time: local.parse().ok()?,
            zone: Zone::parse(zone).ok()?,
        })
    }

    /// As a due time.
    pub fn due(&self) -> Due {
        Due::at(self.date_time, self.zone.clone())
    }

    /// When it is.
    pub fn instant(&self) -> Timestamp {
        instant(self.date_time, &self.zone)
    }
}

impl std::fmt::Display for OccurrenceTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}[{}]", self.date_time, self.zone)
    }
}

/// The occurrences of a task to remind of: the present one, past or not, then those to come, up to the first of which
/// one is to be reminded after `now`. None when the task is done, in the trash or due on a whole day.
pub fn upcoming(task: &Task, setting: ReminderSetting, now: Timestamp) -> Vec<Upcoming> {
    let Some(present) = open_due(task).and_then(at_instant) else {
        return Vec::new();
    };
    let later = match Series::of(task) {
        Some(series) if series.recurrence.mode != RecurrenceMode::AfterCompletion => {
            later(&series, &present, setting, now)
        }
        _ => Vec::new(),
    };
    let mut found = vec![present];
    found.extend(later);
    found
}

/// What decides about a task's reminders: nothing else of it matters.
pub fn has_same_times(one: &Task, other: &Task) -> bool {
    let times = |task: &Task| {
        open_due(task)
            .filter(|due| due.time().is_some())
            .map(|due| {
                (
                    due.clone(),
                    task.recurrence.clone(),
                    task.exceptions.clone(),
                )
            })
    };
    times(one) == times(other)
}

fn open_due(task: &Task) -> Option<&Due> {
    let is_open = task.completed_at.is_none() && task.deleted_at.is_none();
    task.due.as_ref().filter(|_| is_open)
}

fn at_instant(due: &Due) -> Option<Upcoming> {
    let occurrence = OccurrenceTime::of(due)?;
    let due_at = occurrence.instant();
    Some(Upcoming { occurrence, due_at })
}

fn later(
    series: &Series,
    present: &Upcoming,
    setting: ReminderSetting,
    now: Timestamp,
) -> Vec<Upcoming> {
    let is_last = |one: &Upcoming| {
        one.due_at > now && one.due_at.saturating_sub(setting.lead()).unwrap_or(now) > now
    };
    if is_last(present) {
        return Vec::new();
    }
    let today = present.occurrence.zone.local(now).date();
    for days in LOOK_AHEAD {
        let end = today
            .checked_add(jiff::Span::new().days(days))
            .unwrap_or(civil::Date::MAX);
        let mut found: Vec<Upcoming> = series
            .within(today.yesterday().unwrap_or(today), end)
            .iter()
            .filter_map(|occurrence| at_instant(&occurrence.due))
            .filter(|one| one.due_at > now && one.occurrence != present.occurrence)
            .collect();
        found.sort_by_key(|one| one.due_at);
        if let Some(last) = found.iter().position(is_last) {
            found.truncate(last + 1);
            return found;
        }
        if days == LOOK_AHEAD[LOOK_AHEAD.len() - 1] {
            return found;
        }
    }
    Vec::new()
}

/// A reminder that was told, as it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// Its id: the same however often it is snoozed.
    pub id: Uuid,
    /// Of which task.
    pub task_id: TaskId,
    /// What is to be done.
    pub title: String,
    /// When the occurrence is due.
    pub due: Due,
    /// The occurrence as text, [`OccurrenceTime`].
    pub occurrence: String,
    /// When it was told last; `None` before it was.
    pub fired_at: Option<Timestamp>,
    /// How many seconds that was after its time; 0 when it was less than a minute.
    pub late_by_seconds: i64,
    /// Until when it was put off, while it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snoozed_until: Option<Timestamp>,
}

/// How many seconds late something is that was to be told at `fire_at`; 0 within the first minute.
pub fn late_by(fire_at: Timestamp, told_at: Timestamp) -> i64 {
    let late = told_at.duration_since(fire_at);
    if late < LATE_FROM { 0 } else { late.as_secs() }
}

#[cfg(test)]
mod tests;
