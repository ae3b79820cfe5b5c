//! Which words of a message are the object of its command: the title to add, or the task that is meant. The rest is the way of
//! asking.

use std::ops::Range;

use tasktalk_domain::SpanKind;

use super::Kind;
use super::features::mix;
use super::pieces::{Piece, pieces};
use tasktalk_domain::text;

use crate::Moment;
use crate::candidates::Candidates;
use crate::lexicon::Class;
use crate::message::Message;
use crate::reading::{Clause, Reading};
use crate::units::{Unit, UnitKind};

/// A word belongs to the object, or to the way of asking.
pub const OBJECT_CLASSES: usize = 2;

/// The words of a message, for training.
#[derive(Clone, Debug)]
pub struct ObjectExample {
    /// The features of each word.
    pub features: Vec<Vec<u32>>,
    /// Whether it belongs to the object.
    pub inside: Vec<bool>,
}

/// What is found to be the object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Object {
    /// Its units, without gaps.
    pub(crate) units: Range<usize>,
    /// How sure that is: the mean over its words and those around it.
    pub(crate) sureness: f32,
    /// Each word's unit, and how likely it belongs to the object.
    words: Vec<(usize, f32)>,
}

impl Object {
    /// How likely the likeliest of these units, outside of the object, belongs to it all the same.
    pub(crate) fn left_out(&self, units: &Range<usize>) -> f32 {
        let outside = |at: &usize| units.contains(at) && !self.units.contains(at);
        let shares = self.words.iter().filter(|(at, _)| outside(at));
        shares.map(|(_, share)| *share).fold(0.0, f32::max)
    }
}

/// What the surest form of a kind takes for the object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ByForm {
    /// The units, as recognised.
    pub(crate) units: Vec<Range<usize>>,
}

impl ByForm {
    /// That of the surest reading of this kind.
    pub(crate) fn of(message: &Message<'_>, candidates: &Candidates, kind: Kind) -> Self {
        let readings = candidates.readings.iter().filter_map(|readings| {
            let [only] = readings.as_slice() else {
                return None;
            };
            (only.kind() == Some(kind)).then_some(only)
        });
        let surest = readings.reduce(|best, next| {
            if next.evidence.form() > best.evidence.form() {
                next
            } else {
                best
            }
        });
        surest.map_or_else(Self::default, |reading| Self::by(message, reading))
    }

    /// That of a reading.
    pub(crate) fn by(message: &Message<'_>, reading: &Reading) -> Self {
        let spans = reading.command.spans.iter();
        let units = spans
            .filter(|span| matches!(span.kind, SpanKind::Title | SpanKind::Reference))
            .map(|span| {
                let before = |unit: &Unit<'_>| unit.chars.end <= span.start;
                let until = |unit: &Unit<'_>| unit.chars.start < span.end;
                message.units.partition_point(before)..message.units.partition_point(until)
            })
            .collect();
        Self { units }
    }

    /// 0 when no form says anything, 1 for what is outside of the object, 2 for what is inside.
    fn of_piece(&self, piece: &Piece) -> u32 {
        let inside = |run: &Range<usize>| run.contains(&piece.units.start);
        match self.units.as_slice() {
            [] => 0,
            runs => 1 + u32::from(runs.iter().any(inside)),
        }
    }
}

/// The likeliest object of a command of this kind: the run of words that speaks most for being one.
pub(crate) fn object(
    message: &Message<'_>,
    range: Range<usize>,
    kind: Kind,
    by_form: &ByForm,
) -> Option<Object> {
    let pieces = pieces(message, range);
    let network = message.language.models.objects();
    let odds: Vec<f32> = (0..pieces.len())
        .map(|at| {
            if is_word(message, &pieces[at]) {
                let [outside, inside] = network.scores(&features(&pieces, at, kind, by_form));
                inside - outside
            } else {
                0.0
            }
        })
        .collect();
    let run = best_run(&odds)?;
    let words: Vec<(usize, f32)> = (0..pieces.len())
        .filter(|at| odds[*at] != 0.0)
        .map(|at| (at, 1.0 / (1.0 + (-odds[at]).exp())))
        .collect();
    let sure = words.iter().map(|(at, share)| {
        if run.contains(at) {
            *share
        } else {
            1.0 - share
        }
    });
    #[expect(clippy::cast_precision_loss, reason = "there are some dozen words")]
    let sureness = sure.sum::<f32>() / words.len().max(1) as f32;
    let units = trimmed(message, &pieces[run])?;
    let words = words
        .into_iter()
        .map(|(at, share)| (pieces[at].units.start, share))
        .collect();
    Some(Object {
        units,
        sureness,
        words,
    })
}

/// The run with the highest sum, if any sum is positive.
fn best_run(odds: &[f32]) -> Option<Range<usize>> {
    let (mut best, mut best_sum) = (None, 0.0);
    let (mut start, mut sum) = (0, 0.0);
    for (at, odds) in odds.iter().enumerate() {
        if sum <= 0.0 {
            (start, sum) = (at, 0.0);
        }
        sum += odds;
        if sum > best_sum {
            (best, best_sum) = (Some(start..at + 1), sum);
        }
    }
    best
}

