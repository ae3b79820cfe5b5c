//! The whole wire format, byte for byte.

use tasktalk_assistant::turn::EMBEDDED_ENGINE;
use tasktalk_domain::{Confidence, ConversationId, MessageId, ModelUse, ToolCall};

use super::*;

fn id(digit: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(digit)
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
        title: "Add \"milk\"".to_owned(),
        begins: true,
        replayed: false,
    }
}

fn start() -> TurnEvent {
    TurnEvent::Started(Start {
        conversation: ConversationId(id(1)),
        title: "Add \"milk\"".to_owned(),
        begins: true,
        message: MessageId(id(2)),
    })
}

fn written(events: impl IntoIterator<Item = TurnEvent>) -> String {
    let mut stream = UiMessageStream::new("7");
    let frames: String = events
        .into_iter()
        .map(|event| stream.frames(event))
        .collect();
    frames
        .replace("\n\n", "\n")
        .replace("00000000-0000-0000-0000-00000000000", "#")
}

#[test]
fn a_turn_with_tools() {
    let call = |name: &str, result| {
        TurnEvent::ToolRan(ToolCall {
            name: name.to_owned(),
            arguments: serde_json::json!({"task_id": 3}),
            result,
        })
    };
    let frames = written([
        start(),
        call(
            "add_task",
            serde_json::json!({"success": true, "task_id": 3}),
        ),
        call(
            "delete_task",
            serde_json::json!({"success": false, "code": "not_found", "error": "Task #3 not found"}),
        ),
        TurnEvent::Text("✅ Done\nand more".to_owned()),
        TurnEvent::Finished(Box::new(turn("✅ Done\nand more"))),
    ]);
    assert_eq!(
        frames,
        r##"data: {"type":"start","messageId":"#2"}
data: {"type":"data-conversation","data":{"id":"#1","title":"Add \"milk\"","new":true},"transient":true}
data: {"type":"start-step"}
data: {"type":"tool-input-start","toolCallId":"#2-1","toolName":"add_task"}
data: {"type":"tool-input-available","toolCallId":"#2-1","toolName":"add_task","input":{"task_id":3}}
data: {"type":"tool-output-available","toolCallId":"#2-1","output":{"success":true,"task_id":3}}
data: {"type":"tool-input-start","toolCallId":"#2-2","toolName":"delete_task"}
data: {"type":"tool-input-available","toolCallId":"#2-2","toolName":"delete_task","input":{"task_id":3}}
data: {"type":"tool-output-error","toolCallId":"#2-2","errorText":"Task #3 not found"}
data: {"type":"text-start","id":"text-1"}
data: {"type":"text-delta","id":"text-1","delta":"✅ Done\nand more"}
data: {"type":"text-end","id":"text-1"}
data: {"type":"data-turn","data":{"conversation_id":"#1","response":"✅ Done\nand more","tool_calls":[],"success":true,"message_id":"#2","receipts":[],"engine":"embedded","confidence":1.0}}
data: {"type":"finish-step"}
data: {"type":"finish"}
data: [DONE]
"##
    );
}

#[test]
fn words_that_were_not_the_answer_and_a_stop() {
    let stopped = Turn {
        model: Some(ModelUse {
            model: "m".to_owned(),
            outcome: "stopped".to_owned(),
            prompt_tokens: 1,
            completion_tokens: 1,
        }),
        ..turn("Second.")
    };
    let frames = written([
        start(),
        TurnEvent::Text("First ".to_owned()),
        TurnEvent::Text("words.".to_owned()),
        TurnEvent::TextDropped,
        TurnEvent::Text("Second.".to_owned()),
        TurnEvent::Stopped(Box::new(stopped)),
    ]);
    let types: Vec<&str> = frames
        .lines()
        .filter_map(|line| line.split('"').nth(3))
        .collect();
    assert_eq!(
        types,
        [
            "start",
            "data-conversation",
            "start-step",
            "text-start",
            "text-delta",
            "text-delta",
            "text-end",
            "text-start",
            "text-delta",
            "text-end",
            "data-turn",
            "finish-step",
            "abort",
        ]
    );
    assert!(frames.contains(r#"{"type":"text-delta","id":"text-2","delta":"Second."}"#));
    assert!(frames.ends_with("data: {\"type\":\"abort\"}\ndata: [DONE]\n"));
}

#[test]
fn a_turn_without_an_answer_says_what_to_do() {
    let frames = written([start(), TurnEvent::Failed(TurnError::GivenUp)]);
    assert!(
        frames.ends_with(
            "data: {\"type\":\"error\",\"errorText\":\"The answer took too long, so nothing was done. Say it again.\"}\ndata: [DONE]\n"
        ),
        "{frames}"
    );
}
