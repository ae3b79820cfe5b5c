//! From a message to what it asks for: the one path that every message takes.

use std::ops::Range;

use tasktalk_domain::{
    Change, Command, Confidence, DuePart, Intent, Parameters, Reason, Reference, Selector,
    SpanKind, Understood,
};

use tasktalk_domain::command::CLARIFY_BELOW;

use crate::Moment;
use crate::afterthought;
use crate::antecedent;
use crate::clause::read_clause;
use crate::evidence::Cue;
use crate::inert;
use crate::intents;
use crate::language::UNDETERMINED;
use crate::lexicon::Class;
use crate::lines;
use crate::message::Message;
use crate::one;
use crate::reading::{Missing, Reading};
use crate::reference;
use crate::segment;
use crate::snoozing::{self, Snoozing};
use crate::units::{Gap, Unit, UnitKind};

/// Understands a message. Never fails: what is not understood is one command [`Intent::Unknown`].
pub fn understand(text: &str, moment: &Moment) -> Understood {
    understand_message(&Message::read(text, moment))
}

/// The same, and what the message says of putting off a reminder, for whoever knows whether one was told.
pub fn understand_both(text: &str, moment: &Moment) -> (Understood, Option<Snoozing>) {
    let message = Message::read(text, moment);
    (understand_message(&message), snoozing::read(&message))
}

fn understand_message(message: &Message<'_>) -> Understood {
    let mut readings = if message.foreign.is_some() {
        vec![Reading::withheld(Some(Reason::UnknownLanguage), 0.9)]
    } else if message.units.is_empty() {
        vec![wordless(message)]
    } else {
        lines::read(message).unwrap_or_else(|| one::of_several(message, read_clauses(message)))
    };
    if inert::is_inert(message, &readings) {
        readings = vec![Reading::withheld(None, 0.9)];
    }
    antecedent::resolve(message, &mut readings);
    understood(message, readings)
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
    let mut readings: Vec<Reading> = Vec::new();
    let mut elsewhere = false;
    let clauses = match urgent_first(message, &clauses) {
        Some((first, rest)) => {
            readings.push(first);
            rest.to_vec()
        }
        None => clauses,
    };
    let mut leading: Option<Leading> = None;
    for range in clauses {
        let listed = range.start > 0
            && message.text[..message.units[range.start].bytes.start]
                .trim_end()
                .ends_with(';');
        if listed
            && let Some(before) = readings.last_mut()
            && extends(message, range.clone(), before)
        {
            continue;
        }
        let items_on = listed
            && readings
                .last()
                .is_some_and(|before| before.command.intent == Intent::AddTask);
        let read = read_clause(message, range.clone());
        if afterthought::take_details(message, &range, &mut readings) {
            continue;
        }
        if read.iter().all(is_unsure) && afterthought::take(message, &range, &mut readings) {
            continue;
        }
        for mut reading in read {
            // "add apples; pears": what follows a semicolon and says nothing else is one more item.
            if items_on && asks_for_nothing(&reading) {
                reading = intents::item(message, range.clone(), 0.8);
            }
            // "get me a pizza and set it to arrive at five": what "it" is is not ours either.
            let follows = elsewhere && is_pronoun(&reading);
            elsewhere = follows
                || reading.command.reason == Some(Reason::NotOurs)
                || is_lost(message, range.clone(), &reading);
            let mut reading = if follows {
                Reading::withheld(Some(Reason::NotOurs), 0.8)
            } else {
                reading
            };
            // "oops, undo that" is one undo; of two corrections the second says what was meant.
            let repeats = readings.last().is_some_and(|before| {
                let intent = reading.command.intent;
                before.command.intent == intent
                    && (intent == Intent::Correct
                        || intent == Intent::Undo
                            && before.command.reference.is_none()
                            && reading.command.parameters.steps.is_none())
            });
            if repeats {
                readings.pop();
            }
            // "… , schreib das auf": what is added is what was just said.
            let repeats_add = message.language.habits.verb_last
                && reading.missing == Some(Missing::Title)
                && readings
                    .last()
                    .is_some_and(|before| before.command.intent == Intent::AddTask);
            if repeats_add {
                continue;
            }
            leading = leads(message, &range, &reading, leading);
            if let Some(leading) = &leading {
                leading.share(&mut reading);
            }
            if let Some(added) = readings.last_mut()
                && corrects_added(added, &reading)
            {
                continue;
            }
            readings.push(reading);
        }
    }
    readings
}

/// "URGENT! Call the plumber": how urgent it is stands before what is to be added. That, and what comes after it.
fn urgent_first<'c>(
    message: &Message<'_>,
    clauses: &'c [Range<usize>],
) -> Option<(Reading, &'c [Range<usize>])> {
    let [mark, wish, rest @ ..] = clauses else {
        return None;
    };
    let units = &message.units[mark.clone()];
    let priority = message.language.phrases.whole_priority(units)?;
    let [mut reading] = <[Reading; 1]>::try_from(read_clause(message, wish.clone())).ok()?;
    if reading.command.intent != Intent::AddTask || reading.command.parameters.title.is_none() {
        return None;
    }
    let parameters = &mut reading.command.parameters;
    parameters.priority = parameters.priority.or(Some(priority));
    // Nobody says of what the world does how urgent it is.
    reading.evidence = reading.evidence.without(Cue::Bare);
    Some((
        reading.showing(message, mark.clone(), SpanKind::Priority),
        rest,
    ))
}

/// A date before all that is to be done in a sentence: "morgen Milch kaufen und Oma anrufen".
struct Leading(Parameters);

