//! Where a request to sign up or in comes from.

use std::{convert::Infallible, net::IpAddr};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};

use super::page_origin::host;
use crate::{
    extract::{ClientAddress, client_address::Peer},
    state::AppState,
};

/// Who is at the other end, as far as it can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Caller {
    /// The network address.
    pub address: IpAddr,
    /// It is a program on this machine that talks to us directly. The first such sign-up takes over the tasks
    /// that were made in the terminal.
    pub at_this_machine: bool,
}

/// Headers that proxies and tunnels add. Behind one, everybody comes from loopback.
const PROXY_HEADERS: &[&str] = &[
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-server",
    "x-real-ip",
    "x-original-host",
    "x-original-forwarded-for",
    "true-client-ip",
    "cf-connecting-ip",
    "cf-ray",
    "fly-client-ip",
];

impl FromRequestParts<AppState> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<Peer>().copied();
        Ok(Self {
            address: ClientAddress::of(parts, &state.config).0,
            at_this_machine: is_at_this_machine(peer, host(parts), &parts.headers),
        })
    }
}

/// A connection from loopback (or the local socket), without a trace of a proxy, that also asked for this machine by
/// a local name: a tunnel or a rebound name would have asked for a public one.
fn is_at_this_machine(peer: Option<Peer>, host: Option<&str>, headers: &HeaderMap) -> bool {
    let local_connection = match peer {
        Some(Peer(Some(address))) => address.to_canonical().is_loopback(),
        Some(Peer(None)) => true,
        None => false,
    };
    local_connection
        && host.is_some_and(is_local_name)
        && !PROXY_HEADERS.iter().any(|name| headers.contains_key(*name))
}

fn is_local_name(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(peer: &str, host: &str, proxy_header: Option<&'static str>) -> bool {
        let mut headers = HeaderMap::new();
        if let Some(name) = proxy_header {
            headers.insert(name, "x".parse().unwrap());
        }
        is_at_this_machine(
            Some(Peer(Some(peer.parse().unwrap()))),
            Some(host),
            &headers,
        )
    }

    #[test]
    fn a_program_on_this_machine_is_at_this_machine() {
        for (peer, host) in [
            ("127.0.0.1", "127.0.0.1:8002"),
            ("127.0.0.1", "localhost:8002"),
            ("::1", "[::1]:8002"),
            ("::ffff:127.0.0.1", "LocalHost"),
        ] {
            assert!(local(peer, host, None), "{peer} {host}");
        }
    }

    #[test]
    fn what_may_come_from_elsewhere_is_not() {
        assert!(!local("203.0.113.9", "localhost:8002", None));
        assert!(!local("127.0.0.1", "tasks.example.com", None));
        assert!(!local("127.0.0.1", "localhost.example.com", None));
        assert!(!local("127.0.0.1", "127.0.0.1.example.com", None));
        for name in PROXY_HEADERS {
            assert!(!local("127.0.0.1", "localhost:8002", Some(name)), "{name}");
        }
        assert!(!is_at_this_machine(
            None,
            Some("localhost"),
            &HeaderMap::new()
        ));
    }
}
