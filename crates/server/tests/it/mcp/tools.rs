//! What the original's five tools answer, and what every call has to pass.

use serde_json::{Value, json};

use super::{
    Agent,
    agent::{NEWEST, post},
    has,
};
use crate::support::{Start, on_both_engines, on_sqlite};

on_both_engines!(
    the_five_tools_answer_with_the_originals_keys,
    another_users_id_is_refused_and_changes_nothing,
    someone_elses_task_is_like_none,
);
on_sqlite!(
    arguments_that_make_no_sense_are_told_with_the_next_step,
    what_is_no_call_of_ours_is_a_protocol_error,
);

async fn the_five_tools_answer_with_the_originals_keys(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;

    let added = agent
        .call(
            "add_task",
            json!({"user_id": anna.id(), "title": "Buy milk"}),
        )
        .await;
    assert_eq!(
        (&added["task_id"], &added["status"], &added["title"]),
        (&json!(1), &json!("created"), &json!("Buy milk"))
    );
    has(&added, &["success", "task", "undo_token"]);

    let listed = agent.call("list_tasks", json!({"status": "pending"})).await;
    assert_eq!(listed["tasks"][0]["title"], "Buy milk");
    assert_eq!(
        (&listed["count"], &listed["status_filter"]),
        (&json!(1), &json!("pending"))
    );
    has(&listed, &["success", "next_cursor"]);

    let updated = agent
        .call(
            "update_task",
            json!({"task_id": 1, "title": "Buy oat milk"}),
        )
        .await;
    assert_eq!(
        (
            &updated["status"],
            &updated["old_title"],
            &updated["new_title"]
        ),
        (
            &json!("updated"),
            &json!("Buy milk"),
            &json!("Buy oat milk")
        )
    );
    has(&updated, &["success", "task_id", "title", "task"]);

    let completed = agent.call("complete_task", json!({"task_id": 1})).await;
    assert_eq!(
        (&completed["status"], &completed["completed"]),
        (&json!("completed"), &json!(true))
    );
    has(&completed, &["success", "task_id", "title", "task"]);

    let deleted = agent.call("delete_task", json!({"task_id": 1})).await;
    assert_eq!(
        (&deleted["status"], &deleted["message"]),
        (&json!("deleted"), &json!("Task #1 'Buy oat milk' deleted"))
    );
    has(&deleted, &["success", "task_id", "title"]);
    let back = agent.call("restore_task", json!({"task_id": 1})).await;
    assert_eq!(back["status"], "restored");
    app.stop().await;
}

async fn another_users_id_is_refused_and_changes_nothing(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let ben = app.signup("ben").await;
    let agent = Agent::of(&app, &anna).await;
    for id in [
        json!(ben.id()),
        json!(2),
        json!("99"),
        json!(""),
        json!(true),
        json!({}),
    ] {
        let arguments = json!({"user_id": id, "title": "No"});
        assert_eq!(agent.refusal("add_task", arguments).await, "wrong_user");
        let batch = json!({"tasks": [{"user_id": id, "title": "No"}]});
        let told = agent.result("add_tasks", batch).await;
        assert_eq!(
            told["structuredContent"]["failures"][0]["code"],
            "wrong_user"
        );
    }
    for id in [json!(anna.id()), json!(1), json!("me"), Value::Null] {
        agent.call("list_tasks", json!({"user_id": id})).await;
    }
    assert!(anna.titles().await.is_empty() && ben.titles().await.is_empty());
    app.stop().await;
}

async fn someone_elses_task_is_like_none(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let ben = app.signup("ben").await;
    let his = ben.add("Ben's").await.task.id;
    let agent = Agent::of(&app, &anna).await;
    for (tool, arguments) in [
        ("get_task", json!({"task_id": his})),
        ("complete_task", json!({"task_id": his})),
        ("update_task", json!({"task_id": his, "title": "Mine"})),
        ("delete_task", json!({"task_id": his})),
        ("restore_task", json!({"task_id": his})),
        ("fetch", json!({"id": his.to_string()})),
    ] {
        assert_eq!(
            agent.refusal(tool, arguments).await,
            "task_not_found",
            "{tool}"
        );
    }
    let read = json!({"uri": format!("task://{his}")});
    let read = agent.request("resources/read", read).await;
    assert_eq!(read["error"]["code"], -32_002, "{read}");
    assert_eq!(ben.titles().await, ["Ben's"]);
    app.stop().await;
}

