//! The MCP endpoint as agents see it: requests as the specification writes them, without any SDK.

mod agent;
mod changing;
mod confirmation;
mod door;
mod hints;
mod listing;
mod looking;
mod oauth;
mod resources;
mod talking;
mod tools;

use self::agent::{Agent, has};
