//! Where a database is, as people write it down.

mod server;

use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

use tokio_postgres::config::Host;

pub(crate) use self::server::{Server, Verify};

/// Where a database is.
///
/// - SQLite: `sqlite:PATH`, `sqlite://PATH` or a bare path.
/// - PostgreSQL: `postgres://`, `postgresql://` or `postgresql+asyncpg://user:password@host:port/database?…`, with a
///   percent-encoded folder as the host of a unix socket; or libpq's `host=… user=… dbname=…`.
///
/// `sslmode` is `disable`, `prefer` (the default), `require`, `verify-ca` or `verify-full`, as libpq means them: the
/// first three do not look at the server's certificate, the last two check it (both with its name) against
/// `sslrootcert=FILE`, a PEM file, or else against the system's certificates. [`fmt::Display`] leaves the password
/// out.
#[derive(Clone, Debug)]
pub struct DatabaseUrl {
    place: Place,
}

#[derive(Clone, Debug)]
pub(crate) enum Place {
    Sqlite(PathBuf),
    Postgres(Box<Server>),
}

/// Text that is no address of a database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidDatabaseUrl(String);

const POSTGRES: [&str; 4] = [
    "postgres://",
    "postgresql://",
    "postgresql+asyncpg://",
    "postgres+asyncpg://",
];
/// What a `key=value` text begins with, to tell it from a path with an equals sign in it.
const KEYS: [&str; 6] = ["host", "hostaddr", "port", "user", "dbname", "password"];

impl DatabaseUrl {
    /// An SQLite file.
    pub fn sqlite(path: impl Into<PathBuf>) -> Self {
        Self {
            place: Place::Sqlite(path.into()),
        }
    }

    /// The SQLite file, if it is one.
    pub fn path(&self) -> Option<&Path> {
        match &self.place {
            Place::Sqlite(path) => Some(path),
            Place::Postgres(_) => None,
        }
    }

    /// The same server's database of another name; the same file in the case of SQLite.
    #[must_use]
    pub fn with_database(mut self, name: &str) -> Self {
        if let Place::Postgres(server) = &mut self.place {
            server.config.dbname(name);
        }
        self
    }

    pub(crate) fn place(&self) -> &Place {
        &self.place
    }
}

impl FromStr for DatabaseUrl {
    type Err = InvalidDatabaseUrl;

    fn from_str(text: &str) -> Result<Self, InvalidDatabaseUrl> {
        let text = text.trim();
        if let Some(rest) = POSTGRES.iter().find_map(|scheme| text.strip_prefix(scheme)) {
            return server::from_url(rest).map(Self::postgres);
        }
        let key = text.split_once('=').map(|(key, _)| key.trim());
        if key.is_some_and(|key| KEYS.contains(&key)) {
            return server::from_pairs(text).map(Self::postgres);
        }
        let path = match text.strip_prefix("sqlite:") {
            Some(path) => path.strip_prefix("//").unwrap_or(path),
            None => text,
        };
        // "postgres:" or "bogus:" without its slashes is a mistyped address, not the name of a file.
        if path.contains("://") || path == text && names_a_scheme(text) {
            return Err(InvalidDatabaseUrl(
                "a database address begins with 'sqlite:', 'postgres://' or 'postgresql://'"
                    .to_owned(),
            ));
        }
        if path.is_empty() || path == ":memory:" {
            return Err(InvalidDatabaseUrl(
                "an SQLite database needs a file, such as 'sqlite:tasktalk.db'".to_owned(),
            ));
        }
        Ok(Self::sqlite(path))
    }
}

/// Whether a text begins like an address of some kind. A single letter is a drive.
fn names_a_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    })
}

impl DatabaseUrl {
    fn postgres(server: Server) -> Self {
        Self {
            place: Place::Postgres(Box::new(server)),
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let server = match &self.place {
            Place::Sqlite(path) => return write!(f, "sqlite:{}", path.display()),
            Place::Postgres(server) => server,
        };
        let config = &server.config;
        f.write_str("postgres://")?;
        if let Some(user) = config.get_user() {
            write!(f, "{user}@")?;
        }
        match config.get_hosts().first() {
            Some(Host::Tcp(host)) => f.write_str(host)?,
            Some(Host::Unix(folder)) => {
                f.write_str(&folder.display().to_string().replace('/', "%2F"))?;
            }
            None => {}
        }
        let port = config.get_ports().first().unwrap_or(&5432);
        write!(f, ":{port}/{}", config.get_dbname().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use tokio_postgres::config::SslMode;

    use super::*;

    fn shown(text: &str) -> String {
        text.parse::<DatabaseUrl>().unwrap().to_string()
    }

    #[test]
    fn paths_are_sqlite() {
        for (text, path) in [
            ("sqlite:a.db", "a.db"),
            ("sqlite:///var/a.db", "/var/a.db"),
            ("sqlite://a.db", "a.db"),
            ("/tmp/x=y.db", "/tmp/x=y.db"),
        ] {
            let url: DatabaseUrl = text.parse().unwrap();
            assert_eq!(url.path(), Some(Path::new(path)), "{text}");
        }
    }

    #[test]
    fn passwords_are_not_shown() {
        for text in [
            "postgres://anna:secret@db.example:6432/tasks",
            "postgresql+asyncpg://anna:secret@db.example:6432/tasks?ssl=require",
            "host=db.example port=6432 user=anna password=secret dbname=tasks",
        ] {
            assert_eq!(
                shown(text),
                "postgres://anna@db.example:6432/tasks",
                "{text}"
            );
        }
    }

    #[test]
    fn sockets_are_understood_in_both_forms() {
        for text in [
            "postgres://postgres@%2Ftmp%2Fpg/postgres",
            "host=/tmp/pg user=postgres dbname=postgres",
        ] {
            assert_eq!(shown(text), "postgres://postgres@%2Ftmp%2Fpg:5432/postgres");
        }
    }

    #[test]
    fn certificates_are_checked_when_that_was_asked_for() {
        for (query, verify) in [
            ("sslmode=require", Verify::No),
            ("sslmode=verify-full", Verify::System),
            (
                "sslrootcert=%2Fetc%2Fca.pem&sslmode=verify-ca",
                Verify::File("/etc/ca.pem".into()),
            ),
        ] {
            let url: DatabaseUrl = format!("postgres://h/d?{query}").parse().unwrap();
            let Place::Postgres(server) = url.place() else {
                panic!("{query}");
            };
            assert_eq!(server.verify, verify, "{query}");
            assert_eq!(server.config.get_ssl_mode(), SslMode::Require, "{query}");
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in [
            "",
            "sqlite:",
            "sqlite::memory:",
            "mysql://x/y",
            "bogus:",
            "postgres:",
            "postgres:tasks",
            "postgres://h/d?sslmode=maybe",
            "postgres://h:port/d",
        ] {
            assert!(text.parse::<DatabaseUrl>().is_err(), "{text:?}");
        }
    }
}
