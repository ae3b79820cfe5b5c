//! Which other origins' pages may use the API: exactly the listed ones, with their credentials.

use std::{collections::HashSet, sync::Arc, time::Duration};

use axum::http::{HeaderName, HeaderValue, Method, header, request::Parts};
use tower_http::cors::{AllowCredentials, AllowOrigin, CorsLayer};

use super::request_id::X_REQUEST_ID;
use crate::{mcp, settings::Origin};

/// How long a browser may remember what it was allowed.
const REMEMBER_FOR: Duration = Duration::from_mins(10);

/// The layer; `None` when no origin is listed, which allows none. Those for agents may use the MCP endpoint alone.
pub(crate) fn layer(origins: &[Origin], for_agents: &[Origin]) -> Option<CorsLayer> {
    if origins.is_empty() && for_agents.is_empty() {
        return None;
    }
    let (listed, for_agents) = (set(origins), set(for_agents));
    let is_listed = move |origin: &HeaderValue, request: &Parts| {
        origin.to_str().is_ok_and(|origin| {
            listed.contains(origin)
                || request.uri.path() == mcp::PATH && for_agents.contains(origin)
        })
    };
    Some(
        CorsLayer::new()
            .allow_origin(AllowOrigin::predicate(is_listed.clone()))
            .allow_credentials(AllowCredentials::predicate(is_listed))
            .allow_methods([
                Method::GET,
                Method::POST,
                Method::PUT,
                Method::PATCH,
                Method::DELETE,
            ])
            .allow_headers([
                header::AUTHORIZATION,
                header::CONTENT_TYPE,
                header::IF_MATCH,
                HeaderName::from_static("idempotency-key"),
                HeaderName::from_static("last-event-id"),
                HeaderName::from_static("mcp-method"),
                HeaderName::from_static("mcp-name"),
                HeaderName::from_static("mcp-protocol-version"),
                HeaderName::from_static("mcp-session-id"),
                X_REQUEST_ID,
            ])
            .expose_headers([
                header::ETAG,
                header::LOCATION,
                header::RETRY_AFTER,
                header::WWW_AUTHENTICATE,
                HeaderName::from_static("idempotency-replayed"),
                HeaderName::from_static("mcp-session-id"),
                HeaderName::from_static("undo-token"),
                HeaderName::from_static("unchanged"),
                HeaderName::from_static("x-vercel-ai-ui-message-stream"),
                X_REQUEST_ID,
            ])
            .max_age(REMEMBER_FOR),
    )
}

fn set(origins: &[Origin]) -> Arc<HashSet<String>> {
    let texts = origins.iter().map(|origin| origin.as_str().to_owned());
    Arc::new(texts.collect())
}
