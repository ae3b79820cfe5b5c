//! "Maps downloaded, tick it": what was read as several commands and is one, told in several sentences.

use tasktalk_domain::{Change, Intent, Reason, Reference, Selector};

use crate::candidates::Candidates;
use crate::evidence::{Cue, PLAIN_FORM};
use crate::message::Message;
use crate::model::{self, Kind, Likelihoods};
use crate::reading::{Clause, Reading};

/// A message is several commands when that is at least so likely; to overlook one would be worse than to ask about one too many.
const SEVERAL: f32 = 0.3;
/// What hardly asks for nothing: nobody names several things without wanting them added.
const HARDLY: f32 = 0.15;
/// From this likelihood on, what was read in its parts is not asked for by the whole.
const NOTHING: f32 = 0.9;

/// The one command that the whole message is by its words, if they say that it is one.
pub(crate) fn of_several(message: &Message<'_>, readings: Vec<Reading>) -> Vec<Reading> {
    if readings.iter().filter(|reading| asks(reading)).count() < 2 {
        return readings;
    }
    let whole = 0..message.units.len();
    let (_, candidates) = Candidates::of(Clause::of(message, whole.clone()));
    let likelihoods = model::judge_all(message, whole, &candidates);
    if likelihoods.of(Kind::Several) >= SEVERAL {
        return if likelihoods.of(Kind::Nothing) < HARDLY {
            meant(readings)
        } else {
            readings
        };
    }
    let (kind, likelihood) = likelihoods.of_one().best();
    if kind == Kind::Nothing {
        let plain = readings
            .iter()
            .any(|reading| reading.evidence.form() >= PLAIN_FORM);
        return if plain || likelihood < NOTHING {
            readings
        } else {
            vec![Reading::withheld(None, likelihood)]
        };
    }
    chosen(readings, kind, &likelihoods)
}

/// What is named beside other commands is meant to be added.
fn meant(mut readings: Vec<Reading>) -> Vec<Reading> {
    for reading in &mut readings {
        reading.evidence = reading.evidence.clone().without(Cue::Bare);
    }
    readings
}

fn asks(reading: &Reading) -> bool {
    reading.kind().is_some() || reading.command.intent == Intent::Correct
}

/// The surest reading of a kind, with what the others say about it; all of them when none is of this kind.
fn chosen(mut readings: Vec<Reading>, kind: Kind, likelihoods: &Likelihoods) -> Vec<Reading> {
    let surest = (0..readings.len())
        .filter(|at| readings[*at].kind() == Some(kind))
        .max_by(|a, b| {
            let sureness = |at: &usize| (names(&readings[*at]), readings[*at].evidence.form());
            let (a, b) = (sureness(a), sureness(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
    let Some(at) = surest else {
        return readings;
    };
    let mut one = readings.remove(at);
    one.evidence.weigh(likelihoods.of_one().of(kind));
    for other in readings {
        complete(&mut one, other);
    }
    vec![one]
}

/// Whether it says what it is about.
fn names(reading: &Reading) -> bool {
    let parameters = &reading.command.parameters;
    match &reading.command.reference {
        Some(reference) => !is_pronoun(reference),
        None => reading.command.intent == Intent::AddTask && parameters.title.is_some(),
    }
}

/// Takes from another reading what this one lacks: which task is meant, or when it is due.
fn complete(one: &mut Reading, other: Reading) {
    if matches!(other.command.reason, Some(Reason::Negated)) {
        return;
    }
    let (command, more) = (&mut one.command, other.command);
    let parameters = &mut command.parameters;
    if command.intent == Intent::AddTask {
        if parameters.due.is_keep() && parameters.recurrence.is_keep() {
            parameters.due = more.parameters.due;
            parameters.due_part = more.parameters.due_part;
            parameters.recurrence = more.parameters.recurrence;
        }
    } else if command.reference.as_ref().is_none_or(is_pronoun) {
        let named = more.reference.filter(|reference| !is_pronoun(reference));
        let titled = more
            .parameters
            .title
            .filter(|_| more.intent == Intent::AddTask);
        let words = titled.map(|text| Reference::to(Selector::Words { text, exact: false }));
        let Some(reference) = named.or(words) else {
            return;
        };
        command.reference = Some(reference);
        if let Change::Keep = parameters.due
            && command.intent == Intent::UpdateTask
        {
            parameters.due = more.parameters.due;
            parameters.due_part = more.parameters.due_part;
        }
        one.found_which();
    }
}

fn is_pronoun(reference: &Reference) -> bool {
    matches!(reference.include.as_slice(), [Selector::Pronoun(_)])
}
