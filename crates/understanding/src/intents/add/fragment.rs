//! Tasks without a verb: "dentist tomorrow 3pm", "gym every monday #health".

use super::from_payload;
use crate::evidence::{Cue, Evidence};
use crate::lexicon::{Class, Role};
use crate::payload::{self, Style};
use crate::reading::{Clause, Reading};
use crate::units::Unit;

/// "dentist tomorrow 3pm", "gym every monday #health": no verb, but what only a task has.
pub(crate) fn fragment(clause: &Clause<'_, '_>) -> Option<Reading> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let first = units.first()?;
    if units.len() > 14 || clause.question || clause.addressed {
        return None;
    }
    let asks = Class::QUESTION.with(Class::AUXILIARY).with(Class::MACHINE);
    if first.class.any(asks)
        || first.is_any(&[
            Role::PronounFirst,
            Role::PronounFirstMany,
            Role::PronounSecond,
            Role::PronounThird,
            Role::PronounOne,
            Role::Denial,
            Role::Negation,
            Role::Affirmation,
        ])
    {
        return None;
    }
    let says = |unit: &Unit<'_>| {
        unit.date.is_none()
            && (unit.class.any(Class::AUXILIARY)
                || unit.is_any(&[
                    Role::PronounFirst,
                    Role::PronounFirstMany,
                    Role::FirstWithAuxiliary,
                    Role::PronounSecond,
                    Role::PronounThird,
                    Role::Copula,
                    Role::PronounWithCopula,
                    Role::DemonstrativeWithCopula,
                ]))
    };
    if units.iter().any(says) {
        return None;
    }
    // "the car needs oil" is a sentence, "the oil change" a thing.
    let sentence = units.iter().any(|unit| unit.is(Role::VerbOfEvent));
    let style = Style {
        without_article: !sentence,
        ..Style::default()
    };
    let payload = payload::read(message, clause.range.clone(), style);
    let title = payload.title.as_deref()?;
    let written = title.split_whitespace().count();
    let event = units
        .iter()
        .any(|unit| unit.date.is_none() && unit.class.any(Class::EVENT));
    let world = units
        .iter()
        .any(|unit| unit.date.is_none() && unit.class.any(Class::WORLD));
    let marked = payload.priority.is_some() || !payload.tags.is_empty();
    let impossible = |unit: &Unit<'_>| {
        let date = unit.date.and_then(|index| message.dates.get(index));
        date.is_some_and(|date| date.impossible)
    };
    let dated = payload.due.is_some() || units.iter().any(impossible);
    let repeats = payload.recurrence.is_some();
    let strength = match () {
        () if written > 8 => return None,
        () if world && !event && !marked => return None,
        () if marked => 0.85,
        () if event && (dated || repeats) => 0.82,
        () if repeats => 0.72,
        () if dated => 0.52,
        () if event && written <= 3 => 0.52,
        () => return None,
    };
    Some(from_payload(
        payload,
        Evidence::new(strength).with_if(world && !marked, Cue::World),
    ))
}
