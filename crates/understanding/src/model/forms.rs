//! What the forms say of a clause, as features: which kinds of command they see in it, how surely, and by which cues.
//!
//! So the model learns from sentences how far each form is to be believed, and beside which words.

use tasktalk_domain::Intent;

use crate::candidates::{Candidates, form};
use crate::reading::Reading;

/// What a clause is by a form: a kind of command, or why it is none.
type Code = u32;

/// Kinds are 0 to 7; several commands in one clause are told apart from one.
const SEVERAL: Code = 40;
/// No form at all.
const NONE: Code = 63;

/// The surest form of a code.
struct Seen<'c> {
    code: Code,
    form: f32,
    readings: &'c [Reading],
}

/// The features, each as the parts of its hash.
pub(super) fn of(candidates: &Candidates, mut add: impl FnMut(&[u32])) {
    let seen = seen(candidates);
    let code = |at: usize| seen.get(at).map_or(NONE, |seen| seen.code);
    add(&[1, code(0), code(1)]);
    add(&[2, code(0)]);
    let Some(best) = seen.first() else {
        return;
    };
    add(&[3, best.code, sureness(best.form)]);
    let margin = best.form - seen.get(1).map_or(0.0, |second| second.form);
    add(&[4, best.code, code(1), sureness(margin)]);
    for cue in cues(best.readings) {
        add(&[5, best.code, cue]);
        add(&[6, best.code, sureness(best.form), cue]);
    }
    for other in &seen {
        add(&[7, other.code, sureness(other.form)]);
        for cue in cues(other.readings) {
            add(&[8, other.code, cue]);
        }
    }
}

/// The surest form of each code, the surest first; of equally sure ones the first.
fn seen(candidates: &Candidates) -> Vec<Seen<'_>> {
    let mut seen: Vec<Seen<'_>> = Vec::new();
    for readings in &candidates.readings {
        let (code, form) = (code(readings), form(readings));
        match seen.iter_mut().find(|seen| seen.code == code) {
            Some(known) if known.form >= form => {}
            Some(known) => {
                known.form = form;
                known.readings = readings;
            }
            None => seen.push(Seen {
                code,
                form,
                readings,
            }),
        }
    }
    seen.sort_by(|a, b| b.form.total_cmp(&a.form));
    seen
}

fn code(readings: &[Reading]) -> Code {
    let Some(first) = readings.first() else {
        return NONE;
    };
    let code = match first.kind() {
        Some(kind) => kind as Code,
        None => match first.command.intent {
            Intent::Correct => 10,
            Intent::Help => 11,
            Intent::Greeting => 12,
            Intent::Thanks => 13,
            _ => 14 + first.command.reason.map_or(0, |reason| 1 + reason as Code),
        },
    };
    if readings.len() > 1 {
        code + SEVERAL
    } else {
        code
    }
}

fn cues(readings: &[Reading]) -> impl Iterator<Item = u32> {
    readings
        .first()
        .into_iter()
        .flat_map(|reading| reading.evidence.cues())
        .map(|cue| *cue as u32)
}

/// A class of sureness.
fn sureness(form: f32) -> u32 {
    const BOUNDS: [f32; 8] = [0.1, 0.3, 0.5, 0.65, 0.75, 0.85, 0.92, 0.96];
    let above = BOUNDS.iter().filter(|bound| form >= **bound).count();
    u32::try_from(above).unwrap_or_default()
}
