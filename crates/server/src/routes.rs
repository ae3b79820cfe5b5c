//! The routes, one file per resource. Each file has a `router()` that registers and documents its routes in one call;
//! [`crate::router`] puts them together.

pub(crate) mod auth;
pub(crate) mod chat;
pub(crate) mod conversations;
pub(crate) mod documents;
pub(crate) mod health;
pub(crate) mod me;
pub(crate) mod parse;
pub(crate) mod running_turn;
pub(crate) mod tasks;
pub(crate) mod tokens;
pub(crate) mod undo;
