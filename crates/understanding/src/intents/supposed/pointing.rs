//! Plain pointing anywhere in a clause that no form describes: "knock number 4 down to p3", "all the overdue ones, away with them".

use std::ops::Range;

use tasktalk_domain::{Position, Reference, Selector, StatusFilter, TaskFilter};

use crate::lexicon::{Class, Role};
use crate::model::Kind;
use crate::reading::Clause;
use crate::reference::{self, Pointing};
use crate::units::{Gap, Unit, UnitKind};

/// Nobody points with more words at once.
const LONGEST: usize = 9;
/// In a longer message pointing is not looked for.
const LONGEST_MESSAGE: usize = 60;

/// What a clause points at.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pointed {
    /// Its units.
    pub(super) units: Range<usize>,
    /// The tasks meant.
    pub(super) reference: Reference,
}

/// What points at tasks by number, place or condition; numbers said one by one are one reference.
pub(super) fn find(clause: &Clause<'_, '_>, kind: Kind) -> Option<Pointed> {
    if clause.message.units.len() > LONGEST_MESSAGE {
        return None;
    }
    let mut found: Option<Pointed> = None;
    let mut start = clause.range.start;
    while start < clause.range.end {
        let Some(mut next) = longest(clause, start) else {
            start += 1;
            continue;
        };
        if !without_outcome(&mut next.reference, kind) {
            start += 1;
            continue;
        }
        start = next.units.end;
        match &mut found {
            None => found = Some(next),
            Some(before) if is_numbers(before) && is_numbers(&next) => {
                before.reference.include.extend(next.reference.include);
                before.units.end = next.units.end;
            }
            Some(_) => {}
        }
    }
    found
}

/// The only number of a clause that counts nothing: "knock 4 down to p3".
pub(super) fn bare_number(clause: &Clause<'_, '_>) -> Option<Reference> {
    let message = clause.message;
    let counts = |at: usize| {
        let next = message
            .units
            .get(at + 1)
            .filter(|_| at + 1 < clause.range.end);
        next.is_some_and(|next| {
            !next.gap.has(Gap::COMMA.with(Gap::STOP).with(Gap::COLON))
                && next.kind == UnitKind::Word
                && !next.class.any(Class::STOP)
        })
    };
    let mut numbers = clause.range.clone().filter(|&at| {
        let unit = &message.units[at];
        unit.kind == UnitKind::Number && unit.date.is_none() && unit.shift_length.is_none()
    });
    let only = numbers.next().filter(|&at| !counts(at))?;
    if numbers.next().is_some() {
        return None;
    }
    let pointed = reference::read(message, only..only + 1)?;
    pointed.bare_number.then_some(pointed.reference)
}

/// "all the overdue ones are done": that they are done is what is said of them, not which ones are meant. Whether anything says which.
fn without_outcome(reference: &mut Reference, kind: Kind) -> bool {
    let outcome = match kind {
        Kind::Done => StatusFilter::Completed,
        Kind::Reopen => StatusFilter::Pending,
        _ => return true,
    };
    reference.include.iter_mut().all(|selector| {
        let Selector::Filter(filter) = selector else {
            return true;
        };
        if filter.status == outcome {
            filter.status = StatusFilter::default();
        }
        *filter != TaskFilter::default()
    })
}

fn is_numbers(pointed: &Pointed) -> bool {
    let include = &pointed.reference.include;
    include
        .iter()
        .all(|selector| matches!(selector, Selector::Id(_)))
}

/// What is pointed at from a unit on: a number as soon as it is said, conditions as far as they go.
fn longest(clause: &Clause<'_, '_>, start: usize) -> Option<Pointed> {
    let end = clause.range.end.min(start + LONGEST);
    let mut longest = None;
    for end in start + 1..=end {
        let pointed = plainly(clause, start..end);
        if pointed.as_ref().is_some_and(is_numbers) {
            return pointed;
        }
        longest = pointed.or(longest);
    }
    longest
}

fn plainly(clause: &Clause<'_, '_>, units: Range<usize>) -> Option<Pointed> {
    let message = clause.message;
    // A comma ends what is pointed at; numbers after it are looked for by themselves.
    if message.units[units.start + 1..units.end]
        .iter()
        .any(|unit| unit.gap.has(Gap::COMMA.with(Gap::STOP).with(Gap::COLON)))
    {
        return None;
    }
    let pointed = reference::read(message, units.clone())?;
    let plain = pointed.pointing == Pointing::Explicit
        && !pointed.bare_number
        && !pointed.reference.include.is_empty()
        && pointed
            .reference
            .include
            .iter()
            .all(|selector| is_plain(clause, &units, selector));
    plain.then_some(Pointed {
        units,
        reference: pointed.reference,
    })
}

