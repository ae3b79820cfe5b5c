//! A session from its beginning to its end.

use futures_util::future::join_all;
use jiff::SignedDuration;
use serde_json::json;

use super::{PASSWORD, post, refresh_token, refusal, sign_in, sign_up, with};
use crate::support::{Start, on_both_engines, on_sqlite, raw};

on_both_engines!(
    a_session_is_refreshed_and_ends_when_signed_out,
    using_a_refresh_token_again_ends_the_session,
    two_tabs_may_refresh_at_the_same_time,
    a_session_ends_when_it_is_not_used,
    browsers_keep_the_refresh_token_in_a_cookie,
    an_address_has_one_account,
);
on_sqlite!(
    other_sites_get_nothing,
    wrong_password_and_unknown_account_look_the_same,
    what_is_no_account_is_refused,
    bad_tokens_are_refused,
);

async fn a_session_is_refreshed_and_ends_when_signed_out(start: Start) {
    let app = start.app().await;
    let signed_up = sign_up(&app, "Anna@Example.com").await;
    assert_eq!(signed_up.token_type, "bearer");
    assert_eq!(signed_up.expires_in, 600);
    let signed_in = sign_in(&app, " anna@example.com ", PASSWORD).await.unwrap();
    let me = with(&app, &signed_in.access_token).me().await.unwrap();
    assert_eq!(me, signed_up.user);
    assert_eq!(me.email.as_deref(), Some("anna@example.com"));

    app.clock.advance(SignedDuration::from_mins(10));
    let expired = refusal(&app, &signed_in.access_token).await;
    assert_eq!(expired.as_deref(), Some("token_expired"));
    let refreshed = app.client.refresh(refresh_token(&signed_in)).await.unwrap();
    assert_eq!(refusal(&app, &refreshed.access_token).await, None);

    for _ in 0..2 {
        app.client.signout(refresh_token(&refreshed)).await.unwrap();
    }
    let ended = refusal(&app, &refreshed.access_token).await;
    assert_eq!(ended.as_deref(), Some("token_invalid"));
    let again = app.client.refresh(refresh_token(&refreshed)).await;
    assert_eq!(again.unwrap_err().code(), Some("refresh_token_invalid"));
    // The session of the other device goes on.
    let other = app.client.refresh(refresh_token(&signed_up)).await;
    assert!(other.is_ok());
    app.stop().await;
}

async fn using_a_refresh_token_again_ends_the_session(start: Start) {
    let app = start.app().await;
    let first = sign_up(&app, "anna@example.com").await;
    let second = app.client.refresh(refresh_token(&first)).await.unwrap();
    let third = app.client.refresh(refresh_token(&second)).await.unwrap();
    app.clock.advance(SignedDuration::from_secs(11));
    let stolen = app.client.refresh(refresh_token(&first)).await;
    assert_eq!(stolen.unwrap_err().status(), Some(401));
    for session in [&second, &third] {
        let refresh = app.client.refresh(refresh_token(session)).await;
        assert_eq!(refresh.unwrap_err().status(), Some(401));
        assert!(refusal(&app, &session.access_token).await.is_some());
    }
    app.stop().await;
}

async fn two_tabs_may_refresh_at_the_same_time(start: Start) {
    let app = start.app().await;
    let session = sign_up(&app, "anna@example.com").await;
    let tabs = join_all((0..8).map(|_| app.client.refresh(refresh_token(&session)))).await;
    let tabs: Vec<_> = tabs.into_iter().map(Result::unwrap).collect();
    app.clock.advance(SignedDuration::from_mins(5));
    for tab in &tabs {
        assert_eq!(refusal(&app, &tab.access_token).await, None);
        assert!(app.client.refresh(refresh_token(tab)).await.is_ok());
    }
    app.stop().await;
}

async fn a_session_ends_when_it_is_not_used(start: Start) {
    let app = start.app().await;
    let session = sign_up(&app, "anna@example.com").await;
    app.clock.advance(SignedDuration::from_hours(29 * 24));
    let session = app.client.refresh(refresh_token(&session)).await.unwrap();
    app.clock.advance(SignedDuration::from_hours(29 * 24));
    let session = app.client.refresh(refresh_token(&session)).await.unwrap();
    app.clock.advance(SignedDuration::from_hours(30 * 24));
    let late = app.client.refresh(refresh_token(&session)).await;
    assert_eq!(late.unwrap_err().status(), Some(401));
    app.stop().await;
}

