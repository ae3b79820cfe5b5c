//! Turns that are ended by somebody else than who began them: nobody finishes them any more, because the program stopped
//! while a language model was asked, or the user stopped them through another instance. They are ended plainly: nothing was changed, and the conversation says so. Doing later what was asked for, when nobody looks any
//! more, would be a surprise.

use jiff::Timestamp;
use tasktalk_domain::{
    Clock, Confidence, ConversationId, Message, MessageId, MessageMetadata, ModelUse, Role, UserId,
    conversation::HISTORY, text,
};
use tasktalk_storage::{
    Snapshot, StorageError, Transaction, idempotency, messages,
    turns::{self, RunningTurn},
    users::{self, LockedUser},
};

use crate::{
    Assistant,
    agents::context_manager::{keep_end, next_id, turn_of},
    conversation_service::add_messages,
    language_model::notes,
    turn::{EMBEDDED_ENGINE, Turn},
};

impl Assistant {
    /// Ends the turns whose time is over and that nobody ended; says how many. Several instances may do it at once. One
    /// that can't be ended doesn't keep the others waiting; what is wrong with it is said at the end.
    pub async fn end_abandoned_turns(&self) -> Result<u64, StorageError> {
        let now = self.clock.now();
        let abandoned: Vec<RunningTurn> = self
            .database
            .read(move |snapshot| Box::pin(async move { turns::abandoned(snapshot, now).await }))
            .await?;
        let (mut ended, mut failed) = (0, None);
        for turn in abandoned {
            let clock = self.clock.clone();
            let done: Result<bool, StorageError> = self
                .database
                .write(move |tx| {
                    let (clock, turn) = (clock.clone(), turn.clone());
                    Box::pin(async move {
                        let Some(user) = users::lock(tx, turn.owner).await? else {
                            return Ok(false);
                        };
                        let message = end(tx, &user, &turn, Why::Abandoned, &clock, now).await?;
                        Ok::<_, StorageError>(message.is_some())
                    })
                })
                .await;
            match done {
                Ok(done) => ended += u64::from(done),
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(ended), Err)
    }
}

/// So many characters of a message are quoted.
const QUOTED: usize = 60;

/// Why a turn is ended by somebody else than who began it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Why {
    /// Its time is over.
    Abandoned,
    /// Its user stopped it.
    Stopped,
}

impl Why {
    /// What is said of it; `earlier` is the message where it isn't the newest.
    fn told(self, language: &str, earlier: Option<&str>) -> String {
        match (self, earlier) {
            (Self::Abandoned, None) => notes::abandoned(language).to_owned(),
            (Self::Abandoned, Some(message)) => {
                notes::abandoned_earlier(language, &shortened(message))
            }
            (Self::Stopped, _) => notes::stopped(language).to_owned(),
        }
    }

    fn outcome(self) -> &'static str {
        match self {
            Self::Abandoned => notes::ABANDONED,
            Self::Stopped => notes::STOPPED,
        }
    }
}

/// So much of a message that it is known again, on one line.
fn shortened(message: &str) -> String {
    let line = text::one_line(message);
    let mut short: String = line.chars().take(QUOTED).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}

/// Whether the request of a turn was sent again and answered: by an instance without a model, which waits for nobody.
async fn was_answered_since(
    s: &Snapshot<'_>,
    owner: UserId,
    turn: &RunningTurn,
) -> Result<bool, StorageError> {
    match &turn.idempotency {
        Some((key, _)) => Ok(idempotency::find(s, owner, key).await?.is_some()),
        None => Ok(false),
    }
}

/// The answer that a message got from whoever ended its turn.
pub(super) async fn ended(
    s: &Snapshot<'_>,
    owner: UserId,
    conversation: ConversationId,
    question: MessageId,
) -> Result<Option<Turn>, StorageError> {
    let newest = messages::last(s, owner, conversation, HISTORY).await?;
    let answer = newest
        .into_iter()
        .find(|message| message.id > question && message.role == Role::Assistant);
    Ok(answer.map(|answer| turn_of(conversation, answer)))
}

/// Ends a turn under its owner's lock, and says so in its conversation; the message that says it, or `None` when
/// somebody else ended the turn, or a retry of it had an answer meanwhile. What the conversation remembered before stays
/// remembered.
pub(super) async fn end(
    tx: &Transaction<'_>,
    user: &LockedUser,
    turn: &RunningTurn,
    why: Why,
    clock: &Clock,
    now: Timestamp,
) -> Result<Option<MessageId>, StorageError> {
    let (owner, conversation) = (user.user.id, turn.conversation);
    if !turns::end(tx, owner, turn.message).await? {
        return Ok(None);
    }
    if was_answered_since(tx, owner, turn).await? {
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
    let asked = asked.map_or_else(String::new, |asked| asked.content);
    let language = tasktalk_understanding::language_of(&asked, &locale);
    let newest = history.first().map_or(turn.message, |newest| newest.id);
    // An instance without a model lets people go on.
    let since = Some(asked.as_str()).filter(|_| newest != turn.message);
    let answer = Message {
        id: next_id(Some(newest), clock),
        role: Role::Assistant,
        content: why.told(language, since),
        tool_calls: Vec::new(),
        metadata: MessageMetadata {
            intents: Vec::new(),
            confidence: Some(Confidence::default()),
            engine: Some(EMBEDDED_ENGINE.to_owned()),
            model: Some(ModelUse {
                model: String::new(),
                outcome: why.outcome().to_owned(),
                prompt_tokens: 0,
                completion_tokens: 0,
            }),
            success: Some(false),
            receipts: Vec::new(),
            snoozed: Vec::new(),
            ..before
        },
        created_at: now,
    };
    add_messages(tx, user, conversation, &[&answer], now).await?;
    let begins = history.len() <= 1;
    let lapsed = matches!(why, Why::Abandoned);
    keep_end(tx, owner, turn, answer.id, begins, lapsed, now).await?;
    tracing::info!(
        why = why.outcome(),
        "ended a turn for which a language model was asked"
    );
    Ok(Some(answer.id))
}
