//! The MCP endpoint as agents see it: requests as the specification writes them, without any SDK.

mod agent;
mod confirmation;
mod door;
mod hints;
mod listing;
mod oauth;
mod resources;
mod tools;

use self::agent::Agent;
