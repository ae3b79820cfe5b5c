//! Who is next: turns of one conversation run one after the other within this process.
//!
//! Across processes the lock of the user's row orders them; the queue keeps that lock short and a flood bounded.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::OwnedMutexGuard;

/// How many turns of one conversation may wait for the one that runs.
pub(crate) const WAITING_LIMIT: usize = 16;

/// A queue for each key that somebody stands in; others are forgotten.
#[derive(Debug)]
pub(crate) struct Queue<K> {
    lanes: Arc<Mutex<HashMap<K, Lane>>>,
}

#[derive(Debug, Default)]
struct Lane {
    /// Tokio's mutex is fair: first come, first served.
    turn: Arc<tokio::sync::Mutex<()>>,
    /// The running turn and the waiting ones.
    present: usize,
}

/// Too many are waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Full;

/// The right to run; dropping it lets the next one in, also when the caller stopped waiting half-way.
#[derive(Debug)]
pub(crate) struct Place<K: Eq + Hash> {
    queue: Queue<K>,
    key: K,
    running: Option<OwnedMutexGuard<()>>,
}

impl<K> Clone for Queue<K> {
    fn clone(&self) -> Self {
        Self {
            lanes: Arc::clone(&self.lanes),
        }
    }
}

impl<K> Default for Queue<K> {
    fn default() -> Self {
        Self {
            lanes: Arc::default(),
        }
    }
}

impl<K: Clone + Eq + Hash> Queue<K> {
    /// Waits until everyone who came before is through.
    pub(crate) async fn enter(&self, key: K) -> Result<Place<K>, Full> {
        let turn = {
            let mut lanes = self.lanes();
            let lane = lanes.entry(key.clone()).or_default();
            if lane.present > WAITING_LIMIT {
                return Err(Full);
            }
            lane.present += 1;
            Arc::clone(&lane.turn)
        };
        let mut place = Place {
            queue: self.clone(),
            key,
            running: None,
        };
        place.running = Some(turn.lock_owned().await);
        Ok(place)
    }
}

impl<K> Queue<K> {
    fn lanes(&self) -> MutexGuard<'_, HashMap<K, Lane>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Eq + Hash> Drop for Place<K> {
    fn drop(&mut self) {
        self.running = None;
        let mut lanes = self.queue.lanes();
        if let Some(lane) = lanes.get_mut(&self.key) {
            lane.present -= 1;
            if lane.present == 0 {
                lanes.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future::Future,
        pin::pin,
        task::{Context, Poll, Waker},
    };

    use super::*;

    /// Goes as far as it can without anyone else moving.
    fn poll<F: Future>(future: std::pin::Pin<&mut F>) -> Poll<F::Output> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn sixteen_wait_and_the_seventeenth_is_sent_away() {
        let queue = Queue::default();
        let Poll::Ready(Ok(running)) = poll(pin!(queue.enter("a"))) else {
            panic!("nobody was there");
        };
        let mut waiting: Vec<_> = (0..WAITING_LIMIT)
            .map(|_| Box::pin(queue.enter("a")))
            .collect();
        for place in &mut waiting {
            assert!(poll(place.as_mut()).is_pending());
        }
        assert!(matches!(
            poll(pin!(queue.enter("a"))),
            Poll::Ready(Err(Full))
        ));
        assert!(matches!(poll(pin!(queue.enter("b"))), Poll::Ready(Ok(_))));

        drop(running);
        let Poll::Ready(Ok(next)) = poll(waiting[0].as_mut()) else {
            panic!("the first in the queue is next");
        };
        assert!(poll(waiting[1].as_mut()).is_pending());
        drop(next);
    }

    #[test]
    fn whoever_stops_waiting_leaves_and_idle_conversations_are_forgotten() {
        let queue = Queue::default();
        let Poll::Ready(Ok(running)) = poll(pin!(queue.enter("a"))) else {
            panic!("nobody was there");
        };
        {
            let mut gives_up = pin!(queue.enter("a"));
            assert!(poll(gives_up.as_mut()).is_pending());
        }
        drop(running);
        assert!(queue.lanes().is_empty());
    }
}
