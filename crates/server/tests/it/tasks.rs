//! Tasks over REST.

use futures_util::future::join_all;
use serde_json::json;
use tasktalk_api::{
    Patch,
    chat::ChatRequest,
    tasks::{
        Due, NewTask, OccurrenceAction, OccurrenceRequest, Priority, Recurrence, RecurrenceMode,
        TagUse, TaskListQuery, TaskPatch, TrashQuery,
    },
};

use crate::support::{Actor, Start, on_both_engines, on_sqlite};

on_both_engines![
    a_task_keeps_everything_it_was_made_with,
    a_patch_keeps_what_is_absent_and_clears_what_is_null,
    a_put_replaces_everything,
    a_change_needs_the_version_that_was_read,
    completing_toggles_or_sets,
    a_deleted_task_is_in_the_trash_until_it_is_restored,
    pages_follow_each_other_without_gaps_in_every_order,
    filters_add_up,
    a_repeating_task_moves_on,
    a_second_done_within_a_minute_is_told_to_change_nothing,
    a_time_without_a_zone_keeps_the_tasks_zone,
    every_change_can_be_taken_back_by_the_token_in_its_answer,
    a_task_that_is_added_again_under_its_key_is_added_once,
    requests_that_come_together_under_one_key_add_one_task,
    the_trash_can_be_searched,
    the_tags_in_use_are_told_with_how_many_tasks_have_them,
];
on_sqlite![headers_of_a_new_task_say_where_it_is_and_which_version];

fn full() -> NewTask {
    NewTask {
        title: "Water the plants".to_owned(),
        description: Some("both rooms".to_owned()),
        due: Some(Due::at("2026-11-27T15:00:00", "Europe/Berlin")),
        recurrence: Some(Recurrence {
            rrule: "FREQ=WEEKLY;BYDAY=FR".to_owned(),
            mode: RecurrenceMode::CatchUp,
            strict: false,
        }),
        priority: Some(Priority::High),
        tags: Some(vec!["home".to_owned(), "garden".to_owned()]),
    }
}

async fn a_task_keeps_everything_it_was_made_with(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let made = alice.create_task(&full()).await.unwrap().task;
    let read = alice.task(made.id).await.unwrap().task;
    assert_eq!(read, made);
    assert_eq!(
        json!(read),
        json!({
            "id": 1,
            "user_id": alice.id(),
            "title": "Water the plants",
            "description": "both rooms",
            "completed": false,
            "completed_at": null,
            "due": {"date_time": "2026-11-27T15:00:00", "timezone": "Europe/Berlin"},
            "recurrence": {"rrule": "FREQ=WEEKLY;BYDAY=FR", "mode": "catch_up"},
            "priority": "high",
            "tags": ["home", "garden"],
            "created_at": "2026-11-22T09:00:00Z",
            "updated_at": "2026-11-22T09:00:00Z",
            "version": 1,
        })
    );
    app.stop().await;
}

async fn headers_of_a_new_task_say_where_it_is_and_which_version(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let answer = app
        .send(
            alice
                .request("POST", "/api/me/tasks")
                .json(r#"{"title":"Buy milk","description":null}"#),
        )
        .await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("location"), Some("/api/me/tasks/1"));
    assert_eq!(answer.header("etag"), Some("\"1\""));
    assert!(answer.header("undo-token").is_some());
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.json()["description"], json!(null));
    app.stop().await;
}

async fn a_patch_keeps_what_is_absent_and_clears_what_is_null(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let before = alice.create_task(&full()).await.unwrap().task;
    let patch = TaskPatch {
        title: Patch::Set("Water all plants".to_owned()),
        ..TaskPatch::default()
    };
    let renamed = alice.update_task(1, &patch, None).await.unwrap().task;
    assert_eq!(renamed.title, "Water all plants");
    assert_eq!(renamed.version, 2);
    assert_eq!(
        (&renamed.due, &renamed.tags, renamed.priority),
        (&before.due, &before.tags, before.priority)
    );

    let cleared = TaskPatch {
        description: Patch::Clear,
        recurrence: Patch::Clear,
        due: Patch::Clear,
        priority: Patch::Clear,
        tags: Patch::Clear,
        ..TaskPatch::default()
    };
    let bare = alice.update_task(1, &cleared, None).await.unwrap().task;
    assert_eq!(bare.description, None);
    assert_eq!((bare.due, bare.recurrence), (None, None));
    assert_eq!((bare.priority, bare.tags.len()), (Priority::None, 0));

    let unchanged = alice
        .update_task(1, &TaskPatch::default(), None)
        .await
        .unwrap();
    assert_eq!(unchanged.task.version, bare.version);
    assert_eq!(unchanged.undo_token, None);
    app.stop().await;
}

