//! What looks like a change of a task and is none, or perhaps none.

use std::ops::Range;

use tasktalk_domain::Selector;

use super::date_at;
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::pattern::{Captures, Slot};
use crate::reading::Clause;
use crate::reference::{Pointed, Pointing};
use crate::units::UnitKind;

/// "put flowers on the grave on Sunday": things are put and brought somewhere, tasks only to a day.
pub(super) fn places_a_thing(
    clause: &Clause<'_, '_>,
    part: &Range<usize>,
    pointed: &Pointed,
) -> bool {
    let units = &clause.message.units;
    let physical = units[clause.range.start].is(Role::VerbDrag);
    physical
        && pointed.pointing <= Pointing::Words
        && units[part.clone()].iter().any(|unit| {
            unit.is_any(&[
                Role::PrepositionTo,
                Role::PrepositionOn,
                Role::PrepositionAt,
                Role::PrepositionIn,
                Role::PrepositionInto,
            ])
        })
}

/// "the dentist is on Friday" is a statement about a task; "I am on Friday" is not.
pub(super) fn stated(act: Act, clause: &Clause<'_, '_>, part: &Range<usize>) -> bool {
    let at_start = part.start == clause.range.start;
    let first = &clause.message.units[part.start];
    at_start
        && matches!(
            act,
            Act::Move | Act::Prioritise | Act::Repeat | Act::Rename | Act::ClearDue
        )
        && (part.len() > 6
            || clause.question
            || first.class.any(
                Class::QUESTION
                    .with(Class::AUXILIARY)
                    .with(Class::CHORE)
                    .with(Class::MACHINE),
            )
            || first.is_any(&[
                Role::Conditional,
                Role::PronounFirst,
                Role::PronounFirstMany,
                Role::PronounSecond,
                Role::PronounThird,
                Role::PronounWithCopula,
                Role::Expletive,
                Role::Consequence,
                Role::AdverbToday,
                Role::AdverbTomorrow,
                Role::VerbAdd,
                Role::VerbRemind,
            ]))
}

/// "Lisa's birthday is on 5 May every year" may be true without any task's being meant.
pub(super) fn is_fact(clause: &Clause<'_, '_>, captures: &Captures, pointed: &Pointed) -> bool {
    let repeats = clause
        .part(captures, Slot::When)
        .and_then(|part| date_at(clause.message, &part))
        .is_some_and(|date| date.recurrence.is_some());
    let named = clause.message.units[clause.range.start]
        .class
        .any(Class::DETERMINER);
    repeats && !named && pointed.pointing <= Pointing::Words
}

pub(super) fn is_pronoun(pointed: &Pointed) -> bool {
    matches!(pointed.reference.include.as_slice(), [Selector::Pronoun(_)])
}

/// "call it Lion", but not "call it off", "call it tomorrow" or "call both parents".
pub(super) fn is_called(clause: &Clause<'_, '_>, captures: &Captures, part: &Range<usize>) -> bool {
    let units = &clause.message.units;
    let pointer = matches!(&units[part.clone()], [only] if only.is(Role::PronounOne) || only.kind == UnitKind::Id);
    let title = clause.part(captures, Slot::Title);
    pointer
        && title.is_some_and(|title| {
            let first = &units[title.start];
            first.date.is_none() && !first.class.any(Class::STOP) && !first.is(Role::NounQuits)
        })
}
