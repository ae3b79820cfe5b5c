//! Reads days and periods: "tomorrow", "next friday", "the last friday of october", "end of the month", "christmas".

use jiff::civil::Weekday;

use super::{
    calendar::{Day, Period, Which},
    dates,
    numbers::{cardinal, ordinal},
    vocabulary::{Edge, Holiday, Term, Trust, Unit},
    words::{Read, Words},
};

/// A day that was read, and how far it can be trusted.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayFound {
    pub(super) day: Day,
    pub(super) trust: DayTrust,
    pub(super) confidence: f32,
    /// Another day that the same words can mean: 4/7 the other way round.
    pub(super) other: Option<Day>,
}

/// When a day is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayTrust {
    /// Always.
    Sure,
    /// Always, unless a word follows that it may belong to: "next day delivery".
    Careful,
    /// With a word before it that leads to a day, or beside other parts of a date.
    Led,
    /// As [`Self::Led`], and unless a word follows that it may belong to: "on the 3rd floor".
    LedCareful,
    /// A month alone: only after "in", "by", "until" and the like, and unless a word follows.
    Month,
}

impl DayTrust {
    /// Whether a word behind it could make something else of it.
    pub(super) fn is_careful(self) -> bool {
        !matches!(self, Self::Sure | Self::Led)
    }
}

impl DayFound {
    pub(super) fn new(day: Day, trust: DayTrust) -> Self {
        Self {
            day,
            trust,
            confidence: 0.95,
            other: None,
        }
    }

    pub(super) fn with(self, confidence: f32) -> Self {
        Self { confidence, ..self }
    }
}

/// Reads the longest day or period.
pub(super) fn day(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let mut best: Read<DayFound> = None;
    for read in [
        dates::date,
        nth_of_period,
        edge_of_period,
        holiday,
        weekday,
        relative,
        weekend,
        day_of_month,
        period_alone,
    ] {
        if let Some((found, end)) = read(words, at)
            && best.as_ref().is_none_or(|(_, longest)| end > *longest)
        {
            best = Some((found, end));
        }
    }
    best
}

pub(super) fn weekday_name(words: &Words<'_>, at: usize) -> Option<(Weekday, bool)> {
    words.pick(at, |term| match term {
        Term::Weekday(weekday, sure) => Some((weekday, sure)),
        _ => None,
    })
}

pub(super) fn month_name(words: &Words<'_>, at: usize) -> Option<(i8, Trust)> {
    words.pick(at, |term| match term {
        Term::Month(month, trust) => Some((month, trust)),
        _ => None,
    })
}

/// A dot behind an abbreviation: "Mar. 6".
pub(super) fn skip_dot(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(words.is_sign(at, '.') && words.is_glued(at))
}

/// "this", "next", "last", "coming", "this coming", "the next".
pub(super) fn which(words: &Words<'_>, at: usize) -> Read<Which> {
    let at = words.skip(at, Term::The);
    if words.has(at, Term::Next) {
        Some((Which::Next, at + 1))
    } else if words.has(at, Term::Last) {
        Some((Which::Last, at + 1))
    } else if words.has(at, Term::Coming) {
        Some((Which::Coming, at + 1))
    } else if words.has(at, Term::This) {
        let next = at + 1;
        let past = words.has(next, Term::Last);
        let which = if past { Which::Last } else { Which::Coming };
        let qualified = past || words.has(next, Term::Coming);
        Some((which, next + usize::from(qualified)))
    } else {
        None
    }
}

fn relative(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let start = words.skip(at, Term::Later);
    let offset = words.pick(start, |term| match term {
        Term::Day(offset) => Some(offset),
        _ => None,
    });
    if let Some(offset) = offset {
        return Some((
            DayFound::new(Day::Offset(offset), DayTrust::Sure),
            start + 1,
        ));
    }
    // "the next day", "next day".
    let (which, next) = which(words, at)?;
    if !words.has(next, Term::Unit(Unit::Day)) || which != Which::Next {
        return None;
    }
    let found = DayFound::new(Day::Offset(1), DayTrust::Careful);
    Some((found.with(0.8), next + 1))
}

