//! The Model Context Protocol: the same list for AI agents.
//!
//! `/mcp` speaks Streamable HTTP in the revisions from 2024-11-05 to 2026-07-28; `tasktalk mcp` speaks the same over
//! standard input and output. rmcp reads and writes the protocol; here is what is asked and answered. Nothing here
//! knows more of tasks than REST does: every change goes through the assistant's tools.

mod arguments;
mod asking;
mod completion;
mod confirmation;
mod failure;
#[cfg(feature = "conformance-fixtures")]
mod fixtures;
mod gate;
mod guard;
mod handler;
mod identity;
mod metadata;
mod prompts;
mod resources;
mod sessions;
mod stdio;
mod tools;
mod unreadable;
mod widget;

use axum::{Router, routing};
use rmcp::transport::streamable_http_server::{
    StreamableHttpServerConfig, StreamableHttpService, session::local::LocalSessionManager,
};

pub(crate) use self::confirmation::Confirmations;
pub use self::stdio::{StdioError, serve_stdio};
use self::{gate::Gate, handler::Handler, identity::Identity, sessions::Sessions};
use crate::AppState;

/// The path of the endpoint.
pub(crate) const PATH: &str = "/mcp";

/// rmcp's side of the endpoint.
pub(crate) type Service = StreamableHttpService<Handler, LocalSessionManager>;

/// The endpoint, and what tells agents where to get tokens for it.
pub(crate) fn router(state: &AppState) -> Router<AppState> {
    let sessions = Sessions::default();
    let service = service(state, &sessions);
    let gate = Gate::new(state.clone(), sessions, service);
    let endpoint = routing::any(gate::endpoint).with_state(gate);
    Router::new()
        .route(PATH, endpoint)
        .merge(metadata::router(state))
}

fn service(state: &AppState, sessions: &Sessions) -> Service {
    let kept = state.config.mcp.mcp_sessions;
    let config = StreamableHttpServerConfig::default()
        // Both are the gate's, which stands before the token is looked at.
        .disable_allowed_hosts()
        .disable_allowed_origins()
        .with_legacy_session_mode(kept)
        .with_json_response(!kept)
        .with_max_request_body_bytes(state.config.mcp.mcp_body_limit)
        .with_cancellation_token(state.stop.clone());
    let state = state.clone();
    StreamableHttpService::new(
        move || Ok(Handler::new(state.clone(), Identity::OfRequest)),
        sessions.manager(),
        config,
    )
}
