use serde_json::{Value, json};

use super::*;
use crate::{
    Permissions, ToolOutcome,
    test_support::{
        Home, add, at, call, code, complete, delete, new_task, number, on, on_each_engine,
    },
};

fn titles(outcome: &ToolOutcome) -> Vec<&str> {
    let tasks = outcome.result["tasks"].as_array().unwrap();
    tasks
        .iter()
        .map(|task| task["title"].as_str().unwrap())
        .collect()
}

async fn list(home: &Home, arguments: Value) -> ToolOutcome {
    home.run(call("list_tasks", arguments)).await
}

#[tokio::test]
async fn open_and_done_tasks_are_told_apart_and_the_trash_is_not_shown() {
    on_each_engine(async |home| {
        for title in ["Buy milk", "Call mum", "Pay rent"] {
            home.add(new_task(title)).await;
        }
        home.run(complete(number(1))).await;
        home.run(delete(number(3))).await;

        let all = list(home, json!({})).await;
        assert_eq!(titles(&all), ["Buy milk", "Call mum"]);
        assert_eq!(all.result["success"], true);
        assert_eq!(all.result["count"], 2);
        assert_eq!(all.result["status_filter"], "all");
        assert_eq!(all.result["next_cursor"], Value::Null);

        let pending = list(home, json!({"status": "pending"})).await;
        assert_eq!(titles(&pending), ["Call mum"]);
        assert_eq!(pending.result["status_filter"], "pending");
        let done = list(home, json!({"status": "completed"})).await;
        assert_eq!(titles(&done), ["Buy milk"]);
    })
    .await;
}