async fn a_put_replaces_everything(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.create_task(&full()).await.unwrap();
    let put = alice
        .replace_task(1, &NewTask::titled("Something else"), None)
        .await
        .unwrap()
        .task;
    assert_eq!(put.title, "Something else");
    assert_eq!(
        (put.description, put.due, put.recurrence),
        (None, None, None)
    );
    assert!(put.tags.is_empty());
    app.stop().await;
}

async fn a_change_needs_the_version_that_was_read(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let etag = alice.add("Buy milk").await.etag.expect("an ETag");
    let patch = |title: &str| TaskPatch {
        title: Patch::Set(title.to_owned()),
        ..TaskPatch::default()
    };
    let changed = alice
        .update_task(1, &patch("Buy eggs"), Some(&etag))
        .await
        .unwrap();
    assert_ne!(changed.etag.as_ref(), Some(&etag));
    for stale in [etag.as_str(), "W/\"2\"", "\"nonsense\"", "\"1\", \"7\""] {
        let refused = alice
            .update_task(1, &patch("Buy nothing"), Some(stale))
            .await
            .unwrap_err();
        assert_eq!(refused.status(), Some(412), "{stale}");
        assert_eq!(refused.code(), Some("version_mismatch"));
        let refused = alice.delete_task(1, Some(stale)).await.unwrap_err();
        assert_eq!(refused.status(), Some(412), "{stale}");
    }
    assert_eq!(alice.titles().await, ["Buy eggs"]);
    for good in ["*", "\"1\", \"2\""] {
        let patch = patch(&format!("Buy {}", good.len()));
        let etag = if good == "*" { "*" } else { "\"1\", \"3\"" };
        alice.update_task(1, &patch, Some(etag)).await.unwrap();
    }
    app.stop().await;
}

async fn completing_toggles_or_sets(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.add("Buy milk").await;
    let done = alice.complete_task(1, None).await.unwrap().task;
    assert!(done.completed);
    assert_eq!(done.completed_at.as_deref(), Some("2026-11-22T09:00:00Z"));
    let open = alice.complete_task(1, None).await.unwrap().task;
    assert!(!open.completed && open.completed_at.is_none());
    let set = alice.complete_task(1, Some(true)).await.unwrap();
    assert!(set.task.completed && set.undo_token.is_some());
    let again = alice.complete_task(1, Some(true)).await.unwrap();
    assert_eq!((again.task, again.undo_token), (set.task, None));
    app.stop().await;
}

async fn a_deleted_task_is_in_the_trash_until_it_is_restored(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.add("Buy milk").await;
    alice.add("Buy eggs").await;
    let undo = alice.delete_task(1, None).await.unwrap();
    assert!(undo.is_some());
    assert_eq!(alice.delete_task(1, None).await.unwrap(), None);
    assert_eq!(alice.titles().await, ["Buy eggs"]);
    let trash = alice.trash(&TrashQuery::default()).await.unwrap();
    assert_eq!(trash.count, 1);
    assert_eq!(trash.tasks[0].title, "Buy milk");
    assert!(trash.tasks[0].deleted_at.is_some());

    let read = alice.task(1).await.unwrap_err();
    assert_eq!(read.code(), Some("task_in_trash"));
    assert!(read.to_string().contains("restore"), "{read}");
    let changed = alice.complete_task(1, None).await.unwrap_err();
    assert_eq!(changed.code(), Some("task_in_trash"));

    let back = alice.restore_task(1).await.unwrap().task;
    assert_eq!(back.deleted_at, None);
    assert_eq!(alice.titles().await.len(), 2);
    app.stop().await;
}