fn weekday(words: &Words<'_>, at: usize) -> Read<DayFound> {
    if let Some((which, next)) = which(words, at) {
        let (weekday, _) = weekday_name(words, next)?;
        let day = Day::Weekday(weekday, which);
        return Some((
            DayFound::new(day, DayTrust::Sure),
            skip_dot(words, next + 1),
        ));
    }
    let (weekday, sure) = weekday_name(words, at)?;
    let next = at + 1;
    // "friday week": a week after friday.
    if words.folded(next) == "week" && words.number(next + 1).is_none() && sure {
        let found = DayFound::new(Day::WeekdayAndWeeks(weekday, 1), DayTrust::Careful);
        return Some((found.with(0.8), next + 1));
    }
    let trust = if sure { DayTrust::Sure } else { DayTrust::Led };
    let found = DayFound::new(Day::Weekday(weekday, Which::Coming), trust);
    Some((found, next))
}

fn weekend(words: &Words<'_>, at: usize) -> Read<DayFound> {
    if let Some((which, next)) = which(words, at)
        && words.has(next, Term::Weekend)
    {
        let weeks = match which {
            Which::Coming => 0,
            Which::Next => 1,
            Which::Last => -1,
        };
        let found = DayFound::new(Day::Weekend(weeks), DayTrust::Sure);
        return Some((found.with(0.9), next + 1));
    }
    let next = words.skip(at, Term::The);
    words.has(next, Term::Weekend).then(|| {
        let trust = if next > at {
            DayTrust::Careful
        } else {
            DayTrust::LedCareful
        };
        (DayFound::new(Day::Weekend(0), trust).with(0.85), next + 1)
    })
}

/// "the 3rd", "15th of next month", "the 1st of the month".
fn day_of_month(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let start = words.skip(at, Term::The);
    let (day, next) = ordinal(words, start)?;
    if !(1..=31).contains(&day) {
        return None;
    }
    let of = words.skip(next, Term::Of);
    if let Some((months, end)) = month_from_now(words, of) {
        let day = Day::DayOfMonth {
            day,
            months,
            weekday: None,
        };
        return Some((DayFound::new(day, DayTrust::Sure), end));
    }
    let day = Day::DayOfMonth {
        day,
        months: None,
        weekday: None,
    };
    let digits = words.number(start).is_some();
    let confidence = if digits { 0.85 } else { 0.75 };
    let found = DayFound::new(day, DayTrust::LedCareful);
    Some((found.with(confidence), next))
}

/// "next month", "this month", "the month".
fn month_from_now(words: &Words<'_>, at: usize) -> Read<Option<i32>> {
    if let Some((which, next)) = which(words, at)
        && words.has(next, Term::Unit(Unit::Month))
    {
        let months = match which {
            Which::Coming => 0,
            Which::Next => 1,
            Which::Last => -1,
        };
        return Some((Some(months), next + 1));
    }
    let next = words.skip(at, Term::The);
    (next > at && words.has(next, Term::Unit(Unit::Month))).then_some((None, next + 1))
}

/// "the last friday of october", "third monday of next month", "first day of march".
fn nth_of_period(words: &Words<'_>, at: usize) -> Read<DayFound> {
    if let Some((n, next)) = nth_weekend(words, at) {
        let (period, end) = period(words, next)?;
        let day = Day::NthWeekend(n, period);
        return Some((DayFound::new(day, DayTrust::Sure), end));
    }
    let (n, weekday, next) = nth(words, at)?;
    if !words.has_any(next, &[Term::Of, Term::In]) {
        return None;
    }
    let (period, end) = period(words, next + 1)?;
    // Of a week or a year only days count: "the first monday of the year" is one, "the third monday of the week" none.
    if matches!(period, Period::Week(_)) && weekday.is_some() {
        return None;
    }
    Some((
        DayFound::new(Day::Nth(n, weekday, period), DayTrust::Sure),
        end,
    ))
}

