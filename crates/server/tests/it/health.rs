//! Health, headers, and what is written about requests.

use tasktalk_server::settings::AdminAddress;

use crate::support::{Start, on_both_engines, on_sqlite, raw};

on_both_engines![a_server_that_can_work_says_so];
on_sqlite![
    every_answer_has_the_protective_headers,
    request_ids_are_taken_over_when_they_are_sane,
    other_pages_are_let_in_by_list_only,
    the_admin_listener_counts_without_naming_anyone,
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
        ("GET", "/nothing"),
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
        app.send(raw::Request::new("GET", "/nothing").header("x-request-id", id))
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
    // A port that was free a moment ago; the listener itself is the server's.
    let port = std::net::TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .unwrap();
    let app = start
        .app_with(|settings| settings.network.admin_address = Some(AdminAddress::At(port)))
        .await;
    let alice = app.signup("alice").await;
    alice.chat("add a very private thing").await;
    app.send(alice.request("GET", "/api/me/tasks?q=private"))
        .await;
    app.send(raw::Request::new("GET", "/made/up")).await;

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
