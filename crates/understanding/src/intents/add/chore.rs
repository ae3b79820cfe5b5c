//! Chores: "buy milk", "I need to call the bank".

use std::ops::Range;

use super::elsewhere::not_ours;
use super::items::{Several, items, share_first_date, share_last_details};
use super::{LONG_TITLE, from_payload, read_payload};
use crate::condition;
use crate::evidence::{Cue, Evidence};
use crate::lexicon::{Class, Role};
use crate::payload::{self, Style};
use crate::reading::{Clause, Reading};
use crate::units::Unit;

/// "buy milk": a verb that people do themselves begins the clause.
pub(crate) fn bare_chore(clause: &Clause<'_, '_>) -> Option<Vec<Reading>> {
    let message = clause.message;
    let condition = condition::chore_after(&message.units[clause.range.clone()]).unwrap_or(0);
    let chore = clause.range.start + condition..clause.range.end;
    let units = &message.units[chore.clone()];
    let at = message.language.verb(units)?;
    let first = &units[at];
    if !message.language.habits.verb_last && looks_like_noun(units) {
        return None;
    }
    // A sentence with a subject or an auxiliary tells or asks: "wir gehen einkaufen".
    if message.language.habits.verb_last && !units[..at].iter().all(may_be_object) {
        return None;
    }
    let behind = &units[at + 1..];
    // "read me a story" is asked of a machine; an infinitive asks nobody: "ponerme la férula".
    if !message.language.habits.title_is_infinitive
        && behind
            .first()
            .is_some_and(|unit| unit.is(Role::PronounFirstObject))
    {
        return Some(vec![not_ours(message, clause.range.clone(), 0.85)]);
    }
    if first.class.any(Class::AUXILIARY) && behind.first().is_some_and(is_pronoun) {
        return None;
    }
    let strength = if first.is(Role::VerbFinish) {
        0.78
    } else {
        0.88
    };
    let several = if condition > 0 {
        Several::No
    } else {
        Several::Verbs
    };
    let items = items(message, clause.range.clone(), several);
    // What the first one is done to is not what others are done to: "clean the bath, vacuum the hall".
    let first_one = match items.as_slice() {
        [first, _, ..] => first.clone(),
        _ => chore,
    };
    let evidence = chore_evidence(clause, first_one, Evidence::new(strength));
    let Some(evidence) = evidence else {
        return Some(vec![not_ours(message, clause.range.clone(), 0.8)]);
    };
    let mut readings: Vec<Reading> = items
        .into_iter()
        .map(|item| {
            let payload = payload::read(message, item.clone(), Style::default());
            let details = payload.has_details();
            // A tag or a priority is nothing one says to a machine.
            let marked = payload.priority.is_some() || !payload.tags.is_empty();
            let evidence = if marked {
                evidence.clone().without(Cue::ServiceVerb)
            } else {
                evidence.clone()
            }
            .with_if(item.len() > LONG_TITLE, Cue::LongTitle)
            .with_if(details, Cue::Details);
            from_payload(payload, evidence)
        })
        .collect();
    share_last_details(&mut readings, Several::Verbs);
    share_first_date(message, &clause.range, &mut readings);
    Some(readings)
}

/// "I need to …": an add when a chore follows, less surely when something else does.
pub(super) fn wish(
    clause: &Clause<'_, '_>,
    part: Range<usize>,
    evidence: Evidence,
) -> Option<Vec<Reading>> {
    let message = clause.message;
    let units = &message.units[part.clone()];
    let first = units.first()?;
    let negated = |unit: &Unit<'_>| unit.class.any(Class::NEGATION);
    if message.language.habits.verb_last && units.iter().any(negated) {
        return None;
    }
    // "we need to talk to Miss Flynn" is said of somebody, "I want to talk" to the machine.
    let to_somebody = matches!(units, [talk, to, whom, ..]
        if talk.is(Role::VerbTalk) && to.is(Role::PrepositionTo) && !whom.is_any(&[Role::PronounSecond, Role::PronounSomebody, Role::ArticleIndefinite]));
    if first.class.any(Class::DETERMINER.with(Class::NEGATION))
        || first.is_any(&[
            Role::PrepositionTo,
            Role::PronounSecond,
            Role::PronounOne,
            Role::CopulaInfinitive,
            Role::AuxiliaryPerfect,
            Role::VerbSay,
            Role::VerbAttend,
            Role::VerbHear,
        ])
        || first.is(Role::VerbTalk) && !to_somebody
        || first.class.any(Class::MACHINE) && !first.class.any(Class::CHORE)
    {
        let machine = first.class.any(Class::MACHINE) || first.is(Role::VerbHear);
        return machine.then(|| vec![not_ours(message, part, 0.7)]);
    }
    let language = message.language;
    let says_verb = language.verb(units).is_some();
    let evidence = if says_verb && (language.habits.verb_last || !looks_like_noun(units)) {
        // Who says "I need to" has something to do, even if a machine could do it.
        chore_evidence(clause, part.clone(), evidence.clone())
            .unwrap_or_else(|| evidence.with(Cue::World))
    } else {
        evidence.with(Cue::NoVerb)
    };
    let mut readings: Vec<Reading> = items(message, part.clone(), Several::Verbs)
        .into_iter()
        .map(|item| {
            from_payload(
                read_payload(clause, item, Style::default(), None),
                evidence.clone(),
            )
        })
        .collect();
    share_last_details(&mut readings, Several::Verbs);
    share_first_date(message, &part, &mut readings);
    Some(readings)
}

