//! The tools' hints are promises, and here they are taken at their word: every tool is called twice, and the whole list
//! is compared before, between and after.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::Agent;
use crate::support::{Actor, App, Start, on_both_engines};

on_both_engines!(the_hints_are_true);

/// What a tool is called with. Tasks: #1 open, #2 done, #3 in the trash, #4 repeats, #5 and #6 open.
fn arguments(tool: &str, undo_token: &Value) -> Value {
    match tool {
        "add_task" => json!({"title": "New"}),
        "add_tasks" => json!({"tasks": [{"title": "New"}]}),
        "list_tasks" | "get_overview" => json!({}),
        "find_tasks" => json!({"text": "task"}),
        "get_task" => json!({"task_id": 1}),
        "search" => json!({"query": "task"}),
        "fetch" => json!({"id": "1"}),
        "complete_task" => json!({"task_id": 4}),
        "complete_tasks" => json!({"task_ids": [1, 4]}),
        "reopen_tasks" => json!({"task_ids": [2]}),
        "update_task" => json!({"task_id": 1, "title": "Changed", "add_tags": ["home"],
            "due": {"date": "2026-11-30"}}),
        "update_tasks" => {
            json!({"tasks": [{"task_id": 1, "clear": ["due"]}, {"task_id": 4, "priority": "high"}]})
        }
        "reschedule_tasks" => json!({"task_ids": [1], "when": "in 2 hours"}),
        "delete_task" => json!({"task_id": 5}),
        "delete_tasks" => json!({"task_ids": [5]}),
        "restore_task" => json!({"task_id": 3}),
        "undo" => json!({"undo_tokens": [undo_token], "force": true}),
        "talk" => json!({"message": "add buy milk"}),
        other => panic!("say here how {other} is called"),
    }
}

/// Everything there is.
async fn whole(anna: &Actor) -> Value {
    json!([
        anna.list().await,
        anna.trash(&tasktalk_api::tasks::TrashQuery::default())
            .await
            .unwrap()
            .tasks
    ])
}

/// A list with one task of each kind; the token takes back what was changed last.
async fn prepare(app: &App, anna: &Actor, agent: &Agent<'_>) -> Value {
    agent
        .call(
            "add_tasks",
            json!({"tasks": [
                {"title": "Open task", "due": {"date_time": "2026-12-01T12:00"}}, {"title": "Done task"}, {"title": "Deleted task"},
                {"title": "Repeating task", "when": "every day at 9"}, {"title": "Fifth task"}, {"title": "Sixth task"},
            ]}),
        )
        .await;
    agent.call("complete_task", json!({"task_id": 2})).await;
    agent.call("delete_task", json!({"task_id": 3})).await;
    let changed = agent
        .call("update_task", json!({"task_id": 6, "title": "Changed"}))
        .await;
    // A repeating task that is done twice within a minute was done once; here time passes.
    app.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(anna.list().await.len(), 5);
    changed["undo_token"].clone()
}

async fn the_hints_are_true(start: Start) {
    let app = start.app().await;
    let nobody = app.signup("nobody").await;
    let listed = Agent::of(&app, &nobody)
        .await
        .request("tools/list", json!({}))
        .await;
    let tools = listed["result"]["tools"].as_array().unwrap().clone();
    for (number, tool) in tools.iter().enumerate() {
        let name = tool["name"].as_str().unwrap();
        let hints = &tool["annotations"];
        let anna = app.signup(&format!("anna{number}")).await;
        let agent = Agent::of(&app, &anna).await;
        let token = prepare(&app, &anna, &agent).await;
        let arguments = arguments(name, &token);

        let before = whole(&anna).await;
        agent.result(name, arguments.clone()).await;
        let once = whole(&anna).await;
        app.clock.advance(SignedDuration::from_mins(2));
        agent.result(name, arguments).await;
        let twice = whole(&anna).await;

        assert_eq!(hints["openWorldHint"], false, "{name}");
        assert_eq!(
            before == once,
            hints["readOnlyHint"] == true,
            "{name}: read only"
        );
        assert_eq!(
            once == twice,
            hints["idempotentHint"] == true,
            "{name}: idempotent"
        );
        let lost = loses(&before, &once);
        assert!(
            hints["destructiveHint"] == true || !lost,
            "{name}: destructive"
        );
    }
    assert!(tools.len() >= 19);
    app.stop().await;
}

/// Whether something that was written is not there any more: a title, a date, a task. Being done is no loss.
fn loses(before: &Value, after: &Value) -> bool {
    let kept = |lists: &Value| -> Vec<(Value, Value, Value)> {
        lists[0]
            .as_array()
            .unwrap()
            .iter()
            // Completing moves a repeating task on, which is what it is for.
            .filter(|task| task["recurrence"].is_null())
            .map(|task| {
                (
                    task["id"].clone(),
                    task["title"].clone(),
                    task["due"].clone(),
                )
            })
            .collect()
    };
    let after = kept(after);
    kept(before).iter().any(|task| !after.contains(task))
}