async fn browsers_keep_the_refresh_token_in_a_cookie(start: Start) {
    let app = start
        .app_with(|settings| {
            settings.network.cors_origins = vec!["https://tasks.example.com".parse().unwrap()];
        })
        .await;
    sign_up(&app, "anna@example.com").await;
    let page = |request: raw::Request| request.header("origin", "https://tasks.example.com");
    let body = json!({"email": "anna@example.com", "password": PASSWORD});
    let signed_in = app.send(page(post("/api/auth/signin", &body))).await;
    assert_eq!(signed_in.status, 200);
    assert_eq!(signed_in.json().get("refresh_token"), None);
    assert_eq!(signed_in.header("cache-control"), Some("no-store"));
    let cookie = signed_in.header("set-cookie").unwrap();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/api/auth", "Secure"] {
        assert!(cookie.contains(attribute), "{attribute}: {cookie}");
    }

    let refresh = |cookie: &str| {
        let pair = cookie.split(';').next().unwrap().to_owned();
        raw::Request::new("POST", "/api/auth/refresh").header("cookie", &pair)
    };
    // A cookie comes along by itself, so it counts only from an allowed page.
    let elsewhere = refresh(cookie).header("origin", "https://evil.example");
    assert_eq!(app.send(elsewhere).await.status, 403);
    assert_eq!(app.send(refresh(cookie)).await.status, 401);
    let refreshed = app.send(page(refresh(cookie))).await;
    assert_eq!(refreshed.status, 200);
    let newer = refreshed.header("set-cookie").unwrap();
    assert_ne!(newer, cookie);

    let pair = newer.split(';').next().unwrap();
    let signout = raw::Request::new("POST", "/api/auth/signout").header("cookie", pair);
    let signed_out = app.send(page(signout)).await;
    assert_eq!(signed_out.status, 204);
    assert!(
        signed_out
            .header("set-cookie")
            .unwrap()
            .contains("Max-Age=0")
    );
    assert_eq!(app.send(page(refresh(newer))).await.status, 401);
    app.stop().await;
}

async fn an_address_has_one_account(start: Start) {
    let app = start.app().await;
    let anna = json!({"email": "anna@example.com", "password": PASSWORD});
    let same = json!({"email": " ANNA@example.com", "password": "another password"});
    let requests =
        [&anna, &same, &anna, &same].map(|body| app.send(post("/api/auth/signup", body)));
    let answers = join_all(requests).await;
    let made = answers.iter().filter(|answer| answer.status == 201).count();
    assert_eq!(made, 1);
    for taken in answers.iter().filter(|answer| answer.status != 201) {
        assert_eq!((taken.status, taken.code().as_str()), (409, "email_taken"));
    }
    app.stop().await;
}

async fn other_sites_get_nothing(start: Start) {
    let app = start.app().await;
    let body = json!({"email": "anna@example.com", "password": PASSWORD});
    for path in ["signup", "signin", "refresh", "signout"] {
        let body = if path.starts_with("sign") && path != "signout" {
            body.clone()
        } else {
            json!({})
        };
        for origin in ["https://evil.example", "null", "http://test.evil.example"] {
            let request = post(&format!("/api/auth/{path}"), &body).header("origin", origin);
            let answer = app.send(request).await;
            assert_eq!(answer.code(), "origin_not_allowed", "{path} {origin}");
        }
    }
    // Our own page may: the test's requests say that we are the host `test`.
    let own = post("/api/auth/signup", &body).header("origin", "http://test");
    assert_eq!(app.send(own).await.status, 201);
    app.stop().await;
}

async fn wrong_password_and_unknown_account_look_the_same(start: Start) {
    let app = start.app().await;
    sign_up(&app, "anna@example.com").await;
    let mut answers = Vec::new();
    for email in ["anna@example.com", "nobody@example.com"] {
        let body = json!({"email": email, "password": "a wrong password"});
        answers.push(
            app.send(post("/api/auth/signin", &body))
                .await
                .without_request_id(),
        );
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0].0, 401);
    app.stop().await;
}

async fn what_is_no_account_is_refused(start: Start) {
    let app = start.app().await;
    for (body, field) in [
        (json!({"email": "anna", "password": PASSWORD}), "email"),
        (json!({"email": "a@b", "password": "1234567"}), "password"),
        (
            json!({"email": "a@b", "password": "x".repeat(129)}),
            "password",
        ),
        (
            json!({"email": "a@b", "password": PASSWORD, "name": ""}),
            "name",
        ),
        (
            json!({"email": "a@b", "password": PASSWORD, "timezone": "Mars"}),
            "timezone",
        ),
        (json!({"email": "a@b", "password": PASSWORD, "id": 1}), "id"),
        (json!({"email": "a@b"}), "password"),
    ] {
        let answer = app.send(post("/api/auth/signup", &body)).await;
        assert_eq!(answer.status, 422, "{body}");
        assert_eq!(answer.fields(), [field], "{body}");
    }
    app.stop().await;
}

async fn bad_tokens_are_refused(start: Start) {
    let app = start.app().await;
    let session = sign_up(&app, "anna@example.com").await;
    let good = &session.access_token;
    let parts: Vec<&str> = good.split('.').collect();
    let none = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0"; // {"alg":"none","typ":"at+jwt"}
    for token in [
        "x".to_owned(),
        "..".to_owned(),
        format!("{}.{}.", parts[0], parts[1]),
        format!("{none}.{}.", parts[1]),
        format!("{none}.{}.{}", parts[1], parts[2]),
        format!("{}.{}.{}", parts[0], parts[0], parts[2]),
        good[..good.len() - 2].to_owned(),
        refresh_token(&session).to_owned(),
        format!("tt_{}", "x".repeat(43)),
        "tt_".to_owned(),
    ] {
        let answer = app
            .send(raw::Request::new("GET", "/api/me").token(&token))
            .await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (401, "token_invalid")
        );
        let challenge = answer.header("www-authenticate").unwrap();
        assert!(challenge.starts_with("Bearer "), "{challenge}");
        assert!(
            challenge.contains(r#"error="invalid_token""#),
            "{challenge}"
        );
    }
    // A token in the address would end up in logs and histories.
    let path = format!("/api/me?access_token={good}");
    let answer = app.send(raw::Request::new("GET", &path)).await;
    assert_eq!(answer.code(), "token_missing");
    assert_eq!(refusal(&app, good).await, None);
    app.stop().await;
}
