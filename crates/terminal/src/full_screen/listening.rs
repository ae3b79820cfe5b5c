//! Listening to what changes, and coming back when the connection is lost.

use std::time::Duration;

use tasktalk_api::{Client, ClientError};
use tokio::{
    sync::mpsc::UnboundedSender,
    time::{sleep, timeout},
};

use crate::update::Event;

/// How long to wait before the first and before any later attempt to come back.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// After this long without any event the connection is made anew: one that is dead says nothing, and what was missed is
/// told on coming back.
const SILENCE: Duration = Duration::from_mins(2);

/// Tells what happens, for ever.
pub(super) async fn listen(client: Client, news: UnboundedSender<Event>) {
    let mut last = None;
    let mut pause = FIRST_PAUSE;
    loop {
        let heard = follow(&client, &mut last, &news).await;
        if news.is_closed() {
            return;
        }
        match heard {
            // It was over in order, as with the end of a token: nothing was missed.
            Ok(()) => pause = FIRST_PAUSE,
            Err(error) if error.status() == Some(401) => {
                let _ = news.send(Event::ShutOut(error.to_string()));
            }
            Err(_) => {
                let _ = news.send(Event::Live(false));
            }
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Follows one stream to its end.
async fn follow(
    client: &Client,
    last: &mut Option<i64>,
    news: &UnboundedSender<Event>,
) -> Result<(), ClientError> {
    let mut events = client.events(*last).await?;
    let _ = news.send(Event::Live(true));
    while let Ok(event) = timeout(SILENCE, events.next()).await {
        let Some(event) = event? else {
            return Ok(());
        };
        *last = Some(event.seq);
        let _ = news.send(Event::Happened(Box::new(event)));
    }
    Ok(())
}
