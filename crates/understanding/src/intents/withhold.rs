//! What asks for nothing: negation, questions about doing something, other people's words, wishes to machines.

use tasktalk_domain::Reason;

use super::add;
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Reading};

/// More words than this are no name of somebody.
const LONGEST_NAME: usize = 4;

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let message = clause.message;
    if found.frame.act == Act::Unserved {
        return Some(Reading::withheld(None, found.frame.strength));
    }
    let reason = match found.frame.act {
        Act::Negated => Reason::Negated,
        Act::Reported => Reason::Reported,
        _ => Reason::Hypothetical,
    };
    if found.frame.act == Act::Reported
        && let Some(part) = clause.part(&found.captures, Slot::Reference)
    {
        let units = &message.units[part];
        let first = units.first()?;
        let somebody = units.len() <= LONGEST_NAME
            && !first.class.any(
                Class::CHORE
                    .with(Class::MACHINE)
                    .with(Class::QUESTION)
                    .with(Class::AUXILIARY)
                    .with(Class::SHOW),
            )
            && !first.is_any(&[
                Role::PronounFirst,
                Role::FirstWithPerfect,
                Role::Politeness,
                Role::VerbAdd,
                Role::VerbCreate,
                Role::VerbRemind,
                Role::VerbMark,
                Role::VerbRename,
                Role::VerbDelete,
            ]);
        if !somebody {
            return None;
        }
    }
    Some(Reading::withheld(Some(reason), found.frame.strength))
}

/// What is left when nothing was understood: a wish to a machine when it names one, else nothing at all.
pub(crate) fn nothing(clause: &Clause<'_, '_>) -> Reading {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let world = units
        .iter()
        .any(|unit| unit.class.any(Class::WORLD.with(Class::DEVICE)));
    let Some(first) = units.first() else {
        return Reading::withheld(None, 0.3);
    };
    let told = first.class.any(Class::MACHINE)
        || units
            .get(1)
            .is_some_and(|unit| unit.is(Role::PronounFirstObject));
    if told
        && first
            .class
            .any(Class::MACHINE.with(Class::CHORE).with(Class::SHOW))
        && units.len() <= 12
    {
        return add::not_ours(message, clause.range.clone(), 0.75);
    }
    if world {
        return Reading::withheld(Some(Reason::NotOurs), 0.6);
    }
    Reading::withheld(None, 0.3)
}
