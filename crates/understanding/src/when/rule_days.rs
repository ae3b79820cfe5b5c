//! The days inside a recurrence: "mon, wed and fri", "monday to friday", "the 15th and the last day", "except friday".

use jiff::civil::Weekday;
use tasktalk_domain::recurrence::{Frequency, RuleDay, RuleParts};

use super::{
    days::{month_name, skip_dot, weekday_name, which},
    numbers::day_ordinal,
    periods::nth,
    vocabulary::{Holiday, Term, Unit},
    words::{Read, Words},
};

/// More days than this are no list that a person would say.
const LIST_LIMIT: usize = 12;

const WORKDAYS: [Weekday; 5] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
];

/// Weekdays that a rule leaves out.
pub(super) struct Exceptions(pub(super) Vec<Weekday>);

/// Monday to Friday.
pub(super) fn workdays() -> Vec<RuleDay> {
    WORKDAYS.map(RuleDay::every).to_vec()
}

/// Saturday and Sunday.
pub(super) fn weekend() -> Vec<RuleDay> {
    [Weekday::Saturday, Weekday::Sunday]
        .map(RuleDay::every)
        .to_vec()
}

/// A list of weekdays: "monday", "mon, wed and fri", "mondays and thursdays", "monday to friday".
pub(super) fn weekdays(words: &Words<'_>, at: usize) -> Read<Vec<RuleDay>> {
    let mut days: Vec<RuleDay> = Vec::new();
    let (mut last, mut next) = one(words, at)?;
    days.push(RuleDay::every(last));
    while days.len() < LIST_LIMIT {
        let range = words.is_dash(next) || words.has_any(next, &[Term::To, Term::Until]);
        if range && let Some((until, end)) = one(words, next + 1) {
            while last != until {
                last = last.next();
                days.push(RuleDay::every(last));
            }
            next = end;
            continue;
        }
        // People leave the commas out: "every mon wed fri".
        let joined = joint(words, next).unwrap_or(next);
        let joined = words.skip(words.skip(joined, Term::On), Term::Every);
        match one(words, joined) {
            Some((weekday, end)) => {
                days.push(RuleDay::every(weekday));
                (last, next) = (weekday, end);
            }
            _ => break,
        }
    }
    Some((days, next))
}

fn one(words: &Words<'_>, at: usize) -> Read<Weekday> {
    let weekday = weekday_name(words, at)
        .map(|(weekday, _)| weekday)
        .or_else(|| plural(words, at))?;
    // The dot of an abbreviation, not of the sentence.
    let dotted = skip_dot(words, at + 1);
    let goes_on = joint(words, dotted).is_some() || words.has(dotted, Term::At);
    Some((weekday, if goes_on { dotted } else { at + 1 }))
}

/// "mondays".
pub(super) fn plural(words: &Words<'_>, at: usize) -> Option<Weekday> {
    words.pick(at, |term| match term {
        Term::Weekdays(weekday) => Some(weekday),
        _ => None,
    })
}

/// The word after ",", "and", ", and", "/", "+".
fn joint(words: &Words<'_>, at: usize) -> Option<usize> {
    let comma = at
        + usize::from(words.is_sign(at, ',') || words.is_sign(at, '/') || words.is_sign(at, '+'));
    let next = words.skip(comma, Term::And);
    (next > at).then_some(next)
}

/// A list of months: "january and july".
pub(super) fn months(words: &Words<'_>, at: usize) -> Read<Vec<i8>> {
    let (first, _) = month_name(words, at)?;
    let mut months = vec![first];
    let mut next = at + 1;
    while months.len() < LIST_LIMIT
        && let Some(joined) = joint(words, next)
        && let Some((month, _)) = month_name(words, joined)
    {
        months.push(month);
        next = joined + 1;
    }
    Some((months, next))
}

/// A list of days of a month: "the 15th and the last day", "the first monday", "1st, 10th and 20th", "last weekday".
pub(super) fn month_days(words: &Words<'_>, at: usize) -> Read<RuleParts> {
    let mut parts = RuleParts::new(Frequency::Monthly);
    let mut next = one_of_month(words, at, &mut parts)?;
    let mut count = 1;
    while count < LIST_LIMIT {
        let Some(joined) = joint(words, next) else {
            break;
        };
        let Some(end) = one_of_month(words, words.skip(joined, Term::On), &mut parts) else {
            break;
        };
        next = end;
        count += 1;
    }
    let kinds = [&parts.month_days.is_empty(), &parts.days.is_empty()];
    // Days of the month and weekdays together would have to be two rules.
    (kinds.into_iter().filter(|empty| **empty).count() == 1).then_some((parts, next))
}

fn one_of_month(words: &Words<'_>, at: usize, parts: &mut RuleParts) -> Option<usize> {
    if let Some((n, weekday, end)) = nth(words, at) {
        match weekday {
            Some(weekday) => parts.days.push(RuleDay {
                ordinal: n,
                weekday,
            }),
            None => parts.month_days.push(n),
        }
        return Some(end);
    }
    let start = words.skip(at, Term::The);
    let (n, next) = if words.has(start, Term::Last) {
        (-1, start + 1)
    } else {
        day_ordinal(words, start)?
    };
    // "the last weekday", "the first working day".
    if words.has(next, Term::Workday) {
        if !parts.days.is_empty() || !parts.positions.is_empty() {
            return None;
        }
        parts.days = workdays();
        parts.positions.push(i16::from(n));
        return Some(next + 1);
    }
    // "on the 15th", and "the first and third monday".
    if n < 0 {
        return None;
    }
    if let Some(joined) = joint(words, next)
        && let Some((_, Some(weekday), _)) = nth(words, joined)
    {
        parts.days.push(RuleDay {
            ordinal: n,
            weekday,
        });
        return Some(next);
    }
    parts.month_days.push(n);
    Some(next)
}

/// Skips "of the month", "of each month", "of every month".
pub(super) fn skip_of_month(words: &Words<'_>, at: usize) -> usize {
    let of = at + usize::from(words.has_any(at, &[Term::Of, Term::In]));
    let next = words.skip(words.skip(of, Term::The), Term::Every);
    let end = which(words, of).map_or(next, |_| of);
    if of > at && words.has(end, Term::Unit(Unit::Month)) {
        end + 1
    } else {
        at
    }
}

/// "except friday", "except on sundays", "except weekends".
pub(super) fn exceptions(words: &Words<'_>, at: usize) -> Read<Exceptions> {
    if !words.has(at, Term::Except) {
        return None;
    }
    let next = words.skip(words.skip(at + 1, Term::For), Term::On);
    let next = words.skip(words.skip(next, Term::The), Term::On);
    if words.has_any(next, &[Term::Weekends, Term::Weekend]) {
        let weekend = vec![Weekday::Saturday, Weekday::Sunday];
        return Some((Exceptions(weekend), next + 1));
    }
    let (days, end) = weekdays(words, next)?;
    Some((
        Exceptions(days.into_iter().map(|day| day.weekday).collect()),
        end,
    ))
}

/// Makes a holiday with a rule of its own a yearly rule; Easter has none in RFC 5545.
pub(super) fn on_holiday(parts: &mut RuleParts, holiday: Holiday) -> Option<()> {
    match holiday {
        Holiday::Fixed(month, day) => {
            parts.months.push(month);
            parts.month_days.push(day);
            Some(())
        }
        Holiday::Nth(n, weekday, month, 0) => {
            parts.months.push(month);
            parts.days.push(RuleDay {
                ordinal: n,
                weekday,
            });
            Some(())
        }
        Holiday::Nth(..) | Holiday::Easter(_) => None,
    }
}
