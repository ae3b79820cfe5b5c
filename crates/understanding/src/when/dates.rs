//! Dates with a month: "3 March", "march 3rd, 2027", "2026-11-27", "27/11/2026", "4/7", "04/2016".

use jiff::civil::Date;

use super::{
    calendar::{Day, Period, Which},
    days::{DayFound, DayTrust, day_number, month_name, skip_dot},
    numbers::{cardinal, ordinal},
    vocabulary::{Term, Trust},
    words::{Number, Read, Words},
};

/// Reads a date.
pub(super) fn date(words: &Words<'_>, at: usize) -> Read<DayFound> {
    year_first(words, at)
        .or_else(|| numeric(words, at))
        .or_else(|| day_then_month(words, at))
        .or_else(|| month_then_day(words, at))
}

/// A year with four digits, of a time people plan or remember.
pub(super) fn year(words: &Words<'_>, at: usize) -> Read<i16> {
    let Some(number) = words.number(at) else {
        return spoken_year(words, at);
    };
    let is_year = number.digits == 4 && (1900..=2199).contains(&number.value);
    // Not the first part of "2027-03-04" or "2016:05".
    let goes_on = ['-', '/', '.', ':']
        .iter()
        .any(|&sign| words.is_inner_sign(at + 1, sign) && words.number(at + 2).is_some());
    (is_year && !goes_on)
        .then(|| i16::try_from(number.value).ok())
        .flatten()
        .map(|year| (year, at + 1))
}

/// "two thousand and seventeen", "twenty twenty seven", "nineteen ninety nine".
fn spoken_year(words: &Words<'_>, at: usize) -> Read<i16> {
    let (first, next) = cardinal(words, at)?;
    let (value, end) = if first == 2 && words.has(next, Term::Thousand) {
        match cardinal(words, words.skip(next + 1, Term::And)) {
            Some((rest, end)) if rest < 100 && words.number(end - 1).is_none() => {
                (2000 + rest, end)
            }
            _ => (2000, next + 1),
        }
    } else {
        let (rest, end) = cardinal(words, next)?;
        if !matches!(first, 19 | 20) || !(10..100).contains(&rest) {
            return None;
        }
        (first * 100 + rest, end)
    };
    Some((i16::try_from(value).ok()?, end))
}

/// "3 March", "3rd of march 2027", "15SEP", "the 3rd of march".
fn day_then_month(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let start = words.skip(at, Term::The);
    let (day, next) = day_number(words, start)?;
    let is_ordinal = ordinal(words, start).is_some();
    let month_at = words.skip(words.skip(skip_dot(words, next), Term::Of), Term::The);
    let month_at = words.skip_sign(month_at, '-');
    let (month, trust) = month_name(words, month_at)?;
    let mut end = match trust {
        Trust::Short => skip_dot(words, month_at + 1),
        Trust::Full | Trust::Weak => month_at + 1,
    };
    // A day and "may" may be the start of a sentence: "the 3 may come".
    let verb_like = trust == Trust::Weak && !is_ordinal && !words.is_capitalised(month_at);
    let year_at = words.skip_sign(words.skip_sign(end, ','), '-');
    let year_at = words.skip(year_at, Term::Of);
    let year = year(words, year_at).or_else(|| short_year(words, year_at));
    if let Some((_, after)) = year {
        end = after;
    }
    if start > at && !is_ordinal {
        return None;
    }
    let trust = if verb_like && year.is_none() {
        DayTrust::Careful
    } else {
        DayTrust::Sure
    };
    checked(words, (at, end), (month, day), year.map(|(year, _)| year))
        .map(|(day, end)| (DayFound::new(day, trust), end))
}

