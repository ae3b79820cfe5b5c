//! Listening: our own accept loop, because `axum::serve` has no timer and so no header time-out.
//!
//! A connection has a bounded time to send a request, a bounded time to read its answer, small buffers, and a place
//! among a bounded number of connections; see [`connections`] for who makes room for whom.

mod connection;
mod connections;
mod listener;
mod patient_io;
mod signals;

use std::{
    io,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::Router;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use self::{connection::Terms, connections::Connections};
pub use self::{listener::Listener, signals::StopSignals};
use crate::{
    App, housekeeping,
    settings::{AdminAddress, LimitSettings},
};

/// How long to wait after the system would not give us another connection (usually: too many open files).
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// How long a probe or a scrape may take to finish at the end.
const ADMIN_DRAIN: Duration = Duration::from_secs(1);
/// Where metrics are answered when no setting says where.
const ADMIN_DEFAULT: &str = "127.0.0.1:8003";

/// Serves until `shutdown` completes; then takes no more work at once, finishes what is in work (for at most the drain
/// time), and closes the database.
pub async fn serve(
    app: App,
    listener: Listener,
    shutdown: impl Future<Output = ()> + Send,
) -> io::Result<()> {
    let limits = app.state.config.limits.clone();
    let admin = match &listener {
        Listener::Tcp(_) => admin_listener(&app).await?,
        #[cfg(unix)]
        Listener::Unix(_) => None,
    };
    let stop = CancellationToken::new();
    let stop_admin = CancellationToken::new();
    let background = TaskTracker::new();
    let connections = Arc::new(Connections::new(
        &limits,
        app.state.config.network.trusted_proxies.clone(),
        app.state.metrics.clone(),
    ));
    // Operators get in even when the public side is full.
    let admin_connections = Arc::new(Connections::new(
        &limits,
        Vec::new(),
        app.state.metrics.clone(),
    ));
    background.spawn(housekeeping::run(app.state.clone(), stop.clone()));
    if let Some(listener) = admin {
        background.spawn(accept(
            listener,
            app.admin.clone(),
            admin_connections.clone(),
            limits.clone(),
            stop_admin.clone(),
        ));
    }
    background.spawn(accept(
        listener,
        app.public.clone(),
        connections.clone(),
        limits.clone(),
        stop.clone(),
    ));
    background.close();

    shutdown.await;
    tracing::info!("stopping: finishing what is in work");
    app.state.readiness.stop();
    stop.cancel();
    app.state.stop.cancel();
    finish(&app, &connections, limits.drain_timeout.0).await;
    // Until here probes are told that this instance is not ready any more.
    stop_admin.cancel();
    drain(&admin_connections, ADMIN_DRAIN).await;
    background.wait().await;
    app.state.database.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Waits until the last turn and the last request are answered, for so long. Turns that are left are stopped, so that
/// they end plainly; then what is left of connections is cut off.
async fn finish(app: &App, connections: &Connections, at_most: Duration) {
    let until = Instant::now() + at_most;
    // Whoever asked may have gone, and the turn gone on.
    let answered = async {
        connections.all_closed().await;
        app.state.assistant.finish_turns(Duration::MAX).await;
    };
    if tokio::time::timeout(at_most, answered).await.is_err()
        && app.state.assistant.finish_turns(Duration::ZERO).await
    {
        // Their answers are on the way.
        return drain(connections, ADMIN_DRAIN).await;
    }
    drain(connections, until.saturating_duration_since(Instant::now())).await;
}

/// Waits until the last request is answered, for so long; then ends what is left.
async fn drain(connections: &Connections, at_most: Duration) {
    if tokio::time::timeout(at_most, connections.all_closed())
        .await
        .is_err()
    {
        tracing::warn!("some requests did not finish in time and were cut off");
        connections.cut_off();
        connections.all_closed().await;
    }
}

async fn admin_listener(app: &App) -> io::Result<Option<Listener>> {
    match app.state.config.network.admin_address {
        Some(AdminAddress::Off) => Ok(None),
        Some(AdminAddress::At(address)) => Listener::tcp(address).await.map(Some),
        None => {
            let address = ADMIN_DEFAULT.parse().expect("an address and a port");
            match Listener::tcp(address).await {
                Ok(listener) => Ok(Some(listener)),
                Err(error) => {
                    tracing::warn!(%error, "no metrics: {ADMIN_DEFAULT} is taken; set ADMIN_ADDRESS");
                    Ok(None)
                }
            }
        }
    }
}

/// Accepts connections until told to stop; each runs as a task of its own.
async fn accept(
    listener: Listener,
    router: Router,
    connections: Arc<Connections>,
    limits: LimitSettings,
    stop: CancellationToken,
) {
    let terms = Arc::new(Terms::new(&limits));
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        let Some(place) = connections.admit(address, Instant::now()) else {
            continue;
        };
        let (router, terms, stop) = (router.clone(), terms.clone(), stop.clone());
        connections.spawn(connection::run(stream, address, router, terms, place, stop));
    }
}
