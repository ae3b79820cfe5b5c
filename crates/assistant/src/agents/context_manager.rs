//! Opens a turn and stores it: the conversation, its last messages, and what any instance needs to continue it.

use std::sync::Arc;

use futures_util::future::{join, join5};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use tasktalk_domain::{
    Clock, Continuation, Conversation, ConversationId, ConversationTitle, Intent, Message,
    MessageId, MessageMetadata, ModelUse, Role, Selector, ShownList, TaskId, UserId,
    conversation::HISTORY,
};
use tasktalk_storage::{
    StorageError, Transaction, conversations, events, idempotency,
    messages::{self, Remembered},
    tasks,
    turns::RunningTurn,
    users::{self, LockedUser},
};
use uuid::Uuid;

use crate::{
    Defaults,
    agents::mcp_validator::spellings,
    conversation_service::{add_messages, create_conversation, tell_of_messages},
    pipeline::{Ground, Lost, Memory, OpenTurn, Outcome, Remark, Reply, memory},
    tools::ToolContext,
    turn::{EMBEDDED_ENGINE, Input, Turn, TurnError, TurnRequest},
};

/// How a turn begins.
pub(crate) enum Opened {
    /// It was answered before.
    Replay(Box<Turn>),
    /// It is to be answered.
    Fresh(Box<OpenTurn>),
}

/// Locks the user, and reads all that the turn begins with in one round trip, with what is known of the words that the
/// message asks for.
pub(crate) async fn open(
    tx: &Transaction<'_>,
    owner: UserId,
    request: &TurnRequest,
    asked: &[String],
    defaults: &Defaults,
    clock: &Clock,
    now: Timestamp,
) -> Result<Opened, TurnError> {
    let key = request.idempotency.as_ref();
    // Polled together, they share one round trip; the lock goes first.
    let (user, stored, conversation, history, known_words) = join5(
        users::lock(tx, owner),
        async {
            match key {
                Some(key) => idempotency::find(tx, owner, &key.key).await,
                None => Ok(None),
            }
        },
        async {
            match request.conversation {
                Some(id) => conversations::get(tx, owner, id).await,
                None => Ok(None),
            }
        },
        async {
            match request.conversation {
                Some(id) => messages::remembered(tx, owner, id, HISTORY).await,
                None => Ok(Vec::new()),
            }
        },
        async { tasks::vocabulary(tx, owner, &spellings::query(asked)).await },
    )
    .await;
    let user = user?.ok_or(TurnError::NoSuchUser)?;
    let mut lapsed = None;
    if let (Some(key), Some(stored)) = (key, stored?) {
        if stored.request_hash != key.request_hash {
            return Err(TurnError::IdempotencyMismatch);
        }
        if stored.status != LAPSED {
            let turn = replay(tx, owner, &stored.body).await?;
            return Ok(Opened::Replay(Box::new(turn)));
        }
        idempotency::forget(tx, owner, &key.key).await?;
        lapsed = Some(answered(&stored.body)?.conversation);
    }
    let conversation = conversation?;
    if request.conversation.is_some() && conversation.is_none() {
        return Err(TurnError::ConversationNotFound);
    }
    let begins = conversation.is_none();
    let (conversation, title) = if let Some(found) = conversation {
        (found.id, found.title)
    } else {
        let said = match &request.input {
            Input::Message(message) => message,
            Input::Answer { .. } => "",
        };
        let title = ConversationTitle::from_first_message(said);
        (ConversationId(clock.new_id()), title)
    };
    let memory = remember(tx, &user, history?, now).await?;
    let zone = (request.timezone.as_ref())
        .or(user.user.timezone.as_ref())
        .unwrap_or(&defaults.timezone)
        .clone();
    let locale = (user.user.locale.as_ref())
        .unwrap_or(&defaults.locale)
        .clone();
    let mut turn = OpenTurn {
        conversation,
        title,
        begins,
        user,
        zone,
        locale,
        memory,
        known_words: known_words?,
    };
    if let Some(conversation) = lapsed.filter(|_| request.conversation.is_none()) {
        go_on_in(tx, &mut turn, conversation, now).await?;
    }
    Ok(Opened::Fresh(Box::new(turn)))
}

/// Goes on in the conversation that an earlier attempt at this turn began, if there still is that conversation.
pub(crate) async fn go_on_in(
    tx: &Transaction<'_>,
    turn: &mut OpenTurn,
    conversation: ConversationId,
    now: Timestamp,
) -> Result<(), StorageError> {
    let owner = turn.user.user.id;
    let (found, history) = join(
        conversations::get(tx, owner, conversation),
        messages::remembered(tx, owner, conversation, HISTORY),
    )
    .await;
    let Some(found) = found? else { return Ok(()) };
    turn.memory = remember(tx, &turn.user, history?, now).await?;
    turn.conversation = found.id;
    turn.title = found.title;
    turn.begins = false;
    Ok(())
}

