//! Pieces that several routes' descriptions share. They only describe; the extractors do the work.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use utoipa::{
    IntoParams, IntoResponses,
    openapi::{RefOr, Response},
};

use super::one;

/// `{user_id}` in a path.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "it describes what PathUser takes")]
pub(crate) struct UserParam {
    /// The token's user, or `me`.
    #[param(example = "me")]
    user_id: String,
}

/// A task's `{id}` in a path.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "it describes what TaskPath takes")]
pub(crate) struct TaskParam {
    /// The task's number.
    #[param(minimum = 1)]
    id: i64,
}

/// A conversation's `{id}` in a path.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "it describes what ConversationPath takes")]
pub(crate) struct ConversationParam {
    /// The conversation's id.
    #[param(format = "uuid")]
    id: String,
}

/// A reminder's `{id}` in a path.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "it describes what ReminderPath takes")]
pub(crate) struct ReminderParam {
    /// The reminder's id.
    #[param(format = "uuid")]
    id: String,
}

/// `If-Match`.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes what IfMatch takes")]
pub(crate) struct IfMatchParam {
    /// The task's ETag as it was read: the change happens only when it still has that version. `*` is any version.
    #[param(
        rename = "If-Match",
        required = false,
        pattern = r#"^(\*|(W/)?"[^"]*"( *, *(W/)?"[^"]*")*)$"#
    )]
    if_match: String,
}

/// `Idempotency-Key`.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes what IdempotencyKeyHeader takes")]
pub(crate) struct IdempotencyKeyParam {
    /// Your name for this request, 1 to 255 visible ASCII characters: sent again with the same key it acts once and
    /// is answered with the stored answer. Kept for 7 days.
    #[param(
        rename = "Idempotency-Key",
        required = false,
        min_length = 1,
        max_length = 255,
        pattern = "^[!-~]+$"
    )]
    idempotency_key: String,
}

/// `Last-Event-ID`.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[expect(dead_code, reason = "it describes what the event stream reads")]
pub(crate) struct LastEventIdParam {
    /// The `id` of the last event seen: what came after it comes first. Without it the stream begins now.
    #[param(rename = "Last-Event-ID", required = false)]
    last_event_id: String,
}

macro_rules! refusals {
    ($($(#[doc = $what:literal])+ $name:ident = $status:ident;)*) => {$(
        $(#[doc = $what])+
        pub(crate) struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                one(StatusCode::$status)
            }
        }
    )*};
}

refusals! {
    /// There is no such thing among the user's.
    NotFound = NOT_FOUND;
    /// It is not in a state for this.
    Conflict = CONFLICT;
    /// It is too late.
    Gone = GONE;
    /// `If-Match` does not match.
    PreconditionFailed = PRECONDITION_FAILED;
}
