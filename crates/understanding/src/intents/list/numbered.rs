//! Showing tasks that are named by their numbers or places: "show task 3", "#4 and #7".

use tasktalk_domain::{Intent, Selector, SpanKind};

use crate::evidence::{Cue, Evidence};
use crate::lexicon::{Class, Role};
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Reading};
use crate::reference::{self, Pointed, Pointing};
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
    if !are_numbers(&pointed) || pointed.bare_number {
        return None;
    }
    let evidence = Evidence::new(0.85).with(Cue::ExplicitReference);
    let mut reading = Reading::new(Intent::ListTasks, evidence);
    reading.command.reference = Some(pointed.reference);
    Some(reading.showing(clause.message, clause.range.clone(), SpanKind::Reference))
}

/// Whether tasks are pointed at by nothing but their numbers.
fn are_numbers(pointed: &Pointed) -> bool {
    let numbered =
        |selector: &Selector| matches!(selector, Selector::Id(_) | Selector::InvalidId(_));
    let reference = &pointed.reference;
    reference.exclude.is_empty()
        && !reference.include.is_empty()
        && reference.include.iter().all(numbered)
}

/// Whether what is shown are tasks by their numbers: "show tasks 1 to 5".
pub(super) fn shows_numbers(clause: &Clause<'_, '_>) -> bool {
    let rest = clause.range.start + 1..clause.range.end;
    let numbered = clause.message.units[rest.clone()]
        .iter()
        .any(|unit| unit.number.is_some());
    numbered
        && rest.len() <= LONGEST_NUMBERS
        && reference::read(clause.message, rest).is_some_and(|pointed| are_numbers(&pointed))
}

/// "show task 3", "show tasks 1 to 5".
pub(super) fn show_one(
    clause: &Clause<'_, '_>,
    found: Match<'_>,
    evidence: Evidence,
) -> Option<Reading> {
    let part = clause.part(&found.captures, Slot::Reference)?;
    let pointed = reference::read(clause.message, part.clone())?;
    let one = matches!(
        pointed.reference.include.as_slice(),
        [Selector::Position(_)]
    ) || are_numbers(&pointed);
    // "read 4" is a wish, "show 4" is a task.
    let shown = clause.message.units[clause.range.start].is(Role::VerbShow);
    if pointed.pointing != Pointing::Explicit || !one || pointed.bare_number && !shown {
        return None;
    }
    let mut reading = Reading::new(Intent::ListTasks, evidence.with(Cue::ExplicitReference));
    reading.command.reference = Some(pointed.reference);
    Some(reading.showing(clause.message, part, SpanKind::Reference))
}
