//! By which names it may be asked for, and whose pages may ask: against DNS rebinding, which lets another site's page
//! talk to a server on this machine (Streamable HTTP transport, "Security").

use axum::http::{header, request::Parts};

use crate::{
    Settings,
    problem::{Code, Problem},
};

/// Names of this machine, which always may. Brackets are taken off.
const LOOPBACK: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// What is allowed, made once.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    hosts: Vec<Authority>,
    origins: Vec<String>,
}

/// A host and perhaps a port.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Authority {
    host: String,
    port: Option<u16>,
}

impl Guard {
    pub(crate) fn new(settings: &Settings) -> Self {
        let mcp = &settings.mcp;
        let named = mcp.mcp_url.iter().map(crate::settings::McpUrl::authority);
        let listed = mcp.mcp_allowed_hosts.iter().map(String::as_str);
        let origins = mcp.mcp_allowed_origins.iter();
        Self {
            hosts: named.chain(listed).filter_map(Authority::parse).collect(),
            origins: origins
                .chain(&settings.network.cors_origins)
                .map(|origin| origin.as_str().to_owned())
                .chain(mcp.mcp_url.iter().map(|url| url.origin().to_owned()))
                .collect(),
        }
    }

    /// Refuses a request that asks for another host, or comes from another site's page.
    pub(crate) fn check(&self, parts: &Parts) -> Result<(), Problem> {
        let host = parts
            .headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok())
            .or_else(|| {
                parts
                    .uri
                    .authority()
                    .map(axum::http::uri::Authority::as_str)
            });
        if !host.is_some_and(|host| self.allows_host(host)) {
            return Err(Problem::new(
                Code::HostNotAllowed,
                "The server does not go by this host name here. Its operator can allow it with MCP_URL or MCP_ALLOWED_HOSTS.",
            ));
        }
        for origin in parts.headers.get_all(header::ORIGIN) {
            if !origin
                .to_str()
                .is_ok_and(|origin| self.allows_origin(origin))
            {
                return Err(Problem::new(
                    Code::OriginNotAllowed,
                    "Pages of this origin may not use the MCP endpoint. Its operator can allow them with MCP_ALLOWED_ORIGINS.",
                ));
            }
        }
        Ok(())
    }

    fn allows_host(&self, host: &str) -> bool {
        Authority::parse(host).is_some_and(|asked| {
            asked.is_loopback()
                || self.hosts.iter().any(|allowed| {
                    allowed.host == asked.host
                        && allowed.port.is_none_or(|port| asked.port == Some(port))
                })
        })
    }

    fn allows_origin(&self, origin: &str) -> bool {
        let origin = origin.to_ascii_lowercase();
        let local = ["http://", "https://"].into_iter().any(|scheme| {
            origin
                .strip_prefix(scheme)
                .and_then(Authority::parse)
                .is_some_and(|authority| authority.is_loopback())
        });
        local || self.origins.contains(&origin)
    }
}

impl Authority {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let authority: axum::http::uri::Authority = text.parse().ok()?;
        // User names have no place in a Host header, nor in an origin.
        if authority.as_str().contains('@') {
            return None;
        }
        let host = authority.host();
        let host = host
            .strip_prefix('[')
            .and_then(|host| host.strip_suffix(']'))
            .unwrap_or(host);
        (!host.is_empty()).then(|| Self {
            host: host.to_owned(),
            port: authority.port_u16(),
        })
    }

    fn is_loopback(&self) -> bool {
        LOOPBACK.contains(&self.host.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard() -> Guard {
        let mut settings = Settings::defaults();
        settings.mcp.mcp_url = Some("https://tasks.example.com/mcp".parse().unwrap());
        settings.mcp.mcp_allowed_hosts = vec!["tasks.internal:8002".to_owned()];
        settings.mcp.mcp_allowed_origins = vec!["https://agents.example.com".parse().unwrap()];
        Guard::new(&settings)
    }

    #[test]
    fn it_goes_by_its_own_names_only() {
        for host in [
            "localhost",
            "LOCALHOST:8002",
            "127.0.0.1:9",
            "[::1]:8002",
            "tasks.example.com",
            "tasks.example.com:443",
            "tasks.internal:8002",
        ] {
            assert!(guard().allows_host(host), "{host}");
        }
        for host in [
            "",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "tasks.internal",
            "tasks.internal:80",
            "localhost@evil.example",
            "evil.example@localhost",
        ] {
            assert!(!guard().allows_host(host), "{host}");
        }
    }

    #[test]
    fn pages_of_this_machine_and_of_the_list_may_ask() {
        for origin in [
            "http://localhost:6274",
            "http://[::1]",
            "https://tasks.example.com",
            "https://agents.example.com",
        ] {
            assert!(guard().allows_origin(origin), "{origin}");
        }
        for origin in [
            "null",
            "",
            "http://evil.example",
            "http://tasks.example.com",
            "https://agents.example.com:8443",
            "file://localhost",
            "http://localhost.evil.example",
        ] {
            assert!(!guard().allows_origin(origin), "{origin}");
        }
    }
}
