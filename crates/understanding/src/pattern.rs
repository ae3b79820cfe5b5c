//! Patterns over words: a small regular-expression machine whose letters are the units of a message.
//!
//! The frames of a language ([`crate::frames`]) are written in it, so that adding a way of saying something is
//! adding a line of data:
//!
//! | | matches |
//! | --- | --- |
//! | `word` | that word, folded |
//! | `%task` | a word of that class |
//! | `[the/my]` | one of them, or nothing |
//! | `(as done/done)` | one of them |
//! | `{title}` | one or more units, as few as possible, remembered under that name |
//! | `{when}` | one recognised date or recurrence; so `{priority}`, `{shift}`, `{number}`, `{place}` |
//! | `{word}` | exactly one unit, remembered as the tag |
//! | `{ownlist}` | the same, if it is a list with a name in one word |
//! | `:` | a colon or a dash between spaces, in the gap |
//! | `,` | a comma in the gap |
//! | `$` | the end |
//!
//! Matching is a backtracker that never tries the same place twice, so its time is the pattern's length times
//! the message's, whatever is written.

mod compile;

use std::ops::Range;

use crate::lexicon::{Class, Lexicon, WordId};
use crate::units::{Gap, Unit};

use compile::{pieces, sequence, words_next};

/// A name under which a pattern remembers a part of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// A title, or everything an added task consists of.
    Title,
    /// Existing tasks.
    Reference,
    /// A date, a time or a recurrence.
    When,
    /// A second date: the one moved away from.
    From,
    /// A priority.
    Priority,
    /// A tag or the name of a list.
    Tag,
    /// A description, or the tasks excepted.
    Note,
    /// Conditions on the tasks to show.
    Filter,
    /// A number.
    Number,
    /// A place: "second".
    Place,
    /// A span of time to move by.
    Shift,
}

const SLOTS: usize = 11;

impl Slot {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "ref" => Self::Reference,
            "when" => Self::When,
            "from" => Self::From,
            "priority" => Self::Priority,
            "tag" | "word" | "ownlist" => Self::Tag,
            "note" => Self::Note,
            "filter" => Self::Filter,
            "number" => Self::Number,
            "place" => Self::Place,
            "shift" => Self::Shift,
            _ => return None,
        })
    }
}

/// The parts of a message that a pattern remembered, as ranges of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Captures([(u16, u16); SLOTS]);

impl Captures {
    /// One part; never empty.
    pub(crate) fn get(&self, slot: Slot) -> Option<Range<usize>> {
        let (start, end) = self.0[slot as usize];
        (start < end).then(|| usize::from(start)..usize::from(end))
    }
}

/// The longest message that is matched, in units; more is not one command.
const LONGEST: usize = 2_000;

#[derive(Clone, Debug)]
enum Step {
    /// One of these words, sorted.
    Word(Box<[WordId]>),
    Class(Class),
    Any,
    When,
    Number,
    Place,
    Priority,
    Shift,
    /// This mark before the next word.
    Mark(Gap),
    Begin(Slot),
    Finish(Slot),
    /// Try the first place, then the second.
    Fork(usize, usize),
    Jump(usize),
    End,
    Match,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    steps: Vec<Step>,
    heads: Option<Vec<WordId>>,
    needs: Option<Vec<WordId>>,
}

impl Pattern {
    /// Compiles the text of a pattern; the error says what is wrong with it.
    pub(crate) fn compile(text: &str, lexicon: &mut Lexicon) -> Result<Self, String> {
        let pieces = pieces(text);
        let mut steps = Vec::new();
        let mut rest = pieces.as_slice();
        sequence(&mut rest, &mut steps, lexicon)?;
        if let Some(piece) = rest.first() {
            return Err(format!("'{piece}' closes nothing in '{text}'"));
        }
        steps.push(Step::Match);
        let heads = words_next(&steps, 0);
        let needs = match &steps[0] {
            // A slot comes first: one of the words after it must be somewhere.
            Step::Begin(_) => steps
                .iter()
                .position(|step| matches!(step, Step::Finish(_)))
                .and_then(|finish| words_next(&steps, finish + 1)),
            _ => heads.clone(),
        };
        Ok(Self {
            steps,
            heads,
            needs,
        })
    }

