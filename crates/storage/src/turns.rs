//! Turns that wait for a language model: their message is stored, their answer is not yet.
//!
//! Whoever takes the row away ends the turn, in the transaction that stores its answer. So a turn has one end, also when
//! two instances want to end it.

use jiff::Timestamp;
use tasktalk_domain::{ConversationId, MessageId, UserId};

use crate::{
    Result, Snapshot, Transaction,
    row::Row,
    value::{limit, parameters},
};

/// Most turns that [`abandoned`] names at once.
const ABANDONED_AT_ONCE: usize = 100;

/// A turn that waits for a language model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningTurn {
    /// Whose it is.
    pub owner: UserId,
    /// Its message, which is stored.
    pub message: MessageId,
    /// The conversation it belongs to.
    pub conversation: ConversationId,
    /// The key its request came with, and the request's fingerprint.
    pub idempotency: Option<(String, String)>,
    /// Until when the instance that began it is waited for.
    pub lease_until: Timestamp,
}

/// The columns of a turn, in the order in which [`read`] takes them.
macro_rules! columns {
    () => {
        "user_id, id, conversation_id, idempotency_key, request_hash, lease_until"
    };
}

/// Notes that a turn waits.
pub async fn begin(tx: &Transaction<'_>, owner: UserId, turn: &RunningTurn) -> Result<()> {
    let (key, hash) = turn.idempotency.clone().unzip();
    tx.defer(
        concat!(
            "INSERT INTO turns (",
            columns!(),
            ") VALUES ($1, $2, $3, $4, $5, $6)"
        ),
        parameters![
            owner,
            turn.message,
            turn.conversation,
            key,
            hash,
            turn.lease_until
        ],
    )
    .await
}

/// The turns of this owner that wait.
pub async fn running(s: &Snapshot<'_>, owner: UserId) -> Result<Vec<RunningTurn>> {
    s.all(
        concat!("SELECT ", columns!(), " FROM turns WHERE user_id = $1"),
        parameters![owner],
        read,
    )
    .await
}

/// Takes a turn away to end it; `false` when somebody else did.
pub async fn end(tx: &Transaction<'_>, owner: UserId, message: MessageId) -> Result<bool> {
    let ended = tx
        .optional(
            "DELETE FROM turns WHERE user_id = $1 AND id = $2 RETURNING id",
            parameters![owner, message],
            |row| row.uuid("id"),
        )
        .await?;
    Ok(ended.is_some())
}

/// Turns of anyone whose lease was over before this instant, the oldest first; a hundred at most.
pub async fn abandoned(s: &Snapshot<'_>, before: Timestamp) -> Result<Vec<RunningTurn>> {
    s.all(
        concat!(
            "SELECT ",
            columns!(),
            " FROM turns WHERE lease_until < $1 ORDER BY lease_until LIMIT $2"
        ),
        parameters![before, limit(ABANDONED_AT_ONCE)],
        read,
    )
    .await
}

fn read(row: &mut Row<'_>) -> Result<RunningTurn> {
    Ok(RunningTurn {
        owner: UserId(row.integer("user_id")?),
        message: MessageId(row.uuid("id")?),
        conversation: ConversationId(row.uuid("conversation_id")?),
        idempotency: row
            .optional_text("idempotency_key")?
            .zip(row.optional_text("request_hash")?),
        lease_until: row.instant("lease_until")?,
    })
}
