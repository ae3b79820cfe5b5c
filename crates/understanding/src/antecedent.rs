//! "the lasagne needs no making, take it off": what a pronoun means that the message itself names.

use std::ops::RangeInclusive;

use tasktalk_domain::{Reference, Selector, SpanKind};

use crate::candidates::Candidates;
use crate::evidence::Cue;
use crate::intents;
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::model::{self, ByForm, Kind};
use crate::reading::{Clause, Missing, Reading};
use crate::units::Unit;

/// From this sureness on, the words are what is meant.
const SURE: f32 = 0.9;
/// Fewer units name nothing beside a command, and more name too much.
const LENGTHS: RangeInclusive<usize> = 4..=60;

/// Lets the only command of a message that points with a pronoun, or at nothing, mean what its other words name.
pub(crate) fn resolve(message: &Message<'_>, readings: &mut [Reading]) {
    if !LENGTHS.contains(&message.units.len()) {
        return;
    }
    let mut asking = readings
        .iter_mut()
        .filter(|reading| reading.kind().is_some());
    let (Some(reading), None) = (asking.next(), asking.next()) else {
        return;
    };
    let Some(kind) = reading.kind() else {
        return;
    };
    if kind == Kind::Add && reading.missing == Some(Missing::Title) {
        title(message, reading);
    } else if changes(kind) {
        tasks(message, kind, reading);
    }
}

/// "cancel netflix on the 1st, put that on the list": what is to be added was said before it was asked for.
fn title(message: &Message<'_>, reading: &mut Reading) {
    let whole = Clause::of(message, 0..message.units.len());
    let (_, candidates) = Candidates::of(whole.clone());
    let likelihood = reading.evidence.rank();
    let by_form = ByForm::of(message, &candidates, Kind::Add);
    let object = model::object(message, whole.range.clone(), Kind::Add, &by_form);
    let named = object.is_some_and(|object| {
        object.sureness >= SURE && !message.units[object.units].iter().any(orders)
    });
    if named && let Some(mut added) = intents::supposed_add(&whole, likelihood, &by_form) {
        added.evidence = added.evidence.without(Cue::Bare);
        *reading = added;
    }
}

/// Whether a word belongs to the order and not to what is to be added.
fn orders(unit: &Unit<'_>) -> bool {
    unit.class.any(Class::LIST.with(Class::TASK)) || unit.is_any(&[Role::VerbAdd, Role::VerbRemind])
}

fn tasks(message: &Message<'_>, kind: Kind, reading: &mut Reading) {
    let points = reading.command.reference.as_ref();
    if !points.is_none_or(Reference::is_pronoun) {
        return;
    }
    let whole = Clause::of(message, 0..message.units.len());
    let before = pointer(message, reading).unwrap_or(message.units.len());
    let Some(reference) = intents::pointed_at(&whole, kind).or_else(|| named(&whole, kind, before))
    else {
        return;
    };
    reading.command.reference = Some(reference);
    reading.found_which();
}

fn changes(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Done | Kind::Reopen | Kind::Update | Kind::Delete
    )
}

/// Where the pronoun stands.
fn pointer(message: &Message<'_>, reading: &Reading) -> Option<usize> {
    let spans = &reading.command.spans;
    let span = spans.iter().find(|span| span.kind == SpanKind::Reference)?;
    let units = &message.units;
    units.iter().position(|unit| unit.chars.end > span.start)
}

/// The words that the network takes for the object, when they were said before the pronoun.
fn named(clause: &Clause<'_, '_>, kind: Kind, before: usize) -> Option<Reference> {
    let message = clause.message;
    let (_, candidates) = Candidates::of(clause.clone());
    let by_form = ByForm::of(message, &candidates, kind);
    let object = model::object(message, clause.range.clone(), kind, &by_form)?;
    if object.sureness < SURE || object.units.end > before {
        return None;
    }
    let reference = intents::named(clause, object.units, kind)?;
    let words = matches!(
        reference.include.as_slice(),
        [Selector::Words { .. } | Selector::Id(_) | Selector::Position(_)]
    );
    words.then_some(reference)
}

#[cfg(test)]
mod tests {
    use tasktalk_domain::{Intent, Locale, Zone};

    use super::*;
    use crate::Moment;
    use crate::evidence::Evidence;
    use crate::shorthand::of_reference;

    /// Sunday morning.
    fn moment() -> Moment {
        Moment {
            now: jiff::civil::datetime(2026, 11, 22, 9, 0, 0, 0),
            zone: Zone::utc(),
            locale: Locale::default(),
        }
    }

    /// What the only command of a message means that points with "it".
    fn meant(text: &str, pronoun: &str) -> Option<String> {
        let moment = moment();
        let message = Message::read(text, &moment);
        let at = message.units.iter().rposition(|unit| unit.word == pronoun);
        let at = at.unwrap();
        let mut reading = Reading::new(Intent::DeleteTask, Evidence::new(0.9)).showing(
            &message,
            at..at + 1,
            SpanKind::Reference,
        );
        reading.command.reference = Some(Reference::to(Selector::Pronoun(
            tasktalk_domain::Pronoun::It,
        )));
        let mut readings = vec![reading];
        resolve(&message, &mut readings);
        readings[0].command.reference.as_ref().map(of_reference)
    }

    #[test]
    fn a_number_said_elsewhere_is_what_it_means() {
        let text = "number 4 is nonsense, get rid of it";
        assert_eq!(meant(text, "it").as_deref(), Some("#4"));
    }

    #[test]
    fn it_stays_it_where_nothing_else_is_named() {
        assert_eq!(meant("oh please do delete it", "it").as_deref(), Some("it"));
    }

    #[test]
    fn one_of_several_commands_is_left_as_it_is() {
        let moment = moment();
        let message = Message::read("number 4 is nonsense, get rid of it", &moment);
        let it = Reference::to(Selector::Pronoun(tasktalk_domain::Pronoun::It));
        let mut reading = Reading::new(Intent::DeleteTask, Evidence::new(0.9));
        reading.command.reference = Some(it.clone());
        let mut readings = vec![reading.clone(), reading];
        resolve(&message, &mut readings);
        let kept = readings
            .iter()
            .all(|reading| reading.command.reference.as_ref() == Some(&it));
        assert!(kept);
    }
}
