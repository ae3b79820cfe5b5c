//! `talk`: one turn of the conversation as one tool, for agents that would rather pass the user's words on.
//!
//! Where the conversation asks whether tasks shall be deleted, the user is asked as `delete_tasks` asks: a model's "yes"
//! is none.

use serde_json::{Value, json};
use tasktalk_assistant::{IdempotencyKey, Input, Scope, Turn, TurnError, TurnRequest};
use tasktalk_domain::{Continuation, ConversationId, Intent, Pending, PendingKind, Zone};
use tasktalk_understanding::{Answer, Moment, understand_answer};
use tokio::time::Instant;

use super::{ACTS, Call, Reply, ToolSpec, schema};
use crate::{
    extract::path_id::parse_conversation_id,
    mcp::{
        asking::{Asked, Consent},
        confirmation::{Confirmation, Question},
        failure::{Failure, Fault, invalid},
    },
    wire,
};

pub(super) const TALK: ToolSpec = ToolSpec {
    name: "talk",
    title: "Talk to the list",
    description: "Passes the user's own words on to the list, which understands them, acts, and answers or asks back. Pass conversation_id on so that 'undo', 'the second one' and answers to its questions are understood.",
    scopes: &[Scope::Read, Scope::Write],
    hints: ACTS,
    input: || {
        schema::with_key(schema::object(
            json!({
                "message": {"type": "string", "minLength": 1, "maxLength": 4000, "description": "What the user said, word for word."},
                "conversation_id": {"type": "string", "description": "From the answer before; a new conversation when left out."},
                "timezone": {"type": "string", "description": "Where the user is now, an IANA name."},
                "confirm_token": {"type": "string", "description": "From the answer before, after the user agreed to a deletion."},
            }),
            &["message"],
        ))
    },
    output: || {
        json!({"type": "object", "properties": {
            "response": {"type": "string"},
            "success": {"type": "boolean"},
            "conversation_id": {"type": "string"},
            "pending": {"type": ["object", "null"]},
            "receipts": {"type": "array", "items": {"type": "object"}},
            "confirm_token": {"type": "string"},
        }})
    },
    shows_tasks: false,
    run: |call| Box::pin(run(call)),
};

async fn run(mut call: Call<'_>) -> Result<Reply, Fault> {
    let was_asked = call.asking.answered().is_some();
    let agreed = call.agreed()?;
    let mut said = Said::take(&mut call)?;
    let words = understood(&call, &said.message);
    let mut seen = None;
    if let Some((state, consent)) = agreed {
        let now = call.state.clock.now();
        let confirmation = call.state.confirmations.open(&state, call.user.id, now)?;
        let question = confirmation.question().ok_or_else(not_ours)?;
        // A token says that the user saw the question; what they answered, their words say.
        let consent = if was_asked {
            Some(consent)
        } else {
            plain(words.as_ref())
        };
        if let Some(consent) = consent {
            return settle(&call, question, consent, said.timezone).await;
        }
        said.conversation = Some(ConversationId(question.conversation));
        seen = Some(question.pending);
    }
    if let Some(conversation) = said.conversation
        && agrees(words.as_ref())
        && let Some(pending) = open_deletion(&call, conversation).await?
        && seen != Some(pending.id)
    {
        return consent(&call, conversation, &pending, None, said.timezone).await;
    }
    let idempotency = call.idempotency.clone();
    let timezone = said.timezone.clone();
    let input = Input::Message(said.message);
    let turn = turn(
        &call,
        input,
        said.conversation,
        said.timezone,
        idempotency,
        call.since,
    )
    .await?;
    match turn.pending.clone().filter(deletes) {
        Some(pending) => {
            let conversation = turn.conversation;
            consent(&call, conversation, &pending, Some(turn), timezone).await
        }
        None => told(&call, turn),
    }
}

/// The arguments.
struct Said {
    message: String,
    conversation: Option<ConversationId>,
    timezone: Option<Zone>,
}

impl Said {
    fn take(call: &mut Call<'_>) -> Result<Self, Failure> {
        Ok(Self {
            message: call.arguments.require_text("message")?,
            conversation: call
                .arguments
                .take_text("conversation_id")?
                .map(|id| parse_conversation_id(&id))
                .transpose()
                .map_err(|_| Failure::new("conversation_not_found", "Conversation not found"))?,
            timezone: call
                .arguments
                .take_text("timezone")?
                .map(|name| Zone::parse(&name))
                .transpose()
                .map_err(|error| invalid(error.to_string()))?,
        })
    }
}

async fn turn(
    call: &Call<'_>,
    input: Input,
    conversation: Option<ConversationId>,
    timezone: Option<Zone>,
    idempotency: Option<IdempotencyKey>,
    since: Instant,
) -> Result<Turn, TurnError> {
    let request = TurnRequest {
        input,
        conversation,
        timezone,
        permissions: call.permissions(),
        idempotency,
        since,
    };
    let started = Instant::now();
    let answered = call.state.assistant.turn(call.user.id, request).await;
    crate::routes::chat::count(&call.state.metrics, &answered, started);
    answered
}

