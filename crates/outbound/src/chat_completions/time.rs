//! How long a call may take, and whose fault it is when it takes longer.

use std::time::Duration;

use tokio::time::Instant;

/// So much may be lost before a call, or a tenth of its time: every turn has something to do before.
const LITTLE: Duration = Duration::from_millis(500);

/// How long a call may take.
#[derive(Clone, Copy, Debug)]
pub struct CallTime {
    /// When it ends, answered or not.
    pub deadline: Instant,
    /// How long it would have had, had nothing been lost before it.
    pub whole: Duration,
}

/// When the requests of a call end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Until {
    pub(super) deadline: Instant,
    /// More than a little of the call's time was lost before the model was asked.
    shortened: bool,
}

impl CallTime {
    /// A call that begins now, and has all its time before it.
    pub fn from_now(whole: Duration) -> Self {
        Self {
            deadline: Instant::now() + whole,
            whole,
        }
    }

    /// What is left for requests that begin now.
    pub(super) fn left(self, now: Instant) -> Until {
        let left = self.deadline.saturating_duration_since(now);
        Until {
            deadline: self.deadline,
            shortened: left + LITTLE.max(self.whole / 10) < self.whole,
        }
    }
}

impl Until {
    /// The end of a request that has all its time before it.
    pub(super) fn of_own(deadline: Instant) -> Self {
        Self {
            deadline,
            shortened: false,
        }
    }

    /// Whether a time-out at this instant says nothing against the server: its time was cut short by us.
    pub(super) fn is_ours(self, now: Instant) -> bool {
        self.shortened && now >= self.deadline
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_deadline_that_came_early_is_our_own_fault() {
        let now = Instant::now();
        let second = Duration::from_secs(1);
        let time = CallTime {
            deadline: now + 10 * second,
            whole: 10 * second,
        };
        let late = now + 11 * second;
        assert!(!time.left(now).is_ours(late));
        assert!(!time.left(now + second).is_ours(late), "that is little");
        let shortened = time.left(now + 2 * second);
        assert!(shortened.is_ours(late));
        assert!(!shortened.is_ours(now + 9 * second), "it had its time");
        assert!(time.left(late).is_ours(late));
        assert!(!Until::of_own(now).is_ours(late));
    }
}