async fn arguments_that_make_no_sense_are_told_with_the_next_step(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    for (tool, arguments, code) in [
        ("add_task", json!({}), "title_required"),
        (
            "add_task",
            json!({"title": "x".repeat(201)}),
            "title_too_long",
        ),
        (
            "add_task",
            json!({"title": "x", "colour": "red"}),
            "invalid_arguments",
        ),
        ("add_task", json!({"title": 7}), "invalid_arguments"),
        (
            "add_task",
            json!({"title": "x", "due": "2026-12-01"}),
            "invalid_arguments",
        ),
        (
            "add_task",
            json!({"title": "x", "when": "12/12/2026 ".repeat(20_000)}),
            "invalid_when",
        ),
        (
            "add_task",
            json!({"title": "x", "due": {"date": "2026-02-30"}}),
            "invalid_date",
        ),
        (
            "add_task",
            json!({"title": "x", "when": "soonish"}),
            "invalid_when",
        ),
        (
            "add_task",
            json!({"title": "x", "when": "february 30"}),
            "invalid_date",
        ),
        ("complete_task", json!({"task_id": "1"}), "invalid_task_id"),
        ("complete_task", json!({"task_id": 0}), "invalid_task_id"),
        ("complete_task", json!({"task_id": 7}), "task_not_found"),
        // Moving it by some days would move it again when it is retried.
        (
            "update_task",
            json!({"task_id": 1, "postpone": {"days": 1}}),
            "invalid_arguments",
        ),
        ("list_tasks", json!({"status": "done"}), "invalid_status"),
        ("list_tasks", json!({"limit": 101}), "invalid_arguments"),
        ("list_tasks", json!({"limit": 0}), "invalid_arguments"),
        (
            "find_tasks",
            json!({"text": "x".repeat(501)}),
            "invalid_arguments",
        ),
        (
            "search",
            json!({"query": "x".repeat(501)}),
            "invalid_arguments",
        ),
        ("find_tasks", json!({"cursor": "x"}), "invalid_cursor"),
        ("search", json!({"query": ""}), "invalid_arguments"),
        ("fetch", json!({"id": "x"}), "invalid_task_id"),
    ] {
        assert_eq!(
            agent.refusal(tool, arguments.clone()).await,
            code,
            "{tool} {arguments}"
        );
    }
    let told = agent
        .result("add_task", json!({"title": "x", "colour": "red"}))
        .await;
    let told = told["structuredContent"]["error"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        told.contains("'colour'") && told.contains("title"),
        "{told}"
    );
    let told = agent
        .result("update_task", json!({"task_id": 1, "due": "2026-12-01"}))
        .await;
    assert_eq!(
        told["structuredContent"]["error"],
        "'due' must be an object with 'date', 'date_time', 'timezone'"
    );
    let told = agent
        .result("add_task", json!({"title": "x", "when": "february 30"}))
        .await;
    assert_eq!(
        told["structuredContent"]["error"],
        "There is no such day or time as 'february 30'"
    );
    assert!(anna.titles().await.is_empty());
    app.stop().await;
}

async fn what_is_no_call_of_ours_is_a_protocol_error(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let call = json!({"name": "drop_table", "arguments": {}});
    let answer = agent.request("tools/call", call).await;
    assert_eq!(answer["error"]["code"], -32_602, "{answer}");
    let message = json!({"jsonrpc": "2.0", "id": 1, "method": "nope"});
    let refused = app.send(post(&message).token(&agent.token)).await.json();
    assert_eq!(
        refused["error"],
        json!({"code": -32_601, "message": "This server has no method 'nope'"})
    );
    // What the newest protocol has no more is unknown there, whatever comes with it.
    for method in ["initialize", "ping"] {
        let message = json!({"jsonrpc": "2.0", "id": 1, "method": method, "params": {"_meta": {
            "io.modelcontextprotocol/protocolVersion": NEWEST,
            "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
            "io.modelcontextprotocol/clientCapabilities": {}}}});
        let request = post(&message)
            .token(&agent.token)
            .header("mcp-protocol-version", NEWEST)
            .header("mcp-method", method);
        let refused = app.send(request).await;
        assert_eq!(refused.status, 404, "{method}: {refused:?}");
        assert_eq!(refused.json()["error"]["code"], -32_601, "{method}");
    }
    // A method that there is, with what it does not take.
    for (method, params) in [
        ("tools/call", json!({"name": "add_task", "arguments": "{}"})),
        ("tools/call", json!({})),
        ("resources/read", json!({"uri": 5})),
        ("prompts/get", json!({})),
        ("completion/complete", json!({"ref": {"type": "nothing"}})),
    ] {
        let refused = agent.request(method, params).await;
        assert_eq!(refused["error"]["code"], -32_602, "{method}: {refused}");
    }
    app.stop().await;
}
