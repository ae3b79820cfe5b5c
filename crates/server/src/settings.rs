//! Every setting of the server: a flag, an environment variable, a documented default. The comments are the manual:
//! `tasktalk serve --help` prints them.

mod auth;
mod limits;
mod logs;
mod mcp;
mod model;
mod network;
mod values;

use std::path::PathBuf;

use clap::{Args, Command, ValueEnum};
use jiff::Timestamp;
use tasktalk_domain::{Clock, Locale, Zone, clock::machine_zone};
use tasktalk_storage::{DatabaseUrl, Durability};

pub use self::{
    auth::{AuthMode, AuthSettings},
    limits::LimitSettings,
    logs::{LogFormat, LogSettings},
    mcp::{McpSettings, McpUrl},
    model::{ModelConsent, ModelSettings, ModelUse},
    network::{AdminAddress, NetworkSettings, Origin, OutboundSettings, TrustedProxy},
    values::{Seconds, Secret},
};

/// The settings of `tasktalk serve`.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Where it listens and whom it trusts.
    #[command(flatten)]
    pub network: NetworkSettings,

    /// Where the data is.
    #[command(flatten)]
    pub data: DataSettings,

    /// Who may come in.
    #[command(flatten)]
    pub auth: AuthSettings,

    /// How agents reach it.
    #[command(flatten)]
    pub mcp: McpSettings,

    /// How much one caller may ask for.
    #[command(flatten)]
    pub limits: LimitSettings,

    /// Which language model is asked.
    #[command(flatten)]
    pub model: ModelSettings,

    /// What is written down.
    #[command(flatten)]
    pub logs: LogSettings,

    /// IANA time zone of users who have not set one; this machine's when not set.
    #[arg(long, env = "TIMEZONE", default_value_t = machine_zone().unwrap_or_else(Zone::utc), value_parser = Zone::parse)]
    pub timezone: Zone,

    /// Locale of users who have not set one: it decides how 4/7 is read and when a week begins.
    #[arg(long, env = "LOCALE", default_value = "en", value_parser = Locale::parse)]
    pub locale: Locale,

    /// Serve the web page from this folder instead of the one built in (`web/dist`, after changing it).
    #[arg(long, env = "PAGE_FOLDER", value_name = "FOLDER")]
    pub page_folder: Option<PathBuf>,

    /// Seconds between two looks for reminders whose time has come.
    #[arg(long, env = "REMINDER_POLL", default_value_t = Seconds::new(1), value_name = "SECONDS")]
    pub reminder_poll: Seconds,

    /// Start the clock at this RFC 3339 instant instead of now and let it run from there (demonstrations, tests).
    #[arg(long, env = "TASKTALK_CLOCK", value_name = "INSTANT")]
    pub clock: Option<Timestamp>,
}

/// Where the data is, and how safely it is written.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Data")]
pub struct DataSettings {
    /// The database: `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/DATABASE` (`postgresql://` and
    /// `postgresql+asyncpg://` are taken too). Default: `$XDG_DATA_HOME/tasktalk/tasktalk.db`, made with its folder
    /// for this user alone.
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<DatabaseUrl>,

    /// How safely SQLite commits: `full` survives a power cut, `normal` may lose the last moments (benchmarks).
    #[arg(long, env = "DURABILITY", value_enum, default_value_t = CommitSafety::Full)]
    pub durability: CommitSafety,

    /// Most connections to the database at once.
    #[arg(long, env = "DATABASE_POOL_SIZE", default_value_t = 16, value_parser = clap::value_parser!(u16).range(1..=1_000))]
    pub database_pool_size: u16,

    /// Most changes that wait for the database; more are refused with 503 and `Retry-After`.
    #[arg(long, env = "WRITE_QUEUE", default_value_t = 1_024, value_parser = clap::value_parser!(u16).range(1..))]
    pub write_queue: u16,

    /// Base folder of the default database.
    #[arg(long, env = "XDG_DATA_HOME", hide = true)]
    pub xdg_data_home: Option<PathBuf>,

    /// The home folder, where `.local/share` is the base folder when `XDG_DATA_HOME` is not set.
    #[arg(long, env = "HOME", hide = true)]
    pub home: Option<PathBuf>,
}

/// How safely SQLite commits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CommitSafety {
    /// Synced before it is acknowledged.
    Full,
    /// Synced later.
    Normal,
}

impl From<CommitSafety> for Durability {
    fn from(safety: CommitSafety) -> Self {
        match safety {
            CommitSafety::Full => Self::Full,
            CommitSafety::Normal => Self::Normal,
        }
    }
}

