//! Deleting tasks. An unclear verb stays below the confidence at which a deletion is carried out.

use tasktalk_domain::{Intent, Selector};

use super::{add, target};
use crate::evidence::{Cue, Evidence};
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Missing, Reading};
use crate::reference::Pointing;
use crate::units::Unit;

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let evidence = Evidence::new(found.frame.strength);
    let act = found.frame.act;
    if act == Act::DeleteEmpty {
        return Some(Reading::new(Intent::DeleteTask, evidence).lacking(Missing::DeleteWhich));
    }
    let part = clause.part(&found.captures, Slot::Reference)?;
    // "trash every monday" is a task that repeats.
    let repeats = |unit: &Unit<'_>| {
        let date = unit.date.and_then(|index| clause.message.dates.get(index));
        date.is_some_and(|date| date.recurrence.is_some()) || unit.is(Role::Conjunction)
    };
    if clause.message.units[part.clone()].iter().all(repeats) {
        return None;
    }
    // "all tags from the milk": of tasks that have tags it is said in another way.
    let tags = clause.message.units[part.clone()]
        .iter()
        .find(|unit| !unit.class.any(Class::DETERMINER) && !unit.is(Role::QuantifierAll))
        .is_some_and(|unit| unit.is(Role::NounTag));
    if tags {
        return None;
    }
    let pointed = target::read_object(clause, part.clone())?;
    if target::is_device(clause, &part, &pointed) {
        return Some(add::not_ours(clause.message, clause.range.clone(), 0.8));
    }
    if act == Act::DeleteNamed && pointed.pointing < Pointing::Explicit {
        return None;
    }
    let pronoun = matches!(pointed.reference.include.as_slice(), [Selector::Pronoun(_)]);
    if act == Act::DeleteWeak
        && pronoun
        && clause.message.units[clause.range.start].is(Role::VerbForget)
    {
        return None;
    }
    // "cancel the gym by friday" is a thing to do.
    let deadline = clause.message.units[part.clone()].iter().any(|unit| {
        unit.date_length.is_some() && unit.is_any(&[Role::PrepositionBy, Role::PrepositionBefore])
    });
    if act == Act::DeleteWeak && deadline {
        return None;
    }
    // "cancel task 4" is a deletion; "cancel the gym" could be a thing to do.
    let weak = act == Act::DeleteWeak && pointed.pointing < Pointing::Named;
    let list = clause.message.units[part.clone()]
        .iter()
        .any(|unit| unit.class.any(Class::LIST));
    // A verb that was guessed deletes nothing unasked.
    let misspelt = clause.message.units[clause.range.clone()]
        .iter()
        .any(|unit| unit.misspelt);
    let evidence = target::evidence(clause, &part, &pointed, evidence)
        .with_if(misspelt, Cue::Misspelt)
        .with_if(weak || (act == Act::DeleteWeak && pronoun), Cue::Doubtful)
        .with_if(list, Cue::TaskWord)
        .with_if(clause.question && !clause.addressed, Cue::QuestionMark);
    Some(target::put_or_ask(
        clause,
        Reading::new(Intent::DeleteTask, evidence),
        part,
        pointed,
        Missing::DeleteWhich,
    ))
}
