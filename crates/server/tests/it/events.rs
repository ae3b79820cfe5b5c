//! Live updates: what changes through one door is heard at every other.

use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Value, json};
use tasktalk_api::{
    Patch,
    tasks::{NewTask, TaskPatch},
    tokens::NewToken,
};
use tasktalk_server::settings::Seconds;

use crate::support::{Actor, App, Listener, Start, on_both_engines, on_sqlite, raw};

on_both_engines![
    every_door_is_heard_in_every_tab,
    who_comes_back_hears_what_was_missed_and_nothing_twice,
    who_missed_too_much_reads_everything_anew,
    changes_on_another_instance_are_heard,
    nobody_hears_of_others,
    a_stream_ends_with_its_account,
];
on_sqlite![
    a_stream_ends_with_its_token,
    a_stream_ends_with_its_session,
    a_token_that_is_revoked_hears_no_more,
    a_user_has_so_many_streams_and_no_more,
    who_listens_does_not_hold_up_a_stop,
    there_is_a_sign_of_life,
];

/// Short enough not to wait for, in tests about what comes with a heartbeat.
const SOON: Seconds = Seconds(Duration::from_millis(20));

async fn listen(app: &App, person: &Actor) -> Listener {
    Listener::open(app.address, &person.request("GET", "/api/me/events")).await
}

async fn listen_after(app: &App, person: &Actor, id: &str) -> Listener {
    let request = person
        .request("GET", "/api/me/events")
        .header("last-event-id", id);
    Listener::open(app.address, &request).await
}

fn of_task(kind: &str, task: i64) -> (String, Value) {
    (kind.to_owned(), json!(task))
}

async fn every_door_is_heard_in_every_tab(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let mut tabs = [listen(&app, &alice).await, listen(&app, &alice).await];
    assert!(tabs[0].head.contains("content-type: text/event-stream\r\n"));
    assert!(tabs[0].head.contains("cache-control: no-store\r\n"));
    assert!(tabs[0].head.contains("x-accel-buffering: no\r\n"));

    let turn = alice.chat("add buy milk").await;
    let thread = json!(turn.conversation_id);
    alice.add("Pay the rent").await;
    let patch = TaskPatch {
        title: Patch::Set("Pay the rent today".to_owned()),
        ..TaskPatch::default()
    };
    alice.update_task(2, &patch, None).await.unwrap();
    alice.complete_task(2, Some(true)).await.unwrap();
    alice.complete_task(2, Some(false)).await.unwrap();
    let deleted = alice.delete_task(2, None).await.unwrap();
    alice.restore_task(2).await.unwrap();
    assert!(deleted.is_some());
    alice
        .chat_in(&turn.conversation_id, "done with the milk")
        .await;
    alice
        .rename_conversation(&turn.conversation_id, "Shopping")
        .await
        .unwrap();
    alice
        .delete_conversation(&turn.conversation_id)
        .await
        .unwrap();
    for tab in &mut tabs {
        assert_eq!(
            tab.kinds(11).await,
            [
                of_task("task.created", 1),
                ("conversation.created".to_owned(), thread.clone()),
                of_task("task.created", 2),
                of_task("task.updated", 2),
                of_task("task.completed", 2),
                of_task("task.reopened", 2),
                of_task("task.deleted", 2),
                of_task("task.restored", 2),
                of_task("task.completed", 1),
                ("conversation.message".to_owned(), thread.clone()),
                ("conversation.updated".to_owned(), thread.clone()),
            ]
        );
        let last = tab.event().await.unwrap();
        assert_eq!(last.id, 12, "numbers have no gaps");
        assert_eq!(
            last.data,
            json!({"seq": 12, "type": "conversation.deleted", "id": thread, "version": 0,
                   "at": "2026-11-22T09:00:00Z"})
        );
    }
    drop(tabs);
    app.stop().await;
}

async fn who_comes_back_hears_what_was_missed_and_nothing_twice(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    let mut heard = Vec::new();
    for n in 1..=20 {
        alice.add(&format!("Task {n}")).await;
        if n % 3 == 0 {
            // The connection breaks before, or while, this is told.
            let last = heard.last().map_or(0, |(id, _): &(i64, Value)| *id);
            stream = listen_after(&app, &alice, &last.to_string()).await;
        }
        if n % 2 == 0 {
            let event = stream.event().await.unwrap();
            heard.push((event.id, event.data["id"].clone()));
        }
    }
    while heard.len() < 20 {
        let event = stream.event().await.unwrap();
        heard.push((event.id, event.data["id"].clone()));
    }
    let all: Vec<_> = (1..=20).map(|n| (n, json!(n))).collect();
    assert_eq!(heard, all);
    // What was there before is not told to who begins to listen.
    let mut fresh = listen(&app, &alice).await;
    alice.add("One more").await;
    assert_eq!(fresh.kinds(1).await, [of_task("task.created", 21)]);
    drop((stream, fresh));
    app.stop().await;
}