async fn a_task_that_is_added_again_under_its_key_is_added_once(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let (first, replayed) = alice.create_task_once(&full(), "k").await.unwrap();
    assert!(!replayed && first.undo_token.is_some());
    alice.complete_task(first.task.id, None).await.unwrap();
    let (again, replayed) = alice.create_task_once(&full(), "k").await.unwrap();
    assert!(replayed);
    assert_eq!(again, first, "the first answer, as it was then");
    assert_eq!(alice.list().await.len(), 1);

    let other = alice
        .create_task_once(&NewTask::titled("Buy eggs"), "k")
        .await;
    assert_eq!(other.unwrap_err().code(), Some("idempotency_key_reused"));
    let message = ChatRequest::new("add buy eggs");
    let other = alice.send_chat(&message, Some("k")).await;
    assert_eq!(other.unwrap_err().code(), Some("idempotency_key_reused"));
    // What was refused is no answer to keep.
    let blank = alice.create_task_once(&NewTask::titled(" "), "k2").await;
    assert_eq!(blank.unwrap_err().code(), Some("invalid_request"));
    let eggs = alice
        .create_task_once(&NewTask::titled("Buy eggs"), "k2")
        .await;
    assert!(!eggs.unwrap().1);
    // Keys are everybody's own.
    let bob = app.signup("bob").await;
    assert!(!bob.create_task_once(&full(), "k").await.unwrap().1);
    app.stop().await;

    let app = start.app().await;
    let alice = crate::support::Actor::new(&app.client, alice.session);
    assert!(
        alice.create_task_once(&full(), "k").await.unwrap().1,
        "after a restart too"
    );
    assert_eq!(alice.list().await.len(), 2);
    app.stop().await;
}

async fn requests_that_come_together_under_one_key_add_one_task(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let task = full();
    let all = join_all((0..8).map(|_| alice.create_task_once(&task, "k"))).await;
    let answers: Vec<_> = all.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers.iter().filter(|(_, replayed)| !replayed).count(), 1);
    assert!(answers.iter().all(|(answer, _)| *answer == answers[0].0));
    assert_eq!(alice.list().await.len(), 1);
    app.stop().await;
}

async fn the_trash_can_be_searched(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    for title in ["Buy milk", "Buy eggs", "Call the milkman", "Milk the cow"] {
        let id = alice.add(title).await.task.id;
        if title != "Milk the cow" {
            alice.delete_task(id, None).await.unwrap();
        }
    }
    let search = |q: &str, limit, cursor| TrashQuery {
        q: Some(q.to_owned()),
        limit,
        cursor,
    };
    let found = alice.trash(&search("MILK", Some(1), None)).await.unwrap();
    assert_eq!((found.count, found.tasks.len()), (2, 1));
    assert_eq!(found.tasks[0].title, "Call the milkman");
    let next = found.next_cursor;
    let rest = alice
        .trash(&search("MILK", Some(1), next.clone()))
        .await
        .unwrap();
    assert_eq!(rest.tasks[0].title, "Buy milk");
    assert_eq!(rest.next_cursor, None);
    let other = alice
        .trash(&search("eggs", Some(1), next))
        .await
        .unwrap_err();
    assert_eq!(other.code(), Some("invalid_cursor"));
    let none = alice.trash(&search("cow", None, None)).await.unwrap();
    assert_eq!(none.count, 0, "what is on the list is not in the trash");
    let blank = alice.trash(&search(" ", None, None)).await.unwrap();
    assert_eq!(blank.count, 3);
    let bob = app.signup("bob").await;
    assert_eq!(
        bob.trash(&search("milk", None, None)).await.unwrap().count,
        0
    );
    app.stop().await;
}

async fn the_tags_in_use_are_told_with_how_many_tasks_have_them(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    assert_eq!(alice.tags().await.unwrap(), []);
    for (title, tags) in [
        ("Buy milk", vec!["shopping", "home"]),
        ("Buy eggs", vec!["shopping"]),
        ("Old report", vec!["work"]),
        ("Gone", vec!["home", "forgotten"]),
    ] {
        let task = NewTask {
            tags: Some(tags.into_iter().map(str::to_owned).collect()),
            ..NewTask::titled(title)
        };
        alice.create_task(&task).await.unwrap();
    }
    alice.complete_task(3, None).await.unwrap();
    alice.delete_task(4, None).await.unwrap();
    let used = |tag: &str, pending, completed| TagUse {
        tag: tag.to_owned(),
        pending,
        completed,
    };
    let tags = alice.tags().await.unwrap();
    assert_eq!(
        tags,
        [
            used("shopping", 2, 0),
            used("home", 1, 0),
            used("work", 0, 1)
        ]
    );
    let bob = app.signup("bob").await;
    assert_eq!(bob.tags().await.unwrap(), []);
    app.stop().await;
}

