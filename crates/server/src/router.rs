//! Every route and every layer, on one page.

use axum::{
    Router,
    middleware::{from_fn, from_fn_with_state},
    routing::get,
};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;

use crate::{
    chatkit, mcp,
    middleware::{
        address_limit, admission, cors, host, observe, panics, request_id, security_headers,
    },
    openapi, page,
    routes::{
        auth, chat, conversations, documents, events, health, me, parse, reminders, running_turn,
        tasks, tokens, undo,
    },
    state::AppState,
};

/// The routes that take a token. Their callers are limited by user, where the token is checked.
fn with_token() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(chat::router())
        .merge(running_turn::router())
        .merge(conversations::router())
        .merge(events::router())
        .merge(tasks::router())
        .merge(parse::router())
        .merge(reminders::router())
        .merge(undo::router())
        .merge(me::router())
        .merge(tokens::router())
}

/// The routes that anyone may call. Their callers are limited by address.
fn without_token() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .merge(auth::router())
        .merge(documents::router())
}

/// What the public listener answers.
pub(crate) fn public(state: &AppState) -> Router {
    let (with_token, _) = with_token().split_for_parts();
    let (without_token, _) = without_token().split_for_parts();
    let (health, _) = health::router().split_for_parts();
    // The fallback counts as a route without token: guessing paths is limited too.
    let without_token = without_token
        .fallback(page::fallback)
        .layer(from_fn_with_state(state.clone(), address_limit::layer));

    let without_token = if state.config.network.chatkit_demo {
        without_token.merge(chatkit::demo())
    } else {
        without_token
    };
    let routes = with_token
        .merge(mcp::router(state))
        .merge(chatkit::router())
        .merge(without_token)
        .merge(page::router())
        // Bounds what is in work at once and for how long. Innermost: a preflight or a health check costs no place.
        .layer(from_fn_with_state(
            admission::Admission::new(state.clone()),
            admission::layer,
        ))
        .merge(health);
    // Answers preflights before anything else looks at them, as they carry no token.
    let routes = match cors::layer(
        &state.config.network.cors_origins,
        &state.config.mcp.mcp_allowed_origins,
    ) {
        Some(layer) => routes.layer(layer),
        None => routes,
    };
    common(routes, state)
}

/// What the admin listener answers: it has no business on the internet.
pub(crate) fn admin(state: &AppState) -> Router {
    let (health, _) = health::router().split_for_parts();
    let routes = health
        .route("/metrics", get(documents::metrics))
        .fallback(request_id::no_route);
    common(routes, state)
}

/// The layers around everything, from the inside out.
fn common(routes: Router<AppState>, state: &AppState) -> Router {
    routes
        .layer(from_fn(host::layer))
        // A panic becomes a 500 that is counted, logged and has an id like every other answer.
        .layer(panics::layer())
        // On errors and 404s as well.
        .layer(from_fn(security_headers::layer))
        // Sees the final status, and its span is around everything that is logged inside.
        .layer(from_fn_with_state(state.clone(), observe::layer))
        // Outermost: everything inside can name the request, and every refusal gets its document here.
        .layer(from_fn_with_state(state.clone(), request_id::layer))
        .with_state(state.clone())
}

/// The OpenAPI document of all public routes.
pub(crate) fn openapi() -> OpenApi {
    let (_, with_token) = with_token().split_for_parts();
    let (_, without_token) = without_token().merge(health::router()).split_for_parts();
    openapi::complete(with_token, without_token)
}
