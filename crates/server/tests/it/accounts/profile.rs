//! One's own account.

use jiff::SignedDuration;
use serde_json::json;
use tasktalk_api::{Patch, me::ProfilePatch};
use tasktalk_server::accounts;
use tasktalk_storage::users;

use super::{PASSWORD, post, refresh_token, refusal, sign_in, sign_up, with};
use crate::support::{Start, on_both_engines, on_sqlite};

on_both_engines!(
    a_profile_is_changed_field_by_field,
    a_deleted_account_is_refused_at_once_and_erased_later,
    a_new_password_ends_every_session,
    nothing_goes_to_a_language_model_until_the_person_agrees,
);
on_sqlite!(what_a_profile_cannot_be_is_refused);

async fn a_profile_is_changed_field_by_field(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    let patch = ProfilePatch {
        timezone: Patch::Set("Europe/Berlin".to_owned()),
        locale: Patch::Set("en-GB".to_owned()),
        settings: Patch::Set(json!({"theme": "dark"}).as_object().unwrap().clone()),
        ..ProfilePatch::default()
    };
    anna.update_me(&patch).await.unwrap();
    let patch = ProfilePatch {
        name: Patch::Clear,
        locale: Patch::Clear,
        ..ProfilePatch::default()
    };
    let changed = anna.update_me(&patch).await.unwrap();
    assert_eq!(changed.name, None);
    assert_eq!(changed.timezone.as_deref(), Some("Europe/Berlin"));
    assert_eq!(changed.locale, None);
    assert_eq!(changed.settings["theme"], "dark");
    assert_eq!(anna.me().await.unwrap(), changed);
    app.stop().await;
}

async fn nothing_goes_to_a_language_model_until_the_person_agrees(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    assert!(!anna.me().await.unwrap().model_consent);
    for (consent, expected) in [
        (Patch::Set(true), true),
        (Patch::Keep, true),
        (Patch::Clear, false),
    ] {
        let patch = ProfilePatch {
            model_consent: consent,
            ..ProfilePatch::default()
        };
        assert_eq!(
            anna.update_me(&patch).await.unwrap().model_consent,
            expected
        );
    }
    app.stop().await;
}

async fn a_deleted_account_is_refused_at_once_and_erased_later(start: Start) {
    let app = start.app().await;
    let session = sign_up(&app, "anna@example.com").await;
    let bob = app.signup("bob").await;
    bob.add("Bob's own").await;
    with(&app, &session.access_token).delete_me().await.unwrap();

    let refused = refusal(&app, &session.access_token).await;
    assert_eq!(refused.as_deref(), Some("token_invalid"));
    let refreshed = app.client.refresh(refresh_token(&session)).await;
    assert_eq!(refreshed.unwrap_err().status(), Some(401));
    let signed_in = sign_in(&app, "anna@example.com", PASSWORD).await;
    assert_eq!(signed_in.unwrap_err().code(), Some("signin_failed"));
    // Only who knows the password learns that the account was deleted, and until when it waits.
    let sign_in_with = async |password: &str| {
        let body = json!({"email": "anna@example.com", "password": password});
        let answer = app.send(post("/api/auth/signin", &body)).await;
        answer.json()["detail"].as_str().unwrap().to_owned()
    };
    let told = sign_in_with(PASSWORD).await;
    assert!(
        told.contains("erased after 2026-11-29, 09:00 UTC"),
        "{told}"
    );
    let told = sign_in_with("a wrong password").await;
    assert_eq!(told, "The e-mail address or the password is wrong.");

    let still_there = || async {
        let after = None;
        let users = app
            .database
            .read(move |snapshot| Box::pin(users::list(snapshot, after, 10)))
            .await
            .unwrap();
        users.len() == 2
    };
    app.clock.advance(SignedDuration::from_hours(7 * 24 - 1));
    accounts::clean_up(&app.state).await.unwrap();
    assert!(still_there().await);
    app.clock.advance(SignedDuration::from_hours(2));
    accounts::clean_up(&app.state).await.unwrap();
    assert!(!still_there().await);
    // The address is free for a new account, which sees nothing of the old one.
    let again = sign_up(&app, "anna@example.com").await;
    assert_ne!(again.user.id, session.user.id);
    app.stop().await;
}

async fn a_new_password_ends_every_session(start: Start) {
    let app = start.app().await;
    let session = sign_up(&app, "anna@example.com").await;
    let user = accounts::manage::find_user(&app.database, "anna@example.com")
        .await
        .unwrap();
    let password = accounts::passwords::NewPassword::parse("a new and better one").unwrap();
    accounts::manage::set_password(&app.database, &app.clock, user.id, password)
        .await
        .unwrap();
    assert!(refusal(&app, &session.access_token).await.is_some());
    assert!(sign_in(&app, "anna@example.com", PASSWORD).await.is_err());
    let signed_in = sign_in(&app, "anna@example.com", "a new and better one").await;
    assert!(signed_in.is_ok());
    app.stop().await;
}

async fn what_a_profile_cannot_be_is_refused(start: Start) {
    let app = start.app().await;
    let anna = app.signup("anna").await;
    for (body, field) in [
        (json!({"name": " "}), "name"),
        (json!({"timezone": "Berlin"}), "timezone"),
        (json!({"locale": "x"}), "locale"),
        (json!({"settings": []}), "settings"),
        (json!({"email": "other@example.com"}), "email"),
        (json!({"id": "2"}), "id"),
    ] {
        let request = anna.request("PATCH", "/api/me").json(body.to_string());
        let answer = app.send(request).await;
        assert_eq!(answer.status, 422, "{body}");
        assert_eq!(answer.fields(), [field], "{body}");
    }
    let unauthenticated = post("/api/me/tokens", &json!({}));
    assert_eq!(app.send(unauthenticated).await.code(), "token_missing");
    app.stop().await;
}
