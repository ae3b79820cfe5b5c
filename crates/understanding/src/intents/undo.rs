//! Taking changes back, and bringing tasks back.
//!
//! "Undo" alone means the newest change and has no reference. "Bring it back", "restore them" and "undo the deletion"
//! have one, even if it is only a pronoun: whoever says so wants to have a task, and never to lose one.

use tasktalk_domain::{Intent, Pronoun, Reference, Selector};

use super::target;
use crate::evidence::Evidence;
use crate::frames::Act;
use crate::lexicon::Role;
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Reading};
use crate::units::UnitKind;

/// More steps than this are not meant; so many stand for all there are.
const MOST_STEPS: i64 = 100;

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let evidence = Evidence::new(found.frame.strength);
    if takes_all_back(clause) {
        let mut reading = Reading::new(Intent::Undo, evidence);
        reading.command.parameters.steps = u32::try_from(MOST_STEPS).ok();
        return Some(reading);
    }
    if found.frame.act == Act::UndoNamed {
        let part = clause.part(&found.captures, Slot::Reference)?;
        let pointed = target::read(clause, part.clone())
            .filter(|pointed| !pointed.reference.include.is_empty())?;
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
        .any(|unit| unit.is_any(&[Role::PronounTwo, Role::AdverbTwice]));
    let steps = match number {
        Some(number) if (1..=MOST_STEPS).contains(&number) => Some(number),
        Some(_) => return None,
        None => twice.then_some(2),
    };
    if steps.is_none() {
        reading.command.reference =
            brought_back(clause).map(|it| Reference::to(Selector::Pronoun(it)));
    }
    reading.command.parameters.steps = steps.and_then(|steps| u32::try_from(steps).ok());
    Some(reading)
}

/// "Undo everything", "take all of that back": as many steps as there are. "Everything you did just now" is one step.
fn takes_all_back(clause: &Clause<'_, '_>) -> bool {
    let units = &clause.message.units[clause.range.clone()];
    let says = |roles: &[Role]| units.iter().any(|unit| unit.is_any(roles));
    let takes = says(&[Role::AdverbBack])
        && !says(&[
            Role::VerbPut,
            Role::VerbBring,
            Role::VerbGet,
            Role::VerbRestore,
        ]);
    says(&[Role::QuantifierAll, Role::PronounAll])
        && (says(&[Role::VerbUndo]) || takes)
        && !units.iter().any(|unit| {
            unit.is(Role::AdverbAlready) && !unit.is_any(&[Role::QuantifierAll, Role::PronounAll])
        })
        && !says(&[
            Role::AdverbNow,
            Role::Exceptive,
            Role::Adversative,
            Role::NounDeletion,
            Role::VerbDelete,
        ])
        && units
            .iter()
            .all(|unit| !matches!(unit.kind, UnitKind::Id | UnitKind::Quoted))
}

/// What is to come back: "restore it", "put them back", "undo the deletion". None when any change may be meant.
fn brought_back(clause: &Clause<'_, '_>) -> Option<Pronoun> {
    let units = &clause.message.units[clause.range.clone()];
    let says = |roles: &[Role]| units.iter().any(|unit| unit.is_any(roles));
    let back = says(&[Role::AdverbBack]) && says(&[Role::VerbPut, Role::VerbBring, Role::VerbGet]);
    let restores = says(&[Role::VerbRestore]);
    let undoes = says(&[Role::VerbUndo]) && says(&[Role::VerbDelete, Role::NounDeletion]);
    (back || restores || undoes).then(|| {
        if says(&[Role::PronounMany, Role::DemonstrativeMany]) {
            Pronoun::Them
        } else {
            Pronoun::It
        }
    })
}
