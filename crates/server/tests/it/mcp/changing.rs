//! Several tasks at once, retries, moving, taking back.

use serde_json::json;

use super::Agent;
use crate::support::{Start, on_both_engines};

on_both_engines!(
    several_tasks_are_changed_and_each_failure_is_told,
    a_retry_with_the_same_key_acts_once,
    rescheduling_keeps_how_a_task_repeats,
    changes_are_taken_back_by_their_tokens,
);

async fn several_tasks_are_changed_and_each_failure_is_told(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let added = agent
        .call(
            "add_tasks",
            json!({"tasks": [{"title": "One"}, {"title": ""}, {"title": "Two", "when": "tomorrow"}, {"titel": "x"}]}),
        )
        .await;
    assert_eq!(
        (&added["succeeded"], &added["failed"]),
        (&json!(2), &json!(2))
    );
    let failures = &added["failures"];
    assert_eq!(
        (&failures[0]["index"], &failures[0]["code"]),
        (&json!(1), &json!("title_required"))
    );
    assert_eq!(
        (&failures[1]["index"], &failures[1]["code"]),
        (&json!(3), &json!("invalid_arguments"))
    );
    assert_eq!(
        added["results"][1]["task"]["due"],
        json!({"date": "2026-11-23"})
    );

    let changed = agent
        .call(
            "update_tasks",
            json!({"tasks": [{"task_id": 1, "priority": "high", "expected_version": 1}, {"task_id": 9, "priority": "high"},
                {"task_id": 2, "priority": "low", "expected_version": 7}]}),
        )
        .await;
    assert_eq!(changed["failures"][1]["code"], "version_mismatch");
    assert_eq!(
        (
            &changed["failures"][0]["task_id"],
            &changed["failures"][0]["code"]
        ),
        (&json!(9), &json!("task_not_found"))
    );
    let done = agent
        .call("complete_tasks", json!({"task_ids": [1, 2, 2, 9]}))
        .await;
    assert_eq!(
        (&done["succeeded"], &done["failed"]),
        (&json!(2), &json!(1))
    );
    let open = agent
        .call("reopen_tasks", json!({"task_ids": [1, 2]}))
        .await;
    assert_eq!(open["results"][0]["status"], "reopened");

    let all_failed = agent
        .result("complete_tasks", json!({"task_ids": [8, 9]}))
        .await;
    assert_eq!(all_failed["isError"], true);
    assert_eq!(all_failed["structuredContent"]["code"], "all_failed");
    let next = &all_failed["structuredContent"]["next_step"];
    assert!(!next.as_str().unwrap().contains("others"), "{next}");
    let many: Vec<u64> = (1..=51).collect();
    assert_eq!(
        agent
            .refusal("complete_tasks", json!({"task_ids": many}))
            .await,
        "invalid_arguments"
    );
    app.stop().await;
}

async fn a_retry_with_the_same_key_acts_once(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let once = json!({"title": "Once", "idempotency_key": "k-1"});
    let first = agent.call("add_task", once.clone()).await;
    let mut again = agent.call("add_task", once).await;
    assert_eq!(again["replayed"], true);
    again.as_object_mut().unwrap().remove("replayed");
    assert_eq!(first, again);
    let other = json!({"title": "Twice", "idempotency_key": "k-1"});
    assert_eq!(
        agent.refusal("add_task", other).await,
        "idempotency_key_reused"
    );
    for key in [json!(""), json!("a b"), json!("x".repeat(201)), json!(7)] {
        let bad = json!({"title": "x", "idempotency_key": key});
        assert_eq!(agent.refusal("add_task", bad).await, "invalid_arguments");
    }
    let batch = json!({"tasks": [{"title": "A"}, {"title": "B"}], "idempotency_key": "k-2"});
    agent.call("add_tasks", batch.clone()).await;
    assert_eq!(agent.call("add_tasks", batch).await["replayed"], true);
    let said = json!({"message": "add buy bread", "idempotency_key": "k-3"});
    let first = agent.call("talk", said.clone()).await;
    let mut again = agent.call("talk", said).await;
    assert_eq!(again["replayed"], true);
    again.as_object_mut().unwrap().remove("replayed");
    assert_eq!(first, again);
    assert_eq!(anna.titles().await, ["Once", "A", "B", "Buy bread"]);
    app.stop().await;
}

async fn rescheduling_keeps_how_a_task_repeats(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    agent
        .call(
            "add_task",
            json!({"title": "Gym", "when": "every tuesday at 7am"}),
        )
        .await;
    agent
        .call(
            "add_task",
            json!({"title": "Dentist", "when": "tuesday at 15:00"}),
        )
        .await;
    let moved = agent
        .call(
            "reschedule_tasks",
            json!({"task_ids": [1, 2, 9], "when": "thursday"}),
        )
        .await;
    assert_eq!(
        (&moved["succeeded"], &moved["failed"]),
        (&json!(2), &json!(1))
    );
    let gym = &moved["results"][0]["task"];
    assert_eq!(
        gym["due"]["date_time"], "2026-11-26T07:00:00",
        "a day alone keeps the time"
    );
    assert_eq!(gym["recurrence"]["rrule"], "FREQ=WEEKLY;BYDAY=TU");
    assert_eq!(
        moved["results"][1]["task"]["due"]["date_time"],
        "2026-11-26T15:00:00"
    );
    let next = agent.call("complete_task", json!({"task_id": 1})).await;
    assert_eq!(next["next_due"]["date_time"], "2026-12-01T07:00:00");

    for arguments in [
        json!({"task_ids": [1]}),
        json!({"task_ids": [1], "when": "friday", "due": {"date": "2026-11-27"}}),
        json!({"task_ids": [1], "when": "every friday"}),
        json!({"task_ids": [], "when": "friday"}),
        json!({"task_ids": "1", "when": "friday"}),
    ] {
        assert_eq!(
            agent.refusal("reschedule_tasks", arguments).await,
            "invalid_arguments"
        );
    }
    app.stop().await;
}

async fn changes_are_taken_back_by_their_tokens(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    agent.call("add_task", json!({"title": "One"})).await;
    let changed = agent
        .call("update_task", json!({"task_id": 1, "title": "Changed"}))
        .await;
    let undone = agent
        .call("undo", json!({"undo_tokens": [changed["undo_token"]]}))
        .await;
    assert_eq!(undone["succeeded"], 1);
    assert_eq!(anna.titles().await, ["One"]);
    let again = agent
        .result(
            "undo",
            json!({"undo_tokens": [changed["undo_token"], "nonsense"]}),
        )
        .await;
    let failures = &again["structuredContent"]["failures"];
    assert_eq!(failures[0]["code"], "already_undone");
    assert_eq!(failures[1]["code"], "invalid_undo_token");
    // Something else changed it since: only by force.
    let first = agent
        .call("update_task", json!({"task_id": 1, "title": "First"}))
        .await;
    agent
        .call("update_task", json!({"task_id": 1, "title": "Second"}))
        .await;
    let stale = json!({"undo_tokens": [first["undo_token"]]});
    let refused = agent.result("undo", stale).await;
    assert_eq!(
        refused["structuredContent"]["failures"][0]["code"],
        "changed_since"
    );
    assert_eq!(anna.titles().await, ["Second"]);
    let forced = json!({"undo_tokens": [first["undo_token"]], "force": true});
    agent.call("undo", forced).await;
    assert_eq!(anna.titles().await, ["One"]);
    app.stop().await;
}