fn is_plain(clause: &Clause<'_, '_>, units: &Range<usize>, selector: &Selector) -> bool {
    let message = clause.message;
    match selector {
        Selector::Id(_) => is_number(&message.units[units.clone()]),
        Selector::Position(Position::First(_) | Position::Last(_)) => ends(clause, units),
        Selector::Position(_) => is_place(&message.units[units.clone()]) && ends(clause, units),
        Selector::Filter(_) => are_conditions(&message.units[units.clone()]),
        _ => false,
    }
}

/// "number 4" and `#4`, but not the "reminder three" of "move the reminder three days".
fn is_number(units: &[Unit<'_>]) -> bool {
    let spans = units.iter().any(|unit| unit.shift_length.is_some());
    !spans && (units.len() > 1 || units[0].kind == UnitKind::Id)
}

/// "the second one"; "the last sunday" and "the 11th" are days.
fn is_place(units: &[Unit<'_>]) -> bool {
    let day = |unit: &Unit<'_>| {
        unit.date.is_some()
            || unit.ordinal.is_some() && unit.text.starts_with(|c: char| c.is_ascii_digit())
    };
    units.len() > 1 && (units.last().is_some_and(names_tasks) || !units.iter().any(day))
}

/// "all the overdue ones", but not the whole of "all the overdue ones are done".
fn are_conditions(units: &[Unit<'_>]) -> bool {
    let stated = units.windows(2).any(|pair| {
        pair[1].is(Role::Copula)
            && !pair[0].is_any(&[Role::DemonstrativeFar, Role::InterrogativeWhich])
    });
    units.iter().any(names_tasks) && !stated
}

/// Whether what follows is no part of it: "the second one", but not "the second coat".
fn ends(clause: &Clause<'_, '_>, units: &Range<usize>) -> bool {
    let message = clause.message;
    let said = names_tasks(&message.units[units.end - 1]);
    let next = (units.end < clause.range.end).then(|| &message.units[units.end]);
    said || next.is_none_or(|next| {
        next.gap.has(Gap::COMMA.with(Gap::STOP))
            || next.class.any(Class::STOP)
            || next.date.is_some()
    })
}

fn names_tasks(unit: &Unit<'_>) -> bool {
    unit.class.any(Class::TASK)
        || unit.is_any(&[
            Role::ProformOne,
            Role::ProformMany,
            Role::NounTasks,
            Role::NounStuff,
            Role::QuantifierAll,
            Role::PronounAll,
            Role::QuantifierEvery,
        ])
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::{Locale, Zone};

    use super::*;
    use crate::Moment;
    use crate::message::Message;
    use crate::shorthand::of_reference;

    /// Sunday morning.
    fn moment() -> Moment {
        Moment {
            now: jiff::civil::datetime(2026, 11, 22, 9, 0, 0, 0),
            zone: Zone::utc(),
            locale: Locale::default(),
        }
    }

    fn pointed(text: &str, kind: Kind) -> Option<String> {
        let moment = moment();
        let message = Message::read(text, &moment);
        let clause = Clause::of(&message, 0..message.units.len());
        find(&clause, kind).map(|pointed| of_reference(&pointed.reference))
    }

    #[test]
    fn numbers_places_and_conditions_point_wherever_they_stand() {
        for (text, kind, expected) in [
            ("knock number 4 down to p3", Kind::Update, "#4"),
            ("you can strike task 2, task 5", Kind::Delete, "#2, #5"),
            ("away with the second one", Kind::Delete, "nth 2"),
            (
                "all the overdue ones, away with them",
                Kind::Delete,
                "[overdue]",
            ),
        ] {
            assert_eq!(pointed(text, kind).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_counts_or_dates_points_at_nothing() {
        for text in [
            "move the reminder three days",
            "it happens on the last sunday",
            "put on the second coat",
            "the milk is in the fridge",
        ] {
            assert_eq!(pointed(text, Kind::Update), None, "{text}");
        }
    }

    #[test]
    fn that_tasks_are_done_does_not_say_which() {
        assert_eq!(pointed("all done ones", Kind::Done), None);
        assert_eq!(
            pointed("all the done ones", Kind::Delete).as_deref(),
            Some("[done]")
        );
    }

    #[test]
    fn a_bare_number_points_where_it_counts_nothing() {
        let bare = |text: &str| {
            let moment = moment();
            let message = Message::read(text, &moment);
            let clause = Clause::of(&message, 0..message.units.len());
            bare_number(&clause).map(|reference| of_reference(&reference))
        };
        assert_eq!(bare("knock 4 down to p3").as_deref(), Some("#4"));
        assert_eq!(bare("get 4 eggs"), None);
        assert_eq!(bare("knock 4 and 5 down"), None);
    }
}
