//! `tasktalk token`: personal access tokens for scripts and agents.

use anyhow::bail;
use clap::{Args, Subcommand};
use jiff::SignedDuration;
use serde_json::json;
use tasktalk_domain::Clock;
use tasktalk_server::{
    IfMissing,
    accounts::{
        lifetime, manage,
        personal_tokens::{self, NewToken},
    },
    settings::DataSettings,
};
use tasktalk_storage::{Database, access_tokens::AccessToken};
use uuid::Uuid;

/// Manage personal access tokens.
#[derive(Debug, Args)]
pub(super) struct Token {
    #[command(subcommand)]
    action: Action,
}

/// Whose tokens, and where.
#[derive(Debug, Args)]
struct Whose {
    /// Number, e-mail address or external id of the account; default: the terminal's own, the first one.
    #[arg(long, value_name = "ACCOUNT")]
    user: Option<String>,
    #[command(flatten)]
    data: DataSettings,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make a token. Its text is printed this once.
    Create {
        #[command(flatten)]
        whose: Whose,
        /// What it is for.
        #[arg(long, default_value = "command line")]
        name: String,
        /// What it may do.
        #[arg(
            long,
            value_delimiter = ',',
            default_value = "tasks:read,tasks:write,tasks:delete"
        )]
        scopes: Vec<String>,
        /// How long it works: 12h, 90d, at most 1y.
        #[arg(long, default_value = "90d", value_parser = lifetime::parse)]
        expires: SignedDuration,
        /// Print an object with id, token, scopes and expiry.
        #[arg(long)]
        json: bool,
    },
    /// Show an account's tokens, without their secret part.
    List {
        #[command(flatten)]
        whose: Whose,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// End a token at once.
    Revoke {
        /// The token's id (`tasktalk token list`).
        id: Uuid,
        #[command(flatten)]
        whose: Whose,
    },
}

impl Action {
    fn whose(&self) -> &Whose {
        match self {
            Self::Create { whose, .. } | Self::List { whose, .. } | Self::Revoke { whose, .. } => {
                whose
            }
        }
    }
}

/// Runs `tasktalk token …`.
pub(super) fn run(token: Token, clock: &Clock) -> anyhow::Result<()> {
    super::runtime()?.block_on(async {
        let if_missing = match token.action {
            Action::Create { .. } => IfMissing::Make,
            Action::List { .. } | Action::Revoke { .. } => IfMissing::Refuse,
        };
        let data = &token.action.whose().data;
        let (database, _) = tasktalk_server::open_database(data, if_missing).await?;
        let done = act(token.action, &database, clock).await;
        database.close().await;
        done
    })
}

async fn act(action: Action, database: &Database, clock: &Clock) -> anyhow::Result<()> {
    let user = match &action.whose().user {
        Some(user) => manage::find_user(database, user).await?,
        None => manage::terminal_user(database, clock).await?,
    };
    match action {
        Action::Create {
            name,
            scopes,
            expires,
            json,
            ..
        } => {
            let new = NewToken::parse(&name, scopes.iter().map(String::as_str), expires)?;
            let made = personal_tokens::create(database, clock, user.id, new).await?;
            if json {
                let mut object = object(&made.token);
                object["token"] = made.reveal().into();
                super::print_json(&object)?;
            } else {
                super::print_line(made.reveal())?;
            }
        }
        Action::List { json, .. } => {
            for token in personal_tokens::list(database, user.id).await? {
                if json {
                    super::print_json(&object(&token))?;
                } else {
                    super::print_line(&line(&token))?;
                }
            }
        }
        Action::Revoke { id, .. } => {
            if !personal_tokens::revoke(database, clock, user.id, id).await? {
                bail!("account {} has no token {id} that still works", user.id);
            }
            super::print_line(&format!("revoked {id}"))?;
        }
    }
    Ok(())
}

fn line(token: &AccessToken) -> String {
    let end = token
        .expires_at
        .map_or("never".to_owned(), |at| at.to_string());
    format!(
        "{}  {}…  {}  {}  until {end}",
        token.id, token.prefix, token.name, token.scopes
    )
}

fn object(token: &AccessToken) -> serde_json::Value {
    json!({
        "id": token.id,
        "name": token.name,
        "prefix": token.prefix,
        "scopes": token.scopes.split_whitespace().collect::<Vec<_>>(),
        "created_at": token.created_at.to_string(),
        "expires_at": token.expires_at.map(|at| at.to_string()),
        "last_used_at": token.last_used_at.map(|at| at.to_string()),
    })
}
