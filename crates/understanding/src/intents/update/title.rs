//! New titles: "rename it to …", "change it to …", when that is no date, priority or tag.

use std::ops::Range;

use tasktalk_domain::{Pronoun, Selector, SpanKind};

use super::details;
use crate::lexicon::{Class, Role};
use crate::matching;
use crate::message::Message;
use crate::pattern::{Captures, Slot};
use crate::payload::{self, Style};
use crate::reading::{Clause, Missing, Reading};
use crate::reference::{self, Pointed, Pointing};
use crate::units::{Gap, UnitKind};

/// More words than these are no number of things.
const LONGEST_AMOUNT: usize = 4;

/// "… instead" is not part of the new title.
fn without_instead(message: &Message<'_>, part: Range<usize>) -> Range<usize> {
    let instead = part.len() > 1 && message.units[part.end - 1].is(Role::Substitution);
    part.start..part.end - usize::from(instead)
}

/// How much of a title a new one takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of it, unless the new one keeps some of the words that were said: "rename john smith to jane smith".
    Whole,
    /// The words that were said, where the title has others as well: "change john to jane".
    Words,
}

pub(super) fn rename(
    clause: &Clause<'_, '_>,
    captures: &Captures,
    extent: Extent,
    mut reading: Reading,
) -> Option<Reading> {
    let message = clause.message;
    let part = without_instead(message, clause.part(captures, Slot::Title)?);
    let titled = message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.is_any(&[Role::VerbRename, Role::ParticipleCalled]));
    // "it should be at 4" says when, not how it is called.
    let stated = clause.range.start != part.start;
    // "milk should be done by friday" says what is to happen with it.
    let done = message.units[part.start].is_any(&[
        Role::AdverbOver,
        Role::AdjectiveDue,
        Role::ParticipleDone,
    ]);
    if !titled && stated && (done || details::only(message, &part).is_some()) {
        return None;
    }
    let literal = titled || !details::end_with_date(message, &part);
    let style = Style {
        literal,
        ..Style::default()
    };
    let read = payload::read(message, part.clone(), style);
    let title = read.title.clone()?;
    reading.command.parameters.title_part = replaced(clause, captures).filter(|old| {
        extent == Extent::Words || matching::share_a_word(old, message.slice(part.clone()))
    });
    reading.command.parameters.title = Some(title);
    if literal {
        return Some(reading.showing(message, part, SpanKind::Title));
    }
    details::put(&mut reading, read);
    Some(reading)
}

/// The words by which the task was named.
fn replaced(clause: &Clause<'_, '_>, captures: &Captures) -> Option<String> {
    let old = clause.part(captures, Slot::Reference)?;
    let quoted =
        matches!(&clause.message.units[old.clone()], [unit] if unit.kind == UnitKind::Quoted);
    if quoted {
        return Some(clause.message.units[old.start].text.to_owned());
    }
    let words = reference::read(clause.message, old.clone())?;
    let named = matches!(words.reference.include.as_slice(), [Selector::Words { .. }]);
    named.then(|| clause.message.slice(old).to_owned())
}

/// Whether a number of things is said of what was just talked about.
fn says_amount(clause: &Clause<'_, '_>, part: &Range<usize>, pointed: &Pointed) -> bool {
    let units = &clause.message.units;
    let [number, thing, ..] = &units[part.clone()] else {
        return false;
    };
    let counts = number.number.is_some_and(|number| number > 0)
        && matches!(number.kind, UnitKind::Number | UnitKind::Word);
    let things = thing.kind == UnitKind::Word
        && thing.date.is_none()
        && !thing.class.any(Class::STOP.with(Class::TASK))
        && part.len() <= LONGEST_AMOUNT;
    let it = matches!(
        pointed.reference.include.as_slice(),
        [Selector::Pronoun(Pronoun::It)]
    );
    units[clause.range.start].is(Role::VerbMake) && it && counts && things
}

/// "change … to …": the value tells what is changed.
pub(super) fn set(
    clause: &Clause<'_, '_>,
    captures: &Captures,
    pointed: &Pointed,
    mut reading: Reading,
) -> Option<Reading> {
    let message = clause.message;
    let part = without_instead(message, clause.part(captures, Slot::Title)?);
    if let Some(details) = details::only(message, &part) {
        details::put(&mut reading, details);
        return Some(reading);
    }
    // "make it three bottles": another number of what it has.
    if says_amount(clause, &part, pointed) {
        let things = message.slice(part.start + 1..part.end).to_owned();
        let mut reading = rename(clause, captures, Extent::Whole, reading)?;
        reading.command.parameters.title_part = Some(things);
        return Some(reading);
    }
    // A title is only said after "to"; before it stands the old one, or the task's number.
    let to = message.units[part.start - 1].is_any(&[
        Role::PrepositionTo,
        Role::PrepositionInto,
        Role::PrepositionWith,
    ]) || message.gap(part.start).has(Gap::COLON);
    let verb = &message.units[clause.range.start];
    if !to
        || verb.is_any(&[Role::VerbSet, Role::VerbMake, Role::VerbTurn])
            && pointed.pointing < Pointing::Named
    {
        return None;
    }
    if pointed.pointing == Pointing::Vague {
        return None;
    }
    // "change it to 4" is more likely a time than a title.
    if let [only] = &message.units[part.clone()]
        && only.kind == UnitKind::Number
    {
        return Some(reading.lacking(Missing::When));
    }
    rename(clause, captures, Extent::Words, reading)
}
