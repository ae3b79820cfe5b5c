use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{EncodingKey, Header, jwk::Jwk};
use serde_json::json;
use tasktalk_domain::{Clock, UserId};
use tasktalk_outbound::Outbound;
use uuid::Uuid;

use super::*;
use crate::accounts::{
    access_jwt::{Access, AccessTokens},
    key_source::KeyPlace,
};

const SECRET: &str = "5f1d7a3e9b60c84f2d13e57a9c40b86e";

fn now() -> Timestamp {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

fn good_claims() -> Value {
    json!({"sub": "anna", "exp": now().as_second() + 604_800, "iat": now().as_second()})
}

/// The other app: its secret, its key pairs, and the key set file that it publishes.
struct App {
    keys: Vec<(&'static str, Algorithm, EncodingKey)>,
    folder: tempfile::TempDir,
}

impl App {
    fn new() -> Self {
        let ed25519 = Ed25519KeyPair::generate().unwrap().to_pkcs8v1().unwrap();
        let p256 = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING)
            .unwrap()
            .to_pkcs8v1()
            .unwrap();
        let rsa = rsa::KeyPair::generate(rsa::KeySize::Rsa2048).unwrap();
        let rsa: Pkcs8V1Der<'_> = rsa.as_der().unwrap();
        // The PKCS #1 key inside: PKCS #8 puts 26 bytes before it for a key of this size.
        let rsa = EncodingKey::from_rsa_der(&rsa.as_ref()[26..]);
        let app = Self {
            keys: vec![
                (
                    "ed",
                    Algorithm::EdDSA,
                    EncodingKey::from_ed_der(ed25519.as_ref()),
                ),
                (
                    "ec",
                    Algorithm::ES256,
                    EncodingKey::from_ec_der(p256.as_ref()),
                ),
                ("rs", Algorithm::RS256, rsa.clone()),
                ("ps", Algorithm::PS256, rsa),
            ],
            folder: tempfile::tempdir().unwrap(),
        };
        let published: Vec<Value> = app
            .keys
            .iter()
            .map(|(id, algorithm, key)| {
                let key = Jwk::from_encoding_key(key, *algorithm).unwrap();
                let mut key = serde_json::to_value(key).unwrap();
                key["kid"] = json!(id);
                key
            })
            .collect();
        std::fs::write(app.file(), json!({"keys": published}).to_string()).unwrap();
        app
    }

    fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("jwks.json")
    }

    fn key(&self, id: &str) -> &EncodingKey {
        &self.keys.iter().find(|(name, ..)| *name == id).unwrap().2
    }

    /// We, knowing the app's secret and keys.
    fn verifier(&self, rules: Rules) -> ExternalTokens {
        let secret = SigningSecret::parse(SECRET).unwrap();
        ExternalTokens::new(Some(&secret), Some(self.source()), rules)
    }

    fn source(&self) -> KeySource {
        KeySource::new(
            KeyPlace::File(self.file()),
            Outbound::new(Vec::new()).unwrap(),
            Clock::fixed(now()),
        )
    }
}

fn shared_secret(rules: Rules) -> ExternalTokens {
    ExternalTokens::new(Some(&SigningSecret::parse(SECRET).unwrap()), None, rules)
}

fn secret_key() -> EncodingKey {
    EncodingKey::from_secret(SECRET.as_bytes())
}

fn token(algorithm: Algorithm, id: Option<&str>, claims: &Value, key: &EncodingKey) -> String {
    let header = Header {
        kid: id.map(str::to_owned),
        ..Header::new(algorithm)
    };
    jsonwebtoken::encode(&header, claims, key).unwrap()
}

async fn subject_of(claims: Value) -> Result<String, TokenError> {
    let token = token(Algorithm::HS256, None, &claims, &secret_key());
    match shared_secret(Rules::default())
        .verify(Door::Api, &token, now())
        .await
    {
        Ok(identity) => Ok(identity.subject),
        Err(ExternalError::Refused(why)) => Err(why),
        Err(ExternalError::Unavailable(_)) => unreachable!("no key set is needed"),
    }
}

#[tokio::test]
async fn every_supported_algorithm_is_verified_with_its_own_key() {
    let app = App::new();
    let verifier = app.verifier(Rules::default());
    for (id, algorithm, key) in &app.keys {
        let good = token(*algorithm, Some(id), &good_claims(), key);
        let identity = verifier.verify(Door::Api, &good, now()).await.unwrap();
        assert_eq!(identity.subject, "anna", "{algorithm:?}");
        // The only key of its algorithm needs no name; a made-up name finds none.
        let unnamed = token(*algorithm, None, &good_claims(), key);
        assert!(verifier.verify(Door::Api, &unnamed, now()).await.is_ok());
        let misnamed = token(*algorithm, Some("../keys"), &good_claims(), key);
        assert_eq!(
            verifier.verify(Door::Api, &misnamed, now()).await,
            Err(TokenError::UnknownKey.into())
        );
    }
    let shared = token(Algorithm::HS256, None, &good_claims(), &secret_key());
    assert!(verifier.verify(Door::Api, &shared, now()).await.is_ok());
}

