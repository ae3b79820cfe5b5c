//! What a form took for the object and the words around it say otherwise: "ask Fatou about the hall, i mustn't forget".

use std::ops::Range;

use tasktalk_domain::{Reference, Selector};

use super::supposed::named;
use crate::evidence::PLAIN_FORM;
use crate::message::Message;
use crate::model::{self, ByForm, Kind};
use crate::payload::{self, Style};
use crate::reading::{Clause, Reading};
use crate::units::Gap;

/// What is cut off belongs to the object with no more likelihood than this.
const LEFT_OUT: f32 = 0.2;

/// Takes the object that the network finds for that of the form, when it is sure of it and it is part of it.
pub(crate) fn trim(clause: &Clause<'_, '_>, reading: &mut Reading) {
    let Some(kind) = reading.kind() else {
        return;
    };
    // Where the verb stands last, what was done ends in an infinitive that nobody said.
    if kind == Kind::Done && clause.message.language.habits.verb_last {
        return;
    }
    // "add a task to …" says where the title begins and ends.
    if reading.evidence.form() >= PLAIN_FORM {
        return;
    }
    let by_form = ByForm::by(clause.message, reading);
    let (Some(first), Some(last)) = (by_form.units.first(), by_form.units.last()) else {
        return;
    };
    let whole = first.start..last.end;
    let Some(object) = model::object(clause.message, clause.range.clone(), kind, &by_form) else {
        return;
    };
    let units = with_signs(clause.message, object.units.clone(), &whole);
    let inside = units.start >= whole.start && units.end <= whole.end;
    if !inside || units == whole || object.left_out(&whole) > LEFT_OUT {
        return;
    }
    // "call Dr. Smith": what a full stop inside a sentence shortens is no end of the wrapping.
    if units.start > whole.start && clause.message.units[units.start].gap.has(Gap::STOP) {
        return;
    }
    if kind == Kind::Add {
        retitle(clause, reading, units);
    } else {
        refer(clause, reading, units, kind);
    }
}

/// The object with the numbers, dates and tags beside it that the form took for part of it: the network is told nothing of them.
fn with_signs(message: &Message<'_>, units: Range<usize>, whole: &Range<usize>) -> Range<usize> {
    let is_sign = |at: &usize| !model::is_plain(&message.units[*at]);
    let end = (units.end..whole.end).take_while(is_sign).count() + units.end;
    let start = (whole.start..units.start).rev().take_while(is_sign).count();
    units.start - start..end
}

fn retitle(clause: &Clause<'_, '_>, reading: &mut Reading, units: Range<usize>) {
    let title = payload::read(clause.message, units, Style::default()).title;
    let parameters = &mut reading.command.parameters;
    if title.is_some() && parameters.title.is_some() {
        parameters.title = title;
    }
}

fn refer(clause: &Clause<'_, '_>, reading: &mut Reading, units: Range<usize>, kind: Kind) {
    let by_words = |reference: &Reference| {
        reference.exclude.is_empty()
            && matches!(
                reference.include.as_slice(),
                [Selector::Words { exact: false, .. }]
            )
    };
    if !reading.command.reference.as_ref().is_some_and(by_words) {
        return;
    }
    if let Some(reference) = named(clause, units, kind).filter(by_words) {
        reading.command.reference = Some(reference);
    }
}
