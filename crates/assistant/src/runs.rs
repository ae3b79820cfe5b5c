//! Turns in work: each can be followed from its beginning, by several at once, and stopped. What happens to a turn when
//! nobody follows it any more is its door's business: it goes on unless the door stops it.

use std::{collections::HashMap, sync::Arc};

use tasktalk_domain::{ConversationId, UserId};
use tokio::sync::{Notify, watch};

use crate::{
    turn::{Turn, TurnError},
    turn_event::{self, Start, TurnEvent},
};

/// A turn in work, or just over. Cheap to clone; clones are the same turn.
#[derive(Clone, Debug)]
pub struct Run(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// What has happened so far. Bounded, as an answer's text and what a turn may do are.
    log: watch::Sender<Vec<TurnEvent>>,
    stop: Notify,
}

/// Hears a turn from its beginning.
#[derive(Debug)]
pub struct Follower {
    log: watch::Receiver<Vec<TurnEvent>>,
    /// How many were heard.
    heard: usize,
}

impl Run {
    /// A turn of which nothing is known yet.
    pub(crate) fn new() -> Self {
        Self(Arc::new(Inner {
            log: watch::Sender::default(),
            stop: Notify::new(),
        }))
    }

    /// A turn whose message is stored and whose answer is waited for.
    pub(crate) fn started(start: Start) -> Self {
        let run = Self::new();
        run.begin(start);
        run
    }

    /// A turn that is over.
    pub(crate) fn over(turn: Turn) -> Self {
        let run = Self::started(turn.start());
        run.tell(turn_event::of_answer(turn, ""));
        run
    }

    /// Hears what happened from the beginning, and what happens.
    pub fn follow(&self) -> Follower {
        Follower {
            log: self.0.log.subscribe(),
            heard: 0,
        }
    }

    /// Stops the turn while it waits for a language model: it ends with what is said by then, and does nothing. A turn
    /// that acts already, or is over, isn't held up.
    pub fn stop(&self) {
        self.0.stop.notify_one();
    }

    /// Completes when the turn is to stop.
    pub(crate) async fn stopped(&self) {
        self.0.stop.notified().await;
    }

    pub(crate) fn begin(&self, start: Start) {
        self.tell([TurnEvent::Started(start)]);
    }

    pub(crate) fn tell(&self, events: impl IntoIterator<Item = TurnEvent>) {
        self.0.log.send_modify(|log| log.extend(events));
    }

    /// The text that was told so far.
    pub(crate) fn told(&self) -> String {
        let log = self.0.log.borrow();
        log.iter()
            .filter_map(|event| match event {
                TurnEvent::Text(piece) => Some(piece.as_str()),
                _ => None,
            })
            .collect()
    }

    /// Tells how it ended.
    pub(crate) fn end(&self, answered: Result<Turn, TurnError>) {
        match answered {
            Ok(turn) => {
                let told = self.told();
                self.tell(turn_event::of_answer(turn, &told));
            }
            Err(error) => self.tell([TurnEvent::Failed(error)]),
        }
    }
}

impl Follower {
    /// What happens next; `None` after the end, also when the turn broke off without one.
    pub async fn next(&mut self) -> Option<TurnEvent> {
        loop {
            {
                let log = self.log.borrow_and_update();
                if let Some(event) = log.get(self.heard) {
                    self.heard += 1;
                    return Some(event.clone());
                }
                if log.last().is_some_and(TurnEvent::is_end) {
                    return None;
                }
            }
            self.log.changed().await.ok()?;
        }
    }
}

/// The turns of this process that wait for a language model, by conversation: there is one at most in each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs(Arc<watch::Sender<HashMap<Key, Run>>>);

type Key = (UserId, ConversationId);

/// A turn's place in the list; dropping it takes it off.
#[derive(Debug)]
pub(crate) struct Listed {
    runs: Runs,
    key: Key,
}

impl Runs {
    pub(crate) fn list(&self, key: Key, run: Run) -> Listed {
        self.0.send_modify(|runs| {
            runs.insert(key, run);
        });
        Listed {
            runs: self.clone(),
            key,
        }
    }

    pub(crate) fn get(&self, key: Key) -> Option<Run> {
        self.0.borrow().get(&key).cloned()
    }

    /// Completes when none is left.
    pub(crate) async fn all_over(&self) {
        let mut runs = self.0.subscribe();
        // It can't fail: this value is a sender.
        let _ = runs.wait_for(HashMap::is_empty).await;
    }

    pub(crate) fn stop_all(&self) {
        self.0.borrow().values().for_each(Run::stop);
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        self.runs.0.send_modify(|runs| {
            runs.remove(&self.key);
        });
    }
}
