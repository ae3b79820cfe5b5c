//! The address of a PostgreSQL database, and how TLS is asked for in it.

use std::path::PathBuf;

use tokio_postgres::config::{Host, SslMode};

use super::InvalidDatabaseUrl;

/// A PostgreSQL server and database.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    pub(crate) config: tokio_postgres::Config,
    pub(crate) verify: Verify,
}

/// Which certificates a server may show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verify {
    /// Any.
    No,
    /// One that the system trusts.
    System,
    /// One that these trust: a PEM file.
    File(PathBuf),
}

/// Reads what follows `postgres://`. The two keys that the driver doesn't know are taken out first.
pub(super) fn from_url(rest: &str) -> Result<Server, InvalidDatabaseUrl> {
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut tls = Tls::default();
    let mut kept = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !tls.take(key, value)? {
            kept.push(pair);
        }
    }
    let url = format!("postgresql://{address}?{}", kept.join("&"));
    tls.server(&url)
}

/// Reads `key=value` pairs; values in quotes are left to the driver.
pub(super) fn from_pairs(text: &str) -> Result<Server, InvalidDatabaseUrl> {
    let mut tls = Tls::default();
    let mut kept = Vec::new();
    for pair in text.split_whitespace() {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !tls.take(key, value)? {
            kept.push(pair);
        }
    }
    tls.server(&kept.join(" "))
}

#[derive(Default)]
struct Tls {
    mode: Option<SslMode>,
    verify: bool,
    file: Option<PathBuf>,
}

impl Tls {
    /// Takes a setting of TLS; false when it is about something else.
    fn take(&mut self, key: &str, value: &str) -> Result<bool, InvalidDatabaseUrl> {
        match key {
            // asyncpg says `ssl` where libpq says `sslmode`.
            "sslmode" | "ssl" => {
                self.verify = value.starts_with("verify-");
                self.mode = Some(match value {
                    "disable" | "false" => SslMode::Disable,
                    "allow" | "prefer" => SslMode::Prefer,
                    "require" | "true" | "verify-ca" | "verify-full" => SslMode::Require,
                    _ => {
                        return Err(InvalidDatabaseUrl(
                            "sslmode is 'disable', 'prefer', 'require', 'verify-ca' or 'verify-full'"
                                .to_owned(),
                        ));
                    }
                });
                Ok(true)
            }
            "sslrootcert" => {
                self.file = (value != "system").then(|| value.replace("%2F", "/").into());
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    fn server(self, text: &str) -> Result<Server, InvalidDatabaseUrl> {
        let mut config: tokio_postgres::Config =
            text.parse().map_err(|error: tokio_postgres::Error| {
                let cause = std::error::Error::source(&error)
                    .map_or_else(|| error.to_string(), ToString::to_string);
                InvalidDatabaseUrl(format!("not an address of a PostgreSQL database: {cause}"))
            })?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            config.host("localhost");
        }
        let on_sockets = config
            .get_hosts()
            .iter()
            .all(|host| matches!(host, Host::Unix(_)));
        if let Some(mode) = self.mode {
            config.ssl_mode(mode);
        } else if on_sockets {
            // Nobody can listen in on a unix socket, and asking for TLS costs a round trip.
            config.ssl_mode(SslMode::Disable);
        }
        let verify = match (self.verify, self.file) {
            (false, _) => Verify::No,
            (true, None) => Verify::System,
            (true, Some(file)) => Verify::File(file),
        };
        Ok(Server { config, verify })
    }
}
