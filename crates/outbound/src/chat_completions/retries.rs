//! How many retries all calls together may make: one for ten calls, in the long run. A server in trouble is not given
//! twice the work.

use std::sync::atomic::{AtomicU32, Ordering};

/// What a call adds, and a retry costs.
const CALL: u32 = 1;
const RETRY: u32 = 10;
/// So many retries can be saved up, and are there in the beginning.
const SAVED: u32 = 10 * RETRY;

/// The retries that are left.
#[derive(Debug)]
pub(super) struct RetryBudget(AtomicU32);

impl Default for RetryBudget {
    fn default() -> Self {
        Self(AtomicU32::new(SAVED))
    }
}

impl RetryBudget {
    /// A call was made.
    pub(super) fn called(&self) {
        let _ = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                Some((left + CALL).min(SAVED))
            });
    }

    /// Takes a retry, if one is left.
    pub(super) fn take(&self) -> bool {
        self.0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(RETRY)
            })
            .is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_calls_earn_a_retry() {
        let budget = RetryBudget::default();
        while budget.take() {}
        for _ in 0..9 {
            budget.called();
        }
        assert!(!budget.take());
        budget.called();
        assert!(budget.take());
        assert!(!budget.take());
    }
}
