//! What has to be forgotten in time: once at the start and then every hour. Several instances may do it at the same
//! time; nothing depends on it being punctual.

use std::time::Duration;

use jiff::{SignedDuration, tz::TimeZone};
use tasktalk_domain::receipt::UNDO_FOR;
use tasktalk_storage::{StorageError, idempotency, model_usage, tasks};
use tokio_util::sync::CancellationToken;

use crate::{accounts, problem::Chain, state::AppState};

/// How long an idempotency key is remembered.
const KEYS_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long it is remembered how many tokens were used.
const USAGE_FOR: SignedDuration = SignedDuration::from_hours(31 * 24);
/// Time between two looks for turns that nobody finishes any more.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// Time between two rounds.
const EVERY: Duration = Duration::from_hours(1);
/// Time between two foldings of the metrics.
const FOLD_EVERY: Duration = Duration::from_secs(5);

/// Works until told to stop.
pub(crate) async fn run(state: AppState, stop: CancellationToken) {
    let mut rounds = tokio::time::interval(EVERY);
    let mut looks = tokio::time::interval(LOOK_EVERY);
    let mut folds = tokio::time::interval(FOLD_EVERY);
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = rounds.tick() => {
                end_abandoned_turns(&state).await;
                if let Err(error) = round(&state).await {
                    tracing::warn!(error = %Chain(&error), "housekeeping will try again in an hour");
                }
            }
            _ = looks.tick(), if state.assistant.has_model() => end_abandoned_turns(&state).await,
            _ = folds.tick() => state.metrics.run_upkeep(),
        }
    }
}

/// Also without a model: there may have been one before the restart.
async fn end_abandoned_turns(state: &AppState) {
    if let Err(error) = state.assistant.end_abandoned_turns().await {
        tracing::warn!(error = %Chain(&error), "turns that were abandoned are ended later");
    }
}

async fn round(state: &AppState) -> Result<(), StorageError> {
    let now = state.clock.now();
    let keys_before = now - KEYS_FOR;
    let trash_before = now - UNDO_FOR;
    let usage_before = (now - USAGE_FOR).to_zoned(TimeZone::UTC).date();
    let (keys, tasks) = state
        .database
        .write(move |tx| {
            Box::pin(async move {
                let keys = idempotency::prune(tx, keys_before).await?;
                model_usage::prune(tx, usage_before).await?;
                let tasks = tasks::prune_trash(tx, trash_before).await?;
                Ok::<_, StorageError>((keys, tasks))
            })
        })
        .await?;
    if keys + tasks > 0 {
        tracing::info!(
            keys,
            tasks,
            "forgot old idempotency keys and emptied old trash"
        );
    }
    accounts::clean_up(state).await
}
