//! Marking tasks done, or open again.

mod told;

use tasktalk_domain::{Intent, Pronoun, Reference, Selector, SpanKind};

use super::{done_on, target};
use crate::evidence::{Cue, Evidence};
use crate::frames::Act;
use crate::lexicon::{Class, Role};
use crate::pattern::Slot;
use crate::reading::{Clause, Match, Missing, Reading};
use crate::reference::{Pointed, Pointing};
use crate::units::UnitKind;

pub(super) fn read(clause: &Clause<'_, '_>, found: Match<'_>) -> Option<Reading> {
    let evidence = Evidence::new(found.frame.strength);
    let act = found.frame.act;
    let reopen = matches!(act, Act::Reopen | Act::ReopenEmpty);
    let mut day = None;
    let mut reading = match act {
        Act::CompleteEmpty => {
            Reading::new(Intent::CompleteTask, evidence).lacking(Missing::CompleteWhich)
        }
        Act::ReopenEmpty => {
            Reading::new(Intent::CompleteTask, evidence).lacking(Missing::ReopenWhich)
        }
        Act::CompleteIt | Act::CompleteThem => {
            let pronoun = if act == Act::CompleteIt {
                Pronoun::It
            } else {
                Pronoun::Them
            };
            let mut reading = Reading::new(Intent::CompleteTask, evidence);
            reading.command.reference = Some(Reference::to(Selector::Pronoun(pronoun)));
            reading
        }
        _ => {
            let part = clause.part(&found.captures, Slot::Reference)?;
            let mut pointed = target::read(clause, part.clone())?;
            if !reopen {
                day = done_on::take(clause.message, &part, &mut pointed);
            }
            if let Some(excepted) = clause.part(&found.captures, Slot::Note) {
                // "mark all as done except the report"
                target::except(clause, &mut pointed, excepted)?;
            }
            refuse(clause, &part, &pointed, act)?;
            let first = &clause.message.units[part.start];
            let evidence = target::evidence(clause, &part, &pointed, evidence)
                .with_if(
                    act == Act::CompleteStated && first.class.any(Class::CHORE) && part.len() > 1,
                    Cue::WeakVerb,
                )
                .with_if(clause.question && act != Act::Complete, Cue::QuestionMark);
            let which = if reopen {
                Missing::ReopenWhich
            } else {
                Missing::CompleteWhich
            };
            target::put_or_ask(
                clause,
                Reading::new(Intent::CompleteTask, evidence),
                part,
                pointed,
                which,
            )
        }
    };
    reading.command.parameters.completed = Some(!reopen);
    reading.command.parameters.done_on = day;
    Some(reading)
}

fn refuse(
    clause: &Clause<'_, '_>,
    part: &std::ops::Range<usize>,
    pointed: &Pointed,
    act: Act,
) -> Option<()> {
    let units = &clause.message.units[part.clone()];
    let first = units.first()?;
    if target::is_device(clause, part, pointed) {
        return None;
    }
    if first.is_any(&[Role::Denial, Role::Affirmation]) {
        return None;
    }
    // "did the dishes" tells; "did you", "did anyone" ask.
    let head = &clause.message.units[clause.range.start];
    if head.is(Role::AuxiliaryPast) && part.start == clause.range.start + 1 {
        let told = first.class.any(Class::DETERMINER)
            || part.len() == 1
            || pointed.pointing > Pointing::Words;
        if !told || clause.question {
            return None;
        }
    }
    // "completed tasks" asks for them.
    let names = part.len() == 1 && first.class.any(Class::TASK) && head.class.any(Class::PAST);
    if names && part.start == clause.range.start + 1 {
        return None;
    }
    // "all done" tells of the day rather than of every task on the list.
    let all = part.len() == 1 && first.is(Role::QuantifierAll);
    let stands_alone = clause
        .message
        .units
        .get(part.end)
        .is_some_and(|next| next.class.any(Class::PAST) || next.is(Role::ParticipleDone));
    if matches!(act, Act::CompleteStated | Act::CompletePast) && all && stands_alone {
        return None;
    }
    match act {
        // "finish the report" is a thing to do; "finish task 3" is done.
        Act::CompleteNamed if pointed.pointing < Pointing::Named => None,
        Act::CompleteStated | Act::CompletePast => {
            let statement = part.len() <= 7
                && !first
                    .class
                    .any(Class::QUESTION.with(Class::AUXILIARY).with(Class::NEGATION))
                && !first.is_any(&[
                    Role::Conditional,
                    Role::Temporal,
                    Role::PrepositionAfter,
                    Role::PrepositionUntil,
                    Role::PronounFirst,
                    Role::FirstWithAuxiliary,
                    Role::FirstManyWithCopula,
                    Role::PronounSecond,
                    Role::PronounThird,
                    Role::PronounWithCopula,
                    Role::Expletive,
                    Role::VerbAdd,
                    Role::VerbSet,
                    Role::VerbMake,
                    Role::VerbMark,
                    Role::VerbCheck,
                ])
                && !units.iter().any(|unit| unit.class.any(Class::NEGATION));
            // "ask whether the flat is cleaned up" is a thing to do.
            let chore = first.class.any(Class::CHORE)
                && units[1..].iter().any(|unit| {
                    unit.class.any(Class::DETERMINER)
                        || unit.is_any(&[
                            Role::Conditional,
                            Role::DemonstrativeFar,
                            Role::InterrogativeWhat,
                            Role::InterrogativeWho,
                            Role::InterrogativeHow,
                        ])
                });
            // "mum called" tells of somebody else.
            let somebody = act == Act::CompletePast
                && part.len() == 1
                && (first.class.any(Class::PERSON) || clause.message.language.is_name(first));
            let asks = first.class.any(Class::SHOW)
                && !first.class.any(Class::DETERMINER.with(Class::CHORE));
            // "task 3 was deleted" tells of no completion.
            let undone = clause.message.units[part.end..clause.range.end]
                .iter()
                .any(|unit| unit.class.any(Class::PAST) && unit.is(Role::PastUndone));
            let statement = statement && !chore && !somebody && !asks && !undone;
            (statement && !clause.question && pointed.pointing > Pointing::Vague).then_some(())
        }
        _ => Some(()),
    }
}

