//! Reads days: "tomorrow", "next friday", "the weekend", "the 3rd", "christmas".

use jiff::civil::Weekday;

use super::{
    calendar::{Day, Which},
    dates,
    numbers::{cardinal, day_ordinal, ordinal},
    periods::{edge_of_period, nth_of_period, period_alone},
    vocabulary::{Holiday, Term, Trust, Unit},
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
    /// Whether it is always believed.
    pub(super) fn is_sure(self) -> bool {
        self == Self::Sure
    }

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
        weekdays_from_now,
        day_of_month,
        period_alone,
    ] {
        if let Some((found, end)) = read(words, at)
            && best.as_ref().is_none_or(|(_, longest)| end > *longest)
        {
            best = Some((found, end));
        }
    }
    // "the 31st" of "the 31st of february" is no day.
    best.filter(|(_, end)| !words.is_forbidden(at) || *end >= words.forbidden_until())
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

/// "next", "last", "coming" behind what they belong to, where the language has them there: "viernes próximo".
pub(super) fn which_behind(words: &Words<'_>, at: usize) -> Read<Which> {
    if !words.language.modifiers_follow {
        return None;
    }
    let which = if words.has(at, Term::Next) {
        Which::Next
    } else if words.has(at, Term::Last) {
        Which::Last
    } else if words.has(at, Term::Coming) {
        Which::Coming
    } else {
        return None;
    };
    Some((which, at + 1))
}

/// Which of a kind of day is meant: the next may be the one that comes.
fn of_days(words: &Words<'_>, which: Which) -> Which {
    if which == Which::Next && words.language.next_weekday_is_coming {
        Which::Coming
    } else {
        which
    }
}

fn relative(words: &Words<'_>, at: usize) -> Read<DayFound> {
    if let Some(offset) = words.day_offset(at) {
        // "tomorrow week": a week after tomorrow.
        let week = words.has(at + 1, Term::Unit(Unit::Week)) && words.number(at + 2).is_none();
        let found = if week {
            DayFound::new(Day::Offset(offset + 7), DayTrust::Careful).with(0.8)
        } else {
            DayFound::new(Day::Offset(offset), DayTrust::Sure)
        };
        return Some((found, at + 1 + usize::from(week)));
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
    // "the monday after next".
    let named = words.skip(at, Term::The);
    if let Some((weekday, _)) = weekday_name(words, named)
        && words.has(named + 1, Term::After)
        && words.has(named + 2, Term::Next)
    {
        let found = DayFound {
            other: Some(Day::WeekdayOfWeek(weekday, 2)),
            ..DayFound::new(Day::WeekdayAndWeeks(weekday, 1), DayTrust::Careful)
        };
        return Some((found.with(0.75), named + 3));
    }
    if words.has(named, Term::AfterNext) {
        let (weekday, _) = weekday_name(words, named + 1)?;
        let day = Day::WeekdayOfWeek(weekday, 2);
        return Some((DayFound::new(day, DayTrust::Sure).with(0.75), named + 2));
    }
    if let Some((which, next)) = which(words, at) {
        let (weekday, _) = weekday_name(words, next)?;
        let day = Day::Weekday(weekday, of_days(words, which));
        return Some((
            DayFound::new(day, DayTrust::Sure),
            skip_dot(words, next + 1),
        ));
    }
    let (weekday, sure) = weekday_name(words, at)?;
    let next = at + 1;
    if let Some((which, next)) = which_behind(words, next) {
        let day = Day::Weekday(weekday, of_days(words, which));
        return Some((DayFound::new(day, DayTrust::Sure), next));
    }
    // "friday week": a week after friday.
    if words.has(next, Term::Unit(Unit::Week)) && words.number(next + 1).is_none() && sure {
        let found = DayFound::new(Day::WeekdayAndWeeks(weekday, 1), DayTrust::Careful);
        return Some((found.with(0.8), next + 1));
    }
    let trust = if sure { DayTrust::Sure } else { DayTrust::Led };
    let found = DayFound::new(Day::Weekday(weekday, Which::Coming), trust);
    Some((found, next))
}

/// "two fridays from now".
fn weekdays_from_now(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let (count, next) = cardinal(words, at)?;
    let weekday = words.pick(next, |term| match term {
        Term::Weekdays(weekday) => Some(weekday),
        _ => None,
    })?;
    let weeks = i32::try_from(count).ok()?.checked_sub(1)?;
    (weeks >= 0 && words.has(next + 1, Term::Hence)).then(|| {
        let day = Day::WeekdayAndWeeks(weekday, weeks);
        (DayFound::new(day, DayTrust::Sure), next + 2)
    })
}

fn weekend(words: &Words<'_>, at: usize) -> Read<DayFound> {
    // "the weekend after next".
    let named = words.skip(at, Term::The);
    if words.has(named, Term::Weekend)
        && words.has(named + 1, Term::After)
        && words.has(named + 2, Term::Next)
    {
        let found = DayFound::new(Day::Weekend(2), DayTrust::Sure);
        return Some((found.with(0.9), named + 3));
    }
    let before = which(words, at).filter(|(_, next)| words.has(*next, Term::Weekend));
    let found = before.or_else(|| {
        let (which, end) = which_behind(words, named + 1)?;
        words.has(named, Term::Weekend).then_some((which, end - 1))
    });
    if let Some((which, next)) = found {
        let weeks = match of_days(words, which) {
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
    let (day, next) = day_ordinal(words, start)?;
    // "the first friday" is no first of the month.
    let counts_days =
        weekday_name(words, next).is_some() || words.has_any(next, &[Term::Workday, Term::Weekend]);
    if counts_days || !(1..=31).contains(&day) {
        return None;
    }
    // Of the places in a row only the first names a day in Spanish: "el segundo" is the second of anything.
    let spelt = words.number(start).is_none() && cardinal(words, start).is_none();
    if words.language.modifiers_follow && spelt && day != 1 {
        return None;
    }
    let of = words.skip(next, Term::Of);
    if let Some((months, end)) = month_from_now(words, of) {
        let day = Day::InMonth {
            day,
            months,
            weekday: None,
        };
        return Some((DayFound::new(day, DayTrust::Sure), end));
    }
    let day = Day::InMonth {
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
    if !words.has(next, Term::Unit(Unit::Month)) {
        return None;
    }
    match which_behind(words, next + 1) {
        Some((Which::Next, end)) => Some((Some(1), end)),
        Some((Which::Last, end)) => Some((Some(-1), end)),
        _ => (next > at || words.has(at - 1, Term::OfDay)).then_some((None, next + 1)),
    }
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

/// Whether a number is written here that a month's name may follow or precede.
pub(super) fn day_number(words: &Words<'_>, at: usize) -> Read<i8> {
    if let Some(found) = ordinal(words, at) {
        return Some(found);
    }
    let (value, next) = cardinal(words, at)?;
    Some((i8::try_from(value).ok()?, next))
}

/// A dot behind an abbreviation: "Mar. 6".
pub(super) fn skip_dot(words: &Words<'_>, at: usize) -> usize {
    at + usize::from(words.is_sign(at, '.') && words.is_glued(at))
}
