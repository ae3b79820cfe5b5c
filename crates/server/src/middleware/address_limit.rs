//! Limits requests that need no token by the address they come from. Requests with one are limited by their user.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use crate::{extract::ClientAddress, state::AppState};

pub(crate) async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let address = ClientAddress::of(&parts, &state.config);
    match state.rate_limits.check_address(address) {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(problem) => problem.into_response(),
    }
}
