//! Reminders.

use reqwest::Method;

use super::{Client, ClientError, checked, segment};
use crate::reminders::{Reminder, ReminderList, Snooze};

impl Client {
    /// The reminders that were told and not answered, the last told first.
    pub async fn reminders(&self) -> Result<ReminderList, ClientError> {
        self.get("/api/me/reminders").await
    }

    /// Puts a reminder off.
    pub async fn snooze_reminder(
        &self,
        id: &str,
        snooze: &Snooze,
    ) -> Result<Reminder, ClientError> {
        let path = format!("/api/me/reminders/{}/snooze", segment(id));
        self.send(Method::POST, &path, snooze).await
    }

    /// Dismisses a reminder.
    pub async fn dismiss_reminder(&self, id: &str) -> Result<(), ClientError> {
        let path = format!("/api/me/reminders/{}/dismiss", segment(id));
        checked(self.request(Method::POST, &path)).await.map(|_| ())
    }
}
