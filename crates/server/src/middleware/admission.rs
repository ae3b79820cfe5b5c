//! How many requests are in work at once, and for how long.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http_body_util::BodyExt as _;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout},
};

use crate::{
    extract::Since,
    problem::{Code, Problem},
    state::AppState,
};

/// What the layer needs to know.
#[derive(Clone)]
pub(crate) struct Admission {
    state: AppState,
    places: Arc<Semaphore>,
}

impl Admission {
    pub(crate) fn new(state: AppState) -> Self {
        let places = state.config.limits.max_requests as usize;
        Self {
            state,
            places: Arc::new(Semaphore::new(places.min(Semaphore::MAX_PERMITS))),
        }
    }
}

/// Marks an answer that is in work until its last byte: it keeps its place, while other answers leave theirs when their
/// head is there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StaysInWork;

pub(crate) async fn layer(
    State(admission): State<Admission>,
    mut request: Request,
    next: Next,
) -> Response {
    let Ok(place) = Arc::clone(&admission.places).try_acquire_owned() else {
        return Problem::new(
            Code::Overloaded,
            "The server has as many requests in work as it can take. Try again in a moment.",
        )
        .retry_after(1)
        .into_response();
    };
    request.extensions_mut().insert(Since(Instant::now()));
    let limit = admission.state.config.limits.request_timeout.0;
    match timeout(limit, next.run(request)).await {
        Ok(response) if response.extensions().get::<StaysInWork>().is_some() => {
            keep(response, place)
        }
        Ok(response) => response,
        Err(_) => Problem::new(
            Code::Timeout,
            "The answer took too long. Whether something was changed is not known; send the same request with the same Idempotency-Key again.",
        )
        .retry_after(1)
        .into_response(),
    }
}

/// Keeps a place until the answer's body is written or given up.
fn keep(response: Response, place: OwnedSemaphorePermit) -> Response {
    response.map(|body| {
        Body::new(body.map_frame(move |frame| {
            let _ = &place;
            frame
        }))
    })
}
