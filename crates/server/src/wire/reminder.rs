//! Reminders as they are answered and told.

use tasktalk_api::reminders as api;
use tasktalk_domain::Reminder;

/// A reminder as it is answered.
pub(crate) fn reminder(reminder: &Reminder) -> api::Reminder {
    api::Reminder {
        id: reminder.id.to_string(),
        task_id: reminder.task_id.get(),
        title: reminder.title.clone(),
        due: super::task::due(&reminder.due),
        occurrence: reminder.occurrence.clone(),
        fired_at: reminder.fired_at.map(|at| at.to_string()),
        late_by_seconds: reminder.late_by_seconds,
        snoozed_until: reminder.snoozed_until.map(|at| at.to_string()),
    }
}
