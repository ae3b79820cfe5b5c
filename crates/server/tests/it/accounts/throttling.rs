//! Guessing passwords.

use jiff::SignedDuration;
use serde_json::json;

use super::{PASSWORD, post, sign_in, sign_up};
use crate::support::{App, Start, on_both_engines, on_sqlite, raw};

on_both_engines!(
    guesses_are_slowed_down_and_the_right_password_works_later,
    another_instance_counts_along,
    a_person_is_not_kept_out_by_strangers,
);
on_sqlite!(
    guessing_at_many_accounts_is_slowed_down_too,
    a_forgotten_password_does_not_keep_the_household_out,
    asking_which_addresses_are_taken_is_slowed_down,
);

/// A server that believes whom its proxy names.
async fn behind_a_proxy(start: &Start) -> App {
    start
        .app_with(|settings| {
            settings.network.trusted_proxies = vec!["127.0.0.1".parse().unwrap()];
        })
        .await
}

async fn attempt(app: &App, email: &str, password: &str, from: &str) -> raw::Answer {
    let body = json!({"email": email, "password": password});
    let request = post("/api/auth/signin", &body).header("x-forwarded-for", from);
    app.send(request).await
}

async fn guesses_are_slowed_down_and_the_right_password_works_later(start: Start) {
    let app = start.app().await;
    sign_up(&app, "anna@example.com").await;
    for _ in 0..6 {
        let wrong = sign_in(&app, "anna@example.com", "a wrong password").await;
        assert_eq!(wrong.unwrap_err().code(), Some("signin_failed"));
    }
    // The pause is for everyone who does not know better: the right password waits too.
    let refused = sign_in(&app, "anna@example.com", PASSWORD)
        .await
        .unwrap_err();
    assert_eq!(refused.code(), Some("too_many_attempts"));
    let mut pauses = Vec::new();
    for _ in 0..12 {
        let body = json!({"email": "anna@example.com", "password": "a wrong password"});
        let refused = app.send(post("/api/auth/signin", &body)).await;
        assert_eq!(refused.status, 429);
        let pause: i64 = refused.header("retry-after").unwrap().parse().unwrap();
        let unit = if pause == 1 { "second" } else { "seconds" };
        let detail = format!("Too many failed attempts. Try again in {pause} {unit}.");
        assert_eq!(refused.json()["detail"], detail);
        pauses.push(pause);
        app.clock.advance(SignedDuration::from_secs(pause));
        assert_eq!(app.send(post("/api/auth/signin", &body)).await.status, 401);
    }
    assert_eq!(pauses[..9], [1, 2, 4, 8, 16, 32, 64, 128, 256]);
    assert_eq!(pauses[9..], [300, 300, 300]);
    app.clock.advance(SignedDuration::from_secs(300));
    assert!(sign_in(&app, "anna@example.com", PASSWORD).await.is_ok());
    // All is forgiven.
    let wrong = sign_in(&app, "anna@example.com", "a wrong password").await;
    assert_eq!(wrong.unwrap_err().code(), Some("signin_failed"));
    app.stop().await;
}

async fn another_instance_counts_along(start: Start) {
    let one = start.app().await;
    let other = start.app().await;
    sign_up(&one, "anna@example.com").await;
    for _ in 0..3 {
        for app in [&one, &other] {
            let wrong = sign_in(app, "anna@example.com", "a wrong password").await;
            assert_eq!(wrong.unwrap_err().status(), Some(401));
        }
    }
    for app in [&one, &other] {
        let refused = sign_in(app, "anna@example.com", PASSWORD).await;
        assert_eq!(refused.unwrap_err().status(), Some(429));
    }
    one.stop().await;
    other.stop().await;
}

async fn a_person_is_not_kept_out_by_strangers(start: Start) {
    let app = behind_a_proxy(&start).await;
    sign_up(&app, "anna@example.com").await;
    let home = "198.51.100.7";
    let signed_in = attempt(&app, "anna@example.com", PASSWORD, home).await;
    assert_eq!(signed_in.status, 200);
    for stranger in 1..=10 {
        let from = format!("203.0.113.{stranger}");
        attempt(&app, "anna@example.com", "a wrong password", &from).await;
    }
    let stranger = attempt(&app, "anna@example.com", PASSWORD, "203.0.113.99").await;
    assert_eq!(stranger.status, 429);
    let person = attempt(&app, "anna@example.com", PASSWORD, home).await;
    assert_eq!(person.status, 200);
    app.stop().await;
}

async fn guessing_at_many_accounts_is_slowed_down_too(start: Start) {
    let app = behind_a_proxy(&start).await;
    sign_up(&app, "anna@example.com").await;
    let mut statuses = Vec::new();
    for number in 0..30 {
        let email = format!("person-{number}@example.com");
        let answer = attempt(&app, &email, PASSWORD, "203.0.113.1").await;
        statuses.push(answer.status);
    }
    assert_eq!(statuses[..21], [401; 21]);
    assert_eq!(statuses[21..], [429; 9]);
    // Others are not concerned.
    let other = attempt(&app, "anna@example.com", PASSWORD, "203.0.113.2").await;
    assert_eq!(other.status, 200);
    app.stop().await;
}

async fn a_forgotten_password_does_not_keep_the_household_out(start: Start) {
    let app = start.app().await;
    sign_up(&app, "anna@example.com").await;
    sign_up(&app, "ben@example.com").await;
    // All twenty failures that one address has free, at one account, however long its pauses grow.
    for failures in 1..=20 {
        let wrong = sign_in(&app, "anna@example.com", "a wrong password").await;
        assert_eq!(wrong.unwrap_err().status(), Some(401));
        let pause = if failures > 5 {
            (1 << (failures - 6)).min(300)
        } else {
            0
        };
        app.clock.advance(SignedDuration::from_secs(pause));
    }
    assert!(sign_in(&app, "ben@example.com", PASSWORD).await.is_ok());
    sign_up(&app, "carla@example.com").await;
    app.stop().await;
}

async fn asking_which_addresses_are_taken_is_slowed_down(start: Start) {
    let app = start.app().await;
    sign_up(&app, "anna@example.com").await;
    let body = json!({"email": "anna@example.com", "password": PASSWORD});
    for _ in 0..21 {
        assert_eq!(app.send(post("/api/auth/signup", &body)).await.status, 409);
    }
    let refused = app.send(post("/api/auth/signup", &body)).await;
    assert_eq!(refused.code(), "too_many_attempts");
    app.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(app.send(post("/api/auth/signup", &body)).await.status, 409);
    app.stop().await;
}