async fn pages_follow_each_other_without_gaps_in_every_order(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    for number in 0..7 {
        let task = NewTask {
            title: format!("Task {}", (number * 3) % 7),
            due: (number % 2 == 0).then(|| Due::on(format!("2026-12-0{}", 9 - number))),
            priority: Some([Priority::None, Priority::High, Priority::Low][number % 3]),
            ..NewTask::default()
        };
        alice.create_task(&task).await.unwrap();
    }
    for sort in ["created", "due", "priority", "title", "updated"] {
        for order in ["asc", "desc"] {
            let query = |limit, cursor| TaskListQuery {
                sort: Some(sort.to_owned()),
                order: Some(order.to_owned()),
                limit,
                cursor,
                ..TaskListQuery::default()
            };
            let whole = alice.tasks(&query(None, None)).await.unwrap();
            assert_eq!((whole.count, whole.tasks.len()), (7, 7));
            assert_eq!(whole.next_cursor, None);
            let mut pieces = Vec::new();
            let mut cursor = None;
            loop {
                let page = alice.tasks(&query(Some(2), cursor)).await.unwrap();
                assert_eq!(page.count, 7);
                pieces.extend(page.tasks);
                cursor = page.next_cursor;
                if cursor.is_none() {
                    break;
                }
            }
            assert_eq!(pieces, whole.tasks, "{sort} {order}");
        }
    }
    app.stop().await;
}