    /// The words with which a match can begin; `None` when it can begin with others.
    pub(crate) fn heads(&self) -> Option<&[WordId]> {
        self.heads.as_deref()
    }

    /// Whether a word that every match holds near its beginning is among the units: a cheap test before matching.
    pub(crate) fn may_match(&self, units: &[Unit<'_>]) -> bool {
        self.needs.as_ref().is_none_or(|needs| {
            units
                .iter()
                .any(|unit| unit.id != 0 && needs.binary_search(&unit.id).is_ok())
        })
    }

    /// Whether a match can begin with the first unit: a cheap test before matching.
    fn may_begin(&self, units: &[Unit<'_>]) -> bool {
        match (&self.heads, units.first()) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(heads), Some(unit)) => heads.binary_search(&unit.id).is_ok(),
        }
    }

    /// Matches at the beginning of `units`. Returns where the match ends, and what was remembered.
    pub(crate) fn matches(&self, units: &[Unit<'_>]) -> Option<(usize, Captures)> {
        self.run(units, false)
    }

    /// Matches at the beginning of `units`, wherever the pattern's end falls.
    pub(crate) fn begins(&self, units: &[Unit<'_>]) -> Option<Captures> {
        self.run(units, true).map(|(_, captures)| captures)
    }

    fn run(&self, units: &[Unit<'_>], open_end: bool) -> Option<(usize, Captures)> {
        if self.heads.is_some() && !self.may_begin(units) {
            return None;
        }
        let units = &units[..units.len().min(LONGEST)];
        let width = units.len() + 1;
        let mut seen = vec![0u64; (self.steps.len() * width).div_ceil(64)];
        let mut stack = vec![(0usize, 0usize, Captures::default())];
        while let Some((step, at, mut captures)) = stack.pop() {
            let place = step * width + at;
            let bit = 1 << (place % 64);
            if seen[place / 64] & bit != 0 {
                continue;
            }
            seen[place / 64] |= bit;
            let unit = units.get(at);
            let advance = match &self.steps[step] {
                Step::Match => return Some((at, captures)),
                Step::End => (open_end || unit.is_none()).then_some(0),
                Step::Word(words) => unit.and_then(|unit| {
                    (unit.id != 0 && words.binary_search(&unit.id).is_ok()).then_some(1)
                }),
                Step::Class(class) => unit.and_then(|u| u.class.any(*class).then_some(1)),
                Step::Any => unit.map(|_| 1),
                Step::Number => unit.and_then(|u| u.number.map(|_| 1)),
                Step::When => unit
                    .and_then(|unit| unit.date_length)
                    .filter(|length| at + length <= units.len()),
                Step::Priority => unit
                    .and_then(|unit| unit.priority_length)
                    .filter(|length| at + length <= units.len()),
                Step::Shift => unit
                    .and_then(|unit| unit.shift_length)
                    .filter(|length| at + length <= units.len()),
                Step::Place => unit.and_then(|u| u.ordinal.map(|_| 1)),
                Step::Mark(mark) => unit.and_then(|u| (u.gap.has(*mark) && at > 0).then_some(0)),
                Step::Begin(slot) => {
                    captures.0[*slot as usize] = (small(at), small(at));
                    Some(0)
                }
                Step::Finish(slot) => {
                    captures.0[*slot as usize].1 = small(at);
                    Some(0)
                }
                Step::Jump(target) => {
                    stack.push((*target, at, captures));
                    None
                }
                Step::Fork(first, second) => {
                    stack.push((*second, at, captures));
                    stack.push((*first, at, captures));
                    None
                }
            };
            if let Some(units) = advance {
                stack.push((step + 1, at + units, captures));
            }
        }
        None
    }
}

fn small(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
