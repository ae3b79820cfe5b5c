//! How likely each kind of command is, which words of a message are its object, and where a new command begins: three small
//! networks.
//!
//! Forms say precisely what a message means when they know it; the networks have seen many more ways of asking, and weigh what
//! the forms say beside the words. They are made by `cargo xtask train` from `training/`, and a test checks that they are what
//! it makes (adr 10). It takes some microseconds a message.

mod boundary;
mod features;
mod forms;
mod network;
mod object;
mod pieces;

use std::ops::Range;
use std::sync::OnceLock;

use crate::Moment;
use crate::candidates::Candidates;
use crate::language::Tongue;
use crate::lexicon::Language;
use crate::message::Message;
use crate::reading::Clause;
use crate::segment;

pub use boundary::{BOUNDARY_CLASSES, BoundaryExample, boundary_examples};
pub(crate) use boundary::{likeliest as likeliest_boundary, likelihood as boundary_likelihood};
pub use network::{LARGEST_STEP, Network, feature_value};
pub(crate) use object::{ByForm, is_plain, object};
pub use object::{OBJECT_CLASSES, ObjectExample, object_example};

/// A kind of command, as the model tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A new task.
    Add,
    /// Showing tasks.
    List,
    /// Marking tasks done.
    Done,
    /// Opening done tasks again.
    Reopen,
    /// Changing tasks, the last change among them.
    Update,
    /// Deleting tasks.
    Delete,
    /// Taking changes back.
    Undo,
    /// Nothing of this.
    Nothing,
    /// Several commands in one message.
    Several,
}

impl Kind {
    /// All of them, in the order of the network's classes.
    pub const ALL: [Self; 9] = [
        Self::Add,
        Self::List,
        Self::Done,
        Self::Reopen,
        Self::Update,
        Self::Delete,
        Self::Undo,
        Self::Nothing,
        Self::Several,
    ];
}

/// How many kinds there are.
pub const KINDS: usize = Kind::ALL.len();

/// The network of the kinds.
pub type KindNetwork<'b> = Network<'b, 32, KINDS>;
/// The network of the objects.
pub type ObjectNetwork<'b> = Network<'b, 16, OBJECT_CLASSES>;
/// The network of the boundaries.
pub type BoundaryNetwork<'b> = Network<'b, 16, BOUNDARY_CLASSES>;

/// The networks of a language as they are compiled in.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// The network of the kinds.
    pub kinds: &'static [u8],
    /// That of the objects.
    pub objects: &'static [u8],
    /// That of the boundaries, in a language with thousands of messages of several commands to make it from.
    pub boundaries: Option<&'static [u8]>,
    /// How much of the first one's scores is believed: made from few sentences, it is surer than it should be.
    pub believed: f32,
}

/// Those of English.
pub(crate) const ENGLISH: Weights = Weights {
    kinds: include_bytes!("model/kinds.bin"),
    objects: include_bytes!("model/objects.bin"),
    boundaries: Some(include_bytes!("model/boundaries.bin")),
    believed: 1.0,
};

/// Those of German.
pub(crate) const GERMAN: Weights = Weights {
    kinds: include_bytes!("model/de/kinds.bin"),
    objects: include_bytes!("model/de/objects.bin"),
    boundaries: None,
    believed: 0.7,
};

/// Those of Spanish.
pub(crate) const SPANISH: Weights = Weights {
    kinds: include_bytes!("model/es/kinds.bin"),
    objects: include_bytes!("model/es/objects.bin"),
    boundaries: None,
    believed: 1.0,
};

/// Those of the language with this BCP 47 subtag.
pub fn weights(language: &str) -> Option<Weights> {
    Tongue::tagged(language).map(|tongue| Language::of(tongue).models.weights)
}

/// The networks of a language, read when they are first used.
#[derive(Debug)]
pub(crate) struct Models {
    weights: Weights,
    kinds: OnceLock<KindNetwork<'static>>,
    objects: OnceLock<ObjectNetwork<'static>>,
    boundaries: OnceLock<Option<BoundaryNetwork<'static>>>,
}

