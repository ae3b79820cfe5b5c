//! A record of the statements that ran, so that a test can look at all of them.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use crate::value::Value;

/// Notes every different statement. Clones share what they noted.
#[derive(Clone, Debug, Default)]
pub struct StatementLog {
    noted: Arc<Mutex<Vec<Statement>>>,
    steps: Arc<AtomicU64>,
}

#[derive(Clone, Debug)]
struct Statement {
    sql: String,
    parameters: usize,
}

impl StatementLog {
    /// The texts noted so far, each once, in the order of their first run, with the number of their parameters.
    pub fn statements(&self) -> Vec<(String, usize)> {
        self.noted
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .map(|statement| (statement.sql.clone(), statement.parameters))
            .collect()
    }

    /// How many steps SQLite's virtual machine has taken for all statements so far, which is much the same on every
    /// machine. Always 0 on PostgreSQL.
    pub fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    pub(crate) fn add_steps(&self, steps: i32) {
        let steps = u64::try_from(steps).unwrap_or(0);
        self.steps.fetch_add(steps, Ordering::Relaxed);
    }

    pub(crate) fn note(&self, sql: &str, parameters: &[Value]) {
        let mut noted = self.noted.lock().unwrap_or_else(PoisonError::into_inner);
        if noted.iter().all(|statement| statement.sql != sql) {
            noted.push(Statement {
                sql: sql.to_owned(),
                parameters: parameters.len(),
            });
        }
    }
}
