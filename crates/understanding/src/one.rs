//! "Maps downloaded, tick it": what was read as several commands and is one, told in several sentences.

use tasktalk_domain::command::CLARIFY_BELOW;
use tasktalk_domain::{Intent, Parameters, Reason, Reference, Selector};

use crate::candidates::Candidates;
use crate::evidence::{Cue, PLAIN_FORM};
use crate::message::Message;
use crate::model::{self, Kind, Likelihoods};
use crate::reading::{Clause, Reading};

/// A message is several commands when that is at least so likely; to overlook one would be worse than to ask about one too many.
const SEVERAL: f32 = 0.3;
/// Where a new command begins with this likelihood, there are several.
const BEGINS: f32 = 0.7;
/// What hardly asks for nothing: nobody names several things without wanting them added.
const HARDLY: f32 = 0.15;
/// A form as sure as this says plainly what it asks for.
const PLAINLY: f32 = 0.85;
/// From this likelihood on, what was read in its parts is not asked for by the whole.
const NOTHING: f32 = 0.9;

/// The one command that the whole message is by its words, if they say that it is one.
pub(crate) fn of_several(message: &Message<'_>, readings: Vec<Reading>) -> Vec<Reading> {
    if readings.iter().filter(|reading| asks(reading)).count() < 2 {
        return readings;
    }
    // Of two that are to be added at times of their own, none is a part of the other.
    if readings.iter().filter(|reading| is_dated(reading)).count() > 1 {
        let sure = readings
            .iter()
            .any(|reading| reading.confidence() >= CLARIFY_BELOW);
        return if sure { meant(readings) } else { readings };
    }
    if are_different(&readings) {
        return readings;
    }
    let whole = 0..message.units.len();
    let (_, candidates) = Candidates::of(Clause::of(message, whole.clone()));
    let likelihoods = model::judge_all(message, whole, &candidates);
    if likelihoods.of(Kind::Several) >= SEVERAL || model::likeliest_boundary(message) >= BEGINS {
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

/// Whether their forms plainly say different things: "buy milk and make it urgent", "add milk and add bread". No command that was
/// given in a known form is ever lost.
fn are_different(readings: &[Reading]) -> bool {
    let plain: Vec<&Reading> = readings
        .iter()
        .filter(|reading| reading.evidence.form() >= PLAINLY)
        .collect();
    let kinds: Vec<Kind> = plain.iter().filter_map(|reading| reading.kind()).collect();
    let ordered =
        |reading: &&&Reading| names(reading) && !reading.evidence.cues().contains(&Cue::Bare);
    kinds.iter().any(|kind| *kind != kinds[0]) || plain.iter().filter(ordered).count() > 1
}

fn is_chore(reading: &Reading) -> bool {
    reading.command.intent == Intent::AddTask
        && names(reading)
        && reading.evidence.cues().contains(&Cue::ChoreVerb)
}

/// Whether it is to be added at a time of its own.
fn is_dated(reading: &Reading) -> bool {
    let Parameters {
        due, recurrence, ..
    } = &reading.command.parameters;
    reading.command.intent == Intent::AddTask
        && names(reading)
        && !(due.is_keep() && recurrence.is_keep())
}

fn asks(reading: &Reading) -> bool {
    reading.kind().is_some() || reading.command.intent == Intent::Correct
}

/// The surest reading of a kind, with what the others say about it; all of them when none is of this kind.
fn chosen(readings: Vec<Reading>, kind: Kind, likelihoods: &Likelihoods) -> Vec<Reading> {
    let surest = (0..readings.len())
        .filter(|at| kind_of(&readings[*at]) == Some(kind))
        .max_by(|a, b| {
            let sureness = |at: &usize| (tells(&readings[*at]), readings[*at].evidence.form());
            let (a, b) = (sureness(a), sureness(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
    let Some(at) = surest else {
        return readings;
    };
    let mut others = readings.clone();
    let mut one = others.remove(at);
    // Another chore with its verb is another task, and not lost.
    if kind == Kind::Add && others.iter().any(is_chore) {
        return readings;
    }
    one.evidence.weigh(likelihoods.of_one().of(kind));
    // "find cheese and delete it": what "it" is must come from the rest, not from what was shown before.
    let looks = others
        .iter()
        .any(|other| other.command.intent == Intent::ListTasks);
    for other in others {
        complete(&mut one, other);
    }
    let points = one
        .command
        .reference
        .as_ref()
        .is_some_and(Reference::is_pronoun);
    if points && looks { readings } else { vec![one] }
}

/// The kind of what it does: a correction changes a task.
fn kind_of(reading: &Reading) -> Option<Kind> {
    let corrects = reading.command.intent == Intent::Correct;
    reading.kind().or(corrects.then_some(Kind::Update))
}

/// How much it tells: what to change, and which task.
fn tells(reading: &Reading) -> u8 {
    let parameters = &reading.command.parameters;
    let changes = !parameters.due.is_keep()
        || !parameters.recurrence.is_keep()
        || parameters.priority.is_some()
        || parameters.postpone.is_some()
        || reading.command.intent != Intent::AddTask && parameters.title.is_some();
    u8::from(names(reading)) + u8::from(changes && reading.command.intent != Intent::AddTask)
}

/// Whether it says what it is about.
fn names(reading: &Reading) -> bool {
    let parameters = &reading.command.parameters;
    match &reading.command.reference {
        Some(reference) => !reference.is_pronoun(),
        None => reading.command.intent == Intent::AddTask && parameters.title.is_some(),
    }
}

/// Takes from another reading what this one lacks: which task is meant, and what is to be done with it.
fn complete(one: &mut Reading, other: Reading) {
    if matches!(other.command.reason, Some(Reason::Negated)) {
        return;
    }
    let more = other.command;
    let command = &mut one.command;
    let lacks_task = command.intent != Intent::AddTask
        && command.reference.as_ref().is_none_or(Reference::is_pronoun);
    if lacks_task {
        let named = more.reference.filter(|reference| !reference.is_pronoun());
        let title = more.parameters.title.clone();
        let titled = title.filter(|_| more.intent == Intent::AddTask);
        let words = titled.map(|text| Reference::to(Selector::Words { text, exact: false }));
        if let Some(reference) = named.or(words) {
            command.reference = Some(reference);
            one.found_which();
        }
    }
    if matches!(one.command.intent, Intent::AddTask | Intent::UpdateTask) {
        take_details(&mut one.command.parameters, more.parameters);
    }
}

fn take_details(parameters: &mut Parameters, more: Parameters) {
    if parameters.due.is_keep() && parameters.recurrence.is_keep() {
        parameters.due = more.due;
        parameters.due_part = more.due_part;
        parameters.recurrence = more.recurrence;
    }
    parameters.priority = parameters.priority.or(more.priority);
    for tag in more.tags {
        if !parameters.tags.contains(&tag) {
            parameters.tags.push(tag);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use tasktalk_domain::{Locale, Zone};

    use crate::{Moment, understand};

    #[test]
    fn what_is_one_command_is_one_and_none_is_lost() {
        let moment = Moment {
            now: datetime(2026, 11, 22, 9, 0, 0, 0),
            zone: Zone::parse("Europe/Berlin").unwrap(),
            locale: Locale::default(),
        };
        for (message, commands) in [
            (
                "add a task to order part bababalo and add a task to order part bababali",
                2,
            ),
            ("find cheese and delete it", 2),
            ("buy milk and make it urgent", 2),
            ("the maps are downloaded, tick it off", 1),
        ] {
            let understood = understand(message, &moment);
            assert_eq!(
                understood.commands.len(),
                commands,
                "{message}: {understood:?}"
            );
        }
    }
}
