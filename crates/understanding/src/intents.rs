//! From a frame that describes a clause to a command. One file for each kind of command.

mod add;
mod complete;
mod correct;
mod delete;
mod done_on;
mod list;
mod occurrence;
mod supposed;
mod target;
mod trim;
mod undo;
mod update;
mod withhold;

pub(crate) use add::{bare_chore, fragment, item};
pub(crate) use complete::past_statement;
pub(crate) use list::{by_nouns, by_numbers};
pub(crate) use occurrence::once;
pub(crate) use supposed::{add as supposed_add, named, overruled, pointed_at, supposed};
pub(crate) use trim::trim;
pub(crate) use withhold::nothing;

use std::ops::Range;

use tasktalk_domain::{Collection, Intent, Reason, Selector, SpanKind, Tag};

use crate::evidence::{Cue, Evidence};
use crate::frames::Act;
use crate::lexicon::Class;
use crate::message::Message;
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Reading};
use crate::reference;

/// Reads a clause as its frame says. None when a part is not what the frame needs.
pub(crate) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Vec<Reading>> {
    use Act as A;
    let one = |reading: Option<Reading>| reading.map(|reading| vec![reading]);
    if let Some(part) = clause.part(&found.captures, Slot::Reference)
        && found.frame.act != A::Show
        && reference::none(&clause.message.units[part])
    {
        return Some(vec![Reading::withheld(Some(Reason::Negated), 0.9)]);
    }
    match found.frame.act {
        A::Add | A::AddNamed | A::AddTo | A::AddWish | A::AddEmpty => add::read(clause, found),
        A::List | A::ListOnly | A::Count | A::Ask | A::Find | A::Show => {
            one(list::read(clause, found))
        }
        A::Complete
        | A::CompleteNamed
        | A::CompleteStated
        | A::CompletePast
        | A::CompleteIt
        | A::CompleteThem
        | A::CompleteEmpty
        | A::Reopen
        | A::ReopenEmpty => one(complete::read(clause, found)),
        A::Delete | A::DeleteNamed | A::DeleteWeak | A::DeleteEmpty => {
            one(delete::read(clause, found))
        }
        A::Rename
        | A::RenameCalled
        | A::RenameNamed
        | A::Set
        | A::Move
        | A::MoveEmpty
        | A::Shift
        | A::ClearDue
        | A::ClearTime
        | A::Repeat
        | A::ClearRepeat
        | A::Prioritise
        | A::PrioritiseUp
        | A::PrioritiseDown
        | A::ClearPriority
        | A::Tag
        | A::Untag
        | A::TagMarked
        | A::UntagMarked
        | A::Note
        | A::ClearNote
        | A::ClearTags
        | A::UpdateEmpty => one(update::read(clause, found)),
        A::Skip | A::SkipNext | A::SkipDated | A::SkipIt => one(occurrence::skip(clause, found)),
        A::MoveOnce => one(occurrence::move_once(clause, found)),
        A::Undo | A::UndoNamed => one(undo::read(clause, found)),
        A::Correct | A::CorrectNot | A::CorrectOther => one(correct::read(clause, found)),
        A::ListTrash => Some(vec![collection(Collection::Trash, found)]),
        A::ListRepeating => Some(vec![collection(Collection::Repeating, found)]),
        A::Help => Some(vec![plain(Intent::Help, found)]),
        A::Greeting => Some(vec![plain(Intent::Greeting, found)]),
        A::Thanks => Some(vec![plain(Intent::Thanks, found)]),
        A::Negated | A::Hypothetical | A::Reported | A::Unserved => {
            one(withhold::read(clause, found))
        }
    }
}

/// Tasks that no filter finds.
fn collection(which: Collection, found: Match<'_>) -> Reading {
    let mut reading = plain(Intent::ListTasks, found);
    reading.command.parameters.collection = Some(which);
    reading
}

fn plain(intent: Intent, found: Match<'_>) -> Reading {
    Reading::new(intent, Evidence::new(found.frame.strength))
}

/// Adds the tags and priority that stand behind a command; false when it takes none.
pub(crate) fn add_details(
    message: &Message<'_>,
    units: Range<usize>,
    readings: &mut [Reading],
) -> bool {
    for reading in readings.iter_mut() {
        if !matches!(reading.command.intent, Intent::AddTask | Intent::UpdateTask) {
            return false;
        }
        for at in units.clone() {
            let unit = &message.units[at];
            let parameters = &mut reading.command.parameters;
            let kind = if let Some((priority, _)) = message
                .language
                .phrases
                .priority(&message.units[at..units.end], false)
            {
                parameters.priority = Some(priority);
                SpanKind::Priority
            } else if let Ok(tag) = Tag::parse(unit.text) {
                if !parameters.tags.contains(&tag) {
                    parameters.tags.push(tag);
                }
                SpanKind::Tag
            } else {
                continue;
            };
            reading.command.spans.extend(message.span(at..at + 1, kind));
        }
        reading.evidence.add(Cue::Details);
    }
    true
}

/// Leaves tasks out of a change of several; false when it is none.
pub(crate) fn except(readings: &mut [Reading], excluded: &[Selector]) -> bool {
    let [reading] = readings else { return false };
    let command = &mut reading.command;
    let changes = matches!(
        command.intent,
        Intent::CompleteTask | Intent::UpdateTask | Intent::DeleteTask
    );
    let Some(reference) = command.reference.as_mut().filter(|_| changes) else {
        return false;
    };
    let several = reference.exclude.is_empty()
        && reference
            .include
            .iter()
            .any(reference::exceptions::means_several);
    if several {
        reference.exclude = excluded.to_vec();
    }
    several
}

/// Whether a command can't be a chore by accident: after "I want to …".
pub(crate) fn is_plain(clause: &Clause<'_, '_>, reading: &Reading) -> bool {
    let named = clause.message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.class.any(Class::TASK.with(Class::LIST)));
    let pointed = reading.command.reference.as_ref().is_some_and(|reference| {
        reference
            .include
            .iter()
            .all(|selector| !matches!(selector, Selector::Words { exact: false, .. }))
    });
    match reading.command.intent {
        Intent::AddTask => named,
        Intent::CompleteTask | Intent::UpdateTask | Intent::DeleteTask => named || pointed,
        Intent::ListTasks | Intent::Undo | Intent::Help => true,
        _ => false,
    }
}
