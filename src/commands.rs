//! The commands, one file each.

mod chat;
mod lines;
mod local_server;
mod mcp;
mod migrate;
mod openapi;
mod serve;
mod sign_in;
mod token;
mod user;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tasktalk_server::Settings;
use tasktalk_terminal::harmless::{self, Harmless};
use tasktalk_understanding::matching;

/// From this likeness on, a single word is taken for a misspelt command.
const NEARLY_THE_SAME: f32 = 0.7;

/// The to-do list you talk to.
///
/// Say what you want in plain words: tasktalk "buy milk tomorrow at 5", tasktalk "what's due this week?",
/// tasktalk undo. Nothing at all begins a conversation. Without a server named, it works on the local database.
#[derive(Debug, Parser)]
#[command(name = "tasktalk", version, args_conflicts_with_subcommands = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    once: chat::Once,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the server.
    Serve(Box<Settings>),
    /// Talk in the terminal: to a server, or to the local database without one.
    Chat(Box<chat::Chat>),
    /// Serve one AI agent over standard input and output (MCP).
    Mcp(Box<mcp::Mcp>),
    /// Show what the embedded engine understands: one message a line in, one JSON object a line out.
    Parse(lines::Lines),
    /// Show what a date expression means: one a line in, one JSON object a line out.
    When(lines::Lines),
    /// Manage accounts.
    User(user::User),
    /// Manage personal access tokens.
    Token(token::Token),
    /// Bring the database's schema up to date, and say what was applied.
    Migrate(migrate::Migrate),
    /// Print the OpenAPI document of the HTTP API.
    Openapi,
}

/// Runs what the command line asks for.
pub(crate) fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let clock = tasktalk_domain::Clock::system();
    let Some(command) = cli.command else {
        return without_command(&cli.once);
    };
    match command {
        Command::Serve(settings) => serve::serve(*settings),
        Command::Chat(chat) => return chat::chat(&chat),
        Command::Mcp(mcp) => mcp::mcp(&mcp),
        Command::Parse(lines) => lines::parse(&lines, &clock),
        Command::When(lines) => lines::when(&lines, &clock),
        Command::User(user) => user::run(user, &clock),
        Command::Token(token) => token::run(token, &clock),
        Command::Migrate(migrate) => migrate::run(&migrate),
        Command::Openapi => openapi::run(),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// A message without a command is said; one word that is nearly a command was meant as that command.
fn without_command(once: &chat::Once) -> anyhow::Result<ExitCode> {
    if let Some(name) = once.message.first().filter(|word| is_command(word)) {
        eprintln!("tasktalk: options come after the command: tasktalk {name} --option …");
        return Ok(ExitCode::from(2));
    }
    if let [word] = once.message.as_slice()
        && let Some(name) = nearest_command(word)
    {
        let word = Harmless::line(word);
        eprintln!("tasktalk: there is no command '{word}'. Did you mean 'tasktalk {name}'?");
        eprintln!("To say it to your list: tasktalk chat");
        return Ok(ExitCode::from(2));
    }
    if once.message.is_empty() {
        return chat::without_message(once);
    }
    chat::once(once)
}

fn is_command(word: &str) -> bool {
    use clap::CommandFactory as _;
    Cli::command().find_subcommand(word).is_some()
}

/// The command that a word misspells: the first letter is right, and it is a slip of the fingers away. So "what" is no
/// misspelt "chat".
fn nearest_command(word: &str) -> Option<String> {
    use clap::CommandFactory as _;
    Cli::command()
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .find(|name| {
            name != word
                && name.chars().next() == word.chars().next()
                && matching::score(word, name) >= NEARLY_THE_SAME
        })
}

/// Prints one line to standard output, without anything in it that could steer a terminal; unlike `println!`, a reader that
/// has gone away is an error, not a panic.
fn print_line(line: &str) -> std::io::Result<()> {
    print(Harmless::line(line).as_str())
}

/// Prints one JSON value in a line.
fn print_json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    Ok(print(&harmless::json(&serde_json::to_string(value)?))?)
}

/// Prints what was made for a terminal.
fn print(text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    writeln!(std::io::stdout().lock(), "{text}")
}

/// The command line asks for what can't be: exit code 2.
#[derive(Debug)]
pub(crate) struct WrongUsage(String);

impl std::fmt::Display for WrongUsage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongUsage {}

/// The runtime for commands that wait for a database or a server.
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?)
}

#[cfg(test)]
mod tests;
