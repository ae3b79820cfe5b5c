//! The signed-in user's own account.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::Patch;
use crate::object::objects;

/// An account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct User {
    /// The id in `/api/{user_id}/…`.
    #[schema(examples("1"))]
    pub id: String,
    /// The e-mail address; null for accounts of another app.
    pub email: Option<String>,
    /// How to address the person.
    pub name: Option<String>,
    /// The IANA time zone; the server's default when null.
    #[schema(examples("Europe/Berlin"))]
    pub timezone: Option<String>,
    /// The language tag; `en` when null.
    #[schema(examples("en-GB"))]
    pub locale: Option<String>,
    /// The page's settings.
    #[schema(value_type = Object)]
    pub settings: Map<String, Value>,
    /// Whether messages and tasks may leave this server for a language model, if the server has one.
    pub model_consent: bool,
    /// When the account was made.
    #[schema(format = DateTime)]
    pub created_at: String,
    /// When it last changed.
    #[schema(format = DateTime)]
    pub updated_at: String,
}

/// What shall change about the profile (RFC 7396): absent keeps, null clears.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct ProfilePatch {
    /// How to address the person.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub name: Patch<String>,
    /// The IANA time zone.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<String>)]
    pub timezone: Patch<String>,
    /// The language tag.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<String>)]
    pub locale: Patch<String>,
    /// All settings from now on; null empties them.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<Object>)]
    pub settings: Patch<Map<String, Value>>,
    /// Whether messages and tasks may leave this server for a language model; null withdraws it.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    #[schema(value_type = Option<bool>)]
    pub model_consent: Patch<bool>,
}

objects!(ProfilePatch);
