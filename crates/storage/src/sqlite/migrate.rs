//! Applies migrations to an SQLite database, as one write.

use rusqlite::OptionalExtension;

use super::{failure::failure, session::Session};
use crate::{Result, migrations};

/// Applies what is missing. It runs inside a write, so no other process can do the same meanwhile.
pub(super) fn migrate(session: &Session) -> Result<Vec<String>> {
    let connection = session.connection();
    let known = connection
        .query_row(
            "SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'",
            [],
            |_| Ok(()),
        )
        .optional()
        .map_err(failure)?;
    let applied = if known.is_some() {
        connection
            .prepare(migrations::APPLIED)
            .and_then(|mut statement| {
                statement
                    .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect::<rusqlite::Result<Vec<(String, String)>>>()
            })
            .map_err(failure)?
    } else {
        Vec::new()
    };
    let missing = migrations::missing(migrations::SQLITE, &applied)?;
    for migration in missing {
        connection.execute_batch(migration.sql).map_err(failure)?;
        connection
            .execute(migrations::RECORD, [migration.name, &migration.checksum()])
            .map_err(failure)?;
    }
    Ok(missing
        .iter()
        .map(|migration| migration.name.to_owned())
        .collect())
}
