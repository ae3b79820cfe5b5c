//! What a run of units begins, seen by its first words.

use std::ops::Range;

use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::units::{Gap, Unit, UnitKind};

/// What begins shows within so many units; looking further would only cost time.
const LONGEST_OPENING: usize = 24;

/// What a run of units begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// An add whose payload begins with a verb: "remind me to".
    AddVerb,
    /// An add whose payload is a thing: "add milk".
    AddThing,
    /// "show my list".
    List,
    /// A change of existing tasks, plainly: "delete #4".
    PlainChange,
    /// A change of existing tasks, by its verb: "delete the milk".
    Change,
    /// A chore: "buy milk".
    Chore,
    /// Something done: "I paid the rent".
    Past,
    /// "don't …".
    Negated,
    /// A question or other people's words.
    Withheld,
    /// Something else that has a frame.
    Other,
    /// Nothing known.
    Unknown,
}

/// What begins here, politeness taken off.
pub(super) fn opening(message: &Message<'_>, range: Range<usize>) -> Opening {
    let range = range.start..range.end.min(range.start + LONGEST_OPENING);
    let frames = &message.language.frames;
    let start = after_prefaces(message, &range);
    let mut units = &message.units[start..range.end];
    let opening = of_frames(message, units);
    if matches!(opening, Opening::Unknown | Opening::AddVerb)
        && let Some(length) = frames.wish(units)
    {
        units = &units[length..];
        let wished = of_frames(message, units);
        if matches!(wished, Opening::List | Opening::PlainChange) {
            return wished;
        }
    }
    opening
}

/// Where what is said begins, politeness taken off.
pub(super) fn after_prefaces(message: &Message<'_>, range: &Range<usize>) -> usize {
    let mut start = range.start;
    while let Some((length, _)) = message
        .language
        .frames
        .preface(&message.units[start..range.end])
    {
        start += length;
    }
    start
}

fn of_frames(message: &Message<'_>, units: &[Unit<'_>]) -> Opening {
    use Act as A;
    let Some(first) = units.first() else {
        return Opening::Unknown;
    };
    let best = message
        .language
        .frames
        .opening(units)
        .map(|(frame, _)| (frame.act, frame.strength))
        .filter(|(act, _)| {
            !matches!(
                act,
                A::AddEmpty | A::CompleteEmpty | A::ReopenEmpty | A::DeleteEmpty | A::UpdateEmpty
            )
        })
        // Of equally sure ones the first, which is the more exact.
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    let listed = first.class.any(Class::SHOW.with(Class::QUESTION))
        && units
            .iter()
            .take(7)
            .any(|unit| unit.class.any(Class::TASK.with(Class::LIST)));
    let chore = message.language.verb(units).is_some();
    match best {
        Some((act, strength)) if strength >= 0.75 => match act {
            A::Add | A::AddEmpty | A::AddWish => Opening::AddVerb,
            A::AddNamed | A::AddTo => Opening::AddThing,
            A::List
            | A::ListTrash
            | A::ListRepeating
            | A::ListOnly
            | A::Count
            | A::Ask
            | A::Show => Opening::List,
            A::Find if listed => Opening::List,
            A::Find if chore => Opening::Chore,
            A::Find => Opening::Other,
            A::Help | A::Greeting | A::Thanks | A::Correct | A::CorrectNot | A::CorrectOther => {
                Opening::Other
            }
            A::Negated => Opening::Negated,
            A::Hypothetical | A::Reported => Opening::Withheld,
            _ if listed => Opening::List,
            _ if explicit(units) => Opening::PlainChange,
            A::Complete
                if first.class.any(Class::PAST)
                    || first.is_any(&[
                        Role::PronounFirst,
                        Role::PronounFirstMany,
                        Role::FirstWithPerfect,
                    ]) =>
            {
                Opening::Past
            }
            // A verb that is a chore as well changes tasks only with a plain reference.
            A::CompleteNamed
            | A::DeleteNamed
            | A::DeleteWeak
            | A::UpdateEmpty
            | A::MoveEmpty
            | A::Set
            | A::Move
            | A::Shift
            | A::Tag
            | A::Note
            | A::Prioritise
            | A::Repeat
                if chore =>
            {
                Opening::Chore
            }
            _ => Opening::Change,
        },
        _ if listed => Opening::List,
        _ if chore => Opening::Chore,
        _ if past(units) || message.language.habits.verb_last && tells(units) => Opening::Past,
        _ if withheld(message, units) => Opening::Withheld,
        _ => Opening::Unknown,
    }
}

/// "I paid …", "already called …".
fn past(units: &[Unit<'_>]) -> bool {
    units
        .iter()
        .find(|unit| {
            !unit.is_any(&[
                Role::Additive,
                Role::PronounFirst,
                Role::PronounFirstMany,
                Role::FirstWithPerfect,
                Role::AuxiliaryPerfect,
                Role::AdverbAlready,
            ])
        })
        .is_some_and(|unit| unit.class.any(Class::PAST) && !unit.class.any(Class::UNDONE))
}

/// "die Miete bezahlt": a participle comes before the next "and" or comma.
fn tells(units: &[Unit<'_>]) -> bool {
    let end = units
        .iter()
        .skip(1)
        .position(|unit| unit.is(Role::Conjunction) || unit.gap.has(Gap::COMMA))
        .map_or(units.len(), |at| at + 1);
    units[..end].last().is_some_and(|unit| {
        unit.class.any(Class::PAST) && !unit.class.any(Class::UNDONE) && unit.date.is_none()
    })
}

/// Frames that begin with somebody's name are not found by their first word.
fn withheld(message: &Message<'_>, units: &[Unit<'_>]) -> bool {
    // Cheap first: without such a word nobody says anything.
    let told = units
        .iter()
        .take(6)
        .any(|unit| unit.class.any(Class::PAST) || unit.is_any(&[Role::PastSaid, Role::VerbWant]));
    told && message
        .language
        .frames
        .matching(units)
        .any(|(frame, _)| matches!(frame.act, Act::Reported | Act::Hypothetical))
}

/// Whether the reference of a change is plain: "#4", "task 3", "everything", "it".
fn explicit(units: &[Unit<'_>]) -> bool {
    units.iter().skip(1).take(8).any(|unit| {
        unit.class.any(Class::TASK)
            || matches!(
                unit.kind,
                UnitKind::Id | UnitKind::Number | UnitKind::Quoted
            )
            || unit.is_any(&[
                Role::PronounOne,
                Role::PronounMany,
                Role::PronounTwo,
                Role::DemonstrativeFar,
                Role::DemonstrativeMany,
                Role::ProformOne,
                Role::ProformMany,
                Role::ProformOthers,
                Role::QuantifierAll,
                Role::PronounAll,
            ])
    })
}
