//! When to stop.

/// Completes at the first SIGTERM or Ctrl-C.
pub async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate =
            signal(SignalKind::terminate()).expect("a signal handler can be installed");
        let mut interrupt =
            signal(SignalKind::interrupt()).expect("a signal handler can be installed");
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c()
        .await
        .expect("a signal handler can be installed");
}
