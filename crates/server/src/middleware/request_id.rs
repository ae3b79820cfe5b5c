//! Gives every request an id, and every refusal its document.
//!
//! The outermost layer: whatever refuses a request inside answers with a [`Problem`] in the response's extensions,
//! and here, where the id is known, it becomes the body.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use crate::{
    problem::{Code, Problem},
    state::AppState,
};

/// The header that carries the id, both ways.
pub(crate) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// Longest id taken from a client.
const LIMIT: usize = 128;

/// The request's id, for whoever logs.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) HeaderValue);

impl RequestId {
    pub(crate) fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

pub(crate) async fn layer(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let id = RequestId(incoming(request.headers()).unwrap_or_else(|| {
        HeaderValue::try_from(state.clock.new_id().to_string()).expect("a UUID makes a header")
    }));
    request.extensions_mut().insert(id.clone());
    let response = next.run(request).await;
    let mut response = finish(response, id.as_str());
    response.headers_mut().insert(X_REQUEST_ID, id.0);
    response
}

/// The client's own id, when it is a sane one: it goes into logs and headers.
fn incoming(headers: &HeaderMap) -> Option<HeaderValue> {
    let value = headers.get(X_REQUEST_ID)?;
    let text = value.to_str().ok()?;
    let sane = (1..=LIMIT).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_.:/+=".contains(&byte));
    sane.then(|| value.clone())
}

/// Gives a refusal its body.
fn finish(response: Response, request_id: &str) -> Response {
    let (mut parts, body) = response.into_parts();
    let Some(problem) = parts
        .extensions
        .remove::<Problem>()
        .or_else(|| for_bare_status(parts.status))
    else {
        return Response::from_parts(parts, body);
    };
    let document = problem.document(request_id);
    let json = serde_json::to_vec(&document).expect("a problem document has only text in it");
    parts.headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(json.len()));
    Response::from_parts(parts, Body::from(json))
}

/// What the router itself refuses without a document: another method on a known path, with `Allow` set.
fn for_bare_status(status: StatusCode) -> Option<Problem> {
    (status == StatusCode::METHOD_NOT_ALLOWED).then(|| {
        Problem::new(
            Code::MethodNotAllowed,
            "This path does not take that method; the Allow header names the ones it takes.",
        )
    })
}

/// What answers a path that no route has.
pub(crate) async fn no_route() -> Response {
    Problem::new(
        Code::RouteNotFound,
        "There is nothing here. /docs lists every path.",
    )
    .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(value: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(
            X_REQUEST_ID,
            HeaderValue::from_bytes(value.as_bytes()).unwrap(),
        );
        incoming(&headers).is_some()
    }

    #[test]
    fn only_ids_that_are_safe_in_a_log_are_taken_over() {
        assert!(taken("0199b5a2-7d1c-7000-8000-000000000000"));
        assert!(taken("trace/1.2_3"));
        for value in ["", "a b", "a\"b", "é", &"x".repeat(129)] {
            assert!(!taken(value), "{value}");
        }
    }
}
