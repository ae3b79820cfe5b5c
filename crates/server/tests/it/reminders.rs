//! Reminders as people meet them: told in time, once, to every page; put off, dismissed, done.

use std::{collections::HashMap, time::Duration};

use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tasktalk_api::{
    Patch,
    me::ProfilePatch,
    reminders::Snooze,
    tasks::{Due, NewTask, Recurrence, RecurrenceMode, TaskPatch},
};
use tasktalk_domain::UserId;
use tasktalk_server::{
    Settings,
    settings::{AdminAddress, Seconds},
};
use tasktalk_storage::{StorageError, events};

use crate::support::{
    Actor, App, Heard, Listener, Start, free_port, on_both_engines, on_sqlite, raw,
};

on_both_engines![
    what_was_asked_for_in_words_is_told_at_its_time,
    after_an_outage_it_is_told_late,
    one_that_is_put_off_comes_back_everywhere,
    tasks_from_before_there_were_reminders_remind,
    a_thousand_reminders_two_instances_and_a_restart,
];
on_sqlite![
    who_does_not_want_to_be_reminded_is_not,
    settings_that_cannot_be_are_refused,
    what_cannot_be_answered_is_refused,
    each_occurrence_of_a_repeating_task_reminds,
    how_late_reminders_are_can_be_measured,
];

/// A server that looks for reminders without a pause.
async fn app(start: &Start) -> App {
    start.app_with(eager).await
}

/// Looks without a pause; and tokens outlast the days that pass here.
fn eager(settings: &mut Settings) {
    settings.reminder_poll = Seconds(Duration::from_millis(5));
    settings.auth.access_token_minutes = 60_000;
}

async fn listen(app: &App, person: &Actor) -> Listener {
    Listener::open(app.address, &person.request("GET", "/api/me/events")).await
}

/// The next event of this type.
async fn next(stream: &mut Listener, kind: &str) -> Heard {
    loop {
        let heard = stream.event().await.expect("the stream goes on");
        if heard.data["type"] == kind {
            return heard;
        }
    }
}

async fn add(person: &Actor, title: &str, due: &str) -> i64 {
    let task = NewTask {
        due: Some(Due::at(due, "UTC")),
        ..NewTask::titled(title)
    };
    person.create_task(&task).await.unwrap().task.id
}

fn minutes(minutes: i64) -> Snooze {
    Snooze {
        minutes: Some(minutes),
        until: None,
    }
}

/// Until there are so many rows.
async fn wait_for(start: &Start, rows: &str, count: &str) {
    let sql = format!("SELECT CAST(COUNT(*) AS TEXT) {rows}");
    while start.database.texts(&sql).await != [count] {
        tokio::task::yield_now().await;
    }
}

async fn set(person: &Actor, reminders: Value) -> Result<(), tasktalk_api::ClientError> {
    let patch = ProfilePatch {
        settings: Patch::Set(json!({"reminders": reminders}).as_object().unwrap().clone()),
        ..ProfilePatch::default()
    };
    person.update_me(&patch).await.map(drop)
}

async fn what_was_asked_for_in_words_is_told_at_its_time(start: Start) {
    let app = app(&start).await;
    let alice = app.signup("alice").await;
    let mut tabs = [listen(&app, &alice).await, listen(&app, &alice).await];
    let mut client = alice.events(None).await.unwrap();
    alice.chat("remind me to call mum today at 5pm").await;
    alice.chat("remind me to buy milk today").await;
    alice
        .chat("remind me to pay the rent today at 4:30pm")
        .await;
    alice.chat("done with the rent").await;
    // It is nine in the morning.
    app.clock.advance(SignedDuration::from_hours(8));
    for tab in &mut tabs {
        let heard = next(tab, "reminder.due").await;
        assert_eq!(
            heard.data["id"], 1,
            "the first that is told is Mum: {heard:?}"
        );
        let reminder = &heard.data["reminder"];
        assert_eq!(reminder["task_id"], 1);
        assert_eq!(reminder["title"], "Call mum");
        assert_eq!(
            reminder["due"],
            json!({"date_time": "2026-11-22T17:00:00", "timezone": "UTC"})
        );
        assert_eq!(reminder["fired_at"], "2026-11-22T17:00:00Z");
        assert_eq!(reminder["late_by_seconds"], 0);
        assert_eq!(reminder["occurrence"], "2026-11-22T17:00:00[UTC]");
    }
    // Our own client hears the same.
    let told = loop {
        let event = client.next().await.unwrap().expect("the stream goes on");
        if let Some(reminder) = event.reminder {
            break reminder;
        }
    };
    let waiting = alice.reminders().await.unwrap().reminders;
    assert_eq!(waiting, [told]);
    // Done is done.
    alice.complete_task(1, Some(true)).await.unwrap();
    assert_eq!(alice.reminders().await.unwrap().reminders, []);
    drop((tabs, client));
    app.stop().await;
}

