//! What has no form that we know, but words that are usually a command. It is mostly asked about; what is plainly pointed at, or
//! changes nothing, may be done at once.

mod changing;
mod pointing;

use tasktalk_domain::{Intent, Reason, Reference, Selector, SpanKind};

use crate::candidates::Candidates;
use crate::evidence::{Cue, Evidence};
use crate::filter;
use crate::lexicon::{Class, Role};
use crate::model::{self, ByForm, Kind, Likelihoods};
use crate::payload::{self, Payload, Style};
use crate::reading::{Clause, Missing, Reading};
use crate::reference::{self, Pointing};
use crate::units::{Unit, UnitKind};

use super::add::from_payload;

/// A kind less likely than this is not supposed.
const LIKELY: f32 = 0.5;
/// A verb or a word that is misunderstood costs more than a question: how much of the sureness is believed.
const BELIEVED: f32 = 0.97;
/// The surest that a command is whose tasks are not plainly named: it is asked about.
const ASKED: f32 = 0.69;
/// From this likelihood on an undo without a known form is done without asking.
const UNDOES: f32 = 0.9;

/// The likeliest command, if any is likely.
pub(crate) fn supposed(
    clause: &Clause<'_, '_>,
    candidates: &Candidates,
    likelihoods: &Likelihoods,
) -> Option<Reading> {
    let (kind, likelihood) = likelihoods.best();
    if likelihood < LIKELY {
        return None;
    }
    let by_form = ByForm::of(clause.message, candidates, kind);
    match kind {
        Kind::Add => add(clause, likelihood, &by_form),
        // "tomorrow at 6" answers a question, if anything.
        Kind::List => (!is_date(clause)).then(|| list(clause, likelihood)),
        Kind::Done | Kind::Delete => Some(about(clause, kind, likelihood, &by_form)),
        Kind::Reopen => {
            let mut reading = about(clause, kind, likelihood, &by_form);
            reading.command.parameters.completed = Some(false);
            Some(reading)
        }
        Kind::Update => Some(update(clause, likelihood, &by_form)),
        Kind::Undo => Some(Reading::new(Intent::Undo, undoing(likelihood))),
        Kind::Nothing | Kind::Several => None,
    }
}

/// What was done last may not be what is meant: only who is very likely to mean it is not asked.
fn undoing(likelihood: f32) -> Evidence {
    let sure = likelihood * BELIEVED;
    Evidence::new(if likelihood < UNDOES {
        sure.min(ASKED)
    } else {
        sure
    })
}

/// From this likelihood on, words that are usually a command are one although a form says that nothing is to be done for a list.
const OVERRULES_NOT_OURS: f32 = 0.5;
/// The same, although it sounds like a mere thought, is negated or said by others: then it is asked about.
const OVERRULES_WITHHELD: f32 = 0.85;
/// From this likelihood on, what sounds like a mere thought is a polite way of asking: "would you be so kind as to …".
const OVERRULES_POLITE: f32 = 0.97;

/// The likeliest command where a form withheld it and the words are stronger.
pub(crate) fn overruled(
    clause: &Clause<'_, '_>,
    candidates: &Candidates,
    likelihoods: &Likelihoods,
    readings: &[Reading],
) -> Option<Reading> {
    let [only] = readings else {
        return None;
    };
    if only.command.intent != Intent::Unknown {
        return None;
    }
    let to_machine = only.command.reason? == Reason::NotOurs;
    let least = if to_machine {
        OVERRULES_NOT_OURS
    } else {
        OVERRULES_WITHHELD
    };
    if likelihoods.best().1 < least {
        return None;
    }
    let mut reading = supposed(clause, candidates, likelihoods)?;
    let polite = only.command.reason == Some(Reason::Hypothetical)
        && likelihoods.best().1 >= OVERRULES_POLITE;
    if !to_machine && !polite && reading.command.intent != Intent::ListTasks {
        reading.evidence.limit(ASKED);
    }
    Some(reading)
}

