//! Where a request comes from, as far as it can be believed.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr},
};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};

use crate::{Settings, settings::TrustedProxy, state::AppState};

/// The address of the client: the connection's, or what a trusted proxy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

/// The other end of the connection; `None` for a local socket. The accept loop puts it into every request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) Option<IpAddr>);

impl ClientAddress {
    pub(crate) fn of(parts: &Parts, settings: &Settings) -> Self {
        let peer = parts.extensions.get::<Peer>().and_then(|peer| peer.0);
        Self(client_address(
            peer,
            &parts.headers,
            &settings.network.trusted_proxies,
        ))
    }

    /// Whether the client is on this machine.
    pub fn is_loopback(self) -> bool {
        self.0.is_loopback()
    }
}

impl FromRequestParts<AppState> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Infallible> {
        Ok(Self::of(parts, &state.config))
    }
}

/// Walks `X-Forwarded-For` from its end, where the nearest proxy wrote, as long as a trusted proxy wrote it.
fn client_address(peer: Option<IpAddr>, headers: &HeaderMap, trusted: &[TrustedProxy]) -> IpAddr {
    // A local socket is used by this machine alone.
    let mut address = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.to_canonical());
    let is_trusted = |address: IpAddr| trusted.iter().any(|proxy| proxy.contains(address));
    let hops: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    for hop in hops.into_iter().rev() {
        if !is_trusted(address) {
            break;
        }
        match hop.parse::<IpAddr>() {
            Ok(before) => address = before.to_canonical(),
            Err(_) => break,
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &str, trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        let trusted: Vec<_> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        client_address(Some(peer.parse().unwrap()), &headers, &trusted).to_string()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(seen("203.0.113.9", "1.1.1.1", &[]), "203.0.113.9");
        assert_eq!(seen("10.0.0.1", "1.1.1.1", &["10.0.0.0/8"]), "1.1.1.1");
        // What the client itself wrote stands before what the proxy appended.
        assert_eq!(
            seen("10.0.0.1", "9.9.9.9, 1.1.1.1", &["10.0.0.0/8"]),
            "1.1.1.1"
        );
        assert_eq!(
            seen("10.0.0.1", "1.1.1.1, 10.0.0.2", &["10.0.0.0/8"]),
            "1.1.1.1"
        );
        assert_eq!(seen("10.0.0.1", "nonsense", &["10.0.0.0/8"]), "10.0.0.1");
    }
}
