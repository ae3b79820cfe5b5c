//! How a task repeats: a subset of RFC 5545's recurrence rules, and three ways of moving on.

use std::{fmt, str::FromStr};

use jiff::civil;
use serde::{Deserialize, Serialize};

/// How a task repeats. In JSON `{"rrule": "FREQ=WEEKLY;BYDAY=TU", "mode": "catch_up"}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    /// The rule.
    #[serde(rename = "rrule")]
    pub rule: Rule,
    /// What completing it does.
    #[serde(default)]
    pub mode: RecurrenceMode,
}

/// What completing a repeating task does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecurrenceMode {
    /// The next occurrence of the schedule, even when that is past.
    Fixed,
    /// The next occurrence of the schedule that is still to come.
    #[default]
    CatchUp,
    /// One interval after the day it was completed.
    AfterCompletion,
}

/// A recurrence rule, kept as RFC 5545 text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rule(String);

/// Text that is no rule we can follow; the sentence says what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidRule(pub String);

impl FromStr for Rule {
    type Err = InvalidRule;

    fn from_str(text: &str) -> Result<Self, InvalidRule> {
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for Rule {
    type Error = InvalidRule;

    fn try_from(text: String) -> Result<Self, InvalidRule> {
        text.parse()
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.to_string()
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Recurrence {
    /// The occurrence after the one that was due at `due` and was completed at the local time `completed`;
    /// `None` when the rule has come to its end.
    pub fn next(
        &self,
        _due: civil::DateTime,
        _completed: civil::DateTime,
    ) -> Option<civil::DateTime> {
        None
    }
}
