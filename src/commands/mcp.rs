//! `tasktalk mcp`: the local database for an AI agent that starts this program.

use clap::Args;
use tasktalk_domain::{Zone, clock::machine_zone};
use tasktalk_server::{
    Settings,
    settings::{AdminAddress, AuthSettings, DataSettings, LogSettings},
    telemetry,
};

/// Serve one AI agent over standard input and output (MCP).
///
/// Agents such as Claude Desktop, Cursor and VS Code start this themselves; docs/MCP.md says how to tell them. It works on
/// the local database as its first user, or, with a token, as that token's user with its scopes.
#[derive(Debug, Args)]
pub(super) struct Mcp {
    /// A personal access token of this database (`tasktalk token create`); it belongs into the environment.
    #[arg(
        long,
        env = "TASKTALK_TOKEN",
        value_name = "TOKEN",
        hide_env_values = true
    )]
    token: Option<String>,

    #[command(flatten)]
    data: DataSettings,

    #[command(flatten)]
    logs: LogSettings,

    #[command(flatten)]
    auth: AuthSettings,

    /// IANA time zone of users who have not set one; this machine's when not set.
    #[arg(long, env = "TIMEZONE", value_name = "ZONE", value_parser = Zone::parse)]
    timezone: Option<Zone>,
}

/// Serves until the agent closes its end.
pub(super) fn mcp(mcp: &Mcp) -> anyhow::Result<()> {
    let logs = quieter(&mcp.logs);
    telemetry::start(&logs)?;
    let mut settings = Settings::defaults();
    settings.network.admin_address = Some(AdminAddress::Off);
    // One agent of one person: there is nobody to hold back.
    settings.limits.rate_limit = 0;
    settings.data = mcp.data.clone();
    settings.auth = mcp.auth.clone();
    settings.logs = logs;
    if let Some(zone) = mcp.timezone.clone().or_else(machine_zone) {
        settings.timezone = zone;
    }
    super::runtime()?.block_on(async {
        let app = tasktalk_server::build(settings).await?;
        tasktalk_server::mcp::serve_stdio(app, mcp.token.as_deref()).await?;
        Ok(())
    })
}

/// Agents show what comes on standard error to their users: only what they should see, unless a level was chosen.
fn quieter(logs: &LogSettings) -> LogSettings {
    let level = match logs.log_level.as_str() {
        "info" => "warn",
        chosen => chosen,
    };
    LogSettings {
        log_level: level.to_owned(),
        ..logs.clone()
    }
}