async fn after_an_outage_it_is_told_late(start: Start) {
    let first = app(&start).await;
    let alice = first.signup("alice").await;
    add(&alice, "Call mum", "2026-11-22T09:30:00").await;
    add(&alice, "Later", "2026-11-22T19:00:00").await;
    let token = alice.session.clone();
    drop(alice);
    first.stop().await;

    let second = app(&start).await;
    let alice = Actor::new(&second.client, token);
    // The token is still good; only what is told counts here.
    let mut stream = listen(&second, &alice).await;
    second.clock.advance(SignedDuration::from_mins(9 * 60 + 29));
    let late = stream.event().await.unwrap().data;
    assert_eq!(late["type"], "reminder.due");
    assert_eq!(late["reminder"]["title"], "Call mum");
    assert_eq!(late["reminder"]["late_by_seconds"], (8 * 60 + 59) * 60);
    second.clock.advance(SignedDuration::from_mins(31));
    let on_time = stream.event().await.unwrap().data;
    assert_eq!(on_time["reminder"]["title"], "Later");
    assert_eq!(on_time["reminder"]["late_by_seconds"], 0);
    drop(stream);
    second.stop().await;
}

async fn one_that_is_put_off_comes_back_everywhere(start: Start) {
    let app = app(&start).await;
    let alice = app.signup("alice").await;
    let mut tab = listen(&app, &alice).await;
    add(&alice, "Call mum", "2026-11-22T09:05:00").await;
    app.clock.advance(SignedDuration::from_mins(5));
    let told = next(&mut tab, "reminder.due").await.data;
    let id = told["reminder"]["id"].as_str().unwrap().to_owned();

    let snoozed = alice.snooze_reminder(&id, &minutes(2)).await.unwrap();
    assert_eq!(
        snoozed.snoozed_until.as_deref(),
        Some("2026-11-22T09:07:00Z")
    );
    let heard = next(&mut tab, "reminder.snoozed").await.data;
    assert_eq!(heard["reminder"]["snoozed_until"], "2026-11-22T09:07:00Z");
    assert_eq!(alice.reminders().await.unwrap().reminders, []);
    app.clock.advance(SignedDuration::from_mins(2));
    let again = next(&mut tab, "reminder.due").await.data;
    assert_eq!(again["reminder"]["id"], id.as_str());
    assert_eq!(
        again["reminder"]["occurrence"],
        told["reminder"]["occurrence"]
    );

    let until = Snooze {
        minutes: None,
        until: Some("2026-11-22T10:09:00+01:00".to_owned()),
    };
    alice.snooze_reminder(&id, &until).await.unwrap();
    app.clock.advance(SignedDuration::from_mins(1));
    add(&alice, "Other", "2026-11-22T09:08:30").await;
    app.clock.advance(SignedDuration::from_secs(40));
    assert_eq!(
        next(&mut tab, "reminder.due").await.data["reminder"]["title"],
        "Other"
    );
    app.clock.advance(SignedDuration::from_secs(20));
    assert_eq!(
        next(&mut tab, "reminder.due").await.data["reminder"]["id"],
        id.as_str()
    );

    alice.dismiss_reminder(&id).await.unwrap();
    alice.dismiss_reminder(&id).await.unwrap();
    assert_eq!(next(&mut tab, "reminder.dismissed").await.data["id"], 1);
    let left = alice.reminders().await.unwrap().reminders;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].title, "Other");
    // Rescheduled: told at the new time, with an id of its own.
    let patch = TaskPatch {
        due: Patch::Set(Due::at("2026-11-22T09:09:30", "UTC")),
        ..TaskPatch::default()
    };
    alice.update_task(1, &patch, None).await.unwrap();
    app.clock.advance(SignedDuration::from_secs(30));
    let moved = next(&mut tab, "reminder.due").await.data;
    assert_eq!(moved["id"], 1);
    assert_ne!(moved["reminder"]["id"], id.as_str());
    drop(tab);
    app.stop().await;
}

