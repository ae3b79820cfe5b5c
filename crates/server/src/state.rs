//! What every handler can reach.

use std::sync::Arc;

use tasktalk_assistant::Assistant;
use tasktalk_domain::Clock;
use tasktalk_storage::Database;

use crate::{
    Settings, accounts::Accounts, limits::RateLimits, metrics::Metrics, readiness::Readiness,
};

/// What every handler can reach. Cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The conversation and its tools.
    pub assistant: Assistant,
    /// The data.
    pub database: Database,
    /// Where "now" and ids come from.
    pub clock: Clock,
    /// The settings.
    pub config: Arc<Settings>,
    /// Who may come in.
    pub accounts: Accounts,
    /// How often each caller may ask.
    pub(crate) rate_limits: Arc<RateLimits>,
    /// What is counted.
    pub(crate) metrics: Metrics,
    /// Whether new work is taken.
    pub(crate) readiness: Readiness,
}