/// What the last messages of a conversation say, and what other doors did since.
async fn remember(
    tx: &Transaction<'_>,
    user: &LockedUser,
    history: Vec<Remembered>,
    now: Timestamp,
) -> Result<Memory, StorageError> {
    let mut memory = Memory::of(history, now)?;
    if let Some(as_of) = memory.as_of()
        && as_of < user.newest_event_before()
    {
        let since = events::after(tx, user.user.id, as_of, memory::EVENTS_LOOKED_AT).await?;
        memory.notice(&since);
    }
    Ok(memory)
}

/// Takes in what a command did: later commands of the message see it, and so does the next turn.
pub(crate) fn learn(memory: &mut Memory, outcome: &Outcome, now: Timestamp) {
    let mut about: Vec<TaskId> = Vec::new();
    for ran in &outcome.ran {
        let tasks = ran.tasks();
        if let Some(listed) = &ran.listed {
            let before = if listed.goes_on { memory.seen() } else { 0 };
            let next = ran.next(before);
            memory.show(tasks.clone(), listed.filter.clone(), next, now);
        }
        about.extend(tasks);
    }
    if let Some(Remark::Found(tasks)) = &outcome.remark {
        about.extend(tasks.iter().map(|task| task.id));
    }
    if let Some(Remark::PutOff(put_off)) = &outcome.remark {
        about.extend(put_off.reminders.iter().map(|(reminder, _)| reminder.task));
    }
    if let Some(Continuation::MissingDue { command }) =
        outcome.question.as_ref().map(|asked| &asked.continuation)
    {
        let named = command.reference.iter().flat_map(|named| &named.include);
        about.extend(named.filter_map(|selector| match selector {
            Selector::Id(id) => Some(*id),
            _ => None,
        }));
    }
    memory.ground = ground_after(memory.ground, outcome, !about.is_empty());
    memory.talk_about(about, outcome.alternatives.clone(), now);
    if outcome.answers_pending {
        memory.pending = None;
    }
}

/// What later commands of the message can point back to, after one that was about tasks, or about none.
fn ground_after(before: Ground, outcome: &Outcome, found: bool) -> Ground {
    let intent = outcome.command.intent;
    let nothing_meant = matches!(
        intent,
        Intent::Help | Intent::Greeting | Intent::Thanks | Intent::Unknown
    ) || matches!(
        outcome.remark,
        Some(
            Remark::LeftAlone
                | Remark::NothingToConfirm
                | Remark::QuestionForgotten
                | Remark::NothingAskedFor(_)
        )
    );
    if found {
        before.after_tasks(intent == Intent::ListTasks)
    } else if nothing_meant {
        before
    } else if outcome.question.is_some() {
        Ground::Lost(Lost::Asked)
    } else {
        Ground::Lost(Lost::Nothing)
    }
}

/// Where the answer to a request is kept: it is the assistant's message, and need not be written twice.
#[derive(Serialize, Deserialize)]
struct Answered {
    conversation: ConversationId,
    message: MessageId,
    /// The conversation begins with it.
    #[serde(default)]
    begins: bool,
}

/// The answer that was given, read from its message. The conversation may have been deleted since; what was done is not
/// done again even then.
async fn replay(tx: &Transaction<'_>, owner: UserId, body: &str) -> Result<Turn, TurnError> {
    let answered = answered(body)?;
    let (message, conversation) = join(
        messages::get(tx, owner, answered.conversation, answered.message),
        conversations::get(tx, owner, answered.conversation),
    )
    .await;
    let message = message?.ok_or(TurnError::ConversationNotFound)?;
    Ok(Turn {
        title: conversation?.map_or_else(String::new, |found| found.title.to_string()),
        begins: answered.begins,
        replayed: true,
        ..turn_of(answered.conversation, message)
    })
}

fn answered(body: &str) -> Result<Answered, StorageError> {
    serde_json::from_str(body).map_err(unreadable)
}

/// Keeps what came of a turn that somebody else ended than who began it, for whoever asks again with its key. After one
/// that lapsed, the same request acts, in the conversation that it was said in.
pub(crate) async fn keep_end(
    tx: &Transaction<'_>,
    owner: UserId,
    turn: &RunningTurn,
    answer: MessageId,
    begins: bool,
    lapsed: bool,
    now: Timestamp,
) -> Result<(), StorageError> {
    let Some((key, hash)) = &turn.idempotency else {
        return Ok(());
    };
    let answered = Answered {
        conversation: turn.conversation,
        message: answer,
        begins,
    };
    let body = serde_json::to_string(&answered).map_err(unreadable)?;
    let status = if lapsed { LAPSED } else { OK };
    idempotency::store_if_none(tx, owner, key, hash, status, &body, now).await
}

/// The turn that an assistant's message answered.
pub(crate) fn turn_of(conversation: ConversationId, message: Message) -> Turn {
    let metadata = message.metadata;
    Turn {
        conversation,
        message: message.id,
        response: message.content,
        tool_calls: message.tool_calls,
        success: metadata.success.unwrap_or(true),
        receipts: metadata.receipts,
        pending: metadata.pending,
        engine: metadata
            .engine
            .unwrap_or_else(|| EMBEDDED_ENGINE.to_owned()),
        confidence: metadata.confidence.unwrap_or_default(),
        model: metadata.model,
        title: String::new(),
        begins: false,
        replayed: false,
    }
}

