//! Taking changes back.

use tasktalk_domain::Intent;

use super::target;
use crate::evidence::Evidence;
use crate::frames::Act;
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Reading};

/// More steps than this are not meant.
const MOST_STEPS: i64 = 100;

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let evidence = Evidence::new(found.frame.strength);
    if found.frame.act == Act::UndoNamed {
        let part = clause.part(&found.captures, Slot::Reference)?;
        let pointed = target::read(clause, part.clone())?;
        let evidence = target::evidence(clause, &part, &pointed, evidence);
        return Some(target::put(
            clause,
            Reading::new(Intent::Undo, evidence),
            part,
            pointed,
        ));
    }
    let mut reading = Reading::new(Intent::Undo, evidence);
    let number = clause
        .part(&found.captures, Slot::Number)
        .and_then(|part| clause.message.units[part.start].number);
    let twice = clause.message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.is_one_of(&["twice", "both"]));
    let steps = match number {
        Some(number) if (1..=MOST_STEPS).contains(&number) => Some(number),
        Some(_) => return None,
        None => twice.then_some(2),
    };
    reading.command.parameters.steps = steps.and_then(|steps| u32::try_from(steps).ok());
    Some(reading)
}
