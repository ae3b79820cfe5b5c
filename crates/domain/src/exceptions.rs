//! Single occurrences of a repeating task that are not where its rule has them.
//!
//! The rule itself never changes for them: a moved occurrence still stands for its slot, the place that the rule gave it,
//! and the series goes on from there.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Due;

/// Most occurrences of one series that can be moved or left out ahead of time.
pub const EXCEPTIONS_LIMIT: usize = 100;

/// Which occurrences of a series are moved or left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Exceptions {
    /// The slot of the present occurrence, when that was moved away from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Due>,
    /// Later occurrences, by the days of their slots.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<Exception>,
}

/// A later occurrence that is moved or left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The day of its slot; a rule has one occurrence a day at most.
    pub slot: Date,
    /// Where it was moved to; left out when `None`.
    pub to: Option<Due>,
}

impl Exceptions {
    /// Whether every occurrence is where the rule has it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What became of the occurrence with this slot, if anything.
    pub fn at(&self, slot: Date) -> Option<&Exception> {
        self.later.iter().find(|exception| exception.slot == slot)
    }

    /// Remembers what becomes of a later occurrence, instead of what was remembered of it before; false when there are
    /// too many.
    pub(crate) fn put(&mut self, exception: Exception) -> bool {
        self.later.retain(|other| other.slot != exception.slot);
        self.later.push(exception);
        self.later.sort_by_key(|exception| exception.slot);
        self.later.len() <= EXCEPTIONS_LIMIT
    }

    /// Forgets what lies on or before this slot.
    pub fn pass(&mut self, slot: Date) {
        self.moved_from = None;
        self.later.retain(|exception| exception.slot > slot);
    }
}
