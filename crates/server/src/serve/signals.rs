//! When to stop.

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// SIGTERM and Ctrl-C. From its making on they do not end the program by themselves any more.
#[derive(Debug)]
pub struct StopSignals {
    #[cfg(unix)]
    terminate: Signal,
    #[cfg(unix)]
    interrupt: Signal,
}

impl StopSignals {
    /// Listens from now on. Must be called inside the runtime.
    #[cfg(unix)]
    pub fn listen() -> Self {
        let listen = |kind| signal(kind).expect("a signal handler can be installed");
        Self {
            terminate: listen(SignalKind::terminate()),
            interrupt: listen(SignalKind::interrupt()),
        }
    }

    /// Completes at the next of them.
    #[cfg(unix)]
    pub async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    /// Listens from now on. Must be called inside the runtime.
    #[cfg(not(unix))]
    pub fn listen() -> Self {
        Self {}
    }

    /// Completes at the next Ctrl-C.
    #[cfg(not(unix))]
    pub async fn next(&mut self) {
        tokio::signal::ctrl_c()
            .await
            .expect("a signal handler can be installed");
    }
}
