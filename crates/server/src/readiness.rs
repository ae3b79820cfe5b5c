//! Whether this instance takes new work. It stops doing so the moment it is asked to stop, before it stops listening.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// A switch that can be thrown once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Readiness(Arc<AtomicBool>);

impl Readiness {
    pub(crate) fn is_stopping(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    pub(crate) fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
