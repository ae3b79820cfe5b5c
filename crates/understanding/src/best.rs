//! The surest of several readings: each is weighed with how likely its kind is by the words alone.

use tasktalk_domain::{Intent, Reason};

use crate::model::{Kind, Likelihoods};
use crate::reading::Reading;

/// "I don't need the milk anymore" is negated and asks for something. However likely that is, what is negated is at least so
/// likely to ask for nothing.
const LEAST_NEGATED: f32 = 0.35;
/// A wish to a machine is at least so likely to be none of ours, so that it can still be offered as a task.
const LEAST_NOT_OURS: f32 = 0.4;

/// The surest readings so far; of equally sure ones the first.
pub(crate) struct Best {
    /// How sure they are.
    pub(crate) sureness: f32,
    /// The same by its form alone.
    pub(crate) form: f32,
    /// The readings.
    pub(crate) readings: Vec<Reading>,
    likelihoods: Likelihoods,
}

impl Best {
    /// None yet, for a clause with these likelihoods.
    pub(crate) fn new(likelihoods: Likelihoods) -> Self {
        Self {
            sureness: 0.0,
            form: 0.0,
            readings: Vec::new(),
            likelihoods,
        }
    }

    /// Takes readings that are surer than those so far.
    pub(crate) fn consider(&mut self, mut readings: Vec<Reading>) {
        for reading in &mut readings {
            if let Some(kind) = reading.kind() {
                reading.evidence.weigh(self.likelihoods.of(kind));
            } else if let Some(least) = least_withheld(reading) {
                let nothing = self.likelihoods.of(Kind::Nothing);
                reading.evidence.weigh(nothing.max(least));
            } else if reading.command.intent == Intent::Correct {
                // What "no, friday" asks for shows only beside what was done before: its words can't speak against it.
                reading
                    .evidence
                    .weigh_if_for(self.likelihoods.of(Kind::Update));
            }
        }
        let sureness = readings
            .iter()
            .map(|reading| reading.evidence.rank())
            .fold(f32::INFINITY, f32::min);
        if !readings.is_empty() && sureness > self.sureness {
            let forms = readings.iter().map(|reading| reading.evidence.form());
            self.form = forms.fold(f32::INFINITY, f32::min);
            self.sureness = sureness;
            self.readings = readings;
        }
    }

    /// Takes a reading that is surer.
    pub(crate) fn consider_one(&mut self, reading: Option<Reading>) {
        self.consider(reading.into_iter().collect());
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