/// A question, or something that was not done, is told in words: it is no error of the call.
fn told(call: &Call<'_>, turn: Turn) -> Result<Reply, Fault> {
    Ok(Reply::Question(in_words(call, turn)?))
}

fn in_words(call: &Call<'_>, turn: Turn) -> Result<Value, Fault> {
    let replayed = turn.replayed;
    let response = wire::turn::response(turn, &call.user.public_id);
    let mut told = serde_json::to_value(response).map_err(|_| Fault::Broken)?;
    if replayed {
        told["replayed"] = json!(true);
    }
    Ok(told)
}

/// Asks the user whether the tasks shall be deleted. `turn` asked it just now; else it was asked before.
async fn consent(
    call: &Call<'_>,
    conversation: ConversationId,
    pending: &Pending,
    turn: Option<Turn>,
    timezone: Option<Zone>,
) -> Result<Reply, Fault> {
    let question = Question {
        conversation: conversation.0,
        pending: pending.id,
    };
    let state = call.state;
    let (nonce, now) = (state.clock.random_id(), state.clock.now());
    let confirmation = Confirmation::of_question(call.user.id, question, nonce, now);
    let token = state.confirmations.seal(&confirmation);
    match call.asking.ask(pending.question.clone(), &token).await {
        Asked::Answered(consent) => settle(call, question, consent, timezone).await,
        Asked::CallAgain(result) => Ok(Reply::Ask(result)),
        Asked::Unable => {
            let mut shown = match turn {
                Some(turn) => in_words(call, turn)?,
                None => json!({
                    "success": false,
                    "conversation_id": conversation.to_string(),
                    "response": pending.question,
                    "pending": wire::conversation::pending(pending),
                }),
            };
            shown["confirm_token"] = json!(token);
            shown["expires_at"] = json!(confirmation.expires());
            shown["next_step"] = json!(
                "Nothing was deleted yet. Show the user the question, and call talk again with this conversation_id, this confirm_token and what they answer: 'yes', 'no', or which of the tasks."
            );
            Ok(Reply::Question(shown))
        }
    }
}

/// Answers the conversation's question as the user did.
async fn settle(
    call: &Call<'_>,
    question: Question,
    consent: Consent,
    timezone: Option<Zone>,
) -> Result<Reply, Fault> {
    let option = match consent {
        Consent::Yes => "yes",
        Consent::No => "no",
    };
    let input = Input::Answer {
        pending: question.pending,
        option: option.to_owned(),
    };
    // The question was another request than the answer, though a client sends both with the same key.
    let idempotency = call.idempotency.clone().map(|key| IdempotencyKey {
        key: format!("{}:answer", key.key),
        request_hash: wire::hash(format!("{}\n{}", question.pending, option).as_bytes()),
    });
    let conversation = ConversationId(question.conversation);
    // What the user took to answer is not the turn's time.
    let since = Instant::now();
    let turn = turn(
        call,
        input,
        Some(conversation),
        timezone,
        idempotency,
        since,
    )
    .await?;
    told(call, turn)
}

/// The conversation's question whether to delete tasks, if it waits for an answer.
async fn open_deletion(
    call: &Call<'_>,
    conversation: ConversationId,
) -> Result<Option<Pending>, Fault> {
    let conversations = call.state.assistant.conversations();
    let newest = conversations
        .get_messages(call.user.id, conversation, 1, None)
        .await?;
    let now = call.state.clock.now();
    Ok(newest
        .and_then(|mut page| page.messages.pop())
        .and_then(|message| message.metadata.pending)
        .filter(|pending| pending.expires_at > now && deletes(pending)))
}

fn deletes(pending: &Pending) -> bool {
    matches!(
        &pending.continuation,
        Continuation::OnExactly { command, .. } if command.intent == Intent::DeleteTask
    )
}

/// What words say to a question whether something shall be done.
fn understood(call: &Call<'_>, message: &str) -> Option<Answer> {
    let zone = call.zone();
    let moment = Moment {
        now: zone.local(call.state.clock.now()),
        zone,
        locale: call.state.locale_of(&call.user.user),
    };
    understand_answer(message, &[], PendingKind::Confirm, &moment)
}

/// Whether words would have it done, or a part of it.
fn agrees(words: Option<&Answer>) -> bool {
    matches!(words, Some(Answer::Yes | Answer::All | Answer::Part(_)))
}

/// A plain yes or no in words. Anything else is for the conversation, which can do a part, or asks again.
fn plain(words: Option<&Answer>) -> Option<Consent> {
    match words? {
        Answer::Yes | Answer::All => Some(Consent::Yes),
        Answer::No | Answer::Neither => Some(Consent::No),
        _ => None,
    }
}

fn not_ours() -> Failure {
    Failure::new(
        "confirmation_mismatch",
        "The confirmation is for something else",
    )
}
