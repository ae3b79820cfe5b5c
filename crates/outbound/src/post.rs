//! Sending a document, and reading the answer as it comes.

use std::{fmt, time::Duration};

use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER,
};

use crate::{Outbound, OutboundError, client::sort};

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
    /// How long to wait before asking again, if the server said so in seconds (RFC 9110, 10.2.3).
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
        let retry_after = text(headers, RETRY_AFTER.as_str())
            .and_then(|value| value.trim().parse().ok())
            .map(Duration::from_secs);
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

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_printed() {
        let bearer = Bearer::new("sk-canary").unwrap();
        assert!(!format!("{bearer:?}").contains("canary"));
        assert!(Bearer::new("two\nlines").is_none());
    }
}
