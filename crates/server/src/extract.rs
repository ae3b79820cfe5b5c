//! What handlers take instead of raw requests. Authorisation is one of them: it stands in the signature, so that a
//! handler can't forget it.

pub(crate) mod accept;
pub(crate) mod client_address;
pub(crate) mod current_user;
pub(crate) mod idempotency_key;
pub(crate) mod if_match;
pub(crate) mod json;
pub(crate) mod path_id;
pub(crate) mod path_user;
pub(crate) mod person;
pub(crate) mod query;
pub(crate) mod since;

pub(crate) use self::{
    accept::WantsStream,
    idempotency_key::IdempotencyKeyHeader,
    if_match::IfMatch,
    json::{Json, NoJson, OptionalJson},
    path_id::{ConversationPath, ReminderPath, TaskPath},
    path_user::{Anything, Delete, PathUser, Read, Write},
    person::Person,
    query::Query,
    since::Since,
};
pub use self::{client_address::ClientAddress, current_user::CurrentUser};
