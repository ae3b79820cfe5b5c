//! What one clause asks for: the likeliest of all its readings.

use std::ops::Range;

use tasktalk_domain::{Intent, Reason};

use crate::answer;
use crate::best::best;
use crate::candidates::Candidates;
use crate::condition;
use crate::evidence::Cue;
use crate::gapping;
use crate::intents;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::model;
use crate::reading::{Clause, Reading};
use crate::units::UnitKind;

/// Every command of one clause.
pub(crate) fn read_clause(message: &Message<'_>, range: Range<usize>) -> Vec<Reading> {
    let units = &message.units[range.clone()];
    if message.language.frames.is_abort(units)
        && !units[units.len() - 1].is_any(&[Role::DemonstrativeNear, Role::DemonstrativeFar])
    {
        return vec![Reading::withheld(Some(Reason::Negated), 0.9)];
    }
    // What is agreed to is known to whoever asked. "Confirm" alone is no chore.
    if answer::assents(units) {
        return vec![Reading::withheld(None, 0.9)];
    }
    if let Some(readings) = gapping::numbered::readings(message, range.clone()) {
        return readings;
    }
    if let Some((first, others)) = gapping::parts(message, range.clone())
        && let [first] = read_clause(message, first).as_slice()
        && let Some(others) = others
            .iter()
            .map(|part| gapping::changed(message, first, part))
            .collect::<Option<Vec<_>>>()
    {
        return std::iter::once(first.clone()).chain(others).collect();
    }
    if let Some((first, other)) = gapping::also(message, range.clone())
        && let [first] = read_clause(message, first).as_slice()
        && let Some(both) = gapping::with_also(message, first, other)
    {
        return vec![both];
    }
    let clause = Clause::of(message, range);
    if condition::chore_after(units).is_some()
        && let Some(readings) = intents::bare_chore(&clause)
    {
        return readings;
    }
    if let Some(phrase) = message.language.once.phrase(units)
        && let Some(readings) = intents::once(&clause, &phrase, |rest| surest(rest))
    {
        return readings;
    }
    let (core, candidates) = Candidates::of(clause.clone());
    let likelihoods = model::judge(message, clause.range.clone(), &candidates);
    let believed = best(&candidates, &likelihoods).or_else(|| called_by_name(&core));
    let mut readings = if let Some(readings) = believed {
        intents::overruled(&core, &candidates, &likelihoods, &readings)
            .map_or(readings, |one| vec![one])
    } else {
        let supposed = intents::supposed(&core, &candidates, &likelihoods);
        vec![supposed.unwrap_or_else(|| intents::nothing(&core))]
    };
    if let [only] = readings.as_mut_slice() {
        intents::trim(&core, only);
    }
    if core.question && !core.addressed && is_order(&core) {
        for reading in &mut readings {
            reading.evidence.add(Cue::Questioned);
        }
    }
    readings
}

/// "Delete milk?": an order with a question mark, where nothing else makes it a question. Whether it is one.
fn is_order(core: &Clause<'_, '_>) -> bool {
    let units = &core.message.units[core.range.clone()];
    units.first().is_some_and(|first| {
        let asks = Class::QUESTION.with(Class::AUXILIARY).with(Class::SHOW);
        !first.class.any(asks)
            && first.is_any(&[
                Role::VerbAdd,
                Role::VerbCreate,
                Role::VerbMove,
                Role::VerbChange,
                Role::VerbSet,
                Role::VerbMake,
                Role::VerbMark,
                Role::VerbRename,
                Role::VerbFinish,
                Role::ParticipleDone,
                Role::VerbDelete,
            ])
    })
}

/// The surest readings of a clause.
fn surest(clause: Clause<'_, '_>) -> Option<Vec<Reading>> {
    let (message, range) = (clause.message, clause.range.clone());
    let (_, candidates) = Candidates::of(clause);
    let likelihoods = model::judge(message, range, &candidates);
    best(&candidates, &likelihoods)
}

/// "Robin, show my list": a name we do not know, then a command to us.
fn called_by_name(clause: &Clause<'_, '_>) -> Option<Vec<Reading>> {
    let message = clause.message;
    let first = message
        .units
        .get(clause.range.start)
        .filter(|_| clause.range.len() >= 3)?;
    if first.id != 0 || first.kind != UnitKind::Word {
        return None;
    }
    let rest = clause.range.start + 1..clause.range.end;
    let readings = surest(Clause {
        range: rest,
        ..clause.clone()
    })?;
    let ours = readings.iter().all(|reading| {
        let asked = match reading.command.intent {
            Intent::ListTasks => true,
            // A noun before a verb is no name: "plug socket turn on".
            Intent::AddTask => message.units[clause.range.start + 1].is_any(&[
                Role::VerbAdd,
                Role::VerbCreate,
                Role::VerbRemind,
                Role::VerbPut,
            ]),
            _ => false,
        };
        asked && reading.confidence().get() >= 0.85
    });
    ours.then_some(readings)
}