#[tokio::test]
async fn a_public_key_is_no_shared_secret() {
    let app = App::new();
    let published = std::fs::read(app.file()).unwrap();
    let Value::Array(keys) = serde_json::from_slice::<Value>(&published).unwrap()["keys"].clone()
    else {
        unreachable!("the app published a list")
    };
    for key in keys {
        let id = key["kid"].as_str().unwrap();
        let parts = ["n", "x"].iter().filter_map(|part| key[part].as_str());
        for part in parts.chain([key.to_string().as_str()]) {
            let raw = URL_SAFE_NO_PAD.decode(part).unwrap_or_default();
            for secret in [part.as_bytes(), &raw] {
                let forged = token(
                    Algorithm::HS256,
                    Some(id),
                    &good_claims(),
                    &EncodingKey::from_secret(secret),
                );
                let with_both = app.verifier(Rules::default());
                let keys_only = ExternalTokens::new(None, Some(app.source()), Rules::default());
                assert_eq!(
                    with_both.verify(Door::Api, &forged, now()).await,
                    Err(TokenError::Signature.into())
                );
                assert_eq!(
                    keys_only.verify(Door::Api, &forged, now()).await,
                    Err(TokenError::Algorithm.into())
                );
            }
        }
    }
}

#[tokio::test]
async fn a_key_verifies_no_other_algorithm() {
    let app = App::new();
    let verifier = app.verifier(Rules::default());
    // One RSA key published twice: each name stands for one algorithm.
    let crossed = token(Algorithm::PS256, Some("rs"), &good_claims(), app.key("ps"));
    assert_eq!(
        verifier.verify(Door::Api, &crossed, now()).await,
        Err(TokenError::UnknownKey.into())
    );
    for algorithm in [Algorithm::HS384, Algorithm::HS512] {
        let other = token(algorithm, None, &good_claims(), &secret_key());
        assert_eq!(
            verifier.verify(Door::Api, &other, now()).await,
            Err(TokenError::Algorithm.into())
        );
    }
    let longer = token(Algorithm::RS512, Some("rs"), &good_claims(), app.key("rs"));
    assert_eq!(
        verifier.verify(Door::Api, &longer, now()).await,
        Err(TokenError::UnknownKey.into())
    );
}

#[tokio::test]
async fn keys_that_a_token_brings_along_are_ignored() {
    let app = App::new();
    let own = EncodingKey::from_ed_der(
        Ed25519KeyPair::generate()
            .unwrap()
            .to_pkcs8v1()
            .unwrap()
            .as_ref(),
    );
    let header = Header {
        kid: Some("ed".to_owned()),
        jwk: Some(Jwk::from_encoding_key(&own, Algorithm::EdDSA).unwrap()),
        jku: Some("https://attacker.example/jwks".to_owned()),
        x5u: Some("https://attacker.example/cert".to_owned()),
        ..Header::new(Algorithm::EdDSA)
    };
    let forged = jsonwebtoken::encode(&header, &good_claims(), &own).unwrap();
    assert_eq!(
        app.verifier(Rules::default())
            .verify(Door::Api, &forged, now())
            .await,
        Err(TokenError::Signature.into())
    );
}

#[tokio::test]
async fn a_token_of_local_mode_is_refused() {
    let secret = SigningSecret::parse(SECRET).unwrap();
    let access = Access {
        user: UserId(1),
        session: Uuid::from_u128(1),
    };
    let lifetime = jiff::SignedDuration::from_mins(10);
    let local = AccessTokens::new(&secret, "tasktalk".to_owned(), lifetime).issue(
        access,
        Uuid::from_u128(2),
        now(),
    );
    let audience = Rules {
        audience: Some("tasktalk".to_owned()),
        issuer: None,
        agents: None,
    };
    for rules in [Rules::default(), audience] {
        assert_eq!(
            shared_secret(rules).verify(Door::Api, &local, now()).await,
            Err(TokenError::Issuer.into())
        );
    }
}

