//! The client itself.

use std::{error::Error, io, sync::Arc, time::Duration};

use reqwest::{Client, StatusCode, redirect};

use crate::{Destination, HostPort, Refusal, resolver::PublicOnly};

/// How long to wait and how much to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For the whole request, from resolving the name to the last byte.
    pub time: Duration,
    /// The largest body, in bytes.
    pub bytes: usize,
}

/// What came back, whatever its status.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status. A redirect is an answer like any other; it was not followed.
    pub status: u16,
    /// The body, at most as long as the limit.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum OutboundError {
    /// The request was not sent.
    #[error("the address was refused")]
    Refused(#[source] Refusal),
    /// It took longer than allowed.
    #[error("no complete answer in time")]
    TimedOut,
    /// The body is compressed, which was not asked for: what it unfolds to can't be bounded by its size.
    #[error("the answer is compressed")]
    Compressed,
    /// The body is larger than allowed.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// The largest body allowed.
        limit: usize,
    },
    /// Resolving, connecting, TLS or HTTP failed.
    #[error("the request failed")]
    Failed(#[source] reqwest::Error),
}

/// Sends requests to the public internet and to what the operator allowed. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Outbound {
    /// Resolves to public addresses only.
    guarded: Client,
    /// For allowed hosts, whose addresses are the operator's business.
    trusting: Client,
    allowed: Arc<[HostPort]>,
}

const CONNECT_TIME: Duration = Duration::from_secs(5);

impl Outbound {
    /// A client that may also reach the allowed hosts and ports, over plain HTTP too.
    pub fn new(allowed: Vec<HostPort>) -> Result<Self, OutboundError> {
        Self::connecting_within(CONNECT_TIME, allowed)
    }

    /// The same with a time of its own for resolving, connecting and TLS.
    pub fn connecting_within(
        connect_time: Duration,
        allowed: Vec<HostPort>,
    ) -> Result<Self, OutboundError> {
        let builder = || {
            Client::builder()
                .user_agent(concat!("tasktalk/", env!("CARGO_PKG_VERSION")))
                .redirect(redirect::Policy::none())
                .retry(reqwest::retry::never())
                .referer(false)
                // A proxy would resolve names itself, past the check.
                .no_proxy()
                .connect_timeout(connect_time)
        };
        Ok(Self {
            guarded: builder()
                .https_only(true)
                .dns_resolver(PublicOnly)
                .build()
                .map_err(OutboundError::Failed)?,
            trusting: builder().build().map_err(OutboundError::Failed)?,
            allowed: allowed.into(),
        })
    }

    /// Judges an address without sending anything: for when a setting is saved.
    pub fn check(&self, url: &str) -> Result<Destination, Refusal> {
        Destination::parse(url, &self.allowed)
    }

    /// Fetches a document.
    pub async fn get(&self, url: &str, limits: Limits) -> Result<Answer, OutboundError> {
        let destination = self.check(url).map_err(OutboundError::Refused)?;
        tokio::time::timeout(limits.time, self.fetch(destination, limits.bytes))
            .await
            .map_err(|_| OutboundError::TimedOut)?
    }

    pub(crate) fn client_for(&self, destination: &Destination) -> &Client {
        if destination.allowed {
            &self.trusting
        } else {
            &self.guarded
        }
    }

    async fn fetch(&self, destination: Destination, limit: usize) -> Result<Answer, OutboundError> {
        let client = self.client_for(&destination);
        let mut response = client.get(destination.url).send().await.map_err(sort)?;
        let too_large = OutboundError::TooLarge { limit };
        if response
            .content_length()
            .is_some_and(|length| usize::try_from(length).map_or(true, |length| length > limit))
        {
            return Err(too_large);
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(sort)? {
            if body.len() + chunk.len() > limit {
                return Err(too_large);
            }
            body.extend_from_slice(&chunk);
        }
        tracing::debug!(
            status = response.status().as_u16(),
            bytes = body.len(),
            "fetched"
        );
        Ok(Answer {
            status: response.status().as_u16(),
            body,
        })
    }
}

impl Answer {
    /// Whether the status is 2xx.
    pub fn is_success(&self) -> bool {
        StatusCode::from_u16(self.status).is_ok_and(|status| status.is_success())
    }
}

/// A refusal by the resolver is buried in the client's error; everything else is an ordinary failure.
pub(crate) fn sort(error: reqwest::Error) -> OutboundError {
    if error.is_timeout() {
        return OutboundError::TimedOut;
    }
    let mut cause = error.source();
    while let Some(inner) = cause {
        let refused = inner
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref)
            .and_then(|inner| inner.downcast_ref::<Refusal>());
        if let Some(refusal) = refused {
            return OutboundError::Refused(refusal.clone());
        }
        cause = inner.source();
    }
    // Without its address: that may hold what must not be logged.
    OutboundError::Failed(error.without_url())
}

