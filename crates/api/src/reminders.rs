//! Reminders: told as `reminder.due` events, and listed until they are answered.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::object::objects;
use crate::tasks::Due;

/// A reminder of one occurrence of a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Reminder {
    /// Its id: the same however often it is put off.
    #[schema(format = "uuid")]
    pub id: String,
    /// The task's number.
    pub task_id: i64,
    /// The task's title.
    pub title: String,
    /// When the occurrence is due.
    pub due: Due,
    /// The occurrence as text (RFC 9557); tells the occurrences of a task apart.
    #[schema(examples("2026-11-23T17:00:00[Europe/Berlin]"))]
    pub occurrence: String,
    /// When it was told last; null before it was.
    #[schema(format = DateTime)]
    pub fired_at: Option<String>,
    /// How many seconds late that was, after a time when no server ran; 0 when it was less than a minute.
    pub late_by_seconds: i64,
    /// Until when it was put off, while it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub snoozed_until: Option<String>,
}

/// The reminders that were told and not answered, the last told first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReminderList {
    /// A hundred at most.
    pub reminders: Vec<Reminder>,
}

/// For how long to put a reminder off. Exactly one of the two is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Snooze {
    /// For so many minutes from now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 1, maximum = 527_040)]
    pub minutes: Option<i64>,
    /// Until this instant, at most 366 days from now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub until: Option<String>,
}

objects!(Snooze);
