//! One span, one log line and one count for every request: its route template, never its query string or body.

use axum::{
    extract::{MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use tokio::time::Instant;
use tracing::Instrument as _;

use super::request_id::RequestId;
use crate::state::AppState;

pub(crate) async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().cloned();
    // A path that no route has is whatever the caller typed; it is neither logged nor a label.
    let route = route.as_ref().map_or("(no route)", MatchedPath::as_str);
    let method = known(request.method());
    let span = tracing::info_span!(
        "request",
        request_id = request
            .extensions()
            .get::<RequestId>()
            .map(RequestId::as_str),
        method,
        route,
        user = tracing::field::Empty,
    );
    async {
        let started = Instant::now();
        let response = next.run(request).await;
        let took = started.elapsed();
        let status = response.status().as_u16();
        state.metrics.request(route, method, status, took);
        if status >= 500 {
            tracing::warn!(status, took_ms = millis(took), "answered with a failure");
        } else {
            tracing::info!(status, took_ms = millis(took), "answered");
        }
        response
    }
    .instrument(span)
    .await
}

fn millis(took: std::time::Duration) -> f64 {
    (took.as_secs_f64() * 1_000_000.0).round() / 1_000.0
}

/// The method as a fixed word: callers can invent others.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
