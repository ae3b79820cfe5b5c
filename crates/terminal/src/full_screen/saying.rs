//! Saying one thing, and reading its answer to the end whatever the network does: the same key means that it acts once.

use std::time::Duration;

use tasktalk_api::{
    Client, ClientError,
    chat::ChatRequest,
    client::{TurnPart, TurnStream},
};
use tokio::{
    sync::mpsc::UnboundedSender,
    time::{sleep, timeout},
};

use crate::update::{Event, TurnNews};

/// How often a lost answer is asked for again: a server that is being replaced is away for a minute, and whoever loses
/// patience sooner presses Ctrl+C.
const ATTEMPTS: u32 = 90;
/// How long to wait before.
const PAUSE: Duration = Duration::from_secs(1);
/// A stream says something every 15 seconds; one that says nothing for three times as long is dead.
const SILENCE: Duration = Duration::from_secs(45);
/// How often to look whether an answer that is still being worked on is there.
const PATIENCE: u32 = 120;

/// Says it and tells what becomes of it.
pub(super) async fn say(
    client: Client,
    number: u64,
    request: Box<ChatRequest>,
    key: String,
    news: UnboundedSender<Event>,
) {
    let tell = |what| {
        // Nobody listens any more: the person has left.
        let _ = news.send(Event::Turn(number, what));
    };
    let (mut lost, mut waited) = (0, 0);
    loop {
        let error = match client.chat_stream(&request, Some(&key)).await {
            Ok(mut stream) => match read(&mut stream, &tell).await {
                Ok(()) => return,
                Err(error) => error,
            },
            Err(error) => Some(error),
        };
        match error {
            Some(error) if is_still_answering(&error) && waited < PATIENCE => waited += 1,
            Some(error @ (ClientError::Refused { .. } | ClientError::Unexpected { .. })) => {
                return tell(TurnNews::Failed(error.to_string()));
            }
            _ if lost + 1 < ATTEMPTS => lost += 1,
            _ => return tell(TurnNews::Unreachable),
        }
        tell(TurnNews::Again);
        sleep(PAUSE).await;
    }
}

/// Reads to the end; an error when the stream broke off before it, with what broke it if that is known.
async fn read(
    stream: &mut TurnStream,
    tell: &impl Fn(TurnNews),
) -> Result<(), Option<ClientError>> {
    loop {
        let part = match timeout(SILENCE, stream.next()).await {
            Err(_) | Ok(Ok(None)) => return Err(None),
            Ok(Err(error)) => return Err(Some(error)),
            Ok(Ok(Some(part))) => part,
        };
        let ends = matches!(
            part,
            TurnPart::DataTurn { .. } | TurnPart::Abort {} | TurnPart::Failed { .. }
        );
        tell(TurnNews::Part(part));
        if ends {
            return Ok(());
        }
    }
}

fn is_still_answering(error: &ClientError) -> bool {
    error.code() == Some("still_answering")
}