/// "the last weekend of", "first weekend in": which, and the word after.
fn nth_weekend(words: &Words<'_>, at: usize) -> Read<i8> {
    let start = words.skip(at, Term::The);
    let (n, next) = if words.has(start, Term::Last) {
        (-1, start + 1)
    } else {
        ordinal(words, start)?
    };
    let fits = words.has(next, Term::Weekend) && words.has_any(next + 1, &[Term::Of, Term::In]);
    fits.then_some((n, next + 2))
}

/// "the last friday", "third monday", "first day", "the 2nd tuesday": which, of what, and the word after.
pub(super) fn nth(words: &Words<'_>, at: usize) -> Option<(i8, Option<Weekday>, usize)> {
    let start = words.skip(at, Term::The);
    let (n, mut next) = if words.has(start, Term::Last) {
        (-1, start + 1)
    } else {
        ordinal(words, start)?
    };
    // "second to last", "second last".
    let mut n = n;
    if n > 0 {
        let after = words.skip(next, Term::To);
        if words.has(after, Term::Last) {
            n = -n;
            next = after + 1;
        }
    }
    if let Some((weekday, _)) = weekday_name(words, next) {
        (-5..=5)
            .contains(&n)
            .then_some((n, Some(weekday), next + 1))
    } else if words.has(next, Term::Unit(Unit::Day)) {
        Some((n, None, next + 1))
    } else {
        None
    }
}

/// "end of the month", "mid march", "beginning of next week".
fn edge_of_period(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let end_of = words.pick(at, |term| match term {
        Term::EndOf(unit) => relative_period(unit, 0),
        _ => None,
    });
    if let Some(period) = end_of {
        let day = Day::Edge(Edge::End, period);
        return Some((DayFound::new(day, DayTrust::Sure).with(0.9), at + 1));
    }
    let start = words.skip(at, Term::The);
    let edge = words.pick(start, |term| match term {
        Term::Edge(edge) => Some(edge),
        _ => None,
    })?;
    let mut next = words.skip_sign(start + 1, '-');
    let of = words.has(next, Term::Of);
    next += usize::from(of);
    let (period, end) = period(words, next)?;
    if !of && edge != Edge::Middle {
        return None;
    }
    // "the end of october 2027" is sure, "mid may" too; "end of week" needs no article.
    Some((
        DayFound::new(Day::Edge(edge, period), DayTrust::Sure).with(0.9),
        end,
    ))
}

fn holiday(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let (which, next) = match which(words, at) {
        Some((which, next)) => (Some(which), next),
        None => (None, at),
    };
    let (holiday, next) = holiday_name(words, next)?;
    let (year, end) = match dates::year(words, words.skip_sign(next, ',')) {
        Some((year, end)) => (Some(year), end),
        None => (None, next),
    };
    let trust = if which.is_some() || year.is_some() {
        DayTrust::Careful
    } else {
        DayTrust::LedCareful
    };
    let day = Day::Holiday(holiday, year, which.unwrap_or(Which::Coming));
    Some((DayFound::new(day, trust).with(0.9), end))
}

pub(super) fn holiday_name(words: &Words<'_>, at: usize) -> Read<Holiday> {
    words
        .pick(at, |term| match term {
            Term::Holiday(holiday) => Some(holiday),
            _ => None,
        })
        .map(|holiday| (holiday, at + 1))
}

/// "next week", "this month", "last year", "the week after next", "in october", "next march".
fn period_alone(words: &Words<'_>, at: usize) -> Read<DayFound> {
    if words.has(words.skip(at, Term::The), Term::Unit(Unit::Week))
        || words.has(words.skip(at, Term::The), Term::Unit(Unit::Month))
        || words.has(words.skip(at, Term::The), Term::Unit(Unit::Year))
    {
        return after_next(words, at);
    }
    let start = words.skip(at, Term::Later);
    let (which, _) = which(words, start).unzip();
    let (period, end) = period(words, start)?;
    let has_name = matches!(
        period,
        Period::Named(..) | Period::Numbered(_) | Period::NumberedQuarter(..)
    );
    if which.is_none() && !has_name {
        return None;
    }
    let (trust, confidence) = match period {
        Period::Named(month, year, _) => {
            let weak = month_name(words, end - 1).is_some_and(|(_, trust)| trust == Trust::Weak);
            // "this may take long", "last march".
            if weak && words.has(start, Term::This) {
                return None;
            }
            match (which, year) {
                (Some(_), _) if !weak => (DayTrust::Sure, 0.9),
                (Some(_), _) => (DayTrust::Careful, 0.75),
                (None, Some(_)) => (DayTrust::Sure, 0.9),
                (None, None) => (
                    DayTrust::Month,
                    if weak || month == 0 { 0.75 } else { 0.85 },
                ),
            }
        }
        Period::Numbered(_) => (DayTrust::Month, 0.8),
        Period::NumberedQuarter(_, None) => (DayTrust::Month, 0.85),
        _ => (DayTrust::Sure, 0.95),
    };
    Some((
        DayFound::new(Day::Period(period), trust).with(confidence),
        end,
    ))
}