impl DataSettings {
    /// The database to open: the one that was set, else the user's own file. A base folder that is not absolute is
    /// ignored, as the XDG Base Directory Specification says: it would be another one in every working folder.
    pub fn database_url(&self) -> Result<DatabaseUrl, NoDataFolder> {
        if let Some(url) = &self.database_url {
            return Ok(url.clone());
        }
        let base = self
            .xdg_data_home
            .clone()
            .filter(|base| base.is_absolute())
            .or_else(|| {
                let home = self.home.as_ref().filter(|home| home.is_absolute())?;
                Some(home.join(".local/share"))
            })
            .ok_or(NoDataFolder)?;
        Ok(DatabaseUrl::sqlite(base.join("tasktalk/tasktalk.db")))
    }
}

/// Nothing says where the database is, nor where this user's files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "there is no place for the database: set DATABASE_URL (or --database-url), or HOME to an absolute path"
)]
pub struct NoDataFolder;

impl Settings {
    /// The clock that was asked for.
    pub fn clock(&self) -> Clock {
        self.clock.map_or_else(Clock::system, Clock::starting_at)
    }

    /// Settings as they are without a command line and without environment: for tests and embedded servers.
    pub fn defaults() -> Self {
        #[derive(clap::Parser)]
        struct Program {
            #[command(flatten)]
            settings: Settings,
        }
        let command = without_environment(<Program as clap::CommandFactory>::command());
        let matches = command.get_matches_from(["tasktalk"]);
        <Settings as clap::FromArgMatches>::from_arg_matches(&matches)
            .expect("every setting has a default or is optional")
    }
}

/// Lets a variable that is set to nothing count as not set, as `.env` files leave them. Apply it to the whole command
/// line before parsing.
#[must_use]
pub fn ignoring_empty_variables(command: Command) -> Command {
    #[expect(
        clippy::disallowed_methods,
        reason = "clap reads the value; this only looks whether there is one"
    )]
    let is_empty = |name: &std::ffi::OsStr| std::env::var_os(name).is_some_and(|v| v.is_empty());
    forget_variables(command, &is_empty)
}

fn without_environment(command: Command) -> Command {
    forget_variables(command, &|_| true)
}

fn forget_variables(command: Command, forget: &dyn Fn(&std::ffi::OsStr) -> bool) -> Command {
    command
        .mut_args(|arg| {
            if arg.get_env().is_some_and(forget) {
                arg.env(None::<&'static str>)
            } else {
                arg
            }
        })
        .mut_subcommands(|subcommand| forget_variables(subcommand, forget))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_safe_ones() {
        let settings = Settings::defaults();
        assert_eq!(settings.network.host.to_string(), "127.0.0.1");
        assert_eq!(settings.network.port(), 8002);
        assert_eq!(settings.auth.auth_mode, AuthMode::Local);
        assert_eq!(settings.data.durability, CommitSafety::Full);
        assert!(settings.network.cors_origins.is_empty());
    }

    #[test]
    fn the_default_database_is_in_the_users_data_folder() {
        let place = |home: Option<&str>, xdg_data_home: Option<&str>| {
            let mut data = Settings::defaults().data;
            data.home = home.map(Into::into);
            data.xdg_data_home = xdg_data_home.map(Into::into);
            data.database_url().map(|url| url.to_string())
        };
        let at_home = "sqlite:/home/anna/.local/share/tasktalk/tasktalk.db";
        for (home, xdg_data_home, expected) in [
            (Some("/home/anna"), None, Ok(at_home)),
            (Some("/home/anna"), Some("data"), Ok(at_home)),
            (
                Some("/home/anna"),
                Some("/data"),
                Ok("sqlite:/data/tasktalk/tasktalk.db"),
            ),
            (None, Some("/data"), Ok("sqlite:/data/tasktalk/tasktalk.db")),
            (None, Some("data"), Err(NoDataFolder)),
            (Some("home"), None, Err(NoDataFolder)),
            (None, None, Err(NoDataFolder)),
        ] {
            let found = place(home, xdg_data_home);
            assert_eq!(
                found.as_deref(),
                expected.as_ref().copied(),
                "{home:?} {xdg_data_home:?}"
            );
        }
    }

    #[test]
    fn printing_the_settings_shows_no_secret() {
        let mut settings = Settings::defaults();
        settings.auth.jwt_secret = Some("a very long secret indeed".parse().expect("any text"));
        settings.data.database_url =
            Some("postgres://u:hunter22@h/d".parse().expect("a database URL"));
        let printed = format!("{settings:?}");
        assert!(!printed.contains("secret indeed") && !printed.contains("hunter22"));
    }
}
