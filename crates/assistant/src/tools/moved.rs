//! Which occurrence a change has moved, as the rows before and after tell.

use jiff::civil::Date;
use tasktalk_domain::{Due, Series, Task};

/// One occurrence of a series that was moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// When it was due.
    pub from: Due,
    /// When it is due now.
    pub to: Due,
    /// It is the occurrence at which the task stands.
    pub present: bool,
}

impl Moved {
    /// Reads what became of the occurrence with this slot.
    pub(super) fn read(before: &Task, after: &Task, slot: Date) -> Option<Self> {
        let (from, _) = due(before, slot)?;
        let (to, present) = due(after, slot)?;
        Some(Self { from, to, present })
    }
}

/// When the occurrence is due, and whether the task stands at it.
fn due(task: &Task, slot: Date) -> Option<(Due, bool)> {
    let series = Series::of(task)?;
    let found = series
        .within(slot, slot)
        .into_iter()
        .find(|occurrence| occurrence.slot.date() == slot)?;
    Some((found.due, series.slot().date() == slot))
}
