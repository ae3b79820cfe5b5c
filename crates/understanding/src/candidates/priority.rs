//! A priority that ends a change of something else: "move it to friday and make it high priority".

use tasktalk_domain::{Intent, SpanKind};

use super::matches;
use crate::evidence::Cue;
use crate::lexicon::Role;
use crate::reading::{Clause, Reading};
use crate::units::Gap;

/// "set milk due tomorrow, priority low": a change, then a priority.
pub(super) fn trailing(clause: &Clause<'_, '_>) -> Vec<Vec<Reading>> {
    let message = clause.message;
    let range = clause.range.clone();
    let priority = (range.start + 2..range.end).find_map(|at| {
        let units = &message.units[at..range.end];
        let (priority, length) = message.language.phrases.priority(units, false)?;
        (length == units.len()).then_some((at, priority))
    });
    let Some((at, priority)) = priority else {
        return Vec::new();
    };
    let joined = message.units[at - 1].is_any(&[Role::Conjunction, Role::PrepositionWith]);
    // "make the meeting tomorrow high priority" is said of tomorrow's meeting.
    let apart = joined
        || message.units[at].is_any(&[Role::Conjunction, Role::PrepositionWith])
        || message.units[at].gap.has(Gap::COMMA)
        || message.units[range.start..at]
            .iter()
            .any(|unit| unit.is(Role::AdjectiveDue));
    if !apart {
        return Vec::new();
    }
    let shorter = Clause {
        range: range.start..at - usize::from(joined),
        ..clause.clone()
    };
    let mut found = matches(&shorter);
    found.retain_mut(|readings| {
        let [reading] = readings.as_mut_slice() else {
            return false;
        };
        let command = &mut reading.command;
        let dated = !command.parameters.due.is_keep() || command.parameters.postpone.is_some();
        let changes = command.intent == Intent::UpdateTask && dated;
        if changes {
            command.parameters.priority = Some(priority);
            command
                .spans
                .extend(message.span(at..range.end, SpanKind::Priority));
            reading.evidence.add(Cue::Details);
        }
        changes
    });
    found
}
