//! The five agents: each takes a value of the [`pipeline`](crate::pipeline) and returns the next one, and none calls back.
//!
//! `OpenTurn` (what the conversation is) → `ParsedTurn` (what was asked for) → `Plan` (what will be done about one of
//! those things) → `Outcome` (what came of it) → `Reply` (what is said). A message with several commands is planned
//! and carried out one command at a time, so that a later one sees what an earlier one did.

pub(crate) mod context_manager;
pub(crate) mod intent_parser;
pub(crate) mod mcp_validator;
pub(crate) mod response_formatter;
pub(crate) mod task_manager;
pub(crate) mod wording;
