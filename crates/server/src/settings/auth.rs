//! Who may come in.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Secret;

/// Where accounts live and which tokens are taken.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Accounts")]
pub struct AuthSettings {
    /// Where accounts live: `local` (here) or `external` (another app, whose tokens are taken; signing up and in here
    /// is off then).
    #[arg(long, env = "AUTH_MODE", value_enum, default_value_t = AuthMode::Local)]
    pub auth_mode: AuthMode,

    /// The secret that signs (local) or verifies (external) HS256 tokens: at least 32 bytes. Local mode makes one by
    /// itself and keeps it in the database.
    #[arg(
        long,
        env = "JWT_SECRET",
        value_name = "SECRET",
        hide_env_values = true
    )]
    pub jwt_secret: Option<Secret>,

    /// The audience that tokens must be for. Local mode: `tasktalk` when not set; external: not checked when not set.
    #[arg(long, env = "JWT_AUDIENCE", value_name = "TEXT")]
    pub jwt_audience: Option<String>,

    /// External mode: the issuer that tokens must be from; not checked when not set.
    #[arg(long, env = "JWT_ISSUER", value_name = "TEXT")]
    pub jwt_issuer: Option<String>,

    /// External mode: where the app publishes its public keys (a JWKS).
    #[arg(long, env = "JWKS_URL", value_name = "URL")]
    pub jwks_url: Option<String>,

    /// External mode: a file with its public keys (a JWKS).
    #[arg(long, env = "JWKS_FILE", value_name = "FILE")]
    pub jwks_file: Option<PathBuf>,

    /// Local mode: for how many minutes an access token is good.
    #[arg(long, env = "ACCESS_TOKEN_MINUTES", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1_440))]
    pub access_token_minutes: u16,

    /// Local mode: after how many days without use one has to sign in again.
    #[arg(long, env = "REFRESH_TOKEN_DAYS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=365))]
    pub refresh_token_days: u16,

    /// Days between asking for the erasure of an account and the erasure.
    #[arg(long, env = "ERASURE_GRACE_DAYS", default_value_t = 7, value_parser = clap::value_parser!(u16).range(0..=90))]
    pub erasure_grace_days: u16,
}

/// Where accounts live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AuthMode {
    /// Here.
    Local,
    /// In another app.
    External,
}
