use jiff::SignedDuration;
use serde_json::{Value, json};

use super::*;
use crate::{
    Permissions, ToolOutcome,
    test_support::{
        Home, at, call, code, delete, new_task, number, on, on_each_engine, receipt, repeating,
        task, zone,
    },
};

async fn update(home: &Home, arguments: Value) -> ToolOutcome {
    home.run(call("update_task", arguments)).await
}

fn applied(before: &Task, arguments: Value) -> Result<Task, ToolFailure> {
    let Tool::UpdateTask(call) = call("update_task", arguments) else {
        panic!("not an update")
    };
    let now = "2026-11-22T09:00:00Z".parse().unwrap();
    apply::apply(before, *call, now, &zone())
}

#[tokio::test]
async fn a_change_tells_before_and_after() {
    on_each_engine(async |home| {
        let before = home.add(new_task("Call mum")).await;
        home.clock.advance(SignedDuration::from_mins(3));
        let outcome = update(home, json!({"task_id": 1, "title": "Call mum tonight"})).await;
        assert_eq!(outcome.result["success"], true);
        assert_eq!(outcome.result["status"], "updated");
        assert_eq!(outcome.result["task_id"], 1);
        assert_eq!(outcome.result["old_title"], "Call mum");
        assert_eq!(outcome.result["new_title"], "Call mum tonight");
        assert_eq!(outcome.result["title"], "Call mum tonight");
        let after = home.row(number(1)).await;
        assert_eq!(after.title.as_str(), "Call mum tonight");
        assert_eq!((after.version, after.updated_at), (2, home.clock.now()));
        assert_eq!(receipt(&outcome).before.as_deref(), Some(&before));
        assert_eq!(receipt(&outcome).after.as_deref(), Some(&after));
        assert_eq!(
            home.events().await.last(),
            Some(&("task.updated".to_owned(), 2))
        );
        let found = home
            .run(call("list_tasks", json!({"text": "tonight"})))
            .await;
        assert_eq!(found.result["count"], 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_like_that_already_is_left_alone_and_told() {
    on_each_engine(async |home| {
        let before = home.add(new_task("Call mum")).await;
        let outcome = update(home, json!({"task_id": 1, "title": "Call mum"})).await;
        assert!(outcome.success() && outcome.receipts.is_empty());
        assert_eq!(outcome.result["unchanged"], true);
        assert_eq!(home.row(number(1)).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_refused_change_changes_nothing() {
    on_each_engine(async |home| {
        let before = home.add(new_task("Call mum")).await;
        for (arguments, expected) in [
            (json!({"task_id": 9, "priority": "high"}), "task_not_found"),
            (
                json!({"task_id": 1, "priority": "high", "expected_version": 2}),
                "version_mismatch",
            ),
            (
                json!({"task_id": 1, "recurrence": {"rrule": "FREQ=DAILY"}}),
                "recurrence_without_due",
            ),
            (
                json!({"task_id": 1, "postpone": {"days": 1}}),
                "no_due_date",
            ),
        ] {
            assert_eq!(code(&update(home, arguments).await), expected);
        }
        let high = call("update_task", json!({"task_id": 1, "priority": "high"}));
        let bens = home.run_for(home.ben, Permissions::ALL, high.clone()).await;
        assert_eq!(code(&bens), "task_not_found");
        let permissions = Permissions {
            write: false,
            ..Permissions::ALL
        };
        let refused = home.run_for(home.anna, permissions, high.clone()).await;
        assert_eq!(code(&refused), "insufficient_scope");
        assert_eq!(home.row(number(1)).await, before);

        home.run(delete(number(1))).await;
        assert_eq!(code(&home.run(high).await), "task_in_trash");
    })
    .await;
}

#[test]
fn a_bare_day_keeps_the_time_and_a_bare_time_keeps_the_day() {
    let meeting = Task {
        due: Some(at("2026-11-27T15:00:00")),
        ..task(1, "Meeting")
    };
    for (due, part, expected) in [
        (on("2026-12-01"), "date", at("2026-12-01T15:00:00")),
        (at("2026-11-22T16:30:00"), "time", at("2026-11-27T16:30:00")),
        (at("2026-12-01T16:30:00"), "both", at("2026-12-01T16:30:00")),
    ] {
        let arguments = json!({"task_id": 1, "due": due, "due_part": part});
        assert_eq!(applied(&meeting, arguments).unwrap().due, Some(expected));
    }
    let whole = applied(
        &meeting,
        json!({"task_id": 1, "due": {"date": "2026-12-01"}}),
    )
    .unwrap();
    assert_eq!(whole.due, Some(on("2026-12-01")));

    let day = Task {
        due: Some(on("2026-11-27")),
        ..task(1, "Meeting")
    };
    let at_four = json!({"task_id": 1, "due": at("2026-11-22T16:00:00"), "due_part": "time"});
    assert_eq!(
        applied(&day, at_four.clone()).unwrap().due,
        Some(at("2026-11-27T16:00:00"))
    );
    assert_eq!(
        applied(&task(1, "Meeting"), at_four).unwrap().due,
        Some(at("2026-11-22T16:00:00"))
    );
}

#[test]
fn without_its_time_a_task_keeps_its_day() {
    let meeting = Task {
        due: Some(at("2026-11-27T15:00:00")),
        ..task(1, "Meeting")
    };
    let no_time = json!({"task_id": 1, "clear": ["due"], "due_part": "time"});
    assert_eq!(
        applied(&meeting, no_time.clone()).unwrap().due,
        Some(on("2026-11-27"))
    );
    assert_eq!(applied(&task(1, "Meeting"), no_time).unwrap().due, None);
}

#[test]
fn postponing_moves_along_the_calendar() {
    let due = |due: &tasktalk_domain::Due, postpone: Value| {
        let before = Task {
            due: Some(due.clone()),
            ..task(1, "Rent")
        };
        applied(&before, json!({"task_id": 1, "postpone": postpone})).map(|task| task.due.unwrap())
    };
    let last_of_january = on("2027-01-31");
    assert_eq!(
        due(&last_of_january, json!({"months": 1})),
        Ok(on("2027-02-28"))
    );
    assert_eq!(
        due(&last_of_january, json!({"days": -31})),
        Ok(on("2026-12-31"))
    );
    // The night in which clocks go forward: 90 minutes on the wall, whatever the sun does.
    assert_eq!(
        due(&at("2027-03-28T01:30:00"), json!({"minutes": 90})),
        Ok(at("2027-03-28T03:00:00"))
    );
    assert_eq!(
        due(&last_of_january, json!({"minutes": 30}))
            .unwrap_err()
            .code(),
        "no_due_time"
    );
    for too_far in [
        json!({"days": i32::MAX}),
        json!({"months": i32::MIN}),
        json!({"days": 3_000_000}),
    ] {
        let failure = due(&last_of_january, too_far).unwrap_err();
        assert_eq!(failure.code(), "invalid_date");
    }
    assert_eq!(
        due(&at("2027-03-28T01:30:00"), json!({"minutes": i64::MAX}))
            .unwrap_err()
            .code(),
        "invalid_date"
    );
}

#[test]
fn tags_are_replaced_taken_off_and_put_on() {
    let tags = |before: &[&str], mut change: Value| {
        let before = Task {
            tags: Tag::parse_all(before).unwrap(),
            ..task(1, "Rent")
        };
        change["task_id"] = json!(1);
        applied(&before, change).map(|task| arguments::tag_words(&task.tags).join(" "))
    };
    let before = ["home", "money"];
    assert_eq!(
        tags(&before, json!({"add_tags": ["#Flat", "home"]})).unwrap(),
        "home money flat"
    );
    assert_eq!(
        tags(&before, json!({"remove_tags": ["home", "x"]})).unwrap(),
        "money"
    );
    assert_eq!(
        tags(
            &before,
            json!({"tags": ["a"], "remove_tags": ["a"], "add_tags": ["b"]})
        )
        .unwrap(),
        "b"
    );
    assert_eq!(tags(&before, json!({"tags": []})).unwrap(), "");
    let many: Vec<String> = (0..19).map(|n| format!("t{n}")).collect();
    let failure = tags(&before, json!({"add_tags": many})).unwrap_err();
    assert_eq!(failure.code(), "too_many_tags");
}

#[test]
fn values_can_be_taken_away() {
    let before = Task {
        due: Some(on("2027-01-31")),
        recurrence: Some(repeating("FREQ=MONTHLY")),
        description: Description::parse("To the landlord").unwrap(),
        ..task(1, "Rent")
    };
    let cleared = json!({"task_id": 1, "clear": ["description", "due", "recurrence"]});
    let after = applied(&before, cleared).unwrap();
    assert_eq!(
        (after.description, after.due, after.recurrence),
        (None, None, None)
    );
    let blank = applied(&before, json!({"task_id": 1, "description": " "})).unwrap();
    assert_eq!(blank.description, None);
    let nulls = json!({"task_id": 1, "title": null, "description": null, "due": null,
        "recurrence": null, "priority": null, "tags": null, "postpone": null});
    assert_eq!(applied(&before, nulls).unwrap(), before);
    let only_due = applied(&before, json!({"task_id": 1, "clear": ["due"]}));
    assert_eq!(only_due.unwrap_err().code(), "recurrence_without_due");
}

#[test]
fn a_new_rule_remembers_the_day_a_short_month_would_lose() {
    let before = Task {
        due: Some(on("2027-01-31")),
        ..task(1, "Rent")
    };
    let monthly = json!({"task_id": 1, "recurrence": {"rrule": "FREQ=MONTHLY"}});
    let after = applied(&before, monthly.clone()).unwrap();
    let rule = after.recurrence.as_ref().unwrap().rule.to_string();
    assert_eq!(rule, "FREQ=MONTHLY;BYMONTHDAY=31");
    assert_eq!(applied(&after, monthly).unwrap(), after);
}

#[test]
fn wrong_arguments_are_refused() {
    for (mut arguments, code) in [
        (json!({"title": ""}), "title_required"),
        (json!({"due_part": "week"}), "invalid_due"),
        (json!({"clear": ["title"]}), "invalid_arguments"),
        (
            json!({"clear": ["due"], "due": {"date": "2026-11-27"}}),
            "invalid_arguments",
        ),
        (json!({"postpone": {"weeks": 1}}), "invalid_arguments"),
        (
            json!({"recurrence": {"rrule": "FREQ=NEVER"}}),
            "invalid_recurrence",
        ),
        (
            json!({"recurrence": {"rrule": "FREQ=DAILY", "mode": "x"}}),
            "invalid_recurrence",
        ),
    ] {
        arguments["task_id"] = json!(1);
        let failure = Tool::from_call("update_task", arguments.clone(), &zone()).unwrap_err();
        assert_eq!(failure.code(), code, "{arguments}");
    }
}

#[test]
fn a_call_survives_its_json_form() {
    for arguments in [
        json!({"task_id": 1}),
        json!({"task_id": 1, "title": "x", "description": "y", "priority": "none", "tags": ["a"]}),
        json!({"task_id": 1, "due": {"date_time": "2026-11-27T15:00:00"}, "due_part": "time",
            "postpone": {"months": -1, "minutes": 5}, "expected_version": 4}),
        json!({"task_id": 1, "recurrence": {"rrule": "FREQ=DAILY", "mode": "fixed", "strict": true},
            "add_tags": ["b"], "remove_tags": ["c"], "clear": ["description", "due"]}),
    ] {
        let tool = call("update_task", arguments);
        assert_eq!(call("update_task", tool.arguments()), tool);
    }
}
