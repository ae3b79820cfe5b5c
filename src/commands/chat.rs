//! `tasktalk chat` and `tasktalk "buy milk tomorrow"`: talking in the terminal.

use std::{io::IsTerminal as _, path::PathBuf, process::ExitCode};

use anyhow::{anyhow, bail};
use clap::{Args, CommandFactory as _};
use jiff::{SignedDuration, Timestamp};
use tasktalk_api::{Client, ClientError, chat::ChatResponse, conversations::ConversationQuery};
use tasktalk_domain::{Clock, Intent, Locale, Zone, clock::machine_zone};
use tasktalk_server::{
    OpenError, is_missing,
    settings::{DataSettings, ModelSettings, OutboundSettings},
};
use tasktalk_terminal::{Options, Words, markdown::Style};
use tasktalk_understanding::{Moment, understand};
use tokio::runtime::Handle;

use super::{
    WrongUsage,
    local_server::LocalServer,
    sign_in::{self, Tokens},
};

/// For how long single messages go on with the same conversation, so that "undo" and "the second one" mean what was
/// said a moment ago.
const GOES_ON_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Talk in the terminal.
///
/// With --server it talks to that server, with --token or as the person that signs in; that is asked once and kept. Without
/// --server it works on the local database by itself, as its first user and without a password: the operating
/// system protects the file. On a terminal it takes the whole screen, with the task list beside the conversation; press ?
/// for its keys. Where lines are piped in or out it goes line by line. A language model of your own may be asked there with
/// the settings of `tasktalk serve`; --model-consent given says that it may get what you say.
#[derive(Debug, Args)]
pub(super) struct Chat {
    #[command(flatten)]
    connection: Connection,

    /// Line by line on a terminal too.
    #[arg(long)]
    plain: bool,

    /// Go on with this conversation instead of beginning a new one.
    #[arg(long, value_name = "ID")]
    conversation: Option<String>,

    /// Forget who signed in to the server here.
    #[arg(long, conflicts_with = "conversation")]
    sign_out: bool,
}

/// One message, one answer. It goes on with the newest conversation of the last day.
#[derive(Debug, Args)]
pub(super) struct Once {
    /// What you want to say.
    #[arg(value_name = "MESSAGE")]
    pub(super) message: Vec<String>,

    #[command(flatten)]
    connection: Connection,

    /// Begin a new conversation.
    #[arg(long)]
    new: bool,

    /// Print the whole answer as JSON.
    #[arg(long)]
    json: bool,
}

/// Whom to talk to.
#[derive(Debug, Args)]
struct Connection {
    /// A server to talk to, such as `http://127.0.0.1:8002`, instead of the local database.
    #[arg(long, env = "TASKTALK_SERVER", value_name = "URL")]
    server: Option<String>,

    /// A personal access token for that server (`tasktalk token create`); without one, `tasktalk chat` asks who you are.
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
    model: ModelSettings,

    #[command(flatten)]
    outbound: OutboundSettings,

    /// Your time zone, an IANA name; default: this machine's.
    #[arg(long, env = "TIMEZONE", value_name = "ZONE", value_parser = Zone::parse)]
    timezone: Option<Zone>,

    #[arg(long, env = "XDG_STATE_HOME", hide = true)]
    xdg_state_home: Option<PathBuf>,
}

/// Someone to talk to.
enum Partner {
    Local(LocalServer),
    Remote(Client),
}

/// Runs `tasktalk chat`.
pub(super) fn chat(chat: &Chat) -> anyhow::Result<ExitCode> {
    if chat.sign_out {
        return chat.connection.sign_out();
    }
    converse(&chat.connection, chat.conversation.clone(), chat.plain)
}

/// Begins a conversation when someone sits at a terminal; there is nobody to talk to otherwise.
pub(super) fn without_message(once: &Once) -> anyhow::Result<ExitCode> {
    if is_terminal() {
        return converse(&once.connection, None, false);
    }
    eprintln!("{}", super::Cli::command().render_help());
    Ok(ExitCode::from(2))
}

