//! What happens to every request and answer, whatever the route. [`crate::router`] says in which order and why.

pub(crate) mod address_limit;
pub(crate) mod admission;
pub(crate) mod cors;
pub(crate) mod host;
pub(crate) mod observe;
pub(crate) mod panics;
pub(crate) mod request_id;
pub(crate) mod security_headers;
