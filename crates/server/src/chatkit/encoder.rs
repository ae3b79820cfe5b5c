//! Turn events as the events of a ChatKit stream, in the order in which the reference server sends them.

use jiff::Timestamp;
use serde_json::{Value, json};
use tasktalk_assistant::{Turn, TurnEvent};
use tasktalk_domain::{Conversation, ConversationId, MessageId, Receipt};

use super::{
    event,
    item::{self, Part, Place},
    thread,
};
use crate::wire;

/// One stream while it is written.
pub(super) struct Encoder {
    conversation: Conversation,
    place: Place,
    /// What is told before the turn: the thread, the user's message.
    before: Vec<Value>,
    begins: bool,
    steps: Vec<Value>,
    workflow_is_open: bool,
    text: String,
    text_is_open: bool,
}

impl Encoder {
    /// A stream of a turn of this conversation, whose answer is this message.
    pub(super) fn new(
        conversation: Conversation,
        answer: MessageId,
        now: Timestamp,
        before: Vec<Value>,
    ) -> Self {
        let thread: ConversationId = conversation.id;
        Self {
            conversation,
            place: Place {
                thread,
                message: answer,
                at: now,
            },
            before,
            begins: false,
            steps: Vec::new(),
            workflow_is_open: false,
            text: String::new(),
            text_is_open: false,
        }
    }

    /// What an event looks like on the wire.
    pub(super) fn frames(&mut self, event: TurnEvent) -> String {
        let events = self.events(event);
        events.iter().map(event::frame).collect()
    }

    fn events(&mut self, event: TurnEvent) -> Vec<Value> {
        match event {
            TurnEvent::Started(start) => {
                self.begins = start.begins;
                std::mem::take(&mut self.before)
            }
            TurnEvent::ToolRan(call) => self.step(&item::step(&call)),
            TurnEvent::Text(delta) => self.words(&delta),
            TurnEvent::TextDropped => self.drop_text(),
            // They come with the end, as widgets behind the text.
            TurnEvent::Changed(_) | TurnEvent::Asked(_) => Vec::new(),
            TurnEvent::Finished(turn) => self.end(&turn),
            TurnEvent::Stopped(turn) => {
                let mut events = self.end(&turn);
                events.push(event::notice("info", "Stopped. Nothing was changed."));
                events
            }
            TurnEvent::Failed(error) => {
                let mut events = self.close();
                events.push(event::error(wire::turn::problem(error).detail()));
                events
            }
        }
    }

    fn step(&mut self, step: &Value) -> Vec<Value> {
        self.steps.push(step.clone());
        if !std::mem::replace(&mut self.workflow_is_open, true) {
            return vec![event::item_added(self.place.workflow(&self.steps))];
        }
        let update = json!({"type": "workflow.task.added", "task_index": self.steps.len() - 1, "task": step});
        vec![event::item_updated(
            &Part::Workflow.id(self.place.message),
            update,
        )]
    }

    fn words(&mut self, delta: &str) -> Vec<Value> {
        let mut events = self.close_workflow();
        let id = Part::Text.id(self.place.message);
        if !std::mem::replace(&mut self.text_is_open, true) {
            events.push(event::item_added(self.place.assistant_message("")));
            let added = json!({"type": "assistant_message.content_part.added", "content_index": 0, "content": item::output_text("")});
            events.push(event::item_updated(&id, added));
        }
        self.text.push_str(delta);
        let update = json!({"type": "assistant_message.content_part.text_delta", "content_index": 0, "delta": delta});
        events.push(event::item_updated(&id, update));
        events
    }

    /// The language model failed in the middle: its words are not the answer.
    fn drop_text(&mut self) -> Vec<Value> {
        self.text.clear();
        if !std::mem::take(&mut self.text_is_open) {
            return Vec::new();
        }
        vec![
            event::item_removed(&Part::Text.id(self.place.message)),
            event::notice(
                "warning",
                "The language model failed in the middle; this is answered without it.",
            ),
        ]
    }

    fn end(&mut self, turn: &Turn) -> Vec<Value> {
        let mut events = self.close();
        let place = self.place;
        let items = [
            place.list(&turn.tool_calls),
            place.changes(&turn.receipts, false),
            turn.pending
                .as_ref()
                .map(|pending| place.question(pending, "pending", None)),
        ];
        events.extend(items.into_iter().flatten().map(event::item_done));
        if !turn.receipts.is_empty() {
            events.push(event::tasks_changed(&changed(&turn.receipts)));
        }
        if self.begins {
            // The first message has given the conversation its title.
            events.push(event::thread_updated(thread::metadata(
                &self.conversation,
                Some(&turn.title),
            )));
        }
        events
    }

    fn close(&mut self) -> Vec<Value> {
        let mut events = self.close_workflow();
        if std::mem::take(&mut self.text_is_open) {
            let id = Part::Text.id(self.place.message);
            let done = json!({"type": "assistant_message.content_part.done", "content_index": 0, "content": item::output_text(&self.text)});
            events.push(event::item_updated(&id, done));
            events.push(event::item_done(self.place.assistant_message(&self.text)));
        }
        events
    }

    fn close_workflow(&mut self) -> Vec<Value> {
        if !std::mem::take(&mut self.workflow_is_open) {
            return Vec::new();
        }
        vec![event::item_done(self.place.workflow(&self.steps))]
    }
}

/// The tasks that were changed, each once.
fn changed(receipts: &[Receipt]) -> Vec<i64> {
    let mut ids: Vec<i64> = Vec::new();
    for receipt in receipts {
        let id = receipt.task_id.get();
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

#[cfg(test)]
mod tests;
