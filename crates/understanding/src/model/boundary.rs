//! Whether a new command begins at a comma or an "and": a small network looks at what stands around it.

use std::ops::Range;

use super::features::mix;
use super::object::{found, wanted};
use super::pieces::{Piece, pieces};
use crate::Moment;
use crate::message::Message;
use crate::segment;
use crate::units::Gap;

/// Either nothing ends here, or one command ends and another begins.
pub const BOUNDARY_CLASSES: usize = 2;

/// A place where a command may end, for training.
#[derive(Clone, Debug)]
pub struct BoundaryExample {
    /// Its features.
    pub features: Vec<u32>,
    /// Whether a new command begins there.
    pub cut: bool,
}

/// In a message of more units only rules tell where a command ends.
const LONGEST: usize = 120;

/// How likely a new command begins after a boundary: `left` is what was said since the last one, `right` what follows until the end.
pub(crate) fn likelihood(
    message: &Message<'_>,
    left: &Range<usize>,
    right: &Range<usize>,
) -> Option<f32> {
    if message.units.len() > LONGEST {
        return None;
    }
    let network = message.language.models.boundaries()?;
    let [joined, cut] = network.scores(&features(message, left, right));
    Some(1.0 / (1.0 + (joined - cut).exp()))
}

/// So many pieces of each side are looked at.
const NEAR: usize = 4;
/// So many units of each side hold them.
const REACH: usize = 12;

fn features(message: &Message<'_>, left: &Range<usize>, right: &Range<usize>) -> Vec<u32> {
    let opens = pieces(message, left.start..left.end.min(left.start + REACH));
    let before = pieces(
        message,
        left.start.max(left.end.saturating_sub(REACH))..left.end,
    );
    let after = pieces(message, right.start..right.end.min(right.start + REACH));
    let edge = Piece::edge();
    let open = |at: usize| opens.get(at).unwrap_or(&edge);
    let last = |back: usize| {
        before
            .len()
            .checked_sub(back + 1)
            .map_or(&edge, |at| &before[at])
    };
    let next = |at: usize| after.get(at).unwrap_or(&edge);
    let joint = joint(message, left, right);
    let mut features = Vec::with_capacity(96);
    let mut add = |form: u32, parts: &[u32]| features.push(mix(form, parts));
    for (form, at) in (0..).zip(0..NEAR) {
        add(form, &[next(at).word]);
        add(10 + form, &[next(at).shape, joint]);
        add(20 + form, &[last(at).word]);
        add(30 + form, &[last(at).shape, joint]);
        add(40 + form, &[next(at).word, next(at + 1).word]);
        add(50 + form, &[next(at).shape, next(at + 1).shape, joint]);
        add(60 + form, &[open(at).word]);
        add(70 + form, &[open(at).shape, next(at).shape]);
        for sense in senses(next(at)) {
            add(80 + form, &[sense]);
            add(90 + form, &[sense, joint]);
            for other in senses(last(0)) {
                add(100 + form, &[sense, other]);
            }
            for other in senses(open(at)) {
                add(110 + form, &[sense, other]);
            }
        }
    }
    add(130, &[open(0).shape, next(0).shape, joint]);
    add(131, &[open(0).word, joint]);
    add(132, &[last(0).shape, next(0).shape, joint]);
    add(133, &[last(0).word, next(0).word]);
    add(134, &[length(left), length(right), joint]);
    let dated = |units: &Range<usize>| {
        u32::from(
            message.units[units.clone()]
                .iter()
                .any(|unit| unit.date.is_some()),
        )
    };
    add(135, &[dated(left), dated(right), joint]);
    add(136, &[dated(left), dated(right), next(0).shape]);
    let [opened, opening] = segment::openings(message, left, right);
    for _ in 0..2 {
        add(140, &[opened, opening, joint]);
        add(141, &[opening, joint]);
        add(142, &[opened, joint]);
    }
    add(143, &[opening, next(0).shape]);
    add(144, &[opened, open(0).word, opening]);
    features
}

