//! A point in time as it was described: a day, a time of day, a part of the day, a distance, in any order.
//!
//! Reading and resolving are apart, because an interval's ends complete each other: in "from 9:30 to 11 on thursday" the
//! day stands behind the second time.

use jiff::civil::Weekday;

use super::{
    amount::Amount,
    calendar::{Day, Period, Which},
    clock::Clock,
    days::DayFound,
    vocabulary::Part,
};

/// What was said about one point in time. Everything in it is optional, but something is there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Description {
    pub(super) day: Option<Day>,
    pub(super) clock: Option<Clock>,
    pub(super) part: Option<Part>,
    /// How far away from the day and time, or from now.
    pub(super) distance: Option<Distance>,
    /// The weekday that was said beside a date.
    pub(super) weekday: Option<Weekday>,
    /// Another day that the words can mean.
    pub(super) other_day: Option<Day>,
    /// "today", "this evening": never moved to another day.
    pub(super) is_today: bool,
    pub(super) confidence: f32,
}

/// A distance in time, and from where it counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distance {
    pub(super) amount: Amount,
    pub(super) from_now: bool,
}

/// What one step of reading added.
pub(super) enum Piece {
    Day(DayFound),
    Clock(Clock),
    Part(Part),
    /// "this morning", "tonight": a day and a part.
    PartOf(i32, Part),
    Distance(Distance),
    Year(i16),
}

impl Description {
    pub(super) fn new() -> Self {
        Self {
            day: None,
            clock: None,
            part: None,
            distance: None,
            weekday: None,
            other_day: None,
            is_today: false,
            confidence: 1.0,
        }
    }

    /// A number that may be an hour or a day.
    pub(super) fn number(number: u8) -> Option<Self> {
        Some(Self {
            clock: Some(Clock::of_number(number)?),
            ..Self::new()
        })
    }

    /// A time of day.
    pub(super) fn of_clock(clock: Clock) -> Self {
        Self {
            clock: Some(clock),
            ..Self::new()
        }
    }

    /// A part of the day.
    pub(super) fn of_part(part: Part) -> Self {
        Self {
            part: Some(part),
            ..Self::new()
        }
    }

    /// The time of day alone.
    pub(super) fn without_day(&self) -> Self {
        Self {
            clock: self.clock,
            part: self.part,
            confidence: self.confidence,
            ..Self::new()
        }
    }

    /// Whether its only time is a number.
    pub(super) fn clock_is_bare(&self) -> bool {
        self.clock.is_some_and(|clock| clock.bare.is_some())
    }

    /// Only a number that may be an hour or a day.
    pub(super) fn bare_number(&self) -> Option<u8> {
        let bare = self.clock.and_then(|clock| clock.bare)?;
        (self.day.is_none() && self.part.is_none() && self.distance.is_none()).then_some(bare)
    }

    /// Whether a time of day was said.
    pub(super) fn has_time(&self) -> bool {
        self.clock.is_some()
            || self.part.is_some()
            || self
                .distance
                .is_some_and(|distance| distance.amount.has_time)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.day.is_none() && self.clock.is_none() && self.part.is_none() && self.distance.is_none()
    }

    /// Adds a piece; `false` when it contradicts what is there, so that it belongs to something else.
    pub(super) fn add(&mut self, piece: &Piece, this_year: i16) -> bool {
        match *piece {
            Piece::Day(found) => self.add_day(found, this_year),
            Piece::Clock(clock) => {
                let free = self.clock.is_none()
                    && self
                        .distance
                        .is_none_or(|distance| !distance.amount.has_time);
                if free {
                    self.clock = Some(clock);
                }
                free
            }
            Piece::Part(part) => {
                let free = self.part.is_none() && self.distance.is_none_or(|d| !d.amount.has_time);
                if free {
                    self.part = Some(part);
                }
                free
            }
            Piece::PartOf(offset, part) => {
                let free = self.part.is_none()
                    && self.distance.is_none()
                    && self.day.is_none_or(|day| day == Day::Offset(offset));
                if free {
                    self.part = Some(part);
                    self.day = Some(Day::Offset(offset));
                    self.is_today = offset == 0;
                }
                free
            }
            Piece::Distance(distance) => self.add_distance(distance),
            Piece::Year(year) => match &mut self.day {
                Some(Day::InYear {
                    year: known @ None, ..
                }) => {
                    *known = Some(year);
                    true
                }
                _ => false,
            },
        }
    }

