//! Turns that nobody finishes any more, because the program stopped while a language model was asked. They are ended
//! plainly: nothing was changed, and the conversation says so. Doing later what was asked for, when nobody looks any
//! more, would be a surprise.

use jiff::Timestamp;
use tasktalk_domain::{
    Clock, Confidence, Message, MessageId, MessageMetadata, ModelUse, Role, conversation::HISTORY,
};
use tasktalk_storage::{
    StorageError, Transaction, messages,
    turns::{self, RunningTurn},
    users::{self, LockedUser},
};

use crate::{
    Assistant, agents::context_manager::next_id, conversation_service::add_messages,
    language_model::notes, turn::EMBEDDED_ENGINE,
};

impl Assistant {
    /// Ends the turns whose time is over and that nobody ended; says how many. Several instances may do it at once.
    pub async fn end_abandoned_turns(&self) -> Result<u64, StorageError> {
        let now = self.clock.now();
        let abandoned: Vec<RunningTurn> = self
            .database
            .read(move |snapshot| Box::pin(async move { turns::abandoned(snapshot, now).await }))
            .await?;
        let mut ended = 0;
        for turn in abandoned {
            let clock = self.clock.clone();
            let done: bool = self
                .database
                .write(move |tx| {
                    let (clock, turn) = (clock.clone(), turn.clone());
                    Box::pin(async move {
                        let Some(user) = users::lock(tx, turn.owner).await? else {
                            return Ok(false);
                        };
                        let message = end(tx, &user, &turn, &clock, now).await?;
                        Ok::<_, StorageError>(message.is_some())
                    })
                })
                .await?;
            ended += u64::from(done);
        }
        Ok(ended)
    }
}

/// Ends a turn under its owner's lock, and says so in its conversation; the message that says it, or `None` when
/// somebody else ended the turn. What the conversation remembered before stays remembered.
pub(super) async fn end(
    tx: &Transaction<'_>,
    user: &LockedUser,
    turn: &RunningTurn,
    clock: &Clock,
    now: Timestamp,
) -> Result<Option<MessageId>, StorageError> {
    let (owner, conversation) = (user.user.id, turn.conversation);
    if !turns::end(tx, owner, turn.message).await? {
        return Ok(None);
    }
    let history = messages::remembered(tx, owner, conversation, HISTORY).await?;
    let before = match history
        .iter()
        .find(|message| message.role == Role::Assistant)
    {
        Some(reply) => reply.read()?,
        None => MessageMetadata::default(),
    };
    let asked = messages::get(tx, owner, conversation, turn.message).await?;
    let locale = user.user.locale.clone().unwrap_or_default();
    let language = asked.map_or("en", |asked| {
        tasktalk_understanding::language_of(&asked.content, &locale)
    });
    let newest = history.first().map_or(turn.message, |newest| newest.id);
    let answer = Message {
        id: next_id(Some(newest), clock),
        role: Role::Assistant,
        content: notes::abandoned(language).to_owned(),
        tool_calls: Vec::new(),
        metadata: MessageMetadata {
            intents: Vec::new(),
            confidence: Some(Confidence::default()),
            engine: Some(EMBEDDED_ENGINE.to_owned()),
            model: Some(ModelUse {
                model: String::new(),
                outcome: notes::ABANDONED.to_owned(),
                prompt_tokens: 0,
                completion_tokens: 0,
            }),
            success: Some(false),
            receipts: Vec::new(),
            ..before
        },
        created_at: now,
    };
    add_messages(tx, user, conversation, &[&answer], now).await?;
    tracing::info!("ended a turn that was abandoned while a language model was asked");
    Ok(Some(answer.id))
}
