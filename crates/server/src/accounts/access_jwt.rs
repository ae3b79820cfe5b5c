//! The access tokens of local mode: JWTs (RFC 7519, RFC 9068, following RFC 8725) that we sign with HS256 and
//! that live for minutes.
//!
//! Whether their account and session still live is for the database to say; this knows keys and claims only.

use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tasktalk_domain::UserId;
use uuid::Uuid;

use super::{
    claims::{self, Times},
    signing_secret::SigningSecret,
    token_error::TokenError,
};

/// Who issues local tokens. No other issuer may call itself so.
pub(crate) const ISSUER: &str = "tasktalk";
/// What says that a JWT is an access token (RFC 9068, section 2.1).
const TYPE: &str = "at+jwt";

/// Whose token it is, and which session it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Access {
    /// The account, by its number.
    pub user: UserId,
    /// The family of refresh tokens that it came with.
    pub session: Uuid,
}

/// Signs and verifies access tokens.
#[derive(Clone)]
pub(crate) struct AccessTokens {
    signing: EncodingKey,
    verifying: DecodingKey,
    audience: String,
    lifetime: SignedDuration,
}

#[derive(Serialize)]
struct Issued<'a> {
    iss: &'a str,
    aud: &'a str,
    sub: String,
    sid: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: Uuid,
}

#[derive(Deserialize)]
struct Received {
    iss: Option<String>,
    aud: Option<String>,
    sub: Option<String>,
    sid: Option<String>,
    iat: Option<Value>,
    nbf: Option<Value>,
    exp: Option<Value>,
}

impl AccessTokens {
    /// Tokens for this audience that live this long.
    pub(crate) fn new(secret: &SigningSecret, audience: String, lifetime: SignedDuration) -> Self {
        Self {
            signing: EncodingKey::from_secret(secret.as_bytes()),
            verifying: DecodingKey::from_secret(secret.as_bytes()),
            audience,
            lifetime,
        }
    }

    /// For how many seconds a new token is good.
    pub(crate) fn lifetime_seconds(&self) -> u64 {
        self.lifetime.as_secs().unsigned_abs()
    }

    /// A new token, good from now on; `id` makes it one of a kind.
    pub(crate) fn issue(&self, access: Access, id: Uuid, now: Timestamp) -> String {
        let now = now.as_second();
        let claims = Issued {
            iss: ISSUER,
            aud: &self.audience,
            sub: access.user.to_string(),
            sid: access.session,
            iat: now,
            nbf: now,
            exp: now + self.lifetime.as_secs(),
            jti: id,
        };
        let header = Header {
            typ: Some(TYPE.to_owned()),
            ..Header::new(Algorithm::HS256)
        };
        jsonwebtoken::encode(&header, &claims, &self.signing)
            .expect("these claims are JSON and the key is for HS256")
    }

    /// What a token of ours says, if it is one and its time is right, and when it ends.
    pub(crate) fn verify(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<(Access, Timestamp), TokenError> {
        if claims::header(token)?.typ.as_deref() != Some(TYPE) {
            return Err(TokenError::Type);
        }
        let claims: Received = claims::open(token, Algorithm::HS256, &self.verifying)?;
        if claims.iss.as_deref() != Some(ISSUER) {
            return Err(TokenError::Issuer);
        }
        if claims.aud.as_deref() != Some(&self.audience) {
            return Err(TokenError::Audience);
        }
        let ends = Times {
            expires: claims.exp.as_ref(),
            not_before: claims.nbf.as_ref(),
            issued: claims.iat.as_ref(),
        }
        .check(now)?;
        let user = claims.sub.and_then(|sub| sub.parse().ok());
        let session = claims.sid.and_then(|sid| sid.parse().ok());
        let access = Access {
            user: UserId(user.ok_or(TokenError::Claim("sub"))?),
            session: session.ok_or(TokenError::Claim("sid"))?,
        };
        Ok((access, ends))
    }
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    use serde_json::json;

    use super::*;

    const SECRET: &str = "5f1d7a3e9b60c84f2d13e57a9c40b86e";
    const ACCESS: Access = Access {
        user: UserId(7),
        session: Uuid::from_u128(42),
    };

    fn now() -> Timestamp {
        "2026-11-22T09:00:00Z".parse().unwrap()
    }

    fn tokens(secret: &str, audience: &str) -> AccessTokens {
        let secret = SigningSecret::parse(secret).unwrap();
        AccessTokens::new(&secret, audience.to_owned(), SignedDuration::from_mins(10))
    }

    fn ours() -> AccessTokens {
        tokens(SECRET, "tasktalk")
    }

    fn issued() -> String {
        ours().issue(ACCESS, Uuid::from_u128(1), now())
    }

    fn good_claims() -> Value {
        let now = now().as_second();
        json!({"iss": "tasktalk", "aud": "tasktalk", "sub": "7", "sid": Uuid::from_u128(42),
               "iat": now, "nbf": now, "exp": now + 600, "jti": "x"})
    }

    /// Signed like ours, but with this header and these claims.
    fn signed(header: &Value, claims: &Value, algorithm: Algorithm) -> String {
        let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", text(header), text(claims));
        let key = EncodingKey::from_secret(SECRET.as_bytes());
        let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, algorithm).unwrap();
        format!("{message}.{signature}")
    }

