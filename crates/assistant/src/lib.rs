//! The conversation: orchestrator, agents, tools, conversation service.
//!
//! [`tools`] are the only operations that change tasks; the pipeline, REST and MCP are their callers. Nothing here
//! knows HTTP, and only `storage` knows which database there is. A [`language_model`] can give a second opinion.

mod agents;
pub mod assistant;
pub mod conversation_service;
pub mod language_model;
mod orchestrator;
pub mod permissions;
mod pipeline;
pub mod reminders;
pub mod runs;
pub mod tools;
pub mod turn;
pub mod turn_event;

#[cfg(test)]
mod test_support;

pub use assistant::{Assistant, Defaults, adding, batch};
pub use conversation_service::ConversationService;
pub use language_model::{LanguageModel, WhenAsked};
pub use orchestrator::Begun;
pub use permissions::{Permissions, Scope};
pub use reminders::ReminderAnswer;
pub use runs::{Follower, Run};
pub use tools::{Detail, Tool, ToolContext, ToolError, ToolFailure, ToolOutcome};
pub use turn::{IdempotencyKey, Input, Turn, TurnError, TurnRequest};
pub use turn_event::{Start, TurnEvent};
