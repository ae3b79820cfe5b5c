//! A list on one line: "shopping list: apples; pears", "tasks for tomorrow: - call Ann - pay the rent".
//!
//! Lists with commas have frames of their own, in which a comma may also belong to a title.

use std::ops::Range;

use tasktalk_domain::{Change, Intent};

use super::{heading_tag, is_heading};
use crate::clause::read_clause;
use crate::evidence::PLAIN_FORM;
use crate::intents;
use crate::lexicon::Role;
use crate::message::Message;
use crate::reading::Reading;
use crate::units::{Gap, UnitKind};

/// Reads a heading and the items behind its colon; none when it is no such list.
pub(super) fn read(message: &Message<'_>) -> Option<Vec<Reading>> {
    if let Some(items) = numbered(message) {
        let items = items.into_iter();
        return Some(items.map(|item| item_of(message, item)).collect());
    }
    let units = &message.units;
    let colon = (1..units.len()).find(|&at| units[at].gap.has(Gap::COLON))?;
    let heading = 0..colon;
    if !between(message, colon).contains(':') || !announces(message, &heading) {
        return None;
    }
    let items = items(message, colon..units.len())?;
    if items.iter().any(|item| is_command(message, item.clone())) {
        return None;
    }
    let tag = heading_tag(message, &heading);
    let date = message
        .dates
        .iter()
        .find(|date| date.units.end <= heading.end);
    let readings = items.into_iter().map(|item| {
        let mut reading = item_of(message, item);
        let parameters = &mut reading.command.parameters;
        if let Some(tag) = &tag
            && !parameters.tags.contains(tag)
        {
            parameters.tags.insert(0, tag.clone());
        }
        if let Some(date) = date
            && parameters.due.is_keep()
            && parameters.recurrence.is_keep()
        {
            parameters.due = date.due.clone().map_or(Change::Keep, Change::Set);
            parameters.due_part = date.part;
            parameters.recurrence = date.recurrence.clone().map_or(Change::Keep, Change::Set);
        }
        reading
    });
    Some(readings.collect())
}

/// "1. buy flour 2. buy sugar": the items, when they are numbered from one on.
fn numbered(message: &Message<'_>) -> Option<Vec<Range<usize>>> {
    let units = &message.units;
    let first = units.first()?;
    let listed = message.text[..first.bytes.start].trim();
    if !first.gap.has(Gap::BULLET) || !matches!(listed, "1." | "1)") {
        return None;
    }
    let mut items = Vec::new();
    let mut start = 0;
    for (at, unit) in units.iter().enumerate().skip(1) {
        let next = i64::try_from(items.len()).ok()? + 2;
        let marked = message.text[unit.bytes.end..].starts_with(['.', ')']);
        if unit.number == Some(next) && unit.kind == UnitKind::Number && marked && start < at {
            items.push(start..at);
            start = at + 1;
        }
    }
    items.push(start..units.len());
    (items.len() > 1 && start < units.len()).then_some(items)
}

/// One item, without the "and" before the last.
fn item_of(message: &Message<'_>, mut item: Range<usize>) -> Reading {
    while item.len() > 1
        && message.units[item.start].is_any(&[Role::Conjunction, Role::Additive, Role::Sequence])
    {
        item.start += 1;
    }
    intents::item(message, item, 0.9)
}

/// The text before a unit, after the unit before it.
fn between<'t>(message: &Message<'t>, at: usize) -> &'t str {
    &message.text[message.units[at - 1].bytes.end..message.units[at].bytes.start]
}

/// Whether a heading announces new tasks rather than a change of some.
fn announces(message: &Message<'_>, heading: &Range<usize>) -> bool {
    is_heading(message, heading)
        && !message.units[heading.clone()].iter().any(|unit| {
            unit.kind != UnitKind::Word && unit.date.is_none()
                || unit.is_any(&[
                    Role::NounNote,
                    Role::NounTag,
                    Role::VerbRemind,
                    Role::VerbMove,
                    Role::VerbChange,
                    Role::VerbSet,
                    Role::VerbRename,
                    Role::ParticipleCalled,
                    Role::VerbUndo,
                    Role::VerbRestore,
                ])
        })
}

/// The items: at semicolons, else at dashes when one begins the list.
fn items(message: &Message<'_>, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    let cut = |begins: &dyn Fn(usize) -> bool| {
        let mut items = Vec::new();
        let mut start = range.start;
        for at in range.start + 1..range.end {
            if begins(at) {
                items.push(start..at);
                start = at;
            }
        }
        items.push(start..range.end);
        items
    };
    let semicolons = cut(&|at| between(message, at).contains(';'));
    if semicolons.len() > 1 {
        return Some(semicolons);
    }
    if !message.units[range.start].gap.has(Gap::DASH) {
        return None;
    }
    let dashes = cut(&|at| message.units[at].gap.has(Gap::DASH));
    (dashes.len() > 1).then_some(dashes)
}

/// Whether an item asks for something else than a task: "show my list", "delete #3".
fn is_command(message: &Message<'_>, item: Range<usize>) -> bool {
    read_clause(message, item.clone())
        .iter()
        .any(|reading| match reading.command.intent {
            Intent::ListTasks | Intent::Undo => true,
            Intent::CompleteTask | Intent::UpdateTask | Intent::DeleteTask => {
                reading.command.reference.as_ref().is_some_and(|reference| {
                    reference.include.iter().all(|selector| {
                        !matches!(
                            selector,
                            tasktalk_domain::Selector::Words { exact: false, .. }
                        )
                    })
                })
            }
            // "add task: wash the car; add task: call Bob"
            Intent::AddTask => {
                message.units[item.start].is_any(&[Role::VerbAdd, Role::VerbCreate])
                    && reading.evidence.form() >= PLAIN_FORM
            }
            _ => false,
        })
}
