//! One occurrence of a repeating task: leaving it out, or moving it alone.

use std::ops::Range;

use tasktalk_domain::{
    Change, DueFilter, Intent, Pronoun, Reference, Selector, SpanKind, TaskFilter, WhichOccurrence,
};

use super::{add, target, update};
use crate::evidence::{Cue, Evidence};
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::once::Phrase;
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Missing, Reading};
use crate::reference::{Pointed, Pointing};
use crate::units::Unit;

/// How sure a phrase such as "just this once" makes us of what stands beside it.
const BESIDE_PHRASE: f32 = 0.92;

/// Leaves an occurrence out.
pub(super) fn skip(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let act = found.frame.act;
    let evidence = Evidence::new(found.frame.strength);
    if act == Act::SkipIt {
        let when = clause.part(&found.captures, Slot::When);
        let mut reading = skipping(evidence);
        reading.command.reference = Some(Reference::to(Selector::Pronoun(Pronoun::It)));
        reading.command.parameters.occurrence = Some(match when {
            Some(part) => on_days(clause, &part)?,
            None => WhichOccurrence::Next,
        });
        return Some(reading);
    }
    let part = clause.part(&found.captures, Slot::Reference)?;
    let part = without_session(clause, part);
    let pointed = target::read_object(clause, part.clone())?;
    if target::is_device(clause, &part, &pointed) {
        return Some(add::not_ours(clause.message, clause.range.clone(), 0.8));
    }
    // "skip it" may be said to any machine.
    let pronoun = matches!(pointed.reference.include.as_slice(), [Selector::Pronoun(_)]);
    if pronoun || act == Act::SkipDated && !names_days(&pointed) {
        return None;
    }
    // "skip breakfast" can be said of anything, and "no dentist on friday" corrects: unless the list knows it to repeat.
    let when = clause.part(&found.captures, Slot::When);
    let undated = act == Act::Skip
        && when.is_none()
        && !names_days(&pointed)
        && pointed.pointing < Pointing::Named;
    let evidence = evidence.with_if(undated || act == Act::SkipDated, Cue::Doubtful);
    let mut reading = pointing_at(clause, skipping(evidence), part, pointed);
    reading.command.parameters.occurrence = match when {
        Some(when) => Some(on_days(clause, &when)?),
        None => (act == Act::SkipNext).then_some(WhichOccurrence::Next),
    };
    Some(reading)
}

/// "The gym session" is one occurrence of "Gym"; a yoga class is found by "yoga" as well.
fn without_session(clause: &Clause<'_, '_>, part: Range<usize>) -> Range<usize> {
    let units = &clause.message.units[part.clone()];
    let names = |unit: &&Unit<'_>| !unit.class.any(Class::DETERMINER);
    if let [session, of, _, ..] = units
        && session.is(Role::NounSession)
        && of.is(Role::PrepositionOf)
    {
        return part.start + 2..part.end;
    }
    let session = units.last().is_some_and(|last| last.is(Role::NounSession))
        && units[..units.len() - 1].iter().any(|unit| names(&unit));
    part.start..part.end - usize::from(session)
}

/// Moves one occurrence: the next, or the one whose day is named.
pub(super) fn move_once(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let mut reading = update::read_as(clause, Act::Move, found)?;
    let named = reading.command.reference.as_ref().is_some_and(is_dated);
    if !moves_or_skips(&reading) {
        return None;
    }
    if !named {
        reading.command.parameters.occurrence = Some(WhichOccurrence::Next);
    }
    Some(reading)
}

/// "Just this once, …", "… from now on": the change beside such a phrase. `read` gives the surest readings of what is left
/// of the clause.
pub(crate) fn once<'a, 't>(
    clause: &Clause<'a, 't>,
    phrase: &Phrase,
    read: impl FnOnce(Clause<'a, 't>) -> Option<Vec<Reading>>,
) -> Option<Vec<Reading>> {
    let offset =
        |part: &Range<usize>| part.start + clause.range.start..part.end + clause.range.start;
    let which = match &phrase.when {
        _ if phrase.series => WhichOccurrence::Series,
        Some(part) => on_days(clause, &offset(part))?,
        None => WhichOccurrence::Next,
    };
    let rest = Clause {
        range: offset(&phrase.rest),
        ..clause.clone()
    };
    let mut readings = match read(rest.clone()) {
        Some(readings) if readings.iter().all(moves_or_skips) => readings,
        _ => vec![beside_phrase(&rest)?],
    };
    for reading in &mut readings {
        reading.evidence = reading.evidence.clone().without(Cue::Doubtful);
        let named = reading.command.reference.as_ref().is_some_and(is_dated);
        if which != WhichOccurrence::Next || !named {
            reading.command.parameters.occurrence = Some(which);
        }
    }
    Some(readings)
}

/// What would be a chore or nothing without the phrase.
fn beside_phrase(clause: &Clause<'_, '_>) -> Option<Reading> {
    let units = &clause.message.units[clause.range.clone()];
    let (captures, skips) = clause.message.language.once.change(units)?;
    let part = clause.part(&captures, Slot::Reference)?;
    let pointed = target::read_object(clause, part.clone())?;
    if target::is_device(clause, &part, &pointed) || pointed.pointing == Pointing::Vague {
        return None;
    }
    let evidence = Evidence::new(BESIDE_PHRASE);
    let reading = if skips {
        skipping(evidence)
    } else {
        let when = clause.part(&captures, Slot::When)?;
        let date = update::date_at(clause.message, &when)?;
        let mut reading = Reading::new(Intent::UpdateTask, evidence);
        let parameters = &mut reading.command.parameters;
        parameters.due = Change::Set(date.due.clone().filter(|_| date.recurrence.is_none())?);
        parameters.due_part = date.part;
        reading.showing(clause.message, when, SpanKind::Due)
    };
    Some(pointing_at(clause, reading, part, pointed))
}

fn skipping(evidence: Evidence) -> Reading {
    let mut reading = Reading::new(Intent::UpdateTask, evidence);
    reading.command.parameters.skip = true;
    reading
}

fn pointing_at(
    clause: &Clause<'_, '_>,
    mut reading: Reading,
    part: Range<usize>,
    pointed: Pointed,
) -> Reading {
    reading.evidence = target::evidence(clause, &part, &pointed, reading.evidence)
        .with_if(clause.question && !clause.addressed, Cue::QuestionMark);
    target::put_or_ask(clause, reading, part, pointed, Missing::UpdateWhich)
}

/// Whether a reading changes what can be changed for one occurrence.
fn moves_or_skips(reading: &Reading) -> bool {
    let parameters = &reading.command.parameters;
    let moves = parameters.due.value().is_some() || parameters.postpone.is_some();
    reading.command.intent == Intent::UpdateTask
        && parameters.recurrence.is_keep()
        && (moves || parameters.skip)
}

fn names_days(pointed: &Pointed) -> bool {
    is_dated(&pointed.reference)
}

/// Whether it is words and days: "friday's gym".
fn is_dated(reference: &Reference) -> bool {
    matches!(
        reference.include.as_slice(),
        [Selector::Filter(TaskFilter {
            text: Some(_),
            due: Some(DueFilter::Between { .. }),
            ..
        })]
    )
}

/// The occurrences on the days of a date.
fn on_days(clause: &Clause<'_, '_>, part: &Range<usize>) -> Option<WhichOccurrence> {
    match update::date_at(clause.message, part)?.days? {
        (Some(from), Some(to)) => Some(WhichOccurrence::Within { from, to }),
        _ => None,
    }
}
