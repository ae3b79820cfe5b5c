//! How many requests run at once, and how many wait.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout_at},
};

/// Lets so many in at once, and so many wait.
#[derive(Debug)]
pub(super) struct Gate {
    running: Arc<Semaphore>,
    waiting: AtomicUsize,
    queue: usize,
}

/// The right to send a request.
#[derive(Debug)]
pub(super) struct Place(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

/// One that waits; it leaves also when it stops waiting half-way.
struct Waiting<'a>(&'a AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Gate {
    pub(super) fn new(concurrency: usize, queue: usize) -> Self {
        Self {
            running: Arc::new(Semaphore::new(concurrency.max(1))),
            waiting: AtomicUsize::new(0),
            queue,
        }
    }

    /// Waits for a place; `None` when too many wait already, or none was free in time.
    pub(super) async fn enter(&self, patience: Instant) -> Option<Place> {
        if let Ok(permit) = Arc::clone(&self.running).try_acquire_owned() {
            return Some(Place(permit));
        }
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waiting = Waiting(&self.waiting);
        if before >= self.queue {
            return None;
        }
        let permit = timeout_at(patience, Arc::clone(&self.running).acquire_owned()).await;
        permit.ok()?.ok().map(Place)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn some_run_some_wait_and_the_rest_is_sent_away() {
        let gate = Arc::new(Gate::new(1, 1));
        let patience = Instant::now() + Duration::from_mins(1);
        let running = gate.enter(patience).await.unwrap();
        let waiting = {
            let gate = Arc::clone(&gate);
            tokio::spawn(async move { gate.enter(patience).await.is_some() })
        };
        while gate.waiting.load(Ordering::Relaxed) == 0 {
            tokio::task::yield_now().await;
        }
        assert!(gate.enter(patience).await.is_none(), "the queue is full");
        drop(running);
        assert!(waiting.await.unwrap());
        assert_eq!(gate.waiting.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn nobody_waits_longer_than_they_want() {
        let gate = Gate::new(1, 1);
        let _running = gate.enter(Instant::now()).await.unwrap();
        assert!(gate.enter(Instant::now()).await.is_none());
    }
}
