//! Who is let in, and what others are told.

use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{
    Agent,
    agent::{EVERYTHING, NEWEST, post},
};
use crate::support::{App, Start, on_both_engines, on_sqlite, raw};

on_both_engines!(
    without_a_good_token_there_is_a_challenge_and_nothing_else,
    a_token_that_may_not_is_told_what_it_needs,
    a_session_of_older_clients_is_its_users_and_no_one_elses,
);
on_sqlite!(
    a_client_that_takes_any_answer_gets_one,
    nobody_keeps_more_than_a_few_sessions,
    other_hosts_and_other_sites_pages_are_refused_before_the_token_is_looked_at,
    a_page_for_agents_may_use_the_endpoint_and_nothing_else,
    large_bodies_and_other_methods_are_refused,
    what_is_no_message_gets_the_protocols_own_error,
    agents_are_limited_like_everyone,
);

fn list() -> Value {
    json!({"jsonrpc": "2.0", "id": 1, "method": "tools/list"})
}

fn challenge(answer: &raw::Answer) -> &str {
    answer.header("www-authenticate").unwrap_or_default()
}

async fn without_a_good_token_there_is_a_challenge_and_nothing_else(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;

    let nobody = app.send(post(&list())).await;
    assert_eq!(
        (nobody.status, nobody.code().as_str()),
        (401, "token_missing")
    );
    assert_eq!(
        challenge(&nobody),
        r#"Bearer realm="tasktalk", scope="tasks:read tasks:write tasks:delete""#
    );
    let in_the_query = raw::Request::new("POST", &format!("/mcp?access_token={}", agent.token))
        .host("localhost")
        .header("accept", "application/json, text/event-stream")
        .json(list().to_string());
    assert_eq!(app.send(in_the_query).await.status, 401);

    // A token from signing in is for the person's own pages.
    let session = &anna.session.access_token;
    for token in [session.as_str(), "tt_nonsense", "x.y.z", &agent.token[1..]] {
        let refused = app.send(post(&list()).token(token)).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (401, "token_invalid")
        );
        assert!(challenge(&refused).contains(r#"error="invalid_token""#));
    }
    let twice = post(&list()).token(&agent.token).token(&agent.token);
    assert_eq!(app.send(twice).await.status, 400);

    assert_eq!(
        app.send(post(&list()).token(&agent.token)).await.status,
        200
    );
    app.clock.advance(SignedDuration::from_hours(24 * 400));
    let expired = app.send(post(&list()).token(&agent.token)).await;
    assert_eq!(
        (expired.status, expired.code().as_str()),
        (401, "token_expired")
    );
    assert!(challenge(&expired).contains("The token has expired"));
    app.stop().await;
}

async fn a_token_that_may_not_is_told_what_it_needs(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let milk = anna.add("Buy milk").await.task.id;
    for (scopes, tool, arguments, missing) in [
        (
            vec!["tasks:read"],
            "add_task",
            json!({"title": "x"}),
            "tasks:write",
        ),
        (vec!["tasks:write"], "list_tasks", json!({}), "tasks:read"),
        (
            vec!["tasks:write"],
            "talk",
            json!({"message": "hi"}),
            "tasks:read",
        ),
        (
            vec!["tasks:read", "tasks:write"],
            "delete_task",
            json!({"task_id": milk}),
            "tasks:delete",
        ),
    ] {
        let agent = Agent::with_scopes(&app, &anna, &scopes).await;
        let call = json!({"jsonrpc": "2.0", "id": 1, "method": "tools/call",
            "params": {"name": tool, "arguments": arguments}});
        let refused = app.send(post(&call).token(&agent.token)).await;
        assert_eq!(
            (refused.status, refused.code().as_str()),
            (403, "insufficient_scope"),
            "{tool}"
        );
        assert_eq!(
            challenge(&refused),
            format!(r#"Bearer realm="tasktalk", error="insufficient_scope", scope="{missing}""#)
        );
        assert!(
            !agent.tools().await.contains(&tool.to_owned()),
            "{tool} is not shown"
        );
    }
    assert_eq!(anna.titles().await, ["Buy milk"]);
    app.stop().await;
}

async fn other_hosts_and_other_sites_pages_are_refused_before_the_token_is_looked_at(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.mcp.mcp_url = Some("https://tasks.example.com/mcp".parse().unwrap());
        })
        .await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let ask = async |host: &str, origin: Option<&str>, token: Option<&str>| {
        let mut request = post(&list()).host(host);
        if let Some(origin) = origin {
            request = request.header("origin", origin);
        }
        if let Some(token) = token {
            request = request.token(token);
        }
        app.send(request).await
    };
    let token = Some(agent.token.as_str());
    for (host, origin) in [
        ("127.0.0.1:8002", None),
        ("tasks.example.com", Some("https://tasks.example.com")),
        ("localhost", Some("http://localhost:6274")),
    ] {
        assert_eq!(
            ask(host, origin, token).await.status,
            200,
            "{host} {origin:?}"
        );
    }
    for token in [token, None] {
        let rebound = ask("evil.example", None, token).await;
        assert_eq!(
            (rebound.status, rebound.code().as_str()),
            (403, "host_not_allowed")
        );
        for origin in ["https://evil.example", "null"] {
            let page = ask("localhost", Some(origin), token).await;
            assert_eq!(
                (page.status, page.code().as_str()),
                (403, "origin_not_allowed")
            );
        }
    }
    app.stop().await;
}

