//! Doing what an update asks for, each thing as a task of its own; what comes of it is an event.

use tasktalk_api::{
    Client, ClientError,
    page::PageQuery,
    reminders::{ReminderList, Snooze},
    tasks::TaskListQuery,
};
use tokio::{sync::mpsc::UnboundedSender, task::JoinSet};

use super::{listening, saying};
use crate::update::{Effect, Event};

/// For how long a reminder is put off.
const SNOOZE_MINUTES: i64 = 10;
/// How many tasks and messages are read: a page of the API at its largest.
const PAGE: u32 = 200;

/// Whoever does it. Dropping it ends what is being done here; the server goes on with what it was told.
pub(super) struct Doer {
    client: Client,
    new_key: fn() -> String,
    news: UnboundedSender<Event>,
    tasks: JoinSet<()>,
}

impl Doer {
    /// Listens to what changes from the start.
    pub(super) fn new(
        client: Client,
        new_key: fn() -> String,
        news: UnboundedSender<Event>,
    ) -> Self {
        let mut tasks = JoinSet::new();
        tasks.spawn(listening::listen(client.clone(), news.clone()));
        Self {
            client,
            new_key,
            news,
            tasks,
        }
    }

    /// Begins with it.
    pub(super) fn begin(&mut self, effect: Effect) {
        // Those that are over are forgotten.
        while self.tasks.try_join_next().is_some() {}
        let (client, news) = (self.client.clone(), self.news.clone());
        if let Effect::Say(number, request) = effect {
            let key = (self.new_key)();
            self.tasks
                .spawn(saying::say(client, number, request, key, news));
            return;
        }
        self.tasks.spawn(async move {
            let event = match outcome(&client, effect).await {
                Ok(event) => event,
                Err(error) => Some(Event::Refused(error.to_string())),
            };
            if let Some(event) = event {
                // Nobody listens any more: the person has left.
                let _ = news.send(event);
            }
        });
    }
}

async fn outcome(client: &Client, effect: Effect) -> Result<Option<Event>, ClientError> {
    let event = match effect {
        Effect::LoadTasks { all } => Event::Tasks(client.tasks(&query(all)).await?),
        Effect::LoadMessages(id) => {
            let page = PageQuery {
                limit: Some(PAGE),
                cursor: None,
            };
            Event::Messages(client.messages(&id, &page).await?.messages)
        }
        Effect::LoadReminders => Event::Reminders(reminders(client).await?.reminders),
        Effect::Stop(id) => return client.stop_turn(&id).await.map(|()| None),
        Effect::Undo(tokens) => {
            let mut receipts = Vec::new();
            for token in tokens.iter().rev() {
                receipts.extend(client.undo(token).await?.receipts);
            }
            Event::Undone(receipts)
        }
        Effect::Complete(id, done) => {
            let changed = client.complete_task(id, Some(done)).await?;
            let what = if done { "✅ Done" } else { "⬜ Open again" };
            let text = format!("{what}: #{id} {}", changed.task.title);
            Event::Changed(text, changed.undo_token)
        }
        Effect::Snooze(id) => {
            let snooze = Snooze {
                minutes: Some(SNOOZE_MINUTES),
                until: None,
            };
            client.snooze_reminder(&id, &snooze).await?;
            return Ok(None);
        }
        Effect::Dismiss(id) => return client.dismiss_reminder(&id).await.map(|()| None),
        Effect::Say(..) | Effect::Remember(_) | Effect::Redraw | Effect::Bell => return Ok(None),
    };
    Ok(Some(event))
}

/// What is due first comes first.
fn query(all: bool) -> TaskListQuery {
    TaskListQuery {
        status: Some(if all { "all" } else { "pending" }.to_owned()),
        sort: Some("due".to_owned()),
        limit: Some(PAGE),
        ..TaskListQuery::default()
    }
}

/// A server that has no reminders has none to tell.
async fn reminders(client: &Client) -> Result<ReminderList, ClientError> {
    match client.reminders().await {
        Err(error) if error.status() == Some(404) => Ok(ReminderList {
            reminders: Vec::new(),
        }),
        answered => answered,
    }
}
