//! What was said in a conversation.

use jiff::Timestamp;
use serde_json::to_string;
use tasktalk_domain::{
    ConversationId, Message, MessageId, MessageMetadata, Role, SortOrder, UserId,
};
use uuid::Uuid;

use crate::{
    Result, Snapshot, StorageError, Transaction, cursor,
    row::Row,
    value::{limit, parameters},
};

/// Some messages of a conversation, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct MessagePage {
    /// The messages, oldest first.
    pub messages: Vec<Message>,
    /// Where the page of older messages ends; `None` when there are none.
    pub next: Option<MessageCursor>,
}

/// What is remembered beside a message, as it is stored: a turn looks back on twenty of them and reads one or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// The message.
    pub id: MessageId,
    /// Who said it.
    pub role: Role,
    /// When.
    pub created_at: Timestamp,
    /// The JSON of its metadata.
    pub metadata: String,
}

impl Remembered {
    /// Reads it.
    pub fn read(&self) -> Result<MessageMetadata> {
        serde_json::from_str(&self.metadata)
            .map_err(|error| StorageError::corrupt("metadata", error))
    }
}

/// A place in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageCursor(MessageId);

/// The columns of a message, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "id, role, content, tool_calls, metadata, created_at"
    };
}

/// Stores a message at the end of a conversation; its id sorts by time.
pub async fn append(
    tx: &Transaction<'_>,
    owner: UserId,
    conversation: ConversationId,
    message: &Message,
) -> Result<()> {
    let tool_calls = to_string(&message.tool_calls).map_err(StorageError::driver)?;
    let metadata = to_string(&message.metadata).map_err(StorageError::driver)?;
    tx.defer(
        "INSERT INTO messages (user_id, conversation_id, id, role, content, tool_calls, metadata, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        parameters![
            owner,
            conversation,
            message.id,
            message.role.as_str(),
            message.content.as_str(),
            tool_calls,
            metadata,
            message.created_at,
        ],
    )
    .await
}

/// One message.
pub async fn get(
    s: &Snapshot<'_>,
    owner: UserId,
    conversation: ConversationId,
    message: MessageId,
) -> Result<Option<Message>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            " FROM messages WHERE user_id = $1 AND conversation_id = $2 AND id = $3"
        ),
        parameters![owner, conversation, message],
        read,
    )
    .await
}

/// The last `count` messages, oldest first.
pub async fn last(
    s: &Snapshot<'_>,
    owner: UserId,
    conversation: ConversationId,
    count: usize,
) -> Result<Vec<Message>> {
    let mut messages = s
        .all(
            concat!(
                "SELECT ",
                columns!(),
                " FROM messages WHERE user_id = $1 AND conversation_id = $2 \
                 ORDER BY id DESC LIMIT $3"
            ),
            parameters![owner, conversation, limit(count)],
            read,
        )
        .await?;
    messages.reverse();
    Ok(messages)
}

/// What is remembered beside the last `count` messages, newest first.
pub async fn remembered(
    s: &Snapshot<'_>,
    owner: UserId,
    conversation: ConversationId,
    count: usize,
) -> Result<Vec<Remembered>> {
    s.all(
        "SELECT id, role, metadata, created_at FROM messages \
         WHERE user_id = $1 AND conversation_id = $2 ORDER BY id DESC LIMIT $3",
        parameters![owner, conversation, limit(count)],
        |row| {
            Ok(Remembered {
                id: MessageId(row.uuid("id")?),
                role: role(row)?,
                metadata: row.text("metadata")?,
                created_at: row.instant("created_at")?,
            })
        },
    )
    .await
}

/// A page of a conversation. Without a cursor it is the newest messages; each further page holds older ones. Within a
/// page the oldest comes first.
pub async fn page(
    s: &Snapshot<'_>,
    owner: UserId,
    conversation: ConversationId,
    most: usize,
    cursor: Option<&MessageCursor>,
) -> Result<MessagePage> {
    let one_more = most.saturating_add(1);
    let mut messages = match cursor {
        None => last(s, owner, conversation, one_more).await?,
        Some(MessageCursor(before)) => {
            let mut messages = s
                .all(
                    concat!(
                        "SELECT ",
                        columns!(),
                        " FROM messages WHERE user_id = $1 AND conversation_id = $2 AND id < $3 \
                         ORDER BY id DESC LIMIT $4"
                    ),
                    parameters![owner, conversation, *before, limit(one_more)],
                    read,
                )
                .await?;
            messages.reverse();
            messages
        }
    };
    let more = messages.len() > most;
    if more {
        messages.remove(0);
    }
    let next = messages
        .first()
        .filter(|_| more)
        .map(|oldest| MessageCursor(oldest.id));
    Ok(MessagePage { messages, next })
}

/// Messages of a conversation from one on, itself included, in either direction; from an end when none is named.
pub async fn walk(
    s: &Snapshot<'_>,
    owner: UserId,
    conversation: ConversationId,
    from: Option<MessageId>,
    order: SortOrder,
    most: usize,
) -> Result<Vec<Message>> {
    let (sql, end) = match order {
        SortOrder::Asc => (
            concat!(
                "SELECT ",
                columns!(),
                " FROM messages WHERE user_id = $1 AND conversation_id = $2 AND id >= $3 \
                 ORDER BY id LIMIT $4"
            ),
            Uuid::nil(),
        ),
        SortOrder::Desc => (
            concat!(
                "SELECT ",
                columns!(),
                " FROM messages WHERE user_id = $1 AND conversation_id = $2 AND id <= $3 \
                 ORDER BY id DESC LIMIT $4"
            ),
            Uuid::max(),
        ),
    };
    let from = from.unwrap_or(MessageId(end));
    let parameters = parameters![owner, conversation, from, limit(most)];
    s.all(sql, parameters, read).await
}

/// Deletes a message and all after it, for good.
pub async fn delete_from(
    tx: &Transaction<'_>,
    owner: UserId,
    conversation: ConversationId,
    from: MessageId,
) -> Result<()> {
    tx.execute(
        "DELETE FROM messages WHERE user_id = $1 AND conversation_id = $2 AND id >= $3",
        parameters![owner, conversation, from],
    )
    .await?;
    Ok(())
}

fn read(row: &mut Row<'_>) -> Result<Message> {
    Ok(Message {
        id: MessageId(row.uuid("id")?),
        role: role(row)?,
        content: row.text("content")?,
        tool_calls: row.json("tool_calls")?,
        metadata: row.json("metadata")?,
        created_at: row.instant("created_at")?,
    })
}

fn role(row: &mut Row<'_>) -> Result<Role> {
    row.parsed("role", |word| {
        [Role::User, Role::Assistant]
            .into_iter()
            .find(|role| role.as_str() == word)
            .ok_or("not a role")
    })
}

impl MessageCursor {
    /// As text that means nothing to anyone else.
    pub fn encode(&self) -> String {
        cursor::encode(&self.0.0.simple().to_string())
    }

    /// Reads such a text; `None` for any other.
    pub fn decode(text: &str) -> Option<Self> {
        let id = cursor::decode(text)?.parse().ok()?;
        Some(Self(MessageId(id)))
    }
}