/// From the first word of a run to its last: dates and commas at its ends are not part of it.
fn trimmed(message: &Message<'_>, run: &[Piece]) -> Option<Range<usize>> {
    let words = || run.iter().filter(|piece| is_word(message, piece));
    let first = words().next()?;
    let last = words().next_back()?;
    Some(first.units.start..last.units.end)
}

/// Dates, tags, numbers of tasks and commas are read by rules.
fn is_word(message: &Message<'_>, piece: &Piece) -> bool {
    let unit = message.units.get(piece.units.start);
    !piece.units.is_empty() && unit.is_some_and(is_plain)
}

/// Whether a unit is left to the network.
pub(crate) fn is_plain(unit: &Unit<'_>) -> bool {
    unit.date.is_none() && !matches!(unit.kind, UnitKind::Id | UnitKind::Tag | UnitKind::Sign)
}

/// The features of one word among its neighbours.
fn features(pieces: &[Piece], at: usize, kind: Kind, by_form: &ByForm) -> Vec<u32> {
    let edge = Piece::edge();
    let near = |step: isize| {
        at.checked_add_signed(step)
            .and_then(|at| pieces.get(at))
            .unwrap_or(&edge)
    };
    let here = near(0);
    let kind = kind as u32;
    let mut features = Vec::with_capacity(40);
    let mut add = |form: u32, parts: &[u32]| {
        features.push(mix(100 + form, parts));
        features.push(mix(1000 * (kind + 1) + form, parts));
    };
    for (form, step) in (0..).zip(-3..=3_isize) {
        add(form, &[near(step).word]);
        add(10 + form, &[near(step).shape]);
    }
    for (form, step) in (20..).zip(-2..=1_isize) {
        add(form, &[near(step).word, near(step + 1).word]);
        add(10 + form, &[near(step).shape, near(step + 1).shape]);
    }
    add(40, &[near(-1).word, here.shape, near(1).shape]);
    add(41, &[near(-1).shape, here.word, near(1).word]);
    add(42, &[near(-2).word, near(-1).word, here.shape]);
    let from_start = u32::try_from(at.min(6)).unwrap_or_default();
    let from_end = u32::try_from((pieces.len() - 1 - at).min(6)).unwrap_or_default();
    add(50, &[from_start, here.shape]);
    add(51, &[from_end, here.shape]);
    let form = |step| by_form.of_piece(near(step));
    add(60, &[form(-1), form(0), form(1)]);
    add(61, &[form(-1), form(0), form(1), here.shape]);
    add(62, &[form(0), here.word]);
    add(63, &[form(0), near(1).word]);
    add(64, &[form(0), near(-1).word]);
    for sense in here.about.into_iter().filter(|sense| *sense > 0) {
        add(65, &[u32::from(sense)]);
        add(66, &[u32::from(sense), near(-1).word]);
        add(67, &[u32::from(sense), near(1).word]);
    }
    if let Some((beginning, ending)) = here.ends {
        add(52, &[beginning]);
        add(53, &[ending]);
    }
    features
}

/// An example from a message and the words of its object; `None` when the words are not in it.
pub fn object_example(
    text: &str,
    object: &str,
    kind: Kind,
    moment: &Moment,
) -> Option<ObjectExample> {
    let message = Message::read(text, moment);
    let pieces = pieces(&message, 0..message.units.len());
    let run = found(&message, &pieces, &wanted(object, moment))?;
    let (_, candidates) = Candidates::of(Clause::of(&message, 0..message.units.len()));
    let by_form = ByForm::of(&message, &candidates, kind);
    let words: Vec<usize> = (0..pieces.len())
        .filter(|at| is_word(&message, &pieces[*at]))
        .collect();
    Some(ObjectExample {
        features: words
            .iter()
            .map(|at| features(&pieces, *at, kind, &by_form))
            .collect(),
        inside: words.iter().map(|at| run.contains(at)).collect(),
    })
}

/// The words of an object.
pub(super) fn wanted(object: &str, moment: &Moment) -> Vec<String> {
    let object = Message::read(object, moment);
    let words = object.units.iter().map(|unit| unit.word.to_string());
    words.collect()
}

/// Where the words of an object stand: in order, with nothing but dates and articles between them.
pub(super) fn found(
    message: &Message<'_>,
    pieces: &[Piece],
    wanted: &[String],
) -> Option<Range<usize>> {
    if wanted.is_empty() {
        return Some(0..0);
    }
    (0..pieces.len()).find_map(|start| {
        let mut at = start;
        for (nth, word) in wanted.iter().enumerate() {
            while nth > 0
                && pieces
                    .get(at)
                    .is_some_and(|piece| !is(message, piece, word) && between(message, piece))
            {
                at += 1;
            }
            if !is(message, pieces.get(at)?, word) {
                return None;
            }
            at += 1;
        }
        Some(start..at)
    })
}

fn is(message: &Message<'_>, piece: &Piece, word: &str) -> bool {
    message.units.get(piece.units.start).is_some_and(|unit| {
        let base = message.language.lexicon.base(&unit.word);
        !piece.units.is_empty() && (unit.word == word || text::fold(base) == word)
    })
}

fn between(message: &Message<'_>, piece: &Piece) -> bool {
    !is_word(message, piece)
        || message.units[piece.units.start]
            .class
            .any(Class::DETERMINER)
}
