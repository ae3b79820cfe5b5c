//! The one guarded HTTP client for everything that leaves the machine.
//!
//! Whoever can make a server fetch an address of their choice can look around inside its network. So every
//! request of Tasktalk goes through [`Outbound`]: `https` only, to public addresses only, unless the operator
//! allowed exactly that host and port. The address that was checked is the one that is connected to, redirects
//! are not followed, answers are cut off at a size and a time, and no cookie or proxy takes part.
//!
//! It knows nothing about what is fetched, nor about settings, users or databases.

pub mod address;
mod client;
mod destination;
mod resolver;

pub use client::{Answer, Limits, Outbound, OutboundError};
pub use destination::{Destination, HostPort, InvalidHostPort, Refusal};
