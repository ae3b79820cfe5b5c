//! A conversation line by line: with a prompt and history on a terminal, plain when lines are piped in.

use std::io::{self, BufRead, Write};

use rustyline::{DefaultEditor, error::ReadlineError};
use tasktalk_api::{
    Client, ClientError,
    chat::{ChatRequest, ChatResponse},
};
use tokio::runtime::Handle;

use crate::{
    Options, TerminalError,
    harmless::Harmless,
    markdown::{self, Style},
};

/// Talks until the person leaves (Ctrl-C, Ctrl-D, "exit") or the input ends. A message that fails is told, and the
/// conversation goes on. Gives back whether every line that was piped in was answered; a person at a prompt has seen it.
/// Blocks; call it outside the runtime's own threads.
pub fn converse(
    runtime: &Handle,
    client: &Client,
    mut options: Options,
) -> Result<bool, TerminalError> {
    if options.interactive {
        converse_with_prompt(runtime, client, &mut options)?;
        return Ok(true);
    }
    let mut all_answered = true;
    for line in io::stdin().lock().split(b'\n') {
        // What is no UTF-8 was said in another encoding: its own letters are readable still.
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        all_answered &= answer(runtime, client, &mut options, &line)?;
    }
    Ok(all_answered)
}

/// Says one message and gives back the answer.
///
/// When the connection fails, the message is sent once more with the same key: it acts once even if it had arrived.
pub async fn say(
    client: &Client,
    message: &str,
    options: &Options,
) -> Result<ChatResponse, ClientError> {
    let request = ChatRequest {
        message: Some(message.to_owned()),
        answer: None,
        conversation_id: options.conversation.clone(),
        timezone: options.timezone.clone(),
    };
    let key = (options.new_key)();
    let answered = match client.chat(&request, Some(&key)).await {
        Err(ClientError::Unreachable(_)) => client.chat(&request, Some(&key)).await,
        answered => answered,
    };
    answered.map(|reply| reply.response)
}

/// The reply as it is shown.
pub fn show(reply: &ChatResponse, style: Style) -> String {
    markdown::render(&reply.response, style)
}

fn converse_with_prompt(
    runtime: &Handle,
    client: &Client,
    options: &mut Options,
) -> Result<(), TerminalError> {
    let mut editor = DefaultEditor::new()?;
    if let Some(path) = &options.history {
        // No history yet is no failure: the file appears with the first conversation.
        let _ = editor.load_history(path);
    }
    write_line(&markdown::dim(options.words.line_mode, options.style))?;
    loop {
        let line = match editor.readline("› ") {
            Ok(line) => line,
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => break,
            Err(error) => return Err(error.into()),
        };
        if matches!(line.trim(), "exit" | "quit" | "bye" | ":q") {
            break;
        }
        if !line.trim().is_empty() {
            editor.add_history_entry(line.trim())?;
            answer(runtime, client, options, &line)?;
        }
    }
    if let Some(path) = &options.history
        && let Err(error) = editor.append_history(path)
    {
        write_line(&markdown::dim(
            &format!("The history could not be kept: {error}"),
            options.style,
        ))?;
    }
    Ok(())
}

/// How a conversation is renamed, in every language that the terminal speaks.
const RENAME: [&str; 3] = [":rename", ":umbenennen", ":renombrar"];

/// The title in a line that gives the conversation one; empty where it is missing.
pub(crate) fn new_title(line: &str) -> Option<&str> {
    let line = line.trim();
    let (command, title) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    RENAME.contains(&command).then(|| title.trim())
}

/// Gives the conversation another title; whether it has it.
fn rename(
    runtime: &Handle,
    client: &Client,
    options: &Options,
    title: &str,
) -> Result<bool, TerminalError> {
    let words = options.words;
    let Some(conversation) = &options.conversation else {
        write_line(words.nothing_to_rename)?;
        return Ok(false);
    };
    if title.is_empty() {
        write_line(words.rename_how)?;
        return Ok(false);
    }
    match runtime.block_on(client.rename_conversation(conversation, title)) {
        Ok(renamed) => {
            let title = Harmless::line(&renamed.title);
            write_line(&(words.renamed)(title.as_str()))?;
            Ok(true)
        }
        Err(error) => {
            let why = Harmless::text(&error.to_string());
            write_line(&format!("❌ {why}"))?;
            Ok(false)
        }
    }
}

/// Says a line and shows the answer, or does what it is a command for; whether that went well.
fn answer(
    runtime: &Handle,
    client: &Client,
    options: &mut Options,
    line: &str,
) -> Result<bool, TerminalError> {
    if line.trim().is_empty() {
        return Ok(true);
    }
    if let Some(title) = new_title(line) {
        return rename(runtime, client, options, title);
    }
    match runtime.block_on(say(client, line, options)) {
        Ok(reply) => {
            write_line(&show(&reply, options.style))?;
            options.conversation = Some(reply.conversation_id);
        }
        Err(error) => {
            let why = Harmless::text(&error.to_string());
            write_line(&format!("❌ {why}"))?;
            return Ok(false);
        }
    }
    Ok(true)
}

fn write_line(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_what_follows_the_command_and_nothing_else_is_one() {
        for (line, title) in [
            (":rename The weekly shop ", Some("The weekly shop")),
            ("  :umbenennen\tEinkauf", Some("Einkauf")),
            (":renombrar Compras", Some("Compras")),
            (":rename", Some("")),
            (":renamed x", None),
            ("rename task 1 to x", None),
            ("buy milk :rename x", None),
        ] {
            assert_eq!(new_title(line), title, "{line}");
        }
    }
}
