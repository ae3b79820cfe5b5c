//! "Daily standup at 9:30", "biweekly 1:1 with Ann on Wednesdays": an adjective says how often, a date further on when.
//!
//! The adjective stays in the title, where it names the thing.

use std::ops::Range;

use super::DateSpan;
use crate::Moment;
use crate::language::Tongue;
use crate::lexicon::Role;
use crate::tokens::tokenize;
use crate::units::{Gap, Unit, UnitKind};
use crate::when;

/// The date stands within so many units of its adjective.
const FARTHEST: usize = 12;

/// Makes a date that follows such an adjective repeat as the adjective says.
pub(super) fn join(
    units: &mut [Unit<'_>],
    dates: &mut [DateSpan],
    moment: &Moment,
    tongue: Tongue,
) {
    for at in 0..units.len() {
        if !often(&units[at]) || !begins_title(units, at) {
            continue;
        }
        let own = units[at].date;
        if own.is_some() && units[at].date_length != Some(1) {
            continue;
        }
        let Some(index) = later(units, at) else {
            continue;
        };
        let date = dates[index].units.clone();
        let Some(mut joined) = together(units, at, date, moment, tongue) else {
            continue;
        };
        joined.units = dates[index].units.clone();
        dates[index] = joined;
        if let Some(own) = own {
            // Its own date is no date any more; an empty one keeps the numbers of the others.
            dates[own] = DateSpan {
                units: at..at,
                ..DateSpan::default()
            };
            units[at].date = None;
            units[at].date_length = None;
        }
    }
}

fn often(unit: &Unit<'_>) -> bool {
    unit.is(Role::AdjectiveFrequency)
}

/// Whether a thing with a name of its own follows: "weekly review", but not "weekly on Fridays".
fn begins_title(units: &[Unit<'_>], at: usize) -> bool {
    let named = units.get(at + 1).is_some_and(|next| {
        next.date.is_none()
            && matches!(next.kind, UnitKind::Word | UnitKind::Quoted)
            && !next.gap.has(Gap::COMMA.with(Gap::STOP).with(Gap::LINE))
            && !next.is_any(&[
                Role::Conjunction,
                Role::Disjunction,
                Role::PrepositionFor,
                Role::PrepositionOn,
                Role::PrepositionAt,
                Role::PrepositionBy,
                Role::PrepositionFrom,
                Role::PrepositionUntil,
                Role::Exceptive,
            ])
            && !next.is_any(&[Role::NounTasks, Role::NounReminder, Role::NounList])
    });
    // "submit the weekly report on Friday" speaks of one report.
    let behind = at.checked_sub(1).is_none_or(|before| {
        units[before].is_any(&[
            Role::PrepositionTo,
            Role::PrepositionFor,
            Role::PrepositionAbout,
            Role::ArticleIndefinite,
            Role::AdjectiveNew,
            Role::VerbAdd,
            Role::VerbSchedule,
        ]) || before == 0
            && units[before].is_any(&[
                Role::PossessiveFirst,
                Role::PossessiveFirstMany,
                Role::ArticleDefinite,
            ])
            || units[at]
                .gap
                .has(Gap::STOP.with(Gap::LINE).with(Gap::COLON))
    });
    named && behind
}

/// The next date of the sentence, if no other stands before it.
fn later(units: &[Unit<'_>], at: usize) -> Option<usize> {
    let rest = &units[at + 1..units.len().min(at + 1 + FARTHEST)];
    let ends = rest
        .iter()
        .position(|unit| {
            // "the weekly meeting is on Friday" tells of one meeting.
            unit.gap.has(Gap::STOP.with(Gap::LINE)) || unit.is(Role::Copula)
        })
        .unwrap_or(rest.len());
    rest[..ends].iter().find_map(|unit| unit.date)
}

/// What adjective and date mean when they stand side by side: "biweekly on Wednesdays".
fn together(
    units: &[Unit<'_>],
    at: usize,
    date: Range<usize>,
    moment: &Moment,
    tongue: Tongue,
) -> Option<DateSpan> {
    let led = date
        .start
        .checked_sub(1)
        .filter(|&before| units[before].is_any(&[Role::PrepositionOn, Role::PrepositionAt]));
    let words: Vec<&str> = std::iter::once(at)
        .chain(led)
        .chain(date)
        .map(|place| units[place].text)
        .collect();
    let text = words.join(" ");
    let tokens = tokenize(&text);
    let (found, _) = when::find_in(tongue, &tokens, moment);
    let [only] = found.as_slice() else {
        return None;
    };
    let whole = only.start_char == 0 && only.end_char == text.chars().count();
    let recurrence = only.meaning.recurrence().filter(|_| whole)?.clone();
    Some(DateSpan {
        due: only.meaning.due(moment),
        part: only.meaning.due_part(),
        recurrence: Some(recurrence),
        days: only.meaning.days(),
        ..DateSpan::default()
    })
}
