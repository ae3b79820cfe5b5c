//! Applies migrations to a PostgreSQL database, each in a transaction of its own under one lock.

use deadpool_postgres::Client;
use tokio_postgres::Transaction;

use super::failure::failure;
use crate::{Result, migrations};

/// A number nobody else uses for a lock: "tasktalk" in ASCII.
const LOCK: i64 = i64::from_be_bytes(*b"tasktalk");

/// Applies what is missing.
pub(super) async fn migrate(client: &mut Client) -> Result<Vec<String>> {
    let mut done = Vec::new();
    loop {
        let transaction = client.transaction().await.map_err(failure)?;
        let Some(name) = apply_next(&transaction).await? else {
            return Ok(done);
        };
        transaction.commit().await.map_err(failure)?;
        done.push(name.to_owned());
    }
}

/// Applies the next one, and names it. Whoever comes second waits for the lock and then finds it applied.
async fn apply_next(transaction: &Transaction<'_>) -> Result<Option<&'static str>> {
    transaction
        .batch_execute(&format!(
            "SET LOCAL lock_timeout = 0;
             SET LOCAL statement_timeout = 0;
             SELECT pg_advisory_xact_lock({LOCK});"
        ))
        .await
        .map_err(failure)?;
    let known = transaction
        .query_one(
            "SELECT to_regnamespace('tasktalk') IS NOT NULL, \
             to_regclass('tasktalk.schema_migrations') IS NOT NULL",
            &[],
        )
        .await
        .map_err(failure)?;
    let (has_schema, has_migrations): (bool, bool) = (known.get(0), known.get(1));
    // Not IF NOT EXISTS: that wants the right to create schemas even where an administrator has made this one.
    if !has_schema {
        transaction
            .batch_execute("CREATE SCHEMA tasktalk")
            .await
            .map_err(failure)?;
    }
    let mut applied = Vec::new();
    if has_migrations {
        for row in transaction
            .query(migrations::APPLIED, &[])
            .await
            .map_err(failure)?
        {
            applied.push((row.get(0), row.get(1)));
        }
    }
    let Some(next) = migrations::missing(migrations::POSTGRES, &applied)?.first() else {
        return Ok(None);
    };
    transaction.batch_execute(next.sql).await.map_err(failure)?;
    transaction
        .execute(migrations::RECORD, &[&next.name, &next.checksum()])
        .await
        .map_err(failure)?;
    Ok(Some(next.name))
}
