//! `tasktalk chat` and `tasktalk "buy milk tomorrow"`: talking in the terminal.

use std::{io::IsTerminal as _, path::PathBuf, process::ExitCode};

use clap::{Args, CommandFactory as _};
use jiff::{SignedDuration, Timestamp};
use tasktalk_api::{Client, ClientError, chat::ChatResponse, conversations::ConversationQuery};
use tasktalk_domain::{Clock, Zone, clock::machine_zone};
use tasktalk_server::settings::{DataSettings, ModelSettings, OutboundSettings};
use tasktalk_terminal::{Options, markdown::Style};

use super::local_server::LocalServer;

/// For how long single messages go on with the same conversation, so that "undo" and "the second one" mean what was
/// said a moment ago.
const GOES_ON_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Talk in the terminal.
///
/// Without --server it works on the local database by itself, as its first user and without a password: the operating
/// system protects the file. A language model of your own may be asked there with the settings of `tasktalk serve`;
/// --model-consent given says that it may get what you say. Ctrl-C leaves.
#[derive(Debug, Args)]
pub(super) struct Chat {
    #[command(flatten)]
    connection: Connection,

    /// Go on with this conversation instead of beginning a new one.
    #[arg(long, value_name = "ID")]
    conversation: Option<String>,
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
    #[arg(long, env = "TASKTALK_SERVER", value_name = "URL", requires = "token")]
    server: Option<String>,

    /// A personal access token for that server (`tasktalk token create`).
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
pub(super) fn chat(chat: &Chat) -> anyhow::Result<()> {
    converse(&chat.connection, chat.conversation.clone())
}

/// Begins a conversation when someone sits at a terminal; there is nobody to talk to otherwise.
pub(super) fn without_message(once: &Once) -> anyhow::Result<ExitCode> {
    if is_terminal() {
        converse(&once.connection, None)?;
        return Ok(ExitCode::SUCCESS);
    }
    eprintln!("{}", super::Cli::command().render_help());
    Ok(ExitCode::from(2))
}

fn converse(connection: &Connection, conversation: Option<String>) -> anyhow::Result<()> {
    let runtime = super::runtime()?;
    let partner = runtime.block_on(Partner::of(connection))?;
    let talked = runtime
        .block_on(check_conversation(
            partner.client(),
            conversation.as_deref(),
        ))
        .and_then(|()| {
            let options = Options {
                interactive: is_terminal(),
                history: is_terminal().then(|| connection.history()).flatten(),
                ..connection.options(conversation)
            };
            Ok(tasktalk_terminal::converse(
                runtime.handle(),
                partner.client(),
                options,
            )?)
        });
    runtime.block_on(partner.stop())?;
    talked
}

/// Says at once that there is no such conversation, not with the first message.
async fn check_conversation(client: &Client, conversation: Option<&str>) -> anyhow::Result<()> {
    if let Some(id) = conversation {
        client.conversation(id).await?;
    }
    Ok(())
}

fn is_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Runs `tasktalk "…"`. Exits with 1 when what was asked for was not done, so that a script notices.
pub(super) fn once(once: &Once) -> anyhow::Result<ExitCode> {
    let message = once.message.join(" ");
    let answered = super::runtime()?.block_on(async {
        let partner = Partner::of(&once.connection).await?;
        let answered = say_once(partner.client(), once, &message).await;
        partner.stop().await?;
        anyhow::Ok(answered?)
    })?;
    if once.json {
        super::print_line(&serde_json::to_string(&answered)?)?;
    } else {
        super::print_line(&tasktalk_terminal::show(&answered, style()))?;
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
    let options = once.connection.options(conversation);
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
    /// Where the lines typed are kept, in the user's own state folder.
    fn history(&self) -> Option<PathBuf> {
        let state = self
            .xdg_state_home
            .clone()
            .or_else(|| Some(self.data.home.clone()?.join(".local/state")))?;
        let folder = state.join("tasktalk");
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder.join("history"))
    }

    fn options(&self, conversation: Option<String>) -> Options {
        let zone = self.timezone.clone().or_else(machine_zone);
        Options {
            style: style(),
            interactive: false,
            history: None,
            conversation,
            timezone: zone.map(|zone| zone.name().to_owned()),
            new_key: || Clock::system().random_id().to_string(),
        }
    }
}

impl Partner {
    async fn of(connection: &Connection) -> anyhow::Result<Self> {
        if let (Some(server), Some(token)) = (&connection.server, &connection.token) {
            return Ok(Self::Remote(Client::connect(server)?.with_token(token)));
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
