//! Amounts of time: "two hours", "a quarter of an hour", "1h30", "an hour and a half", "3 weeks and 2 days".

use jiff::Span;

use super::{
    numbers::{and_a_half, quarters},
    vocabulary::{Term, Unit},
    words::{Read, Words},
};

/// An amount of time, its largest unit first as it was said.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) span: Span,
    /// Whether it has hours, minutes or seconds, so that it leads to a time and not to a day.
    pub(super) has_time: bool,
    /// Whether it is one unit of one.
    pub(super) is_single: bool,
}

impl Amount {
    /// The same amount backwards.
    pub(super) fn back(self) -> Self {
        Self {
            span: self.span.negate(),
            ..self
        }
    }

    /// Whether it is weeks and nothing else.
    pub(super) fn is_of_weeks(self) -> bool {
        let weeks = self.span.get_weeks();
        weeks > 0 && self.span.fieldwise() == Span::new().weeks(weeks).fieldwise()
    }

    /// A number of units.
    pub(super) fn of(count: u32, unit: Unit) -> Option<Self> {
        let mut counts = Counts::default();
        counts.add(count.checked_mul(4)?, unit);
        counts.amount(count == 1)
    }
}

/// Reads an amount.
pub(super) fn amount(words: &Words<'_>, at: usize) -> Read<Amount> {
    let (first, mut last, mut next) = quantity(words, at)?;
    let mut counts = Counts::default();
    counts.add(first, last);
    let mut is_single = first == 4;
    // "1h30": minutes without their unit, only right behind the hours.
    if last == Unit::Hour
        && words.is_glued(next)
        && let Some(minutes) = words.number(next).filter(|n| n.digits == 2 && n.value < 60)
    {
        counts.add(minutes.value * 4, Unit::Minute);
        return Some((counts.amount(false)?, next + 1));
    }
    // Each further unit is smaller, so this ends.
    loop {
        let joined = words.skip(words.skip_sign(next, ','), Term::And);
        match quantity(words, joined) {
            Some((count, unit, after)) if unit < last => {
                counts.add(count, unit);
                is_single = false;
                (last, next) = (unit, after);
            }
            _ => return Some((counts.amount(is_single)?, next)),
        }
    }
}

/// How many of each unit, before they become a span.
#[derive(Default)]
struct Counts {
    years: i64,
    months: i64,
    weeks: i64,
    days: i64,
    hours: i64,
    minutes: i64,
    seconds: i64,
}

impl Counts {
    /// Adds quarters of a unit; what is left over goes to the next smaller unit that keeps it whole. Half a week is
    /// three days, half a month fifteen.
    fn add(&mut self, quarters: u32, unit: Unit) {
        let quarters = i64::from(quarters);
        let (whole, rest) = (quarters / 4, quarters % 4);
        match unit {
            Unit::Second => self.seconds += whole,
            Unit::Minute => {
                self.minutes += whole;
                self.seconds += rest * 15;
            }
            Unit::Hour => {
                self.hours += whole;
                self.minutes += rest * 15;
            }
            Unit::Day => {
                self.days += whole;
                self.hours += rest * 6;
            }
            Unit::Week => {
                self.weeks += whole;
                self.days += rest * 7 / 4;
            }
            Unit::Fortnight => self.weeks += quarters / 2,
            Unit::Month => {
                self.months += whole;
                self.days += rest * 15 / 2;
            }
            Unit::Quarter => self.months += quarters * 3 / 4,
            Unit::Year => {
                self.years += whole;
                self.months += rest * 3;
            }
            Unit::Decade => self.years += quarters * 10 / 4,
        }
    }

    fn amount(&self, is_single: bool) -> Option<Amount> {
        let span = Span::new()
            .try_years(self.years)
            .and_then(|span| span.try_months(self.months))
            .and_then(|span| span.try_weeks(self.weeks))
            .and_then(|span| span.try_days(self.days))
            .and_then(|span| span.try_hours(self.hours))
            .and_then(|span| span.try_minutes(self.minutes))
            .and_then(|span| span.try_seconds(self.seconds))
            .ok()?;
        Some(Amount {
            span,
            has_time: (self.hours, self.minutes, self.seconds) != (0, 0, 0),
            is_single,
        })
    }
}

/// A number of quarters of a unit: "two hours" is 8 hours.
fn quantity(words: &Words<'_>, at: usize) -> Option<(u32, Unit, usize)> {
    // "half an hour", "half a day", "half hour".
    if words.has(at, Term::Half) {
        let (unit, next) = unit(words, words.skip(at + 1, Term::A))?;
        return Some((2, unit, next));
    }
    // "a quarter of an hour", "three quarters of an hour", "quarter of an hour".
    let counted = numeral(words, at);
    let (count, fraction) = counted.unwrap_or((4, at));
    if words.has(fraction, Term::Quarter)
        && words.has(fraction + 1, Term::Of)
        && let Some((unit, next)) = unit(words, words.skip(fraction + 2, Term::A))
    {
        return Some((count / 4, unit, next));
    }
    let (count, next) = counted?;
    // "eine Viertelstunde" is a quarter of an hour in one word.
    if words.has(next, Term::Quarter) && words.has(next, Term::Unit(Unit::Hour)) {
        return Some((count / 4, Unit::Hour, next + 1));
    }
    // "a half hour", "a half day".
    if words.has(at, Term::A)
        && words.has(next, Term::Half)
        && let Some((unit, next)) = unit(words, next + 1)
    {
        return Some((2, unit, next));
    }
    let (unit, next) = unit(words, next)?;
    // "an hour and a half", "two hours and a quarter".
    match and_a_half(words, next) {
        Some((part, after)) => Some((count + part, unit, after)),
        None => Some((count, unit, next)),
    }
}

/// How many, in quarters; "a" is one.
fn numeral(words: &Words<'_>, at: usize) -> Read<u32> {
    let approximate = words.pick(at, |term| match term {
        Term::Approximately(count) => Some(count),
        _ => None,
    });
    if let Some(count) = approximate {
        return Some((count * 4, at + 1));
    }
    let in_quarters = words.pick(at, |term| match term {
        Term::Quarters(count) => Some(count),
        _ => None,
    });
    if let Some(count) = in_quarters {
        return Some((count, at + 1));
    }
    if words.has(at, Term::A) {
        return Some((4, at + 1));
    }
    quarters(words, at)
}

/// A unit of time; a letter counts only right behind digits.
pub(super) fn unit(words: &Words<'_>, at: usize) -> Read<Unit> {
    let glued = words.is_glued(at) && at > 0 && words.number(at - 1).is_some();
    words
        .pick(at, |term| match term {
            Term::Unit(unit) => Some(unit),
            Term::Letter(unit) if glued => Some(unit),
            _ => None,
        })
        .map(|unit| (unit, at + 1))
}
