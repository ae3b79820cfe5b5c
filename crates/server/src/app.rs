//! A server, put together and not yet listening.

use std::sync::Arc;

use axum::Router;
use tasktalk_assistant::{Assistant, Defaults};
use tasktalk_domain::Clock;
use tasktalk_outbound::{Outbound, OutboundError};
use tasktalk_storage::Database;
use tokio_util::sync::CancellationToken;

use crate::{
    Settings,
    accounts::{Accounts, StartError},
    database::{IfMissing, OpenError, open_database},
    event_streams::EventStreams,
    limits::RateLimits,
    mcp::Confirmations,
    metrics::Metrics,
    model::{self, ModelError},
    page::{Page, PageError},
    readiness::Readiness,
    router,
    state::AppState,
};

/// A server that is ready to be given a listener.
#[derive(Clone, Debug)]
pub struct App {
    pub(crate) state: AppState,
    pub(crate) public: Router,
    pub(crate) admin: Router,
}

/// Why there is no server. Each is told to the operator with its causes.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// There is no database to work on.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The settings of accounts don't go together.
    #[error("accounts can't be started")]
    Accounts(#[from] StartError),
    /// The client for what leaves the machine can't be made.
    #[error("the client for outgoing requests can't be made")]
    Outbound(#[from] OutboundError),
    /// The language model of the settings can't be used.
    #[error("the language model can't be used")]
    Model(#[from] ModelError),
    /// The web page can't be read.
    #[error("the web page can't be served")]
    Page(#[from] PageError),
    /// The counters can't be made.
    #[error("the metrics can't be started")]
    Metrics(#[from] metrics_exporter_prometheus::BuildError),
}

/// Opens the database, brings its schema up to date, and puts the server together.
pub async fn build(settings: Settings) -> Result<App, BuildError> {
    let (database, applied) = open_database(&settings.data, IfMissing::Make).await?;
    for name in applied {
        tracing::info!(migration = %name, "applied a migration");
    }
    let clock = settings.clock();
    assemble(settings, database, clock).await
}

/// Puts the server together over an open, migrated database and a clock.
pub async fn assemble(
    settings: Settings,
    database: Database,
    clock: Clock,
) -> Result<App, BuildError> {
    let outbound = Outbound::new(settings.network.outbound.outbound_allowed.clone())?;
    let accounts = Accounts::start(
        &settings.auth,
        &settings.mcp,
        database.clone(),
        clock.clone(),
        &outbound,
    )
    .await?;
    let confirmations = Confirmations::load(&database)
        .await
        .map_err(StartError::Storage)?;
    let defaults = Defaults {
        timezone: settings.timezone.clone(),
        locale: settings.locale.clone(),
    };
    let model = model::from_settings(&settings)?;
    let metrics = Metrics::new()?;
    let state = AppState {
        assistant: Assistant::new(database.clone(), clock.clone(), defaults).with_model(model),
        database,
        clock,
        accounts,
        confirmations,
        page: Page::load(settings.page_folder.as_deref())?,
        stop: CancellationToken::new(),
        rate_limits: Arc::new(RateLimits::new(&settings.limits)),
        event_streams: EventStreams::new(&settings.limits, metrics.clone()),
        metrics,
        readiness: Readiness::default(),
        config: Arc::new(settings),
    };
    Ok(App {
        public: router::public(&state),
        admin: router::admin(&state),
        state,
    })
}

impl App {
    /// What its handlers reach; for programs that embed the server.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// Whether it has the web page.
    pub fn has_page(&self) -> bool {
        self.state.page.is_built()
    }
}
