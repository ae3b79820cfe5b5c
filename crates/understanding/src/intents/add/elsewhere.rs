//! Wishes to other machines and lists that are not ours.

use std::ops::Range;

use tasktalk_domain::{Change, Reason};

use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::payload::{self, Style};
use crate::reading::Reading;
use crate::units::Unit;

/// A wish to a machine, with the title it would have as a task.
pub(in crate::intents) fn not_ours(
    message: &Message<'_>,
    range: Range<usize>,
    strength: f32,
) -> Reading {
    let mut reading = Reading::withheld(Some(Reason::NotOurs), strength);
    let start = range.start;
    let mut payload = payload::read(message, range.clone(), Style::default());
    // "book me a train" is offered as "Book a train".
    if message
        .units
        .get(start + 1)
        .is_some_and(|unit| unit.is(Role::PronounFirstObject))
        && range.end > start + 2
    {
        let rest = payload::read(message, start + 2..range.end, Style::default());
        let verb = message.slice(start..start + 1);
        payload.title = rest.title.map(|title| {
            let mut letters = title.chars();
            let title = letters
                .next()
                .map(|first| first.to_lowercase().chain(letters).collect::<String>())
                .unwrap_or_default();
            let mut verb = verb.chars();
            let head = verb
                .next()
                .map(|first| first.to_uppercase().chain(verb).collect::<String>());
            format!("{} {title}", head.unwrap_or_default())
        });
    }
    // "tell me a joke": who wants to hear something has nothing to do.
    let hears = message.units[start].is_any(&[Role::VerbFetch, Role::VerbShow, Role::VerbSay])
        && (message.units.get(start + 1)).is_some_and(|unit| unit.is(Role::PronounFirstObject));
    if hears {
        return reading;
    }
    reading.command.parameters.title = payload.title;
    reading.command.parameters.due = payload.due.map_or(Change::Keep, Change::Set);
    reading.command.parameters.due_part = payload.part;
    reading
}

/// "… to my playlist", "… to the calendar": a list that is not ours.
pub(super) fn goes_elsewhere(units: &[Unit<'_>]) -> bool {
    let Some((last, before)) = units.split_last() else {
        return false;
    };
    last.class.any(Class::WORLD.with(Class::DEVICE))
        && before.iter().rev().take(3).any(|unit| {
            unit.is_any(&[
                Role::PrepositionTo,
                Role::PrepositionOn,
                Role::PrepositionIn,
                Role::PrepositionInto,
            ])
        })
}

/// "… to my contacts", "… to the soup".
pub(super) fn ends_in_place(units: &[Unit<'_>]) -> bool {
    let end = units
        .iter()
        .rposition(|unit| unit.date.is_none())
        .map_or(0, |last| last + 1);
    let units = &units[..end];
    (2..=3).any(|length| {
        units.len() > length
            && units[units.len() - length - 1].is_any(&[
                Role::PrepositionTo,
                Role::PrepositionOn,
                Role::PrepositionIn,
                Role::PrepositionInto,
            ])
            && units[units.len() - length].class.any(Class::DETERMINER)
    })
}