async fn tasks_from_before_there_were_reminders_remind(start: Start) {
    let before = app(&start).await;
    let alice = before.signup("alice").await;
    add(&alice, "Call mum", "2026-11-22T09:05:00").await;
    add(&alice, "Long ago", "2026-11-21T09:05:00").await;
    let session = alice.session.clone();
    drop(alice);
    before.stop().await;
    start
        .database
        .run_sql("DELETE FROM reminders; UPDATE users SET reminders_planned = FALSE")
        .await;
    let after = app(&start).await;
    let alice = Actor::new(&after.client, session);
    let mut stream = listen(&after, &alice).await;
    after.clock.advance(SignedDuration::from_mins(1));
    wait_for(&start, "FROM reminders", "1").await;
    after.clock.advance(SignedDuration::from_mins(4));
    assert_eq!(
        stream.event().await.unwrap().data["reminder"]["title"],
        "Call mum"
    );
    drop(stream);
    after.stop().await;
}

async fn who_does_not_want_to_be_reminded_is_not(start: Start) {
    let app = app(&start).await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    add(&alice, "Silent", "2026-11-22T09:03:00").await;
    add(&alice, "Early", "2026-11-22T09:09:00").await;
    set(&alice, json!({"when": "never"})).await.unwrap();
    app.clock.advance(SignedDuration::from_mins(3));
    // Until it was passed over.
    wait_for(&start, "FROM reminders WHERE state = 2", "1").await;
    set(&alice, json!({"when": "before", "minutes_before": 5}))
        .await
        .unwrap();
    app.clock.advance(SignedDuration::from_mins(1));
    let told = next(&mut stream, "reminder.due").await.data;
    assert_eq!(told["reminder"]["title"], "Early");
    assert_eq!(told["reminder"]["due"]["date_time"], "2026-11-22T09:09:00");
    drop(stream);
    app.stop().await;
}

async fn settings_that_cannot_be_are_refused(start: Start) {
    let app = app(&start).await;
    let alice = app.signup("alice").await;
    for wrong in [
        json!(null),
        json!("never"),
        json!({"when": "sometimes"}),
        json!({"when": "before", "minutes_before": 0}),
        json!({"when": "before", "minutes_before": 10_081}),
        json!({"when": "at_time", "sound": "loud"}),
    ] {
        let refused = set(&alice, wrong.clone()).await.unwrap_err();
        assert_eq!(refused.status(), Some(422), "{wrong}");
        let errors = &refused.problem().unwrap().errors;
        assert_eq!(errors[0].field, "settings.reminders");
    }
    set(&alice, json!({"when": "before", "minutes_before": 10_080}))
        .await
        .unwrap();
    assert_eq!(
        alice.me().await.unwrap().settings["reminders"]["minutes_before"],
        10_080
    );
    app.stop().await;
}

async fn what_cannot_be_answered_is_refused(start: Start) {
    let app = app(&start).await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    add(&alice, "Call mum", "2026-11-22T09:05:00").await;
    app.clock.advance(SignedDuration::from_mins(5));
    let told = next(&mut stream, "reminder.due").await.data;
    let id = told["reminder"]["id"].as_str().unwrap();
    let both = Snooze {
        minutes: Some(1),
        until: Some("2026-11-22T10:00:00Z".to_owned()),
    };
    let until = |until: &str| Snooze {
        minutes: None,
        until: Some(until.to_owned()),
    };
    for wrong in [
        Snooze::default(),
        both,
        minutes(0),
        minutes(-5),
        minutes(366 * 24 * 60 + 1),
        minutes(i64::MAX),
        until("2026-11-22T09:05:00Z"),
        until("2028-11-22T09:05:00Z"),
        until("tomorrow"),
        until("2026-11-22T10:05:00"),
    ] {
        let refused = alice.snooze_reminder(id, &wrong).await.unwrap_err();
        assert_eq!(refused.status(), Some(422), "{wrong:?}");
    }
    for unknown in ["0199b5a2-7d1c-7000-8000-000000000000", "1"] {
        let refused = alice.dismiss_reminder(unknown).await.unwrap_err();
        assert_eq!(refused.code(), Some("reminder_not_found"));
    }
    alice.complete_task(1, Some(true)).await.unwrap();
    let refused = alice.snooze_reminder(id, &minutes(5)).await.unwrap_err();
    assert_eq!(refused.code(), Some("reminder_called_off"));
    assert_eq!(refused.status(), Some(409));
    alice.dismiss_reminder(id).await.unwrap();
    drop(stream);
    app.stop().await;
}

