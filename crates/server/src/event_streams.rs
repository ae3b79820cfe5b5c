//! Live updates: who listens to whose events on this instance, and the one job that finds out when there are new ones.
//!
//! What happened is in the `events` table and nowhere else; here is only known up to which number each user's events
//! go. This process's own commits say so at once; those of other instances are found by asking for the numbers of all
//! users who listen, in one question a round, however many streams there are. A stream then reads its user's rows for
//! itself, from where it stands. Why there is no NOTIFY: docs/adr/0016.

mod frame;
mod stream;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tasktalk_domain::UserId;
use tasktalk_storage::{Database, NewEvents, StorageError, events};
use tokio::{
    sync::{broadcast::error::RecvError, watch},
    time::MissedTickBehavior,
};
use tokio_util::sync::CancellationToken;

pub(crate) use self::stream::{NotANumber, body};
use crate::{
    metrics::Metrics,
    problem::{Chain, Code, Problem},
    settings::LimitSettings,
    state::AppState,
};

/// The streams of this instance. Cheap to clone.
#[derive(Clone)]
pub(crate) struct EventStreams(Arc<Inner>);

struct Inner {
    open: Mutex<Open>,
    most: usize,
    most_per_user: usize,
    metrics: Metrics,
}

#[derive(Default)]
struct Open {
    count: usize,
    users: HashMap<UserId, Watched>,
}

struct Watched {
    newest: watch::Sender<Newest>,
    streams: usize,
}

/// What is known of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Newest {
    /// The events go at least up to this number.
    Event(i64),
    /// The account is gone, or is about to be.
    Gone,
}

/// One stream's place, and its ear. Dropping it makes the place free.
pub(crate) struct Place {
    streams: EventStreams,
    owner: UserId,
    newest: watch::Receiver<Newest>,
}

impl EventStreams {
    pub(crate) fn new(limits: &LimitSettings, metrics: Metrics) -> Self {
        Self(Arc::new(Inner {
            open: Mutex::default(),
            most: limits.max_event_streams as usize,
            most_per_user: limits.event_streams_per_user as usize,
            metrics,
        }))
    }

    /// Begins to listen for a user's events, if there is a place.
    pub(crate) fn listen(&self, owner: UserId) -> Result<Place, Problem> {
        let mut open = self.lock();
        if open.count >= self.0.most {
            return Err(Problem::new(
                Code::Overloaded,
                "The server has as many event streams as it can take. Read again what you need, and try again later.",
            )
            .retry_after(30));
        }
        let watched = open.users.entry(owner).or_insert_with(|| Watched {
            newest: watch::Sender::new(Newest::Event(0)),
            streams: 0,
        });
        if watched.streams >= self.0.most_per_user {
            return Err(Problem::new(
                Code::TooManyStreams,
                "You have as many event streams open as one user may. Close one, or share one between your pages.",
            )
            .retry_after(30));
        }
        watched.streams += 1;
        let newest = watched.newest.subscribe();
        open.count += 1;
        drop(open);
        self.0.metrics.event_stream_opened();
        Ok(Place {
            streams: self.clone(),
            owner,
            newest,
        })
    }

    fn listened_to(&self) -> Vec<UserId> {
        self.lock().users.keys().copied().collect()
    }

    fn tell(&self, owner: UserId, news: Newest) {
        if let Some(watched) = self.lock().users.get(&owner) {
            watched.newest.send_if_modified(|known| {
                let is_news = match (*known, news) {
                    (Newest::Gone, _) => false,
                    (Newest::Event(_), Newest::Gone) => true,
                    // Word of commits may come out of order.
                    (Newest::Event(known), Newest::Event(newest)) => newest > known,
                };
                if is_news {
                    *known = news;
                }
                is_news
            });
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.streams.lock();
        open.count -= 1;
        if let Some(watched) = open.users.get_mut(&self.owner) {
            watched.streams -= 1;
            if watched.streams == 0 {
                open.users.remove(&self.owner);
            }
        }
        drop(open);
        self.streams.0.metrics.event_stream_closed();
    }
}

/// Tells streams of new events until told to stop.
pub(crate) async fn run(state: AppState, stop: CancellationToken) {
    let mut committed = state.database.new_events();
    let mut rounds = tokio::time::interval(state.config.limits.event_poll.0);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut was_well = true;
    loop {
        let ask = tokio::select! {
            () = stop.cancelled() => return,
            nudge = committed.recv() => match nudge {
                Ok(NewEvents { owner, newest }) => {
                    state.event_streams.tell(owner, Newest::Event(newest));
                    false
                }
                Err(RecvError::Lagged(_)) => true,
                Err(RecvError::Closed) => return,
            },
            _ = rounds.tick() => true,
        };
        if ask {
            let asked = ask_for_all(&state.event_streams, &state.database).await;
            if let Err(error) = &asked
                && was_well
            {
                tracing::warn!(error = %Chain(error), "live updates wait for the database");
            }
            was_well = asked.is_ok();
            if !was_well {
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// One round: the newest number of everyone who listens.
async fn ask_for_all(streams: &EventStreams, database: &Database) -> Result<(), StorageError> {
    let owners = streams.listened_to();
    if owners.is_empty() {
        return Ok(());
    }
    let asked = owners.clone();
    let found = database
        .read(move |snapshot| Box::pin(async move { events::newest_of(snapshot, &asked).await }))
        .await?;
    let found: HashMap<UserId, i64> = found.into_iter().collect();
    for owner in owners {
        let news = found
            .get(&owner)
            .map_or(Newest::Gone, |newest| Newest::Event(*newest));
        streams.tell(owner, news);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Settings;

    fn streams(most: u32, per_user: u32) -> EventStreams {
        let mut limits = Settings::defaults().limits;
        limits.max_event_streams = most;
        limits.event_streams_per_user = per_user;
        EventStreams::new(&limits, Metrics::new().unwrap())
    }

    #[test]
    fn places_are_bounded_for_each_user_and_for_all_and_come_back() {
        let streams = streams(3, 2);
        let first = streams.listen(UserId(1)).unwrap();
        let _second = streams.listen(UserId(1)).unwrap();
        let refused = streams.listen(UserId(1)).err().unwrap();
        assert_eq!(refused.code(), Code::TooManyStreams);
        let third = streams.listen(UserId(2)).unwrap();
        let refused = streams.listen(UserId(3)).err().unwrap();
        assert_eq!(refused.code(), Code::Overloaded);
        drop(first);
        assert!(streams.listen(UserId(3)).is_ok());
        drop(third);
        assert_eq!(streams.listened_to(), [UserId(1)]);
    }

    #[test]
    fn numbers_only_grow_and_gone_is_the_end() {
        let streams = streams(3, 2);
        let place = streams.listen(UserId(1)).unwrap();
        let told = |news| {
            streams.tell(UserId(1), news);
            *place.newest.borrow()
        };
        assert_eq!(told(Newest::Event(5)), Newest::Event(5));
        assert_eq!(told(Newest::Event(4)), Newest::Event(5));
        assert_eq!(told(Newest::Gone), Newest::Gone);
        assert_eq!(told(Newest::Event(6)), Newest::Gone);
    }
}
