//! Secrets that were made once and are kept: the key that signs tokens when none was given.

use crate::{Result, Transaction, value::parameters};

/// The secret of this name; `value` becomes it when there is none yet. Programs that start at the same time agree.
pub async fn get_or_create(tx: &Transaction<'_>, name: &str, value: &str) -> Result<String> {
    tx.execute(
        "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
        parameters![name, value],
    )
    .await?;
    tx.one(
        "SELECT value FROM secrets WHERE name = $1",
        parameters![name],
        |row| row.text("value"),
    )
    .await
}
