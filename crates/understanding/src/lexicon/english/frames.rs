//! How English asks for things: one frame a line, in the language of [`crate::pattern`].
//!
//! A frame says what is asked for, how sure it alone makes us, and what it looks like. It describes a whole command,
//! from its verb to its end; politeness around it has been taken off before.

mod add;
mod ask;
mod change;
mod occurrences;
mod preface;
mod retract;
mod snooze;
mod social;
mod withhold;

use crate::frames::Source;

pub(super) use occurrences::ONCE;

/// Every frame, in tables by what they ask for, and what surrounds them.
pub(super) const SOURCE: Source = Source {
    tables: &[
        add::FRAMES,
        ask::FRAMES,
        change::COMPLETE,
        change::DELETE,
        occurrences::FRAMES,
        change::UPDATE,
        change::UNDO,
        change::CORRECT,
        social::FRAMES,
        withhold::FRAMES,
    ],
    prefaces: preface::PREFACES,
    addressed: preface::ADDRESSED,
    wishes: preface::WISHES,
    connectives: preface::CONNECTIVES,
    afterwords: preface::AFTERWORDS,
    aborts: preface::ABORTS,
    retractions: retract::RETRACTIONS,
    snoozes: snooze::SNOOZES,
};
