//! `tasktalk mcp` as an agent starts it: standard output carries the protocol and nothing else.

use serde_json::{Value, json};

use crate::program::Home;

/// What an agent says from the first word to the last, one message a line.
fn said(calls: &[Value]) -> String {
    let begin = json!({"jsonrpc": "2.0", "id": 0, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}});
    let ready = json!({"jsonrpc": "2.0", "method": "notifications/initialized"});
    let mut lines = vec![begin.to_string(), ready.to_string()];
    for (id, call) in (1..).zip(calls) {
        let message = json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": call});
        lines.push(message.to_string());
    }
    lines.join("\n") + "\n"
}

/// The answers, each line one message.
fn answers(printed: &str) -> Vec<Value> {
    let mut answers: Vec<Value> = printed
        .lines()
        .map(|line| {
            let message: Value = serde_json::from_str(line)
                .unwrap_or_else(|_| panic!("no protocol on standard output: {line}"));
            assert_eq!(message["jsonrpc"], "2.0", "{line}");
            message
        })
        .collect();
    answers.sort_by_key(|answer| answer["id"].as_i64());
    answers
}

#[tokio::test]
async fn an_agent_works_on_the_list_that_the_terminal_shows() {
    let home = Home::new();
    let call = json!({"name": "add_task", "arguments": {"title": "Buy milk"}});
    // Everything may be logged; none of it may come between.
    let talked = home
        .run_with(&["mcp", "--log-level", "debug"], &said(&[call]))
        .await;
    assert!(!talked.err.is_empty(), "the log is on standard error");
    let answers = answers(&talked.done());
    assert_eq!(answers[0]["result"]["serverInfo"]["name"], "tasktalk");
    assert_eq!(answers[1]["result"]["structuredContent"]["task_id"], 1);
    let shown = home.run(&["what's pending?"]).await.done();
    assert!(shown.contains("Buy milk"), "{shown}");
}

#[tokio::test]
async fn a_token_in_the_environment_says_who_it_is_and_what_it_may() {
    let home = Home::new();
    home.run(&["buy milk tomorrow"]).await.done();
    let made = home
        .run(&[
            "token",
            "create",
            "--user",
            "1",
            "--name",
            "agent",
            "--scopes",
            "tasks:read",
            "--expires",
            "1d",
        ])
        .await
        .done();
    let token = made
        .split_whitespace()
        .find(|word| word.starts_with("tt_"))
        .unwrap_or_else(|| panic!("no token: {made}"));
    let calls = [
        json!({"name": "list_tasks", "arguments": {}}),
        json!({"name": "add_task", "arguments": {"title": "No"}}),
    ];
    let talked = home
        .run_with(&["mcp", "--token", token], &said(&calls))
        .await;
    let answers = answers(&talked.done());
    assert_eq!(answers[1]["result"]["structuredContent"]["count"], 1);
    assert_eq!(
        answers[2]["result"]["structuredContent"]["code"],
        "insufficient_scope"
    );

    for wrong in ["tt_nonsense", "x.y.z", &token[..token.len() - 1]] {
        let refused = home.run_with(&["mcp", "--token", wrong], &said(&[])).await;
        assert_eq!((refused.code, refused.out.as_str()), (1, ""));
        let told = refused.err;
        assert!(told.contains("tasktalk token create"), "{told}");
        assert!(
            !told.contains("JWT"),
            "it tells how tokens are made: {told}"
        );
    }
}

#[tokio::test]
async fn a_line_that_is_no_message_gets_an_answer_and_the_next_is_read() {
    let home = Home::new();
    let call = json!({"name": "add_task", "arguments": {"title": "Buy milk"}});
    let good = said(&[call]);
    let (beginning, rest) = good.split_once('\n').unwrap();
    let lines = format!("{beginning}\n{{\"jsonrpc\": \n[]\n{rest}");
    let talked = home.run_with(&["mcp"], &lines).await.done();
    let answers = answers(&talked);
    let codes: Vec<&Value> = answers
        .iter()
        .filter_map(|answer| answer.get("error"))
        .map(|error| &error["code"])
        .collect();
    assert_eq!(codes, [&json!(-32_700), &json!(-32_600)], "{talked}");
    let added = answers.last().unwrap();
    assert_eq!(added["result"]["structuredContent"]["task_id"], 1);
}