/// What a chore's words say for its being one; none when it is certainly a wish to a machine.
fn chore_evidence(
    clause: &Clause<'_, '_>,
    range: Range<usize>,
    evidence: Evidence,
) -> Option<Evidence> {
    let units = &clause.message.units[range];
    let verb = clause.message.language.verb(units).unwrap_or_default();
    let first = units.get(verb)?;
    let object = if verb == 0 {
        &units[1..]
    } else {
        &units[..verb]
    };
    let has = |class: Class| {
        object
            .iter()
            .any(|unit| unit.date.is_none() && unit.class.any(class))
    };
    // "the flight" is of the world, and something to go to.
    let world = !has(Class::TASK)
        && object.iter().any(|unit| {
            unit.date.is_none()
                && unit.class.any(Class::WORLD.with(Class::DEVICE))
                && !unit.class.any(Class::EVENT)
        });
    let later = object
        .iter()
        .any(|unit| unit.date.is_some() && !unit.is_any(&[Role::AdverbNow, Role::AdverbToday]));
    let led = first.class.any(Class::LEADING) && has(Class::CHORE);
    // "read and sign the contract" is asked of no machine.
    let joined = matches!(object, [and, second, _, ..] if and.is(Role::Conjunction) && second.class.any(Class::CHORE));
    let own = led || !world && (joined || has(Class::EVENT) || has(Class::PERSON) && later);
    let machine = first.class.any(Class::MACHINE);
    if machine && !own && (world || !later)
        || first.class.any(Class::SERVICE.with(Class::REMOTE)) && world
        || has(Class::RIDE)
    {
        return None;
    }
    let pronouns = [
        Role::PronounOne,
        Role::DemonstrativeFar,
        Role::DemonstrativeNear,
        Role::PronounMany,
        Role::PronounThirdObject,
        Role::AdverbAgain,
        Role::VerbParticle,
    ];
    let mut named = object.iter().filter(|unit| unit.date.is_none()).peekable();
    let pronoun = named.peek().is_some() && named.all(|unit| unit.is_any(&pronouns));
    let alone = object.is_empty()
        || object.iter().all(|unit| unit.date.is_some()) && !first.class.any(Class::EVENT);
    let booking = first.class.any(Class::BOOKING);
    // "send Bob the address" may be said to a machine.
    let told = first.is(Role::VerbSend)
        && object.first().is_some_and(|unit| {
            unit.class.any(Class::PERSON) || clause.message.language.is_name(unit)
        });
    let weak = !own && (machine || told || first.class.any(Class::SERVICE) && (booking || !later));
    Some(
        evidence
            .with_if(weak, Cue::ServiceVerb)
            .with_if(pronoun, Cue::VagueReference)
            .with_if(alone, Cue::Alone)
            .with_if(clause.addressed, Cue::Addressed)
            .with_if(clause.question && !clause.addressed, Cue::QuestionMark)
            .with(Cue::ChoreVerb),
    )
}

/// A word that can begin a chore, but is a noun here: "water is wet", "book of the month".
pub(super) fn looks_like_noun(units: &[Unit<'_>]) -> bool {
    units.get(1).is_some_and(|second| {
        second.is_any(&[
            Role::PrepositionOf,
            Role::Copula,
            Role::AuxiliaryPerfect,
            Role::AuxiliaryPerfectThird,
            Role::AuxiliaryFuture,
            Role::NounTasks,
            Role::NounList,
        ])
    })
}

/// Whether a word before a verb that stands last can belong to what is to be done.
fn may_be_object(unit: &Unit<'_>) -> bool {
    unit.date.is_some()
        || !unit.class.any(
            Class::AUXILIARY
                .with(Class::QUESTION)
                .with(Class::NEGATION)
                .with(Class::MACHINE),
        ) && !unit.is_any(&[
            Role::PronounFirst,
            Role::PronounFirstMany,
            Role::PronounSecond,
            Role::PronounThird,
            Role::Copula,
            Role::VerbOfNeed,
            Role::DemonstrativeFar,
        ])
}

fn is_pronoun(unit: &Unit<'_>) -> bool {
    unit.is_any(&[
        Role::PronounFirst,
        Role::PronounFirstMany,
        Role::PronounSecond,
        Role::PronounThird,
        Role::PronounOne,
        Role::DemonstrativeNear,
        Role::DemonstrativeFar,
        Role::PronounSomebody,
        Role::Expletive,
    ])
}
