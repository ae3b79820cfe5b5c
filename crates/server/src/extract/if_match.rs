//! `If-Match` (RFC 9110, 13.1.1): change a task only when it still has the version that was read.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, header, request::Parts},
};

use crate::{
    problem::{Code, Problem},
    state::AppState,
};

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

    fn read(headers: &HeaderMap) -> Result<Self, Problem> {
        let mut versions = Vec::new();
        let mut present = false;
        for value in headers.get_all(header::IF_MATCH) {
            present = true;
            for tag in value.to_str().unwrap_or_default().split(',') {
                match tag.trim() {
                    "*" => return Ok(Self::Any),
                    tag => versions.extend(version(tag)?),
                }
            }
        }
        Ok(if present {
            Self::Versions(versions)
        } else {
            Self::Any
        })
    }
}

/// The version that a tag names; `None` for a weak one, and for one that we never gave out.
fn version(tag: &str) -> Result<Option<i64>, Problem> {
    let (is_weak, opaque) = match tag.strip_prefix("W/") {
        Some(rest) => (true, rest),
        None => (false, tag),
    };
    let opaque = opaque
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .ok_or_else(|| {
            Problem::new(
                Code::MalformedRequest,
                "If-Match is '*' or ETags in their double quotes, as the ETag header has them.",
            )
        })?;
    Ok(if is_weak { None } else { opaque.parse().ok() })
}

/// The strong ETag of a task's version.
pub(crate) fn etag(version: i64) -> HeaderValue {
    HeaderValue::try_from(format!("\"{version}\"")).expect("digits and quotes make a header")
}

impl FromRequestParts<AppState> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &AppState) -> Result<Self, Problem> {
        Self::read(&parts.headers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Result<IfMatch, Problem> {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_MATCH, value.parse().unwrap());
        IfMatch::read(&headers)
    }

    #[test]
    fn only_strong_tags_of_ours_match() {
        assert!(read("\"3\"").unwrap().allows(3));
        assert!(read("\"1\", \"3\"").unwrap().allows(3));
        assert!(read("*").unwrap().allows(3));
        for value in ["\"4\"", "W/\"3\"", "\"\"", "\"x\""] {
            assert!(!read(value).unwrap().allows(3), "{value}");
        }
        assert_eq!(IfMatch::read(&HeaderMap::new()).unwrap(), IfMatch::Any);
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for value in ["3", "", "\"3", "3\"", "\"3\",", "null"] {
            assert_eq!(
                read(value).unwrap_err().code(),
                Code::MalformedRequest,
                "{value}"
            );
        }
    }
}
