//! Stopping in order.

use std::time::Duration;

use tasktalk_api::tasks::TaskListQuery;
use tasktalk_server::settings::AdminAddress;
use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use crate::support::{Start, free_port, on_both_engines, on_sqlite, raw};

on_both_engines![what_is_in_work_is_finished_and_kept];
on_sqlite![
    idle_connections_do_not_hold_it_up,
    the_drain_time_is_an_upper_bound,
    probes_are_told_while_it_finishes,
];

/// Begins a chat request and holds back the end of its body.
async fn begin_turn(app: &crate::support::App, token: &str) -> (TcpStream, Vec<u8>) {
    let body = br#"{"message":"add buy milk"}"#;
    let head = format!(
        "POST /api/me/chat HTTP/1.1\r\nhost: test\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n",
        body.len()
    );
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    // The server asks for the body: the request is in work.
    let mut line = [0; 25];
    tokio::io::AsyncReadExt::read_exact(&mut stream, &mut line)
        .await
        .unwrap();
    assert_eq!(&line, b"HTTP/1.1 100 Continue\r\n\r\n");
    (stream, body.to_vec())
}

async fn what_is_in_work_is_finished_and_kept(start: Start) {
    let mut app = start.app().await;
    let alice = app.signup("alice").await;
    let token = alice.session.access_token.clone();
    let (mut stream, body) = begin_turn(&app, &token).await;
    app.begin_stop();
    // Nobody new gets in.
    while TcpStream::connect(app.address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    stream.write_all(&body).await.unwrap();
    let answer = raw::Answer::parse(&raw::rest(&mut stream).await);
    assert_eq!(answer.status, 200);
    drop(alice);
    app.stop().await;

    let app = start.app().await;
    let tasks = app
        .client
        .with_token(token)
        .tasks(&TaskListQuery::default())
        .await
        .unwrap();
    assert_eq!(tasks.count, 1);
    app.stop().await;
}

async fn idle_connections_do_not_hold_it_up(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.drain_timeout.0 = Duration::from_hours(1))
        .await;
    let mut silent = TcpStream::connect(app.address).await.unwrap();
    let mut halfway = TcpStream::connect(app.address).await.unwrap();
    halfway.write_all(b"GET /hea").await.unwrap();
    app.client.health().await.unwrap();
    app.stop().await;
    assert!(raw::rest(&mut silent).await.is_empty());
}

async fn probes_are_told_while_it_finishes(start: Start) {
    let admin = free_port();
    let mut app = start
        .app_with(|settings| settings.network.admin_address = Some(AdminAddress::At(admin)))
        .await;
    let alice = app.signup("alice").await;
    let token = alice.session.access_token.clone();
    drop(alice);
    let (mut stream, body) = begin_turn(&app, &token).await;
    let ready = raw::Request::new("GET", "/health/ready");
    assert_eq!(raw::send(admin, &ready).await.status, 200);
    app.begin_stop();
    while TcpStream::connect(app.address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    let told = raw::send(admin, &ready).await;
    assert_eq!((told.status, told.code().as_str()), (503, "shutting_down"));
    stream.write_all(&body).await.unwrap();
    let answer = raw::Answer::parse(&raw::rest(&mut stream).await);
    assert_eq!(answer.status, 200);
    app.stop().await;
}

async fn the_drain_time_is_an_upper_bound(start: Start) {
    let mut app = start
        .app_with(|settings| {
            settings.limits.drain_timeout.0 = Duration::from_millis(50);
            settings.limits.body_timeout.0 = Duration::from_hours(1);
            settings.limits.request_timeout.0 = Duration::from_hours(1);
        })
        .await;
    let alice = app.signup("alice").await;
    let token = alice.session.access_token.clone();
    let (mut stream, _) = begin_turn(&app, &token).await;
    drop(alice);
    app.begin_stop();
    app.stop().await;
    assert!(raw::rest(&mut stream).await.is_empty(), "it was cut off");
}
