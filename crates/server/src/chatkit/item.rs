//! Items: what a message of ours is in a thread. The same functions make them while a turn is streamed and when it is read
//! again later, so that both look alike.

use jiff::Timestamp;
use serde_json::{Value, json};
use tasktalk_domain::{ConversationId, Message, MessageId, Pending, Receipt, Role, ToolCall};

use super::{request::Answer, widget};

/// The parts of a message, in the order in which they stand in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Workflow,
    Text,
    List,
    Changes,
    Question,
}

impl Part {
    const ALL: [Self; 5] = [
        Self::Workflow,
        Self::Text,
        Self::List,
        Self::Changes,
        Self::Question,
    ];

    fn prefix(self) -> &'static str {
        match self {
            Self::Workflow => "wf_",
            Self::Text => "msg_",
            Self::List => "list_",
            Self::Changes => "card_",
            Self::Question => "ask_",
        }
    }

    /// The id of this part of a message.
    pub(super) fn id(self, message: MessageId) -> String {
        format!("{}{message}", self.prefix())
    }

    /// Which part of which message an id means.
    pub(super) fn parse(id: &str) -> Option<(Self, MessageId)> {
        let part = Self::ALL
            .into_iter()
            .find(|part| id.starts_with(part.prefix()))?;
        let message = id.strip_prefix(part.prefix())?.parse().ok()?;
        Some((part, MessageId(message)))
    }
}

/// Where an item stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) thread: ConversationId,
    pub(super) message: MessageId,
    pub(super) at: Timestamp,
}

impl Place {
    pub(super) fn of(thread: ConversationId, message: &Message) -> Self {
        Self {
            thread,
            message: message.id,
            at: message.created_at,
        }
    }

    fn item(self, part: Part, kind: &str, name: &str, content: Value) -> Value {
        let mut item = json!({
            "id": part.id(self.message),
            "thread_id": self.thread.to_string(),
            "created_at": self.at.to_string(),
            "type": kind,
        });
        item[name] = content;
        item
    }

    pub(super) fn user_message(self, text: &str) -> Value {
        let content = json!([{"type": "input_text", "text": text}]);
        let mut item = self.item(Part::Text, "user_message", "content", content);
        item["attachments"] = json!([]);
        item["inference_options"] = json!({});
        item
    }

    /// The assistant's text; an empty one has no content yet.
    pub(super) fn assistant_message(self, text: &str) -> Value {
        let content = if text.is_empty() {
            json!([])
        } else {
            json!([output_text(text)])
        };
        self.item(Part::Text, "assistant_message", "content", content)
    }

    pub(super) fn workflow(self, tasks: &[Value]) -> Value {
        let workflow = json!({"type": "custom", "tasks": tasks, "expanded": false});
        self.item(Part::Workflow, "workflow", "workflow", workflow)
    }

    pub(super) fn list(self, calls: &[ToolCall]) -> Option<Value> {
        Some(self.item(Part::List, "widget", "widget", widget::list(calls)?))
    }

    pub(super) fn changes(self, receipts: &[Receipt], taken_back: bool) -> Option<Value> {
        let card = widget::changes(receipts, taken_back)?;
        Some(self.item(Part::Changes, "widget", "widget", card))
    }

    /// A question, with the answer if there is one.
    pub(super) fn question(
        self,
        pending: &Pending,
        status: &str,
        answer: Option<&Answer>,
    ) -> Value {
        let mut input = json!({"id": pending.id.to_string(), "question": pending.question});
        if pending.wants_words() {
            input["type"] = json!("freeform");
        } else {
            let options: Vec<Value> = pending
                .options
                .iter()
                .map(|option| json!({"value": option.label}))
                .collect();
            input["type"] = json!("multiple_choice");
            input["options"] = json!(options);
            input["multiple"] = json!(false);
        }
        if let Some(answer) = answer {
            input["answer"] = json!({"values": answer.values, "skipped": answer.skipped});
        }
        let mut item = self.item(Part::Question, "structured_input", "inputs", json!([input]));
        item["status"] = json!(status);
        item
    }
}

pub(super) fn output_text(text: &str) -> Value {
    json!({"type": "output_text", "text": text, "annotations": []})
}

/// What a tool did, as a task of a workflow (the protocol's word; it is none of the list's).
pub(super) fn step(call: &ToolCall) -> Value {
    let (title, icon) = match call.name.as_str() {
        "add_task" => ("Adding a task", "plus"),
        "list_tasks" => ("Looking at the tasks", "search"),
        "complete_task" => ("Completing a task", "check-circle"),
        "update_task" => ("Changing a task", "write"),
        "delete_task" => ("Deleting a task", "empty-circle"),
        "restore_task" => ("Bringing a task back", "reload"),
        "skip_occurrence" => ("Leaving out an occurrence", "calendar"),
        "undo" => ("Taking changes back", "reload"),
        _ => ("Working on the list", "bolt"),
    };
    let mut step =
        json!({"type": "custom", "title": title, "icon": icon, "status_indicator": "complete"});
    let told = if call.result["success"] == false {
        call.result["error"].as_str()
    } else {
        call.result["title"].as_str()
    };
    if let Some(told) = told {
        step["content"] = json!(told);
    }
    step
}

/// All items of a message, in their order. `is_newest`: a question that is followed by something is not open any more.
pub(super) fn of_message(
    thread: ConversationId,
    message: &Message,
    is_newest: bool,
    now: Timestamp,
) -> Vec<Value> {
    let place = Place::of(thread, message);
    if message.role == Role::User {
        return vec![place.user_message(&message.content)];
    }
    let mut items = Vec::new();
    if !message.tool_calls.is_empty() {
        let steps: Vec<Value> = message.tool_calls.iter().map(step).collect();
        items.push(place.workflow(&steps));
    }
    items.push(place.assistant_message(&message.content));
    items.extend(place.list(&message.tool_calls));
    items.extend(place.changes(&message.metadata.receipts, false));
    if let Some(pending) = &message.metadata.pending {
        let status = match (is_newest, pending.expires_at > now) {
            (true, true) => "pending",
            (true, false) => "skipped",
            (false, _) => "answered",
        };
        items.push(place.question(pending, status, None));
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_says_which_part_of_which_message() {
        let message = MessageId(uuid::Uuid::from_u128(7));
        for part in Part::ALL {
            assert_eq!(Part::parse(&part.id(message)), Some((part, message)));
        }
        for id in [
            "",
            "msg_",
            "msg_x",
            "wf",
            "00000000-0000-0000-0000-000000000007",
        ] {
            assert_eq!(Part::parse(id), None, "{id}");
        }
    }
}
