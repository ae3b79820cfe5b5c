//! The job that tells reminders when their time comes. Every instance has one, and each reminder is told by one of them.

use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use crate::{problem::Chain, state::AppState};

/// Looks for reminders to tell until told to stop.
pub(crate) async fn run(state: AppState, stop: CancellationToken) {
    let mut rounds = tokio::time::interval(state.config.reminder_poll.0);
    rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let (mut old_tasks_are_planned, mut was_well) = (false, true);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = rounds.tick() => {}
        }
        if !old_tasks_are_planned {
            old_tasks_are_planned = plan_old_tasks(&state).await;
        }
        match state.assistant.tell_due_reminders().await {
            Ok(told) => {
                was_well = true;
                for lateness in told.lateness {
                    state
                        .metrics
                        .reminder_told(lateness.try_into().unwrap_or_default());
                }
                for failure in told.failures {
                    state.metrics.reminder_failed();
                    tracing::warn!(error = failure, "a reminder is told later");
                }
            }
            Err(error) => {
                state.metrics.reminder_failed();
                if was_well {
                    tracing::warn!(error = %Chain(&error), "reminders wait for the database");
                }
                was_well = false;
            }
        }
    }
}

async fn plan_old_tasks(state: &AppState) -> bool {
    match state.assistant.plan_reminders_of_old_tasks().await {
        Ok(0) => true,
        Ok(people) => {
            tracing::info!(people, "planned the reminders of older tasks");
            true
        }
        Err(error) => {
            tracing::warn!(error = %Chain(&error), "reminders of older tasks are planned later");
            false
        }
    }
}
