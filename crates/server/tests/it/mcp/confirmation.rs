//! Two tasks or more are deleted only after a yes.

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::Agent;
use crate::support::{Actor, App, Start, on_both_engines, on_sqlite};

on_both_engines!(
    what_was_shown_is_deleted_once_after_a_yes,
    what_changed_since_it_was_shown_is_not_deleted,
    a_client_that_can_be_asked_is_asked,
);
on_sqlite!(
    a_confirmation_is_good_for_its_user_its_tasks_and_five_minutes,
    a_single_task_needs_no_question,
);

async fn three(app: &App, name: &str) -> Actor {
    let person = app.signup(name).await;
    for title in ["One", "Two", "Three"] {
        person.add(title).await;
    }
    person
}

async fn what_was_shown_is_deleted_once_after_a_yes(start: Start) {
    let app = start.app().await;
    let anna = three(&app, "anna").await;
    let agent = Agent::of(&app, &anna).await;
    let shown = agent
        .call("delete_tasks", json!({"task_ids": [1, 2, 9]}))
        .await;
    assert_eq!(
        (&shown["success"], &shown["status"]),
        (&json!(false), &json!("confirmation_required"))
    );
    let titles: Vec<_> = shown["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| &task["title"])
        .collect();
    assert_eq!(titles, ["One", "Two"]);
    assert_eq!(anna.titles().await.len(), 3, "nothing was deleted yet");

    let yes = json!({"task_ids": [1, 2, 9], "confirm_token": shown["confirm_token"]});
    let deleted = agent.call("delete_tasks", yes.clone()).await;
    assert_eq!(
        (&deleted["succeeded"], &deleted["failed"]),
        (&json!(2), &json!(1))
    );
    assert_eq!(deleted["failures"][0]["code"], "not_confirmed");
    assert_eq!(anna.titles().await, ["Three"]);

    // Taken back, they are not deleted by the same yes.
    let tokens: Vec<_> = deleted["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["undo_token"])
        .collect();
    agent.call("undo", json!({"undo_tokens": tokens})).await;
    assert_eq!(
        agent.refusal("delete_tasks", yes).await,
        "confirmation_used"
    );
    assert_eq!(anna.titles().await.len(), 3);
    app.stop().await;
}

async fn what_changed_since_it_was_shown_is_not_deleted(start: Start) {
    let app = start.app().await;
    let anna = three(&app, "anna").await;
    let agent = Agent::of(&app, &anna).await;
    let shown = agent
        .call("delete_tasks", json!({"task_ids": [1, 2]}))
        .await;
    agent
        .call("update_task", json!({"task_id": 1, "title": "Important"}))
        .await;
    let yes = json!({"task_ids": [1, 2], "confirm_token": shown["confirm_token"]});
    let deleted = agent.call("delete_tasks", yes).await;
    assert_eq!(deleted["failures"][0]["code"], "version_mismatch");
    assert_eq!(anna.titles().await, ["Important", "Three"]);
    app.stop().await;
}

/// A call of a client of protocol 2026-07-28 that can be asked.
async fn ask(agent: &Agent<'_>, state: Option<&Value>, answer: Option<Value>) -> Value {
    let mut params = json!({"name": "delete_tasks", "arguments": {"task_ids": [1, 2]}});
    if let (Some(state), Some(answer)) = (state, answer) {
        params["requestState"] = state.clone();
        params["inputResponses"] = json!({"confirm": answer});
    }
    let answer = agent
        .request_with("tools/call", params, json!({"elicitation": {}}))
        .await;
    answer["result"].clone()
}

async fn a_client_that_can_be_asked_is_asked(start: Start) {
    let app = start.app().await;
    let anna = three(&app, "anna").await;
    let agent = Agent::of(&app, &anna).await;
    let asked = ask(&agent, None, None).await;
    assert_eq!(asked["resultType"], "input_required", "{asked}");
    let question = &asked["inputRequests"]["confirm"];
    assert_eq!(question["method"], "elicitation/create");
    let words = question["params"]["message"].as_str().unwrap();
    assert!(
        words.contains("#1 One") && words.contains("#2 Two"),
        "{words}"
    );
    assert_eq!(anna.titles().await.len(), 3);

    let state = &asked["requestState"];
    for no in [
        json!({"action": "decline"}),
        json!({"action": "cancel"}),
        json!({"action": "accept", "content": {"confirm": false}}),
        json!({"action": "accept"}),
        json!({"nonsense": true}),
    ] {
        let told = ask(&agent, Some(state), Some(no)).await;
        assert_eq!(told["structuredContent"]["code"], "declined", "{told}");
    }
    let yes = json!({"action": "accept", "content": {"confirm": true}});
    let forged = json!("eyJ1c2VyIjoxfQ.AAAA");
    let told = ask(&agent, Some(&forged), Some(yes.clone())).await;
    assert_eq!(told["structuredContent"]["code"], "confirmation_invalid");
    assert_eq!(anna.titles().await.len(), 3);

    let done = ask(&agent, Some(state), Some(yes)).await;
    assert_eq!(done["structuredContent"]["succeeded"], 2, "{done}");
    assert_eq!(anna.titles().await, ["Three"]);

    // One that can't be asked gets a token instead.
    let ben = three(&app, "ben").await;
    let agent = Agent::of(&app, &ben).await;
    let params = json!({"name": "delete_tasks", "arguments": {"task_ids": [1, 2]}});
    let shown = agent
        .request_with("tools/call", params, json!({"sampling": {}}))
        .await;
    assert!(
        shown["result"]["structuredContent"]["confirm_token"].is_string(),
        "{shown}"
    );
    app.stop().await;
}

async fn a_confirmation_is_good_for_its_user_its_tasks_and_five_minutes(start: Start) {
    let app = start.app().await;
    let (anna, ben) = (three(&app, "anna").await, three(&app, "ben").await);
    let (hers, his) = (Agent::of(&app, &anna).await, Agent::of(&app, &ben).await);
    let shown = hers.call("delete_tasks", json!({"task_ids": [1, 2]})).await;
    let yes = |ids: Value| json!({"task_ids": ids, "confirm_token": shown["confirm_token"]});
    assert_eq!(
        his.refusal("delete_tasks", yes(json!([1, 2]))).await,
        "confirmation_invalid"
    );
    assert_eq!(
        hers.refusal("delete_tasks", yes(json!([2, 3]))).await,
        "confirmation_mismatch"
    );
    assert_eq!(
        hers.refusal("delete_tasks", yes(json!([1]))).await,
        "confirmation_mismatch"
    );
    let forged = json!({"task_ids": [1, 2], "confirm_token": "x.y"});
    assert_eq!(
        hers.refusal("delete_tasks", forged).await,
        "confirmation_invalid"
    );
    app.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(
        hers.refusal("delete_tasks", yes(json!([1, 2]))).await,
        "confirmation_expired"
    );
    assert_eq!(
        (anna.titles().await.len(), ben.titles().await.len()),
        (3, 3)
    );
    app.stop().await;
}

async fn a_single_task_needs_no_question(start: Start) {
    let app = start.app().await;
    let anna = three(&app, "anna").await;
    let agent = Agent::of(&app, &anna).await;
    assert_eq!(
        agent
            .call("delete_tasks", json!({"task_ids": [1, 1]}))
            .await["succeeded"],
        1
    );
    let mixed = agent
        .call("delete_tasks", json!({"task_ids": [2, 9]}))
        .await;
    assert_eq!(
        (&mixed["succeeded"], &mixed["failures"][0]["code"]),
        (&json!(1), &json!("task_not_found"))
    );
    assert_eq!(anna.titles().await, ["Three"]);
    app.stop().await;
}
