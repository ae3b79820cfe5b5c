//! Every way of reading one clause, and the surest of them.

mod exceptions;
mod priority;

use std::ops::Range;

use tasktalk_domain::{Change, DuePart, Intent, Reason, SpanKind};

use crate::best::Best;
use crate::condition;
use crate::frames::Act;
use crate::intents;
use crate::lexicon::Class;
use crate::message::Message;
use crate::model;
use crate::reading::{Clause, Match, Reading};
use crate::units::{Gap, UnitKind};

/// How often politeness is taken off the beginning of a clause.
const PREFACES: usize = 5;

/// Every command of one clause: the best of all its readings.
pub(crate) fn read_clause(message: &Message<'_>, range: Range<usize>) -> Vec<Reading> {
    let clause = Clause {
        question: message.gap(range.end).has(Gap::QUESTION),
        likelihoods: model::judge(message, range.clone()),
        message,
        range,
        addressed: false,
    };
    let frames = &message.language.frames;
    let units = &message.units[clause.range.clone()];
    if frames.is_abort(units) && !units[units.len() - 1].is_one_of(&["that", "this"]) {
        return vec![Reading::withheld(Some(Reason::Negated), 0.9)];
    }
    if condition::chore_after(units).is_some()
        && let Some(readings) = intents::bare_chore(&clause)
    {
        return readings;
    }
    if let Some(readings) = dated_first(&clause) {
        return readings;
    }
    if let Some(phrase) = message
        .language
        .once
        .phrase(&message.units[clause.range.clone()])
        && let Some(readings) = intents::once(&clause, &phrase, |rest| {
            let likelihoods = model::judge(message, rest.range.clone());
            best_reading(Clause {
                likelihoods,
                ..rest
            })
            .1
        })
    {
        return readings;
    }
    let (clause, best) = best_reading(clause);
    match best.or_else(|| called_by_name(&clause)) {
        Some(readings) => intents::overruled(&clause, &readings).map_or(readings, |one| vec![one]),
        None => vec![intents::supposed(&clause).unwrap_or_else(|| intents::nothing(&clause))],
    }
}

/// A reading less sure than this is none.
const LEAST: f32 = 0.42;

/// From this confidence on a frame decides alone; below the second, a chore may always win.
const FORM_DECIDES: f32 = 0.7;

const FORM_DOUBTED: f32 = 0.5;

/// "tomorrow I have to call the bank": a date, then what is due on it.
fn dated_first(clause: &Clause<'_, '_>) -> Option<Vec<Reading>> {
    let message = clause.message;
    let mut start = clause.range.start;
    // "next" begins a date as well as a sentence.
    while message.units[start].date.is_none()
        && let Some((length, false)) = message
            .language
            .frames
            .preface(&message.units[start..clause.range.end])
    {
        start += length;
    }
    let first = &message.units[start];
    let date = message.dates.get(first.date?)?;
    let rest = start + first.date_length?..clause.range.end;
    let second = message.units.get(rest.start).filter(|_| !rest.is_empty())?;
    // "tomorrow's lunch" and "monday meeting" begin with their date, but are no sentence after it.
    let sentence = second.class.any(Class::CHORE)
        || second.gap.has(Gap::COMMA.with(Gap::COLON))
        || second.is_one_of(&[
            "i", "we", "i'm", "i've", "i'll", "remind", "add", "need", "have", "must", "gotta",
            "please",
        ]);
    if !sentence || first.word.ends_with("'s") {
        return None;
    }
    let rest = Clause {
        range: rest,
        ..clause.clone()
    };
    let mut readings = best_reading(rest).1?;
    for reading in &mut readings {
        if reading.command.intent != Intent::AddTask {
            return None;
        }
        let parameters = &mut reading.command.parameters;
        if parameters.due.is_keep() && parameters.recurrence.is_keep() {
            parameters.due = date.due.clone().map_or(Change::Keep, Change::Set);
            parameters.due_part = date.part;
            parameters.recurrence = date.recurrence.clone().map_or(Change::Keep, Change::Set);
        } else if let (Change::Set(time), Some(day), Some(DuePart::Time), Some(DuePart::Date)) =
            (&parameters.due, &date.due, parameters.due_part, date.part)
        {
            parameters.due = Change::Set(time.moved_to(day.date()));
            parameters.due_part = Some(DuePart::Both);
        }
        // "every third friday: steering group, 10am".
        if parameters.recurrence.is_keep() {
            parameters.recurrence = date.recurrence.clone().map_or(Change::Keep, Change::Set);
        }
        reading
            .command
            .spans
            .extend(message.span(date.units.clone(), SpanKind::Due));
    }
    Some(readings)
}