#[tokio::test]
async fn the_user_is_sub_or_user_id_or_id_as_text_or_number() {
    let exp = now().as_second() + 60;
    for (claims, expected) in [
        (json!({"exp": exp, "sub": "anna"}), "anna"),
        (json!({"exp": exp, "sub": 7}), "7"),
        (json!({"exp": exp, "user_id": "u-1", "id": 3}), "u-1"),
        (json!({"exp": exp, "id": 3}), "3"),
        (json!({"exp": exp, "sub": null, "id": "x"}), "x"),
        (json!({"exp": exp, "sub": u64::MAX}), "18446744073709551615"),
        (json!({"exp": exp, "sub": "1", "user_id": 2, "id": 3}), "1"),
    ] {
        assert_eq!(
            subject_of(claims.clone()).await,
            Ok(expected.to_owned()),
            "{claims}"
        );
    }
}

#[tokio::test]
async fn what_is_no_user_id_is_refused() {
    let exp = now().as_second() + 60;
    for (claims, claim) in [
        (json!({"exp": exp}), "sub"),
        (json!({"exp": exp, "sub": true, "id": 1}), "sub"),
        (json!({"exp": exp, "sub": 1.5}), "sub"),
        (json!({"exp": exp, "sub": 1e30}), "sub"),
        (json!({"exp": exp, "sub": ""}), "sub"),
        (json!({"exp": exp, "sub": "  "}), "sub"),
        (json!({"exp": exp, "sub": "a\u{0}b"}), "sub"),
        (json!({"exp": exp, "sub": "x".repeat(256)}), "sub"),
        (json!({"exp": exp, "user_id": [1]}), "user_id"),
        (json!({"exp": exp, "id": {"n": 1}}), "id"),
        (json!({"sub": "anna"}), "exp"),
        (json!({"sub": "anna", "exp": "tomorrow"}), "exp"),
    ] {
        assert_eq!(
            subject_of(claims.clone()).await,
            Err(TokenError::Claim(claim)),
            "{claims}"
        );
    }
}

#[tokio::test]
async fn times_are_those_of_our_clock() {
    let now = now().as_second();
    for (claims, why) in [
        (json!({"sub": "a", "exp": now}), TokenError::Expired),
        (json!({"sub": "a", "exp": now - 3_600}), TokenError::Expired),
        (
            json!({"sub": "a", "exp": now + 60, "nbf": now + 120}),
            TokenError::NotYetValid,
        ),
    ] {
        assert_eq!(subject_of(claims).await, Err(why));
    }
}

#[tokio::test]
async fn issuer_and_audience_count_when_configured() {
    let verifier = shared_secret(Rules {
        issuer: Some("https://app.example".to_owned()),
        audience: Some("todo".to_owned()),
        agents: None,
    });
    let good = json!({"iss": "https://app.example", "aud": "todo"});
    for (change, expected) in [
        (json!({}), Ok(())),
        (json!({"aud": ["web", "todo"]}), Ok(())),
        (
            json!({"iss": "https://app.example/"}),
            Err(TokenError::Issuer),
        ),
        (
            json!({"iss": ["https://app.example"]}),
            Err(TokenError::Issuer),
        ),
        (json!({"iss": null}), Err(TokenError::Issuer)),
        (json!({"aud": "web"}), Err(TokenError::Audience)),
        (json!({"aud": []}), Err(TokenError::Audience)),
        (json!({"aud": null}), Err(TokenError::Audience)),
    ] {
        let mut claims = good_claims();
        for part in [&good, &change] {
            for (name, value) in part.as_object().unwrap() {
                claims[name] = value.clone();
            }
        }
        let token = token(Algorithm::HS256, None, &claims, &secret_key());
        let outcome = verifier.verify(Door::Api, &token, now()).await.map(|_| ());
        assert_eq!(outcome, expected.map_err(Into::into), "{claims}");
    }
}

#[tokio::test]
async fn a_token_for_another_purpose_is_refused() {
    for mark in ["type", "typ", "token_type", "token_use"] {
        let mut claims = good_claims();
        claims[mark] = json!("Refresh");
        assert_eq!(subject_of(claims).await, Err(TokenError::Type));
        let mut claims = good_claims();
        claims[mark] = json!("access");
        assert!(subject_of(claims).await.is_ok());
    }
    let header = Header {
        typ: Some("logout+jwt".to_owned()),
        ..Header::new(Algorithm::HS256)
    };
    let logout = jsonwebtoken::encode(&header, &good_claims(), &secret_key()).unwrap();
    assert_eq!(
        shared_secret(Rules::default())
            .verify(Door::Api, &logout, now())
            .await,
        Err(TokenError::Type.into())
    );
}

#[tokio::test]
async fn without_keys_at_hand_nothing_is_said_about_the_token() {
    let app = App::new();
    let good = token(Algorithm::EdDSA, Some("ed"), &good_claims(), app.key("ed"));
    std::fs::remove_file(app.file()).unwrap();
    assert_eq!(
        app.verifier(Rules::default())
            .verify(Door::Api, &good, now())
            .await,
        Err(KeysUnavailable.into())
    );
}
