//! The features of a part of a message: its words, and their neighbours, as they are and by their classes.

use std::ops::Range;

use super::forms;
use super::pieces::{Piece, pieces};
use crate::candidates::Candidates;
use crate::message::Message;
use crate::units::Gap;

/// What kind of feature a hash is of, so that equal words in different places are different features.
#[derive(Clone, Copy)]
enum Form {
    Word = 1,
    Pair,
    Triple,
    Around,
    First,
    Last,
    Beginning,
    Ending,
    Shape,
    ShapePair,
    ShapeTriple,
    Length,
    Mark,
    Whole,
    About,
    AboutNext,
    AboutBefore,
    AboutPair,
    AboutAround,
    AboutFirst,
    Reading,
}

/// What the forms say is said as often: a message has many words and few forms.
const FORM_COUNTS: usize = 3;

/// The features of a run of units, each a hash. A feature may be there more than once.
pub(super) fn of(message: &Message<'_>, range: Range<usize>, candidates: &Candidates) -> Vec<u32> {
    let pieces = pieces(message, range.clone());
    let mut features = Vec::with_capacity(24 * pieces.len() + 48);
    let mut add = |form: Form, parts: &[u32]| features.push(mix(form as u32, parts));
    let edge = Piece::edge();
    let mut before = edge.word;
    let at = |place: usize| pieces.get(place).unwrap_or(&edge);
    for (place, piece) in pieces.iter().enumerate() {
        let (next, third) = (at(place + 1), at(place + 2));
        add(Form::Word, &[piece.word]);
        add(Form::Pair, &[piece.word, next.word]);
        add(Form::Triple, &[piece.word, next.word, third.word]);
        add(Form::Around, &[piece.word, third.word]);
        add(Form::Shape, &[piece.shape]);
        add(Form::ShapePair, &[piece.shape, next.shape]);
        add(Form::ShapeTriple, &[piece.shape, next.shape, third.shape]);
        if let Some((beginning, ending)) = piece.ends {
            add(Form::Beginning, &[beginning]);
            add(Form::Ending, &[ending]);
        }
        for sense in senses(piece) {
            add(Form::About, &[sense]);
            add(Form::AboutNext, &[sense, next.word]);
            add(Form::AboutBefore, &[before, sense]);
            for following in senses(next) {
                add(Form::AboutPair, &[sense, following]);
            }
            for following in senses(third) {
                add(Form::AboutAround, &[sense, following]);
            }
            if place < 3 {
                add(Form::AboutFirst, &[place_number(place), sense]);
            }
        }
        before = piece.word;
        if place < 3 {
            let number = place_number(place);
            add(Form::First, &[number, piece.word]);
            add(Form::First, &[number + 10, piece.shape]);
        }
    }
    let (first, second) = (at(0), at(1));
    add(Form::Pair, &[edge.word, first.word]);
    add(Form::Triple, &[edge.word, first.word, second.word]);
    add(Form::ShapeTriple, &[edge.shape, first.shape, second.shape]);
    if let Some(last) = pieces.last() {
        add(Form::Last, &[last.word]);
        add(Form::Last, &[first.word, last.word]);
    }
    add(Form::Length, &[length_class(pieces.len())]);
    if pieces.len() <= 3 {
        let words: Vec<u32> = pieces.iter().map(|piece| piece.word).collect();
        add(Form::Whole, &words);
    }
    if message.gap(range.end).has(Gap::QUESTION) {
        add(Form::Mark, &[1]);
        add(Form::Mark, &[2, first.word]);
    }
    forms::of(candidates, |parts| {
        for _ in 0..FORM_COUNTS {
            add(Form::Reading, parts);
        }
    });
    features
}

fn place_number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or_default()
}

/// The classes of what a word is about.
fn senses(piece: &Piece) -> impl Iterator<Item = u32> {
    piece
        .about
        .into_iter()
        .filter(|sense| *sense > 0)
        .map(u32::from)
}

fn length_class(units: usize) -> u32 {
    match units {
        0..=3 => 1,
        4..=6 => 2,
        7..=10 => 3,
        11..=16 => 4,
        _ => 5,
    }
}

/// The hash of a feature.
pub(super) fn mix(form: u32, parts: &[u32]) -> u32 {
    let mut mixed = 0x9e37_79b9_u32.wrapping_mul(form);
    for part in parts {
        mixed = (mixed.rotate_left(5) ^ part).wrapping_mul(0x85eb_ca6b);
        mixed ^= mixed >> 13;
    }
    mixed = mixed.wrapping_mul(0xc2b2_ae35);
    mixed ^ mixed >> 16
}
