//! "Snooze it", "remind me again in an hour", "five more minutes": a reminder that was told is put off.
//!
//! Alone, such words ask for something else, or for nothing. Only who knows that a reminder was told can tell what they are about,
//! so they are read apart from every other message.

use std::ops::Range;

use tasktalk_domain::{Due, Reference, Shift};

use crate::Moment;
use crate::frames::Snoozed;
use crate::lexicon::Role;
use crate::message::Message;
use crate::pattern::Slot;
use crate::units::{Gap, Unit};
use crate::{reference, shift};

/// A reminder is to be told again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snoozing {
    /// How surely it is about a reminder at all.
    pub kind: SnoozeKind,
    /// Of which tasks; none when it means the last one.
    pub reference: Option<Reference>,
    /// When.
    pub until: Until,
}

/// How surely a message is about a reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SnoozeKind {
    /// It can be about nothing else.
    Plain,
    /// A task could be put off as well.
    Task,
    /// Only as an answer to a reminder that was told just now.
    Answer,
}

/// Until when a reminder is put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Until {
    /// Nothing was said.
    Unsaid,
    /// "Later".
    Later,
    /// A day, or a local time.
    At(Due),
    /// After a span of time.
    After(Shift),
}

/// What a message says of putting a reminder off, if it says nothing else.
pub fn understand_snoozing(text: &str, moment: &Moment) -> Option<Snoozing> {
    read(&Message::read(text, moment))
}

pub(crate) fn read(message: &Message<'_>) -> Option<Snoozing> {
    if message.foreign.is_some() || message.after.has(Gap::QUESTION) && !is_request(message) {
        return None;
    }
    let whole = message.units.len();
    let polite = message.language.frames.afterword(&message.units);
    from_preface(message, whole).or_else(|| from_preface(message, polite?))
}

/// The same, with as much politeness before it as there may be.
fn from_preface(message: &Message<'_>, end: usize) -> Option<Snoozing> {
    let mut rest = 0..end;
    loop {
        if let Some(found) = snoozing(message, rest.clone()) {
            return Some(found);
        }
        let preface = message
            .language
            .frames
            .preface(&message.units[rest.clone()])?;
        rest.start += preface.0;
    }
}

/// "Can you remind me again in an hour?"
fn is_request(message: &Message<'_>) -> bool {
    let preface = message.language.frames.preface(&message.units);
    preface.is_some_and(|(_, addressed)| addressed)
}

fn snoozing(message: &Message<'_>, units: Range<usize>) -> Option<Snoozing> {
    let frames = &message.language.frames;
    let (snoozed, captures) = frames.snooze(&message.units[units.clone()])?;
    let part = |slot| {
        let part: Range<usize> = captures.get(slot)?;
        Some(units.start + part.start..units.start + part.end)
    };
    let reference = match part(Slot::Reference) {
        // "Snooze it and buy milk" is two things.
        Some(named) if message.units[named.clone()].iter().any(joins) => return None,
        Some(named) => Some(reference::read(message, named)?.reference)
            .filter(|reference| !reference.is_pronoun()),
        None => None,
    };
    let kind = match snoozed {
        Snoozed::Again | Snoozed::AgainLater => SnoozeKind::Plain,
        Snoozed::Named => SnoozeKind::Task,
        Snoozed::Answer | Snoozed::AnswerLater => SnoozeKind::Answer,
    };
    let unsaid = match snoozed {
        Snoozed::AgainLater | Snoozed::AnswerLater => Until::Later,
        _ => Until::Unsaid,
    };
    Some(Snoozing {
        kind,
        reference,
        until: until(message, part, unsaid)?,
    })
}

fn joins(unit: &Unit<'_>) -> bool {
    unit.is(Role::Conjunction) || unit.gap.has(Gap::COMMA)
}

fn until(
    message: &Message<'_>,
    part: impl Fn(Slot) -> Option<Range<usize>>,
    unsaid: Until,
) -> Option<Until> {
    if let Some(when) = part(Slot::When) {
        let date = message.dates.get(message.units[when.start].date?)?;
        let once = date.recurrence.is_none() && !date.impossible;
        return date.due.clone().filter(|_| once).map(Until::At);
    }
    if let Some(span) = part(Slot::Shift) {
        let (shift, length) =
            shift::begins(&message.language.phrases, &message.units[span.clone()])?;
        return (length == span.len()).then_some(Until::After(shift));
    }
    Some(unsaid)
}

#[cfg(test)]
mod tests;
