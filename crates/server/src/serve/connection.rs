//! One connection, HTTP/1 or HTTP/2, from its first byte to its last.

use std::{convert::Infallible, net::IpAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, body::Body};
use http_body_util::BodyExt as _;
use hyper::{Request, body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto::Builder,
};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::{connections::Place, listener::Stream, patient_io::PatientIo};
use crate::{extract::client_address::Peer, settings::LimitSettings};

/// Room for a request's head, and for what is read ahead of a body.
const BUFFER: usize = 16 * 1024;
/// HTTP/2 requests of one connection at once.
const STREAMS: u32 = 128;
/// How often an HTTP/2 connection is asked whether it still lives.
const PING_EVERY: Duration = Duration::from_secs(20);
/// How long an HTTP/2 connection may have no request. (HTTP/1: as long as a head may take.)
const HTTP2_IDLE: Duration = Duration::from_mins(1);
/// How long a connection may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(2);

/// The terms on which connections are served.
pub(super) struct Terms {
    builder: Builder<TokioExecutor>,
    /// For what begins with HTTP/1. Who finds out the version from what was read has read some bytes already; the buffer
    /// that the request is read into then doubles for the rest, and stays so as long as the connection: 8 KiB more for
    /// every idle event stream.
    http1: Builder<TokioExecutor>,
    header_timeout: Duration,
    write_timeout: Duration,
}

impl Terms {
    pub(super) fn new(limits: &LimitSettings) -> Self {
        let mut builder = Builder::new(TokioExecutor::new());
        builder
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.header_timeout.0)
            .max_buf_size(BUFFER)
            .http2()
            .timer(TokioTimer::new())
            .max_concurrent_streams(STREAMS)
            .max_header_list_size(u32::try_from(BUFFER).expect("a small number"))
            .keep_alive_interval(PING_EVERY)
            .keep_alive_timeout(limits.header_timeout.0);
        Self {
            http1: builder.clone().http1_only(),
            builder,
            header_timeout: limits.header_timeout.0,
            write_timeout: limits.write_timeout.0,
        }
    }
}

/// Serves one connection until it ends, is idle for too long, has to make room, or the server stops.
pub(super) async fn run(
    stream: Stream,
    address: Option<IpAddr>,
    router: Router,
    terms: Arc<Terms>,
    place: Place,
    stop: CancellationToken,
) {
    let activity = place.activity.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(address));
        let in_work = activity.begin();
        let answer = router.clone().oneshot(request.map(Body::new));
        async move {
            let answer = answer.await?;
            // The request is in work until its answer's body is written or given up.
            Ok::<_, Infallible>(answer.map(|body| {
                body.map_frame(move |frame| {
                    let _ = &in_work;
                    frame
                })
            }))
        }
    });
    let accepted = Instant::now();
    let begins_http1 = tokio::select! {
        begins_http1 = stream.begins_http1() => begins_http1,
        () = place.evict.cancelled() => return,
        () = stop.cancelled() => return,
        () = tokio::time::sleep(terms.header_timeout) => return,
    };
    let builder = if begins_http1 {
        &terms.http1
    } else {
        &terms.builder
    };
    let io = TokioIo::new(PatientIo::new(stream, terms.write_timeout));
    let mut connection = pin!(builder.serve_connection(io, service));

    // The first request must come as quickly as its head; that also ends a connection that never says which version
    // of HTTP it speaks. After that hyper times HTTP/1, and HTTP/2 may rest for longer.
    let mut next_look = terms.header_timeout.saturating_sub(accepted.elapsed());
    loop {
        tokio::select! {
            // How it ended is the client's business: done, aborted, timed out, malformed.
            _ = connection.as_mut() => return,
            () = place.evict.cancelled() => return,
            () = stop.cancelled() => break,
            () = tokio::time::sleep(next_look) => {
                let may_rest = if place.activity.has_begun() { HTTP2_IDLE } else { terms.header_timeout };
                match place.activity.idle_left(may_rest) {
                    Some(Duration::ZERO) => break,
                    Some(left) => next_look = left,
                    None => next_look = may_rest,
                }
            }
        }
    }

    // Finish what is in work, take nothing new.
    connection.as_mut().graceful_shutdown();
    let goodbye = async {
        loop {
            tokio::time::sleep(GOODBYE).await;
            if place.activity.idle_left(GOODBYE) == Some(Duration::ZERO) {
                break;
            }
        }
    };
    tokio::select! {
        _ = connection.as_mut() => {}
        () = place.evict.cancelled() => {}
        () = goodbye => {}
    }
}
