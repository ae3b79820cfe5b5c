//! What time ends: accounts whose grace period is over, refresh tokens, counted failures.

use jiff::{SignedDuration, Timestamp};
use tasktalk_storage::{StorageError, login_attempts, refresh_tokens, users};

use super::attempts::FAMILIAR_FOR;
use crate::state::AppState;

/// Erases what its time is over for. Several instances may do so at once; run it about every hour.
pub async fn clean_up(state: &AppState) -> Result<(), StorageError> {
    let database = &state.database;
    let now = state.clock.now();
    let before = |span: SignedDuration| now.saturating_sub(span).unwrap_or(Timestamp::MIN);
    let asked_before = before(state.accounts.erasure_grace());
    let leaving = database
        .read(move |snapshot| Box::pin(users::due_for_erasure(snapshot, asked_before)))
        .await?;
    for user in leaving {
        database
            .write(move |tx| Box::pin(users::erase(tx, user)))
            .await?;
        tracing::info!(user = user.0, "erased an account");
    }
    let unfamiliar = before(FAMILIAR_FOR);
    database
        .write(move |tx| {
            Box::pin(async move {
                refresh_tokens::prune(tx, now).await?;
                login_attempts::prune(tx, unfamiliar).await?;
                Ok(())
            })
        })
        .await
}
