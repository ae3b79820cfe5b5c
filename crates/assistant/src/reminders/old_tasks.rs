//! Tasks that are older than reminders are: each person's are planned once, after the update that brought reminders.

use tasktalk_domain::{TaskId, UserId};
use tasktalk_storage::{StorageError, reminders, tasks, users};

use super::plan;
use crate::Assistant;

/// How many people are looked for at once.
const PEOPLE_AT_ONCE: usize = 50;
/// How many of their tasks are read at once.
const TASKS_AT_ONCE: usize = 500;

impl Assistant {
    /// Plans the reminders of tasks from before there were any; says for how many people. Several instances may do it
    /// at once.
    pub async fn plan_reminders_of_old_tasks(&self) -> Result<usize, StorageError> {
        let mut planned = 0;
        let mut last = UserId(0);
        loop {
            let people: Vec<UserId> = self
                .database
                .read(move |s| {
                    Box::pin(async move { reminders::unplanned(s, last, PEOPLE_AT_ONCE).await })
                })
                .await?;
            let Some(newest) = people.last() else {
                return Ok(planned);
            };
            last = *newest;
            planned += people.len();
            for owner in people {
                self.plan_all(owner).await?;
            }
        }
    }

    async fn plan_all(&self, owner: UserId) -> Result<(), StorageError> {
        let (clock, now) = (self.clock.clone(), self.clock.now());
        self.database
            .write(move |tx| {
                let clock = clock.clone();
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        return Ok::<_, StorageError>(());
                    };
                    let mut last: Option<TaskId> = None;
                    loop {
                        let found = tasks::with_time(tx, owner, last, TASKS_AT_ONCE).await?;
                        for task in &found {
                            plan(tx, &user.user, &clock, task, now).await?;
                        }
                        if found.len() < TASKS_AT_ONCE {
                            break;
                        }
                        last = found.last().map(|task| task.id);
                    }
                    reminders::mark_planned(tx, owner).await
                })
            })
            .await
    }
}
