//! What clients ask for. Keys that we don't know are passed over, as the protocol grows by them.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::problem::{Code, Problem, shortened};

/// One request, by its type.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", content = "params")]
pub(super) enum Request {
    #[serde(rename = "threads.create")]
    Create(Create),
    #[serde(rename = "threads.add_user_message")]
    AddUserMessage(AddUserMessage),
    #[serde(rename = "threads.add_structured_input")]
    AddStructuredInput(AddStructuredInput),
    #[serde(rename = "threads.retry_after_item")]
    RetryAfterItem(OfItem),
    #[serde(rename = "threads.custom_action")]
    CustomAction(CustomAction),
    #[serde(rename = "threads.sync_custom_action")]
    SyncCustomAction(CustomAction),
    #[serde(rename = "threads.get_by_id")]
    GetById(OfThread),
    #[serde(rename = "threads.list")]
    List(List),
    #[serde(rename = "items.list")]
    Items(Items),
    #[serde(rename = "threads.update")]
    Update(Update),
    #[serde(rename = "threads.delete")]
    Delete(OfThread),
    #[serde(rename = "items.feedback")]
    Feedback(Feedback),
}

/// The types above, and those that are part of the protocol but of nothing that we do.
const KNOWN: [&str; 12] = [
    "threads.create",
    "threads.add_user_message",
    "threads.add_structured_input",
    "threads.retry_after_item",
    "threads.custom_action",
    "threads.sync_custom_action",
    "threads.get_by_id",
    "threads.list",
    "items.list",
    "threads.update",
    "threads.delete",
    "items.feedback",
];
const REFUSED: [(&str, &str); 4] = [
    ("attachments.create", "Attachments are not taken."),
    ("attachments.delete", "There are no attachments."),
    ("input.transcribe", "Speech is not transcribed here."),
    (
        "threads.add_client_tool_output",
        "No tools of the client are called.",
    ),
];

#[derive(Debug, Deserialize)]
pub(super) struct Create {
    pub(super) input: UserInput,
}

#[derive(Debug, Deserialize)]
pub(super) struct AddUserMessage {
    pub(super) thread_id: String,
    pub(super) input: UserInput,
}

/// What the user wrote. What they quote is on the page before them, and is not part of what they say.
#[derive(Debug, Deserialize)]
pub(super) struct UserInput {
    content: Vec<Content>,
    attachments: Vec<Value>,
    #[serde(rename = "inference_options")]
    _inference_options: Map<String, Value>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Content {
    InputText { text: String },
    InputTag { text: String },
}

#[derive(Debug, Deserialize)]
pub(super) struct AddStructuredInput {
    pub(super) thread_id: String,
    pub(super) item_id: String,
    pub(super) input: Submission,
}

/// The answers to the questions of an item; ours have one.
#[derive(Debug, Deserialize)]
pub(super) struct Submission {
    #[serde(default)]
    pub(super) status: SubmissionStatus,
    #[serde(default)]
    pub(super) answers: std::collections::BTreeMap<String, Answer>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SubmissionStatus {
    #[default]
    Answered,
    Skipped,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    pub(super) values: Vec<String>,
    #[serde(default)]
    pub(super) skipped: bool,
}

#[derive(Debug, Deserialize)]
pub(super) struct OfItem {
    pub(super) thread_id: String,
    pub(super) item_id: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct CustomAction {
    pub(super) thread_id: String,
    #[serde(default)]
    pub(super) item_id: Option<String>,
    pub(super) action: Action,
}

#[derive(Debug, Deserialize)]
pub(super) struct Action {
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default)]
    pub(super) payload: Value,
}

#[derive(Debug, Deserialize)]
pub(super) struct OfThread {
    pub(super) thread_id: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct List {
    #[serde(default)]
    pub(super) limit: Option<u32>,
    #[serde(default)]
    pub(super) order: Order,
    #[serde(default)]
    pub(super) after: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Items {
    pub(super) thread_id: String,
    #[serde(flatten)]
    pub(super) list: List,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Order {
    Asc,
    #[default]
    Desc,
}

#[derive(Debug, Deserialize)]
pub(super) struct Update {
    pub(super) thread_id: String,
    pub(super) title: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Feedback {
    pub(super) thread_id: String,
    pub(super) item_ids: Vec<String>,
    pub(super) kind: FeedbackKind,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum FeedbackKind {
    Positive,
    Negative,
}

impl FeedbackKind {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }
}

impl Request {
    /// Reads a request; one of another type, or of another shape, is refused with 400.
    pub(super) fn read(body: Value) -> Result<Self, Problem> {
        let kind = body["type"].as_str().unwrap_or_default().to_owned();
        if let Some((_, why)) = REFUSED.iter().find(|(name, _)| *name == kind) {
            return Err(bad(format!(
                "{why} Switch the option off in the component."
            )));
        }
        if !KNOWN.contains(&kind.as_str()) {
            return Err(bad(format!(
                "There is no request of type '{}'.",
                shortened(&kind)
            )));
        }
        serde_json::from_value(body).map_err(|_| {
            bad(format!(
                "The params of '{kind}' are not as ChatKit has them."
            ))
        })
    }
}

impl UserInput {
    /// The message.
    pub(super) fn text(self) -> Result<String, Problem> {
        if !self.attachments.is_empty() {
            return Err(bad("Attachments are not taken.".to_owned()));
        }
        let pieces: Vec<String> = self
            .content
            .into_iter()
            .map(|content| match content {
                Content::InputText { text } | Content::InputTag { text } => text,
            })
            .collect();
        crate::routes::chat::text(pieces.concat())
    }
}

/// A request that is none of the protocol's, or of what we take of it.
pub(super) fn bad(detail: String) -> Problem {
    Problem::new(Code::MalformedRequest, detail)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_taken_is_told_and_what_is_new_is_passed_over() {
        let input = json!({"content": [{"type": "input_text", "text": "buy "}, {"type": "input_tag", "id": "1", "text": "milk", "data": {}}],
            "attachments": [], "inference_options": {}, "something_new": 1});
        let create = json!({"type": "threads.create", "params": {"input": input, "new": true}, "metadata": {}});
        let Request::Create(create) = Request::read(create).unwrap() else {
            panic!("another request");
        };
        assert_eq!(create.input.text().unwrap(), "buy milk");
        let mut lacking = input.clone();
        lacking.as_object_mut().unwrap().remove("inference_options");
        for (body, told) in [
            (json!({}), "no request of type"),
            (json!([]), "no request of type"),
            (json!({"type": "threads.explode"}), "threads.explode"),
            (json!({"type": "threads.get_by_id"}), "params"),
            (
                json!({"type": "threads.create", "params": {"input": lacking}}),
                "params",
            ),
            (
                json!({"type": "attachments.create", "params": {}}),
                "Attachments",
            ),
            (
                json!({"type": "items.feedback", "params": {"thread_id": "x", "item_ids": [], "kind": "meh"}}),
                "params",
            ),
        ] {
            let problem = Request::read(body).unwrap_err();
            assert!(problem.detail().contains(told), "{}", problem.detail());
            assert_eq!(problem.code(), Code::MalformedRequest);
        }
    }
}
