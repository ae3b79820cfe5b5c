//! What tasks may not be: "not tagged home", "everything except the rent".

use std::ops::Range;

use tasktalk_domain::TaskFilter;

use super::{names::words, parts::Joint, read, text_filter};
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::phrases::Condition;
use crate::units::{Gap, UnitKind};

/// As many words may stand between a negation and what it denies: "that isn't yet marked as".
const REACH: usize = 6;

/// More words than this name nothing that is left out.
const LONGEST_EXCEPTION: usize = 80;

/// The length of the words that begin an exception, when nothing but one can begin with them.
pub(super) fn exception(message: &Message<'_>, range: Range<usize>) -> Option<usize> {
    let units = &message.units[range];
    let plain = units
        .first()?
        .is_any(&[Role::AdjectiveOther, Role::Exceptive])
        || units[0].is(Role::Adversative)
            && units.get(1).is_some_and(|unit| unit.is(Role::Negation));
    let phrases = &message.language.phrases;
    // "without a due date" is a condition of its own.
    if !plain || phrases.condition(units).is_some() {
        return None;
    }
    phrases.exception(units)
}

/// Everything an exception names, each as a filter; none when a part of it can't be one.
pub(super) fn excepted(message: &Message<'_>, range: Range<usize>) -> Option<Vec<TaskFilter>> {
    // Each exception inside is read once more.
    if range.len() > LONGEST_EXCEPTION {
        return None;
    }
    if let Some(filters) = only_conditions(message, range.clone()) {
        return Some(filters);
    }
    let parts = named(message, range.clone());
    if parts == [range.clone()] {
        // Read once more, exceptions inside exceptions would take twice as long for each.
        return titled(message, range).map(|filter| vec![filter]);
    }
    let mut filters = Vec::new();
    for part in parts {
        match only_conditions(message, part.clone()) {
            Some(mut conditions) => filters.append(&mut conditions),
            None => filters.push(titled(message, part)?),
        }
    }
    (!filters.is_empty()).then_some(filters)
}

/// The filters of which one must hold, when a run of units is conditions and nothing else.
pub(crate) fn only_conditions(
    message: &Message<'_>,
    range: Range<usize>,
) -> Option<Vec<TaskFilter>> {
    let conditions = read(message, range);
    let mut filter = conditions.filter;
    let quoted = filter.text.is_some();
    if !conditions.rest.is_empty() || conditions.unsaid || quoted {
        return None;
    }
    let either = std::mem::take(&mut filter.either);
    match (filter == TaskFilter::default(), either.is_empty()) {
        (true, false) => Some(either),
        (false, true) if filter.except.is_empty() => Some(vec![filter]),
        _ => None,
    }
}

/// The parts between commas, "and" and "or".
pub(crate) fn named(message: &Message<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let unit = &message.units[at];
        let joint = Joint::of(unit).is_some();
        if joint || unit.gap.has(Gap::COMMA) {
            parts.push(start..at);
            start = if joint { at + 1 } else { at };
        }
    }
    parts.push(start..range.end);
    parts.retain(|part| !part.is_empty());
    parts
}

fn titled(message: &Message<'_>, part: Range<usize>) -> Option<TaskFilter> {
    let units = &message.units[part.clone()];
    let numbered = units
        .iter()
        .any(|unit| matches!(unit.kind, UnitKind::Id | UnitKind::Number));
    let says = units.iter().any(|unit| !unit.class.any(Class::STOP));
    let places: Vec<usize> = part.collect();
    (says && !numbered).then(|| text_filter(words(message, &places)))
}

/// Whether a negation denies a condition that follows.
pub(super) fn denies(message: &Message<'_>, range: Range<usize>) -> bool {
    let phrases = &message.language.phrases;
    for at in range.clone().skip(1).take(REACH) {
        let unit = &message.units[at];
        let condition = phrases
            .condition(&message.units[at..range.end])
            .is_some_and(|(condition, _, _)| {
                !matches!(
                    condition,
                    Condition::Everything | Condition::Sorted(..) | Condition::Descending
                )
            });
        let tag_name = unit.class.any(Class::TAG_NAME)
            && message.units[..range.end]
                .get(at + 1)
                .is_some_and(|next| next.class.any(Class::TASK.with(Class::LIST)));
        let marked = matches!(unit.kind, UnitKind::Tag | UnitKind::Quoted);
        if condition || tag_name || marked || unit.date_length.is_some() {
            return true;
        }
        if !phrases.is_ignored(unit) || Joint::of(unit).is_some() {
            return false;
        }
    }
    false
}

/// Whether "not due" is said of a date that follows, and doesn't stand for having none.
pub(super) fn denies_date(message: &Message<'_>, range: Range<usize>) -> bool {
    let units = &message.units[range];
    let due = |unit: &crate::units::Unit<'_>| unit.is(Role::AdjectiveDue);
    units[0].class.any(Class::NEGATION)
        && units.get(1).is_some_and(due)
        && units
            .iter()
            .skip(1)
            .take(3)
            .any(|unit| unit.date_length.is_some())
}
