//! Doing what an update asks for, each thing as a task of its own; what comes of it is an event.

use std::time::Duration;

use tasktalk_api::{
    Client, ClientError,
    conversations::ConversationQuery,
    page::PageQuery,
    reminders::{ReminderList, Snooze},
    tasks::{TaskList, TaskListQuery},
};
use tokio::{
    sync::mpsc::UnboundedSender,
    task::{AbortHandle, JoinSet},
    time::sleep,
};

use super::{listening, saying};
use crate::{
    model::{TaskQuery, list::PAGE},
    update::{Change, Effect, Event, Read, When},
};

/// For how long a reminder is put off.
const SNOOZE_MINUTES: i64 = 10;
/// How long a moment is: what changes within it is read in one go.
const MOMENT: Duration = Duration::from_millis(100);

/// Whoever does it. Dropping it ends what is being done here; the server goes on with what it was told.
pub(super) struct Doer {
    client: Client,
    new_key: fn() -> String,
    news: UnboundedSender<Event>,
    tasks: JoinSet<()>,
    /// The newest turn, by its number.
    turn: Option<(u64, AbortHandle)>,
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
            turn: None,
        }
    }

    /// Begins with it.
    pub(super) fn begin(&mut self, effect: Effect) {
        // Those that are over are forgotten.
        while self.tasks.try_join_next().is_some() {}
        let (client, news) = (self.client.clone(), self.news.clone());
        match effect {
            Effect::Say(number, request) => {
                let key = (self.new_key)();
                let saying = saying::say(client, number, request, key, news);
                self.turn = Some((number, self.tasks.spawn(saying)));
            }
            Effect::GiveUp(number) => {
                if let Some((_, turn)) = self.turn.take_if(|turn| turn.0 == number) {
                    turn.abort();
                }
            }
            effect => {
                self.tasks.spawn(async move {
                    if let Some(event) = done(&client, effect).await {
                        // Nobody listens any more: the person has left.
                        let _ = news.send(event);
                    }
                });
            }
        }
    }
}

/// Does it; what can't be done is told.
async fn done(client: &Client, effect: Effect) -> Option<Event> {
    let failed = failure(&effect);
    outcome(client, effect)
        .await
        .unwrap_or_else(|error| Some(failed(error.to_string())))
}

/// What is told when it can't be done, with the reason.
fn failure(effect: &Effect) -> Box<dyn Fn(String) -> Event + Send> {
    let read = match effect {
        Effect::LoadTasks(..) => Read::Tasks,
        Effect::LoadMessages(..) => Read::Messages,
        Effect::LoadConversations(..) => Read::Conversations,
        Effect::LoadReminders(_) => Read::Reminders,
        Effect::Finish(id, _) | Effect::Snooze(id) | Effect::Dismiss(id) => {
            let id = id.clone();
            return Box::new(move |why| Event::NotAnswered(id.clone(), why));
        }
        _ => return Box::new(Event::Refused),
    };
    Box::new(move |why| Event::NotRead(read, why))
}

async fn outcome(client: &Client, effect: Effect) -> Result<Option<Event>, ClientError> {
    let event = match effect {
        Effect::LoadTasks(query, when) => {
            moment(when).await;
            Event::Tasks(tasks(client, &query).await?)
        }
        Effect::LoadMessages(id, count, when) => {
            moment(when).await;
            let page = PageQuery {
                limit: Some(count),
                cursor: None,
            };
            let messages = client.messages(&id, &page).await?.messages;
            Event::Messages(id, messages)
        }
        Effect::LoadConversation(id) => Event::Conversation(client.conversation(&id).await?),
        Effect::LoadConversations(find, when) => {
            moment(when).await;
            let find = find.trim();
            let query = ConversationQuery {
                q: (!find.is_empty()).then(|| find.to_owned()),
                limit: Some(PAGE),
                cursor: None,
            };
            Event::Conversations(client.conversations(&query).await?.conversations)
        }
        Effect::RenameConversation(id, title) => {
            Event::Conversation(client.rename_conversation(&id, &title).await?)
        }
        Effect::DeleteConversation(id) => {
            return client.delete_conversation(&id).await.map(|()| None);
        }
        Effect::LoadReminders(when) => {
            moment(when).await;
            Event::Reminders(reminders(client).await?.reminders)
        }
        Effect::Stop(id) => return client.stop_turn(&id).await.map(|()| None),
        Effect::Undo(tokens) => {
            let mut receipts = Vec::new();
            for token in tokens.iter().rev() {
                receipts.extend(client.undo(token).await?.receipts);
            }
            Event::Undone(receipts)
        }
        Effect::Change(change, id) => changed(client, change, id).await?,
        Effect::Finish(_, id) => changed(client, Change::Done, id).await?,
        Effect::Snooze(id) => {
            let snooze = Snooze {
                minutes: Some(SNOOZE_MINUTES),
                until: None,
            };
            client.snooze_reminder(&id, &snooze).await?;
            return Ok(None);
        }
        Effect::Dismiss(id) => return client.dismiss_reminder(&id).await.map(|()| None),
        // They are done by others.
        Effect::Say(..)
        | Effect::GiveUp(_)
        | Effect::Remember(_)
        | Effect::Redraw
        | Effect::Bell
        | Effect::Suspend => return Ok(None),
    };
    Ok(Some(event))
}

async fn moment(when: When) {
    if when == When::Soon {
        sleep(MOMENT).await;
    }
}

async fn changed(client: &Client, change: Change, id: i64) -> Result<Event, ClientError> {
    if change == Change::Deleted {
        let title = client.task(id).await?.task.title;
        let undo_token = client.delete_task(id, None).await?;
        return Ok(Event::Changed(change, id, title, undo_token));
    }
    let changed = client
        .complete_task(id, Some(change == Change::Done))
        .await?;
    let title = changed.task.title;
    Ok(Event::Changed(change, id, title, changed.undo_token))
}

/// What is due first comes first.
async fn tasks(client: &Client, query: &TaskQuery) -> Result<TaskList, ClientError> {
    let mut page = TaskListQuery {
        status: Some(if query.all { "all" } else { "pending" }.to_owned()),
        q: query.find.clone(),
        sort: Some("due".to_owned()),
        limit: Some(PAGE),
        ..TaskListQuery::default()
    };
    let mut list = client.tasks(&page).await?;
    for _ in 1..query.pages {
        let Some(cursor) = list.next_cursor.take() else {
            break;
        };
        page.cursor = Some(cursor);
        let next = client.tasks(&page).await?;
        list.tasks.extend(next.tasks);
        list.count = next.count;
        list.next_cursor = next.next_cursor;
    }
    Ok(list)
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
