//! Several tasks in one wish: "call the dentist, pay the rent and buy milk".

use std::ops::Range;

use super::chore::looks_like_noun;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::reading::Reading;
use crate::segment;
use crate::units::{Gap, Unit, UnitKind};

/// How the words after a frame are cut into several tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Several {
    /// They are one.
    No,
    /// Each verb begins one.
    Verbs,
    /// Each item of the list is one.
    Items,
}

/// Cuts a payload into the payloads of several tasks.
pub(super) fn items(
    message: &Message<'_>,
    range: Range<usize>,
    several: Several,
) -> Vec<Range<usize>> {
    let units = &message.units;
    // "go to the shop and buy milk" is one thing to do.
    let leading = units[range.start].class.any(Class::LEADING);
    let mut items = Vec::new();
    let mut start = range.start;
    let mut at = start + 1;
    while at < range.end {
        let unit = &units[at];
        let inside_date = unit.date.is_some() && unit.date_length.is_none();
        let joined = unit.is_any(&[Role::Conjunction, Role::Sequence]);
        let comma = unit.gap.has(Gap::COMMA.with(Gap::STOP).with(Gap::LINE));
        if inside_date || !(joined || comma) {
            at += 1;
            continue;
        }
        let mut next = at;
        while next < range.end
            && units[next].is_any(&[
                Role::Conjunction,
                Role::Additive,
                Role::Sequence,
                Role::PrepositionTo,
            ])
        {
            next += 1;
        }
        while let Some((length, _)) = message.language.frames.preface(&units[next..range.end]) {
            next += length;
        }
        let infinitive = units[at..next]
            .iter()
            .any(|unit| unit.is(Role::PrepositionTo));
        let own = !message.language.habits.verb_last
            && (own_date(message, start..at, next..range.end)
                || infinitive && joined && begins_own(&units[next..range.end]));
        // "… and another one to call Jo"
        let another = units[next..range.end]
            .iter()
            .take(3)
            .position(|unit| unit.is(Role::PrepositionTo))
            .filter(|_| joined && units[next].is_any(&[Role::ProformOne, Role::DeterminerAnother]));
        if let Some(to) = another.filter(|to| next + to + 1 < range.end) {
            items.push(start..at);
            start = next + to + 1;
            at = start + 1;
            continue;
        }
        let by_rule = match several {
            _ if own => true,
            _ if leading => false,
            Several::Items => next < range.end,
            Several::No => false,
            Several::Verbs if message.language.habits.verb_last => {
                next < range.end
                    && ends_chore(message, start..at)
                    && ends_chore(message, next..range.end)
            }
            Several::Verbs => {
                next < range.end
                    && begins_chore(&units[next..range.end])
                    // "read and sign the contract", but "bread and call mum"
                    && (at > start + 1 || !units[start].class.any(Class::CHORE))
            }
        };
        // What was announced as a list is one; "Dr. Smith" is no two things.
        let splits = match several {
            Several::Verbs if !own && !leading && !unit.gap.has(Gap::STOP.with(Gap::LINE)) => {
                next < range.end
                    && segment::cuts(message, &(start..at), &(next..range.end), by_rule)
            }
            Several::Verbs | Several::Items | Several::No => by_rule,
        };
        if splits {
            items.push(start..at);
            start = next;
        }
        at = next.max(at + 1);
    }
    if start < range.end {
        items.push(start..range.end);
    }
    items
}

/// "call grandma tonight and go for a run at noon": each has a time of its own.
fn own_date(message: &Message<'_>, left: Range<usize>, right: Range<usize>) -> bool {
    let units = &message.units;
    let says_when = |range: Range<usize>| units[range].iter().any(|unit| unit.date.is_some());
    says_when(left) && begins_own(&units[right.clone()]) && says_when(right)
}

