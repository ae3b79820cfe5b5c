//! "Rename 1 to Ham and 2 to Eggs", "mark 3 as p1 and 5 as done": the verb is said once, and each number has something else
//! done to it. Each part is read as if the verb stood before it as well.

use std::ops::Range;

use tasktalk_domain::{Intent, Span};

use super::{LATEST_VERB, LEADS_TO_VALUE, changes_values};
use crate::clause::read_clause;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::reading::Reading;
use crate::units::{Gap, UnitKind};

/// The readings of the parts, when there are several and each of them is a change.
pub(crate) fn readings(message: &Message<'_>, range: Range<usize>) -> Option<Vec<Reading>> {
    let (verb, parts) = parts(message, range)?;
    let mut readings = read_part(message, parts.first()?.clone(), None)?;
    for part in &parts[1..] {
        readings.extend(read_part(message, part.clone(), Some(verb))?);
    }
    Some(readings)
}

/// The verb, and the parts; the first holds the verb itself.
fn parts(message: &Message<'_>, range: Range<usize>) -> Option<(usize, Vec<Range<usize>>)> {
    let units = &message.units;
    let verb = range
        .clone()
        .take(LATEST_VERB)
        .find(|&at| changes_values(&units[at]) || units[at].is(Role::VerbRename))?;
    if !begins_part(message, verb + 1, range.end) {
        return None;
    }
    let mut parts = Vec::new();
    let mut start = range.start;
    let mut at = verb + 2;
    while at < range.end {
        let joins = units[at].is(Role::Conjunction);
        let next = at + usize::from(joins);
        if (joins || units[at].gap.has(Gap::COMMA)) && begins_part(message, next, range.end) {
            parts.push(start..at);
            start = next;
            at = next;
        }
        at += 1;
    }
    parts.push(start..range.end);
    (parts.len() > 1).then_some((verb, parts))
}

/// Whether the number of a task stands here, a word that leads to what becomes of it, and that.
fn begins_part(message: &Message<'_>, at: usize, end: usize) -> bool {
    let units = &message.units[..end];
    let named = usize::from(
        units
            .get(at)
            .is_some_and(|unit| unit.class.any(Class::TASK)),
    );
    let is_number = units.get(at + named).is_some_and(|unit| {
        matches!(unit.kind, UnitKind::Id | UnitKind::Number) && unit.date.is_none()
    });
    let leads = units.get(at + named + 1).is_some_and(|unit| {
        unit.is_any(&LEADS_TO_VALUE) || unit.is_any(&[Role::PrepositionInto, Role::PrepositionIn])
    });
    is_number && leads && at + named + 2 < end
}

/// One part, which must be one change that lacks nothing; with the verb before it, if it has none.
fn read_part(
    message: &Message<'_>,
    part: Range<usize>,
    verb: Option<usize>,
) -> Option<Vec<Reading>> {
    let is_change = |reading: &Reading| {
        let changes = matches!(
            reading.command.intent,
            Intent::UpdateTask | Intent::CompleteTask | Intent::DeleteTask
        );
        changes && reading.missing.is_none() && reading.command.reference.is_some()
    };
    let (first, last) = (
        message.units.get(part.start)?,
        message.units.get(part.end - 1)?,
    );
    let Some(verb) = verb else {
        let readings = read_clause(message, part);
        return readings.iter().all(is_change).then_some(readings);
    };
    let verb = message.units[verb].text;
    let text = format!(
        "{verb} {}",
        &message.text[first.bytes.start..last.bytes.end]
    );
    let spoken = Message::read(&text, message.moment);
    if spoken.language.tongue != message.language.tongue {
        return None;
    }
    let mut readings = read_clause(&spoken, 0..spoken.units.len());
    let added = verb.chars().count() + 1;
    for reading in &mut readings {
        let spans = std::mem::take(&mut reading.command.spans);
        let moved = spans.into_iter().filter(|span| span.start >= added);
        reading.command.spans = moved
            .map(|span| Span {
                start: span.start - added + first.chars.start,
                end: span.end - added + first.chars.start,
                ..span
            })
            .collect();
    }
    readings.iter().all(is_change).then_some(readings)
}