async fn who_missed_too_much_reads_everything_anew(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.add("Buy milk").await;
    // A number from before a restored backup, and what is no number.
    for id in ["2", "-1", "abc", "99999999999999999999"] {
        let mut stream = listen_after(&app, &alice, id).await;
        let reset = stream.event().await.unwrap();
        assert_eq!(reset.data, json!({"seq": 1, "type": "reset"}), "{id}");
    }
    let mut caught_up = listen_after(&app, &alice, "1").await;
    let mut empty = listen_after(&app, &alice, "").await;
    for n in 0..501 {
        alice.add(&format!("Task {n}")).await;
    }
    for stream in [&mut caught_up, &mut empty] {
        // Who listens all the time hears each of them.
        assert_eq!(stream.kinds(501).await.len(), 501);
    }
    let mut late = listen_after(&app, &alice, "1").await;
    let reset = late.event().await.unwrap();
    assert_eq!(reset.data, json!({"seq": 502, "type": "reset"}));
    let mut just = listen_after(&app, &alice, "2").await;
    assert_eq!(just.kinds(500).await[0], of_task("task.created", 3));
    // Afterwards it goes on as ever.
    alice.add("The last").await;
    assert_eq!(late.event().await.unwrap().id, 503);
    drop((caught_up, empty, late, just));
    app.stop().await;
}

async fn changes_on_another_instance_are_heard(start: Start) {
    let (here, there) = (start.app().await, start.app().await);
    let alice = here.signup("alice").await;
    let elsewhere = Actor::new(&there.client, alice.session.clone());
    let mut stream = listen(&here, &alice).await;
    elsewhere.add("Buy milk").await;
    assert_eq!(stream.kinds(1).await, [of_task("task.created", 1)]);
    // And it goes on there where it stopped here.
    alice.add("Pay the rent").await;
    let mut moved = listen_after(&there, &elsewhere, "1").await;
    assert_eq!(moved.kinds(1).await, [of_task("task.created", 2)]);
    drop((stream, moved, elsewhere));
    here.stop().await;
    there.stop().await;
}

async fn nobody_hears_of_others(start: Start) {
    let app = start.app().await;
    let (alice, bob) = (app.signup("alice").await, app.signup("bob").await);
    let mut bobs = listen(&app, &bob).await;
    alice.add("Secret").await;
    alice.chat("add another secret").await;
    bob.add("Mine").await;
    let heard = bobs.event().await.unwrap();
    assert_eq!((heard.id, &heard.data["id"]), (1, &json!(1)));
    drop(bobs);
    app.stop().await;
}

async fn a_stream_ends_with_its_account(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    alice.delete_me().await.unwrap();
    assert_eq!(stream.event().await, None);
    app.stop().await;
}

async fn a_stream_ends_with_its_token(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.event_heartbeat = SOON)
        .await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    app.clock.advance(SignedDuration::from_secs(599));
    alice.add("Buy milk").await;
    assert_eq!(stream.kinds(1).await, [of_task("task.created", 1)]);
    app.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(stream.event().await, None);
    app.stop().await;
}

async fn a_stream_ends_with_its_session(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.event_heartbeat = SOON)
        .await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    let refresh_token = alice.session.refresh_token.clone().unwrap();
    alice.signout(&refresh_token).await.unwrap();
    assert_eq!(stream.event().await, None);
    app.stop().await;
}

async fn a_token_that_is_revoked_hears_no_more(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.event_heartbeat = SOON)
        .await;
    let alice = app.signup("alice").await;
    let token = NewToken {
        name: "script".to_owned(),
        scopes: vec!["tasks:read".to_owned()],
        expires_in: None,
    };
    let token = alice.create_token(&token).await.unwrap();
    let request = raw::Request::new("GET", "/api/me/events").token(&token.token);
    let mut stream = Listener::open(app.address, &request).await;
    alice.add("Buy milk").await;
    assert_eq!(stream.kinds(1).await, [of_task("task.created", 1)]);
    alice.revoke_token(&token.id).await.unwrap();
    assert_eq!(stream.event().await, None);
    app.stop().await;
}

async fn a_user_has_so_many_streams_and_no_more(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.limits.event_streams_per_user = 2;
            settings.limits.event_heartbeat = SOON;
        })
        .await;
    let (alice, bob) = (app.signup("alice").await, app.signup("bob").await);
    let first = listen(&app, &alice).await;
    let second = listen(&app, &alice).await;
    let refused = app.send(alice.request("GET", "/api/me/events")).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (429, "too_many_streams")
    );
    assert_eq!(refused.header("retry-after"), Some("30"));
    drop(listen(&app, &bob).await);
    // A tab that is closed makes room.
    drop(first);
    loop {
        let answer = app.send(alice.request("HEAD", "/api/me/events")).await;
        if answer.status == 200 {
            break;
        }
    }
    drop(second);
    app.stop().await;
}

async fn who_listens_does_not_hold_up_a_stop(start: Start) {
    let mut app = start.app().await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    app.begin_stop();
    let goodbye = stream.block().await.unwrap();
    let milliseconds = goodbye.strip_prefix("retry: ").unwrap();
    assert!((1_000..2_000).contains(&milliseconds.parse::<u32>().unwrap()));
    assert_eq!(stream.block().await, None);
    app.stop().await;
}

async fn there_is_a_sign_of_life(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.event_heartbeat = SOON)
        .await;
    let alice = app.signup("alice").await;
    let mut stream = listen(&app, &alice).await;
    assert_eq!(stream.block().await.as_deref(), Some(": "));
    assert_eq!(stream.block().await.as_deref(), Some(": "));
    alice
        .create_task(&NewTask::titled("Buy milk"))
        .await
        .unwrap();
    assert_eq!(stream.kinds(1).await, [of_task("task.created", 1)]);
    drop(stream);
    app.stop().await;
}
