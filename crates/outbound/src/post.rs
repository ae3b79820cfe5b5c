//! Sending a document, and reading the answer as it comes.

use std::{fmt, time::Duration};

use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER,
};

use crate::{Outbound, OutboundError, client::sort};

/// How long to wait when a server gave a date.
pub(crate) const LATER: Duration = Duration::from_mins(1);

/// A secret for the `Authorization` header (RFC 6750). It is never printed.
#[derive(Clone)]
pub struct Bearer(HeaderValue);

impl Bearer {
    /// A secret; `None` when it has characters that no header can carry.
    pub fn new(secret: &str) -> Option<Self> {
        let mut value = HeaderValue::from_str(&format!("Bearer {}", secret.trim())).ok()?;
        value.set_sensitive(true);
        Some(Self(value))
    }
}

impl fmt::Debug for Bearer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Bearer(…)")
    }
}

/// An answer whose body is still coming.
#[derive(Debug)]
pub struct Incoming {
    /// The HTTP status. A redirect is an answer like any other; it was not followed.
    pub status: u16,
    /// How long to wait before asking again, if the server said so (RFC 9110, 10.2.3). A date counts as [`LATER`].
    pub retry_after: Option<Duration>,
    /// The media type without parameters, in lower case; empty when there is none.
    pub media_type: String,
    response: reqwest::Response,
    left: usize,
    limit: usize,
}

impl Outbound {
    /// Sends JSON and waits for the head of the answer. Time is the caller's business, apart from connecting.
    ///
    /// `limit` is the largest body in bytes. Compressed answers are refused: none is asked for.
    pub async fn post_json(
        &self,
        url: &str,
        bearer: Option<&Bearer>,
        body: Vec<u8>,
        limit: usize,
    ) -> Result<Incoming, OutboundError> {
        let destination = self.check(url).map_err(OutboundError::Refused)?;
        let mut request = self
            .client_for(&destination)
            .post(destination.url)
            .header(CONTENT_TYPE, "application/json")
            .header(ACCEPT, "application/json, text/event-stream")
            .body(body);
        if let Some(Bearer(value)) = bearer {
            request = request.header(AUTHORIZATION, value.clone());
        }
        let response = request.send().await.map_err(sort)?;
        let headers = response.headers();
        if text(headers, CONTENT_ENCODING.as_str())
            .is_some_and(|encoding| !encoding.eq_ignore_ascii_case("identity"))
        {
            return Err(OutboundError::Compressed);
        }
        let media_type = text(headers, CONTENT_TYPE.as_str())
            .and_then(|value| value.split(';').next())
            .map(|value| value.trim().to_ascii_lowercase())
            .unwrap_or_default();
        let retry_after = text(headers, RETRY_AFTER.as_str()).map(pause);
        Ok(Incoming {
            status: response.status().as_u16(),
            retry_after,
            media_type,
            response,
            left: limit,
            limit,
        })
    }
}

impl Incoming {
    /// The next bytes of the body; `None` at its end.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, OutboundError> {
        let Some(chunk) = self.response.chunk().await.map_err(sort)? else {
            return Ok(None);
        };
        self.left = self
            .left
            .checked_sub(chunk.len())
            .ok_or(OutboundError::TooLarge { limit: self.limit })?;
        Ok(Some(chunk.to_vec()))
    }
}

/// Seconds, with which some servers give a fraction; or a date, of which is known only that it is not now: clocks differ.
fn pause(retry_after: &str) -> Duration {
    let seconds = retry_after.trim().parse().ok();
    seconds
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .unwrap_or(LATER)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_read_however_it_is_written() {
        assert_eq!(pause(" 7 "), Duration::from_secs(7));
        assert_eq!(pause("0.5"), Duration::from_millis(500));
        for date in ["Sat, 28 Nov 2026 23:00:00 GMT", "-1", "soon", "1e300"] {
            assert_eq!(pause(date), LATER, "{date}");
        }
    }

    #[test]
    fn a_secret_is_not_printed() {
        let bearer = Bearer::new("sk-canary").unwrap();
        assert!(!format!("{bearer:?}").contains("canary"));
        assert!(Bearer::new("two\nlines").is_none());
    }
}
