//! What has to be forgotten in time, once at the start and then every hour; and, every few seconds, turns that a crash of
//! any instance left without an answer. Several instances may do it at the same time; nothing depends on it being
//! punctual.

use std::time::Duration;

use jiff::{SignedDuration, tz::TimeZone};
use tasktalk_domain::receipt::UNDO_FOR;
use tasktalk_storage::{StorageError, idempotency, model_usage, tasks};
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use crate::{accounts, problem::Chain, state::AppState};

/// How long an idempotency key is remembered.
const KEYS_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long it is remembered how many tokens were used.
const USAGE_FOR: SignedDuration = SignedDuration::from_hours(31 * 24);
/// Time between two looks for turns that nobody finishes any more: one question about what an index keeps sorted, which
/// finds nothing nearly always.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Time between two rounds.
const EVERY: Duration = Duration::from_hours(1);
/// Time between two foldings of the metrics.
const FOLD_EVERY: Duration = Duration::from_secs(5);

/// Works until told to stop.
pub(crate) async fn run(state: AppState, stop: CancellationToken) {
    let mut rounds = tokio::time::interval(EVERY);
    let mut looks = tokio::time::interval(LOOK_EVERY);
    let mut folds = tokio::time::interval(FOLD_EVERY);
    let mut was_well = true;
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = rounds.tick() => {
                if let Err(error) = round(&state).await {
                    tracing::warn!(error = %Chain(&error), "housekeeping will try again in an hour");
                }
            }
            // Also without a model: there may have been one before the restart, and there may be one elsewhere.
            _ = looks.tick() => {
                was_well = end_abandoned_turns(&state, was_well).await;
            }
            _ = folds.tick() => state.metrics.run_upkeep(),
        }
    }
}

/// Whether it went well; that it doesn't is said once.
async fn end_abandoned_turns(state: &AppState, was_well: bool) -> bool {
    let ended = state.assistant.end_abandoned_turns().await;
    if let Err(error) = &ended
        && was_well
    {
        tracing::warn!(error = %Chain(error), "turns that were abandoned are ended later");
    }
    ended.is_ok()
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
