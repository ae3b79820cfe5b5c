//! Every way of reading one clause, before it is known which is the likeliest.

mod exceptions;
mod priority;

use std::ops::Range;

use tasktalk_domain::{Change, DuePart, Intent, SpanKind};

use crate::dates::DateSpan;
use crate::evidence::Cue;
use crate::frames::Act;
use crate::intents;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::reading::{Clause, Match, Reading};
use crate::units::{Gap, UnitKind};

/// How often politeness is taken off the beginning of a clause.
const PREFACES: usize = 5;

/// From this on a form decides alone; below the second, a chore may always win.
const FORM_DECIDES: f32 = 0.7;
const FORM_DOUBTED: f32 = 0.5;
/// A form less sure than this is none.
const LEAST_FORM: f32 = 0.42;

/// The ways of reading a clause; each may be several commands.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    /// The commands of each.
    pub(crate) readings: Vec<Vec<Reading>>,
}

impl Candidates {
    /// All of a clause, and the clause without its politeness.
    pub(crate) fn of<'a, 't>(clause: Clause<'a, 't>) -> (Clause<'a, 't>, Self) {
        let dated = dated_first(&clause);
        let (clause, mut candidates) = by_words(clause);
        candidates.readings.extend(dated);
        (clause, candidates)
    }

    fn take(&mut self, readings: Vec<Reading>) {
        if !readings.is_empty() {
            self.readings.push(readings);
        }
    }

    /// How sure the surest is by its form alone.
    fn surest_form(&self) -> f32 {
        self.readings
            .iter()
            .map(|readings| form(readings))
            .fold(0.0, f32::max)
    }
}

/// How sure commands are by their form: as the least sure of them.
pub(crate) fn form(readings: &[Reading]) -> f32 {
    let forms = readings.iter().map(|reading| reading.evidence.form());
    forms.fold(f32::INFINITY, f32::min)
}

/// The readings of a clause as it stands.
fn by_words<'a, 't>(mut clause: Clause<'a, 't>) -> (Clause<'a, 't>, Candidates) {
    let message = clause.message;
    let frames = &message.language.frames;
    let mut candidates = Candidates::default();
    for _ in 0..PREFACES {
        for end in ends(&clause) {
            let shorter = Clause {
                range: clause.range.start..end,
                ..clause.clone()
            };
            framed(&shorter).for_each(|readings| candidates.take(readings));
            let single = [
                intents::by_nouns(&shorter),
                intents::by_numbers(&shorter),
                intents::past_statement(&shorter),
            ];
            for reading in single.into_iter().flatten() {
                candidates.take(vec![reading]);
            }
            for readings in wished(&shorter) {
                candidates.take(readings);
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
    without_form(&clause, &mut candidates);
    (clause, candidates)
}

/// What has a form is believed first; what has none may be a chore, or a thing with a date.
fn without_form(clause: &Clause<'_, '_>, candidates: &mut Candidates) {
    let by_form = candidates.surest_form();
    if by_form < FORM_DECIDES
        && let Some(chores) = intents::bare_chore(clause)
    {
        let dated = chores
            .iter()
            .any(|reading| !reading.command.parameters.due.is_keep());
        if by_form < FORM_DOUBTED || dated {
            candidates.take(bare(chores));
        }
    }
    if candidates.surest_form() < LEAST_FORM
        && let Some(fragment) = intents::fragment(clause)
    {
        candidates.take(bare(vec![fragment]));
    }
}
/// Nobody was asked to add it.
fn bare(mut readings: Vec<Reading>) -> Vec<Reading> {
    for reading in &mut readings {
        reading.evidence.add(Cue::Bare);
    }
    readings
}

/// "tomorrow I have to call the bank": a date, then what is due on it.
fn dated_first(clause: &Clause<'_, '_>) -> Vec<Vec<Reading>> {
    let Some((date, rest)) = after_date(clause) else {
        return Vec::new();
    };
    let (_, candidates) = by_words(Clause {
        range: rest,
        ..clause.clone()
    });
    let mut added = candidates.readings;
    added.retain(|readings| {
        let added = |reading: &Reading| reading.command.intent == Intent::AddTask;
        readings.iter().all(added)
    });
    for reading in added.iter_mut().flatten() {
        put_on(clause.message, date, reading);
    }
    added
}

/// The date that a clause begins with, and what is due on it.
fn after_date<'m>(clause: &Clause<'m, '_>) -> Option<(&'m DateSpan, Range<usize>)> {
    let message = clause.message;
    let mut start = clause.range.start;
    // "next" begins a date as well as a sentence.
    while message.units.get(start)?.date.is_none()
        && let Some((length, false)) = message
            .language
            .frames
            .preface(&message.units[start..clause.range.end])
    {
        start += length;
    }
    let first = &message.units[start];
    let date = message
        .dates
        .get(first.date?)
        .filter(|date| !date.impossible)?;
    let rest = start + first.date_length?..clause.range.end;
    let second = message.units.get(rest.start).filter(|_| !rest.is_empty())?;
    // "tomorrow's lunch" and "monday meeting" begin with their date, but are no sentence after it.
    let sentence = second.class.any(Class::CHORE)
        || second.gap.has(Gap::COMMA.with(Gap::COLON))
        || second.is_any(&[
            Role::PronounFirst,
            Role::PronounFirstMany,
            Role::FirstWithAuxiliary,
            Role::FirstWithPerfect,
            Role::AuxiliaryPerfect,
            Role::VerbOfNeed,
            Role::Politeness,
            Role::VerbAdd,
            Role::VerbRemind,
        ]);
    (sentence && message.language.habits.owner(&first.word).is_none()).then_some((date, rest))
}

/// Makes a new task due on the date said before it.
fn put_on(message: &Message<'_>, date: &DateSpan, reading: &mut Reading) {
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

/// Where a clause can end: at its end, before politeness, before tags and priority marks.
fn ends(clause: &Clause<'_, '_>) -> Vec<usize> {
    let message = clause.message;
    let units = &message.units[clause.range.clone()];
    let mut ends = vec![clause.range.end];
    if let Some(from) = message.language.frames.afterword(units) {
        // "add a task to say thank you": thanks that are said are part of the title.
        let said = units[from - 1].is_any(&[
            Role::Conjunction,
            Role::PrepositionTo,
            Role::ArticleDefinite,
            Role::ArticleIndefinite,
            Role::VerbBestow,
        ]);
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
        let mark = unit.kind == UnitKind::Tag || unit.is(Role::PriorityMark);
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
    let shows = units[0].class.any(Class::SHOW) || units[0].is(Role::VerbRemind);
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