/// What stands between them: a comma, and which word.
fn joint(message: &Message<'_>, left: &Range<usize>, right: &Range<usize>) -> u32 {
    let gap = message.units[left.end].gap;
    let comma = [Gap::COMMA, Gap::DASH, Gap::COLON, Gap::STOP, Gap::LINE]
        .into_iter()
        .position(|kind| gap.has(kind))
        .map_or(0, |at| u32::try_from(at).unwrap_or_default() + 1);
    let between = pieces(message, left.end..right.start);
    let words: Vec<u32> = between.iter().map(|piece| piece.word).collect();
    mix(200 + comma, &words)
}

fn senses(piece: &Piece) -> impl Iterator<Item = u32> {
    let known = piece.about.into_iter().filter(|sense| *sense > 0);
    known.map(u32::from)
}

fn length(units: &Range<usize>) -> u32 {
    match units.len() {
        0..=1 => 1,
        2 => 2,
        3..=4 => 3,
        5..=8 => 4,
        _ => 5,
    }
}

/// The boundaries of a message whose commands have these objects, in the order in which they are said; none when an object is not
/// found, since then it is not known where its command ends.
pub fn boundary_examples(text: &str, objects: &[String], moment: &Moment) -> Vec<BoundaryExample> {
    let message = Message::read(text, moment);
    let Some(runs) = runs(&message, objects, moment) else {
        return Vec::new();
    };
    let mut examples = Vec::new();
    let mut start = 0;
    for (left_end, right) in all(&message) {
        let place = Place::of(left_end, &right, &runs, &message);
        let cut = place == Place::Between;
        if place != Place::Unknown && left_end > start {
            examples.push(BoundaryExample {
                features: features(&message, &(start..left_end), &right),
                cut,
            });
        }
        if cut || right.start == left_end {
            start = right.start;
        }
    }
    examples
}

/// How likely the likeliest boundary of a message is one, sentences' ends among them.
pub(crate) fn likeliest(message: &Message<'_>) -> f32 {
    if message.units.len() > LONGEST {
        return 0.0;
    }
    let mut start = 0;
    let mut most: f32 = 0.0;
    for (left_end, right) in all(message) {
        if left_end > start {
            let here = likelihood(message, &(start..left_end), &right);
            most = most.max(here.unwrap_or_default());
        }
        start = right.start;
    }
    most
}

/// Every boundary of a message: where the left part ends, and the right part until the end of its sentence.
fn all(message: &Message<'_>) -> Vec<(usize, Range<usize>)> {
    let mut all = Vec::new();
    for sentence in segment::sentences(message) {
        if sentence.start > 0 {
            all.push((sentence.start, sentence.clone()));
        }
        let inside = segment::boundaries(message, &sentence);
        all.extend(inside.map(|(at, next)| (at, next..sentence.end)));
    }
    all
}

/// Where the objects stand.
fn runs(message: &Message<'_>, objects: &[String], moment: &Moment) -> Option<Vec<Range<usize>>> {
    let pieces = pieces(message, 0..message.units.len());
    let mut from = 0;
    let mut runs = Vec::new();
    for object in objects {
        let words = wanted(object, moment);
        let run = found(message, &pieces[from..], &words)?;
        let (first, last) = (from + run.start, (from + run.end).checked_sub(1)?);
        runs.push(pieces.get(first)?.units.start..pieces.get(last)?.units.end);
        from = last + 1;
    }
    Some(runs)
}

/// Where a boundary stands among the objects.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Inside one of them, before the first, behind the last: nothing begins there.
    Elsewhere,
    /// The last boundary between two of them.
    Between,
    /// Another boundary follows before the next object.
    Unknown,
}

impl Place {
    fn of(
        left_end: usize,
        right: &Range<usize>,
        runs: &[Range<usize>],
        message: &Message<'_>,
    ) -> Self {
        let between = runs
            .windows(2)
            .find(|pair| pair[0].end <= left_end && right.start <= pair[1].start);
        let Some(pair) = between else {
            return Self::Elsewhere;
        };
        let another = all(message)
            .iter()
            .any(|(later, next)| *later > right.start && next.start <= pair[1].start);
        if another {
            Self::Unknown
        } else {
            Self::Between
        }
    }
}
