//! The conversation as one tool.

use serde_json::json;

use super::Agent;
use crate::support::{Start, on_both_engines};

on_both_engines!(a_conversation_can_be_had_through_one_tool,);

async fn a_conversation_can_be_had_through_one_tool(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let said = agent
        .call(
            "talk",
            json!({"message": "remind me to call mum tomorrow at 5"}),
        )
        .await;
    assert!(
        said["response"].as_str().unwrap().contains("Call mum"),
        "{said}"
    );
    agent
        .call(
            "add_tasks",
            json!({"tasks": [{"title": "Team meeting"}, {"title": "Budget meeting"}]}),
        )
        .await;
    let asked = agent
        .call("talk", json!({"message": "delete the meeting task", "conversation_id": said["conversation_id"]}))
        .await;
    assert_eq!(
        asked["success"], false,
        "a question is no error, and no success"
    );
    assert!(asked["pending"]["options"].is_array());
    let answered = agent
        .call(
            "talk",
            json!({"message": "the budget one", "conversation_id": said["conversation_id"]}),
        )
        .await;
    assert_eq!(answered["success"], true);
    assert_eq!(anna.titles().await, ["Call mum", "Team meeting"]);
    for (arguments, code) in [
        (
            json!({"message": "hi", "conversation_id": "x"}),
            "conversation_not_found",
        ),
        (
            json!({"message": "hi", "timezone": "Mars/Phobos"}),
            "invalid_arguments",
        ),
        (json!({"message": "  "}), "invalid_arguments"),
        (json!({"message": "x".repeat(4_001)}), "message_too_long"),
    ] {
        assert_eq!(agent.refusal("talk", arguments).await, code);
    }
    app.stop().await;
}
