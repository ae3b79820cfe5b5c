//! Where agents get tokens: OAuth protected resource metadata (RFC 9728). There is some only in external mode with an
//! issuer and a URL of the endpoint; personal access tokens need none.

use axum::{Json, Router, routing::get};
use serde_json::{Value, json};
use tasktalk_assistant::Scope;

use super::PATH;
use crate::{
    AppState, Settings,
    settings::{AuthMode, McpUrl},
};

/// The root form of RFC 9728, section 3.
const WELL_KNOWN: &str = "/.well-known/oauth-protected-resource";

/// The routes; none when there is nothing to tell.
pub(crate) fn router(state: &AppState) -> Router<AppState> {
    let Some((url, issuer)) = issuer(&state.config) else {
        return Router::new();
    };
    let document = document(url, issuer);
    let answer = move || {
        let document = document.clone();
        async move { Json(document) }
    };
    // The form with the endpoint's path, which clients ask for first, and the one at the root. A proxy may show the
    // endpoint under another path than ours.
    let mut paths = vec![WELL_KNOWN.to_owned(), format!("{WELL_KNOWN}{PATH}")];
    if !["", PATH].contains(&url.path()) {
        paths.push(format!("{WELL_KNOWN}{}", url.path()));
    }
    paths.into_iter().fold(Router::new(), |router, path| {
        router.route(&path, get(answer.clone()))
    })
}

/// The parameter of a challenge that names the metadata (RFC 9728, section 5.1), or nothing.
pub(crate) fn parameter(settings: &Settings) -> String {
    issuer(settings).map_or_else(String::new, |(url, _)| {
        format!(
            ", resource_metadata=\"{}{WELL_KNOWN}{}\"",
            url.origin(),
            url.path()
        )
    })
}

fn issuer(settings: &Settings) -> Option<(&McpUrl, &str)> {
    let external = settings.auth.auth_mode == AuthMode::External;
    let issuer = settings.auth.jwt_issuer.as_deref()?;
    let url = settings.mcp.mcp_url.as_ref()?;
    external.then_some((url, issuer))
}

fn document(url: &McpUrl, issuer: &str) -> Value {
    json!({
        "resource": url.as_str(),
        "resource_name": "Tasktalk",
        "authorization_servers": [issuer],
        "scopes_supported": Scope::ALL.map(Scope::as_str),
        "bearer_methods_supported": ["header"],
    })
}
