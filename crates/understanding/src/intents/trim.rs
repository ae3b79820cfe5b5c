//! What a form took for the object and the words around it say otherwise: "ask Fatou about the hall, i mustn't forget".

use std::ops::Range;

use tasktalk_domain::{Reference, Selector};

use super::supposed::named;
use crate::model::{self, ByForm, Kind};
use crate::payload::{self, Style};
use crate::reading::{Clause, Reading};

/// The object is believed from this sureness on.
const SURE: f32 = 0.85;

/// Takes the object that the network finds for that of the form, when it is sure of it and it is part of it.
pub(crate) fn trim(clause: &Clause<'_, '_>, reading: &mut Reading) {
    let Some(kind) = reading.kind() else {
        return;
    };
    let by_form = ByForm::by(clause.message, reading);
    let (Some(first), Some(last)) = (by_form.units.first(), by_form.units.last()) else {
        return;
    };
    let whole = first.start..last.end;
    let Some(object) = model::object(clause.message, clause.range.clone(), kind, &by_form) else {
        return;
    };
    let inside = object.units.start >= whole.start && object.units.end <= whole.end;
    if !inside || object.units == whole || object.sureness < SURE {
        return;
    }
    if kind == Kind::Add {
        retitle(clause, reading, object.units);
    } else {
        refer(clause, reading, object.units, kind);
    }
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
