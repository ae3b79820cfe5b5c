//! Conversations, without their messages.

use jiff::Timestamp;
use tasktalk_domain::{Conversation, ConversationId, ConversationTitle, UserId, text};

use crate::{
    Result, Snapshot, Transaction, cursor,
    row::Row,
    value::{limit, parameters},
};

/// Which conversations, newest first.
#[derive(Clone, Debug)]
pub struct ConversationQuery {
    /// At most so many.
    pub limit: usize,
    /// Where the page before ended.
    pub cursor: Option<ConversationCursor>,
    /// Only those whose title contains this, whatever its case and accents.
    pub text: Option<String>,
}

/// Some conversations, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct ConversationPage {
    /// The conversations.
    pub conversations: Vec<Conversation>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<ConversationCursor>,
}

/// A place in the list of conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConversationCursor {
    updated_at: Timestamp,
    id: ConversationId,
}

/// The columns of a conversation, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "id, title, created_at, updated_at"
    };
}

/// Stores a new conversation.
pub async fn insert(
    tx: &Transaction<'_>,
    owner: UserId,
    conversation: &Conversation,
) -> Result<()> {
    let title = conversation.title.as_str();
    tx.defer(
        "INSERT INTO conversations (user_id, id, title, title_folded, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        parameters![
            owner,
            conversation.id,
            title,
            text::fold(title),
            conversation.created_at,
            conversation.updated_at,
        ],
    )
    .await
}

/// A conversation of this owner.
pub async fn get(
    s: &Snapshot<'_>,
    owner: UserId,
    id: ConversationId,
) -> Result<Option<Conversation>> {
    s.optional(
        concat!(
            "SELECT ",
            columns!(),
            " FROM conversations WHERE user_id = $1 AND id = $2"
        ),
        parameters![owner, id],
        read,
    )
    .await
}

/// A page of this owner's conversations, the one with the newest turn first.
pub async fn page(
    s: &Snapshot<'_>,
    owner: UserId,
    query: &ConversationQuery,
) -> Result<ConversationPage> {
    let mut sql = concat!(
        "SELECT ",
        columns!(),
        " FROM conversations WHERE user_id = $1"
    )
    .to_owned();
    let mut parameters = parameters![owner, limit(query.limit.saturating_add(1))];
    if let Some(cursor) = &query.cursor {
        sql.push_str(" AND (updated_at, id) < ($3, $4)");
        parameters.extend(parameters![cursor.updated_at, cursor.id]);
    }
    if let Some(text) = &query.text {
        parameters.push(pattern(text).into());
        sql.push_str(" AND title_folded LIKE $");
        sql.push_str(&parameters.len().to_string());
        sql.push_str(" ESCAPE '!'");
    }
    sql.push_str(" ORDER BY updated_at DESC, id DESC LIMIT $2");
    let mut conversations = s.all(sql, parameters, read).await?;
    let more = conversations.len() > query.limit;
    conversations.truncate(query.limit);
    let next = conversations
        .last()
        .filter(|_| more)
        .map(|last| ConversationCursor {
            updated_at: last.updated_at,
            id: last.id,
        });
    Ok(ConversationPage {
        conversations,
        next,
    })
}

/// What contains this text, as a pattern of LIKE with `!` as its escape.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text::fold(text).chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Renames a conversation; false when there is none.
pub async fn set_title(
    tx: &Transaction<'_>,
    owner: UserId,
    id: ConversationId,
    title: &ConversationTitle,
    now: Timestamp,
) -> Result<bool> {
    let changed = tx
        .execute(
            "UPDATE conversations SET title = $3, title_folded = $4, updated_at = $5 \
             WHERE user_id = $1 AND id = $2",
            parameters![owner, id, title.as_str(), text::fold(title.as_str()), now],
        )
        .await?;
    Ok(changed > 0)
}

/// Notes that something was said in it.
pub async fn touch(
    tx: &Transaction<'_>,
    owner: UserId,
    id: ConversationId,
    at: Timestamp,
) -> Result<()> {
    tx.defer(
        "UPDATE conversations SET updated_at = $3 WHERE user_id = $1 AND id = $2",
        parameters![owner, id, at],
    )
    .await
}

/// Removes a conversation with its messages; false when there is none.
pub async fn delete(tx: &Transaction<'_>, owner: UserId, id: ConversationId) -> Result<bool> {
    let changed = tx
        .execute(
            "DELETE FROM conversations WHERE user_id = $1 AND id = $2",
            parameters![owner, id],
        )
        .await?;
    Ok(changed > 0)
}

fn read(row: &mut Row<'_>) -> Result<Conversation> {
    Ok(Conversation {
        id: ConversationId(row.uuid("id")?),
        title: row.parsed("title", ConversationTitle::parse)?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
    })
}

impl ConversationCursor {
    /// The place behind a conversation.
    pub fn behind(conversation: &Conversation) -> Self {
        Self {
            updated_at: conversation.updated_at,
            id: conversation.id,
        }
    }

    /// As text that means nothing to anyone else.
    pub fn encode(&self) -> String {
        cursor::encode(&format!(
            "{}/{}",
            self.updated_at.as_microsecond(),
            self.id.0.simple()
        ))
    }

    /// Reads such a text; `None` for any other.
    pub fn decode(text: &str) -> Option<Self> {
        let plain = cursor::decode(text)?;
        let (updated_at, id) = plain.split_once('/')?;
        Some(Self {
            updated_at: Timestamp::from_microsecond(updated_at.parse().ok()?).ok()?,
            id: ConversationId(id.parse().ok()?),
        })
    }
}
