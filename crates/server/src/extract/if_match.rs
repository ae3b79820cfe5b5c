//! `If-Match` (RFC 9110, 13.1.1): change a task only when it still has the version that was read.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};

use crate::state::AppState;

/// The versions that a task may have for the change to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum IfMatch {
    /// There is no header, or it is `*`: any version of an existing task.
    Any,
    /// One of these. Tags that are not ours, and weak ones, match no version.
    Versions(Vec<i64>),
}

impl IfMatch {
    /// Whether a task with this version may be changed.
    pub(crate) fn allows(&self, version: i64) -> bool {
        match self {
            Self::Any => true,
            Self::Versions(versions) => versions.contains(&version),
        }
    }

    fn read(headers: &HeaderMap) -> Self {
        let mut versions = Vec::new();
        let mut present = false;
        for value in headers.get_all(header::IF_MATCH) {
            present = true;
            for tag in value.to_str().unwrap_or_default().split(',') {
                match tag.trim() {
                    "*" => return Self::Any,
                    tag => versions.extend(version(tag)),
                }
            }
        }
        if present {
            Self::Versions(versions)
        } else {
            Self::Any
        }
    }
}

fn version(tag: &str) -> Option<i64> {
    tag.strip_prefix('"')?.strip_suffix('"')?.parse().ok()
}

/// The strong ETag of a task's version.
pub(crate) fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).expect("digits and quotes make a header")
}

impl FromRequestParts<AppState> for IfMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Infallible> {
        Ok(Self::read(&parts.headers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> IfMatch {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_MATCH, value.parse().unwrap());
        IfMatch::read(&headers)
    }

    #[test]
    fn only_strong_tags_of_ours_match() {
        assert!(read("\"3\"").allows(3));
        assert!(read("\"1\", \"3\"").allows(3));
        assert!(read("*").allows(3));
        for value in ["\"4\"", "W/\"3\"", "3", "", "\"\"", "\"x\""] {
            assert!(!read(value).allows(3), "{value}");
        }
        assert_eq!(IfMatch::read(&HeaderMap::new()), IfMatch::Any);
    }
}
