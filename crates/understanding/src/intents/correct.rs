//! Changing the last action: "no, I meant Friday", "actually make it 4pm", "not that one, the other".
//!
//! `parameters` hold what shall be different, `reference` which task was meant instead. Words that could be a new
//! title or another task are given as both: only who knows the last action can tell.

use std::ops::Range;

use tasktalk_domain::{Change, Intent, Pronoun, Reference, Selector, SpanKind};

use super::target;
use crate::evidence::{Cue, Evidence};
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::pattern::Slot;
use crate::payload::{self, Style};
use crate::reading::{Clause, Match, Reading};
use crate::reference::Pointing;
use crate::units::{Gap, Unit, UnitKind};

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let reading = Reading::new(Intent::Correct, Evidence::new(found.frame.strength));
    if found.frame.act == Act::CorrectOther {
        return other(clause, found, reading);
    }
    let part = [Slot::Title, Slot::When, Slot::Priority]
        .into_iter()
        .find_map(|slot| clause.part(&found.captures, slot))?;
    let said = &clause.message.units[clause.range.start..part.start];
    let insists = said.iter().any(|unit| {
        unit.is_any(&[
            Role::Negation,
            Role::VerbChange,
            Role::VerbSet,
            Role::VerbMake,
            Role::PastSaid,
            Role::VerbMean,
            Role::VerbWant,
            Role::VerbOught,
        ])
    });
    let mut reading = meant(clause, part.clone(), reading)?;
    // "oh it's nice": words alone are meant as a correction only when something says so.
    let parameters = &reading.command.parameters;
    let plain = parameters.title.is_none()
        && (!parameters.due.is_keep()
            || parameters.priority.is_some()
            || !parameters.recurrence.is_keep());
    let one = clause.message.units[part.end - 1].is(Role::ProformOne) && parameters.title.is_none();
    // "no, buy butter": something else to do than what was just written down.
    let chore = said
        .iter()
        .all(|unit| unit.is_any(&[Role::Denial, Role::DenialAnswer]))
        && clause.message.units[part.start].class.any(Class::CHORE)
        && parameters.title.is_some();
    let bare = is_bare(clause, said, &part) && parameters.title.is_some();
    let pointed = reading.command.reference.as_ref().is_some_and(|reference| {
        matches!(
            reference.include.as_slice(),
            [Selector::Position(_) | Selector::Id(_) | Selector::Pronoun(Pronoun::Others)]
        )
    });
    if bare && !(insists || plain || pointed || one || chore) {
        reading.evidence.add(Cue::WeakVerb);
        return Some(reading);
    }
    (insists || plain || pointed || one || chore).then_some(reading)
}

/// More words than these alone are no correction of a title.
const LONGEST_BARE: usize = 4;

/// "No, jam": a denial, then nothing but words that name something. "No, later" names nothing.
fn is_bare(clause: &Clause<'_, '_>, said: &[Unit<'_>], part: &Range<usize>) -> bool {
    let units = &clause.message.units[part.clone()];
    let says_else = Class::STOP
        .with(Class::FILLER)
        .with(Class::NEGATION)
        .with(Class::QUESTION)
        .with(Class::AUXILIARY)
        .with(Class::SHOW)
        .with(Class::PAST)
        .with(Class::LIST)
        .with(Class::TASK);
    let names = |unit: &Unit<'_>| {
        unit.kind == UnitKind::Word
            && !unit.class.any(says_else)
            && !unit.is_any(&[
                Role::Politeness,
                Role::Affirmation,
                Role::Denial,
                Role::DenialAnswer,
                Role::Retraction,
                Role::Exclamation,
                Role::Interjection,
                Role::Encouragement,
                Role::AdverbSoon,
                Role::AdverbNow,
                Role::AdverbStill,
                Role::AdverbAgain,
                Role::VerbUndo,
                Role::VerbDelete,
                Role::VerbKeep,
                Role::VerbConfirm,
            ])
    };
    said.iter()
        .all(|unit| unit.is_any(&[Role::Denial, Role::DenialAnswer]))
        && units.len() <= LONGEST_BARE
        && units[0].gap.has(Gap::COMMA.with(Gap::DASH))
        && !clause.question
        && units.iter().all(names)
}

/// What was meant instead.
fn meant(clause: &Clause<'_, '_>, part: Range<usize>, mut reading: Reading) -> Option<Reading> {
    let message = clause.message;
    let units = &message.units[part.clone()];
    let first = units.first()?;
    if first.class.any(Class::NEGATION)
        || first.is_any(&[
            Role::PrepositionTo,
            Role::PronounWithCopula,
            Role::DemonstrativeWithCopula,
        ])
        || units.len() > 14
    {
        return None;
    }
    if let Some(priority) = message.language.phrases.whole_priority(units) {
        reading.command.parameters.priority = Some(priority);
        return Some(reading.showing(message, part, SpanKind::Priority));
    }
    let read = payload::read(message, part.clone(), Style::default());
    let titled = read.title.clone();
    let details = read.has_details();
    let parameters = &mut reading.command.parameters;
    parameters.due = read.due.map_or(Change::Keep, Change::Set);
    parameters.due_part = read.part;
    parameters.recurrence = read.recurrence.map_or(Change::Keep, Change::Set);
    parameters.priority = read.priority;
    parameters.tags = read.tags;
    reading.command.spans = read.spans;
    let Some(title) = titled else {
        return details.then_some(reading);
    };
    let pointed =
        target::read(clause, part.clone()).filter(|pointed| !pointed.reference.include.is_empty());
    let explicit = pointed
        .as_ref()
        .is_some_and(|pointed| pointed.pointing >= Pointing::Named);
    let described = first.class.any(Class::DETERMINER);
    if !explicit && !described {
        reading.command.parameters.title = Some(title);
    }
    if !details && let Some(pointed) = pointed {
        if pointed.pointing == Pointing::Vague {
            reading.evidence.add(Cue::Unexplained);
        }
        if pointed.bare_number {
            // It may be an hour as well.
            reading = reading.showing(message, part, SpanKind::Reference);
        }
        reading.command.reference = Some(pointed.reference);
    }
    Some(reading)
}

fn other(clause: &Clause<'_, '_>, found: Match<'_>, mut reading: Reading) -> Option<Reading> {
    let message = clause.message;
    // "the other one too" takes nothing back.
    let as_well = |unit: &Unit<'_>| unit.is_any(&[Role::Additive, Role::AdditiveLast]);
    if message.units[clause.range.start..].iter().any(as_well) {
        return None;
    }
    let reference = match clause.part(&found.captures, Slot::Reference) {
        Some(part) => {
            let pointed = target::read(clause, part.clone())?;
            reading = reading.showing(message, part, SpanKind::Reference);
            pointed.reference
        }
        None => last_pointer(clause)
            .unwrap_or_else(|| Reference::to(Selector::Pronoun(Pronoun::Others))),
    };
    reading.command.reference = Some(reference);
    Some(reading)
}

/// "no, the second one": the words that point stand at the end.
fn last_pointer(clause: &Clause<'_, '_>) -> Option<Reference> {
    (clause.range.start..clause.range.end)
        .filter_map(|start| crate::reference::read(clause.message, start..clause.range.end))
        .find(|pointed| {
            matches!(
                pointed.reference.include.as_slice(),
                [Selector::Position(_) | Selector::Pronoun(Pronoun::Others)]
            )
        })
        .map(|pointed| pointed.reference)
}