/// A new task, its title the object of the message.
pub(crate) fn add(clause: &Clause<'_, '_>, likelihood: f32, by_form: &ByForm) -> Option<Reading> {
    let message = clause.message;
    let around = payload::read(message, clause.range.clone(), Style::default());
    let object = model::object(message, clause.range.clone(), Kind::Add, by_form);
    let (payload, sureness) = match object {
        Some(object) => {
            let inside = payload::read(message, object.units, Style::default());
            (with_details(inside, around), object.sureness)
        }
        None => (around, ASKED),
    };
    payload.title.as_ref()?;
    let details = payload.has_details();
    let evidence = Evidence::new(likelihood * sureness * BELIEVED)
        .with(Cue::Bare)
        .with_if(details, Cue::Details);
    Some(from_payload(payload, evidence))
}

/// A title from inside the object, with the details said around it.
fn with_details(inside: Payload, around: Payload) -> Payload {
    Payload {
        title: inside.title,
        description: inside.description,
        ..around
    }
}

/// Whether it is a date and no question: "friday", "at 6".
fn is_date(clause: &Clause<'_, '_>) -> bool {
    let units = &clause.message.units[clause.range.clone()];
    !clause.question && units.iter().all(|unit| unit.date.is_some())
}

fn list(clause: &Clause<'_, '_>, likelihood: f32) -> Reading {
    let conditions = filter::read(clause.message, clause.range.clone());
    let mut reading = Reading::new(Intent::ListTasks, Evidence::new(likelihood));
    for run in &conditions.recognised {
        reading = reading.showing(clause.message, run.clone(), SpanKind::Filter);
    }
    reading.command.parameters.filter = conditions.filter;
    reading
}

fn update(clause: &Clause<'_, '_>, likelihood: f32, by_form: &ByForm) -> Reading {
    let mut reading = about(clause, Kind::Update, likelihood, by_form);
    let range = &clause.range;
    let parts = pointing::find(clause, Kind::Update).map_or_else(
        || vec![range.clone()],
        |pointed| {
            vec![
                pointed.units.end..range.end,
                range.start..pointed.units.start,
            ]
        },
    );
    let changes = changing::put(clause, &parts, &mut reading.command.parameters);
    if is_correction(clause) && corrects(&reading, changes) {
        return corrected(reading);
    }
    if changes || reading.missing.is_some() {
        reading
    } else {
        reading.lacking(Missing::UpdateHow)
    }
}

/// Whether it is said that something before it was wrong: "no, …", "oops …", "… I meant".
fn is_correction(clause: &Clause<'_, '_>) -> bool {
    const OPENING: usize = 3;
    let units = &clause.message.units;
    let opens = units[..clause.range.end.min(OPENING)].iter().any(|unit| {
        unit.is_any(&[
            Role::Denial,
            Role::DenialAnswer,
            Role::Correction,
            Role::Exclamation,
        ])
    }) || units[0].is(Role::Negation);
    let meant = |unit: &Unit<'_>| unit.is(Role::VerbMean);
    opens || units[clause.range.clone()].iter().any(meant)
}

/// Whether it says either what was wrong or which task was meant, and not both: then it is a change of its own.
fn corrects(reading: &Reading, changes: bool) -> bool {
    let reference = reading.command.reference.as_ref();
    let named = reference.is_some_and(|reference| !reference.is_pronoun());
    named != changes
}

fn corrected(mut reading: Reading) -> Reading {
    reading.found_which();
    reading.command.intent = Intent::Correct;
    let command = &mut reading.command;
    if command
        .reference
        .as_ref()
        .is_some_and(Reference::is_pronoun)
    {
        command.reference = None;
    }
    reading
}

/// What a clause points at by number, place or condition.
pub(crate) fn pointed_at(clause: &Clause<'_, '_>, kind: Kind) -> Option<Reference> {
    pointing::find(clause, kind).map(|pointed| pointed.reference)
}

