//! One stream: from where its client stands to wherever its user's events go.

use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::stream::unfold;
use jiff::Timestamp;
use tasktalk_domain::UserId;
use tasktalk_storage::{StorageError, events};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::{Newest, Place, frame};
use crate::{
    accounts::{Accounts, Credential, is_still_good},
    extract::CurrentUser,
    problem::Chain,
    state::AppState,
};

/// Most events that are told one by one to a client that was away; one that missed more reads everything anew.
const REPLAYED: i64 = 500;
/// How many events are read at once.
const READ_AT_ONCE: usize = 100;
/// Every so many heartbeats it is asked whether the client may still listen.
const ASKED_EVERY: u32 = 2;

/// A stream's state between two pieces. Thousands of these wait at once, so it has of the server's state only what it
/// needs.
struct Stream {
    accounts: Accounts,
    stop: CancellationToken,
    /// How long it may say nothing.
    every: Duration,
    place: Place,
    credential: Credential,
    /// When the token ends.
    expires_at: Option<Timestamp>,
    /// The number of the last event that was told.
    told: i64,
    next: Next,
    /// When something is said at the latest.
    heartbeat: Instant,
    heartbeats: u32,
}

/// What comes next.
enum Next {
    Hello,
    Reset,
    Events,
    End,
}

/// The body of a stream that goes on after the event `last`, or from now on. `newest` is the number of the newest event
/// now, read after the place was taken.
pub(crate) fn body(
    state: &AppState,
    place: Place,
    caller: &CurrentUser,
    last: Option<Result<i64, NotANumber>>,
    newest: i64,
) -> Body {
    let (told, next) = match last {
        None => (newest, Next::Hello),
        Some(Ok(last)) if last <= newest && newest - last <= REPLAYED => (last, Next::Hello),
        // Too much, or a number that was never given here.
        Some(_) => (newest, Next::Reset),
    };
    let every = state.config.limits.event_heartbeat.0;
    let stream = Stream {
        credential: caller.credential,
        expires_at: caller.expires_at,
        told,
        next,
        heartbeat: Instant::now() + every,
        heartbeats: 0,
        accounts: state.accounts.clone(),
        stop: state.stop.clone(),
        every,
        place,
    };
    Body::from_stream(unfold(stream, |mut stream| async move {
        let piece = stream.piece().await?;
        Some((Ok::<_, std::convert::Infallible>(piece), stream))
    }))
}

/// A `Last-Event-ID` that is none of ours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NotANumber;

impl Stream {
    /// The next piece; `None` at the end.
    async fn piece(&mut self) -> Option<Bytes> {
        match self.next {
            Next::Hello => {
                self.next = Next::Events;
                Some(frame::connected())
            }
            Next::Reset => {
                self.next = Next::Events;
                let reset = frame::reset(self.told);
                Some([frame::connected(), reset].concat().into())
            }
            Next::Events => self.wait().await,
            Next::End => None,
        }
    }

    async fn wait(&mut self) -> Option<Bytes> {
        loop {
            let newest = match *self.place.newest.borrow_and_update() {
                Newest::Event(newest) => newest,
                Newest::Gone => return None,
            };
            if newest > self.told {
                return self.read(newest).await;
            }
            let (stop, wakes_at) = (self.stop.clone(), self.wakes_at());
            tokio::select! {
                biased;
                () = stop.cancelled() => {
                    self.next = Next::End;
                    // Neighbouring numbers are a prime apart, so they spread over the whole second.
                    let spread = self.place.owner.0.unsigned_abs().wrapping_mul(7_919);
                    return Some(frame::come_back(spread));
                }
                changed = self.place.newest.changed() => changed.ok()?,
                () = tokio::time::sleep_until(wakes_at) => {
                    if !self.may_listen().await {
                        return None;
                    }
                    if Instant::now() >= self.heartbeat {
                        self.heartbeat = Instant::now() + self.every;
                        return Some(frame::heartbeat());
                    }
                }
            }
        }
    }

    /// The events after the last one told, or that they are too many.
    async fn read(&mut self, newest: i64) -> Option<Bytes> {
        if newest - self.told > REPLAYED {
            return Some(self.reset(newest));
        }
        let (owner, told) = (self.place.owner, self.told);
        let read: Result<_, StorageError> =
            Box::pin(self.accounts.database().read(move |snapshot| {
                Box::pin(events::after(snapshot, owner, told, READ_AT_ONCE))
            }))
            .await;
        let events = read
            .inspect_err(|error| {
                // The client comes back, and its last number says where to go on.
                tracing::warn!(error = %Chain(error), "an event stream ended");
            })
            .ok()?;
        // Numbers have no gaps: what is missing was forgotten.
        match events.first() {
            Some(first) if first.seq == told + 1 => {}
            _ => return Some(self.reset(newest)),
        }
        self.told = events.last().map_or(told, |last| last.seq);
        Some(frame::events(&events))
    }

    fn reset(&mut self, newest: i64) -> Bytes {
        self.told = newest;
        frame::reset(newest)
    }

    /// At the heartbeat, or when the token ends.
    fn wakes_at(&self) -> Instant {
        let Some(expires_at) = self.expires_at else {
            return self.heartbeat;
        };
        let left = expires_at.duration_since(self.accounts.clock().now());
        let left = Duration::try_from(left).unwrap_or_default();
        self.heartbeat.min(Instant::now() + left)
    }

    /// Whether the client may go on listening. A database that does not answer is no reason to send it away.
    async fn may_listen(&mut self) -> bool {
        if self
            .expires_at
            .is_some_and(|end| end <= self.accounts.clock().now())
        {
            return false;
        }
        self.heartbeats += 1;
        if !self.heartbeats.is_multiple_of(ASKED_EVERY) {
            return true;
        }
        let (owner, credential): (UserId, Credential) = (self.place.owner, self.credential);
        Box::pin(is_still_good(&self.accounts, owner, credential))
            .await
            .unwrap_or(true)
    }
}
