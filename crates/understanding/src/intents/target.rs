//! The existing tasks that a command is about, with what they say for it.

use std::ops::Range;

use tasktalk_domain::SpanKind;

use crate::evidence::{Cue, Evidence};
use crate::lexicon::{Class, Role};
use crate::reading::{Clause, Missing, Reading};
use crate::reference::{self, Pointed, Pointing, exceptions};

/// Reads the reference in a part of a clause.
pub(super) fn read(clause: &Clause<'_, '_>, part: Range<usize>) -> Option<Pointed> {
    let language = clause.message.language;
    let opens = &clause.message.units[part.start];
    if language.habits.verb_last
        && part.start == clause.range.start
        && (opens.class.any(Class::AUXILIARY)
            || opens.is_any(&[Role::PronounFirst, Role::PronounFirstMany, Role::VerbOfNeed]))
    {
        return None;
    }
    let told = clause.message.units[part.clone()]
        .iter()
        .take_while(|unit| {
            unit.is_any(&[
                Role::Adversative,
                Role::Denial,
                Role::Interjection,
                Role::Exclamation,
                Role::Correction,
                Role::Consequence,
                Role::Politeness,
                Role::Hesitation,
            ])
        })
        .count();
    let part = part.start + told.min(part.len() - 1)..part.end;
    // "done except the hoovering" says what is left to do.
    let first = clause.message.units[part.clone()].first()?;
    if !first.is(Role::QuantifierAll) && exceptions::begins(clause.message, part.clone()).is_some()
    {
        return None;
    }
    let units = &clause.message.units[part.clone()];
    // "make task" leaves a verb or a pronoun of the first person: no title begins so.
    if units.first()?.is_any(&[
        Role::PronounFirst,
        Role::PronounFirstMany,
        Role::PronounFirstObject,
        Role::PronounSecond,
    ]) && units.len() < 2
    {
        return None;
    }
    let indefinite = units[0].is_any(&[
        Role::DeterminerAnother,
        Role::QuantifierSome,
        Role::ArticleIndefinite,
    ]);
    let mut pointed = reference::read(clause.message, part)?;
    // "a meeting" is a new one.
    let counted = pointed.reference.include.is_empty();
    if indefinite && !counted && pointed.pointing < Pointing::Explicit {
        pointed.pointing = Pointing::Vague;
    }
    Some(pointed)
}

/// Reads what a verb changes or deletes; a particle before it makes the verb another one: "set up the meeting".
pub(super) fn read_object(clause: &Clause<'_, '_>, part: Range<usize>) -> Option<Pointed> {
    let particle = part.len() > 1
        && clause.message.units[part.start].is_any(&[Role::VerbParticle, Role::AdverbBack]);
    if particle { None } else { read(clause, part) }
}

/// What a reference says for a reading.
pub(super) fn evidence(
    clause: &Clause<'_, '_>,
    part: &Range<usize>,
    pointed: &Pointed,
    evidence: Evidence,
) -> Evidence {
    let cue = match pointed.pointing {
        Pointing::Explicit => Cue::ExplicitReference,
        Pointing::Named => Cue::NamedReference,
        Pointing::Words => Cue::WordsReference,
        Pointing::Vague => Cue::VagueReference,
    };
    evidence
        .with(cue)
        .with_if(pointed.bare_number, Cue::BareNumber)
        .with_if(is_foreign(clause, part, pointed), Cue::World)
}

/// Whether the words name something of the world rather than a task.
pub(super) fn is_foreign(clause: &Clause<'_, '_>, part: &Range<usize>, pointed: &Pointed) -> bool {
    let listed = clause.message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.class.any(Class::LIST));
    pointed.pointing <= Pointing::Words
        && !listed
        && clause.message.units[part.clone()]
            .iter()
            .any(|unit| unit.class.any(Class::WORLD.with(Class::ACCOUNT)))
}

/// Whether the words name a device, which is certainly no task.
pub(super) fn is_device(clause: &Clause<'_, '_>, part: &Range<usize>, pointed: &Pointed) -> bool {
    pointed.pointing <= Pointing::Words
        && clause.message.units[part.clone()]
            .iter()
            .any(|unit| unit.class.any(Class::DEVICE.with(Class::ACCOUNT)))
}

/// Leaves tasks out of a reference that means several.
pub(crate) fn except(
    clause: &Clause<'_, '_>,
    pointed: &mut Pointed,
    part: Range<usize>,
) -> Option<()> {
    let reference = &mut pointed.reference;
    let all = pointed.pointing == Pointing::Explicit && reference.exclude.is_empty();
    let excluded = exceptions::read(clause.message, part).filter(|_| all)?;
    reference.exclude = excluded;
    Some(())
}

/// Puts the reference and its span into a reading; where it is only said how many are meant, it lacks which.
pub(super) fn put_or_ask(
    clause: &Clause<'_, '_>,
    reading: Reading,
    part: Range<usize>,
    pointed: Pointed,
    which: Missing,
) -> Reading {
    if pointed.reference.include.is_empty() {
        reading.lacking(which)
    } else {
        put(clause, reading, part, pointed)
    }
}

/// Puts the reference and its span into a reading.
pub(super) fn put(
    clause: &Clause<'_, '_>,
    reading: Reading,
    part: Range<usize>,
    pointed: Pointed,
) -> Reading {
    let mut reading = reading.showing(clause.message, part, SpanKind::Reference);
    reading.command.reference = Some(pointed.reference);
    reading
}
