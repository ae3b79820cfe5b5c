//! The conversation: orchestrator, agents, tools.