async fn a_page_for_agents_may_use_the_endpoint_and_nothing_else(start: Start) {
    let page = "https://agents.example.com";
    let app = start
        .app_with(|settings| settings.mcp.mcp_allowed_origins = vec![page.parse().unwrap()])
        .await;
    let allowed = async |path: &str, origin: &str| {
        let preflight = raw::Request::new("OPTIONS", path)
            .host("localhost")
            .header("origin", origin)
            .header("access-control-request-method", "POST");
        let answer = app.send(preflight).await;
        answer
            .header("access-control-allow-origin")
            .map(str::to_owned)
    };
    assert_eq!(allowed("/mcp", page).await.as_deref(), Some(page));
    assert_eq!(allowed("/api/me/tasks", page).await, None);
    assert_eq!(allowed("/mcp", "https://evil.example").await, None);
    app.stop().await;
}

async fn large_bodies_and_other_methods_are_refused(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let mut large = list();
    large["params"] = json!({"cursor": "x".repeat(300_000)});
    let refused = app.send(post(&large).token(&agent.token)).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (413, "body_too_large")
    );
    for method in ["GET", "DELETE", "PUT"] {
        let request = raw::Request::new(method, "/mcp")
            .host("localhost")
            .header("accept", "text/event-stream")
            .token(&agent.token);
        let refused = app.send(request).await;
        assert_eq!(
            (refused.status, refused.header("allow")),
            (405, Some("POST")),
            "{method}"
        );
    }
    app.stop().await;
}

async fn what_is_no_message_gets_the_protocols_own_error(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let say = async |body: &str, kind: &str, headers: &[(&str, &str)]| {
        let mut request = raw::Request::new("POST", "/mcp")
            .host("localhost")
            .header("accept", "application/json, text/event-stream")
            .token(&agent.token)
            .header("content-type", kind)
            .body(body);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        app.send(request).await
    };
    let batch = format!("[{}]", list());
    for (body, code, id) in [
        ("", -32_700, Value::Null),
        ("{\"jsonrpc\": \"2.0\", ", -32_700, Value::Null),
        ("tools/list", -32_700, Value::Null),
        ("[]", -32_600, Value::Null),
        (batch.as_str(), -32_600, Value::Null),
        ("7", -32_600, Value::Null),
        ("{\"id\": 5, \"method\": \"ping\"}", -32_600, json!(5)),
    ] {
        let newest = [
            ("mcp-protocol-version", NEWEST),
            ("mcp-method", "tools/list"),
        ];
        for headers in [&[][..], &newest] {
            let refused = say(body, "application/json; charset=utf-8", headers).await;
            assert_eq!(refused.status, 400, "{body}: {refused:?}");
            let told = refused.json();
            assert_eq!(told["error"]["code"], code, "{body}: {told}");
            assert_eq!((&told["jsonrpc"], &told["id"]), (&json!("2.0"), &id));
            let sentence = told["error"]["message"].as_str().unwrap();
            assert!(
                !sentence.contains("line") && !sentence.contains("variant"),
                "it tells of the parser: {sentence}"
            );
        }
    }
    let unnamed = say(&list().to_string(), "text/plain", &[]).await;
    assert_eq!(unnamed.status, 415);
    app.stop().await;
}

