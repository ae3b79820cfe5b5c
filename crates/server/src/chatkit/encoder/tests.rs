//! The whole wire format of a turn, byte for byte.

use tasktalk_assistant::{Start, TurnError, turn::EMBEDDED_ENGINE};
use tasktalk_domain::{
    Command, Confidence, Continuation, ConversationTitle, Intent, Pending, PendingKind,
    PendingOption, ToolCall,
};
use uuid::Uuid;

use super::*;

fn id(digit: u128) -> Uuid {
    Uuid::from_u128(digit)
}

fn conversation() -> Conversation {
    Conversation {
        id: ConversationId(id(1)),
        title: ConversationTitle::parse("buy milk").unwrap(),
        created_at: Timestamp::UNIX_EPOCH,
        updated_at: Timestamp::UNIX_EPOCH,
    }
}

fn turn(response: &str) -> Turn {
    Turn {
        conversation: ConversationId(id(1)),
        message: MessageId(id(2)),
        response: response.to_owned(),
        tool_calls: Vec::new(),
        success: true,
        receipts: Vec::new(),
        pending: None,
        engine: EMBEDDED_ENGINE.to_owned(),
        confidence: Confidence::CERTAIN,
        model: None,
        title: "buy milk".to_owned(),
        begins: true,
        replayed: false,
    }
}

fn start() -> TurnEvent {
    TurnEvent::Started(Start {
        conversation: ConversationId(id(1)),
        title: "buy milk".to_owned(),
        begins: true,
        message: MessageId(id(2)),
    })
}

fn written(before: Vec<Value>, events: impl IntoIterator<Item = TurnEvent>) -> Vec<Value> {
    let answer = MessageId(id(2));
    let mut encoder = Encoder::new(conversation(), answer, Timestamp::UNIX_EPOCH, before);
    let frames: String = events
        .into_iter()
        .map(|event| encoder.frames(event))
        .collect();
    frames
        .split_terminator("\n\n")
        .map(|frame| {
            let data = frame.strip_prefix("data: ").expect("data alone");
            assert!(!data.contains('\n') && !data.contains("null"), "{data}");
            let short = data.replace("00000000-0000-0000-0000-00000000000", "#");
            serde_json::from_str(&short).expect("JSON")
        })
        .collect()
}

fn types(events: &[Value]) -> Vec<String> {
    events
        .iter()
        .map(|event| {
            let kind = event["type"].as_str().unwrap();
            let inner = event["update"]["type"]
                .as_str()
                .or(event["item"]["type"].as_str());
            inner.map_or_else(|| kind.to_owned(), |inner| format!("{kind} {inner}"))
        })
        .collect()
}

#[test]
fn a_turn_with_tools() {
    let call = |name: &str, result: Value| {
        TurnEvent::ToolRan(ToolCall {
            name: name.to_owned(),
            arguments: json!({}),
            result,
        })
    };
    let events = written(
        vec![event::stream_options()],
        [
            start(),
            call("add_task", json!({"success": true, "title": "Buy milk"})),
            call(
                "delete_task",
                json!({"success": false, "error": "Task #3 not found"}),
            ),
            TurnEvent::Text("✅ Task ".to_owned()),
            TurnEvent::Text("#1".to_owned()),
            TurnEvent::Finished(Box::new(turn("✅ Task #1"))),
        ],
    );
    assert_eq!(
        types(&events),
        [
            "stream_options",
            "thread.item.added workflow",
            "thread.item.updated workflow.task.added",
            "thread.item.done workflow",
            "thread.item.added assistant_message",
            "thread.item.updated assistant_message.content_part.added",
            "thread.item.updated assistant_message.content_part.text_delta",
            "thread.item.updated assistant_message.content_part.text_delta",
            "thread.item.updated assistant_message.content_part.done",
            "thread.item.done assistant_message",
            "thread.updated",
        ]
    );
    assert_eq!(
        events[3]["item"],
        json!({"id": "wf_#2", "thread_id": "#1", "created_at": "1970-01-01T00:00:00Z", "type": "workflow",
        "workflow": {"type": "custom", "expanded": false, "tasks": [
            {"type": "custom", "title": "Adding a task", "icon": "plus", "content": "Buy milk", "status_indicator": "complete"},
            {"type": "custom", "title": "Deleting a task", "icon": "empty-circle", "content": "Task #3 not found", "status_indicator": "complete"},
        ]}})
    );
    assert_eq!(
        events[9]["item"],
        json!({"id": "msg_#2", "thread_id": "#1", "created_at": "1970-01-01T00:00:00Z", "type": "assistant_message",
            "content": [{"type": "output_text", "text": "✅ Task #1", "annotations": []}]})
    );
    assert_eq!(
        events[10]["thread"],
        json!({"id": "#1", "title": "buy milk", "created_at": "1970-01-01T00:00:00Z", "status": {"type": "active"},
            "metadata": {}, "items": {"data": [], "has_more": false}})
    );
}

#[test]
fn a_question_can_be_answered_by_a_choice() {
    let option = |id: &str, label: &str| PendingOption {
        id: id.to_owned(),
        label: label.to_owned(),
        task_id: None,
        due: None,
    };
    let pending = Pending {
        id: id(5),
        kind: PendingKind::Confirm,
        question: "Delete both?".to_owned(),
        options: vec![option("yes", "Yes"), option("no", "No")],
        unshown: Vec::new(),
        expires_at: Timestamp::UNIX_EPOCH,
        continuation: Continuation::AsIs {
            command: Box::new(Command::new(Intent::DeleteTask, Confidence::CERTAIN)),
        },
        offered_again: false,
        unseen: 0,
    };
    let asked = Turn {
        pending: Some(pending.clone()),
        success: false,
        ..turn("Delete both?")
    };
    let events = written(
        Vec::new(),
        [
            start(),
            TurnEvent::Text("Delete both?".to_owned()),
            TurnEvent::Asked(pending),
            TurnEvent::Finished(Box::new(asked)),
        ],
    );
    let question = &events[events.len() - 2]["item"];
    assert_eq!(
        *question,
        json!({"id": "ask_#2", "thread_id": "#1", "created_at": "1970-01-01T00:00:00Z", "type": "structured_input",
            "status": "pending", "inputs": [{"id": "#5", "type": "multiple_choice", "question": "Delete both?",
                "options": [{"value": "Yes"}, {"value": "No"}], "multiple": false}]})
    );
}

#[test]
fn words_that_were_not_the_answer_are_taken_away() {
    let events = written(
        Vec::new(),
        [
            start(),
            TurnEvent::Text("First".to_owned()),
            TurnEvent::TextDropped,
            TurnEvent::Text("Second.".to_owned()),
            TurnEvent::Finished(Box::new(turn("Second."))),
        ],
    );
    let types = types(&events);
    assert_eq!(&types[3..5], ["thread.item.removed", "notice"]);
    assert_eq!(events[9]["item"]["content"][0]["text"], "Second.");
}

#[test]
fn a_turn_without_an_answer_says_what_to_do() {
    let events = written(Vec::new(), [start(), TurnEvent::Failed(TurnError::GivenUp)]);
    assert_eq!(
        events,
        [
            json!({"type": "error", "code": "custom", "allow_retry": true,
            "message": "The answer took too long, so nothing was done. Say it again."})
        ]
    );
}