async fn filters_add_up(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    for (title, due, tag, priority) in [
        ("Pay rent", Some("2026-11-21"), "home", Priority::High),
        ("Buy paint", Some("2026-11-22"), "home", Priority::None),
        (
            "Call the painter",
            Some("2026-11-25"),
            "work",
            Priority::High,
        ),
        ("Read a book", None, "home", Priority::Low),
    ] {
        let task = NewTask {
            title: title.to_owned(),
            due: due.map(Due::on),
            priority: Some(priority),
            tags: Some(vec![tag.to_owned()]),
            ..NewTask::default()
        };
        alice.create_task(&task).await.unwrap();
    }
    alice.complete_task(4, Some(true)).await.unwrap();
    for (query, expected) in [
        ("status=pending", vec![1, 2, 3]),
        ("status=completed", vec![4]),
        ("status=all", vec![1, 2, 3, 4]),
        ("q=paint", vec![2, 3]),
        ("q=paint&tag=home", vec![2]),
        ("priority=high", vec![1, 3]),
        ("due=overdue", vec![1]),
        ("due=none", vec![4]),
        ("due=any", vec![1, 2, 3]),
        ("due_on=2026-11-22", vec![2]),
        ("due_before=2026-11-22", vec![1]),
        ("due_after=2026-11-22", vec![3]),
        ("due_after=2026-11-20&due_before=2026-11-23", vec![1, 2]),
        ("q=nothing", vec![]),
    ] {
        let answer = app
            .send(alice.request("GET", &format!("/api/me/tasks?{query}")))
            .await;
        assert_eq!(answer.status, 200, "{query}");
        let list = answer.json();
        let ids: Vec<_> = list["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| task["id"].as_i64().unwrap())
            .collect();
        assert_eq!(ids, expected, "{query}");
        assert_eq!(list["count"], expected.len(), "{query}");
    }
    app.stop().await;
}

async fn occurrence(alice: &Actor, action: OccurrenceAction, to: Option<Due>) -> Option<Due> {
    let request = OccurrenceRequest {
        action,
        on: None,
        to,
    };
    alice.occurrence(1, &request).await.unwrap().task.due
}

async fn a_repeating_task_moves_on(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.create_task(&full()).await.unwrap();
    let at = |date: &str| Some(Due::at(format!("{date}T15:00:00"), "Europe/Berlin"));
    assert_eq!(
        occurrence(&alice, OccurrenceAction::Skip, None).await,
        at("2026-12-04")
    );
    assert_eq!(
        occurrence(&alice, OccurrenceAction::Move, at("2026-12-05")).await,
        at("2026-12-05")
    );
    assert_eq!(
        occurrence(&alice, OccurrenceAction::Done, None).await,
        at("2026-12-11")
    );
    let task = alice.task(1).await.unwrap().task;
    assert!(!task.completed);

    let mut later = OccurrenceRequest {
        action: OccurrenceAction::Skip,
        on: Some("2026-12-18".to_owned()),
        to: None,
    };
    let changed = alice.occurrence(1, &later).await.unwrap().task;
    assert_eq!(changed.due, at("2026-12-11"));
    assert_eq!(changed.exceptions.unwrap().later[0].slot, "2026-12-18");
    let none = alice.occurrence(1, &later).await.unwrap_err();
    assert_eq!(none.status(), Some(422));
    later.action = OccurrenceAction::Done;
    let refused = alice.occurrence(1, &later).await.unwrap_err();
    assert_eq!(refused.status(), Some(422));
    assert_eq!(
        occurrence(&alice, OccurrenceAction::Done, None).await,
        at("2026-12-11"),
        "the same done sent twice"
    );

    alice.add("Once").await;
    let request = OccurrenceRequest {
        action: OccurrenceAction::Skip,
        on: None,
        to: None,
    };
    let refused = alice.occurrence(2, &request).await.unwrap_err();
    assert_eq!(refused.status(), Some(409));
    assert_eq!(refused.code(), Some("task_does_not_repeat"));
    app.stop().await;
}

async fn every_change_can_be_taken_back_by_the_token_in_its_answer(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let made = alice.create_task(&full()).await.unwrap().task;
    let same = |task: &tasktalk_api::tasks::Task| {
        (
            task.title.clone(),
            task.due.clone(),
            task.tags.clone(),
            task.completed,
            task.deleted_at.clone(),
        )
    };
    let mut tokens = Vec::new();
    let patch = TaskPatch {
        title: Patch::Set("Other".to_owned()),
        tags: Patch::Clear,
        ..TaskPatch::default()
    };
    tokens.push(alice.update_task(1, &patch, None).await.unwrap().undo_token);
    tokens.push(alice.complete_task(1, Some(true)).await.unwrap().undo_token);
    tokens.push(alice.delete_task(1, None).await.unwrap());
    for token in tokens.into_iter().rev() {
        alice.undo(&token.expect("a token")).await.unwrap();
    }
    let back = alice.task(1).await.unwrap().task;
    assert_eq!(same(&back), same(&made));
    app.stop().await;
}

async fn a_second_done_within_a_minute_is_told_to_change_nothing(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.create_task(&full()).await.unwrap();
    let done = || {
        let request = alice.request("POST", "/api/me/tasks/1/occurrence");
        app.send(request.json(r#"{"action":"done"}"#))
    };
    let first = done().await;
    assert_eq!(first.header("unchanged"), None);
    assert!(first.header("undo-token").is_some());
    let second = done().await;
    assert_eq!(second.status, 200);
    assert_eq!(second.header("unchanged"), Some("true"));
    assert_eq!(second.header("undo-token"), None);
    assert_eq!(second.json(), first.json());
    app.stop().await;
}

async fn a_time_without_a_zone_keeps_the_tasks_zone(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.create_task(&full()).await.unwrap();
    let local = |time: &str| Due {
        date_time: Some(time.to_owned()),
        ..Due::default()
    };
    let patch = TaskPatch {
        due: Patch::Set(local("2026-12-01T11:00:00")),
        ..TaskPatch::default()
    };
    let changed = alice.update_task(1, &patch, None).await.unwrap().task;
    let berlin = |time: &str| Some(Due::at(time, "Europe/Berlin"));
    assert_eq!(changed.due, berlin("2026-12-01T11:00:00"));
    let moved = local("2026-12-02T12:00:00");
    let due = occurrence(&alice, OccurrenceAction::Move, Some(moved)).await;
    assert_eq!(due, berlin("2026-12-02T12:00:00"));

    // A task without a zone takes the profile's.
    alice.add("Plain").await;
    let changed = alice.update_task(2, &patch, None).await.unwrap().task;
    assert_eq!(changed.due, Some(Due::at("2026-12-01T11:00:00", "UTC")));
    app.stop().await;
}
