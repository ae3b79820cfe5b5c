//! `tasktalk user`: accounts, managed by whoever may read the database.

use std::io::{IsTerminal as _, Read as _};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use serde_json::json;
use tasktalk_domain::{Clock, Email, User as Account, UserId};
use tasktalk_server::{
    IfMissing,
    accounts::{manage, passwords::NewPassword},
    settings::DataSettings,
};
use tasktalk_storage::Database;

/// Longest password that is read from standard input, in bytes (128 characters).
const PASSWORD_BYTES: u64 = 1_024;

/// Manage accounts.
#[derive(Debug, Args)]
pub(super) struct User {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Make an account; its password is read from standard input.
    Create {
        /// The e-mail address to sign in with.
        #[arg(value_parser = Email::parse)]
        email: Email,
        /// How to address the person.
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        data: DataSettings,
    },
    /// Show all accounts.
    List {
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        data: DataSettings,
    },
    /// Set a new password, read from standard input, and end all sessions of the account.
    Password {
        /// Number, e-mail address or external id.
        user: String,
        #[command(flatten)]
        data: DataSettings,
    },
    /// Erase an account with everything in it after the grace period; it is refused everywhere at once.
    Delete {
        /// Number, e-mail address or external id.
        user: String,
        /// Erase it now, for good.
        #[arg(long)]
        now: bool,
        #[command(flatten)]
        data: DataSettings,
    },
}

impl Action {
    fn data(&self) -> &DataSettings {
        match self {
            Self::Create { data, .. }
            | Self::List { data, .. }
            | Self::Password { data, .. }
            | Self::Delete { data, .. } => data,
        }
    }
}

/// Runs `tasktalk user …`.
pub(super) fn run(user: User, clock: &Clock) -> anyhow::Result<()> {
    super::runtime()?.block_on(async {
        let if_missing = match user.action {
            Action::Create { .. } => IfMissing::Make,
            Action::List { .. } | Action::Password { .. } | Action::Delete { .. } => {
                IfMissing::Refuse
            }
        };
        let (database, _) = tasktalk_server::open_database(user.action.data(), if_missing).await?;
        let done = act(user.action, &database, clock).await;
        database.close().await;
        done
    })
}

async fn act(action: Action, database: &Database, clock: &Clock) -> anyhow::Result<()> {
    match action {
        Action::Create { email, name, .. } => {
            let made = manage::create_user(database, clock, email, read_password()?, name).await?;
            super::print_line(&format!("made account {}", line(&made)))?;
        }
        Action::List { json, .. } => list(database, json).await?,
        Action::Password { user, .. } => {
            let user = manage::find_user(database, &user).await?;
            manage::set_password(database, clock, user.id, read_password()?).await?;
            super::print_line(&format!(
                "set the password of account {}; its sessions have ended",
                line(&user)
            ))?;
        }
        Action::Delete { user, now, .. } => {
            let user = manage::find_any_user(database, &user).await?;
            if user.deleted_at.is_none() {
                manage::delete_user(database, clock, user.id).await?;
            }
            if now {
                manage::erase_user(database, user.id).await?;
                super::print_line(&format!("erased account {}", line(&user)))?;
            } else {
                super::print_line(&format!(
                    "account {} is refused from now on and erased after the grace period",
                    line(&user)
                ))?;
            }
        }
    }
    Ok(())
}

async fn list(database: &Database, json: bool) -> anyhow::Result<()> {
    const PAGE: usize = 200;
    let mut after: Option<UserId> = None;
    loop {
        let page = manage::list_users(database, after, PAGE).await?;
        for user in &page {
            if json {
                super::print_json(&object(user))?;
            } else {
                super::print_line(&line(user))?;
            }
        }
        match page.last() {
            Some(last) if page.len() == PAGE => after = Some(last.id),
            _ => return Ok(()),
        }
    }
}

fn line(user: &Account) -> String {
    let who = match (&user.email, &user.external_id) {
        (Some(email), _) => email.to_string(),
        (None, Some(id)) => format!("external {id}"),
        (None, None) => "the terminal's own".to_owned(),
    };
    let state = if user.deleted_at.is_some() {
        " (to be erased)"
    } else {
        ""
    };
    format!("{} {who}{state}", user.id)
}

fn object(user: &Account) -> serde_json::Value {
    json!({
        "id": user.public_id(),
        "email": user.email.as_ref().map(Email::as_str),
        "name": user.name,
        "created_at": user.created_at.to_string(),
        "deleted_at": user.deleted_at.map(|at| at.to_string()),
    })
}

/// The password from standard input: one line, or all of it when piped.
fn read_password() -> anyhow::Result<NewPassword> {
    let mut text = String::new();
    if std::io::stdin().is_terminal() {
        eprint!("New password (8 to 128 characters; it is shown as you type): ");
        std::io::stdin().read_line(&mut text)?;
    } else {
        std::io::stdin()
            .take(PASSWORD_BYTES)
            .read_to_string(&mut text)
            .context("the password is not UTF-8")?;
    }
    Ok(NewPassword::parse(text.trim_end_matches(['\n', '\r']))?)
}