impl Models {
    /// Those with these weights.
    pub(crate) fn new(weights: Weights) -> Self {
        Self {
            weights,
            kinds: OnceLock::new(),
            objects: OnceLock::new(),
            boundaries: OnceLock::new(),
        }
    }

    /// How much words speak for each kind of command.
    fn kinds(&self) -> &KindNetwork<'static> {
        let read = || Network::read(self.weights.kinds).expect("it was written by us");
        self.kinds.get_or_init(read)
    }

    /// How much they speak for being the object.
    fn objects(&self) -> &ObjectNetwork<'static> {
        let read = || Network::read(self.weights.objects).expect("it was written by us");
        self.objects.get_or_init(read)
    }

    /// How much they speak for a new command's beginning.
    fn boundaries(&self) -> Option<&BoundaryNetwork<'static>> {
        let read = |bytes| Network::read(bytes).expect("it was written by us");
        self.boundaries
            .get_or_init(|| self.weights.boundaries.map(read))
            .as_ref()
    }
}

/// How likely each kind is; together they are 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likelihoods([f32; KINDS]);

impl Likelihoods {
    /// From scores of any size.
    pub fn of_scores(scores: [f32; KINDS]) -> Self {
        let highest = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shares = scores.map(|score| (1.5 * (score - highest)).exp());
        let sum: f32 = shares.iter().sum();
        Self(shares.map(|share| share / sum))
    }

    /// How likely this kind is.
    pub fn of(&self, kind: Kind) -> f32 {
        self.0[kind as usize]
    }

    /// The same if it is known not to be several commands.
    #[must_use]
    pub fn of_one(&self) -> Self {
        let mut shares = self.0;
        shares[Kind::Several as usize] = 0.0;
        let sum: f32 = shares.iter().sum();
        Self(shares.map(|share| share / sum.max(f32::MIN_POSITIVE)))
    }

    /// The likeliest kind, and how likely it is.
    pub fn best(&self) -> (Kind, f32) {
        Kind::ALL
            .into_iter()
            .map(|kind| (kind, self.of(kind)))
            .fold((Kind::Nothing, 0.0), |best, next| {
                if next.1 > best.1 { next } else { best }
            })
    }
}

/// The features of a whole message, for training.
pub fn features(text: &str, moment: &Moment) -> Vec<u32> {
    let message = Message::read(text, moment);
    let whole = 0..message.units.len();
    let (_, candidates) = Candidates::of(Clause::of(&message, whole.clone()));
    features::of(&message, whole, &candidates)
}

/// The features of each part of a message that is read as a command of its own, for training.
pub fn features_of_clauses(text: &str, moment: &Moment) -> Vec<Vec<u32>> {
    let message = Message::read(text, moment);
    let clauses = segment::split(&message);
    let features = |range: Range<usize>| {
        let (_, candidates) = Candidates::of(Clause::of(&message, range.clone()));
        features::of(&message, range, &candidates)
    };
    clauses.into_iter().map(features).collect()
}

/// How likely each kind is for a part of a message that is one command at most.
pub(crate) fn judge(
    message: &Message<'_>,
    range: Range<usize>,
    candidates: &Candidates,
) -> Likelihoods {
    judge_all(message, range, candidates).of_one()
}

/// How likely each kind is for a part of a message, several commands among them.
pub(crate) fn judge_all(
    message: &Message<'_>,
    range: Range<usize>,
    candidates: &Candidates,
) -> Likelihoods {
    let models = &message.language.models;
    let scores = models
        .kinds()
        .scores(&features::of(message, range, candidates));
    Likelihoods::of_scores(scores.map(|score| score * models.weights.believed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likelihoods_are_shares_of_one() {
        let likelihoods = Likelihoods::of_scores([1.0, 2.0, 3.0, 0.0, 0.0, 0.0, -900.0, 90.0, 0.0]);
        let sum: f32 = Kind::ALL.iter().map(|kind| likelihoods.of(*kind)).sum();
        assert!((sum - 1.0).abs() < 1e-5);
        assert_eq!(likelihoods.best().0, Kind::Nothing);
    }
}