/// Who understood a turn, and how far it is stored already.
#[derive(Debug, Default)]
pub(crate) struct Stamp {
    /// The language model whose reading or words these are; the embedded engine when `None`.
    pub(crate) engine: Option<String>,
    /// How a language model took part.
    pub(crate) model: Option<ModelUse>,
    /// What was stored before a language model was asked.
    pub(crate) stored: Option<Stored>,
}

/// A turn whose message is stored, and whose answer has its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    /// The user's message.
    pub(crate) question: MessageId,
    /// The assistant's message, to be.
    pub(crate) answer: MessageId,
    /// The conversation begins with it.
    pub(crate) begins: bool,
}

/// Stores the user's message at the end of the conversation, which it begins if need be.
pub(crate) async fn store_question(
    context: &ToolContext<'_>,
    turn: &OpenTurn,
    said: &str,
) -> Result<Stored, StorageError> {
    let (tx, owner, now) = (context.tx, context.user.user.id, context.now);
    let question = Message {
        id: next_id(turn.memory.newest, context.clock),
        role: Role::User,
        content: said.to_owned(),
        tool_calls: Vec::new(),
        metadata: MessageMetadata::default(),
        created_at: now,
    };
    if turn.begins {
        let conversation = Conversation {
            id: turn.conversation,
            title: turn.title.clone(),
            created_at: now,
            updated_at: now,
        };
        create_conversation(tx, context.user, &conversation).await?;
        messages::append(tx, owner, turn.conversation, &question).await?;
    } else {
        add_messages(tx, context.user, turn.conversation, &[&question], now).await?;
    }
    Ok(Stored {
        question: question.id,
        answer: next_id(Some(question.id), context.clock),
        begins: turn.begins,
    })
}

/// Stores what is not stored yet of both messages, what is remembered beside them, and the idempotency record.
pub(crate) async fn store(
    context: &ToolContext<'_>,
    turn: &OpenTurn,
    request: &TurnRequest,
    said: &str,
    memory: Memory,
    reply: Reply,
    stamp: Stamp,
) -> Result<Turn, StorageError> {
    let (tx, owner, now) = (context.tx, context.user.user.id, context.now);
    let Stored { answer, begins, .. } = match stamp.stored {
        Some(stored) => {
            tell_of_messages(tx, context.user, turn.conversation, now).await?;
            stored
        }
        None => store_question(context, turn, said).await?,
    };
    // Every event of this turn has its number by now, so none of them will count as another door's.
    let as_of = context.user.newest_event();
    let answer = Message {
        id: answer,
        role: Role::Assistant,
        content: reply.text,
        tool_calls: reply.tool_calls,
        metadata: MessageMetadata {
            intents: reply.intents,
            confidence: Some(reply.confidence),
            engine: Some(stamp.engine.unwrap_or_else(|| EMBEDDED_ENGINE.to_owned())),
            model: stamp.model,
            success: Some(reply.success),
            receipts: reply.receipts,
            snoozed: reply.snoozed,
            pending: reply.pending,
            shown: memory.shown.map(|shown| ShownList { as_of, ..shown }),
            focus: memory.focus,
            alternatives: memory.alternatives,
            misunderstood: reply.misunderstood,
            language: Some(context.texts.language.to_owned()),
        },
        created_at: now,
    };
    messages::append(tx, owner, turn.conversation, &answer).await?;
    if let Some(key) = &request.idempotency {
        let answered = Answered {
            conversation: turn.conversation,
            message: answer.id,
            begins,
        };
        let body = serde_json::to_string(&answered).map_err(unreadable)?;
        idempotency::store(tx, owner, &key.key, &key.request_hash, OK, &body, now).await?;
    }
    Ok(Turn {
        title: turn.title.to_string(),
        begins,
        ..turn_of(turn.conversation, answer)
    })
}

fn unreadable(error: serde_json::Error) -> StorageError {
    StorageError::Corrupt {
        column: "idempotency_keys.body",
        cause: Arc::new(error),
    }
}

/// The HTTP status under which an answered turn is kept.
const OK: u16 = 200;
/// The one under which a turn is kept that nobody finished (Gateway Timeout): it did nothing.
const LAPSED: u16 = 504;

/// A message's id, later than the one before it even where another instance's clock runs ahead of ours.
pub(crate) fn next_id(before: Option<MessageId>, clock: &Clock) -> MessageId {
    let fresh = clock.new_id();
    MessageId(match before {
        Some(MessageId(before)) if fresh <= before => {
            Uuid::from_u128(before.as_u128().saturating_add(1))
        }
        _ => fresh,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_clock_does_not_put_an_answer_before_its_question() {
        let fast = Clock::fixed("2026-11-22T09:00:01Z".parse().unwrap());
        let slow = Clock::fixed("2026-11-22T09:00:00Z".parse().unwrap());
        let question = MessageId(fast.new_id());
        let answer = next_id(Some(question), &slow);
        assert!(answer > question);
        assert!(next_id(Some(answer), &slow) > answer);
    }
}