    fn add_day(&mut self, found: DayFound, this_year: i16) -> bool {
        let Some(known) = self.day else {
            // "in two weeks on monday".
            if let (Some(distance), Day::Weekday(weekday, Which::Coming)) =
                (self.distance, found.day)
                && distance.from_now
                && distance.amount.is_of_weeks()
            {
                self.distance = None;
                let weeks = distance.amount.span.get_weeks();
                self.day = Some(Day::WeekdayOfWeek(weekday, weeks));
                return true;
            }
            let free = self.distance.is_none_or(|distance| !distance.from_now);
            if free {
                self.confidence = self.confidence.min(found.confidence);
                self.day = Some(found.day);
                self.other_day = found.other;
                self.is_today = found.day == Day::Offset(0);
            }
            return free;
        };
        let is_date = |day| {
            matches!(
                day,
                Day::InYear { .. }
                    | Day::Exact(_)
                    | Day::InMonth { .. }
                    | Day::Offset(_)
                    | Day::Holiday(..)
            )
        };
        let merged = match (known, found.day) {
            // "Tuesday, 10 January", "10 January, a Tuesday"; "friday the 13th" must be one.
            (Day::Weekday(weekday, Which::Coming), Day::InMonth { day, months, .. }) => {
                Some(Day::InMonth {
                    day,
                    months,
                    weekday: Some(weekday),
                })
            }
            (Day::Weekday(weekday, Which::Coming), date) if is_date(date) => {
                self.weekday = Some(weekday);
                self.other_day = found.other;
                Some(date)
            }
            (date, Day::Weekday(weekday, Which::Coming)) if is_date(date) => {
                self.weekday = Some(weekday);
                Some(date)
            }
            // "tuesday next week", "next week on tuesday", "tuesday this week".
            (Day::Weekday(weekday, Which::Coming), Day::Period(Period::Week(weeks)))
            | (Day::Period(Period::Week(weeks)), Day::Weekday(weekday, Which::Coming)) => {
                Some(Day::WeekdayOfWeek(weekday, weeks))
            }
            // "3 march next year", "christmas next year".
            (
                Day::InYear {
                    month,
                    day,
                    year: None,
                },
                Day::Period(Period::Year(years)),
            ) => i16::try_from(years).ok().map(|years| Day::InYear {
                month,
                day,
                year: Some(this_year + years),
            }),
            (
                Day::InYear {
                    month,
                    day,
                    year: None,
                },
                Day::Period(Period::Numbered(year)),
            ) => Some(Day::InYear {
                month,
                day,
                year: Some(year),
            }),
            // "march next year", "next year in march".
            (Day::Period(Period::Named(month, None, _)), Day::Period(Period::Year(years)))
            | (Day::Period(Period::Year(years)), Day::Period(Period::Named(month, None, _))) => {
                i16::try_from(years).ok().map(|years| {
                    Day::Period(Period::Named(month, Some(this_year + years), Which::Coming))
                })
            }
            (Day::Holiday(holiday, None, which), Day::Period(Period::Numbered(year))) => {
                Some(Day::Holiday(holiday, Some(year), which))
            }
            // "next month on the 3rd".
            (
                Day::Period(Period::Month(months)),
                Day::InMonth {
                    day,
                    months: None,
                    weekday,
                },
            )
            | (
                Day::InMonth {
                    day,
                    months: None,
                    weekday,
                },
                Day::Period(Period::Month(months)),
            ) => Some(Day::InMonth {
                day,
                months: Some(months),
                weekday,
            }),
            _ => None,
        };
        let Some(day) = merged else {
            return false;
        };
        self.confidence = self.confidence.min(found.confidence);
        self.day = Some(day);
        true
    }

    fn add_distance(&mut self, distance: Distance) -> bool {
        if self.distance.is_some() {
            return false;
        }
        match self.day {
            None => {
                let free =
                    !distance.amount.has_time || (self.clock.is_none() && self.part.is_none());
                if free {
                    self.distance = Some(distance);
                }
                free
            }
            // "friday in two weeks".
            Some(Day::Weekday(weekday, Which::Coming)) => {
                let fits = distance.amount.is_of_weeks();
                if fits {
                    let weeks = distance.amount.span.get_weeks();
                    self.day = Some(Day::WeekdayOfWeek(weekday, weeks));
                }
                fits
            }
            Some(_) => false,
        }
    }
}
