//! External mode: another app's accounts and tokens.

use aws_lc_rs::signature::Ed25519KeyPair;
use futures_util::future::join_all;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::Jwk};
use serde_json::{Value, json};
use tasktalk_server::{Settings, settings::AuthMode};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::path};

use super::{PASSWORD, post, refusal, sign_up, with};
use crate::support::{App, NOW, Start, on_both_engines, on_sqlite};

on_both_engines!(
    a_token_of_the_app_brings_its_account_along,
    many_first_requests_make_one_account,
    the_other_modes_tokens_are_refused_both_ways,
    personal_tokens_of_the_other_modes_accounts_are_refused,
);
on_sqlite!(
    signing_up_and_in_is_off,
    keys_are_fetched_and_followed_when_they_rotate,
    personal_tokens_work_in_external_mode,
    without_its_keys_the_server_says_come_back,
    a_key_file_without_a_key_is_noticed_at_start,
);

const SECRET: &str = "5f1d7a3e9b60c84f2d13e57a9c40b86e";

fn external(settings: &mut Settings) {
    settings.auth.auth_mode = AuthMode::External;
    settings.auth.jwt_secret = Some(SECRET.parse().unwrap());
}

/// Ten minutes after the tests' clock.
fn soon() -> i64 {
    let now: Timestamp = NOW.parse().unwrap();
    now.as_second() + 600
}

/// A token as the app makes them: only a subject and an end.
fn token(claims: &Value) -> String {
    let key = EncodingKey::from_secret(SECRET.as_bytes());
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &key).unwrap()
}

async fn a_token_of_the_app_brings_its_account_along(start: Start) {
    let app = start.app_with(external).await;
    let text = token(&json!({"sub": "7", "exp": soon(), "name": "Anna"}));
    let number = token(&json!({"user_id": 7, "exp": soon()}));
    let me = with(&app, &text).me().await.unwrap();
    assert_eq!((me.id.as_str(), me.name.as_deref()), ("7", Some("Anna")));
    assert_eq!(me.email, None);
    assert_eq!(with(&app, &number).me().await.unwrap(), me);

    let other = token(&json!({"sub": "u/ü 1", "exp": soon()}));
    assert_eq!(with(&app, &other).me().await.unwrap().id, "u/ü 1");
    let own = crate::support::raw::Request::new("GET", "/api/7/tasks").token(&text);
    assert_eq!(app.send(own).await.status, 200);
    let foreign = crate::support::raw::Request::new("GET", "/api/7/tasks").token(&other);
    assert_eq!(app.send(foreign).await.code(), "wrong_user");

    app.clock.advance(SignedDuration::from_mins(10));
    assert_eq!(refusal(&app, &text).await.as_deref(), Some("token_expired"));
    app.stop().await;
}

async fn many_first_requests_make_one_account(start: Start) {
    let app = start.app_with(external).await;
    let anna = with(&app, &token(&json!({"sub": "anna", "exp": soon()})));
    let answers = join_all((0..16).map(|_| anna.me())).await;
    let first = answers[0].as_ref().unwrap();
    assert!(
        answers
            .iter()
            .all(|answer| answer.as_ref().unwrap() == first)
    );
    app.stop().await;
}

async fn the_other_modes_tokens_are_refused_both_ways(start: Start) {
    let local = start
        .app_with(|settings| settings.auth.jwt_secret = Some(SECRET.parse().unwrap()))
        .await;
    let external = start.app_with(external).await;
    let anna = sign_up(&local, "anna@example.com").await;
    assert_eq!(refusal(&local, &anna.access_token).await, None);
    let refused = refusal(&external, &anna.access_token).await;
    assert_eq!(refused.as_deref(), Some("token_invalid"));
    let foreign = token(&json!({"sub": anna.user.id, "exp": soon()}));
    assert_eq!(refusal(&external, &foreign).await, None);
    let refused = refusal(&local, &foreign).await;
    assert_eq!(refused.as_deref(), Some("token_invalid"));
    local.stop().await;
    external.stop().await;
}

async fn personal_tokens_of_the_other_modes_accounts_are_refused(start: Start) {
    let new = tasktalk_api::tokens::NewToken {
        name: "script".to_owned(),
        scopes: vec!["tasks:read".to_owned()],
        expires_in: None,
    };
    let app = start.app().await;
    let of_local = app.signup("anna").await.create_token(&new).await.unwrap();
    app.stop().await;

    let app = start.app_with(external).await;
    let refused = refusal(&app, &of_local.token).await;
    assert_eq!(refused.as_deref(), Some("token_invalid"));
    let bob = with(&app, &token(&json!({"sub": "bob", "exp": soon()})));
    let of_external = bob.create_token(&new).await.unwrap();
    assert_eq!(refusal(&app, &of_external.token).await, None);
    app.stop().await;

    let app = start.app().await;
    let refused = refusal(&app, &of_external.token).await;
    assert_eq!(refused.as_deref(), Some("token_invalid"));
    assert_eq!(refusal(&app, &of_local.token).await, None);
    app.stop().await;
}

async fn signing_up_and_in_is_off(start: Start) {
    let app = start.app_with(external).await;
    let body = json!({"email": "anna@example.com", "password": PASSWORD});
    for (path, body) in [
        ("/api/auth/signup", body.clone()),
        ("/api/auth/signin", body),
        ("/api/auth/refresh", json!({"refresh_token": "x"})),
        ("/api/auth/signout", json!({"refresh_token": "x"})),
    ] {
        let answer = app.send(post(path, &body)).await;
        assert_eq!(answer.code(), "accounts_are_external", "{path}");
        assert_eq!(answer.status, 403);
    }
    app.stop().await;
}

