//! Whether words that can be a date are one: "sat" alone is none, "sat 3pm" is.

use super::{
    calendar::Day,
    days::{DayTrust, month_name},
    describe::{Before, Opening},
    description::Piece,
    vocabulary::{Part, Term, Trust},
    words::Words,
};

/// Whether what was read so far is a date and not just words that can be one.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that may have been seen"
)]
pub(super) struct Belief {
    /// Some piece can be nothing else.
    pub(super) sure: bool,
    /// The only time is a number.
    bare: bool,
    /// Some piece can well be something else, and nothing leads to it.
    doubtful: bool,
    /// A word behind the last piece could make something else of it.
    pub(super) careful: bool,
}

impl Belief {
    pub(super) fn add(&mut self, piece: &Piece, holds: Holds, has_context: bool, at: bool) {
        let bare = matches!(piece, Piece::Clock(clock) if clock.bare.is_some());
        match holds {
            Holds::Surely if bare => self.bare = true,
            Holds::Surely => self.sure = true,
            Holds::Doubtfully => self.doubtful = true,
        }
        self.careful = match piece {
            // "at 5 tables" is no time, but "tomorrow at 5 call mum" has one.
            // "the noon train" is no time, but "tomorrow at noon call mum" has one.
            Piece::Clock(clock) => {
                clock.is_word && !(at && has_context) || clock.bare.is_some() && !has_context
            }
            Piece::Day(day) => day.trust.is_careful(),
            Piece::Part(_) => !has_context,
            Piece::PartOf(..) | Piece::Distance(_) | Piece::Year(_) => false,
        };
    }

    pub(super) fn is_enough(self) -> bool {
        self.sure || (self.bare && !self.doubtful)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Surely,
    Doubtfully,
}

/// Whether a piece is believable behind these words.
pub(super) fn holds(
    words: &Words<'_>,
    piece: &Piece,
    before: Before,
    opening: Opening,
    (start, end): (usize, usize),
) -> Holds {
    // "los 3" counts something, "los 3 de cada mes" is read elsewhere.
    let of_day = start > 0
        && words.has(start - 1, Term::OfDay)
        && (words.has(start - 1, Term::On) || !words.has(start - 1, Term::The));
    let led = opening != Opening::Sentence || before.on || before.at || before.due || of_day;
    let surely = match piece {
        Piece::Day(found) => match (found.trust, found.day) {
            (DayTrust::Sure | DayTrust::Careful, _) => true,
            (DayTrust::Led | DayTrust::LedCareful, Day::Holiday(..)) => led,
            (DayTrust::Led | DayTrust::LedCareful, _) => led || before.purpose,
            (DayTrust::Month, _) => {
                let name = (start..end).any(|at| is_weak_month(words, at));
                match opening {
                    Opening::Sentence => before.within,
                    Opening::Led | Opening::End => true,
                    Opening::From => !name,
                }
            }
        },
        Piece::Part(part) => {
            before.any || *part == Part::EndOfDay || words.has(start, Term::AtPart(*part))
        }
        Piece::Clock(_) | Piece::PartOf(..) | Piece::Distance(_) | Piece::Year(_) => true,
    };
    if surely {
        Holds::Surely
    } else {
        Holds::Doubtfully
    }
}

pub(super) fn is_weak_month(words: &Words<'_>, at: usize) -> bool {
    month_name(words, at).is_some_and(|(_, trust)| trust == Trust::Weak)
}
