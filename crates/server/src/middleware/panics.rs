//! The last resort: a panic in a handler becomes a 500, and a line in the log, instead of a dropped connection.

use std::any::Any;

use axum::response::{IntoResponse as _, Response};
use tower_http::catch_panic::CatchPanicLayer;

use crate::problem::Problem;

pub(crate) type PanicHandler = fn(Box<dyn Any + Send>) -> Response;

/// The layer.
pub(crate) fn layer() -> CatchPanicLayer<PanicHandler> {
    CatchPanicLayer::custom(answer as PanicHandler)
}

#[derive(Debug, thiserror::Error)]
#[error("a handler panicked: {0}")]
struct Panicked(String);

#[expect(
    clippy::needless_pass_by_value,
    reason = "the signature that the layer calls"
)]
fn answer(payload: Box<dyn Any + Send>) -> Response {
    let text = payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(ToString::to_string))
        .unwrap_or_default();
    Problem::internal(&Panicked(text)).into_response()
}