#[cfg(test)]
mod tests {
    use wiremock::{Mock, MockServer, ResponseTemplate, matchers::path};

    use super::*;

    const LIMITS: Limits = Limits {
        time: Duration::from_secs(5),
        bytes: 100,
    };

    /// A server on loopback, and a client that was allowed to reach it.
    async fn allowed_server() -> (MockServer, Outbound) {
        let server = MockServer::start().await;
        let outbound = Outbound::new(vec![server.address().to_string().parse().unwrap()]).unwrap();
        (server, outbound)
    }

    #[tokio::test]
    async fn reads_a_document_from_an_allowed_host() {
        let (server, outbound) = allowed_server().await;
        Mock::given(path("/keys"))
            .respond_with(ResponseTemplate::new(200).set_body_string("{}"))
            .mount(&server)
            .await;
        let answer = outbound
            .get(&format!("{}/keys", server.uri()), LIMITS)
            .await
            .unwrap();
        assert!(answer.is_success());
        assert_eq!(answer.body, b"{}");
        let requests = server.received_requests().await.unwrap();
        let agent = requests[0].headers["user-agent"].to_str().unwrap();
        assert!(agent.starts_with("tasktalk/"), "{agent}");
    }

    #[tokio::test]
    async fn a_redirect_is_not_followed() {
        let (server, outbound) = allowed_server().await;
        Mock::given(path("/keys"))
            .respond_with(ResponseTemplate::new(302).insert_header("location", "/elsewhere"))
            .mount(&server)
            .await;
        let answer = outbound
            .get(&format!("{}/keys", server.uri()), LIMITS)
            .await
            .unwrap();
        assert_eq!(answer.status, 302);
        assert!(!answer.is_success());
        assert_eq!(server.received_requests().await.unwrap().len(), 1);
    }

    #[tokio::test]
    async fn a_large_answer_is_cut_off() {
        let (server, outbound) = allowed_server().await;
        Mock::given(path("/keys"))
            .respond_with(ResponseTemplate::new(200).set_body_bytes(vec![b' '; 101]))
            .mount(&server)
            .await;
        let answer = outbound
            .get(&format!("{}/keys", server.uri()), LIMITS)
            .await;
        assert!(matches!(
            answer,
            Err(OutboundError::TooLarge { limit: 100 })
        ));
    }

    #[tokio::test]
    async fn a_slow_answer_is_given_up() {
        let (server, outbound) = allowed_server().await;
        Mock::given(path("/keys"))
            .respond_with(ResponseTemplate::new(200).set_delay(Duration::from_mins(1)))
            .mount(&server)
            .await;
        let limits = Limits {
            time: Duration::from_millis(50),
            ..LIMITS
        };
        let answer = outbound
            .get(&format!("{}/keys", server.uri()), limits)
            .await;
        assert!(matches!(answer, Err(OutboundError::TimedOut)));
    }

    #[tokio::test]
    async fn a_name_that_resolves_to_loopback_is_refused_before_a_packet_leaves() {
        let server = MockServer::start().await;
        let outbound = Outbound::new(Vec::new()).unwrap();
        let url = format!("https://localhost:{}/keys", server.address().port());
        let answer = outbound.get(&url, LIMITS).await;
        assert!(
            matches!(answer, Err(OutboundError::Refused(Refusal::NotPublic))),
            "{answer:?}"
        );
        assert!(server.received_requests().await.unwrap().is_empty());
    }
}
