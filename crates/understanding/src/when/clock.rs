//! A time of day as it was said, and the times it can mean.

use jiff::{Span, civil::Time};

use super::vocabulary::Part;

/// A time of day as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// 0 to 24; midnight is 24.
    pub(super) hour: i8,
    pub(super) minute: i8,
    pub(super) second: i8,
    /// How many minutes before that: 15 in "quarter to".
    pub(super) before: i8,
    /// Whether it may mean the other half of the day: "at 5".
    pub(super) is_guess: bool,
    /// Whether it was said with a word that names other things too: "midnight snack".
    pub(super) is_word: bool,
    /// Nothing but a number was said.
    pub(super) bare: Option<u8>,
    /// The part of the day that the occasion is usually in: "dinner at 7".
    pub(super) usual: Option<Part>,
    /// The offset from universal time that was named, in seconds.
    pub(super) offset: Option<i32>,
}

/// A time of day, and on which day it falls: 1 is the day after the one it was said of.
pub(super) type DayTime = (Time, i32);

impl Clock {
    pub(super) fn exact(hour: i8, minute: i8) -> Self {
        Self {
            hour,
            minute,
            second: 0,
            before: 0,
            is_guess: false,
            is_word: false,
            bare: None,
            usual: None,
            offset: None,
        }
    }

    pub(super) fn guess(hour: i8, minute: i8) -> Self {
        Self {
            is_guess: (1..=12).contains(&hour),
            ..Self::exact(hour, minute)
        }
    }

    /// The full hour of a number that was said alone, which may be no hour at all.
    pub(super) fn of_number(number: u8) -> Option<Self> {
        let hour = i8::try_from(number).ok()?;
        Some(Self {
            bare: Some(number),
            ..Self::guess(hour, 0)
        })
    }

    /// The same numbers in the given half of the day.
    pub(super) fn in_half(self, pm: bool) -> Self {
        Self {
            hour: self.hour % 12 + if pm { 12 } else { 0 },
            is_guess: false,
            ..self
        }
    }

    /// The time it means. A bare hour from 1 to 6 is in the afternoon, 7 to 11 in the morning, unless a part of the day
    /// was named or the occasion has a usual one. Twelve stays noon then.
    pub(super) fn time(self, part: Option<Part>) -> Option<DayTime> {
        let (hour, days) = if self.is_guess {
            let usual = self.usual.filter(|_| self.hour != 12);
            match (part.or(usual), self.hour) {
                (Some(Part::Morning), 12) => (0, 0),
                (Some(Part::Evening | Part::Night), 12) => (0, 1),
                (Some(Part::Night), early @ 1..=4) => (early, 1),
                (Some(Part::Morning | Part::FirstThing), hour) => (hour, 0),
                (_, 12) => (12, 0),
                (Some(_), hour) | (None, hour @ 1..=6) => (hour + 12, 0),
                (None, hour) => (hour, 0),
            }
        } else if self.hour == 24 {
            (0, 1)
        } else {
            (self.hour, 0)
        };
        let time = Time::new(hour, self.minute, self.second, 0).ok()?;
        let earlier = time.wrapping_sub(Span::new().minutes(self.before));
        Some((earlier, days - i32::from(earlier > time)))
    }

    /// The time it could also mean.
    pub(super) fn other_time(self, part: Option<Part>) -> Option<DayTime> {
        let (time, days) = self.time(part)?;
        (self.is_guess && part.is_none() && days == 0).then(|| {
            let hour = (time.hour() + 12) % 24;
            (Time::constant(hour, time.minute(), time.second(), 0), 0)
        })
    }
}
