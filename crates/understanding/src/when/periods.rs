//! Reads periods and days inside them: "next week", "in october", "the last friday of october", "end of the month".

use jiff::civil::Weekday;

use super::{
    calendar::{Day, Period, Which},
    dates,
    days::{DayFound, DayTrust, month_name, skip_dot, weekday_name, which, which_behind},
    numbers::ordinal,
    vocabulary::{Edge, Term, Trust, Unit},
    words::{Read, Words},
};

/// "the last friday of october", "third monday of next month", "first day of march".
pub(super) fn nth_of_period(words: &Words<'_>, at: usize) -> Read<DayFound> {
    if let Some((n, next)) = nth_weekend(words, at) {
        let (period, end) = period(words, next)?;
        let day = Day::NthWeekend(n, period);
        return Some((DayFound::new(day, DayTrust::Sure), end));
    }
    let (n, weekday, next) = nth(words, at)?;
    // "the third tuesday after christmas" is not read, and christmas not meant.
    if weekday.is_some() && words.has_any(next, &[Term::After, Term::Before]) {
        words.forbid(at, next + 1);
        return None;
    }
    if !words.has_any(next, &[Term::Of, Term::In]) {
        // "on the first friday": of this month, or of the next.
        let day = Day::Nth(n, weekday, Period::AnyMonth);
        let found = DayFound::new(day, DayTrust::Careful).with(0.75);
        return (n > 0 && weekday.is_some()).then_some((found, next));
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

/// "end of the month", "mid march", "beginning of next week".
pub(super) fn edge_of_period(words: &Words<'_>, at: usize) -> Read<DayFound> {
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
    if !of && edge != Edge::Middle && !words.language.date_leads {
        return None;
    }
    // "the end of october 2027" is sure, "mid may" too; "end of week" needs no article.
    Some((
        DayFound::new(Day::Edge(edge, period), DayTrust::Sure).with(0.9),
        end,
    ))
}

/// "next week", "this month", "last year", "the week after next", "in october", "next march".
pub(super) fn period_alone(words: &Words<'_>, at: usize) -> Read<DayFound> {
    let named = words.skip(at, Term::The);
    let units = [Unit::Week, Unit::Month, Unit::Year].map(Term::Unit);
    let is_unit = words.has_any(named, &units);
    let behind = which_behind(words, named + 1).filter(|_| is_unit);
    if words.has(named, Term::AfterNext) || is_unit && behind.is_none() {
        return after_next(words, at);
    }
    let start = at;
    let (which, _) = which(words, start).or(behind).unzip();
    let (period, end) = self::period(words, start)?;
    let has_name = matches!(
        period,
        Period::Named(..) | Period::Numbered(_) | Period::NumberedQuarter(..)
    );
    if which.is_none() && !has_name {
        return None;
    }
    // "the last week of september" is another week, and one that people count differently.
    if !has_name
        && words.has(end, Term::Of)
        && let Some((_, end)) = self::period(words, end + 1)
    {
        words.forbid(at, end);
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
    if words.has(start, Term::AfterNext) {
        let period = words.pick(start + 1, |term| match term {
            Term::Unit(unit) => relative_period(unit, 2),
            _ => None,
        })?;
        let found = DayFound::new(Day::Period(period), DayTrust::Sure);
        return Some((found, start + 2));
    }
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
    if let Some((month, _)) = month_name(words, next)
        && which.is_none()
        && let Some((which, end)) = which_behind(words, next + 1)
    {
        return Some((Period::Named(month, None, which), end));
    }
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
    let (which, end) = match (which, which_behind(words, next + 1)) {
        (None, Some((which, end))) => (Some(which), end),
        (which, _) => (which, next + 1),
    };
    let period = match which {
        None if unit == Unit::Month => Some(Period::AnyMonth),
        None | Some(Which::Coming) => relative_period(unit, 0),
        Some(Which::Next) => relative_period(unit, 1),
        Some(Which::Last) => relative_period(unit, -1),
    }?;
    Some((period, end))
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

fn skip_abbreviation_dot(words: &Words<'_>, at: usize, trust: Trust) -> usize {
    match trust {
        Trust::Short => skip_dot(words, at + 1),
        Trust::Full | Trust::Weak => at + 1,
    }
}