#[tokio::test]
async fn tasks_are_found_by_word_tag_priority_and_day() {
    on_each_engine(async |home| {
        home.run(call(
            "add_task",
            json!({"title": "Renew passport", "tags": ["office"], "due": {"date": "2026-11-20"}}),
        ))
        .await;
        home.run(call(
            "add_task",
            json!({"title": "Passport photo", "priority": "high", "due": {"date": "2026-11-27"}}),
        ))
        .await;
        home.add(new_task("Buy milk")).await;
        for (filter, expected) in [
            (
                json!({"text": "passp"}),
                vec!["Renew passport", "Passport photo"],
            ),
            (json!({"text": "passport photo"}), vec!["Passport photo"]),
            (json!({"tag": "#Office"}), vec!["Renew passport"]),
            (json!({"priority": "high"}), vec!["Passport photo"]),
            (json!({"due": "overdue"}), vec!["Renew passport"]),
            (json!({"due": "none"}), vec!["Buy milk"]),
            (
                json!({"except": [{"tag": "office"}, {"priority": "high"}]}),
                vec!["Buy milk"],
            ),
            (
                json!({"either": [{"due": "overdue"}, {"text": "milk"}]}),
                vec!["Renew passport", "Buy milk"],
            ),
            (
                json!({"due_from": "2026-11-21", "due_to": "2026-11-27"}),
                vec!["Passport photo"],
            ),
            (
                json!({"due": "any", "sort": "due", "order": "desc"}),
                vec!["Passport photo", "Renew passport"],
            ),
        ] {
            assert_eq!(
                titles(&list(home, filter.clone()).await),
                expected,
                "{filter}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_days_are_those_of_the_viewer() {
    on_each_engine(async |home| {
        // 10:00 in Berlin, where Anna lives; the server's own zone is an hour behind.
        let mut passed = new_task("Passed");
        passed.due = Some(at("2026-11-22T09:59:00"));
        home.run(add(passed)).await;
        let mut to_come = new_task("To come");
        to_come.due = Some(at("2026-11-22T10:01:00"));
        home.run(add(to_come)).await;
        let mut today = new_task("Today");
        today.due = Some(on("2026-11-22"));
        home.run(add(today)).await;
        let overdue = list(home, json!({"due": "overdue"})).await;
        assert_eq!(titles(&overdue), ["Passed"]);
    })
    .await;
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repeat() {
    on_each_engine(async |home| {
        let calls = (1..=5)
            .map(|n| add(new_task(&format!("Task {n}"))))
            .collect();
        home.turn(calls).await;
        let mut seen = Vec::new();
        let mut cursor = Value::Null;
        loop {
            let page = list(home, json!({"limit": 2, "order": "desc", "cursor": cursor})).await;
            assert_eq!(page.result["count"], 5);
            seen.extend(titles(&page).into_iter().map(str::to_owned));
            cursor = page.result["next_cursor"].clone();
            if cursor.is_null() {
                break;
            }
        }
        assert_eq!(seen, ["Task 5", "Task 4", "Task 3", "Task 2", "Task 1"]);
    })
    .await;
}

#[tokio::test]
async fn counting_shows_no_tasks() {
    on_each_engine(async |home| {
        home.add(new_task("Buy milk")).await;
        let outcome = list(home, json!({"count_only": true})).await;
        assert_eq!(outcome.result["count"], 1);
        assert_eq!(outcome.result["tasks"], json!([]));
        let Detail::Listed { total, tasks, .. } = outcome.detail else {
            panic!("not listed")
        };
        assert_eq!((total, tasks.len()), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn nobody_sees_the_tasks_of_others_or_without_permission() {
    on_each_engine(async |home| {
        home.add(new_task("Buy milk")).await;
        let everything = Tool::ListTasks(ListTasks::default());
        let bens = home
            .run_for(home.ben, Permissions::ALL, everything.clone())
            .await;
        assert_eq!(bens.result["count"], 0);
        let permissions = Permissions {
            read: false,
            ..Permissions::ALL
        };
        let refused = home
            .run_for(home.anna, permissions, everything.clone())
            .await;
        assert_eq!(code(&refused), "insufficient_scope");
        let in_a_turn = home
            .turn_of(home.conversation, permissions, vec![everything.clone()])
            .await;
        assert_eq!(code(&in_a_turn[0]), "insufficient_scope");
        let nobody = home
            .run_for(tasktalk_domain::UserId(99), Permissions::ALL, everything)
            .await;
        assert_eq!(code(&nobody), "no_such_user");
    })
    .await;
}

#[test]
fn wrong_arguments_are_answered_with_the_known_sentences() {
    for (arguments, code) in [
        (json!({"status": "open"}), "invalid_status"),
        (json!({"sort": "size"}), "invalid_sort"),
        (json!({"order": "up"}), "invalid_sort"),
        (json!({"limit": 0}), "invalid_limit"),
        (json!({"limit": 201}), "invalid_limit"),
        (json!({"limit": -1}), "invalid_arguments"),
        (json!({"cursor": "nonsense"}), "invalid_cursor"),
        (json!({"due": "soon"}), "invalid_due"),
        (json!({"due": "any", "due_to": "2026-11-27"}), "invalid_due"),
        (json!({"due_to": "friday"}), "invalid_date"),
        (json!({"tag": "?"}), "invalid_tag"),
    ] {
        let failure = Tool::from_call("list_tasks", arguments.clone(), &Zone::utc()).unwrap_err();
        assert_eq!(failure.code(), code, "{arguments}");
    }
    let failure = Tool::from_call("list_tasks", json!({"status": "x"}), &Zone::utc()).unwrap_err();
    assert_eq!(
        failure.to_string(),
        "Invalid status 'x'. Must be 'all', 'pending', or 'completed'"
    );
}

#[test]
fn a_call_survives_its_json_form() {
    for arguments in [
        json!({}),
        json!({"status": "pending", "text": "milk", "tag": "home", "priority": "none"}),
        json!({"due": "overdue", "sort": "priority", "order": "desc", "limit": 7}),
        json!({"due_from": "2026-11-22", "count_only": true}),
        json!({"except": [{"tag": "home"}], "either": [{"status": "pending"}, {"due_to": "2026-11-22"}]}),
    ] {
        let tool = call("list_tasks", arguments);
        assert_eq!(call("list_tasks", tool.arguments()), tool);
    }
}