/// "the week after next".
fn after_next(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let start = words.skip(at, Term::The);
    if !words.has(start + 1, Term::After) || !words.has(start + 2, Term::Next) {
        return None;
    }
    let period = words.pick(start, |term| match term {
        Term::Unit(unit) => relative_period(unit, 2),
        _ => None,
    })?;
    Some((
        DayFound::new(Day::Period(period), DayTrust::Sure),
        start + 3,
    ))
}

/// A period that something can be part of: "the month", "next week", "october 2027", "2027".
pub(super) fn period(words: &Words<'_>, at: usize) -> Read<Period> {
    let (which, next) = match which(words, at) {
        Some((which, next)) => (Some(which), next),
        None => (None, words.skip(at, Term::The)),
    };
    if let Some((month, trust)) = month_name(words, next) {
        let mut end = skip_abbreviation_dot(words, next, trust);
        let year_at = words.skip(words.skip_sign(end, ','), Term::Of);
        let year = match dates::year(words, year_at) {
            Some((year, after)) if which.is_none() => {
                end = after;
                Some(year)
            }
            _ => None,
        };
        return Some((
            Period::Named(month, year, which.unwrap_or(Which::Coming)),
            end,
        ));
    }
    let quarter = words.pick(next, |term| match term {
        Term::NumberedQuarter(quarter) => Some(quarter),
        _ => None,
    });
    if let Some(quarter) = quarter
        && which.is_none()
    {
        let (year, end) = match dates::year(words, words.skip_sign(next + 1, ',')) {
            Some((year, end)) => (Some(year), end),
            None => (None, next + 1),
        };
        return Some((Period::NumberedQuarter(quarter, year), end));
    }
    if let Some((year, end)) = dates::year(words, next)
        && which.is_none()
    {
        return Some((Period::Numbered(year), end));
    }
    let unit = words.pick(next, |term| match term {
        Term::Unit(unit) => Some(unit),
        _ => None,
    })?;
    let period = match which {
        Some(Which::Coming) => relative_period(unit, 0),
        Some(Which::Next) => relative_period(unit, 1),
        Some(Which::Last) => relative_period(unit, -1),
        None if unit == Unit::Month => Some(Period::AnyMonth),
        None => relative_period(unit, 0),
    }?;
    Some((period, next + 1))
}

fn skip_abbreviation_dot(words: &Words<'_>, at: usize, trust: Trust) -> usize {
    match trust {
        Trust::Short => skip_dot(words, at + 1),
        Trust::Full | Trust::Weak => at + 1,
    }
}

fn relative_period(unit: Unit, offset: i32) -> Option<Period> {
    match unit {
        Unit::Week => Some(Period::Week(offset)),
        Unit::Month => Some(Period::Month(offset)),
        Unit::Quarter => Some(Period::Quarter(offset)),
        Unit::Year => Some(Period::Year(offset)),
        _ => None,
    }
}

/// Whether a number is written here that a month's name may follow or precede.
pub(super) fn day_number(words: &Words<'_>, at: usize) -> Read<i8> {
    if let Some(found) = ordinal(words, at) {
        return Some(found);
    }
    let (value, next) = cardinal(words, at)?;
    Some((i8::try_from(value).ok()?, next))
}
