//! How German asks for things: one frame a line, in the language of [`crate::pattern`].
//!
//! A verb may stand at the beginning ("lösche …", "hake … ab") or, as an infinitive, at the end ("… löschen"); each has its
//! frames. Words stand here as [`super::function_words::SPELLINGS`] leaves them: "lösche" for "lösch".

mod add;
mod ask;
mod change;
mod done;
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
        done::COMPLETE,
        done::DELETE,
        done::UNDO,
        change::UPDATE,
        change::CORRECT,
        occurrences::FRAMES,
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
