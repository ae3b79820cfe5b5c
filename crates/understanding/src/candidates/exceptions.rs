//! Exceptions that end a command.

use super::matches;
use crate::intents;
use crate::reading::{Clause, Reading};
use crate::reference::exceptions;

/// "move everything to monday except the rent": a change of several tasks, then what is left out of it.
pub(super) fn trailing(clause: &Clause<'_, '_>) -> Vec<Vec<Reading>> {
    let message = clause.message;
    let range = clause.range.clone();
    let exception = (range.start + 3..range.end)
        .find_map(|at| Some((at, exceptions::begins(message, at..range.end)?)));
    let Some((at, length)) = exception.filter(|(at, length)| at + length < range.end) else {
        return Vec::new();
    };
    let Some(excluded) = exceptions::read(message, at + length..range.end) else {
        return Vec::new();
    };
    let shorter = Clause {
        range: range.start..at,
        ..clause.clone()
    };
    let mut found = matches(&shorter);
    found.retain_mut(|readings| intents::except(readings, &excluded));
    found
}