/// "I paid the rent", "called mum": a chore told in the past is done.
pub(crate) fn past_statement(clause: &Clause<'_, '_>) -> Option<Reading> {
    let message = clause.message;
    if message.language.habits.verb_last {
        return told::read(clause);
    }
    let units = &message.units[clause.range.clone()];
    if clause.question || clause.addressed || units.len() > 14 {
        return None;
    }
    if units
        .first()?
        .is_any(&[Role::AuxiliaryPerfect, Role::AuxiliaryPerfectThird])
    {
        return None;
    }
    let subject = units
        .iter()
        .take_while(|unit| {
            unit.is_any(&[
                Role::Additive,
                Role::Sequence,
                Role::PronounFirst,
                Role::PronounFirstMany,
                Role::FirstWithPerfect,
                Role::AuxiliaryPerfect,
                Role::AuxiliaryPerfectThird,
                Role::Correction,
                Role::AdverbAlready,
                Role::AdverbNow,
            ])
        })
        .count();
    let verb = units.get(subject)?;
    if verb.kind != UnitKind::Word || !verb.class.any(Class::PAST) || verb.class.any(Class::UNDONE)
    {
        return None;
    }
    let base = message.language.lexicon.base(&verb.word);
    let spoken = subject > 0;
    // "put the kettle on" is no statement, "I put the kettle on" is.
    if base == verb.word.as_ref() && !spoken {
        return None;
    }
    let start = clause.range.start + subject + 1;
    let mut end = clause.range.end;
    let day = done_on::ending(message, end);
    // When it was done says nothing about which task.
    while end > start && message.units[end - 1].date.is_some() {
        end -= 1;
    }
    if end == start {
        return None;
    }
    let object = target::read(clause, start..end)?;
    // "did the dishes" tells, "did Anna join" asks.
    let told = end - start == 1 || message.units[start].class.any(Class::DETERMINER);
    if verb.is(Role::AuxiliaryPast) && !spoken && !told {
        return None;
    }
    let strength = if spoken { 0.88 } else { 0.84 };
    let evidence = target::evidence(clause, &(start..end), &object, Evidence::new(strength));
    let reference = match object.reference.include.as_slice() {
        [Selector::Words { text, exact: false }] if object.reference.exclude.is_empty() => {
            Reference::to(Selector::Words {
                text: format!("{base} {text}"),
                exact: false,
            })
        }
        _ => object.reference.clone(),
    };
    let mut reading = Reading::new(Intent::CompleteTask, evidence).showing(
        message,
        clause.range.start + subject..end,
        SpanKind::Reference,
    );
    if reference.include.is_empty() {
        reading = reading.lacking(Missing::CompleteWhich);
    } else {
        reading.command.reference = Some(reference);
    }
    reading.command.parameters.completed = Some(true);
    reading.command.parameters.done_on = day;
    Some(reading)
}
