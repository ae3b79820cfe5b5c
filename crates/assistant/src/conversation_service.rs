//! Conversations and their messages: the original's six operations, and deleting.
//!
//! The functions of this module work inside the caller's transaction, as one turn needs it; [`ConversationService`]
//! gives each a transaction of its own, as HTTP needs it. Both leave an event behind for every change.

use std::collections::HashSet;

use jiff::Timestamp;
use tasktalk_domain::{
    Clock, Conversation, ConversationId, ConversationTitle, Message, MessageId, MessageMetadata,
    Role, SortOrder, ToolCall, UserId,
};
use tasktalk_storage::{
    Database, StorageError, Transaction, changes,
    conversations::{self, ConversationPage, ConversationQuery},
    events,
    messages::{self, MessageCursor, MessagePage},
    users::{self, LockedUser},
};
use uuid::Uuid;

/// How many conversations a page has when nothing is said.
pub const CONVERSATIONS_DEFAULT: usize = 50;
/// How many conversations or messages a page has at most.
pub const PAGE_LIMIT: usize = 200;

/// Conversations have no versions; their events say so with this number.
const NO_VERSION: i64 = 0;

/// What a new message says; its id and instant are given to it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewMessage {
    /// Who says it.
    pub role: Role,
    /// Its text.
    pub content: String,
    /// The tools that ran for it.
    pub tool_calls: Vec<ToolCall>,
    /// What is remembered beside it.
    pub metadata: MessageMetadata,
}

/// Begins a conversation.
pub async fn create_conversation(
    tx: &Transaction<'_>,
    user: &LockedUser,
    conversation: &Conversation,
) -> Result<(), StorageError> {
    conversations::insert(tx, user.user.id, conversation).await?;
    let at = conversation.created_at;
    tell(tx, user, "conversation.created", conversation.id, at).await
}

/// Adds messages, in order, to a conversation that exists.
pub async fn add_messages(
    tx: &Transaction<'_>,
    user: &LockedUser,
    conversation: ConversationId,
    messages: &[&Message],
    at: Timestamp,
) -> Result<(), StorageError> {
    let owner = user.user.id;
    for message in messages {
        messages::append(tx, owner, conversation, message).await?;
    }
    tell_of_messages(tx, user, conversation, at).await
}

/// Notes that a conversation has new messages.
pub(crate) async fn tell_of_messages(
    tx: &Transaction<'_>,
    user: &LockedUser,
    conversation: ConversationId,
    at: Timestamp,
) -> Result<(), StorageError> {
    conversations::touch(tx, user.user.id, conversation, at).await?;
    tell(tx, user, "conversation.message", conversation, at).await
}

/// Renames a conversation; `false` when there is none with this id.
pub async fn update_conversation_title(
    tx: &Transaction<'_>,
    user: &LockedUser,
    conversation: ConversationId,
    title: &ConversationTitle,
    at: Timestamp,
) -> Result<bool, StorageError> {
    let renamed = conversations::set_title(tx, user.user.id, conversation, title, at).await?;
    if renamed {
        tell(tx, user, "conversation.updated", conversation, at).await?;
    }
    Ok(renamed)
}

/// Deletes a conversation with its messages for good; `false` when there is none with this id. Tasks stay.
pub async fn delete_conversation(
    tx: &Transaction<'_>,
    user: &LockedUser,
    conversation: ConversationId,
    at: Timestamp,
) -> Result<bool, StorageError> {
    let deleted = conversations::delete(tx, user.user.id, conversation).await?;
    if deleted {
        tell(tx, user, "conversation.deleted", conversation, at).await?;
    }
    Ok(deleted)
}

async fn tell(
    tx: &Transaction<'_>,
    user: &LockedUser,
    kind: &str,
    conversation: ConversationId,
    at: Timestamp,
) -> Result<(), StorageError> {
    let id = conversation.to_string();
    events::append(tx, user.user.id, user, kind, &id, NO_VERSION, at).await
}

/// The operations on conversations, each in a transaction of its own. Cheap to clone.
///
/// A conversation of somebody else is answered like one that does not exist.
#[derive(Clone)]
pub struct ConversationService {
    database: Database,
    clock: Clock,
}

impl ConversationService {
    /// A service over one database.
    pub fn new(database: Database, clock: Clock) -> Self {
        Self { database, clock }
    }

