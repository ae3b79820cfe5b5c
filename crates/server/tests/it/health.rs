//! Health, headers, and what is written about requests.

use std::sync::{Arc, Mutex};

use tasktalk_server::settings::AdminAddress;

use crate::support::{PASSWORD, Start, free_port, on_both_engines, on_sqlite, raw};

on_both_engines![a_server_that_can_work_says_so];
on_sqlite![
    every_answer_has_the_protective_headers,
    request_ids_are_taken_over_when_they_are_sane,
    other_pages_are_let_in_by_list_only,
    the_admin_listener_counts_without_naming_anyone,
    the_log_tells_what_happened_and_not_what_was_said,
];

async fn a_server_that_can_work_says_so(start: Start) {
    let app = start.app().await;
    assert_eq!(app.client.health().await.unwrap().status, "ok");
    assert_eq!(app.client.ready().await.unwrap().status, "ok");
    app.stop().await;
}

async fn every_answer_has_the_protective_headers(start: Start) {
    let app = start.app().await;
    for (method, path) in [
        ("GET", "/health"),
        ("GET", "/docs"),
        ("GET", "/api/me/tasks"),
        ("GET", "/api/nothing"),
        ("TRACE", "/health"),
        ("POST", "/api/auth/signin"),
    ] {
        let answer = app.send(raw::Request::new(method, path)).await;
        assert_eq!(
            answer.header("x-content-type-options"),
            Some("nosniff"),
            "{path}"
        );
        assert_eq!(
            answer.header("referrer-policy"),
            Some("no-referrer"),
            "{path}"
        );
        assert!(answer.header("permissions-policy").is_some(), "{path}");
        assert!(
            answer.header("cross-origin-opener-policy").is_some(),
            "{path}"
        );
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{path}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert!(answer.header("server").is_none(), "{path}");
    }
    app.stop().await;
}

async fn request_ids_are_taken_over_when_they_are_sane(start: Start) {
    let app = start.app().await;
    let ask = |id: &'static str| {
        app.send(raw::Request::new("GET", "/api/nothing").header("x-request-id", id))
    };
    let answer = ask("trace-1").await;
    assert_eq!(answer.header("x-request-id"), Some("trace-1"));
    assert_eq!(answer.json()["request_id"], "trace-1");
    for id in ["<script>", "a b", ""] {
        let made = ask(id).await.header("x-request-id").unwrap().to_owned();
        assert_eq!(made.len(), 36, "{made}");
    }
    app.stop().await;
}

async fn other_pages_are_let_in_by_list_only(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.network.cors_origins = vec!["https://tasks.example.com".parse().unwrap()];
        })
        .await;
    let preflight = |origin: &'static str| {
        app.send(
            raw::Request::new("OPTIONS", "/api/me/chat")
                .header("origin", origin)
                .header("access-control-request-method", "POST")
                .header(
                    "access-control-request-headers",
                    "authorization,content-type",
                ),
        )
    };
    let listed = preflight("https://tasks.example.com").await;
    assert_eq!(listed.status, 200);
    assert_eq!(
        listed.header("access-control-allow-origin"),
        Some("https://tasks.example.com")
    );
    assert_eq!(
        listed.header("access-control-allow-credentials"),
        Some("true")
    );
    for origin in [
        "null",
        "https://tasks.example.com.evil.example",
        "http://tasks.example.com",
        "https://other.example",
    ] {
        let answer = preflight(origin).await;
        assert_eq!(
            answer.header("access-control-allow-origin"),
            None,
            "{origin}"
        );
        assert_eq!(
            answer.header("access-control-allow-credentials"),
            None,
            "{origin}"
        );
    }
    app.stop().await;
}

async fn the_admin_listener_counts_without_naming_anyone(start: Start) {
    let port = free_port();
    let app = start
        .app_with(|settings| settings.network.admin_address = Some(AdminAddress::At(port)))
        .await;
    let alice = app.signup("alice").await;
    alice.chat("add a very private thing").await;
    app.send(alice.request("GET", "/api/me/tasks?q=private"))
        .await;
    app.send(raw::Request::new("GET", "/api/made/up")).await;

    let numbers = raw::send(port, &raw::Request::new("GET", "/metrics")).await;
    let text = String::from_utf8(numbers.body).unwrap();
    for line in [
        r#"tasktalk_requests_total{route="/api/{user_id}/chat",method="POST",status="200"} 1"#,
        r#"tasktalk_requests_total{route="(no route)",method="GET",status="404"} 1"#,
        r#"tasktalk_turns_total{outcome="done"} 1"#,
        r#"tasktalk_tool_calls_total{tool="add_task",success="true"} 1"#,
    ] {
        assert!(text.contains(line), "{line} is missing from\n{text}");
    }
    for word in ["private", "alice", "made"] {
        assert!(!text.contains(word), "{word} is in\n{text}");
    }
    let public = app.send(raw::Request::new("GET", "/metrics")).await;
    assert_eq!(public.status, 404);
    app.stop().await;
}

/// What was logged on this thread, where the server of a test runs as well.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

async fn the_log_tells_what_happened_and_not_what_was_said(start: Start) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // With a single subscriber tracing asks only the thread that comes first to a log line whether anyone listens, and
    // remembers the answer; that may be another test's thread. A second one makes it ask all.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry());
    let _logging = tracing::subscriber::set_default(subscriber);

    let app = start.app().await;
    let alice = app.signup("alice").await;
    alice.chat("add buy a surprise for grandmother").await;
    alice.chat("what about the flibbertigibbet").await;
    for request in [
        alice.request("GET", "/api/me/tasks?q=grandmother"),
        alice.request("GET", "/made/up/grandmother"),
        alice
            .request("POST", "/api/me/chat")
            .json("{\"grandmother\":"),
        raw::Request::new("GET", "/api/me").token("tt_grandmother"),
    ] {
        app.send(request.header("x-request-id", "find-me")).await;
    }
    let tokens = alice.session.clone();
    drop(alice);
    app.stop().await;

    let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("find-me"), "{text}");
    assert!(text.contains("/api/{user_id}/chat"), "{text}");
    for secret in [
        "grandmother",
        "flibbertigibbet",
        "alice@example.com",
        PASSWORD,
        &tokens.access_token,
        tokens
            .refresh_token
            .as_deref()
            .expect("no browser, so it is told"),
    ] {
        let lines: Vec<_> = text.lines().filter(|line| line.contains(secret)).collect();
        assert!(lines.is_empty(), "{lines:#?}");
    }
}
