//! Live updates.

use reqwest::{Method, Response};

use super::{Client, ClientError, checked};
use crate::events::Event;

/// Longer than any stream lives: they end with their token.
const NO_TIMEOUT: std::time::Duration = std::time::Duration::from_hours(24 * 366);

/// A stream of events.
#[derive(Debug)]
pub struct Events {
    response: Response,
    /// What came and is not a whole event yet.
    coming: Vec<u8>,
}

impl Client {
    /// Listens to what changes, from now on, or after the event with this number.
    pub async fn events(&self, after: Option<i64>) -> Result<Events, ClientError> {
        let mut request = self
            .request(Method::GET, "/api/me/events")
            .timeout(NO_TIMEOUT);
        if let Some(after) = after {
            request = request.header("last-event-id", after);
        }
        Ok(Events {
            response: checked(request).await?,
            coming: Vec::new(),
        })
    }
}

impl Events {
    /// The next event; `None` at the end of the stream, which comes with the end of the token or of the server.
    pub async fn next(&mut self) -> Result<Option<Event>, ClientError> {
        loop {
            while let Some(end) = self.coming.windows(2).position(|two| two == b"\n\n") {
                let block: Vec<u8> = self.coming.drain(..end + 2).collect();
                if let Some(event) = read(&block) {
                    return Ok(Some(event));
                }
            }
            match self.response.chunk().await {
                Ok(Some(chunk)) => self.coming.extend_from_slice(&chunk),
                Ok(None) => return Ok(None),
                Err(error) => return Err(ClientError::unreachable(error)),
            }
        }
    }
}

/// The event in a block of lines; none in comments, and in what a newer server may say.
fn read(block: &[u8]) -> Option<Event> {
    let data = std::str::from_utf8(block)
        .ok()?
        .lines()
        .find_map(|line| line.strip_prefix("data: "))?;
    serde_json::from_str(data).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_told_from_comments() {
        assert_eq!(read(b": connected\n\n"), None);
        assert_eq!(read(b"retry: 1000\n\n"), None);
        let event = read(b"id: 3\ndata: {\"seq\":3,\"type\":\"reset\"}\n\n").unwrap();
        assert_eq!((event.seq, event.kind.as_str()), (3, "reset"));
    }
}