/// An app that publishes its keys.
struct Issuer {
    server: MockServer,
}

impl Issuer {
    async fn start() -> Self {
        Self {
            server: MockServer::start().await,
        }
    }

    async fn publish(&self, keys: &[(&str, &EncodingKey)]) {
        let keys: Vec<Value> = keys
            .iter()
            .map(|(id, key)| {
                let jwk = Jwk::from_encoding_key(key, Algorithm::EdDSA).unwrap();
                let mut jwk = serde_json::to_value(jwk).unwrap();
                jwk["kid"] = json!(id);
                jwk
            })
            .collect();
        self.server.reset().await;
        Mock::given(path("/api/auth/jwks"))
            .respond_with(ResponseTemplate::new(200).set_body_json(json!({"keys": keys})))
            .mount(&self.server)
            .await;
    }

    /// A server that takes this app's tokens.
    async fn app(&self, start: &Start) -> App {
        start
            .app_with(|settings| {
                settings.auth.auth_mode = AuthMode::External;
                settings.auth.jwks_url = Some(format!("{}/api/auth/jwks", self.server.uri()));
                settings.auth.jwt_issuer = Some("https://app.example".to_owned());
                let allowed = self.server.address().to_string();
                settings.network.outbound.outbound_allowed = vec![allowed.parse().unwrap()];
            })
            .await
    }
}

fn new_key() -> EncodingKey {
    let pair = Ed25519KeyPair::generate().unwrap().to_pkcs8v1().unwrap();
    EncodingKey::from_ed_der(pair.as_ref())
}

fn signed(id: &str, key: &EncodingKey, issuer: &str) -> String {
    let header = Header {
        kid: Some(id.to_owned()),
        ..Header::new(Algorithm::EdDSA)
    };
    let claims = json!({"sub": "anna", "exp": soon(), "iss": issuer, "aud": "https://app.example"});
    jsonwebtoken::encode(&header, &claims, key).unwrap()
}

async fn keys_are_fetched_and_followed_when_they_rotate(start: Start) {
    let issuer = Issuer::start().await;
    let (old, new) = (new_key(), new_key());
    issuer.publish(&[("old", &old)]).await;
    let app = issuer.app(&start).await;
    let by_old = signed("old", &old, "https://app.example");
    let by_new = signed("new", &new, "https://app.example");
    assert_eq!(refusal(&app, &by_old).await, None);
    let stranger = signed("old", &old, "https://other.example");
    assert!(refusal(&app, &stranger).await.is_some());
    assert!(refusal(&app, &by_new).await.is_some());

    issuer.publish(&[("new", &new), ("old", &old)]).await;
    app.clock.advance(SignedDuration::from_secs(61));
    assert_eq!(refusal(&app, &by_new).await, None);
    assert_eq!(refusal(&app, &by_old).await, None);

    issuer.publish(&[("new", &new)]).await;
    app.clock.advance(SignedDuration::from_secs(61));
    assert!(
        refusal(&app, &signed("made up", &new, "https://app.example"))
            .await
            .is_some()
    );
    assert_eq!(refusal(&app, &by_new).await, None);
    assert!(refusal(&app, &by_old).await.is_some());
    app.stop().await;
}

async fn personal_tokens_work_in_external_mode(start: Start) {
    let app = start.app_with(external).await;
    let anna = with(&app, &token(&json!({"sub": "anna", "exp": soon()})));
    let new = tasktalk_api::tokens::NewToken {
        name: "script".to_owned(),
        scopes: vec!["tasks:read".to_owned()],
        expires_in: None,
    };
    let made = anna.create_token(&new).await.unwrap();
    assert_eq!(with(&app, &made.token).me().await.unwrap().id, "anna");
    anna.delete_me().await.unwrap();
    assert!(anna.me().await.is_err());
    assert!(refusal(&app, &made.token).await.is_some());
    app.stop().await;
}

async fn without_its_keys_the_server_says_come_back(start: Start) {
    let issuer = Issuer::start().await;
    let key = new_key();
    let app = issuer.app(&start).await;
    let by_app = signed("a", &key, "https://app.example");
    assert_eq!(refusal(&app, &by_app).await.as_deref(), Some("unavailable"));
    issuer.publish(&[("a", &key)]).await;
    app.clock.advance(SignedDuration::from_secs(61));
    assert_eq!(refusal(&app, &by_app).await, None);
    app.stop().await;
}

async fn a_key_file_without_a_key_is_noticed_at_start(start: Start) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("jwks.json");
    let begin = async || {
        let mut settings = Settings::defaults();
        settings.auth.auth_mode = AuthMode::External;
        settings.auth.jwks_file = Some(file.clone());
        let database = start.database.open(start.options.clone()).await;
        let clock = tasktalk_domain::Clock::fixed(NOW.parse().unwrap());
        tasktalk_server::assemble(settings, database, clock).await
    };
    let refused = begin().await.unwrap_err();
    let reason = std::error::Error::source(&refused).unwrap().to_string();
    assert!(reason.contains("JWKS_FILE"), "{reason}");
    std::fs::write(&file, r#"{"keys": []}"#).unwrap();
    assert!(begin().await.is_err());
    let key = json!({"kty": "OKP", "crv": "Ed25519",
                     "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"});
    std::fs::write(&file, json!({"keys": [key]}).to_string()).unwrap();
    assert!(begin().await.is_ok());
}