/// The surest readings of a clause, and the clause without its politeness.
fn best_reading<'a, 't>(mut clause: Clause<'a, 't>) -> (Clause<'a, 't>, Option<Vec<Reading>>) {
    let message = clause.message;
    let frames = &message.language.frames;
    let mut best = Best::new(clause.likelihoods);
    for _ in 0..PREFACES {
        for end in ends(&clause) {
            let shorter = Clause {
                range: clause.range.start..end,
                ..clause.clone()
            };
            framed(&shorter).for_each(|readings| best.consider(readings));
            best.consider_one(intents::by_nouns(&shorter));
            best.consider_one(intents::by_numbers(&shorter));
            best.consider_one(intents::past_statement(&shorter));
            for readings in wished(&shorter) {
                best.consider(readings);
            }
        }
        match frames.preface(&message.units[clause.range.clone()]) {
            Some((length, addressed)) => {
                clause.range.start += length;
                clause.addressed |= addressed;
            }
            None => break,
        }
    }
    if let Some(end) = frames.afterword(&message.units[clause.range.clone()]) {
        clause.range.end = clause.range.start + end;
    }
    // What has a form is believed first; what has none must then be a chore.
    let by_form = best.form;
    if by_form < FORM_DECIDES
        && let Some(chores) = intents::bare_chore(&clause)
    {
        let dated = chores
            .iter()
            .any(|reading| !reading.command.parameters.due.is_keep());
        if by_form < FORM_DOUBTED || dated {
            best.consider(chores);
        }
    }
    if best.sureness < LEAST {
        best.consider_one(intents::fragment(&clause));
    }
    let readings = (best.sureness >= LEAST).then_some(best.readings);
    (clause, readings)
}

/// "Robin, show my list": a name we do not know, then a command to us.
fn called_by_name(clause: &Clause<'_, '_>) -> Option<Vec<Reading>> {
    let message = clause.message;
    let first = &message.units[clause.range.start];
    if first.id != 0 || first.kind != UnitKind::Word || clause.range.len() < 3 {
        return None;
    }
    let rest = Clause {
        range: clause.range.start + 1..clause.range.end,
        ..clause.clone()
    };
    let readings = best_reading(rest).1?;
    let ours = readings.iter().all(|reading| {
        let asked = match reading.command.intent {
            Intent::ListTasks => true,
            // A noun before a verb is no name: "plug socket turn on".
            Intent::AddTask => {
                message.units[clause.range.start + 1].is_one_of(&["add", "remind", "put", "create"])
            }
            _ => false,
        };
        asked && reading.confidence().get() >= 0.85
    });
    ours.then_some(readings)
}

/// Where a clause can end: at its end, before politeness, before tags and priority marks.
fn ends(clause: &Clause<'_, '_>) -> Vec<usize> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let mut ends = vec![clause.range.end];
    if let Some(from) = message.language.frames.afterword(units) {
        // "add a task to say thank you": thanks that are said are part of the title.
        let said =
            units[from - 1].is_one_of(&["say", "a", "to", "send", "write", "big", "and", "the"]);
        if !said {
            ends.insert(0, clause.range.start + from);
        }
    }
    ends
}

/// The readings of every frame that describes the clause.
fn framed<'c>(clause: &'c Clause<'_, '_>) -> impl Iterator<Item = Vec<Reading>> + 'c {
    let message = clause.message;
    let trailing = details(clause);
    let core = clause.range.start..trailing;
    let whole = matches(clause);
    let shorter = (trailing < clause.range.end && trailing > clause.range.start).then(|| Clause {
        range: core,
        ..clause.clone()
    });
    let rest = trailing..clause.range.end;
    let with_details = shorter
        .map(|shorter| matches(&shorter))
        .unwrap_or_default()
        .into_iter()
        .filter_map(move |mut readings| {
            intents::add_details(message, rest.clone(), &mut readings).then_some(readings)
        });
    whole
        .into_iter()
        .chain(with_details)
        .chain(exceptions::trailing(clause))
        .chain(priority::trailing(clause))
}

fn matches(clause: &Clause<'_, '_>) -> Vec<Vec<Reading>> {
    let message = clause.message;
    message
        .language
        .frames
        .matching(&message.units[clause.range.clone()])
        .filter_map(|(frame, captures)| intents::read(clause, Match { frame, captures }))
        .collect()
}

/// Where the tags and priority marks begin that end a clause.
fn details(clause: &Clause<'_, '_>) -> usize {
    let message = clause.message;
    let mut end = clause.range.end;
    while end > clause.range.start + 1 {
        let unit = &message.units[end - 1];
        let mark = unit.kind == UnitKind::Tag || unit.is_one_of(&["p1", "p2", "p3", "p4"]);
        if !mark {
            break;
        }
        end -= 1;
    }
    end
}

/// "I want to see my tasks": a wish that is a command, when the command is unmistakable.
fn wished(clause: &Clause<'_, '_>) -> Vec<Vec<Reading>> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let Some(length) = message.language.frames.wish(units) else {
        return Vec::new();
    };
    let inner = Clause {
        range: clause.range.start + length..clause.range.end,
        ..clause.clone()
    };
    let shows = units[0].class.any(Class::SHOW) || units[0].is_one_of(&["remind"]);
    let frames = &message.language.frames;
    let inner_units = &message.units[inner.range.clone()];
    let mut readings: Vec<Vec<Reading>> = frames
        .matching(inner_units)
        .filter(|(frame, _)| {
            !matches!(
                frame.act,
                Act::AddWish
                    | Act::Correct
                    | Act::Negated
                    | Act::Hypothetical
                    | Act::Reported
                    | Act::Thanks
                    | Act::Greeting
            )
        })
        .filter_map(|(frame, captures)| intents::read(&inner, Match { frame, captures }))
        .filter(|readings| {
            // After "show me" only a question can follow: "show me what's due".
            readings.iter().all(|reading| {
                intents::is_plain(&inner, reading)
                    && (!shows || reading.command.intent == Intent::ListTasks)
            })
        })
        .collect();
    readings.extend(intents::by_nouns(&inner).map(|reading| vec![reading]));
    readings
}
