//! What every handler can reach.

use std::sync::Arc;

use tasktalk_assistant::Assistant;
use tasktalk_domain::{Clock, Locale, User, Zone};
use tasktalk_storage::Database;
use tokio_util::sync::CancellationToken;

use crate::{
    Settings, accounts::Accounts, event_streams::EventStreams, limits::RateLimits,
    mcp::Confirmations, metrics::Metrics, page::Page, readiness::Readiness,
};

/// What every handler can reach. Cheap to clone.
#[derive(Clone)]
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
    /// Seals and opens what users confirmed to agents.
    pub(crate) confirmations: Confirmations,
    /// The web page's files.
    pub(crate) page: Page,
    /// Ends what would otherwise go on: streams of agents' sessions.
    pub(crate) stop: CancellationToken,
    /// Who listens to events on this instance.
    pub(crate) event_streams: EventStreams,
    /// How often each caller may ask.
    pub(crate) rate_limits: Arc<RateLimits>,
    /// What is counted.
    pub(crate) metrics: Metrics,
    /// Whether new work is taken.
    pub(crate) readiness: Readiness,
}

impl AppState {
    /// Where a user is: what the profile says, else the server's setting.
    pub(crate) fn zone_of(&self, user: &User) -> Zone {
        user.timezone
            .clone()
            .unwrap_or_else(|| self.config.timezone.clone())
    }

    /// How a user writes dates: what the profile says, else the server's setting.
    pub(crate) fn locale_of(&self, user: &User) -> Locale {
        user.locale
            .clone()
            .unwrap_or_else(|| self.config.locale.clone())
    }
}

impl std::fmt::Debug for AppState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AppState").finish_non_exhaustive()
    }
}
