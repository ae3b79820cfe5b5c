//! Showing tasks that are named by their numbers or places: "show task 3", "#4 and #7".

use tasktalk_domain::{Intent, Selector, SpanKind};

use crate::evidence::{Cue, Evidence};
use crate::lexicon::{Class, Role};
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Reading};
use crate::reference::{self, Pointing};
use crate::units::UnitKind;

/// More units than these are no numbers of tasks.
const LONGEST_NUMBERS: usize = 24;

/// "task 3", "#4 and #7": tasks named by their numbers, and nothing said of them.
pub(crate) fn by_numbers(clause: &Clause<'_, '_>) -> Option<Reading> {
    let units = &clause.message.units[clause.range.clone()];
    let first = units.first()?;
    let begins = first.kind == UnitKind::Id || first.class.any(Class::TASK);
    let numbered = units
        .iter()
        .any(|unit| matches!(unit.kind, UnitKind::Id | UnitKind::Number));
    if !begins || !numbered || units.len() > LONGEST_NUMBERS {
        return None;
    }
    let pointed = reference::read(clause.message, clause.range.clone())?;
    let ids = pointed.reference.exclude.is_empty()
        && pointed
            .reference
            .include
            .iter()
            .all(|selector| matches!(selector, Selector::Id(_) | Selector::InvalidId(_)));
    if !ids || pointed.bare_number {
        return None;
    }
    let evidence = Evidence::new(0.85).with(Cue::ExplicitReference);
    let mut reading = Reading::new(Intent::ListTasks, evidence);
    reading.command.reference = Some(pointed.reference);
    Some(reading.showing(clause.message, clause.range.clone(), SpanKind::Reference))
}

/// "show task 3".
pub(super) fn show_one(
    clause: &Clause<'_, '_>,
    found: Match<'_>,
    evidence: Evidence,
) -> Option<Reading> {
    let part = clause.part(&found.captures, Slot::Reference)?;
    let pointed = reference::read(clause.message, part.clone())?;
    let one = matches!(
        pointed.reference.include.as_slice(),
        [Selector::Id(_) | Selector::InvalidId(_) | Selector::Position(_)]
    );
    // "read 4" is a wish, "show 4" is a task.
    let shown = clause.message.units[clause.range.start].is(Role::VerbShow);
    if pointed.pointing != Pointing::Explicit || !one || pointed.bare_number && !shown {
        return None;
    }
    let mut reading = Reading::new(Intent::ListTasks, evidence.with(Cue::ExplicitReference));
    reading.command.reference = Some(pointed.reference);
    Some(reading.showing(clause.message, part, SpanKind::Reference))
}
