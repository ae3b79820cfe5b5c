//! Threads and their items, read.

use serde_json::{Value, json};
use tasktalk_assistant::Scope;
use tasktalk_domain::{
    Conversation, ConversationId, ConversationTitle, Message, MessageId, SortOrder,
};
use tasktalk_storage::conversations::{ConversationCursor, ConversationQuery};

use super::{
    Door,
    item::{self, Part},
    item_not_found,
    request::{Items, List, Order, Update, bad},
};
use crate::{
    extract::path_id::{conversation_not_found, parse_conversation_id},
    problem::Problem,
};

/// How many rows a page has when nothing is said, and at most.
const ROWS: u32 = 20;
const MOST_ROWS: u32 = 100;
/// How many threads are listed from the oldest on: our lists begin with the newest.
const OLDEST_FIRST: usize = 1_000;

/// A thread without its items.
pub(super) fn metadata(conversation: &Conversation, title: Option<&str>) -> Value {
    let mut thread = json!({
        "id": conversation.id.to_string(),
        "created_at": conversation.created_at.to_string(),
        "status": {"type": "active"},
        "metadata": {},
        "items": {"data": [], "has_more": false},
    });
    if let Some(title) = title {
        thread["title"] = json!(title);
    }
    thread
}

fn titled(conversation: &Conversation) -> Value {
    metadata(conversation, Some(conversation.title.as_str()))
}

/// A page; `after` is the id of its last row.
fn page(rows: Vec<Value>, has_more: bool) -> Value {
    let mut page = json!({"has_more": has_more});
    if let Some(last) = rows.last().filter(|_| has_more) {
        page["after"] = last["id"].clone();
    }
    page["data"] = Value::Array(rows);
    page
}

fn rows(limit: Option<u32>) -> Result<usize, Problem> {
    match limit.unwrap_or(ROWS) {
        0 => Err(bad("'limit' is 1 or more.".to_owned())),
        limit => Ok(usize::try_from(limit.min(MOST_ROWS)).expect("a hundred")),
    }
}

impl Door {
    /// A thread with its first items.
    pub(super) async fn thread(&self, id: &str) -> Result<Value, Problem> {
        self.require(Scope::Read)?;
        let conversation = self.conversation(id).await?;
        let list = List {
            limit: None,
            order: Order::Asc,
            after: None,
        };
        let mut thread = titled(&conversation);
        thread["items"] = self.page_of(conversation.id, list).await?;
        Ok(thread)
    }

    pub(super) async fn threads(&self, asked: List) -> Result<Value, Problem> {
        self.require(Scope::Read)?;
        let limit = rows(asked.limit)?;
        let after = match &asked.after {
            Some(id) => Some(self.conversation(id).await?),
            None => None,
        };
        let (threads, has_more) = match asked.order {
            Order::Desc => {
                let after = after.as_ref().map(ConversationCursor::behind);
                let (threads, next) = self.newest(limit, after).await?;
                (threads, next.is_some())
            }
            Order::Asc => {
                let mut oldest = self.all().await?;
                oldest.reverse();
                let from = after
                    .and_then(|after| oldest.iter().position(|one| one.id == after.id))
                    .map_or(0, |place| place + 1);
                let rest = oldest.split_off(from);
                let has_more = rest.len() > limit;
                (rest.into_iter().take(limit).collect(), has_more)
            }
        };
        Ok(page(threads.iter().map(titled).collect(), has_more))
    }

    async fn newest(
        &self,
        limit: usize,
        cursor: Option<ConversationCursor>,
    ) -> Result<(Vec<Conversation>, Option<ConversationCursor>), Problem> {
        let query = ConversationQuery {
            limit,
            cursor,
            text: None,
        };
        let conversations = self.state.assistant.conversations();
        let page = conversations
            .list_user_conversations(self.user.id, query)
            .await?;
        Ok((page.conversations, page.next))
    }

