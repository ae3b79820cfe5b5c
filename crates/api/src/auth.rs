//! Signing up, in and out (local accounts only).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::me::User;
use crate::object::objects;

/// A new account.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct SignupRequest {
    /// The e-mail address; one account each.
    #[schema(format = Email, max_length = 254, examples("anna@example.com"))]
    pub email: String,
    /// The password, 8 to 128 characters.
    #[schema(format = Password, min_length = 8, max_length = 128)]
    pub password: String,
    /// How to address the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub name: Option<String>,
    /// The person's IANA time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("Europe/Berlin"))]
    pub timezone: Option<String>,
}

/// Who signs in.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct SigninRequest {
    /// The e-mail address.
    #[schema(format = Email, examples("anna@example.com"))]
    pub email: String,
    /// The password.
    #[schema(format = Password)]
    pub password: String,
}

/// The refresh token of a client that does not keep it in a cookie.
#[derive(Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct RefreshRequest {
    /// The newest refresh token; the cookie's when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
}

/// A session: what to send with every request, and how to get a new one.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct Session {
    /// Send it as `Authorization: Bearer …`.
    pub access_token: String,
    /// Always `bearer`.
    #[schema(examples("bearer"))]
    pub token_type: String,
    /// For how many seconds the access token is good.
    #[schema(minimum = 0)]
    pub expires_in: u64,
    /// Gets the next access token, once; a browser has it in a cookie instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
    /// Whose session it is.
    pub user: User,
}

/// Shows everything but the secrets, so that none ends up in a log.
macro_rules! hide_secrets {
    ($($name:ident { $($shown:ident),* }),*) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($shown), &self.$shown))*
                    .finish_non_exhaustive()
            }
        }
    )*};
}
pub(crate) use hide_secrets;

hide_secrets!(
    SignupRequest { name, timezone },
    SigninRequest {},
    RefreshRequest {},
    Session {
        token_type,
        expires_in,
        user
    }
);

objects!(SignupRequest, SigninRequest, RefreshRequest);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_not_printed() {
        let signin = SigninRequest {
            email: "anna@example.com".to_owned(),
            password: "correct horse".to_owned(),
        };
        assert!(!format!("{signin:?}").contains("horse"));
    }
}
