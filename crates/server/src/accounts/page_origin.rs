//! Which web pages may have their user signed in here: our own, and those of the origins that the operator listed.

use axum::http::{HeaderMap, header};

use crate::{
    problem::{Code, Problem},
    settings::Origin,
};

/// The origin of the page that sent a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageOrigin {
    /// Not sent by a page in a browser.
    None,
    /// Ours or a listed one.
    Allowed {
        /// The page came over TLS, so its cookies can be kept to TLS.
        secure: bool,
    },
}

impl PageOrigin {
    /// Reads `Origin`, which browsers add to every POST and pages can't change. Other pages' requests are refused.
    pub(crate) fn of(headers: &HeaderMap, listed: &[Origin]) -> Result<Self, Problem> {
        let Some(origin) = headers.get(header::ORIGIN) else {
            return Ok(Self::None);
        };
        let origin = origin.to_str().unwrap_or_default().to_ascii_lowercase();
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .map(str::to_ascii_lowercase);
        let own = origin.split_once("://").is_some_and(|(scheme, rest)| {
            matches!(scheme, "http" | "https") && Some(rest) == host.as_deref()
        });
        if own || listed.iter().any(|listed| listed.as_str() == origin) {
            Ok(Self::Allowed {
                secure: origin.starts_with("https://"),
            })
        } else {
            Err(Problem::new(
                Code::OriginNotAllowed,
                "The page that sent this is not from an origin that may sign people in here.",
            ))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(origin: Option<&str>) -> Option<PageOrigin> {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "tasks.example.com:8443".parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        let listed = ["http://localhost:3000".parse().unwrap()];
        PageOrigin::of(&headers, &listed).ok()
    }

    #[test]
    fn own_and_listed_pages_may() {
        assert_eq!(judge(None), Some(PageOrigin::None));
        for (origin, secure) in [
            ("https://tasks.example.com:8443", true),
            ("https://Tasks.Example.com:8443", true),
            ("http://localhost:3000", false),
        ] {
            assert_eq!(
                judge(Some(origin)),
                Some(PageOrigin::Allowed { secure }),
                "{origin}"
            );
        }
    }

    #[test]
    fn all_others_may_not() {
        for origin in [
            "null",
            "",
            "https://evil.example",
            "https://tasks.example.com",
            "https://tasks.example.com:8443.evil.example",
            "file://tasks.example.com:8443",
            "http://localhost:3001",
        ] {
            assert_eq!(judge(Some(origin)), None, "{origin}");
        }
    }
}
