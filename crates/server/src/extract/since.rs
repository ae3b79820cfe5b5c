//! When a request came.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{Extensions, request::Parts},
};
use tokio::time::Instant;

/// When a request was let in: its time counts from then on, before its token was checked and its body was read.
/// [`crate::middleware::admission`] puts it into every request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Since(pub(crate) Instant);

impl Since {
    pub(crate) fn of(extensions: &Extensions) -> Self {
        let since = extensions.get().copied();
        since.unwrap_or_else(|| Self(Instant::now()))
    }
}

impl<S: Sync> FromRequestParts<S> for Since {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.extensions))
    }
}
