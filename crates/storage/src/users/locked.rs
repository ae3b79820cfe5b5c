//! The lock on one user's data, and the counters that come with it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use tasktalk_domain::{TaskId, User, UserId};

use super::{columns, read};
use crate::{NewEvents, Result, Transaction, value::parameters};

/// A user whose data nobody else changes until this transaction ends.
///
/// The numbers it hands out are dense and in the order of commits. They are written back with the commit by
/// themselves; a transaction that fails hands them out again.
#[derive(Clone, Debug)]
pub struct LockedUser {
    /// The account as it is now.
    pub user: User,
    counters: Arc<Counters>,
}

/// The last numbers given, of tasks, events and changes.
#[derive(Debug)]
pub(crate) struct Counters {
    pub(crate) owner: UserId,
    task: AtomicI64,
    event: AtomicI64,
    change: AtomicI64,
    /// What the row says: tasks, events, changes.
    stored: [i64; 3],
}

/// Locks a user for the rest of the transaction; `None` when there is no such user or its erasure was asked for.
///
/// Every change of someone's data begins with this, so that two of them never meet. Locking a user again in the same
/// transaction gives the same counters.
pub async fn lock(tx: &Transaction<'_>, owner: UserId) -> Result<Option<LockedUser>> {
    // Setting a column to itself locks the row on both engines, and changes no index.
    let found = tx
        .optional(
            concat!(
                "UPDATE users SET newest_event = newest_event WHERE id = $1 AND deleted_at IS NULL \
                 RETURNING ",
                columns!(),
                ", newest_task, newest_event, newest_change"
            ),
            parameters![owner],
            |row| {
                let user = read(row)?;
                let stored = [
                    row.integer("newest_task")?,
                    row.integer("newest_event")?,
                    row.integer("newest_change")?,
                ];
                Ok((user, stored))
            },
        )
        .await?;
    Ok(found.map(|(user, stored)| LockedUser {
        user,
        counters: tx.counters_of(Counters::new(owner, stored)),
    }))
}

/// Writes the counters back, if any was used.
pub(crate) async fn store_counters(tx: &Transaction<'_>, counters: &Counters) -> Result<()> {
    let [task, event, change] = counters.now();
    if counters.stored == [task, event, change] {
        return Ok(());
    }
    tx.defer(
        "UPDATE users SET newest_task = $2, newest_event = $3, newest_change = $4 WHERE id = $1",
        parameters![counters.owner, task, event, change],
    )
    .await
}

impl LockedUser {
    /// A number for a new task: one more than the last.
    pub fn next_task_id(&self) -> TaskId {
        TaskId::try_from(self.counters.task.fetch_add(1, Ordering::Relaxed) + 1)
            .expect("task numbers start at 1 and only grow")
    }

    /// A number for a new event.
    pub fn next_event(&self) -> i64 {
        self.counters.event.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// A number for a new change.
    pub(crate) fn next_change(&self) -> i64 {
        self.counters.change.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// The newest event, those made in this transaction included; 0 when there is none.
    pub fn newest_event(&self) -> i64 {
        self.counters.event.load(Ordering::Relaxed)
    }

    /// The newest event from before this transaction; 0 when there is none.
    pub fn newest_event_before(&self) -> i64 {
        self.counters.stored[1]
    }
}

impl Counters {
    fn new(owner: UserId, stored: [i64; 3]) -> Self {
        let [task, event, change] = stored.map(AtomicI64::new);
        Self {
            owner,
            task,
            event,
            change,
            stored,
        }
    }

    /// The newest event, if there is one that the row did not know of.
    pub(crate) fn new_events(&self) -> Option<NewEvents> {
        let [_, newest, _] = self.now();
        (newest != self.stored[1]).then_some(NewEvents {
            owner: self.owner,
            newest,
        })
    }

    fn now(&self) -> [i64; 3] {
        [&self.task, &self.event, &self.change].map(|counter| counter.load(Ordering::Relaxed))
    }
}
