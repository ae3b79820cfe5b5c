//! New values that tell themselves what they change: "change it to tomorrow at 5 and high priority".

use std::ops::Range;

use tasktalk_domain::{Change, SpanKind};

use super::tags;
use crate::lexicon::Role;
use crate::message::Message;
use crate::payload::{self, Payload, Style};
use crate::reading::Reading;
use crate::units::UnitKind;

/// What a part says when it says nothing but when, how urgent, or under which tags.
pub(super) fn only(message: &Message<'_>, part: &Range<usize>) -> Option<Payload> {
    let part = without_verb(message, part.clone());
    let units = &message.units[part.clone()];
    if let Some(priority) = message.language.phrases.whole_priority(units) {
        return Some(Payload {
            priority: Some(priority),
            spans: message.span(part, SpanKind::Priority).into_iter().collect(),
            ..Payload::default()
        });
    }
    if units.iter().all(|unit| unit.kind == UnitKind::Tag) {
        return Some(Payload {
            tags: tags(message, part.clone())?,
            spans: message.span(part, SpanKind::Tag).into_iter().collect(),
            ..Payload::default()
        });
    }
    let read = payload::read(message, part, Style::default());
    (read.title.is_none() && read.description.is_none() && read.has_details()).then_some(read)
}

/// "to be due on Friday", "to repeat yearly": the verb says nothing of its own.
fn without_verb(message: &Message<'_>, part: Range<usize>) -> Range<usize> {
    let verbs = message.units[part.clone()]
        .iter()
        .take_while(|unit| {
            unit.date.is_none() && unit.is_any(&[Role::CopulaInfinitive, Role::VerbHappen])
        })
        .count();
    if verbs < part.len() {
        part.start + verbs..part.end
    } else {
        part
    }
}

/// Whether a part ends with a date that has its own preposition: "buy bread on Friday". "Call mom tonight" is a title.
pub(super) fn end_with_date(message: &Message<'_>, part: &Range<usize>) -> bool {
    message.dates.iter().any(|date| {
        let led = message.units[date.units.start].is_any(&[
            Role::PrepositionOn,
            Role::PrepositionAt,
            Role::PrepositionBy,
            Role::PrepositionBefore,
            Role::AdjectiveDue,
        ]);
        led && date.units.start > part.start && date.units.end == part.end && date.due.is_some()
    })
}

/// Puts what was read into a change.
pub(super) fn put(reading: &mut Reading, read: Payload) {
    let parameters = &mut reading.command.parameters;
    parameters.due = read.due.map_or(Change::Keep, Change::Set);
    parameters.due_part = read.part;
    parameters.recurrence = read.recurrence.map_or(Change::Keep, Change::Set);
    parameters.priority = read.priority;
    parameters.tags = read.tags;
    reading.command.spans.extend(read.spans);
}
