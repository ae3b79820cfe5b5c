//! Plain pointing anywhere in a clause that no form describes: "knock number 4 down to p3", "all the overdue ones, away with them".

use std::ops::Range;

use tasktalk_domain::{Position, Reference, Selector};

use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::reading::Clause;
use crate::reference::{self, Pointing};
use crate::units::{Gap, Unit, UnitKind};

/// Nobody points with more words at once.
const LONGEST: usize = 9;
/// In a longer clause pointing is not looked for.
const LONGEST_CLAUSE: usize = 60;

/// What a clause points at.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pointed {
    /// Its units.
    pub(super) units: Range<usize>,
    /// The tasks meant.
    pub(super) reference: Reference,
}

/// What points at tasks by number, place or condition; numbers said one by one are one reference.
pub(super) fn find(clause: &Clause<'_, '_>) -> Option<Pointed> {
    if clause.range.len() > LONGEST_CLAUSE {
        return None;
    }
    let mut found: Option<Pointed> = None;
    let mut start = clause.range.start;
    while start < clause.range.end {
        let Some(next) = longest(clause, start) else {
            start += 1;
            continue;
        };
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

fn is_numbers(pointed: &Pointed) -> bool {
    let include = &pointed.reference.include;
    include
        .iter()
        .all(|selector| matches!(selector, Selector::Id(_)))
}

fn longest(clause: &Clause<'_, '_>, start: usize) -> Option<Pointed> {
    let end = clause.range.end.min(start + LONGEST);
    (start + 1..=end)
        .rev()
        .find_map(|end| plainly(clause, start..end))
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
        Selector::Id(_) => units.len() > 1 || message.units[units.start].kind == UnitKind::Id,
        Selector::Position(Position::First(_) | Position::Last(_)) => ends(clause, units),
        Selector::Position(_) => {
            units.len() > 1 && !begins_date(message, units) && ends(clause, units)
        }
        Selector::Filter(_) => message.units[units.clone()].iter().any(names_tasks),
        _ => false,
    }
}

/// "the last sunday" is a day.
fn begins_date(message: &Message<'_>, units: &Range<usize>) -> bool {
    message.units[units.clone()]
        .iter()
        .any(|unit| unit.date.is_some())
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
