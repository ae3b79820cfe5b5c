//! How much and how slowly one may ask.

use std::{
    ops::RangeInclusive,
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use crate::support::{App, Start, on_sqlite, raw};

on_sqlite![
    a_body_that_is_too_large_is_refused_unread,
    a_head_that_is_too_large_is_refused,
    a_head_that_never_ends_is_cut_off,
    a_connection_that_says_nothing_is_closed,
    a_body_that_never_ends_is_refused,
    answers_that_nobody_reads_are_given_up,
    a_user_who_asks_too_often_is_told_when_to_come_back,
    guessing_tokens_is_limited_by_address,
    forwarded_addresses_are_believed_from_trusted_proxies_only,
    connections_that_wait_make_room_for_those_that_ask,
    a_request_that_takes_too_long_is_given_up,
    requests_beyond_the_bound_are_turned_away,
];

const SHORT: Duration = Duration::from_millis(200);

/// Sends twenty requests at once, and gives those answers that are no refusals, and those that are.
async fn twenty(
    app: &App,
    request: impl Fn(u8) -> raw::Request,
) -> (Vec<raw::Answer>, Vec<raw::Answer>) {
    let answers = join_all((1..=20).map(|number| app.send(request(number)))).await;
    answers.into_iter().partition(|answer| answer.status != 429)
}

/// How many may be let through: as many as may come at once, and one more for each second that has passed since then.
fn since(began: Instant, burst: usize) -> RangeInclusive<usize> {
    burst..=burst + usize::try_from(began.elapsed().as_secs()).unwrap()
}

async fn a_body_that_is_too_large_is_refused_unread(start: Start) {
    let app = start.app().await;
    let alice = app.signup("alice").await;
    let fits = format!(r#"{{"message":"add {}"}}"#, "x".repeat(100));
    let padded = format!("{fits}{}", " ".repeat(65_536 - fits.len()));
    let answer = app
        .send(alice.request("POST", "/api/me/chat").json(padded.clone()))
        .await;
    assert_eq!(answer.status, 200, "exactly 64 KiB fit");
    let answer = app
        .send(alice.request("POST", "/api/me/chat").json(padded + " "))
        .await;
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (413, "body_too_large")
    );

    // One that says that it is too large is not waited for, and not asked for.
    for expect in ["", "expect: 100-continue\r\n"] {
        let mut stream = TcpStream::connect(app.address).await.unwrap();
        let head = format!(
            "POST /api/me/chat HTTP/1.1\r\nhost: t\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: 9999999\r\n{expect}\r\n",
            alice.session.access_token
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let answer = raw::Answer::parse(&raw::rest(&mut stream).await);
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (413, "body_too_large")
        );
    }

    // A chunked body does not say its size beforehand.
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    let head = format!(
        "POST /api/me/chat HTTP/1.1\r\nhost: t\r\nauthorization: Bearer {}\r\n\
         content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
        alice.session.access_token
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("8000\r\n{}\r\n", " ".repeat(0x8000));
    for _ in 0..8 {
        if stream.write_all(chunk.as_bytes()).await.is_err() {
            break;
        }
    }
    let answer = raw::Answer::parse(&raw::rest(&mut stream).await);
    assert_eq!(answer.status, 413);
    app.stop().await;
}

async fn a_head_that_is_too_large_is_refused(start: Start) {
    let app = start.app().await;
    let request = raw::Request::new("GET", "/health").header("x-long", &"x".repeat(1_000_000));
    let answer = app.send(request).await;
    assert_eq!(answer.status, 431);
    app.stop().await;
}

async fn a_head_that_never_ends_is_cut_off(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.header_timeout.0 = SHORT)
        .await;
    let mut slow = TcpStream::connect(app.address).await.unwrap();
    slow.write_all(b"GET /health HTTP/1.1\r\nhost: test\r\nx-slow: ")
        .await
        .unwrap();
    // A byte now and then does not help.
    let drip = async {
        loop {
            tokio::time::sleep(SHORT / 10).await;
            if slow.write_all(b"x").await.is_err() {
                break;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(15), drip)
        .await
        .expect("the server closes the connection");
    app.stop().await;
}

async fn a_connection_that_says_nothing_is_closed(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.header_timeout.0 = SHORT)
        .await;
    for first_bytes in ["", "P", "PRI * HTTP/2.0\r\n"] {
        let mut stream = TcpStream::connect(app.address).await.unwrap();
        stream.write_all(first_bytes.as_bytes()).await.unwrap();
        tokio::time::timeout(Duration::from_secs(15), raw::rest(&mut stream))
            .await
            .unwrap_or_else(|_| panic!("still open after {first_bytes:?}"));
    }
    app.stop().await;
}

async fn a_body_that_never_ends_is_refused(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.body_timeout.0 = SHORT)
        .await;
    let alice = app.signup("alice").await;
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    let head = format!(
        "POST /api/me/chat HTTP/1.1\r\nhost: t\r\nconnection: close\r\nauthorization: Bearer {}\r\n\
         content-type: application/json\r\ncontent-length: 100\r\n\r\n{{",
        alice.session.access_token
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let answer = raw::Answer::parse(&raw::rest(&mut stream).await);
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (408, "body_timeout")
    );
    app.stop().await;
}

async fn answers_that_nobody_reads_are_given_up(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.write_timeout.0 = SHORT)
        .await;
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    // The buffers on the way take some megabytes; then the server waits to write, and stops reading.
    let ask = async {
        let requests = "GET /docs HTTP/1.1\r\nhost: test\r\n\r\n".repeat(100);
        while stream.write_all(requests.as_bytes()).await.is_ok() {}
    };
    tokio::time::timeout(Duration::from_secs(15), ask)
        .await
        .expect("the server closes the connection");
    app.stop().await;
}