    /// Begins a conversation, called "New Conversation" when it has no title yet; `None` when the user does not
    /// exist.
    pub async fn create_conversation(
        &self,
        owner: UserId,
        title: Option<ConversationTitle>,
    ) -> Result<Option<Conversation>, StorageError> {
        let now = self.clock.now();
        let conversation = Conversation {
            id: ConversationId(self.clock.new_id()),
            title: title.unwrap_or_default(),
            created_at: now,
            updated_at: now,
        };
        self.database
            .write(move |tx| {
                let conversation = conversation.clone();
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        return Ok(None);
                    };
                    create_conversation(tx, &user, &conversation).await?;
                    Ok(Some(conversation))
                })
            })
            .await
    }

    /// One conversation.
    pub async fn get_conversation(
        &self,
        owner: UserId,
        id: ConversationId,
    ) -> Result<Option<Conversation>, StorageError> {
        self.database
            .read(move |snapshot| {
                Box::pin(async move { conversations::get(snapshot, owner, id).await })
            })
            .await
    }

    /// One page of a conversation's messages, at most [`PAGE_LIMIT`]; `None` when there is no such conversation.
    pub async fn get_messages(
        &self,
        owner: UserId,
        id: ConversationId,
        limit: usize,
        cursor: Option<MessageCursor>,
    ) -> Result<Option<MessagePage>, StorageError> {
        self.database
            .read(move |snapshot| {
                Box::pin(async move {
                    if conversations::get(snapshot, owner, id).await?.is_none() {
                        return Ok(None);
                    }
                    let limit = limit.clamp(1, PAGE_LIMIT);
                    messages::page(snapshot, owner, id, limit, cursor.as_ref())
                        .await
                        .map(Some)
                })
            })
            .await
    }

    /// The undo tokens of these messages' changes that were taken back since, through whichever door.
    pub async fn taken_back(
        &self,
        owner: UserId,
        messages: &[Message],
    ) -> Result<HashSet<Uuid>, StorageError> {
        let receipts = messages
            .iter()
            .flat_map(|message| &message.metadata.receipts);
        let tokens: Vec<Uuid> = receipts.map(|receipt| receipt.undo_token).collect();
        if tokens.is_empty() {
            return Ok(HashSet::new());
        }
        self.database
            .read(move |snapshot| {
                let tokens = tokens.clone();
                Box::pin(async move { changes::undone(snapshot, owner, &tokens).await })
            })
            .await
    }

    /// Messages of a conversation from one on, itself included, in either direction; from an end when none is named. At
    /// most [`PAGE_LIMIT`] and one. None of a conversation that does not exist.
    pub async fn walk_messages(
        &self,
        owner: UserId,
        id: ConversationId,
        from: Option<MessageId>,
        order: SortOrder,
        limit: usize,
    ) -> Result<Vec<Message>, StorageError> {
        let limit = limit.clamp(1, PAGE_LIMIT + 1);
        self.database
            .read(move |snapshot| {
                Box::pin(
                    async move { messages::walk(snapshot, owner, id, from, order, limit).await },
                )
            })
            .await
    }

    /// Deletes a message and all after it for good; `false` when there is no such conversation. What they changed
    /// stays.
    pub async fn forget_messages(
        &self,
        owner: UserId,
        id: ConversationId,
        from: MessageId,
    ) -> Result<bool, StorageError> {
        let now = self.clock.now();
        self.database
            .write(move |tx| {
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        return Ok(false);
                    };
                    if conversations::get(tx, owner, id).await?.is_none() {
                        return Ok(false);
                    }
                    messages::delete_from(tx, owner, id, from).await?;
                    tell_of_messages(tx, &user, id, now).await?;
                    Ok(true)
                })
            })
            .await
    }

    /// Adds one message; `None` when there is no such conversation.
    pub async fn add_message(
        &self,
        owner: UserId,
        id: ConversationId,
        message: NewMessage,
    ) -> Result<Option<Message>, StorageError> {
        let now = self.clock.now();
        let message = Message {
            id: MessageId(self.clock.new_id()),
            role: message.role,
            content: message.content,
            tool_calls: message.tool_calls,
            metadata: message.metadata,
            created_at: now,
        };
        self.database
            .write(move |tx| {
                let message = message.clone();
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        return Ok(None);
                    };
                    if conversations::get(tx, owner, id).await?.is_none() {
                        return Ok(None);
                    }
                    add_messages(tx, &user, id, &[&message], now).await?;
                    Ok(Some(message))
                })
            })
            .await
    }

    /// Renames a conversation; `None` when there is no such conversation.
    pub async fn update_conversation_title(
        &self,
        owner: UserId,
        id: ConversationId,
        title: ConversationTitle,
    ) -> Result<Option<Conversation>, StorageError> {
        let now = self.clock.now();
        self.database
            .write(move |tx| {
                let title = title.clone();
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        return Ok(None);
                    };
                    update_conversation_title(tx, &user, id, &title, now).await?;
                    conversations::get(tx, owner, id).await
                })
            })
            .await
    }

    /// One page of the user's conversations, last used first, at most [`PAGE_LIMIT`].
    pub async fn list_user_conversations(
        &self,
        owner: UserId,
        mut query: ConversationQuery,
    ) -> Result<ConversationPage, StorageError> {
        query.limit = query.limit.clamp(1, PAGE_LIMIT);
        self.database
            .read(move |snapshot| {
                Box::pin(async move { conversations::page(snapshot, owner, &query).await })
            })
            .await
    }

    /// Deletes a conversation with its messages for good; `false` when there is no such conversation.
    pub async fn delete_conversation(
        &self,
        owner: UserId,
        id: ConversationId,
    ) -> Result<bool, StorageError> {
        let now = self.clock.now();
        self.database
            .write(move |tx| {
                Box::pin(async move {
                    let Some(user) = users::lock(tx, owner).await? else {
                        return Ok(false);
                    };
                    delete_conversation(tx, &user, id, now).await
                })
            })
            .await
    }
}

#[cfg(test)]
mod tests;
