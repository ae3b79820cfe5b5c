//! The one guarded HTTP client for everything that leaves the machine.
//!
//! Whoever can make a server fetch an address of their choice can look around inside its network. So every
//! request of Tasktalk goes through [`Outbound`]: `https` only, to public addresses only, unless the operator
//! allowed exactly that host and port. The address that was checked is the one that is connected to, redirects
//! are not followed, answers are cut off at a size and a time, and no cookie or proxy takes part.
//!
//! [`chat_completions`] speaks with language models over it. It knows a protocol, not what is talked about.
//!
//! It knows nothing about settings, users, tasks or databases.

pub mod address;
pub mod chat_completions;
mod client;
mod destination;
mod post;
mod resolver;

pub use client::{Answer, Limits, Outbound, OutboundError};
pub use destination::{Destination, HostPort, InvalidHostPort, Refusal};
pub use post::{Bearer, Incoming};
