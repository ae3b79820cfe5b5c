//! `Accept` (RFC 9110, 12.5.1), where an answer comes as JSON or as a stream of events.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

/// Whether the answer is to be a stream of events. JSON is the default: `*/*` and no header mean JSON.
pub(crate) struct WantsStream(pub(crate) bool);

impl<S: Sync> FromRequestParts<S> for WantsStream {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(wants_stream(&parts.headers)))
    }
}

/// The stream is named, and JSON isn't named before it or with a greater weight.
fn wants_stream(headers: &HeaderMap) -> bool {
    let mut best = None;
    for value in headers.get_all(header::ACCEPT) {
        for range in value.to_str().unwrap_or_default().split(',') {
            let mut parts = range.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default().to_ascii_lowercase();
            let weight = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(1.0, |weight| weight.parse().unwrap_or(0.0));
            let is_stream = match name.as_str() {
                "text/event-stream" => true,
                "application/json" => false,
                _ => continue,
            };
            if weight > best.map_or(0.0_f32, |(weight, _)| weight) {
                best = Some((weight, is_stream));
            }
        }
    }
    best.is_some_and(|(_, is_stream)| is_stream)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(accept: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, accept.parse().unwrap());
        wants_stream(&headers)
    }

    #[test]
    fn a_stream_is_asked_for_by_name() {
        for accept in [
            "text/event-stream",
            "Text/Event-Stream; charset=utf-8",
            "text/event-stream, application/json",
            "application/json;q=0.5, text/event-stream;q=0.9",
            "text/html, text/event-stream",
        ] {
            assert!(wants(accept), "{accept}");
        }
        for accept in [
            "*/*",
            "text/*",
            "application/json",
            "application/json, text/event-stream",
            "text/event-stream;q=0",
            "text/event-stream;q=0.1, application/json",
            "",
        ] {
            assert!(!wants(accept), "{accept}");
        }
        assert!(!wants_stream(&HeaderMap::new()));
    }
}
