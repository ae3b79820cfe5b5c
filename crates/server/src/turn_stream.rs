//! A turn as server-sent events (<https://html.spec.whatwg.org/multipage/server-sent-events.html>), in whatever protocol
//! an encoder writes.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use futures_util::stream;
use tasktalk_assistant::{Follower, Run, TurnError, TurnEvent};
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;

use crate::middleware::admission::StaysInWork;

/// How often a stream without news says that it lives, so that proxies keep it open.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A comment, which clients ignore.
const STILL_HERE: &str = ": still here\n\n";

/// What happens to a turn whose follower goes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhenLeft {
    /// It goes on, and its answer is in the messages.
    GoesOn,
    /// It is stopped. For protocols in which leaving is the way to stop.
    Stops,
}

/// What is streamed, and until when.
pub(crate) struct TurnStream<E> {
    /// The turn.
    pub(crate) run: Run,
    /// Writes an event as frames; called with each event, in order.
    pub(crate) encode: E,
    /// What happens when the follower goes away.
    pub(crate) when_left: WhenLeft,
    /// Ends the stream without more ado; the turn goes on.
    pub(crate) until: CancellationToken,
}

impl<E: FnMut(TurnEvent) -> String + Send + 'static> TurnStream<E> {
    /// The answer: it begins at once, and nothing on the way may keep it back.
    pub(crate) fn into_response(self) -> Response {
        let state = State {
            follower: self.run.follow(),
            left: StopWhenLeft {
                run: self.run,
                stops: self.when_left == WhenLeft::Stops,
            },
            encode: self.encode,
            until: self.until,
            next_heartbeat: Instant::now() + HEARTBEAT,
            over: false,
        };
        let frames = stream::unfold(state, |mut state| async move {
            let frames = state.next().await?;
            Some((Ok::<_, Infallible>(Bytes::from(frames)), state))
        });
        let headers = [
            (
                header::CONTENT_TYPE,
                HeaderValue::from_static("text/event-stream"),
            ),
            (
                header::CACHE_CONTROL,
                HeaderValue::from_static("no-cache, no-store, no-transform"),
            ),
            (
                HeaderName::from_static("x-accel-buffering"),
                HeaderValue::from_static("no"),
            ),
        ];
        let mut response = (headers, Body::from_stream(frames)).into_response();
        response.extensions_mut().insert(StaysInWork);
        response
    }
}

struct State<E> {
    follower: Follower,
    left: StopWhenLeft,
    encode: E,
    until: CancellationToken,
    next_heartbeat: Instant,
    over: bool,
}

impl<E: FnMut(TurnEvent) -> String> State<E> {
    async fn next(&mut self) -> Option<String> {
        if self.over {
            self.left.stops = false;
            return None;
        }
        let event = tokio::select! {
            biased;
            // A turn that broke off in our own fault ends like one that took too long.
            event = self.follower.next() => event.unwrap_or(TurnEvent::Failed(TurnError::GivenUp)),
            () = self.until.cancelled() => return None,
            () = sleep_until(self.next_heartbeat) => {
                self.next_heartbeat += HEARTBEAT;
                return Some(STILL_HERE.to_owned());
            }
        };
        self.next_heartbeat = Instant::now() + HEARTBEAT;
        self.over = event.is_end();
        Some((self.encode)(event))
    }
}

/// Stops the turn when the stream is dropped before its end.
struct StopWhenLeft {
    run: Run,
    stops: bool,
}

impl Drop for StopWhenLeft {
    fn drop(&mut self) {
        if self.stops {
            self.run.stop();
        }
    }
}
