//! From a message to what it asks for: the one path that every message takes.

use std::ops::Range;

use tasktalk_domain::{Command, Confidence, Intent, Reason, Understood};

use crate::Moment;
use crate::frames::Act;
use crate::intents;
use crate::lines;
use crate::message::Message;
use crate::reading::{Clause, Match, Missing, Reading};
use crate::segment;
use crate::units::{Gap, UnitKind};

/// How often politeness is taken off the beginning of a clause.
const PREFACES: usize = 5;

/// Understands a message. Never fails: what is not understood is one command [`Intent::Unknown`].
pub fn understand(text: &str, moment: &Moment) -> Understood {
    let message = Message::read(text, moment);
    let readings = if message.units.is_empty() {
        vec![wordless(&message)]
    } else {
        lines::read(&message).unwrap_or_else(|| read_clauses(&message))
    };
    understood(&message, readings)
}

/// A message of punctuation alone.
fn wordless(message: &Message<'_>) -> Reading {
    if message.after.has(Gap::QUESTION) {
        Reading::new(Intent::Help, crate::evidence::Evidence::new(0.7))
    } else {
        Reading::withheld(None, 0.3)
    }
}

fn read_clauses(message: &Message<'_>) -> Vec<Reading> {
    let clauses = segment::split(message);
    let last = clauses.last().cloned();
    if clauses.len() > 1
        && last.is_some_and(|last| message.language.frames.is_abort(&message.units[last]))
    {
        return vec![Reading::withheld(Some(Reason::Negated), 0.9)];
    }
    clauses
        .into_iter()
        .flat_map(|range| read_clause(message, range))
        .collect()
}

/// Every command of one clause: the best of all its readings.
pub(crate) fn read_clause(message: &Message<'_>, range: Range<usize>) -> Vec<Reading> {
    let question = message.gap(range.end).has(Gap::QUESTION);
    let mut best: Option<(f32, Vec<Reading>)> = None;
    let mut consider = |readings: Option<Vec<Reading>>| {
        let Some(readings) = readings.filter(|readings| !readings.is_empty()) else {
            return;
        };
        let sureness = readings
            .iter()
            .map(|reading| reading.confidence().get())
            .fold(1.0, f32::min);
        if best.as_ref().is_none_or(|(surest, _)| sureness > *surest) {
            best = Some((sureness, readings));
        }
    };
    let frames = &message.language.frames;
    let mut clause = Clause {
        message,
        range,
        addressed: false,
        question,
    };
    for _ in 0..PREFACES {
        for end in ends(&clause) {
            let shorter = Clause {
                range: clause.range.start..end,
                ..clause.clone()
            };
            for readings in framed(&shorter) {
                consider(Some(readings));
            }
            consider(intents::by_nouns(&shorter).map(|reading| vec![reading]));
            consider(intents::past_statement(&shorter).map(|reading| vec![reading]));
            for readings in wished(&shorter) {
                consider(Some(readings));
            }
        }
        let units = &message.units[clause.range.clone()];
        match frames.preface(units) {
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
    consider(intents::bare_chore(&clause));
    consider(intents::fragment(&clause).map(|reading| vec![reading]));
    match best {
        Some((sureness, readings)) if sureness >= LEAST => readings,
        _ => vec![intents::nothing(&clause)],
    }
}

/// A reading less sure than this is none.
const LEAST: f32 = 0.4;

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
    whole.into_iter().chain(with_details)
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
            readings
                .iter()
                .all(|reading| intents::is_plain(&inner, reading))
        })
        .collect();
    readings.extend(intents::by_nouns(&inner).map(|reading| vec![reading]));
    readings
}

/// Puts the readings together: small talk beside a command, and what a sentence around it says, asks for nothing.
fn understood(message: &Message<'_>, readings: Vec<Reading>) -> Understood {
    let asks = |reading: &Reading| {
        !matches!(
            reading.command.intent,
            Intent::Greeting | Intent::Thanks | Intent::Unknown
        )
    };
    let any = readings.iter().any(asks);
    let mut kept: Vec<Reading> = if any {
        readings.into_iter().filter(asks).collect()
    } else {
        let mut readings = readings;
        // The most telling of several that ask for nothing.
        readings.sort_by(|a, b| b.confidence().get().total_cmp(&a.confidence().get()));
        readings.truncate(1);
        readings
    };
    if kept.is_empty() {
        kept.push(Reading::withheld(None, 0.3));
    }
    let question = kept
        .iter()
        .find_map(|reading| reading.missing)
        .map(|missing| question(missing).to_owned());
    let commands: Vec<Command> = kept.into_iter().map(Reading::into_command).collect();
    let confidence = commands
        .iter()
        .map(|command| command.confidence.get())
        .fold(1.0, f32::min);
    Understood {
        language: message.language.tag.to_owned(),
        confidence: Confidence::clamped(confidence),
        question,
        commands,
    }
}

fn question(missing: Missing) -> &'static str {
    match missing {
        Missing::Title => "What should I add?",
        Missing::CompleteWhich => "Which task is done?",
        Missing::ReopenWhich => "Which task should I open again?",
        Missing::DeleteWhich => "Which task should I delete?",
        Missing::UpdateWhich => "Which task should I change, and how?",
        Missing::UpdateHow => "What should I change about it?",
        Missing::When => "To when should I move it?",
    }
}
