//! "Ich habe die Miete bezahlt", "die Fenster sind geputzt", "Milch gekauft": where the verb stands last, a participle tells what
//! was done, and an auxiliary may stand before or behind its object.

use std::ops::Range;

use tasktalk_domain::{Intent, Reference, Selector, SpanKind};

use super::super::target;
use crate::evidence::Evidence;
use crate::lexicon::{Class, Role};
use crate::reading::{Clause, Reading};
use crate::units::{Unit, UnitKind};

/// More units than these tell a story.
const LONGEST: usize = 14;

/// Reads what was done.
pub(super) fn read(clause: &Clause<'_, '_>) -> Option<Reading> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    if clause.question || clause.addressed || units.len() > LONGEST || units.iter().any(denies) {
        return None;
    }
    let verb = verb(units)?;
    let (object, spoken) = object(&units[..verb])?;
    let range = clause.range.start + object.start..clause.range.start + object.end;
    let pointed = target::read(clause, range.clone())?;
    let base = message.language.lexicon.base(&units[verb].word);
    let [Selector::Words { text, exact: false }] = pointed.reference.include.as_slice() else {
        return None;
    };
    if !pointed.reference.exclude.is_empty() {
        return None;
    }
    let strength = if spoken { 0.88 } else { 0.84 };
    let evidence = target::evidence(clause, &range, &pointed, Evidence::new(strength));
    let mut reading = Reading::new(Intent::CompleteTask, evidence).showing(
        message,
        range.start..clause.range.start + verb + 1,
        SpanKind::Reference,
    );
    reading.command.reference = Some(Reference::to(Selector::Words {
        text: format!("{text} {base}"),
        exact: false,
    }));
    reading.command.parameters.completed = Some(true);
    Some(reading)
}

/// The participle: the last word, but for dates and what says no more than that it is over.
fn verb(units: &[Unit<'_>]) -> Option<usize> {
    let at = units
        .iter()
        .rposition(|unit| unit.date.is_none() && !is_over(unit) && !unit.is(Role::Copula))?;
    let verb = &units[at];
    let tells = verb.kind == UnitKind::Word
        && verb.class.any(Class::PAST)
        && !verb.class.any(Class::UNDONE)
        && !verb.is(Role::ParticipleDone);
    (at > 0 && tells).then_some(at)
}

fn is_over(unit: &Unit<'_>) -> bool {
    unit.is_any(&[Role::AdverbAlready, Role::Hesitation, Role::Politeness])
}

fn denies(unit: &Unit<'_>) -> bool {
    unit.class.any(Class::NEGATION.with(Class::QUESTION))
        || unit.is_any(&[
            Role::AuxiliaryPerfectThird,
            Role::AuxiliaryModal,
            Role::AuxiliaryFuture,
            Role::VerbOfNeed,
            Role::VerbOught,
            Role::VerbWant,
            Role::PronounThird,
            Role::PronounSecond,
            Role::Conditional,
        ])
}

/// The words between or before auxiliary and subject, and whether there was an auxiliary.
fn object(units: &[Unit<'_>]) -> Option<(Range<usize>, bool)> {
    let is_auxiliary = |unit: &Unit<'_>| {
        unit.is_any(&[Role::AuxiliaryPerfect, Role::Copula]) && unit.date.is_none()
    };
    let around = |unit: &Unit<'_>| {
        unit.is_any(&[
            Role::PronounFirst,
            Role::PronounFirstMany,
            Role::Conjunction,
        ]) || is_over(unit)
            || unit.date.is_some()
            || is_auxiliary(unit)
    };
    let auxiliary = units.iter().position(is_auxiliary);
    let mut range = 0..units.len();
    if let Some(at) = auxiliary
        && units[..at].iter().any(|unit| !around(unit))
    {
        // "die Kinder haben die Fenster geputzt": others did it.
        if units[at + 1..].iter().any(|unit| !around(unit)) {
            return None;
        }
        range.end = at;
    }
    while range.start < range.end && around(&units[range.start]) {
        range.start += 1;
    }
    while range.start < range.end && around(&units[range.end - 1]) {
        range.end -= 1;
    }
    (!range.is_empty()).then_some((range, auxiliary.is_some()))
}
