//! How Spanish asks for things: one frame a line, in the language of [`crate::pattern`]. Without accents; a pronoun attached to
//! a verb is a word of its own: "recuérdame" is "recuerda me".

mod add;
mod ask;
mod change;
mod correct;
mod occurrences;
mod preface;
mod retract;
mod snooze;
mod social;
mod update;
mod withhold;

use crate::frames::Source;
pub(super) use occurrences::ONCE;

/// Every frame, in tables by what they ask for, and what surrounds them.
pub(super) const SOURCE: Source = Source {
    tables: &[
        add::FRAMES,
        add::OBLIGATIONS,
        ask::FRAMES,
        ask::ONE,
        change::COMPLETE,
        change::DELETE,
        occurrences::FRAMES,
        update::UPDATE,
        update::DETAILS,
        correct::UNDO,
        correct::CORRECT,
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
