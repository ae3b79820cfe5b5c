//! What both kinds of JWT have in common: reading one with one key, and its times.

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::token_error::TokenError;

/// The longest token looked at, in bytes. Ours have about 400; some issuers pack much into theirs.
const LONGEST: usize = 8 * 1024;
/// How far the issuer's clock may be ahead of ours, in seconds.
const SKEW: i64 = 60;
/// The end of the year 9999, in seconds: later times are mistakes.
const LATEST: i64 = 253_402_300_799;

/// The header of a token that is not believed yet.
pub(crate) fn header(token: &str) -> Result<Header, TokenError> {
    if token.len() > LONGEST {
        return Err(TokenError::Malformed);
    }
    let header = jsonwebtoken::decode_header(token).map_err(|_| TokenError::Malformed)?;
    // Extensions that must be understood (RFC 7515, section 4.1.11): we understand none.
    if header.crit.is_some() {
        return Err(TokenError::Malformed);
    }
    Ok(header)
}

/// The claims, if the token was signed with exactly this algorithm and key. They are still to be checked.
pub(crate) fn open<C: DeserializeOwned>(
    token: &str,
    algorithm: Algorithm,
    key: &DecodingKey,
) -> Result<C, TokenError> {
    let mut signature_only = Validation::new(algorithm);
    // Times are compared with our own clock, issuer and audience by our own rules.
    signature_only.required_spec_claims.clear();
    signature_only.validate_exp = false;
    signature_only.validate_aud = false;
    jsonwebtoken::decode(token, key, &signature_only)
        .map(|token| token.claims)
        .map_err(|error| TokenError::from_jwt(&error))
}

/// The times of a token (RFC 7519, section 4.1), as they came.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Times<'a> {
    /// `exp`.
    pub expires: Option<&'a Value>,
    /// `nbf`.
    pub not_before: Option<&'a Value>,
    /// `iat`.
    pub issued: Option<&'a Value>,
}

impl Times<'_> {
    /// When the token ends. Refuses one without an end, after its end, and before its beginning. The end is exact; for
    /// the beginning the issuer's clock may be a minute ahead.
    pub(crate) fn check(self, now: Timestamp) -> Result<Timestamp, TokenError> {
        let now = now.as_second();
        let expires = seconds(self.expires, "exp")?.ok_or(TokenError::Claim("exp"))?;
        if now >= expires {
            return Err(TokenError::Expired);
        }
        for (value, name) in [(self.not_before, "nbf"), (self.issued, "iat")] {
            if seconds(value, name)?.is_some_and(|start| start > now + SKEW) {
                return Err(TokenError::NotYetValid);
            }
        }
        Timestamp::from_second(expires).map_err(|_| TokenError::Claim("exp"))
    }
}

/// A `NumericDate`: a number of seconds since 1970, possibly with a fraction.
fn seconds(value: Option<&Value>, name: &'static str) -> Result<Option<i64>, TokenError> {
    let Some(Value::Number(number)) = value else {
        return match value {
            None => Ok(None),
            Some(_) => Err(TokenError::Claim(name)),
        };
    };
    let whole = number.as_i64().or_else(|| {
        let seconds = number.as_f64()?.floor();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "both bounds are far below 2^53"
        )]
        (0.0..=LATEST as f64)
            .contains(&seconds)
            .then_some(seconds as i64)
    });
    match whole {
        Some(seconds) if (0..=LATEST).contains(&seconds) => Ok(Some(seconds)),
        _ => Err(TokenError::Claim(name)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(times: &Value) -> Result<Timestamp, TokenError> {
        Times {
            expires: times.get("exp"),
            not_before: times.get("nbf"),
            issued: times.get("iat"),
        }
        .check(Timestamp::from_second(1_000_000).unwrap())
    }

    #[test]
    fn a_token_is_good_between_its_times() {
        for times in [
            json!({"exp": 1_000_001}),
            json!({"exp": 1_000_001.5, "nbf": 999_999.5, "iat": 1_000_000}),
            json!({"exp": 1_000_600, "nbf": 1_000_060, "iat": 1_000_060}),
        ] {
            let end = times["exp"].as_f64().unwrap().floor();
            let end = Timestamp::from_duration(jiff::SignedDuration::from_secs_f64(end)).unwrap();
            assert_eq!(check(&times), Ok(end), "{times}");
        }
    }

    #[test]
    fn missing_past_future_and_absurd_times_are_refused() {
        for (times, why) in [
            (json!({}), TokenError::Claim("exp")),
            (json!({"exp": null}), TokenError::Claim("exp")),
            (json!({"exp": "1000600"}), TokenError::Claim("exp")),
            (json!({"exp": true}), TokenError::Claim("exp")),
            (json!({"exp": 1e300}), TokenError::Claim("exp")),
            (json!({"exp": -1}), TokenError::Claim("exp")),
            (json!({"exp": u64::MAX}), TokenError::Claim("exp")),
            (json!({"exp": 1_000_000}), TokenError::Expired),
            (json!({"exp": 0}), TokenError::Expired),
            (
                json!({"exp": 2_000_000, "nbf": 1_000_061}),
                TokenError::NotYetValid,
            ),
            (
                json!({"exp": 2_000_000, "iat": 1_900_000}),
                TokenError::NotYetValid,
            ),
            (
                json!({"exp": 2_000_000, "nbf": "now"}),
                TokenError::Claim("nbf"),
            ),
        ] {
            assert_eq!(check(&times), Err(why), "{times}");
        }
    }
}
