//! The web page: files that were built before (`web/`), served from memory.
//!
//! They are inside the program, or in a folder that a setting names. What they are is the page's own business; here it
//! is known only that `index.html` begins it, and that the names under `assets/` change with their content.

mod files;
mod negotiation;

use axum::{
    Router,
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};

pub(crate) use self::files::Page;
pub use self::files::PageError;
use self::{files::PageFile, negotiation::Accepted};
use crate::{
    middleware::{request_id, security_headers},
    state::AppState,
};

/// Where the page begins.
const INDEX: &str = "index.html";
/// The folder of the files that are named after their content.
const ASSETS: &str = "assets/";
/// First parts of paths that are never the page's: a slip there must not be answered with a page.
const OTHERS: [&str; 8] = [
    "api",
    "mcp",
    "docs",
    "chatkit",
    "chatkit-demo",
    "health",
    "metrics",
    ".well-known",
];

/// The page's own paths. They are not limited by address: they cost nothing, and one look at the page asks for many.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route("/", get(index))
        .route("/assets/{*file}", get(asset))
}

async fn index(State(state): State<AppState>, headers: HeaderMap) -> Response {
    beginning(&state.page, &headers)
}

fn beginning(page: &Page, headers: &HeaderMap) -> Response {
    match page.file(INDEX) {
        Some(file) => answer(file, headers),
        None => not_built(),
    }
}

async fn asset(
    State(state): State<AppState>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Response {
    match state.page.file(&format!("{ASSETS}{name}")) {
        Some(file) => answer(file, &headers),
        None => request_id::no_route().await,
    }
}

/// What answers a path that no route has: the page's other files; the page itself where the path could be one of its
/// views; else a refusal.
pub(crate) async fn fallback(State(state): State<AppState>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return request_id::no_route().await;
    }
    let file = match state.page.file(path) {
        None if is_view(path) => state.page.file(INDEX),
        file => file,
    };
    match file {
        Some(file) => answer(file, request.headers()),
        None => request_id::no_route().await,
    }
}

/// Whether the page may have a view of this name.
fn is_view(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    !path.contains('.') && !OTHERS.contains(&first) && !path.starts_with(ASSETS)
}

/// A file, as the client can take it and unless it has it.
fn answer(file: &PageFile, asked: &HeaderMap) -> Response {
    let variant = file.variant(Accepted::read(asked));
    let status = if negotiation::has_it(asked, &variant.etag) {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    };
    // A cache takes the headers of "not modified" over, so that they are the same ones, the policy included.
    let mut response = status.into_response();
    let headers = response.headers_mut();
    set(headers, header::CACHE_CONTROL, file.cache);
    set(headers, header::VARY, "accept-encoding");
    set(
        headers,
        header::CONTENT_SECURITY_POLICY,
        security_headers::PAGE,
    );
    headers.insert(header::ETAG, variant.etag.clone());
    if status == StatusCode::OK {
        set(headers, header::CONTENT_TYPE, file.content_type);
        if let Some(coding) = variant.coding {
            set(headers, header::CONTENT_ENCODING, coding);
        }
        *response.body_mut() = Body::from(variant.bytes.clone());
    }
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}

/// What stands where the page would be.
fn not_built() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (
            header::CONTENT_SECURITY_POLICY,
            security_headers::DOCUMENTATION,
        ),
    ];
    let page = include_str!("page/not_built.html");
    (StatusCode::NOT_FOUND, headers, page).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_program_without_the_page_says_how_to_have_it() {
        let none = Page::of(std::collections::HashMap::new());
        let answer = beginning(&none, &HeaderMap::new());
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        let body = axum::body::to_bytes(answer.into_body(), 4096).await;
        let html = String::from_utf8(body.unwrap().to_vec()).unwrap();
        assert!(html.contains("cargo xtask run"), "{html}");
    }

    #[test]
    fn only_paths_without_a_dot_that_nobody_else_has_can_be_views() {
        for path in ["settings", "c/01a2", "tasks/today", "apiary", "documents"] {
            assert!(is_view(path), "{path}");
        }
        for path in [
            "favicon.ico",
            "c/01.a",
            "api",
            "api/me/nothing",
            "mcp",
            "docs/x",
            "chatkit",
            "chatkit-demo",
            "metrics",
            "health/x",
            ".well-known/security",
            "assets/gone",
        ] {
            assert!(!is_view(path), "{path}");
        }
    }
}