/// Whether another chore begins here, if something else says that it is another one.
fn begins_own(units: &[Unit<'_>]) -> bool {
    let [first, second, ..] = units else {
        return false;
    };
    // "vacuum the hall": whatever its first word is, it is done to something.
    let verb = first.class.any(Class::CHORE)
        || first.class == Class::NONE && second.class.any(Class::DETERMINER);
    verb && first.kind == UnitKind::Word
        && first.date.is_none()
        && !looks_like_noun(units)
        && !second.is_any(&[
            Role::Conjunction,
            Role::Disjunction,
            Role::PronounThirdObject,
            Role::PronounOne,
            Role::PronounMany,
        ])
}

/// Whether a verb with its object begins here: "call the bank", not "water and bread".
fn begins_chore(units: &[Unit<'_>]) -> bool {
    let Some(first) = units.first() else {
        return false;
    };
    if !first.class.any(Class::CHORE) || first.kind != UnitKind::Word || looks_like_noun(units) {
        return false;
    }
    let Some(second) = units.get(1) else {
        return false;
    };
    // "catch up" alone is done to nothing.
    let alone = units.len() == 2 && second.is(Role::VerbParticle);
    let joined = alone
        || second.is_any(&[
            Role::Conjunction,
            Role::Disjunction,
            Role::PrepositionTo,
            Role::PrepositionFor,
            Role::PrepositionWith,
            Role::PronounThirdObject,
            Role::PronounOne,
            Role::PronounMany,
            Role::QuantifierAll,
            Role::PronounAll,
        ])
        || second.gap.has(Gap::COMMA.with(Gap::STOP));
    !joined
}

/// Whether a verb with its object ends here: "Milch kaufen", not "Brot".
fn ends_chore(message: &Message<'_>, range: Range<usize>) -> bool {
    message
        .language
        .verb(&message.units[range])
        .is_some_and(|at| at > 0)
}

/// "buy milk and call mum tomorrow at 5": a date that is said last is said of the last only; tags of a list are said of
/// all. "water the plants and feed the cat every evening": how often is said of all, where it is said once.
pub(super) fn share_last_details(readings: &mut [Reading], several: Several) {
    let Some((last, others)) = readings.split_last_mut() else {
        return;
    };
    let last = &last.command.parameters;
    let undated = |reading: &Reading| {
        let parameters = &reading.command.parameters;
        parameters.due.is_keep() && parameters.recurrence.is_keep()
    };
    let repeats = !last.recurrence.is_keep() && others.iter().all(undated);
    if several != Several::Items && !repeats {
        return;
    }
    for other in others {
        let parameters = &mut other.command.parameters;
        if repeats {
            parameters.recurrence = last.recurrence.clone();
        }
        if parameters.due.is_keep() {
            parameters.due = last.due.clone();
            parameters.due_part = last.due_part;
        }
    }
}

/// More words than these are no bare thing.
const LONGEST_THING: usize = 3;

/// "milk, eggs and bread": bare things with a comma between them, each of which is one task. Two that only an "and" joins may be
/// one: "salt and pepper".
pub(super) fn lists_things(message: &Message<'_>, range: &Range<usize>) -> bool {
    let units = &message.units[range.clone()];
    let dated = units
        .iter()
        .rev()
        .take_while(|unit| unit.date.is_some() || unit.is(Role::PriorityMark))
        .count();
    let units = &units[..units.len() - dated];
    let (mut things, mut words) = (0, 0);
    for (at, unit) in units.iter().enumerate() {
        let joins = unit.is(Role::Conjunction);
        if at > 0 && (joins || unit.gap.has(Gap::COMMA)) && words > 0 {
            things += 1;
            words = 0;
        }
        if joins || words == 0 && unit.class.any(Class::DETERMINER) {
            continue;
        }
        words += 1;
        let verb = words == 1 && begins_chore(&units[at..]);
        if words > LONGEST_THING || verb || !is_bare(unit, at == 0) {
            return false;
        }
    }
    things += usize::from(words > 0);
    commas(units) > 0 && things > 1 && !ends_chore(message, range.clone())
}

/// Whether a word can be one of a thing's: it leads nowhere, and nothing but a comma stands before it.
fn is_bare(unit: &Unit<'_>, first: bool) -> bool {
    let parts = Gap::STOP.with(Gap::LINE).with(Gap::COLON).with(Gap::DASH);
    let small = Class::STOP.with(Class::AUXILIARY).with(Class::NEGATION);
    matches!(unit.kind, UnitKind::Word | UnitKind::Number)
        && unit.date.is_none()
        && !unit.class.any(small)
        && (first || !unit.gap.has(parts))
}

/// "am Freitag den Bericht abgeben und die Oma anrufen": a date that stands before all that is to be done is said of all of it,
/// unless something of it has a date of its own.
pub(super) fn share_first_date(
    message: &Message<'_>,
    range: &Range<usize>,
    readings: &mut [Reading],
) {
    let leads = (message.units[range.start].date).is_some_and(|index| {
        message
            .dates
            .get(index)
            .is_some_and(|date| date.units.start == range.start)
    });
    let Some((first, others)) = readings.split_first_mut().filter(|_| leads) else {
        return;
    };
    let first = &first.command.parameters;
    let undated = |reading: &Reading| {
        let parameters = &reading.command.parameters;
        parameters.due.is_keep() && parameters.recurrence.is_keep()
    };
    if !others.iter().all(undated) {
        return;
    }
    for other in others {
        let parameters = &mut other.command.parameters;
        parameters.due = first.due.clone();
        parameters.due_part = first.due_part;
        parameters.recurrence = first.recurrence.clone();
    }
}

pub(super) fn commas(units: &[Unit<'_>]) -> usize {
    units
        .iter()
        .skip(1)
        .filter(|unit| unit.date.is_none() && unit.gap.has(Gap::COMMA))
        .count()
}
