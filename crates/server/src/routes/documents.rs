//! The documents about the API, and (on the admin listener) its numbers.

use std::sync::LazyLock;

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    middleware::security_headers, openapi, openapi_json, router as all_routes, state::AppState,
};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(openapi_document))
        .routes(routes!(page))
        .routes(routes!(style))
}

/// This document.
#[utoipa::path(
    get,
    path = "/api/openapi.json",
    tag = "operations",
    responses((status = 200, description = "OpenAPI 3.1", body = Object))
)]
async fn openapi_document() -> Response {
    static DOCUMENT: LazyLock<String> = LazyLock::new(openapi_json);
    document("application/json", DOCUMENT.as_str())
}

/// This document as a page.
#[utoipa::path(
    get,
    path = "/docs",
    tag = "operations",
    responses((status = 200, description = "A page without scripts", content_type = "text/html", body = String))
)]
async fn page() -> Response {
    static PAGE: LazyLock<String> = LazyLock::new(|| openapi::page::render(&all_routes::openapi()));
    document("text/html; charset=utf-8", PAGE.as_str())
}

/// The page's style sheet.
#[utoipa::path(
    get,
    path = "/docs/style.css",
    tag = "operations",
    responses((status = 200, description = "CSS", content_type = "text/css", body = String))
)]
async fn style() -> Response {
    document(
        "text/css; charset=utf-8",
        include_str!("../openapi/style.css"),
    )
}

/// What was counted, for Prometheus. Only on the admin listener.
pub(crate) async fn metrics(State(state): State<AppState>) -> Response {
    const TYPE: HeaderValue = HeaderValue::from_static("text/plain; version=0.0.4");
    let text = state.metrics.render(state.database.waiting());
    ([(header::CONTENT_TYPE, TYPE)], text).into_response()
}

fn document(content_type: &'static str, text: &'static str) -> Response {
    let headers: [(HeaderName, &str); 3] = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (
            header::CONTENT_SECURITY_POLICY,
            security_headers::DOCUMENTATION,
        ),
    ];
    (headers, text).into_response()
}
