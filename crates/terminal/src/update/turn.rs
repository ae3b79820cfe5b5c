//! One turn: said, answered bit by bit, stopped.

use tasktalk_api::{
    chat::{Answer, ChatRequest, ChatResponse},
    client::TurnPart,
};

use super::{Effect, TurnNews, reading};
use crate::{
    harmless::Harmless,
    markdown,
    model::{Entry, Model, Question, Reply, Running},
};

/// Says a message.
pub(super) fn say(model: &mut Model, message: String) -> Vec<Effect> {
    let shown = Harmless::text(message.trim());
    let request = ChatRequest {
        message: Some(message),
        ..ChatRequest::default()
    };
    begin(model, shown, request)
}

/// Answers the question that waits with one of its options.
pub(super) fn choose(model: &mut Model, question: &Question, option: usize) -> Vec<Effect> {
    let Some((id, label)) = question.options.get(option) else {
        return Vec::new();
    };
    let request = ChatRequest {
        answer: Some(Answer {
            pending_id: question.id.clone(),
            option_id: id.clone(),
        }),
        ..ChatRequest::default()
    };
    begin(model, label.clone(), request)
}

fn begin(model: &mut Model, shown: Harmless, request: ChatRequest) -> Vec<Effect> {
    model.talk.turns += 1;
    let number = model.talk.turns;
    model.talk.entries.push(Entry::You(shown));
    model.talk.entries.push(Entry::Reply(Reply {
        running: true,
        ..Reply::default()
    }));
    model.talk.running = Some(Running {
        number,
        stop_asked: false,
        more_was_said: false,
    });
    model.talk.question = None;
    model.talk.top = None;
    let request = ChatRequest {
        conversation_id: model.talk.conversation.clone(),
        timezone: model.timezone.clone(),
        ..request
    };
    vec![Effect::Say(number, Box::new(request))]
}

/// Stops the running turn; as soon as its conversation is known, when it is the first.
pub(super) fn stop(model: &mut Model) -> Vec<Effect> {
    let Some(running) = &mut model.talk.running else {
        return Vec::new();
    };
    running.stop_asked = true;
    let number = running.number;
    if model.talk.reply().is_some_and(|reply| reply.lost) {
        let why = model.words.gave_up;
        let mut effects = vec![Effect::GiveUp(number)];
        effects.extend(fail(model, why));
        return effects;
    }
    model
        .talk
        .conversation
        .clone()
        .map(Effect::Stop)
        .into_iter()
        .collect()
}

/// Takes in what becomes of a turn.
pub(super) fn news(model: &mut Model, number: u64, news: TurnNews) -> Vec<Effect> {
    let running = model.talk.running.as_ref();
    if running.is_none_or(|running| running.number != number) {
        return Vec::new();
    }
    match news {
        TurnNews::Part(part) => return take(model, part),
        TurnNews::Again => {
            if let Some(reply) = model.talk.reply() {
                *reply = Reply {
                    running: true,
                    lost: true,
                    ..Reply::default()
                };
            }
        }
        TurnNews::Failed(why) => return fail(model, &why),
        TurnNews::Unreachable => return fail(model, model.words.unreachable),
    }
    Vec::new()
}

fn take(model: &mut Model, part: TurnPart) -> Vec<Effect> {
    if let Some(reply) = model.talk.reply() {
        reply.lost = false;
    }
    match part {
        TurnPart::DataConversation { data } => {
            model.talk.title = Harmless::line(&data.title);
            let first = model.talk.conversation.replace(data.id.clone()).is_none();
            let running = model.talk.running.as_ref();
            if first && running.is_some_and(|running| running.stop_asked) {
                return vec![Effect::Stop(data.id)];
            }
        }
        TurnPart::DataTurn { data } => return answered(model, *data),
        TurnPart::Abort {} => {
            if let Some(reply) = model.talk.reply() {
                reply.running = false;
                reply.stopped = true;
            }
            return over(model, None);
        }
        TurnPart::Failed { error_text } => return fail(model, &error_text),
        TurnPart::ToolInputAvailable { tool_name } => {
            if let Some(reply) = model.talk.reply() {
                reply.tool = Some(Harmless::line(&tool_name));
            }
        }
        TurnPart::TextStart {} => {
            if let Some(reply) = model.talk.reply() {
                reply.text = Harmless::default();
            }
        }
        TurnPart::TextDelta { delta } => {
            if let Some(reply) = model.talk.reply() {
                reply.text.push(&delta);
            }
        }
        TurnPart::DataReceipt { .. } | TurnPart::Other => {}
    }
    Vec::new()
}

/// The whole answer counts, whatever its parts were.
fn answered(model: &mut Model, turn: ChatResponse) -> Vec<Effect> {
    if let Some(reply) = model.talk.reply() {
        *reply = Reply {
            text: Harmless::text(&turn.response),
            ..Reply::default()
        };
    }
    let tokens: Vec<String> = turn
        .receipts
        .into_iter()
        .map(|receipt| receipt.undo_token)
        .collect();
    let changed = !tokens.is_empty();
    if changed {
        model.talk.undoable.push(tokens);
    }
    model.talk.conversation = Some(turn.conversation_id);
    model.talk.question = turn.pending.as_ref().map(Question::from);
    let mut effects = over(model, Some(turn.message_id));
    if changed && !model.live {
        effects.extend(reading::tasks(model));
    }
    effects
}

fn fail(model: &mut Model, why: &str) -> Vec<Effect> {
    if let Some(reply) = model.talk.reply() {
        *reply = Reply {
            text: Harmless::text(&format!("❌ {}", markdown::escaped(why))),
            ..Reply::default()
        };
    }
    over(model, None)
}

/// The turn is over; the id of its answer, where there is one.
fn over(model: &mut Model, newest: Option<String>) -> Vec<Effect> {
    let running = model.talk.running.take();
    model.talk.newest = newest;
    running
        .filter(|running| running.more_was_said)
        .and_then(|_| reading::messages(model))
        .into_iter()
        .collect()
}