    #[test]
    fn an_issued_token_is_good_for_ten_minutes() {
        let token = issued();
        assert_eq!(
            ours().verify(&token, now()).map(|(access, _)| access),
            Ok(ACCESS)
        );
        let later = |seconds| Timestamp::from_second(now().as_second() + seconds).unwrap();
        assert_eq!(ours().verify(&token, later(599)), Ok((ACCESS, later(600))));
        assert_eq!(ours().verify(&token, later(600)), Err(TokenError::Expired));
        assert_eq!(
            ours().verify(&token, later(-61)),
            Err(TokenError::NotYetValid)
        );
    }

    #[test]
    fn the_hand_made_token_of_these_tests_is_good() {
        let header = json!({"alg": "HS256", "typ": "at+jwt"});
        let token = signed(&header, &good_claims(), Algorithm::HS256);
        assert_eq!(
            ours().verify(&token, now()).map(|(access, _)| access),
            Ok(ACCESS)
        );
    }

    #[test]
    fn another_secret_or_audience_is_refused() {
        let token = issued();
        let other = tokens("e68b04c9a75e31d2f48c06b9e3a7d1f5", "tasktalk");
        assert_eq!(other.verify(&token, now()), Err(TokenError::Signature));
        let other = tokens(SECRET, "another");
        assert_eq!(other.verify(&token, now()), Err(TokenError::Audience));
    }

    #[test]
    fn unsigned_tokens_are_refused_however_none_is_written() {
        for none in ["none", "None", "NONE", "nOnE", ""] {
            let header = json!({"alg": none, "typ": "at+jwt"});
            let signed = signed(&header, &good_claims(), Algorithm::HS256);
            let unsigned = format!("{}.", signed.rsplit_once('.').unwrap().0);
            for token in [signed, unsigned] {
                assert_eq!(ours().verify(&token, now()), Err(TokenError::Malformed));
            }
        }
    }

    #[test]
    fn another_algorithm_is_refused_even_with_our_secret() {
        for (name, algorithm) in [("HS384", Algorithm::HS384), ("HS512", Algorithm::HS512)] {
            let header = json!({"alg": name, "typ": "at+jwt"});
            let token = signed(&header, &good_claims(), algorithm);
            assert_eq!(ours().verify(&token, now()), Err(TokenError::Algorithm));
        }
        for name in ["RS256", "ES256", "EdDSA", "PS256"] {
            let header = json!({"alg": name, "typ": "at+jwt"});
            let token = signed(&header, &good_claims(), Algorithm::HS256);
            assert_eq!(ours().verify(&token, now()), Err(TokenError::Algorithm));
        }
    }

    #[test]
    fn another_type_is_refused() {
        for header in [
            json!({"alg": "HS256"}),
            json!({"alg": "HS256", "typ": "JWT"}),
            json!({"alg": "HS256", "typ": "refresh+jwt"}),
        ] {
            let token = signed(&header, &good_claims(), Algorithm::HS256);
            assert_eq!(
                ours().verify(&token, now()),
                Err(TokenError::Type),
                "{header}"
            );
        }
        let header = json!({"alg": "HS256", "typ": "at+jwt", "crit": ["b64"], "b64": false});
        let token = signed(&header, &good_claims(), Algorithm::HS256);
        assert_eq!(ours().verify(&token, now()), Err(TokenError::Malformed));
    }

    #[test]
    fn claims_that_are_missing_or_wrong_are_refused() {
        let header = json!({"alg": "HS256", "typ": "at+jwt"});
        for (claim, value, why) in [
            ("iss", json!(null), TokenError::Issuer),
            ("iss", json!("https://issuer.example"), TokenError::Issuer),
            ("aud", json!(null), TokenError::Audience),
            ("aud", json!("other"), TokenError::Audience),
            ("exp", json!(null), TokenError::Claim("exp")),
            ("exp", json!("9999999999"), TokenError::Claim("exp")),
            ("exp", json!(1e300), TokenError::Claim("exp")),
            ("sub", json!(null), TokenError::Claim("sub")),
            ("sub", json!("anna"), TokenError::Claim("sub")),
            ("sid", json!("x"), TokenError::Claim("sid")),
            ("iss", json!(["tasktalk"]), TokenError::Malformed),
            ("sub", json!(7), TokenError::Malformed),
        ] {
            let mut claims = good_claims();
            claims[claim] = value;
            let token = signed(&header, &claims, Algorithm::HS256);
            assert_eq!(ours().verify(&token, now()), Err(why), "{claims}");
        }
    }

    #[test]
    fn edited_truncated_and_huge_tokens_are_refused() {
        let token = issued();
        let parts: Vec<&str> = token.split('.').collect();
        let edited = {
            let payload = URL_SAFE_NO_PAD.decode(parts[1]).unwrap();
            let payload = String::from_utf8(payload)
                .unwrap()
                .replace(r#""sub":"7""#, r#""sub":"1""#);
            format!(
                "{}.{}.{}",
                parts[0],
                URL_SAFE_NO_PAD.encode(payload),
                parts[2]
            )
        };
        assert_eq!(ours().verify(&edited, now()), Err(TokenError::Signature));
        for end in 0..token.len() {
            assert!(ours().verify(&token[..end], now()).is_err());
        }
        let huge = format!("{}.{}.{}", parts[0], "A".repeat(1 << 20), parts[2]);
        assert_eq!(ours().verify(&huge, now()), Err(TokenError::Malformed));
        let bomb = URL_SAFE_NO_PAD.encode("[".repeat(5_000));
        let bomb = format!("{bomb}.{bomb}.{}", parts[2]);
        assert_eq!(ours().verify(&bomb, now()), Err(TokenError::Malformed));
    }
}