async fn a_user_who_asks_too_often_is_told_when_to_come_back(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.limits.rate_limit = 1;
            settings.limits.rate_limit_burst = 3;
        })
        .await;
    let (alice, bob) = (app.signup("alice").await, app.signup("bob").await);
    let began = Instant::now();
    let (answered, refused) = twenty(&app, |_| alice.request("GET", "/api/me/tasks")).await;
    assert!(since(began, 3).contains(&answered.len()), "{answered:?}");
    assert!(answered.iter().all(|answer| answer.status == 200));
    let refused = refused.last().expect("not all of them are let through");
    assert_eq!(refused.code(), "rate_limited");
    let wait: u64 = refused.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=2).contains(&wait));
    assert_eq!(
        app.send(bob.request("GET", "/api/me/tasks")).await.status,
        200
    );
    assert_eq!(app.client.health().await.unwrap().status, "ok");
    app.stop().await;
}

async fn guessing_tokens_is_limited_by_address(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.limits.address_rate_limit = 1;
            settings.limits.address_rate_limit_burst = 4;
        })
        .await;
    // Signing up is one of the four.
    let began = Instant::now();
    let alice = app.signup("alice").await;
    let guess = |number| raw::Request::new("GET", "/api/me/tasks").token(&format!("tt_{number}"));
    let (answered, refused) = twenty(&app, guess).await;
    assert!(since(began, 3).contains(&answered.len()), "{answered:?}");
    assert!(answered.iter().all(|answer| answer.status == 401));
    assert!(!refused.is_empty());
    // A good token is not counted by address.
    assert_eq!(
        app.send(alice.request("GET", "/api/me/tasks")).await.status,
        200
    );
    app.stop().await;
}

async fn forwarded_addresses_are_believed_from_trusted_proxies_only(start: Start) {
    for trusted in [true, false] {
        let app = start
            .app_with(|settings| {
                settings.limits.address_rate_limit = 1;
                settings.limits.address_rate_limit_burst = 1;
                if trusted {
                    settings.network.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
                }
            })
            .await;
        let began = Instant::now();
        let (answered, refused) = twenty(&app, |number| {
            raw::Request::new("GET", "/api/nothing")
                .header("x-forwarded-for", &format!("192.0.2.{number}"))
        })
        .await;
        assert!(answered.iter().all(|answer| answer.status == 404));
        if trusted {
            assert!(refused.is_empty(), "{refused:?}");
        } else {
            assert!(since(began, 1).contains(&answered.len()), "{answered:?}");
            assert!(!refused.is_empty());
        }
        app.stop().await;
    }
}

async fn connections_that_wait_make_room_for_those_that_ask(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.limits.max_connections_per_address = 8;
            settings.limits.header_timeout.0 = Duration::from_hours(1);
        })
        .await;
    let mut attackers = Vec::new();
    for _ in 0..30 {
        let mut stream = TcpStream::connect(app.address).await.unwrap();
        // The first ones may be closed already.
        let _ = stream.write_all(b"GET /health HTTP/1.1\r\nx-slow: ").await;
        attackers.push(stream);
    }
    for _ in 0..5 {
        let answer = app.send(raw::Request::new("GET", "/health")).await;
        assert_eq!(answer.status, 200);
    }
    // Of the thirty at most eight can still be open.
    let (closed, mut seen) = tokio::sync::mpsc::channel(30);
    for mut stream in attackers {
        let closed = closed.clone();
        tokio::spawn(async move {
            raw::rest(&mut stream).await;
            let _ = closed.send(()).await;
        });
    }
    for _ in 0..22 {
        tokio::time::timeout(Duration::from_secs(15), seen.recv())
            .await
            .expect("another one is closed");
    }
    app.stop().await;
}

async fn a_request_that_takes_too_long_is_given_up(start: Start) {
    // Hashing a password may take longer than this test allows.
    let patient = start.app().await;
    let token = patient.signup("alice").await.session.access_token;
    patient.stop().await;
    let app = start
        .app_with(|settings| {
            settings.limits.request_timeout.0 = SHORT;
            settings.limits.body_timeout.0 = Duration::from_hours(1);
        })
        .await;
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    let head = format!(
        "POST /api/me/chat HTTP/1.1\r\nhost: t\r\nconnection: close\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: 100\r\n\r\n{{"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let answer = raw::Answer::parse(&raw::rest(&mut stream).await);
    assert_eq!((answer.status, answer.code().as_str()), (503, "timeout"));
    assert!(answer.header("retry-after").is_some());
    app.stop().await;
}

async fn requests_beyond_the_bound_are_turned_away(start: Start) {
    let app = start
        .app_with(|settings| settings.limits.max_requests = 1)
        .await;
    let alice = app.signup("alice").await;
    let mut slow = TcpStream::connect(app.address).await.unwrap();
    let head = format!(
        "POST /api/me/chat HTTP/1.1\r\nhost: t\r\nauthorization: Bearer {}\r\nexpect: 100-continue\r\n\
         content-type: application/json\r\ncontent-length: 100\r\n\r\n",
        alice.session.access_token
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    let mut go_on = [0; 12];
    tokio::io::AsyncReadExt::read_exact(&mut slow, &mut go_on)
        .await
        .unwrap();
    let refused = app.send(alice.request("GET", "/api/me/tasks")).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (503, "overloaded")
    );
    // Health is asked for when it is full, too.
    assert_eq!(app.client.health().await.unwrap().status, "ok");
    drop(slow);
    app.stop().await;
}
