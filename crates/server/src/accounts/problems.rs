//! What callers are told: which refusal is which problem.

use axum::http::{HeaderValue, header};

use super::{
    attempts::Throttled, authenticate::AuthError, passwords::HashingError, sign_in::SignInError,
    sign_up::SignUpError, token_error::TokenError,
};
use crate::problem::{Code, Problem};

/// How long to wait when too many passwords are being hashed, in seconds.
const RETRY_SECONDS: u64 = 5;

impl From<AuthError> for Problem {
    fn from(error: AuthError) -> Self {
        match error {
            AuthError::Refused(why) => {
                tracing::info!(reason = %why, "refused a token");
                refused(&why)
            }
            AuthError::KeysUnavailable => Self::new(
                Code::Unavailable,
                "The keys to check this token with can't be had right now. Try again in a moment.",
            )
            .retry_after(RETRY_SECONDS),
            AuthError::Storage(error) => error.into(),
        }
    }
}

/// RFC 6750, section 3.1: `invalid_token`, and no more than whether it was good once.
pub(crate) fn refused(why: &TokenError) -> Problem {
    let (code, detail, challenge) = match why {
        TokenError::Expired => (
            Code::TokenExpired,
            "The token has expired: refresh it or sign in again.",
            r#"Bearer realm="tasktalk", error="invalid_token", error_description="The token has expired""#,
        ),
        _ => (
            Code::TokenInvalid,
            "The token is not valid: sign in again.",
            r#"Bearer realm="tasktalk", error="invalid_token", error_description="The token is not valid""#,
        ),
    };
    Problem::new(code, detail).with_header(
        header::WWW_AUTHENTICATE,
        HeaderValue::from_static(challenge),
    )
}

impl From<HashingError> for Problem {
    fn from(error: HashingError) -> Self {
        match error {
            HashingError::Busy => Self::new(
                Code::Overloaded,
                "Too many people are signing in at once. Try again in a moment.",
            )
            .retry_after(RETRY_SECONDS),
            HashingError::Failed => Self::internal(&error),
        }
    }
}

impl From<Throttled> for Problem {
    fn from(throttled: Throttled) -> Self {
        let Throttled { seconds } = throttled;
        Self::new(
            Code::TooManyAttempts,
            match seconds {
                1 => "Too many failed attempts. Try again in 1 second.".to_owned(),
                _ => format!("Too many failed attempts. Try again in {seconds} seconds."),
            },
        )
        .retry_after(seconds)
    }
}

impl From<SignInError> for Problem {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::Wrong => Self::new(
                Code::SigninFailed,
                "The e-mail address or the password is wrong.",
            )
            .with_header(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static(r#"Bearer realm="tasktalk""#),
            ),
            SignInError::Deleted { until } => Self::new(
                Code::SigninFailed,
                format!(
                    "This account was deleted. It will be erased after {}; then its e-mail address is free again.",
                    until.strftime("%Y-%m-%d, %H:%M UTC")
                ),
            )
            .with_header(
                header::WWW_AUTHENTICATE,
                HeaderValue::from_static(r#"Bearer realm="tasktalk""#),
            ),
            SignInError::Throttled(throttled) => throttled.into(),
            SignInError::Hashing(error) => error.into(),
            SignInError::Storage(error) => error.into(),
        }
    }
}

impl From<SignUpError> for Problem {
    fn from(error: SignUpError) -> Self {
        match error {
            SignUpError::EmailTaken => Self::new(
                Code::EmailTaken,
                "There is an account with this e-mail address: sign in instead. One that was deleted keeps its address until it is erased; signing in tells when that is.",
            ),
            SignUpError::Throttled(throttled) => throttled.into(),
            SignUpError::Hashing(error) => error.into(),
            SignUpError::Storage(error) => error.into(),
        }
    }
}

/// For a refresh token that gets nothing; why is not told.
pub(crate) fn refresh_refused() -> Problem {
    Problem::new(
        Code::RefreshTokenInvalid,
        "The refresh token is not valid any more: sign in again.",
    )
    .with_header(
        header::WWW_AUTHENTICATE,
        HeaderValue::from_static(r#"Bearer realm="tasktalk", error="invalid_token""#),
    )
}
