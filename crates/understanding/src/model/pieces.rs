//! A run of units as the models see it.

use std::ops::Range;

use crate::lexicon::Class;
use crate::lexicon::senses::{Sense, hash};
use crate::message::Message;
use crate::units::{Gap, Unit, UnitKind};

/// What a longer message says after so many units is hardly a command's form.
const MOST_UNITS: usize = 48;

/// What a unit is to the model.
pub(super) struct Piece {
    pub(super) word: u32,
    pub(super) shape: u32,
    /// What it is about.
    pub(super) about: [Sense; 2],
    /// The first four and the last three letters of a long word.
    pub(super) ends: Option<(u32, u32)>,
    /// The units that it stands for; none for a comma.
    pub(super) units: Range<usize>,
}

impl Piece {
    pub(super) fn edge() -> Self {
        Self::sign(1, 0..0)
    }

    fn sign(number: u32, units: Range<usize>) -> Self {
        Self {
            word: number,
            shape: number,
            about: [0, 0],
            ends: None,
            units,
        }
    }
}

/// The pieces of a run: a whole date is one, and so is every number.
pub(super) fn pieces(message: &Message<'_>, range: Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = range.start;
    while at < range.end && pieces.len() < MOST_UNITS {
        let unit = &message.units[at];
        if unit.gap.has(Gap::COMMA) && at > range.start {
            pieces.push(Piece::sign(8, at..at));
        }
        if let Some(length) = unit.date_length {
            let end = at + length.max(1);
            pieces.push(Piece::sign(2, at..end));
            at = end;
            continue;
        }
        pieces.push(match unit.kind {
            UnitKind::Number => Piece::sign(3, at..at + 1),
            UnitKind::Id => Piece::sign(4, at..at + 1),
            UnitKind::Tag => Piece::sign(5, at..at + 1),
            UnitKind::Quoted => Piece::sign(6, at..at + 1),
            UnitKind::Sign => Piece::sign(7, at..at + 1),
            UnitKind::Word => word(message, at),
        });
        at += 1;
    }
    pieces
}

fn word(message: &Message<'_>, at: usize) -> Piece {
    let unit = &message.units[at];
    let letters = unit.word.as_ref();
    let word = hash(letters);
    let starts: Vec<usize> = letters.char_indices().map(|(at, _)| at).collect();
    let ends = (starts.len() > 4).then(|| {
        let beginning = &letters[..starts[4]];
        let ending = &letters[starts[starts.len() - 3]..];
        (hash(beginning), hash(ending))
    });
    Piece {
        word,
        shape: shape(unit, word),
        about: message.language.about(letters),
        ends,
        units: at..at + 1,
    }
}

/// Function words are their own shape; other words are what the lexicon says of them.
fn shape(unit: &Unit<'_>, word: u32) -> u32 {
    const CLASSES: [Class; 14] = [
        Class::TASK,
        Class::LIST,
        Class::UNDONE,
        Class::PAST,
        Class::MACHINE,
        Class::CHORE,
        Class::GERUND,
        Class::DEVICE,
        Class::WORLD,
        Class::RIDE,
        Class::EVENT,
        Class::PERSON,
        Class::ACCOUNT,
        Class::TAG_NAME,
    ];
    let function = Class::STOP
        .with(Class::DETERMINER)
        .with(Class::QUESTION)
        .with(Class::AUXILIARY)
        .with(Class::NEGATION)
        .with(Class::SHOW);
    if unit.class.any(function) {
        return word;
    }
    let class = (20..)
        .zip(CLASSES)
        .find(|(_, class)| unit.class.any(*class));
    match class {
        Some((number, _)) => number,
        None if unit.id != 0 => 9,
        None => 10,
    }
}
