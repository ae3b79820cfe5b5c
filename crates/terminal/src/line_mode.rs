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
    markdown::{self, Style},
};

/// Talks until the person leaves (Ctrl-C, Ctrl-D, "exit") or the input ends. A message that fails is told, and the
/// conversation goes on. Blocks; call it outside the runtime's own threads.
pub fn converse(
    runtime: &Handle,
    client: &Client,
    mut options: Options,
) -> Result<(), TerminalError> {
    if options.interactive {
        converse_with_prompt(runtime, client, &mut options)
    } else {
        for line in io::stdin().lock().lines() {
            answer(runtime, client, &mut options, &line?)?;
        }
        Ok(())
    }
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
    let hint = "Say what you need: \"buy milk tomorrow\", \"what's due this week?\", \"help\". Ctrl-C leaves.";
    write_line(&markdown::dim(hint, options.style))?;
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

fn answer(
    runtime: &Handle,
    client: &Client,
    options: &mut Options,
    line: &str,
) -> Result<(), TerminalError> {
    if line.trim().is_empty() {
        return Ok(());
    }
    match runtime.block_on(say(client, line, options)) {
        Ok(reply) => {
            write_line(&show(&reply, options.style))?;
            options.conversation = Some(reply.conversation_id);
        }
        Err(error) => write_line(&markdown::render(&format!("❌ {error}"), options.style))?,
    }
    Ok(())
}

fn write_line(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}
