//! The surest of several readings: each is weighed with how likely its kind is.

use tasktalk_domain::{Intent, Reason};

use crate::candidates::{Candidates, form};
use crate::evidence::{Cue, PLAIN_FORM};
use crate::model::{Kind, Likelihoods};
use crate::reading::Reading;

/// Readings less sure than this are none.
const LEAST: f32 = 0.42;

/// "I don't need the milk anymore" is negated and asks for something. However likely that is, what is negated is at least so
/// likely to ask for nothing.
const LEAST_NEGATED: f32 = 0.35;
/// A wish to a machine is at least so likely to be none of ours, so that it can still be offered as a task.
const LEAST_NOT_OURS: f32 = 0.4;

/// Nobody has heard of every thing that people note: what is said in a known form is asked about at least, …
const LEAST_FORMED: f32 = 0.5;
/// … and "add …" and "show …" done.
const LEAST_ORDERED: f32 = 0.72;
/// From this sureness on a form is known.
const KNOWN_FORM: f32 = 0.9;

/// What makes a known form doubtful.
const DOUBTS: [Cue; 8] = [
    Cue::World,
    Cue::ServiceVerb,
    Cue::Addressed,
    Cue::QuestionMark,
    Cue::VagueReference,
    Cue::Alone,
    Cue::LongTitle,
    Cue::Bare,
];

/// The surest readings, if any are sure enough; of equally sure ones those whose form is surest, and of these the first.
pub(crate) fn best(candidates: &Candidates, likelihoods: &Likelihoods) -> Option<Vec<Reading>> {
    let mut best = None;
    let mut most = (LEAST, 0.0);
    for readings in &candidates.readings {
        let mut readings = readings.clone();
        for reading in &mut readings {
            weigh(reading, likelihoods);
        }
        let ranks = readings.iter().map(|reading| reading.evidence.rank());
        let sureness = (ranks.fold(f32::INFINITY, f32::min), form(&readings));
        if sureness > most {
            most = sureness;
            best = Some(readings);
        }
    }
    best
}

fn weigh(reading: &mut Reading, likelihoods: &Likelihoods) {
    if let Some(kind) = reading.kind() {
        let likelihood = likelihoods.of(kind);
        let least = least_ordered(reading);
        reading.evidence.weigh(likelihood.max(least));
    } else if let Some(least) = least_withheld(reading) {
        let nothing = likelihoods.of(Kind::Nothing);
        reading.evidence.weigh(nothing.max(least));
    } else if reading.command.intent == Intent::Correct {
        // What "no, friday" asks for shows only beside what was done before: its words can't speak against it.
        // Of equally likely ones it is the correction, which is said in fewer ways.
        reading
            .evidence
            .weigh_if_for(likelihoods.of(Kind::Update) + 0.01);
    }
}

/// How likely its form makes a command at least, whatever its words are.
fn least_ordered(reading: &Reading) -> f32 {
    let evidence = &reading.evidence;
    let has = |cue: &Cue| evidence.cues().contains(cue);
    let shows = reading.command.intent == Intent::ListTasks;
    if DOUBTS.iter().any(has) || evidence.form() < KNOWN_FORM {
        0.0
    } else if (has(&Cue::Ordered) || shows) && evidence.form() >= PLAIN_FORM {
        LEAST_ORDERED
    } else {
        LEAST_FORMED
    }
}

/// How likely what a form withholds is at least to ask for nothing, where words may say otherwise.
fn least_withheld(reading: &Reading) -> Option<f32> {
    match reading.command.reason? {
        Reason::Negated => Some(LEAST_NEGATED),
        Reason::NotOurs => Some(LEAST_NOT_OURS),
        Reason::Hypothetical | Reason::Reported | Reason::UnknownLanguage => None,
    }
}
