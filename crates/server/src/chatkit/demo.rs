//! `/chatkit-demo`: OpenAI's component on our endpoint. The component comes from OpenAI's servers and can't be had from
//! anywhere else, so the page is off unless the operator wants it, says what it does, and falls back to a sentence.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse as _, Response},
};

/// Only this page may load anything from elsewhere, and only the component.
const POLICY: &str = "default-src 'none'; script-src 'self' https://cdn.platform.openai.com; \
    frame-src https://cdn.platform.openai.com; connect-src 'self'; style-src 'self' 'unsafe-inline'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(super) async fn page() -> Response {
    document("text/html; charset=utf-8", include_str!("demo/page.html"))
}

pub(super) async fn script() -> Response {
    document(
        "text/javascript; charset=utf-8",
        include_str!("demo/script.js"),
    )
}

pub(super) async fn style() -> Response {
    document("text/css; charset=utf-8", include_str!("demo/style.css"))
}

fn document(content_type: &'static str, text: &'static str) -> Response {
    let headers: [(HeaderName, HeaderValue); 2] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY),
        ),
    ];
    (headers, text).into_response()
}