async fn agents_are_limited_like_everyone(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.limits.rate_limit = 1;
            settings.limits.rate_limit_burst = 3;
        })
        .await;
    let anna = app.signup("anna").await;
    // Making the token counts as well.
    let agent = Agent::with_scopes(&app, &anna, &EVERYTHING).await;
    // At once, since one more is let through each second.
    let answers = join_all((0..20).map(|_| app.send(post(&list()).token(&agent.token)))).await;
    let refused = answers
        .iter()
        .find(|answer| answer.status == 429)
        .expect("more than the burst is refused");
    assert!(refused.header("retry-after").is_some());
    app.stop().await;
}

async fn a_client_that_takes_any_answer_gets_one(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let agent = Agent::of(&app, &anna).await;
    let ask = async |accept: Option<&str>| {
        let mut request = raw::Request::new("POST", "/mcp")
            .host("localhost")
            .token(&agent.token)
            .json(list().to_string());
        if let Some(accept) = accept {
            request = request.header("accept", accept);
        }
        app.send(request).await.status
    };
    for accept in [None, Some("*/*"), Some("text/html, */*")] {
        assert_eq!(ask(accept).await, 200, "{accept:?}");
    }
    for accept in ["text/html", "application/json"] {
        assert_eq!(ask(Some(accept)).await, 406, "{accept}");
    }
    app.stop().await;
}

/// Begins a session, and gives its id.
async fn session(app: &App, agent: &Agent<'_>) -> String {
    let begin = json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
        "protocolVersion": "2025-11-25", "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"}}});
    let answer = app.send(post(&begin).token(&agent.token)).await;
    let id = answer
        .header("mcp-session-id")
        .expect("a session")
        .to_owned();
    let ready = json!({"jsonrpc": "2.0", "method": "notifications/initialized"});
    let ready = post(&ready)
        .token(&agent.token)
        .header("mcp-session-id", &id);
    assert_eq!(app.send(ready).await.status, 202);
    id
}

/// Asks for the tasks within a session.
async fn tasks_in(app: &App, session: &str, agent: &Agent<'_>) -> raw::Answer {
    let call = json!({"jsonrpc": "2.0", "id": 2, "method": "tools/call",
        "params": {"name": "list_tasks", "arguments": {}}});
    let call = post(&call)
        .token(&agent.token)
        .header("mcp-session-id", session);
    app.send(call).await
}

async fn a_session_of_older_clients_is_its_users_and_no_one_elses(start: Start) {
    let app = start
        .app_with(|settings| settings.mcp.mcp_sessions = true)
        .await;
    let anna = app.signup("anna").await;
    let ben = app.signup("ben").await;
    anna.add("Anna's").await;
    let (hers, his) = (Agent::of(&app, &anna).await, Agent::of(&app, &ben).await);
    let id = session(&app, &hers).await;
    let answer = tasks_in(&app, &id, &hers).await;
    assert!(String::from_utf8_lossy(&answer.body).contains("Anna's"));

    // To others it is like one that there is not: its calls, what waits in it, its end.
    for (method, id) in [
        ("GET", &*id),
        ("GET", "no-such-session"),
        ("DELETE", &id),
        ("DELETE", "no-such-session"),
    ] {
        assert_eq!(tasks_in(&app, id, &his).await.status, 404);
        let request = raw::Request::new(method, "/mcp")
            .host("localhost")
            .header("accept", "text/event-stream")
            .header("last-event-id", "0/0")
            .header("mcp-session-id", id)
            .token(&his.token);
        let told = app.send(request).await;
        assert_eq!(told.status, if method == "GET" { 404 } else { 202 });
    }
    // Her other agents may go on with it, and it was not ended.
    let other = Agent::of(&app, &anna).await;
    assert_eq!(tasks_in(&app, &id, &other).await.status, 200);
    app.stop().await;
}

async fn nobody_keeps_more_than_a_few_sessions(start: Start) {
    let app = start
        .app_with(|settings| settings.mcp.mcp_sessions = true)
        .await;
    let (anna, ben) = (app.signup("anna").await, app.signup("ben").await);
    let (hers, his) = (Agent::of(&app, &anna).await, Agent::of(&app, &ben).await);
    let bens = session(&app, &his).await;
    let first = session(&app, &hers).await;
    let second = session(&app, &hers).await;
    for _ in 0..31 {
        session(&app, &hers).await;
    }
    assert_eq!(tasks_in(&app, &first, &hers).await.status, 404);
    assert_eq!(tasks_in(&app, &second, &hers).await.status, 200);
    assert_eq!(tasks_in(&app, &bens, &his).await.status, 200);
    app.stop().await;
}
