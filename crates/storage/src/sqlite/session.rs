//! One connection, and how statements run on it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Statement, StatementStatus, ToSql, types::ToSqlOutput};

use super::{Place, failure::failure};
use crate::{NewEvents, Result, StatementLog, StorageError, row::Row, value::Value};

/// A connection. The mutex is never contended; it makes the futures that hold a session `Send`.
#[derive(Debug)]
pub(crate) struct Session {
    connection: Mutex<Connection>,
    log: Option<StatementLog>,
    /// Events written in the transaction that is open.
    news: Mutex<Vec<NewEvents>>,
}

impl Session {
    pub(super) fn new(connection: Connection, place: &Place) -> Self {
        Self {
            connection: Mutex::new(connection),
            log: place.options.log.clone(),
            news: Mutex::default(),
        }
    }

    /// Keeps word of events until their commit.
    pub(super) fn tell_after_commit(&self, news: Vec<NewEvents>) {
        self.news().extend(news);
    }

    /// What is to be told now that it is committed, or to be forgotten because it is not.
    pub(super) fn take_news(&self) -> Vec<NewEvents> {
        std::mem::take(&mut *self.news())
    }

    fn news(&self) -> MutexGuard<'_, Vec<NewEvents>> {
        self.news.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The connection itself. A panic while it was held left nothing half done: statements reset when dropped.
    pub(super) fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs a statement of transaction control, which stays prepared.
    pub(super) fn control(&self, sql: &'static str) -> Result<()> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(sql).map_err(failure)?;
        statement.raw_execute().map_err(failure)?;
        Ok(())
    }

    pub(crate) fn all<T>(
        &self,
        sql: &str,
        parameters: &[Value],
        mut read: impl FnMut(&mut Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.note(sql, parameters);
        let connection = self.connection();
        let mut statement = connection.prepare_cached(sql).map_err(failure)?;
        bind(&mut statement, parameters)?;
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while let Some(row) = rows.next().map_err(failure)? {
            found.push(read(&mut Row::sqlite(row))?);
        }
        drop(rows);
        self.count_steps(&statement);
        Ok(found)
    }

    pub(crate) fn execute(&self, sql: &str, parameters: &[Value]) -> Result<u64> {
        self.note(sql, parameters);
        let connection = self.connection();
        let mut statement = connection.prepare_cached(sql).map_err(failure)?;
        bind(&mut statement, parameters)?;
        let changed = statement.raw_execute().map_err(failure)?;
        self.count_steps(&statement);
        Ok(u64::try_from(changed).unwrap_or(u64::MAX))
    }

    fn note(&self, sql: &str, parameters: &[Value]) {
        if let Some(log) = &self.log {
            log.note(sql, parameters);
        }
    }

    fn count_steps(&self, statement: &Statement<'_>) {
        if let Some(log) = &self.log {
            log.add_steps(statement.reset_status(StatementStatus::VmStep));
        }
    }
}

/// Binds each parameter to its number. To SQLite `$2` is a *name*, whose index is the order of its first appearance
/// in the text, so going by position would swap values silently.
fn bind(statement: &mut Statement<'_>, parameters: &[Value]) -> Result<()> {
    let mut highest = 0;
    for index in 1..=statement.parameter_count() {
        let number = statement
            .parameter_name(index)
            .and_then(|name| name.strip_prefix('$'))
            .and_then(|digits| digits.parse::<usize>().ok())
            .ok_or_else(|| StorageError::driver("a placeholder is not of the form $1"))?;
        let value = number
            .checked_sub(1)
            .and_then(|number| parameters.get(number))
            .ok_or_else(|| StorageError::driver("a placeholder has no parameter"))?;
        statement
            .raw_bind_parameter(index, value)
            .map_err(failure)?;
        highest = highest.max(number);
    }
    if highest == parameters.len() {
        Ok(())
    } else {
        Err(StorageError::driver("a parameter has no placeholder"))
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Null => Ok(ToSqlOutput::Owned(rusqlite::types::Value::Null)),
            Self::Integer(number) => number.to_sql(),
            Self::Text(text) => text.to_sql(),
            Self::Boolean(truth) => truth.to_sql(),
            Self::Uuid(id) => id.to_sql(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        Session {
            connection: Mutex::new(Connection::open_in_memory().unwrap()),
            log: None,
            news: Mutex::default(),
        }
    }

    fn answer(sql: &str, parameters: &[Value]) -> Result<Vec<(i64, i64, i64)>> {
        session().all(sql, parameters, |row| {
            Ok((row.integer("a")?, row.integer("b")?, row.integer("c")?))
        })
    }

    #[test]
    fn parameters_go_to_their_numbers_in_whatever_order_these_appear() {
        let numbers = [1.into(), 2.into(), 3.into()];
        for (sql, expected) in [
            ("SELECT $3 AS a, $1 AS b, $2 AS c", (3, 1, 2)),
            ("SELECT $2 AS a, $2 + $3 AS b, $1 AS c", (2, 5, 1)),
        ] {
            assert_eq!(answer(sql, &numbers).unwrap(), [expected], "{sql}");
        }
        let many: Vec<Value> = (1..=12).map(Value::Integer).collect();
        let sql = "SELECT $12 - $11 AS a, $10 AS b, \
                   $1 + $2 + $3 + $4 + $5 + $6 + $7 + $8 + $9 AS c";
        assert_eq!(answer(sql, &many).unwrap(), [(1, 10, 45)]);
    }

    #[test]
    fn too_many_too_few_and_other_placeholders_are_refused() {
        for (sql, count) in [
            ("SELECT $1 AS a, $2 AS b, 0 AS c", 1),
            ("SELECT $1 AS a, $2 AS b, 0 AS c", 3),
            ("SELECT ? AS a, 0 AS b, 0 AS c", 1),
            ("SELECT $0 AS a, 0 AS b, 0 AS c", 1),
            ("SELECT :x AS a, 0 AS b, 0 AS c", 1),
        ] {
            let parameters = vec![Value::Integer(1); count];
            assert!(answer(sql, &parameters).is_err(), "{sql} with {count}");
        }
    }

    #[test]
    fn a_value_of_the_wrong_type_names_its_column() {
        let result = session().all("SELECT 'x' AS n", &[], |row| row.integer("n"));
        assert!(matches!(
            result,
            Err(StorageError::Corrupt { column: "n", .. })
        ));
    }
}
