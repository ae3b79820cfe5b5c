//! Word of committed events, for whoever is in this process: sooner than asking the database, and never instead of it.
//!
//! A nudge may be lost, come twice or out of order. What happened is in the `events` table.

use tasktalk_domain::UserId;
use tokio::sync::broadcast;

/// How many nudges are kept for a listener that is busy; one that missed some asks the database.
const KEPT: usize = 1_024;

/// That a user's events now go up to this number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewEvents {
    /// Whose events.
    pub owner: UserId,
    /// The number of the newest.
    pub newest: i64,
}

/// Hands nudges on to those who listen. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Nudges(broadcast::Sender<NewEvents>);

impl Nudges {
    pub(crate) fn new() -> Self {
        Self(broadcast::Sender::new(KEPT))
    }

    /// Tells whoever listens; most often there is somebody, and nothing depends on it.
    pub(crate) fn send(&self, committed: impl IntoIterator<Item = NewEvents>) {
        for nudge in committed {
            let _ = self.0.send(nudge);
        }
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<NewEvents> {
        self.0.subscribe()
    }
}
