//! What a change that no form describes does: every detail said outside of what it points at.

use std::ops::Range;

use tasktalk_domain::{Change, DuePart, Parameters};

use crate::payload::{self, Style};
use crate::phrases::Clearing;
use crate::reading::Clause;
use crate::shift;

/// Puts the details said in these parts of a clause into a change. Whether there are any.
pub(super) fn put(
    clause: &Clause<'_, '_>,
    parts: &[Range<usize>],
    parameters: &mut Parameters,
) -> bool {
    for part in parts.iter().filter(|part| !part.is_empty()) {
        values(clause, part.clone(), parameters);
        clearings(clause, part.clone(), parameters);
    }
    if parameters.due.is_keep() {
        parameters.postpone = parts.iter().find_map(|part| moved_by(clause, part.clone()));
    }
    !(parameters.due.is_keep()
        && parameters.recurrence.is_keep()
        && parameters.description.is_keep()
        && parameters.postpone.is_none()
        && parameters.priority.is_none()
        && parameters.tags.is_empty())
}

fn values(clause: &Clause<'_, '_>, part: Range<usize>, parameters: &mut Parameters) {
    let payload = payload::read(clause.message, part, Style::default());
    if parameters.due.is_keep() {
        parameters.due_part = payload.part;
        parameters.due = payload.due.map_or(Change::Keep, Change::Set);
    }
    if parameters.recurrence.is_keep() {
        parameters.recurrence = payload.recurrence.map_or(Change::Keep, Change::Set);
    }
    parameters.priority = parameters.priority.or(payload.priority);
    parameters.tags.extend(payload.tags);
}

/// "take the deadline off", "no need to repeat".
fn clearings(clause: &Clause<'_, '_>, part: Range<usize>, parameters: &mut Parameters) {
    let units = &clause.message.units[part];
    let phrases = &clause.message.language.phrases;
    for at in 0..units.len() {
        match phrases.clearing(&units[at..]) {
            Some(Clearing::Due) if parameters.due.is_keep() => parameters.due = Change::Clear,
            Some(Clearing::Time) if parameters.due.is_keep() => {
                parameters.due = Change::Clear;
                parameters.due_part = Some(DuePart::Time);
            }
            Some(Clearing::Recurrence) if parameters.recurrence.is_keep() => {
                parameters.recurrence = Change::Clear;
            }
            Some(Clearing::Description) => parameters.description = Change::Clear,
            _ => {}
        }
    }
}

/// "give it one more week": by how much it is moved.
fn moved_by(clause: &Clause<'_, '_>, part: Range<usize>) -> Option<tasktalk_domain::Shift> {
    let message = clause.message;
    let phrases = &message.language.phrases;
    let (shift, _) = part.clone().find_map(|at| {
        let unit = &message.units[at];
        let begins = unit.shift_length.is_some() && unit.date.is_none();
        begins
            .then(|| shift::begins(phrases, &message.units[at..part.end]))
            .flatten()
    })?;
    let earlier = message.units[clause.range.clone()]
        .iter()
        .any(|unit| phrases.is_earlier(unit));
    Some(if earlier {
        shift::earlier(shift)
    } else {
        shift
    })
}