impl Leading {
    fn share(&self, reading: &mut Reading) {
        let parameters = &mut reading.command.parameters;
        if parameters.due.is_keep() && parameters.recurrence.is_keep() {
            parameters.due = self.0.due.clone();
            parameters.due_part = self.0.due_part;
            parameters.recurrence = self.0.recurrence.clone();
        }
    }
}

/// The date that goes on holding in this clause: its own, if it begins with one, or that of the clause before it.
fn leads(
    message: &Message<'_>,
    range: &Range<usize>,
    reading: &Reading,
    before: Option<Leading>,
) -> Option<Leading> {
    if reading.command.intent != Intent::AddTask {
        return None;
    }
    let first = &message.units[range.start];
    let dated = first.date_length.is_some() && !reading.command.parameters.due.is_keep();
    if dated && message.language.habits.verb_last {
        return Some(Leading(reading.command.parameters.clone()));
    }
    // "… und …": a comma or a new sentence begins anew.
    let goes_on = range.start > 0
        && message
            .language
            .frames
            .is_connective(&message.units[range.start - 1])
        && message.units[range.clone()]
            .iter()
            .all(|unit| unit.date.is_none());
    before.filter(|_| goes_on)
}

/// Whether a clause says something that was not understood: what "it" means after it is not known.
fn is_lost(message: &Message<'_>, range: Range<usize>, reading: &Reading) -> bool {
    let unknown = reading.command.intent == Intent::Unknown && reading.command.reason.is_none();
    let content = |unit: &Unit<'_>| {
        unit.kind == UnitKind::Word
            && !unit
                .class
                .any(Class::STOP.with(Class::FILLER).with(Class::DETERMINER))
    };
    unknown
        && message.units[range]
            .iter()
            .filter(|unit| content(unit))
            .count()
            > 1
}

/// "delete 1; 2": numbers alone after a semicolon are more of the tasks meant before it. Whether they are.
fn extends(message: &Message<'_>, range: Range<usize>, before: &mut Reading) -> bool {
    let numbers = message.units[range.clone()]
        .iter()
        .all(|unit| matches!(unit.kind, UnitKind::Id | UnitKind::Number));
    let Some(reference) = before.command.reference.as_mut().filter(|_| numbers) else {
        return false;
    };
    let ids = reference
        .include
        .iter()
        .all(|selector| matches!(selector, Selector::Id(_)));
    let Some(more) = reference::read(message, range.clone()).filter(|_| ids) else {
        return false;
    };
    reference.include.extend(more.reference.include);
    before
        .command
        .spans
        .extend(message.span(range, SpanKind::Reference));
    true
}

/// "Call mum tomorrow. No, Friday": takes a correction of when or how urgent into the task added or moved before it in the
/// same message, which nobody has seen yet. Whether it was one.
fn corrects_added(added: &mut Reading, correction: &Reading) -> bool {
    let new = &correction.command.parameters;
    let only_details = correction.command.intent == Intent::Correct
        && correction.command.reference.is_none()
        && new.title.is_none()
        && (new.due.value().is_some() || new.priority.is_some());
    let changes = added.command.intent == Intent::UpdateTask
        && added.command.parameters.due.value().is_some();
    if !(changes || added.command.intent == Intent::AddTask) || !only_details {
        return false;
    }
    let old = &mut added.command.parameters;
    if let Some(due) = new.due.value() {
        let due = match (old.due.value(), new.due_part) {
            (Some(day), Some(DuePart::Time)) => due.moved_to(day.date()),
            (Some(time), Some(DuePart::Date)) if time.time().is_some() => time.moved_to(due.date()),
            _ => due.clone(),
        };
        old.due_part = if due.time().is_some() && new.due_part != old.due_part {
            Some(DuePart::Both)
        } else {
            new.due_part
        };
        old.due = Change::Set(due);
        old.recurrence = new.recurrence.clone();
    }
    old.priority = new.priority.or(old.priority);
    added
        .command
        .spans
        .extend(correction.command.spans.iter().cloned());
    true
}

fn asks_for_nothing(reading: &Reading) -> bool {
    reading.command.intent == Intent::Unknown && reading.command.reason.is_none()
}

/// Whether it would be asked about at best.
fn is_unsure(reading: &Reading) -> bool {
    asks_for_nothing(reading) || reading.kind().is_some() && reading.confidence() < CLARIFY_BELOW
}

fn is_pronoun(reading: &Reading) -> bool {
    reading
        .command
        .reference
        .as_ref()
        .is_some_and(Reference::is_pronoun)
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
        .map(|missing| (message.language.question)(missing).to_owned());
    let commands: Vec<Command> = kept.into_iter().map(Reading::into_command).collect();
    let confidence = commands
        .iter()
        .map(|command| command.confidence.get())
        .fold(1.0, f32::min);
    Understood {
        language: language(message, &commands).to_owned(),
        confidence: Confidence::clamped(confidence),
        question,
        commands,
    }
}

/// The language of the message: undetermined when nothing was understood and no word of it is known.
fn language(message: &Message<'_>, commands: &[Command]) -> &'static str {
    if let Some(foreign) = message.foreign {
        return foreign;
    }
    let understood = commands
        .iter()
        .any(|command| command.intent != Intent::Unknown || command.reason.is_some());
    let known = message
        .units
        .iter()
        .any(|unit| unit.id != 0 || unit.kind != UnitKind::Word);
    if understood || known || message.units.is_empty() {
        message.language.tongue.tag()
    } else {
        UNDETERMINED
    }
}
