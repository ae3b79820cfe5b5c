//! Personal access tokens, for scripts and agents.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::auth::hide_secrets;
use crate::object::objects;

/// A token to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct NewToken {
    /// What it is for, 1 to 100 characters.
    #[schema(min_length = 1, max_length = 100, examples("backup script"))]
    pub name: String,
    /// What it may do: `tasks:read`, `tasks:write`, `tasks:delete`.
    #[schema(min_items = 1, examples(json!(["tasks:read", "tasks:write"])))]
    pub scopes: Vec<String>,
    /// When it ends: after so many seconds, or after a time such as `12h`, `90d` or `1y` (at most a year); 90 days
    /// when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(examples("90d", 3600))]
    pub expires_in: Option<ExpiresIn>,
}

/// After how long a token ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(
    untagged,
    expecting = "expected a number of seconds, or text such as '90d'"
)]
pub enum ExpiresIn {
    /// A number of seconds.
    Seconds(u64),
    /// A number with a unit: `s`, `m`, `h`, `d`, `w` or `y`.
    Text(String),
}

/// A token just made: the only time that its secret is told.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct CreatedToken {
    /// Its id.
    #[schema(format = "uuid")]
    pub id: String,
    /// What it is for.
    pub name: String,
    /// The token itself: send it as `Authorization: Bearer tt_…`.
    #[schema(examples("tt_…"))]
    pub token: String,
    /// How it begins, to recognise it by.
    pub prefix: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it ends; null is never.
    #[schema(format = DateTime)]
    pub expires_at: Option<String>,
}

hide_secrets!(CreatedToken {
    id,
    name,
    prefix,
    scopes,
    expires_at
});

/// A token, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Token {
    /// Its id.
    #[schema(format = "uuid")]
    pub id: String,
    /// What it is for.
    pub name: String,
    /// How it begins.
    pub prefix: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// When it was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it ends; null is never.
    #[schema(format = DateTime)]
    pub expires_at: Option<String>,
    /// When it was last used, to the hour; null is never.
    #[schema(format = DateTime)]
    pub last_used_at: Option<String>,
}

/// The user's tokens that are not revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenList {
    /// The tokens.
    pub tokens: Vec<Token>,
}

objects!(NewToken);
