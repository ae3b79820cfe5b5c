//! One row of an answer, read from left to right, over both drivers.

use std::{fmt::Display, str::FromStr};

use jiff::Timestamp;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::{Result, StorageError};

/// A row being read. Each getter takes the next column; the name it is given is for errors, and checked in debug
/// builds.
pub(crate) struct Row<'r> {
    source: Source<'r>,
    next: usize,
}

enum Source<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

impl<'r> Row<'r> {
    pub(crate) fn sqlite(row: &'r rusqlite::Row<'r>) -> Self {
        Self {
            source: Source::Sqlite(row),
            next: 0,
        }
    }

    pub(crate) fn postgres(row: &'r tokio_postgres::Row) -> Self {
        Self {
            source: Source::Postgres(row),
            next: 0,
        }
    }

    fn take<T>(&mut self, column: &'static str) -> Result<T>
    where
        T: rusqlite::types::FromSql + for<'s> tokio_postgres::types::FromSql<'s>,
    {
        let index = self.next;
        self.next += 1;
        debug_assert_eq!(self.name(index), Some(column), "column {index}");
        match self.source {
            Source::Sqlite(row) => row
                .get(index)
                .map_err(|error| StorageError::corrupt(column, error)),
            Source::Postgres(row) => row
                .try_get(index)
                .map_err(|error| StorageError::corrupt(column, error)),
        }
    }

    fn name(&self, index: usize) -> Option<&str> {
        match self.source {
            Source::Sqlite(row) => row.as_ref().column_name(index).ok(),
            Source::Postgres(row) => row.columns().get(index).map(tokio_postgres::Column::name),
        }
    }

    pub(crate) fn integer(&mut self, column: &'static str) -> Result<i64> {
        self.take(column)
    }

    pub(crate) fn optional_integer(&mut self, column: &'static str) -> Result<Option<i64>> {
        self.take(column)
    }

    pub(crate) fn text(&mut self, column: &'static str) -> Result<String> {
        self.take(column)
    }

    pub(crate) fn optional_text(&mut self, column: &'static str) -> Result<Option<String>> {
        self.take(column)
    }

    pub(crate) fn boolean(&mut self, column: &'static str) -> Result<bool> {
        self.take(column)
    }

    pub(crate) fn uuid(&mut self, column: &'static str) -> Result<Uuid> {
        self.take(column)
    }

    pub(crate) fn optional_uuid(&mut self, column: &'static str) -> Result<Option<Uuid>> {
        self.take(column)
    }

    /// Microseconds since 1970.
    pub(crate) fn instant(&mut self, column: &'static str) -> Result<Timestamp> {
        instant(column, self.integer(column)?)
    }

    pub(crate) fn optional_instant(&mut self, column: &'static str) -> Result<Option<Timestamp>> {
        self.optional_integer(column)?
            .map(|microseconds| instant(column, microseconds))
            .transpose()
    }

    pub(crate) fn json<T: DeserializeOwned>(&mut self, column: &'static str) -> Result<T> {
        json(column, &self.text(column)?)
    }

    pub(crate) fn optional_json<T: DeserializeOwned>(
        &mut self,
        column: &'static str,
    ) -> Result<Option<T>> {
        self.optional_text(column)?
            .map(|text| json(column, &text))
            .transpose()
    }

    /// A text that a domain type reads.
    pub(crate) fn parsed<T, E: Display>(
        &mut self,
        column: &'static str,
        parse: impl FnOnce(&str) -> std::result::Result<T, E>,
    ) -> Result<T> {
        let text = self.text(column)?;
        parse(&text).map_err(|error| StorageError::corrupt(column, error.to_string()))
    }

    pub(crate) fn optional_parsed<T, E: Display>(
        &mut self,
        column: &'static str,
        parse: impl FnOnce(&str) -> std::result::Result<T, E>,
    ) -> Result<Option<T>> {
        self.optional_text(column)?
            .map(|text| {
                parse(&text).map_err(|error| StorageError::corrupt(column, error.to_string()))
            })
            .transpose()
    }
}

fn instant(column: &'static str, microseconds: i64) -> Result<Timestamp> {
    Timestamp::from_microsecond(microseconds).map_err(|error| StorageError::corrupt(column, error))
}

fn json<T: DeserializeOwned>(column: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| StorageError::corrupt(column, error))
}

/// Reads a text with [`FromStr`], for [`Row::parsed`].
pub(crate) fn from_str<T: FromStr>(text: &str) -> std::result::Result<T, T::Err> {
    text.parse()
}
