//! The migrations of both engines: one file each, in a folder per engine, under the same names.
//!
//! A migration that was released is never changed; a newer one changes what it did. The names sort in the order in
//! which they are applied.

use crate::{Result, StorageError};

/// One step from one schema to the next.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

/// Lists the names once, for both engines.
macro_rules! migrations {
    ($($name:literal),* $(,)?) => {
        pub(crate) const SQLITE: &[Migration] = &[$(Migration {
            name: $name,
            sql: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
        }),*];
        pub(crate) const POSTGRES: &[Migration] = &[$(Migration {
            name: $name,
            sql: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),*];
    };
}
migrations!(
    "0001_first",
    "0002_exceptions",
    "0003_vocabulary",
    "0004_language_model",
    "0005_reminders"
);

/// What was applied, with its checksum, oldest first.
pub(crate) const APPLIED: &str = "SELECT name, checksum FROM schema_migrations ORDER BY name";
/// Records one as applied. The table itself is part of the first migration.
pub(crate) const RECORD: &str = "INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)";

impl Migration {
    /// A fingerprint of the text (FNV-1a, 64 bits): enough to notice that someone edited it.
    pub(crate) fn checksum(&self) -> String {
        let hash = self
            .sql
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        format!("{hash:016x}")
    }
}

/// The migrations that are yet to be applied, when what was applied is a beginning of what we know.
pub(crate) fn missing(
    known: &'static [Migration],
    applied: &[(String, String)],
) -> Result<&'static [Migration]> {
    for (index, (name, checksum)) in applied.iter().enumerate() {
        match known.get(index) {
            Some(migration) if migration.name == name => {
                if migration.checksum() != *checksum {
                    return Err(StorageError::ChangedMigration { name: name.clone() });
                }
            }
            _ => {
                return Err(StorageError::NewerSchema {
                    found: name.clone(),
                });
            }
        }
    }
    Ok(&known[applied.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[Migration] = &[
        Migration {
            name: "0001_a",
            sql: "one",
        },
        Migration {
            name: "0002_b",
            sql: "two",
        },
    ];

    fn applied(count: usize) -> Vec<(String, String)> {
        KNOWN[..count]
            .iter()
            .map(|migration| (migration.name.to_owned(), migration.checksum()))
            .collect()
    }

    #[test]
    fn only_what_is_missing_is_applied() {
        for done in 0..=2 {
            assert_eq!(missing(KNOWN, &applied(done)).unwrap().len(), 2 - done);
        }
    }

    #[test]
    fn a_newer_or_a_changed_schema_is_refused() {
        let mut newer = applied(2);
        newer.push(("0003_c".to_owned(), String::new()));
        assert!(matches!(
            missing(KNOWN, &newer),
            Err(StorageError::NewerSchema { found }) if found == "0003_c"
        ));
        let mut changed = applied(1);
        changed[0].1 = "0".to_owned();
        assert!(matches!(
            missing(KNOWN, &changed),
            Err(StorageError::ChangedMigration { .. })
        ));
    }

    #[test]
    fn names_are_in_order() {
        assert!(SQLITE.is_sorted_by_key(|migration| migration.name));
    }
}
