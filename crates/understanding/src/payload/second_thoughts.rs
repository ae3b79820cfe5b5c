//! Two dates in one title: "tomorrow, no wait, Friday" means Friday, "Monday or Tuesday" must be asked.

use std::ops::Range;

use tasktalk_domain::{Due, DuePart};

use super::{Payload, combine};
use crate::dates::DateSpan;
use crate::lexicon::Role;
use crate::message::Message;
use crate::units::{Unit, UnitKind};

/// What joins two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// The second was meant.
    Correction,
    /// One of them is meant.
    Or,
    /// The second is not meant: "Friday, not Saturday".
    Excluded,
}

/// What stands between two dates, by their indices; none when it is neither.
pub(super) fn between(message: &Message<'_>, first: usize, second: usize) -> Option<Join> {
    let between = message.dates[first].units.end..message.dates[second].units.start;
    let units = message.units.get(between)?;
    if corrects(units) || negated(message, first) && replaces(units) {
        return Some(Join::Correction);
    }
    if negated(message, second) && units.len() == 1 {
        return Some(Join::Excluded);
    }
    let (or, led) = units.split_first()?;
    (or.is(Role::Disjunction)
        && led.iter().all(|unit| {
            unit.is_any(&[
                Role::PrepositionFor,
                Role::PrepositionOn,
                Role::PrepositionAt,
                Role::PrepositionBy,
                Role::PrepositionIn,
                Role::Uncertainty,
            ])
        }))
    .then_some(Join::Or)
}

/// "not tomorrow": whether a date is said to be the wrong one.
fn negated(message: &Message<'_>, date: usize) -> bool {
    message.dates[date]
        .units
        .start
        .checked_sub(1)
        .is_some_and(|before| message.units[before].is(Role::Negation))
}

/// Whether nothing but "but" leads from the wrong date to the right one.
fn replaces(units: &[Unit<'_>]) -> bool {
    units.iter().all(|unit| {
        unit.is_any(&[
            Role::Adversative,
            Role::PrepositionFor,
            Role::PrepositionOn,
            Role::PrepositionAt,
            Role::PrepositionBy,
            Role::Substitution,
            Role::Preference,
        ])
    })
}

/// Takes the date that was meant; of the one before stays what it doesn't say.
pub(super) fn correct(payload: &mut Payload, date: &DateSpan) {
    let Some(new) = &date.due else {
        return payload.take_date(date);
    };
    let due = match (payload.due.take(), date.part) {
        (Some(old), Some(DuePart::Time)) if payload.part != Some(DuePart::Time) => {
            payload.part = Some(DuePart::Both);
            combine(&old, new)
        }
        (Some(old), Some(DuePart::Date))
            if old.time().is_some() && payload.recurrence.is_none() =>
        {
            payload.part = Some(DuePart::Both);
            combine(new, &old)
        }
        _ => {
            payload.part = date.part;
            new.clone()
        }
    };
    payload.due = Some(due);
    if date.part != Some(DuePart::Time) || date.recurrence.is_some() {
        payload.recurrence.clone_from(&date.recurrence);
    }
}

/// "at 5, actually make it 6": a bare hour at the end, where a time was said before. Whether there was one.
pub(super) fn correct_hour(
    payload: &mut Payload,
    message: &Message<'_>,
    tail: Range<usize>,
) -> bool {
    let Some((last, before)) = message.units.get(tail).and_then(<[_]>::split_last) else {
        return false;
    };
    let Some(Due::DateTime {
        date_time,
        timezone,
    }) = &payload.due
    else {
        return false;
    };
    let hour = last
        .number
        .filter(|_| last.kind == UnitKind::Number)
        .and_then(|hour| i8::try_from(hour).ok())
        .filter(|hour| (1..24).contains(hour));
    let Some(hour) = hour.filter(|_| corrects(before)) else {
        return false;
    };
    // The same half of the day is meant.
    let hour = if date_time.hour() >= 12 && hour < 12 {
        hour + 12
    } else {
        hour
    };
    let Ok(corrected) = date_time.with().hour(hour).minute(0).build() else {
        return false;
    };
    payload.due = Some(Due::at(corrected, timezone.clone()));
    true
}

/// "at 5 or 6": whether a bare hour is offered beside the time said before it.
pub(super) fn offers_hour(message: &Message<'_>, date: usize, tail: Range<usize>) -> bool {
    let timed = matches!(
        message.dates[date].part,
        Some(DuePart::Time | DuePart::Both)
    );
    timed
        && matches!(message.units.get(tail), Some([or, hour])
            if or.is(Role::Disjunction) && hour.number.is_some_and(|hour| (1..24).contains(&hour)))
}

/// Whether words do nothing but take back what was said before them.
fn corrects(units: &[Unit<'_>]) -> bool {
    let takes_back = units.iter().any(|unit| {
        unit.is_any(&[
            Role::Denial,
            Role::DenialAnswer,
            Role::Retraction,
            Role::Correction,
            Role::Preference,
            Role::VerbMean,
        ])
    });
    takes_back
        && units.iter().all(|unit| {
            unit.is_any(&[
                Role::Disjunction,
                Role::Adversative,
                Role::PrepositionTo,
                Role::PrepositionFor,
                Role::PrepositionOn,
                Role::PrepositionAt,
                Role::PrepositionBy,
                Role::PronounFirst,
                Role::PronounFirstObject,
                Role::PronounOne,
                Role::DemonstrativeNear,
                Role::DemonstrativeFar,
                Role::Denial,
                Role::DenialAnswer,
                Role::Negation,
                Role::CopulaInfinitive,
                Role::AuxiliaryDo,
                Role::Hortative,
                Role::VerbSay,
                Role::Hesitation,
                Role::Interjection,
                Role::Exclamation,
                Role::Retraction,
                Role::Correction,
                Role::Preference,
                Role::VerbChange,
                Role::VerbMake,
                Role::VerbMean,
            ])
        })
}
