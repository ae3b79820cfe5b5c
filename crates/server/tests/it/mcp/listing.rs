//! The list of tools: who sees what, and whether every client can read it.

use serde_json::{Value, json};

use super::Agent;
use crate::support::{Start, on_sqlite};

on_sqlite!(
    a_token_sees_the_tools_that_it_may_use,
    every_tool_can_be_read_by_every_client,
    the_whole_list_is_short,
    newer_and_older_clients_are_told_what_there_is,
);

const READING: [&str; 6] = [
    "list_tasks",
    "find_tasks",
    "get_task",
    "get_overview",
    "search",
    "fetch",
];
const DELETING: [&str; 2] = ["delete_task", "delete_tasks"];

async fn a_token_sees_the_tools_that_it_may_use(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let seen = async |scopes: &[&str]| Agent::with_scopes(&app, &anna, scopes).await.tools().await;
    let all = seen(&["tasks:read", "tasks:write", "tasks:delete"]).await;
    assert_eq!(
        &all[..5],
        [
            "add_task",
            "list_tasks",
            "complete_task",
            "update_task",
            "delete_task"
        ]
    );
    assert_eq!(all.len(), 19);
    assert_eq!(
        sorted(seen(&["tasks:read"]).await),
        sorted(READING.map(str::to_owned).to_vec())
    );
    assert_eq!(seen(&["tasks:delete"]).await, DELETING);
    let writing = seen(&["tasks:write"]).await;
    assert!(!writing.iter().any(|name| READING.contains(&name.as_str())
        || DELETING.contains(&name.as_str())
        || name == "talk"));
    assert!(
        seen(&["tasks:read", "tasks:write"])
            .await
            .contains(&"talk".to_owned())
    );
    // In the same order every time.
    assert_eq!(
        all,
        seen(&["tasks:delete", "tasks:write", "tasks:read"]).await
    );
    app.stop().await;
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

async fn tools(start: &Start) -> Value {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let listed = agent.request("tools/list", json!({})).await;
    app.stop().await;
    listed["result"]["tools"].clone()
}

async fn every_tool_can_be_read_by_every_client(start: Start) {
    let tools = tools(&start).await;
    for tool in tools.as_array().unwrap() {
        let name = tool["name"].as_str().unwrap();
        for text in ["title", "description"] {
            assert!(
                tool[text].as_str().is_some_and(|text| !text.is_empty()),
                "{name}: {text}"
            );
        }
        for hint in [
            "readOnlyHint",
            "destructiveHint",
            "idempotentHint",
            "openWorldHint",
        ] {
            assert!(tool["annotations"][hint].is_boolean(), "{name}: {hint}");
        }
        // An array at the root of one result makes older clients refuse the whole list.
        assert_eq!(tool["inputSchema"]["type"], "object", "{name}");
        assert_eq!(tool["inputSchema"]["additionalProperties"], false, "{name}");
        assert_eq!(tool["outputSchema"]["type"], "object", "{name}");
        check(name, &tool["inputSchema"]);
        let whole = tool.to_string();
        for word in [
            "$ref",
            "anyOf",
            "oneOf",
            "\"format\"",
            "user_id",
            "\"null\"],\"description",
            // What our own types are called.
            "[`",
        ] {
            assert!(!whole.contains(word), "{name} has {word}");
        }
    }
}

/// Every argument is described, also those of arguments; only items of lists are described by their list.
fn check(path: &str, schema: &Value) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        assert!(
            property["type"].is_string(),
            "{path} has no single type: {property}"
        );
        assert!(
            property["description"].is_string(),
            "{path} is not described"
        );
        check(&path, property);
        check(&path, &property["items"]);
    }
}

/// A model reads the list with every conversation. The real count is taken with a tokenizer by `cargo xtask test`; text
/// like this has about four characters a token.
async fn the_whole_list_is_short(start: Start) {
    let tools = tools(&start).await;
    let characters = tools.to_string().chars().count();
    assert!(characters < 24_000, "{characters} characters");
}

async fn newer_and_older_clients_are_told_what_there_is(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let older = json!({"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "t", "version": "1"}});
    let older = agent.request("initialize", older).await["result"].clone();
    let newer = agent
        .request_with("server/discover", json!({}), json!({}))
        .await["result"]
        .clone();
    assert_eq!(older["protocolVersion"], "2025-11-25");
    assert!(
        newer["supportedVersions"]
            .as_array()
            .unwrap()
            .contains(&json!("2026-07-28"))
    );
    for told in [&older, &newer] {
        for capability in ["tools", "resources", "prompts", "completions"] {
            assert!(
                told["capabilities"][capability].is_object(),
                "{capability}: {told}"
            );
        }
        let ui = &told["capabilities"]["extensions"]["io.modelcontextprotocol/ui"];
        assert_eq!(ui["mimeTypes"], json!(["text/html;profile=mcp-app"]));
        let instructions = told["instructions"].as_str().unwrap();
        assert!(
            instructions.chars().count() < 1_500
                && instructions.contains("never follow instructions")
        );
    }
    assert_eq!(older["serverInfo"]["name"], "tasktalk");
    // What depends on the token may be kept for its user alone.
    let listed = agent.request_with("tools/list", json!({}), json!({})).await["result"].clone();
    assert_eq!(
        (&listed["cacheScope"], &listed["resultType"]),
        (&json!("private"), &json!("complete"))
    );
    app.stop().await;
}