    async fn all(&self) -> Result<Vec<Conversation>, Problem> {
        let (mut all, mut next) = self.newest(200, None).await?;
        while let Some(cursor) = next.filter(|_| all.len() < OLDEST_FIRST) {
            let (more, following) = self.newest(200, Some(cursor)).await?;
            all.extend(more);
            next = following;
        }
        Ok(all)
    }

    pub(super) async fn items(&self, asked: Items) -> Result<Value, Problem> {
        self.require(Scope::Read)?;
        let conversation = self.conversation(&asked.thread_id).await?;
        self.page_of(conversation.id, asked.list).await
    }

    /// A page of items. A message has up to five of them, so a page may begin and end within one.
    async fn page_of(&self, thread: ConversationId, asked: List) -> Result<Value, Problem> {
        let limit = rows(asked.limit)?;
        let from = match &asked.after {
            Some(id) => Some(self.message(thread, id).await?.id),
            None => None,
        };
        let order = match asked.order {
            Order::Asc => SortOrder::Asc,
            Order::Desc => SortOrder::Desc,
        };
        let newest = self.newest_message(thread).await?;
        let now = self.state.clock.now();
        // The message of `after` comes once more, and every other has an item at least.
        let messages = self.walk(thread, from, order, limit + 2).await?;
        let mut items: Vec<Value> = messages
            .iter()
            .flat_map(|message| {
                let mut items = item::of_message(thread, message, newest == Some(message.id), now);
                if asked.order == Order::Desc {
                    items.reverse();
                }
                items
            })
            .collect();
        if let Some(after) = &asked.after {
            let place = items
                .iter()
                .position(|item| item["id"] == after.as_str())
                .ok_or_else(item_not_found)?;
            items.drain(..=place);
        }
        let has_more = items.len() > limit;
        items.truncate(limit);
        Ok(page(items, has_more))
    }

    async fn newest_message(&self, thread: ConversationId) -> Result<Option<MessageId>, Problem> {
        let newest = self.walk(thread, None, SortOrder::Desc, 1).await?;
        Ok(newest.first().map(|message| message.id))
    }

    /// Messages of a thread, from this one on.
    pub(super) async fn walk(
        &self,
        thread: ConversationId,
        from: Option<MessageId>,
        order: SortOrder,
        limit: usize,
    ) -> Result<Vec<Message>, Problem> {
        let conversations = self.state.assistant.conversations();
        Ok(conversations
            .walk_messages(self.user.id, thread, from, order, limit)
            .await?)
    }

    pub(super) async fn rename(&self, asked: Update) -> Result<Value, Problem> {
        self.require(Scope::Write)?;
        let id = parse_conversation_id(&asked.thread_id)?;
        let title = ConversationTitle::parse(&asked.title)
            .map_err(|error| Problem::field("title", error.to_string()))?;
        let conversations = self.state.assistant.conversations();
        let renamed = conversations
            .update_conversation_title(self.user.id, id, title)
            .await?
            .ok_or_else(conversation_not_found)?;
        Ok(titled(&renamed))
    }

    pub(super) async fn delete(&self, id: &str) -> Result<Value, Problem> {
        self.require(Scope::Delete)?;
        let id = parse_conversation_id(id)?;
        let conversations = self.state.assistant.conversations();
        if conversations.delete_conversation(self.user.id, id).await? {
            Ok(json!({}))
        } else {
            Err(conversation_not_found())
        }
    }

    /// The user's conversation with this id.
    pub(super) async fn conversation(&self, id: &str) -> Result<Conversation, Problem> {
        let id = parse_conversation_id(id)?;
        let conversations = self.state.assistant.conversations();
        conversations
            .get_conversation(self.user.id, id)
            .await?
            .ok_or_else(conversation_not_found)
    }

    /// The message of an item.
    pub(super) async fn message(
        &self,
        thread: ConversationId,
        item: &str,
    ) -> Result<Message, Problem> {
        let (_, id) = Part::parse(item).ok_or_else(item_not_found)?;
        let found = self.walk(thread, Some(id), SortOrder::Asc, 1).await?;
        found
            .into_iter()
            .find(|message| message.id == id)
            .ok_or_else(item_not_found)
    }
}
