//! "Move milk to friday and mum to monday": the verb is said once, and each part has a task and a value of its own.

pub(crate) mod numbered;

use std::ops::Range;

use tasktalk_domain::{Change, Intent, SpanKind};

use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::reading::Reading;
use crate::reference;
use crate::units::{Gap, Unit};

/// The parts: the first with its verb, of each other the task and where its value begins. None when the clause has no
/// such parts.
pub(crate) fn parts(
    message: &Message<'_>,
    range: Range<usize>,
) -> Option<(Range<usize>, Vec<Part>)> {
    let units = &message.units;
    let verb = units[range.clone()]
        .iter()
        .take(LATEST_VERB)
        .any(changes_values);
    if !verb {
        return None;
    }
    let mut first = None;
    let mut others = Vec::new();
    let mut start = range.start;
    let boundary = |at: &usize| {
        *at == range.end || units[*at].is(Role::Conjunction) || units[*at].gap.has(Gap::COMMA)
    };
    for at in (range.start + 1..=range.end).filter(boundary) {
        let ends = at == range.end;
        let Some(value) = value_at_end(message, start..at) else {
            continue;
        };
        if first.is_none() {
            first = Some(start..at);
        } else {
            others.push(part(message, start..at, value)?);
        }
        start = at + usize::from(!ends && units[at].is(Role::Conjunction));
    }
    let complete = start >= range.end && !others.is_empty();
    first.filter(|_| complete).map(|first| (first, others))
}

/// So far into a clause, after politeness, its verb stands.
const LATEST_VERB: usize = 4;

/// No date or priority has more units than these.
const LONGEST_VALUE: usize = 24;

/// A part without a verb.
#[derive(Debug)]
pub(crate) struct Part {
    task: Range<usize>,
    value: Range<usize>,
}

/// The same change as in the first part, of other tasks and with other values.
pub(crate) fn changed(message: &Message<'_>, first: &Reading, part: &Part) -> Option<Reading> {
    if first.command.intent != Intent::UpdateTask || first.missing.is_some() {
        return None;
    }
    let mut reading = first.clone();
    let parameters = &mut reading.command.parameters;
    let had = (
        !parameters.due.is_keep() || !parameters.recurrence.is_keep(),
        parameters.priority.take().is_some(),
    );
    parameters.due = Change::Keep;
    parameters.due_part = None;
    parameters.recurrence = Change::Keep;
    let units = &message.units[part.value.clone()];
    let kind = match (units[0].date, had) {
        (Some(index), (true, _)) => {
            let date = message.dates.get(index)?;
            parameters.due = date.due.clone().map_or(Change::Keep, Change::Set);
            parameters.due_part = date.part;
            parameters.recurrence = date.recurrence.clone().map_or(Change::Keep, Change::Set);
            SpanKind::Due
        }
        (None, (_, true)) => {
            parameters.priority = message.language.phrases.whole_priority(units);
            SpanKind::Priority
        }
        _ => return None,
    };
    let pointed = reference::read(message, part.task.clone())
        .filter(|pointed| !pointed.reference.include.is_empty())?;
    reading.command.reference = Some(pointed.reference);
    reading.command.spans = Vec::new();
    let reading = reading.showing(message, part.task.clone(), SpanKind::Reference);
    Some(reading.showing(message, part.value.clone(), kind))
}

/// "Pack is done, passport too": where the first part ends, and the other task.
pub(crate) fn also(
    message: &Message<'_>,
    range: Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    let units = &message.units;
    let last = units.get(range.end.checked_sub(1)?)?;
    let words = range.len() > 2
        && last.is(Role::Exclamation)
        && units[range.end - 2].is(Role::PrepositionAs);
    if !(words || last.is_any(&[Role::AdditiveLast, Role::Additive])) {
        return None;
    }
    let end = range.end - if words { 2 } else { 1 };
    let joins = |at: &usize| {
        units[*at].is(Role::Conjunction) || units[*at].gap.has(Gap::COMMA.with(Gap::STOP))
    };
    let at = (range.start + 1..end).rev().find(joins)?;
    let start = at + usize::from(units[at].is(Role::Conjunction));
    let first = units.get(start).filter(|_| start < end)?;
    // One after the other they would be read ever deeper.
    if units[at - 1].is_any(&[Role::AdditiveLast, Role::Additive, Role::Exclamation]) {
        return None;
    }
    let named = !first
        .class
        .any(Class::CHORE.with(Class::SHOW).with(Class::PAST))
        && !first.is_any(&[
            Role::VerbAdd,
            Role::VerbDelete,
            Role::VerbMark,
            Role::PronounFirst,
        ]);
    named.then_some((range.start..at, start..end))
}

/// The first part with the other task as well, if it is about tasks that exist.
pub(crate) fn with_also(
    message: &Message<'_>,
    first: &Reading,
    other: Range<usize>,
) -> Option<Reading> {
    let exists = matches!(
        first.command.intent,
        Intent::CompleteTask | Intent::UpdateTask | Intent::DeleteTask
    );
    let pointed = reference::read(message, other.clone())
        .filter(|pointed| exists && !pointed.reference.include.is_empty())?;
    let mut reading = first.clone();
    let named = reading.command.reference.as_mut()?;
    if !named.exclude.is_empty() {
        return None;
    }
    named.include.extend(pointed.reference.include);
    Some(reading.showing(message, other, SpanKind::Reference))
}

fn part(message: &Message<'_>, range: Range<usize>, value: Range<usize>) -> Option<Part> {
    let units = &message.units;
    let mut end = value.start;
    while end > range.start && units[end - 1].is_any(&LEADS_TO_VALUE) {
        end -= 1;
    }
    let task = range.start..end;
    let first = units.get(task.start).filter(|_| !task.is_empty())?;
    // "… and call mum on monday" has a verb of its own.
    let verb = first.class.any(Class::CHORE.with(Class::SHOW)) && task.len() > 1
        || changes_values(first)
        || first.is_any(&[Role::VerbAdd, Role::VerbDelete, Role::VerbRemind])
        || first.class.any(Class::NEGATION);
    (!verb).then_some(Part { task, value })
}

const LEADS_TO_VALUE: [Role; 7] = [
    Role::PrepositionTo,
    Role::PrepositionOn,
    Role::PrepositionFor,
    Role::PrepositionAt,
    Role::PrepositionUntil,
    Role::PrepositionAs,
    Role::PrepositionFrom,
];

/// The date or priority that ends a run of units, if it isn't all of it.
fn value_at_end(message: &Message<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let earliest = range.end.saturating_sub(LONGEST_VALUE);
    (earliest.max(range.start + 1)..range.end)
        .find(|&at| {
            let unit = &message.units[at];
            let ends =
                |length: Option<usize>| length.is_some_and(|length| at + length == range.end);
            ends(unit.date_length) || unit.date.is_none() && ends(unit.priority_length)
        })
        .map(|at| at..range.end)
}

fn changes_values(unit: &Unit<'_>) -> bool {
    unit.is_any(&[
        Role::VerbMove,
        Role::VerbMake,
        Role::VerbSet,
        Role::VerbPut,
        Role::VerbChange,
        Role::VerbMark,
    ])
}
