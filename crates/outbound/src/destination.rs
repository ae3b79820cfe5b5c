//! Where a request may go, judged from its address line alone: what can be said when a setting is saved.

use std::{fmt, net::IpAddr, str::FromStr};

use reqwest::Url;

use crate::address::is_public;

/// A host and port that the operator allowed, such as `localhost:11434` or `[::1]:8080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostPort {
    host: String,
    port: u16,
}

/// Text that is no `host:port`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected HOST:PORT, such as 'localhost:11434'")]
pub struct InvalidHostPort;

impl FromStr for HostPort {
    type Err = InvalidHostPort;

    fn from_str(text: &str) -> Result<Self, InvalidHostPort> {
        let (host, port) = text.trim().rsplit_once(':').ok_or(InvalidHostPort)?;
        let port: u16 = port.parse().map_err(|_| InvalidHostPort)?;
        // The URL parser knows every way to write a host; the same text must mean the same host here and there.
        let url = Url::parse(&format!("http://{host}/")).map_err(|_| InvalidHostPort)?;
        let plain = url.port().is_none()
            && url.path() == "/"
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        match url.host_str() {
            Some(host) if plain && port != 0 => Ok(Self {
                host: host.to_owned(),
                port,
            }),
            _ => Err(InvalidHostPort),
        }
    }
}

impl fmt::Display for HostPort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// Why a request does not leave.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is not an absolute `http` or `https` address with a host.
    #[error("it is not a web address")]
    NotAWebAddress,
    /// It carries a user name or password, which would end up in logs.
    #[error("it carries a user name or password")]
    Credentials,
    /// Plain `http` to a host that was not allowed.
    #[error("only https leaves the machine, unless the operator allows the host and port")]
    NotEncrypted,
    /// It leads to an address that is not public, and the host was not allowed.
    #[error("it leads to an address that is not on the public internet")]
    NotPublic,
}

/// A destination that passed: still to be resolved, unless its host is an address.
#[derive(Clone, Debug)]
pub struct Destination {
    pub(crate) url: Url,
    /// The operator allowed this host and port, so its address is not judged.
    pub(crate) allowed: bool,
}

impl Destination {
    /// Judges a web address. Names are judged again when they are resolved.
    pub fn parse(text: &str, allowed: &[HostPort]) -> Result<Self, Refusal> {
        let url = Url::parse(text).map_err(|_| Refusal::NotAWebAddress)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refusal::NotAWebAddress);
        }
        let (Some(host), Some(port)) = (url.host_str(), url.port_or_known_default()) else {
            return Err(Refusal::NotAWebAddress);
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::Credentials);
        }
        if allowed
            .iter()
            .any(|entry| entry.host == host && entry.port == port)
        {
            return Ok(Self { url, allowed: true });
        }
        if url.scheme() != "https" {
            return Err(Refusal::NotEncrypted);
        }
        // A host that is an address never reaches the resolver, so it is judged here.
        let literal = host.trim_start_matches('[').trim_end_matches(']');
        match literal.parse::<IpAddr>() {
            Ok(address) if !is_public(address) => Err(Refusal::NotPublic),
            _ => Ok(Self {
                url,
                allowed: false,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(text: &str) -> Result<bool, Refusal> {
        let allowed = [
            "localhost:11434".parse().unwrap(),
            "[::1]:8080".parse().unwrap(),
        ];
        Destination::parse(text, &allowed).map(|destination| destination.allowed)
    }

    #[test]
    fn public_https_may_leave() {
        assert_eq!(judge("https://issuer.example/jwks"), Ok(false));
        assert_eq!(judge("https://8.8.8.8:8443/"), Ok(false));
    }

    #[test]
    fn what_the_operator_allowed_is_exactly_that_host_and_port() {
        assert_eq!(judge("http://localhost:11434/v1"), Ok(true));
        assert_eq!(judge("http://[::1]:8080/"), Ok(true));
        assert_eq!(
            judge("http://localhost:11435/v1"),
            Err(Refusal::NotEncrypted)
        );
        assert_eq!(
            judge("http://127.0.0.1:11434/v1"),
            Err(Refusal::NotEncrypted)
        );
        assert_eq!(judge("https://[::1]:8081/"), Err(Refusal::NotPublic));
    }

    #[test]
    fn every_spelling_of_a_near_address_is_refused() {
        for host in [
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[64:ff9b::7f00:1]",
            "169.254.169.254",
            "[fd00::1]",
            "10.0.0.1",
            "１２７.0.0.1",
        ] {
            let text = format!("https://{host}/");
            assert_eq!(judge(&text), Err(Refusal::NotPublic), "{text}");
        }
    }

    #[test]
    fn other_schemes_and_credentials_are_refused() {
        for text in [
            "file:///etc/passwd",
            "gopher://example.org/",
            "unix:/run/x.sock",
            "issuer.example/jwks",
            "",
        ] {
            assert_eq!(judge(text), Err(Refusal::NotAWebAddress), "{text}");
        }
        assert_eq!(
            judge("https://user:secret@example.org/"),
            Err(Refusal::Credentials)
        );
    }

    #[test]
    fn an_allowed_host_needs_a_port() {
        for text in [
            "localhost",
            "localhost:",
            "localhost:0",
            "a b:1",
            "x/y:1",
            "u@h:1",
        ] {
            assert_eq!(text.parse::<HostPort>(), Err(InvalidHostPort), "{text}");
        }
    }
}
