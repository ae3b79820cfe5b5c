//! What happens in a turn, in order: what JSON, streams and other doors are renderings of.

use std::iter::once;

use tasktalk_domain::{ConversationId, MessageId, Pending, Receipt, ToolCall};

use crate::turn::{Turn, TurnError};

/// What happens in a turn. The first is [`TurnEvent::Started`], unless the turn fails before; the last is one that
/// [ends](TurnEvent::is_end) it.
///
/// A turn's tools run in one transaction, so what they did comes once it is committed; the words of a language model
/// come while it speaks.
#[derive(Clone, Debug)]
pub enum TurnEvent {
    /// The message is stored.
    Started(Start),
    /// A piece of the answer, Markdown. The pieces together are the answer's text.
    Text(String),
    /// The pieces so far are not the answer: the language model failed in the middle. Others follow.
    TextDropped,
    /// A tool ran.
    ToolRan(ToolCall),
    /// A change is committed.
    Changed(Receipt),
    /// A question waits for an answer.
    Asked(Pending),
    /// The turn is answered and stored.
    Finished(Box<Turn>),
    /// The turn was stopped; what is stored says so, and nothing was changed.
    Stopped(Box<Turn>),
    /// The turn has no answer, and changed nothing.
    Failed(TurnError),
}

/// Where a turn belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The conversation.
    pub conversation: ConversationId,
    /// Its title; empty when it was deleted since.
    pub title: String,
    /// Whether it begins with this turn.
    pub begins: bool,
    /// The assistant's message: the answer's id.
    pub message: MessageId,
}

impl TurnEvent {
    /// Whether nothing follows.
    pub fn is_end(&self) -> bool {
        matches!(self, Self::Finished(_) | Self::Stopped(_) | Self::Failed(_))
    }
}

/// What an answered turn comes to after its start, when so much text was told already.
pub(crate) fn of_answer(turn: Turn, told: &str) -> Vec<TurnEvent> {
    let calls = turn.tool_calls.iter().cloned().map(TurnEvent::ToolRan);
    let receipts = turn.receipts.iter().cloned().map(TurnEvent::Changed);
    let (dropped, rest) = match turn.response.strip_prefix(told) {
        Some(rest) => (None, rest),
        None => (Some(TurnEvent::TextDropped), turn.response.as_str()),
    };
    let text = Some(rest.to_owned())
        .filter(|rest| !rest.is_empty())
        .map(TurnEvent::Text);
    let asked = turn.pending.clone().map(TurnEvent::Asked);
    let events: Vec<TurnEvent> = calls
        .chain(receipts)
        .chain(dropped)
        .chain(text)
        .chain(asked)
        .collect();
    let end = if turn.was_stopped() {
        TurnEvent::Stopped(Box::new(turn))
    } else {
        TurnEvent::Finished(Box::new(turn))
    };
    events.into_iter().chain(once(end)).collect()
}