fn converse(
    connection: &Connection,
    conversation: Option<String>,
    plain: bool,
) -> anyhow::Result<ExitCode> {
    let runtime = super::runtime()?;
    let partner = runtime.block_on(Partner::of(connection))?;
    let talked = runtime
        .block_on(meet(partner.client(), conversation.as_deref()))
        .map_err(|error| connection.told(error))
        .and_then(|locale| {
            let options = Options {
                interactive: is_terminal(),
                history: is_terminal().then(|| connection.history()).flatten(),
                ..connection.options(conversation, locale.as_deref())
            };
            if options.interactive && !plain && !is_dumb() {
                return full_screen(runtime.handle(), partner.client(), &options);
            }
            let all_answered =
                tasktalk_terminal::converse(runtime.handle(), partner.client(), options)?;
            Ok(if all_answered {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        });
    runtime.block_on(partner.stop())?;
    talked
}

fn full_screen(runtime: &Handle, client: &Client, options: &Options) -> anyhow::Result<ExitCode> {
    let conversation = tasktalk_terminal::converse_full_screen(runtime, client, options)?;
    if let Some(id) = conversation {
        super::print_line(&format!(
            "To go on with this conversation: tasktalk chat --conversation {id}"
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says at once that there is no such server, token or conversation, not with the first message. Gives back the language
/// that the account speaks, if it says so.
async fn meet(client: &Client, conversation: Option<&str>) -> Result<Option<String>, ClientError> {
    let user = client.me().await?;
    if let Some(id) = conversation {
        client.conversation(id).await?;
    }
    Ok(user.locale)
}

fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Runs `tasktalk "…"`. Exits with 1 when what was asked for was not done, so that a script notices.
pub(super) fn once(once: &Once) -> anyhow::Result<ExitCode> {
    let message = once.message.join(" ");
    let answered = super::runtime()?.block_on(async {
        let partner = Partner::for_one_message(&once.connection, &message).await?;
        let answered = say_once(partner.client(), once, &message).await;
        partner.stop().await?;
        answered.map_err(|error| once.connection.told(error))
    })?;
    if once.json {
        super::print_json(&answered)?;
    } else {
        super::print(&tasktalk_terminal::show(&answered, style()))?;
    }
    Ok(if answered.success {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn say_once(
    client: &Client,
    once: &Once,
    message: &str,
) -> Result<ChatResponse, ClientError> {
    let conversation = if once.new {
        None
    } else {
        newest_conversation(client).await?
    };
    let options = once.connection.options(conversation, None);
    tasktalk_terminal::say(client, message, &options).await
}

/// The conversation whose last turn is the newest, if it was within the last day.
async fn newest_conversation(client: &Client) -> Result<Option<String>, ClientError> {
    let query = ConversationQuery {
        limit: Some(1),
        ..ConversationQuery::default()
    };
    let newest = client.conversations(&query).await?.conversations.pop();
    let now = Clock::system().now();
    Ok(newest
        .filter(|newest| {
            let last_turn: Option<Timestamp> = newest.updated_at.parse().ok();
            last_turn.is_some_and(|at| now.duration_since(at) < GOES_ON_FOR)
        })
        .map(|newest| newest.id))
}

impl Connection {
    /// Where the lines typed are kept.
    fn history(&self) -> Option<PathBuf> {
        Some(self.state_folder()?.join("history"))
    }

    /// The user's own state folder.
    fn state_folder(&self) -> Option<PathBuf> {
        let state = self
            .xdg_state_home
            .clone()
            .or_else(|| Some(self.data.home.clone()?.join(".local/state")))?;
        let folder = state.join("tasktalk");
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder)
    }

    fn tokens(&self) -> Option<Tokens> {
        self.state_folder().map(|folder| Tokens::in_folder(&folder))
    }

    /// A client of a server: with the token that is given or kept, or as the person that signs in now.
    async fn of_server(&self, server: &str) -> anyhow::Result<Client> {
        let client = Client::connect(server)?;
        if let Some(token) = &self.token {
            return Ok(client.with_token(token));
        }
        let tokens = self.tokens();
        if let Some(token) = tokens.as_ref().and_then(|tokens| tokens.of(server)) {
            let known = client.with_token(token);
            match known.me().await {
                // It has expired or was revoked.
                Err(error) if error.status() == Some(401) => {}
                Err(error) => return Err(self.told(error)),
                Ok(_) => return Ok(known),
            }
        }
        if !is_terminal() {
            bail!(WrongUsage(format!(
                "--server needs --token TOKEN (or TASKTALK_TOKEN); or sign in once, on a terminal: tasktalk chat --server {server}"
            )));
        }
        let signed_in = sign_in::sign_in(&client, server, tokens.as_ref()).await;
        let token = signed_in.map_err(|error| match error.downcast() {
            Ok(error) => self.told(error),
            Err(error) => error,
        })?;
        Ok(client.with_token(token))
    }

    fn sign_out(&self) -> anyhow::Result<ExitCode> {
        let Some(server) = &self.server else {
            bail!(WrongUsage(
                "--sign-out needs --server URL: which one to forget".to_owned()
            ));
        };
        let forgotten = match self.tokens() {
            Some(tokens) => tokens.forget(server)?,
            None => false,
        };
        super::print_line(&if forgotten {
            format!(
                "Signed out of {server}. Its settings list the token 'tasktalk chat', to revoke it there too."
            )
        } else {
            format!("Nobody is signed in to {server} here.")
        })?;
        Ok(ExitCode::SUCCESS)
    }

    /// What to do about an error. How connections fail is nothing that helps.
    fn told(&self, error: ClientError) -> anyhow::Error {
        match (error, &self.server) {
            (ClientError::Unreachable(_), Some(server)) => anyhow!(
                "no server answers at {server}; check the address, or start one with 'tasktalk serve'"
            ),
            (error, Some(server)) if error.status() == Some(401) && self.token.is_some() => {
                anyhow!(
                    "{server} does not accept the token: it is wrong, expired or revoked; make another one in the page's settings, or with 'tasktalk token create' on the server"
                )
            }
            (error, _) => error.into(),
        }
    }

    fn options(&self, conversation: Option<String>, locale: Option<&str>) -> Options {
        let zone = self.timezone.clone().or_else(machine_zone);
        Options {
            style: style(),
            words: Words::of(machine_locale().as_deref().into_iter().chain(locale)),
            interactive: false,
            history: None,
            conversation,
            timezone: zone.map(|zone| zone.name().to_owned()),
            new_key: || Clock::system().random_id().to_string(),
            local_now,
        }
    }
}

impl Partner {
    /// Whom to say one message to. Where there is no database yet, a message that only looks makes none.
    async fn for_one_message(connection: &Connection, message: &str) -> anyhow::Result<Self> {
        let data = &connection.data;
        let is_local = connection.server.is_none();
        if !is_local || !is_missing(data)? || !only_looks(message) {
            return Self::of(connection).await;
        }
        if data.database_url.is_some() {
            bail!(OpenError::NotThere(data.database_url()?.to_string()));
        }
        Ok(Self::Local(
            LocalServer::start_empty(data, &connection.model, &connection.outbound).await?,
        ))
    }

    async fn of(connection: &Connection) -> anyhow::Result<Self> {
        if let Some(server) = &connection.server {
            return Ok(Self::Remote(connection.of_server(server).await?));
        }
        let (data, model) = (&connection.data, &connection.model);
        let server = LocalServer::start(data, model, &connection.outbound).await?;
        Ok(Self::Local(server))
    }

    fn client(&self) -> &Client {
        match self {
            Self::Local(server) => &server.client,
            Self::Remote(client) => client,
        }
    }

    async fn stop(self) -> anyhow::Result<()> {
        match self {
            Self::Local(server) => server.stop().await,
            Self::Remote(_) => Ok(()),
        }
    }
}

/// Whether a message asks for nothing but an answer.
fn only_looks(message: &str) -> bool {
    let zone = machine_zone().unwrap_or_else(Zone::utc);
    let moment = Moment {
        now: zone.local(Clock::system().now()),
        zone,
        locale: Locale::default(),
    };
    let commands = understand(message, &moment).commands;
    !commands.is_empty()
        && commands.iter().all(|command| {
            matches!(
                command.intent,
                Intent::ListTasks | Intent::Help | Intent::Greeting
            )
        })
}

/// The local date and time in a zone, or this machine's.
fn local_now(zone: Option<&str>) -> String {
    let zone = zone
        .and_then(|name| Zone::parse(name).ok())
        .or_else(machine_zone)
        .unwrap_or_else(Zone::utc);
    let now = zone.local(Clock::system().now());
    now.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The language that the machine speaks to the person, by the variables of POSIX (Base Definitions, 8.2).
#[expect(
    clippy::disallowed_methods,
    reason = "a convention of terminals, not a setting of ours"
)]
fn machine_locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
}

/// A terminal that says it can do nothing but lines.
#[expect(
    clippy::disallowed_methods,
    reason = "a convention of terminals, not a setting of ours"
)]
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_none_or(|name| name.is_empty() || name == "dumb")
}

/// Colours only on a terminal, and not where <https://no-color.org> is asked for.
#[expect(
    clippy::disallowed_methods,
    reason = "a convention of terminals, not a setting of ours"
)]
fn style() -> Style {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    if std::io::stdout().is_terminal() && !unwanted {
        Style::Coloured
    } else {
        Style::Plain
    }
}
