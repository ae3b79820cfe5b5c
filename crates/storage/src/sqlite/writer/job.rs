//! One write: run inside a savepoint, answered after the commit.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

use tokio::sync::oneshot;

use super::super::session::Session;
use crate::{Result, StorageError};

/// A write of any type.
pub(super) trait Job: Send {
    /// Does it; false when nothing of it shall stay.
    fn run(&mut self, session: &Session) -> bool;

    /// Tells whoever waits for it; an error when it could not be begun or committed.
    fn answer(self: Box<Self>, outcome: Result<()>);
}

/// A body, then its result, and who waits for it.
pub(super) struct WriteJob<F, T, E> {
    body: Option<F>,
    result: Option<std::result::Result<T, E>>,
    reply: oneshot::Sender<std::result::Result<T, E>>,
}

impl<F, T, E> WriteJob<F, T, E> {
    pub(super) fn new(body: F, reply: oneshot::Sender<std::result::Result<T, E>>) -> Self {
        Self {
            body: Some(body),
            result: None,
            reply,
        }
    }
}

impl<F, T, E> Job for WriteJob<F, T, E>
where
    F: FnOnce(&Session) -> std::result::Result<T, E> + Send,
    T: Send,
    E: From<StorageError> + Send,
{
    fn run(&mut self, session: &Session) -> bool {
        let Some(body) = self.body.take() else {
            return false;
        };
        // What a panic may leave broken is the transaction, and that is rolled back.
        let result = catch_unwind(AssertUnwindSafe(|| body(session)))
            .unwrap_or_else(|_| Err(StorageError::Abandoned("its body panicked").into()));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn answer(self: Box<Self>, outcome: Result<()>) {
        let result = match (outcome, self.result) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(StorageError::Abandoned("it was never run").into()),
            (Err(error), _) => Err(error.into()),
        };
        // Whoever waited may have gone; what was written stays written.
        let _ = self.reply.send(result);
    }
}

/// Runs a future that waits for nothing but SQLite, and SQLite never makes it wait.
pub(in crate::sqlite) fn run_to_end<T, E: From<StorageError>>(
    future: impl Future<Output = std::result::Result<T, E>>,
) -> std::result::Result<T, E> {
    let woken = Arc::new(Woken::default());
    let waker = Waker::from(Arc::clone(&woken));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(result) => return result,
            // Combinators of many futures wake themselves to be polled once more.
            Poll::Pending if woken.0.swap(false, Ordering::Relaxed) => {}
            Poll::Pending => {
                return Err(StorageError::Abandoned(
                    "its body waited for something else than its transaction",
                )
                .into());
            }
        }
    }
}

#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_future_that_waits_is_an_error_and_not_a_hang() {
        let waits = std::future::pending::<Result<()>>();
        assert!(matches!(run_to_end(waits), Err(StorageError::Abandoned(_))));
    }

    #[test]
    fn a_future_that_wakes_itself_is_polled_on() {
        let many = async {
            let ready = (0..200).map(|n| async move { Ok::<_, StorageError>(n) });
            Ok(futures_util::future::join_all(ready).await.len())
        };
        assert_eq!(run_to_end::<_, StorageError>(many).unwrap(), 200);
    }
}