/// "march 3rd", "Mar. 6, 2016", "2018 March 18".
fn month_then_day(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let leading_year = year(words, at);
    let start = leading_year.map_or(at, |(_, next)| next);
    let (month, trust) = month_name(words, start)?;
    let next = match trust {
        Trust::Short => skip_dot(words, start + 1),
        // "Mar." is short for nothing else when a number follows.
        Trust::Weak if words.number(start + 2).is_some() => skip_dot(words, start + 1),
        Trust::Full | Trust::Weak => start + 1,
    };
    let day_at = words.skip(words.skip_sign(next, '-'), Term::The);
    let (day, mut end) = day_number(words, day_at)?;
    let is_ordinal = ordinal(words, day_at).is_some();
    // "march 5pm", "may 2027", "may 5:30".
    let is_time = words.is_inner_sign(end, ':')
        || (words.is_glued(end)
            && words
                .pick(end, |t| matches!(t, Term::Meridiem(_)).then_some(()))
                .is_some());
    if is_time || (words.number(day_at).is_some_and(|n| n.digits > 2)) {
        return None;
    }
    let year = leading_year.or_else(|| {
        let year_at = words.skip(words.skip_sign(end, ','), Term::Of);
        let year = year(words, words.skip_sign(year_at, '-'));
        if let Some((_, after)) = year {
            end = after;
        }
        year
    });
    let spelt = words.number(day_at).is_none() && !is_ordinal;
    let trust = if trust == Trust::Weak && year.is_none() && !is_ordinal {
        DayTrust::Careful
    } else {
        DayTrust::Sure
    };
    // "may one come in": number words make a day only with a month that is nothing else.
    if spelt && trust == DayTrust::Careful {
        return None;
    }
    checked(words, (at, end), (month, day), year.map(|(year, _)| year))
        .map(|(day, end)| (DayFound::new(day, trust), end))
}

/// "'27" behind a month.
fn short_year(words: &Words<'_>, at: usize) -> Read<i16> {
    if !words.is_sign(at, '\'') && !words.is_sign(at, '’') {
        return None;
    }
    let number = words.number(at + 1).filter(|n| n.digits == 2)?;
    Some((2000 + i16::try_from(number.value).ok()?, at + 2))
}

fn checked(
    words: &Words<'_>,
    (start, end): (usize, usize),
    (month, day): (i8, i8),
    year: Option<i16>,
) -> Read<Day> {
    // Without a year 29 February is possible.
    if Date::new(year.unwrap_or(2024), month, day).is_err() {
        if (1..=99).contains(&day) {
            words.forbid(start, end);
        }
        return None;
    }
    Some((Day::InYear { month, day, year }, end))
}

/// "2026-11-27", "2012/8/10", "2026.11.27", "2016-04".
fn year_first(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let year = words
        .number(at)
        .filter(|n| n.digits == 4 && (1900..=2199).contains(&n.value))?;
    let sign = ['-', '/', '.']
        .into_iter()
        .find(|&sign| words.is_inner_sign(at + 1, sign))?;
    let month = words.number(at + 2).filter(|n| n.digits <= 2)?;
    if !words.is_inner_sign(at + 3, sign) || words.number(at + 4).is_none() {
        if month.digits != 2 || sign == '.' || !(1..=12).contains(&month.value) {
            return None;
        }
        return month_of_year(month, year, at + 3);
    }
    let day = words.number(at + 4).filter(|n| n.digits <= 2)?;
    exact(words, year, month, day, at + 5)
}

