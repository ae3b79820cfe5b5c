//! What of a file the client can take, and what it has already (RFC 9110, 12.5.3 and 13.1.2).

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// The codings that a client takes, of those that files may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Accepted {
    pub(crate) brotli: bool,
    pub(crate) gzip: bool,
}

impl Accepted {
    /// Reads `Accept-Encoding`. Whoever doesn't send it gets files as they are.
    pub(crate) fn read(headers: &HeaderMap) -> Self {
        let (mut brotli, mut gzip, mut others) = (None, None, false);
        for item in items(headers, header::ACCEPT_ENCODING) {
            let mut parts = item.split(';');
            let coding = parts.next().unwrap_or_default().trim();
            let refused = parts
                .filter_map(|part| part.split_once('='))
                .any(|(name, weight)| {
                    name.trim().eq_ignore_ascii_case("q")
                        && weight.trim().parse::<f32>().is_ok_and(|q| q <= 0.0)
                });
            match coding.to_ascii_lowercase().as_str() {
                "br" => brotli = Some(!refused),
                "gzip" | "x-gzip" => gzip = Some(!refused),
                "*" => others = !refused,
                _ => {}
            }
        }
        Self {
            brotli: brotli.unwrap_or(others),
            gzip: gzip.unwrap_or(others),
        }
    }
}

/// Whether `If-None-Match` names this tag: the client has these bytes.
pub(crate) fn has_it(headers: &HeaderMap, etag: &HeaderValue) -> bool {
    items(headers, header::IF_NONE_MATCH).any(|tag| {
        // A cache on the way that compressed something marks its tag as weak; the comparison is weak too.
        let tag = tag.strip_prefix("W/").unwrap_or(tag);
        tag == "*" || tag.as_bytes() == etag.as_bytes()
    })
}

fn items(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    headers
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(value: &str) -> (bool, bool) {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, value.parse().unwrap());
        let Accepted { brotli, gzip } = Accepted::read(&headers);
        (brotli, gzip)
    }

    #[test]
    fn reads_what_clients_send() {
        assert_eq!(accepted("gzip, deflate, br, zstd"), (true, true));
        assert_eq!(accepted("gzip, deflate"), (false, true));
        assert_eq!(accepted("br;q=0, gzip;q=0.5"), (false, true));
        assert_eq!(accepted("BR; Q=0.001"), (true, false));
        assert_eq!(accepted("*"), (true, true));
        assert_eq!(accepted("*;q=0, gzip"), (false, true));
        assert_eq!(accepted("identity"), (false, false));
        assert_eq!(accepted(""), (false, false));
        assert_eq!(Accepted::read(&HeaderMap::new()), Accepted::default());
    }

    #[test]
    fn tags_are_compared_weakly_and_in_lists() {
        let etag = HeaderValue::from_static("\"ab12\"");
        let has = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::IF_NONE_MATCH, value.parse().unwrap());
            has_it(&headers, &etag)
        };
        for value in ["\"ab12\"", "W/\"ab12\"", "\"x\", \"ab12\"", "*"] {
            assert!(has(value), "{value}");
        }
        for value in ["\"ab\"", "ab12", "", "\"x\""] {
            assert!(!has(value), "{value}");
        }
        assert!(!has_it(&HeaderMap::new(), &etag));
    }
}
