//! Every code there is, with its status, its title and what it means: the list that `/docs` shows.

use axum::http::StatusCode;

macro_rules! codes {
    ($($(#[doc = $meaning:literal])+ $name:ident = $code:literal, $status:ident, $title:literal;)*) => {
        /// A stable word for one kind of problem. Programs rely on it: it is never changed or used for something else.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code {
            $($(#[doc = $meaning])+ $name,)*
        }

        impl Code {
            /// All of them, by status.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The HTTP status.
            pub fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)* }
            }

            /// The kind of problem in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// What it means and what helps.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($meaning),+),)* }
            }
        }
    };
}

codes! {
    /// The request can't be read: a path that is not valid UTF-8, a header that is not text.
    MalformedRequest = "malformed_request", BAD_REQUEST, "Malformed request";
    /// The body is not JSON.
    MalformedJson = "malformed_json", BAD_REQUEST, "Malformed JSON";

    /// There is no `Authorization: Bearer …` header.
    TokenMissing = "token_missing", UNAUTHORIZED, "Sign in first";
    /// The token is not ours, was changed, is for something else, or was revoked.
    TokenInvalid = "token_invalid", UNAUTHORIZED, "Invalid token";
    /// The token was good until a moment ago: refresh it or sign in again.
    TokenExpired = "token_expired", UNAUTHORIZED, "Token expired";
    /// The e-mail address or the password is wrong; which of them is not told.
    SigninFailed = "signin_failed", UNAUTHORIZED, "Sign-in failed";
    /// The refresh token is unknown, used, expired or revoked: sign in again.
    RefreshTokenInvalid = "refresh_token_invalid", UNAUTHORIZED, "Invalid refresh token";

    /// The `{user_id}` in the path is not the token's user.
    WrongUser = "wrong_user", FORBIDDEN, "Not your account";
    /// The token's scopes do not allow this.
    InsufficientScope = "insufficient_scope", FORBIDDEN, "Token not allowed to do this";
    /// Only a person who signed in may do this, not a personal access token.
    SessionRequired = "session_required", FORBIDDEN, "Sign in to do this";
    /// The page that sent this is not from an origin that is allowed to.
    OriginNotAllowed = "origin_not_allowed", FORBIDDEN, "Origin not allowed";
    /// The server was asked for by a host name that it does not go by; see `MCP_URL` and `MCP_ALLOWED_HOSTS`.
    HostNotAllowed = "host_not_allowed", FORBIDDEN, "Host not allowed";
    /// Accounts live in another app: sign up and in there.
    AccountsAreExternal = "accounts_are_external", FORBIDDEN, "Accounts live elsewhere";

    /// There is nothing at this path.
    RouteNotFound = "route_not_found", NOT_FOUND, "No such path";
    /// The user has no task with this number.
    TaskNotFound = "task_not_found", NOT_FOUND, "Task not found";
    /// The user has no conversation with this id.
    ConversationNotFound = "conversation_not_found", NOT_FOUND, "Conversation not found";
    /// The user has no reminder with this id.
    ReminderNotFound = "reminder_not_found", NOT_FOUND, "Reminder not found";
    /// The thread has no such item (ChatKit).
    ItemNotFound = "item_not_found", NOT_FOUND, "Item not found";
    /// The user has no personal access token with this id.
    AccessTokenNotFound = "access_token_not_found", NOT_FOUND, "Access token not found";
    /// The user has no change with this undo token.
    UndoTokenNotFound = "undo_token_not_found", NOT_FOUND, "Nothing to undo";

    /// The path is there, but not for this method; `Allow` names the ones it has.
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED, "Method not allowed";
    /// The body did not come in time.
    BodyTimeout = "body_timeout", REQUEST_TIMEOUT, "Body too slow";

    /// The task is in the trash: restore it first.
    TaskInTrash = "task_in_trash", CONFLICT, "Task is in the trash";
    /// The task does not repeat, so it has no occurrences.
    TaskDoesNotRepeat = "task_does_not_repeat", CONFLICT, "Task does not repeat";
    /// The reminder's task is done, gone or due at another time.
    ReminderCalledOff = "reminder_called_off", CONFLICT, "Reminder called off";
    /// The question was answered, has expired or was never asked.
    PendingGone = "pending_gone", CONFLICT, "Question can't be answered any more";
    /// The first request with this `Idempotency-Key` waits for a language model: ask again as `Retry-After` says.
    StillAnswering = "still_answering", CONFLICT, "Still being answered";
    /// This change was taken back before.
    AlreadyUndone = "already_undone", CONFLICT, "Already undone";
    /// The task changed since through another door, so that taking this change back would lose the newer one.
    ChangedSince = "changed_since", CONFLICT, "Changed since";
    /// There is an account with this e-mail address.
    EmailTaken = "email_taken", CONFLICT, "E-mail address taken";

    /// The change is too old to be taken back.
    UndoExpired = "undo_expired", GONE, "Too late to undo";
    /// The task has another version than `If-Match` names: read it again.
    VersionMismatch = "version_mismatch", PRECONDITION_FAILED, "Changed in the meantime";
    /// The body is larger than the server takes (64 KiB unless set otherwise).
    BodyTooLarge = "body_too_large", PAYLOAD_TOO_LARGE, "Body too large";
    /// The body must be sent as `application/json`.
    UnsupportedMediaType = "unsupported_media_type", UNSUPPORTED_MEDIA_TYPE, "Not JSON";

    /// A field is unknown, missing or has a value that it can't have; `errors` names it.
    InvalidRequest = "invalid_request", UNPROCESSABLE_ENTITY, "Invalid request";
    /// A task's number in a path is a whole number from 1 to 9223372036854775807.
    InvalidTaskId = "invalid_task_id", UNPROCESSABLE_ENTITY, "Invalid task id";
    /// The message has nothing but white space.
    MessageBlank = "message_blank", UNPROCESSABLE_ENTITY, "Message is blank";
    /// The message has more than 4,000 characters.
    MessageTooLong = "message_too_long", UNPROCESSABLE_ENTITY, "Message is too long";
    /// The message has control characters: it is not text.
    MessageNotText = "message_not_text", UNPROCESSABLE_ENTITY, "Message is not text";
    /// The cursor is not one of ours, or belongs to another list.
    InvalidCursor = "invalid_cursor", UNPROCESSABLE_ENTITY, "Invalid cursor";
    /// `Idempotency-Key` is 1 to 255 visible ASCII characters.
    InvalidIdempotencyKey = "invalid_idempotency_key", UNPROCESSABLE_ENTITY, "Invalid idempotency key";
    /// The key was used for another request before.
    IdempotencyKeyReused = "idempotency_key_reused", UNPROCESSABLE_ENTITY, "Key used for another request";

    /// Too many requests: wait as long as `Retry-After` says.
    RateLimited = "rate_limited", TOO_MANY_REQUESTS, "Too many requests";
    /// Sixteen turns of this conversation are waiting already.
    TooManyWaiting = "too_many_waiting", TOO_MANY_REQUESTS, "Too many messages at once";
    /// The user has as many event streams open as one may: close one, or share one.
    TooManyStreams = "too_many_streams", TOO_MANY_REQUESTS, "Too many event streams";
    /// Too many attempts to sign in: wait as long as `Retry-After` says.
    TooManyAttempts = "too_many_attempts", TOO_MANY_REQUESTS, "Too many attempts";

    /// Something went wrong inside; the log knows more under the request id.
    Internal = "internal", INTERNAL_SERVER_ERROR, "Internal error";
    /// The database can't be used right now. Nothing was changed.
    Unavailable = "unavailable", SERVICE_UNAVAILABLE, "Temporarily unavailable";
    /// The server has as many requests in work as it can take.
    Overloaded = "overloaded", SERVICE_UNAVAILABLE, "Overloaded";
    /// The answer took too long. Whether something changed is not known: send the request again with the same key.
    Timeout = "timeout", SERVICE_UNAVAILABLE, "Took too long";
    /// The server is stopping: another instance, or a moment later.
    ShuttingDown = "shutting_down", SERVICE_UNAVAILABLE, "Shutting down";
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_is_one_of_a_kind_and_an_error() {
        let words: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(words.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.status().is_client_error() || code.status().is_server_error());
            assert!(!code.meaning().trim().is_empty());
        }
    }
}
