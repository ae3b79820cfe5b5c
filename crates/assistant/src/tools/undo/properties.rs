//! Whatever was done, saying "undo" often enough brings everything back, step by step and to the byte.

use jiff::{SignedDuration, Timestamp};
use proptest::{collection::vec, prelude::*, test_runner::Config};
use serde_json::json;
use tasktalk_domain::NewTask;

use crate::{
    Tool,
    test_support::{
        Home, add, call, complete, content, delete, new_task, number, on, on_each_engine, reopen,
        repeating, restore, undo,
    },
};

/// One call on one of a few tasks; many change nothing, as in life.
fn any_call() -> impl Strategy<Value = Tool> {
    let id = 1..=5_i64;
    let other =
        |change: fn(i64, u8) -> Tool| (1..=5_i64, 0..3_u8).prop_map(move |(id, n)| change(id, n));
    prop_oneof![
        (0..9_u8).prop_map(|n| add(new_task(&format!("New {n}")))),
        id.clone().prop_map(|id| complete(number(id))),
        id.clone().prop_map(|id| complete(number(id))),
        id.clone().prop_map(|id| reopen(number(id))),
        id.clone().prop_map(|id| delete(number(id))),
        id.clone().prop_map(|id| restore(number(id))),
        id.prop_map(|id| call("skip_occurrence", json!({"task_id": id}))),
        other(|id, n| call(
            "skip_occurrence",
            json!({"task_id": id, "slots": [format!("2026-11-2{}", 7 + n % 2)]})
        )),
        other(|id, n| call(
            "update_task",
            json!({
                "task_id": id,
                "occurrence": format!("2026-11-2{}", 7 * (n % 2)),
                "due": {"date": format!("2026-12-0{}", n + 1)},
            })
        )),
        other(|id, n| call(
            "update_task",
            json!({"task_id": id, "title": format!("Title {n}")})
        )),
        other(|id, n| call(
            "update_task",
            json!({"task_id": id, "postpone": {"days": n}})
        )),
        other(|id, n| call(
            "update_task",
            json!({"task_id": id, "add_tags": [format!("t{n}")], "description": "x".repeat(n.into())})
        )),
        other(|id, n| call(
            "update_task",
            json!({"task_id": id, "due": {"date": format!("2026-12-0{}", n + 1)}})
        )),
    ]
}

/// Anna's tasks with their last completions, as far as they are on the list or were before.
async fn picture(home: &Home, tasks: i64) -> Vec<(String, Option<Timestamp>)> {
    let mut picture = Vec::new();
    for id in 1..=tasks {
        let row = home.row(number(id)).await;
        picture.push((content(&row), home.last_completion(row.id).await));
    }
    picture
}

async fn everything_comes_back(home: &Home, turns: &[Vec<Tool>]) {
    for rule in ["FREQ=DAILY;COUNT=2", "FREQ=WEEKLY"] {
        home.add(NewTask {
            due: Some(on("2026-11-20")),
            recurrence: Some(repeating(rule)),
            ..new_task(rule)
        })
        .await;
    }
    home.add(new_task("Plain")).await;
    let mut tasks = 3;
    let mut pictures = Vec::new();
    for turn in turns {
        let before = (tasks, picture(home, tasks).await);
        let outcomes = home.turn(turn.clone()).await;
        let receipts = outcomes.iter().flat_map(|outcome| &outcome.receipts);
        let operations: Vec<_> = receipts.map(|receipt| receipt.operation).collect();
        if !operations.is_empty() {
            pictures.push(before);
        }
        let created = operations
            .iter()
            .filter(|operation| operation.as_str() == "created");
        tasks += i64::try_from(created.count()).unwrap();
        home.clock.advance(SignedDuration::from_mins(2));
    }
    while let Some((known, expected)) = pictures.pop() {
        let undone = home.turn(vec![undo(1)]).await;
        assert!(undone[0].success(), "{:?}", undone[0]);
        assert_eq!(picture(home, known).await, expected);
        for id in known + 1..=tasks {
            assert!(home.row(number(id)).await.deleted_at.is_some());
        }
        home.clock.advance(SignedDuration::from_mins(2));
    }
    assert!(!home.turn(vec![undo(1)]).await[0].success());
}

#[test]
fn undoing_everything_brings_everything_back() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = Config {
        cases: 16,
        failure_persistence: None,
        ..Config::default()
    };
    proptest!(config, |(turns in vec(vec(any_call(), 1..4), 1..8))| {
        runtime.block_on(on_each_engine(async |home| {
            everything_comes_back(home, &turns).await;
        }));
    });
}
