//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): the client's name for one message, so that sending
//! it again acts once.

use axum::{extract::FromRequestParts, http::request::Parts};

use crate::{
    problem::{Code, Problem},
    state::AppState,
};

/// Longest key, in characters.
const LIMIT: usize = 255;

/// The key, if there is one: 1 to 255 visible ASCII characters. The quotes of a structured field (RFC 8941) are taken
/// off, so that `"k"` and `k` are the same key.
pub(crate) struct IdempotencyKeyHeader(pub(crate) Option<String>);

impl FromRequestParts<AppState> for IdempotencyKeyHeader {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Problem> {
        let mut values = parts.headers.get_all("idempotency-key").iter();
        let Some(value) = values.next() else {
            return Ok(Self(None));
        };
        let key = value.to_str().ok().and_then(parse);
        match (key, values.next()) {
            (Some(key), None) => Ok(Self(Some(key))),
            _ => Err(Problem::new(
                Code::InvalidIdempotencyKey,
                "Idempotency-Key is one value of 1 to 255 visible ASCII characters; a UUID is a good one.",
            )),
        }
    }
}

fn parse(value: &str) -> Option<String> {
    let value = value.trim();
    let key = value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(value);
    let well_formed =
        (1..=LIMIT).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    well_formed.then(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_visible_and_bounded() {
        assert_eq!(parse("a-1").as_deref(), Some("a-1"));
        assert_eq!(parse("\"a-1\"").as_deref(), Some("a-1"));
        assert_eq!(parse(&"k".repeat(255)).map(|key| key.len()), Some(255));
        for value in ["", "\"\"", "a b", "a\tb", &"k".repeat(256)] {
            assert_eq!(parse(value), None, "{value}");
        }
    }
}