/// "27/11/2026", "11/27/26", "27.11.2026", "4/7", "04/2016", "3.12.".
fn numeric(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let first = words.number(at).filter(|n| n.digits <= 2)?;
    let sign = ['/', '.', '-']
        .into_iter()
        .find(|&sign| words.is_inner_sign(at + 1, sign))?;
    let second = words.number(at + 2)?;
    if second.digits == 4 && sign != '-' && (1900..=2199).contains(&second.value) {
        return month_of_year(first, second, at + 3);
    }
    if second.digits > 2 {
        return None;
    }
    let third = if words.is_inner_sign(at + 3, sign) {
        words.number(at + 4)
    } else {
        None
    };
    let month_first =
        words.moment.locale.month_comes_first() && !words.language.day_comes_first && sign != '.';
    let Some(third) = third else {
        return match sign {
            '/' => without_year(words, at, first, second, month_first, at + 3),
            // "Python 3.12." is no date, "on 3.12." is one.
            '.' if (words.language.ordinal_dot
                || at > 0 && words.has(at - 1, Term::On)
                || words.has(at + 4, Term::At))
                && words.is_sign(at + 3, '.')
                && words.is_glued(at + 3) =>
            {
                without_year(words, at, first, second, false, at + 4)
            }
            // "am 3.12" is a date where days are written so.
            '.' if words.language.ordinal_dot && at > 0 && words.has(at - 1, Term::On) => {
                without_year(words, at, first, second, false, at + 3)
            }
            _ => None,
        };
    };
    let year = match third.digits {
        4 if (1900..=2199).contains(&third.value) => third,
        // Two digits of a year after dots or dashes look like versions and phone numbers.
        2 if sign == '/' || (sign == '.' && !words.moment.locale.month_comes_first()) => Number {
            value: 2000 + third.value,
            digits: 4,
        },
        _ => {
            words.forbid(at, at + 5);
            return None;
        }
    };
    let (month, day) = in_order(first, second, month_first);
    exact(words, year, month, day, at + 5)
}

/// Which is the month and which the day; what can only be the other way round is taken so.
fn in_order(first: Number, second: Number, month_first: bool) -> (Number, Number) {
    let (month, day) = if month_first {
        (first, second)
    } else {
        (second, first)
    };
    if month.value > 12 && day.value <= 12 {
        (day, month)
    } else {
        (month, day)
    }
}

fn exact(
    words: &Words<'_>,
    year: Number,
    month: Number,
    day: Number,
    end: usize,
) -> Read<DayFound> {
    let Some(date) = civil(year.value, month.value, day.value) else {
        words.forbid(end - 5, end);
        return None;
    };
    let year_last = words.number(end - 1) != Some(day);
    let mut found = DayFound::new(Day::Exact(date), DayTrust::Sure);
    if year_last && day != month {
        found.other = civil(year.value, day.value, month.value).map(Day::Exact);
    }
    Some((found, end))
}

fn civil(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

fn month_of_year(month: Number, year: Number, end: usize) -> Read<DayFound> {
    let month = i8::try_from(month.value)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let year = i16::try_from(year.value).ok()?;
    let period = Period::Named(month, Some(year), Which::Coming);
    let found = DayFound::new(Day::Period(period), DayTrust::Careful);
    Some((found.with(0.85), end))
}

fn without_year(
    words: &Words<'_>,
    at: usize,
    first: Number,
    second: Number,
    month_first: bool,
    end: usize,
) -> Read<DayFound> {
    // "24/7" is no date in any country.
    if (first.value, second.value) == (24, 7) {
        return None;
    }
    let (month, day) = in_order(first, second, month_first);
    if civil(2024, month.value, day.value).is_none() {
        words.forbid(at, end);
        return None;
    }
    // "1/2 cup", "7/10" and "3/4" are fractions and marks as often as dates.
    // With a number that can only be a day they are dates.
    let trust = if words.language.ordinal_dot && words.is_sign(end - 1, '.') {
        DayTrust::Sure
    } else if first.value.max(second.value) > 12 && first.digits + second.digits >= 3 {
        DayTrust::Careful
    } else {
        DayTrust::LedCareful
    };
    let mut found = DayFound::new(month_day(month.value, day.value)?, trust);
    if month != day && day.value <= 12 {
        found.other = month_day(day.value, month.value);
    }
    Some((found.with(0.8), end))
}

fn month_day(month: u32, day: u32) -> Option<Day> {
    Some(Day::InYear {
        month: i8::try_from(month).ok()?,
        day: i8::try_from(day).ok()?,
        year: None,
    })
}
