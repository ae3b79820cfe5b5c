//! Which web pages may have their user signed in here: our own, and those of the origins that the operator listed.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use crate::{
    problem::{Code, Problem},
    settings::Origin,
    state::AppState,
};

/// The origin of the page that sent a request, as `Origin` says, which browsers add to every POST and pages can't
/// change. Other pages' requests are refused.
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

impl FromRequestParts<AppState> for PageOrigin {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Problem> {
        judge(
            &parts.headers,
            host(parts),
            &state.config.network.cors_origins,
        )
        .ok_or_else(|| {
            Problem::new(
                Code::OriginNotAllowed,
                "The page that sent this is not from an origin that may sign people in here.",
            )
        })
    }
}

/// The name that the client asked for: a header in HTTP/1.1, part of the address in HTTP/2.
pub(crate) fn host(parts: &Parts) -> Option<&str> {
    match parts.uri.authority() {
        Some(authority) => Some(authority.as_str()),
        None => parts.headers.get(header::HOST)?.to_str().ok(),
    }
}

fn judge(headers: &HeaderMap, host: Option<&str>, listed: &[Origin]) -> Option<PageOrigin> {
    let Some(origin) = headers.get(header::ORIGIN) else {
        return Some(PageOrigin::None);
    };
    let origin = origin.to_str().unwrap_or_default().to_ascii_lowercase();
    let own = origin.split_once("://").is_some_and(|(scheme, rest)| {
        matches!(scheme, "http" | "https")
            && host.is_some_and(|host| host.eq_ignore_ascii_case(rest))
    });
    let allowed = own || listed.iter().any(|listed| listed.as_str() == origin);
    allowed.then(|| PageOrigin::Allowed {
        secure: origin.starts_with("https://"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(origin: Option<&str>) -> Option<PageOrigin> {
        let mut headers = HeaderMap::new();
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        let listed = ["http://localhost:3000".parse().unwrap()];
        judge(&headers, Some("tasks.example.com:8443"), &listed)
    }

    #[test]
    fn own_and_listed_pages_may() {
        assert_eq!(allowed(None), Some(PageOrigin::None));
        for (origin, secure) in [
            ("https://tasks.example.com:8443", true),
            ("https://Tasks.Example.com:8443", true),
            ("http://localhost:3000", false),
        ] {
            assert_eq!(
                allowed(Some(origin)),
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
            assert_eq!(allowed(Some(origin)), None, "{origin}");
        }
    }
}
