//! Where the server listens and whom it trusts.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use clap::Args;
use tasktalk_outbound::HostPort;

/// Where it listens and whom it trusts.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Network")]
pub struct NetworkSettings {
    /// The address to listen on. Anything but loopback belongs behind a proxy that speaks TLS.
    #[arg(
        long,
        env = "HOST",
        default_value = "127.0.0.1",
        value_name = "ADDRESS"
    )]
    pub host: IpAddr,

    /// The port to listen on [default: 8002]; `APP_PORT` sets it too.
    #[arg(long, env = "PORT")]
    pub port: Option<u16>,

    /// The port, by the name that the original system uses.
    #[arg(long, env = "APP_PORT", hide = true)]
    pub app_port: Option<u16>,

    /// Where `/metrics` is answered, apart from everything else; `off` for nowhere [default: 127.0.0.1:8003, or
    /// nowhere when something else is there].
    #[arg(long, env = "ADMIN_ADDRESS", value_name = "ADDRESS:PORT|off")]
    pub admin_address: Option<AdminAddress>,

    /// Origins whose pages may use the API, separated by commas: `https://tasks.example.com`.
    #[arg(
        long,
        env = "CORS_ORIGINS",
        value_delimiter = ',',
        value_name = "ORIGINS"
    )]
    pub cors_origins: Vec<Origin>,

    /// Serve `/chatkit-demo`: a page that loads OpenAI's ChatKit component from OpenAI's servers and uses it with this
    /// server.
    #[arg(long, env = "CHATKIT_DEMO")]
    pub chatkit_demo: bool,

    /// Proxies whose `X-Forwarded-For` is believed, separated by commas: `10.0.0.0/8,::1`.
    #[arg(
        long,
        env = "TRUSTED_PROXIES",
        value_delimiter = ',',
        value_name = "NETWORKS"
    )]
    pub trusted_proxies: Vec<TrustedProxy>,

    /// What it may reach.
    #[command(flatten)]
    pub outbound: OutboundSettings,
}

/// What the program may reach of its own network.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Network")]
pub struct OutboundSettings {
    /// Hosts and ports inside your network that the server may fetch from (a JWKS or a language model on an internal
    /// host), separated by commas: `auth.internal:8080`. Everything else it fetches is public and https.
    #[arg(
        long,
        env = "OUTBOUND_ALLOWED",
        value_delimiter = ',',
        value_name = "HOST:PORT"
    )]
    pub outbound_allowed: Vec<HostPort>,
}

impl NetworkSettings {
    /// The port to listen on.
    pub fn port(&self) -> u16 {
        self.port.or(self.app_port).unwrap_or(8002)
    }

    /// The address to listen on.
    pub fn address(&self) -> SocketAddr {
        SocketAddr::new(self.host, self.port())
    }
}

/// Where the admin listener is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdminAddress {
    /// Nowhere.
    Off,
    /// There.
    At(SocketAddr),
}

impl FromStr for AdminAddress {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "off" {
            return Ok(Self::Off);
        }
        text.parse()
            .map(Self::At)
            .map_err(|_| "give an address with a port such as '127.0.0.1:8003', or 'off'")
    }
}

/// A web origin: scheme, host and perhaps port, nothing after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(String);

impl Origin {
    /// The origin as browsers send it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Origin {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let origin = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let host = origin
            .strip_prefix("https://")
            .or_else(|| origin.strip_prefix("http://"));
        match host {
            Some(host)
                if !host.is_empty()
                    && host
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || "-.:[]".contains(c)) =>
            {
                Ok(Self(origin))
            }
            _ => Err("give origins such as 'https://tasks.example.com'; '*' is not taken"),
        }
    }
}

/// A network of proxies, or a single one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedProxy {
    network: IpAddr,
    prefix: u8,
}

impl TrustedProxy {
    /// Whether an address is in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.network, address.to_canonical()) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let host_bits = 32 - u32::from(self.prefix);
                network.to_bits().checked_shr(host_bits) == address.to_bits().checked_shr(host_bits)
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let host_bits = 128 - u32::from(self.prefix);
                network.to_bits().checked_shr(host_bits) == address.to_bits().checked_shr(host_bits)
            }
            _ => false,
        }
    }
}

impl FromStr for TrustedProxy {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const HELP: &str = "give addresses or networks such as '10.0.0.0/8'";
        let (address, prefix) = match text.trim().split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text.trim(), None),
        };
        let network: IpAddr = address.parse().map_err(|_| HELP)?;
        let longest = if network.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(prefix) => prefix.parse().map_err(|_| HELP)?,
            None => longest,
        };
        if prefix > longest {
            return Err(HELP);
        }
        Ok(Self { network, prefix })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_are_exact_and_never_everything() {
        let origin: Origin = "https://Tasks.Example.com:8443/"
            .parse()
            .expect("an origin");
        assert_eq!(origin.as_str(), "https://tasks.example.com:8443");
        for text in ["*", "null", "tasks.example.com", "https://a/b", "https://"] {
            assert!(text.parse::<Origin>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_network_contains_its_addresses_only() {
        let network: TrustedProxy = "10.1.0.0/16".parse().expect("a network");
        assert!(network.contains("10.1.255.3".parse().expect("an address")));
        assert!(network.contains("::ffff:10.1.0.1".parse().expect("an address")));
        assert!(!network.contains("10.2.0.1".parse().expect("an address")));
        let everything: TrustedProxy = "0.0.0.0/0".parse().expect("a network");
        assert!(everything.contains("203.0.113.9".parse().expect("an address")));
        assert!("10.0.0.0/33".parse::<TrustedProxy>().is_err());
    }
}
