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

/// Says a line and shows the answer; whether there was one.
fn answer(
    runtime: &Handle,
    client: &Client,
    options: &mut Options,
    line: &str,
) -> Result<bool, TerminalError> {
    if line.trim().is_empty() {
        return Ok(true);
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
