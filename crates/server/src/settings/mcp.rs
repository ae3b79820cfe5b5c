//! The MCP endpoint: by which names it is reached, and how it talks to older clients.

use std::str::FromStr;

use clap::Args;

use super::Origin;

/// The endpoint `/mcp` for AI agents.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "MCP")]
pub struct McpSettings {
    /// The URL by which agents reach the MCP endpoint, such as `https://tasks.example.com/mcp`. Its host is allowed, and
    /// in external mode OAuth access tokens must have exactly this audience.
    #[arg(long, env = "MCP_URL", value_name = "URL")]
    pub mcp_url: Option<McpUrl>,

    /// Further hosts by which it may be asked for, separated by commas: `tasks.example.com`, `tasks.internal:8002`.
    /// Loopback names always may.
    #[arg(
        long,
        env = "MCP_ALLOWED_HOSTS",
        value_delimiter = ',',
        value_name = "HOSTS"
    )]
    pub mcp_allowed_hosts: Vec<String>,

    /// Origins whose pages may use it, separated by commas, besides `CORS_ORIGINS` and pages of this machine.
    #[arg(
        long,
        env = "MCP_ALLOWED_ORIGINS",
        value_delimiter = ',',
        value_name = "ORIGINS"
    )]
    pub mcp_allowed_origins: Vec<Origin>,

    /// Keep sessions for clients of protocol 2025-11-25 and older, in this instance's memory: the server can then ask
    /// them in the middle of a call. Without, every request stands alone and any instance can answer it.
    #[arg(long, env = "MCP_SESSIONS")]
    pub mcp_sessions: bool,

    /// Largest MCP request body, in bytes; a larger one gets 413.
    #[arg(
        long,
        env = "MCP_BODY_LIMIT",
        default_value_t = 262_144,
        value_name = "BYTES"
    )]
    pub mcp_body_limit: usize,
}

/// The MCP endpoint's own URL: `http` or `https`, a host, a path; no query, no fragment, no slash at its end. It is the
/// resource identifier of RFC 8707.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct McpUrl {
    text: String,
    origin_end: usize,
}

impl McpUrl {
    /// The whole of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.text[..self.origin_end]
    }

    /// The path, beginning with a slash; empty when there is none.
    pub fn path(&self) -> &str {
        &self.text[self.origin_end..]
    }

    /// Host and port.
    pub fn authority(&self) -> &str {
        self.origin()
            .split_once("://")
            .map_or("", |(_, authority)| authority)
    }
}

impl FromStr for McpUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const HELP: &str = "give the whole URL of the endpoint, such as 'https://tasks.example.com/mcp', without query";
        let text = text.trim().trim_end_matches('/');
        let (scheme, rest) = text.split_once("://").ok_or(HELP)?;
        let authority_length = rest.find('/').unwrap_or(rest.len());
        let origin_end = scheme.len() + "://".len() + authority_length;
        // An origin by the same rules as everywhere; the path as plain as paths of endpoints are.
        let origin: Origin = text[..origin_end].parse().map_err(|_| HELP)?;
        let path = &text[origin_end..];
        let plain = path
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "/-_.~".contains(c));
        if plain {
            Ok(Self {
                text: format!("{}{path}", origin.as_str()),
                origin_end,
            })
        } else {
            Err(HELP)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_is_an_identifier() {
        let url: McpUrl = "https://Tasks.Example.com:8443/todo/mcp/"
            .parse()
            .expect("a URL");
        assert_eq!(url.as_str(), "https://tasks.example.com:8443/todo/mcp");
        assert_eq!(url.origin(), "https://tasks.example.com:8443");
        assert_eq!(url.authority(), "tasks.example.com:8443");
        for text in [
            "tasks.example.com/mcp",
            "ftp://a/mcp",
            "https:///mcp",
            "https://a/mcp?x=1",
            "https://a/mcp#x",
        ] {
            assert!(text.parse::<McpUrl>().is_err(), "{text}");
        }
    }
}