async fn each_occurrence_of_a_repeating_task_reminds(start: Start) {
    let app = app(&start).await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    let daily = NewTask {
        due: Some(Due::at("2026-11-22T18:00:00", "Europe/Berlin")),
        recurrence: Some(Recurrence {
            rrule: "FREQ=DAILY".to_owned(),
            mode: RecurrenceMode::default(),
            strict: false,
        }),
        ..NewTask::titled("Water the plants")
    };
    alice.create_task(&daily).await.unwrap();
    app.clock.advance(SignedDuration::from_hours(8));
    for day in [22, 23, 24] {
        let told = next(&mut stream, "reminder.due").await.data;
        assert_eq!(
            told["reminder"]["occurrence"],
            format!("2026-11-{day}T18:00:00[Europe/Berlin]")
        );
        app.clock.advance(SignedDuration::from_hours(24));
    }
    drop(stream);
    app.stop().await;
}

async fn how_late_reminders_are_can_be_measured(start: Start) {
    let app = start
        .app_with(|settings| {
            eager(settings);
            settings.network.admin_address = Some(AdminAddress::At(free_port()));
        })
        .await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    add(&alice, "Call mum", "2026-11-22T09:05:00").await;
    app.clock.advance(SignedDuration::from_mins(5));
    next(&mut stream, "reminder.due").await;
    add(&alice, "Call dad", "2026-11-22T09:06:00").await;
    app.clock.advance(SignedDuration::from_mins(5));
    next(&mut stream, "reminder.due").await;
    let Some(AdminAddress::At(admin)) = app.state.config.network.admin_address else {
        panic!("it has an admin listener");
    };
    // The figure follows the event by a moment.
    let expected = [
        "tasktalk_event_streams 1",
        "tasktalk_reminder_lateness_seconds_bucket{le=\"0.5\"} 1",
        "tasktalk_reminder_lateness_seconds_bucket{le=\"3600\"} 2",
        "tasktalk_reminder_lateness_seconds_count 2",
    ];
    loop {
        let request = raw::Request::new("GET", "/metrics");
        let answer = raw::send(admin, &request).await;
        let text = String::from_utf8(answer.body).unwrap();
        if expected.iter().all(|line| text.contains(line)) {
            break;
        }
    }
    drop(stream);
    app.stop().await;
}

/// How often each task of a person was reminded of.
async fn told(app: &App, person: &Actor) -> HashMap<String, usize> {
    let owner = UserId(person.id().parse().unwrap());
    let events: Result<Vec<events::Event>, StorageError> = app
        .database
        .read(move |s| Box::pin(async move { events::after(s, owner, 0, 1_000).await }))
        .await;
    let mut counts = HashMap::new();
    for event in events.unwrap() {
        if event.kind == "reminder.due" {
            *counts.entry(event.object_id).or_default() += 1;
        }
    }
    counts
}

async fn a_thousand_reminders_two_instances_and_a_restart(start: Start) {
    const PEOPLE: usize = 20;
    const TASKS: usize = 50;
    let (first, second) = (app(&start).await, app(&start).await);
    let mut people = Vec::new();
    for n in 0..PEOPLE {
        people.push(first.signup(&format!("person{n}")).await);
    }
    join_all(people.iter().map(async |person| {
        for n in 0..TASKS {
            // Ten minutes full of them, many at the same second.
            let due = format!("2026-11-22T10:{:02}:{:02}", n / 5, (n % 5) * 10);
            add(person, &format!("Task {n}"), &due).await;
        }
    }))
    .await;
    let sessions: Vec<_> = people.iter().map(|person| person.session.clone()).collect();
    drop(people);
    for app in [&first, &second] {
        app.clock.advance(SignedDuration::from_hours(1));
    }
    for step in 0..10 {
        for app in [&first, &second] {
            app.clock.advance(SignedDuration::from_secs(30));
        }
        // Both are at work when one of them goes.
        if step == 4 {
            break;
        }
    }
    first.stop().await;
    let third = app(&start).await;
    third
        .clock
        .advance(SignedDuration::from_hours(1) + SignedDuration::from_secs(150));
    for _ in 0..15 {
        for app in [&second, &third] {
            app.clock.advance(SignedDuration::from_secs(30));
        }
    }
    for session in sessions {
        let person = Actor::new(&second.client, session);
        while told(&second, &person).await.len() < TASKS {
            tokio::task::yield_now().await;
        }
    }
    // Nothing is left to be told twice, by either.
    for app in [&second, &third] {
        app.clock.advance(SignedDuration::from_mins(5));
        assert_eq!(
            app.state
                .assistant
                .tell_due_reminders()
                .await
                .unwrap()
                .lateness,
            []
        );
    }
    let count = start
        .database
        .texts("SELECT CAST(COUNT(*) AS TEXT) FROM events WHERE kind = 'reminder.due'")
        .await;
    assert_eq!(count, [(PEOPLE * TASKS).to_string()]);
    second.stop().await;
    third.stop().await;
}