/// A command on the tasks that the clause points at.
fn about(clause: &Clause<'_, '_>, kind: Kind, likelihood: f32, by_form: &ByForm) -> Reading {
    let (intent, missing) = match kind {
        Kind::Done => (Intent::CompleteTask, Missing::CompleteWhich),
        Kind::Reopen => (Intent::CompleteTask, Missing::ReopenWhich),
        Kind::Delete => (Intent::DeleteTask, Missing::DeleteWhich),
        _ => (Intent::UpdateTask, Missing::UpdateWhich),
    };
    let likelihood = likelihood * BELIEVED;
    if let Some(reference) = pointed_at(clause, kind).or_else(|| plainly(clause)) {
        return on(Reading::new(intent, Evidence::new(likelihood)), reference);
    }
    let object = model::object(clause.message, clause.range.clone(), kind, by_form);
    let named =
        object.and_then(|object| named(clause, object.units, kind).map(|it| (it, object.sureness)));
    match named {
        Some((reference, sureness)) => on(
            Reading::new(intent, Evidence::new(likelihood * sureness)),
            reference,
        ),
        None if let Some(reference) = pointing::bare_number(clause) => on(
            Reading::new(intent, Evidence::new(likelihood).with(Cue::BareNumber)),
            reference,
        ),
        None => Reading::new(intent, Evidence::new(likelihood.min(ASKED))).lacking(missing),
    }
}

fn on(mut reading: Reading, reference: Reference) -> Reading {
    reading.command.reference = Some(reference);
    reading
}

/// A pronoun attached to its verb stands for what was named before it, where that many words were said: "el pan, bórralo".
const LONGEST_POINTING: usize = 4;

/// A number, quotation or pronoun, if there is just one.
fn plainly(clause: &Clause<'_, '_>) -> Option<Reference> {
    let message = clause.message;
    let mut found = clause.range.clone().filter_map(|at| {
        let unit = &message.units[at];
        let explicit = matches!(unit.kind, UnitKind::Id | UnitKind::Quoted)
            || unit.is_any(&[Role::PronounOne, Role::PronounMany, Role::PronounTwo])
                && !(unit.is_attached() && clause.range.len() > LONGEST_POINTING);
        let pointed = (explicit && unit.date.is_none())
            .then(|| reference::read(message, at..at + 1))
            .flatten()?;
        (pointed.pointing == Pointing::Explicit).then_some(pointed.reference)
    });
    let only = found.next()?;
    found.next().is_none().then_some(only)
}

/// The words of the object, past verbs as the task says them: "paid the rent" is "pay the rent".
pub(crate) fn named(
    clause: &Clause<'_, '_>,
    units: std::ops::Range<usize>,
    kind: Kind,
) -> Option<Reference> {
    let message = clause.message;
    let units = with_verb(clause, units);
    let pointed = reference::read(message, units.clone())?;
    let [Selector::Words { text, exact: false }] = pointed.reference.include.as_slice() else {
        return Some(pointed.reference);
    };
    let last = message.language.habits.verb_last;
    let verb = &message.units[if last { units.end - 1 } else { units.start }];
    let told = kind == Kind::Done && verb.class.any(Class::PAST);
    let base = message.language.lexicon.base(&verb.word);
    let text = match (text.strip_prefix(verb.text), text.strip_suffix(verb.text)) {
        (Some(rest), _) if told && !last => format!("{base}{rest}"),
        (_, Some(rest)) if told && last => format!("{rest}{base}"),
        _ => text.clone(),
    };
    Some(Reference::to(Selector::Words { text, exact: false }))
}

/// "picked up the prescription": a particle takes its verb with it.
fn with_verb(clause: &Clause<'_, '_>, units: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let message = clause.message;
    let torn = units.start > clause.range.start
        && message.units[units.start].is(Role::VerbParticle)
        && message.units[units.start - 1]
            .class
            .any(Class::PAST.with(Class::CHORE));
    units.start - usize::from(torn)..units.end
}
