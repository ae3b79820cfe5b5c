//! The beginning of a recurrence, which says how often: "every other week", "daily", "mondays", "the first monday of
//! every month", "once a week".

use tasktalk_domain::{
    RecurrenceMode,
    recurrence::{Frequency, RuleDay, RuleParts},
};

use super::{
    calendar::Day,
    clock_words::{Lead, clock},
    dates,
    days::{holiday_name, month_name, weekday_name},
    numbers::{cardinal, ordinal},
    rule_days::{self, month_days, plural, weekdays, workdays},
    vocabulary::{Edge, Part, Term, Unit},
    words::{Read, Words},
};

/// How often, and what was said together with it.
pub(super) struct Head {
    pub(super) parts: RuleParts,
    /// "every morning".
    pub(super) part: Option<Part>,
    pub(super) mode: RecurrenceMode,
    pub(super) confidence: f32,
    /// Whether a word behind it makes something else of it: "daily report".
    pub(super) needs_end: bool,
}

impl Head {
    fn new(parts: RuleParts) -> Self {
        Self {
            parts,
            part: None,
            mode: RecurrenceMode::CatchUp,
            confidence: 0.95,
            needs_end: false,
        }
    }

    fn weekly(days: Vec<RuleDay>, interval: u16) -> Self {
        Self::new(RuleParts {
            days,
            interval,
            ..RuleParts::new(Frequency::Weekly)
        })
    }
}

/// Reads how often.
pub(super) fn head(words: &Words<'_>, at: usize) -> Read<Head> {
    if words.has(at, Term::Every) {
        return every(words, at + 1);
    }
    of_every_month(words, at)
        .or_else(|| edge_of_every(words, at))
        .or_else(|| adverb(words, at))
        .or_else(|| once_a(words, at))
        .or_else(|| plurals(words, at))
}

/// "daily", "weekly".
fn adverb(words: &Words<'_>, at: usize) -> Read<Head> {
    let (frequency, interval) = words.pick(at, |term| match term {
        Term::Repeat(frequency, interval) => Some((frequency, interval)),
        _ => None,
    })?;
    let parts = RuleParts {
        interval,
        ..RuleParts::new(frequency)
    };
    let head = Head {
        // "nightly".
        part: part_name(words, at),
        needs_end: !words.has(at, Term::Regularly),
        confidence: 0.9,
        ..Head::new(parts)
    };
    Some((head, at + 1))
}

/// "once a week", "once every two weeks", "once per month".
fn once_a(words: &Words<'_>, at: usize) -> Read<Head> {
    if !words.has(at, Term::Once) {
        return None;
    }
    if words.has(at + 1, Term::Every) {
        return every(words, at + 2);
    }
    if let Some(daily) = adverb(words, at + 1) {
        return Some(daily);
    }
    if !words.has_any(at + 1, &[Term::A, Term::Per]) {
        return None;
    }
    let (frequency, interval) = unit_of(words, at + 2)?;
    let parts = RuleParts {
        interval,
        ..RuleParts::new(frequency)
    };
    Some((Head::new(parts), at + 3))
}

/// "mondays", "weekdays", "weekends".
fn plurals(words: &Words<'_>, at: usize) -> Read<Head> {
    let led = (at > 0 && words.has(at - 1, Term::On)) || words.has(at, Term::Regularly);
    let named = words.skip(at, Term::A);
    if let Some((weekday, _)) = weekday_name(words, named)
        && words.has(named + 1, Term::OneOfTwo)
    {
        return Some((Head::weekly(vec![RuleDay::every(weekday)], 2), named + 2));
    }
    let (days, end) = if words.has(at, Term::Workdays) {
        (workdays(), at + 1)
    } else if words.has(at, Term::Weekends) {
        (rule_days::weekend(), at + 1)
    } else if words.has(at, Term::Other) && plural(words, at + 1).is_some() {
        // "alternate mondays".
        let (days, end) = weekdays(words, at + 1)?;
        return Some((Head::weekly(days, 2), end));
    } else if plural(words, at).is_some() {
        weekdays(words, at)?
    } else {
        return workweek(words, at);
    };
    let head = Head {
        needs_end: !led,
        confidence: 0.9,
        ..Head::weekly(days, 1)
    };
    Some((head, end))
}

/// "mon-fri at 9", "tue/thu 10:30": several days have one time only when it happens on each of them.
fn workweek(words: &Words<'_>, at: usize) -> Read<Head> {
    let (days, end) = weekday_name(words, at).and_then(|_| weekdays(words, at))?;
    let is_range = words.is_dash(at + 1) || words.has_any(at + 1, &[Term::To, Term::Until]);
    let short = words.has(at + 1, Term::AndShort);
    let is_list = words.is_inner_sign(at + 1, '/') || short;
    // "saturday mornings".
    if words.has(end, Term::Repeat(Frequency::Daily, 1))
        && let Some(part) = part_name(words, end)
    {
        let head = Head {
            part: Some(part),
            ..Head::weekly(days, 1)
        };
        return Some((head, end + 1));
    }
    // "on tuesday and thursday every week".
    if words.has(end, Term::Every) && words.has(end + 1, Term::Unit(Unit::Week)) {
        return Some((Head::weekly(days, 1), end + 2));
    }
    let timed = words.skip_sign(end, ',');
    let has_time = words.has(timed, Term::At) || clock(words, timed, Lead::None).is_some();
    let head = Head {
        confidence: 0.8,
        ..Head::weekly(days, 1)
    };
    let several = (is_range && head.parts.days.len() >= 3) || is_list;
    // "martes y viernes" without an article is each of them.
    let listed = words.language.modifiers_follow && words.is_first(at) && head.parts.days.len() > 1;
    (listed || short || several && has_time).then_some((head, end))
}

/// "the first monday of every month", "the 15th and the last day of the month", "the 1st of each month".
fn of_every_month(words: &Words<'_>, at: usize) -> Read<Head> {
    let (mut parts, next) = month_days(words, at)?;
    let several = parts.days.len() + parts.month_days.len() > 1 && parts.positions.is_empty();
    let of = words.has_any(next, &[Term::Of, Term::In]);
    let next = next + usize::from(of);
    let every = words.has(next, Term::Every);
    // "first monday of the month: …" heads what is done every month.
    let heads = words.is_sign(next + 2, ':');
    let the = of && words.has(next, Term::The) && (several || heads);
    if !(every || the) {
        return None;
    }
    let (interval, unit_at) = interval(words, next + 1);
    if words.has(unit_at, Term::Unit(Unit::Month)) {
        parts.interval = interval;
        return Some((Head::new(parts), unit_at + 1));
    }
    // "the last friday of every october", "the first of every quarter" is no rule we follow.
    let (month, _) = month_name(words, unit_at).filter(|_| every && interval == 1)?;
    parts.frequency = Frequency::Yearly;
    parts.months.push(month);
    Some((Head::new(parts), unit_at + 1))
}

/// "the end of every month", "beginning of each month".
fn edge_of_every(words: &Words<'_>, at: usize) -> Read<Head> {
    let start = words.skip(words.skip(at, Term::At), Term::The);
    let edge = words.pick(start, |term| match term {
        Term::Edge(edge) => Some(edge),
        _ => None,
    })?;
    if !words.has(start + 1, Term::Of) || !words.has(start + 2, Term::Every) {
        return None;
    }
    let (interval, unit_at) = interval(words, start + 3);
    let (frequency, units) = unit_of(words, unit_at)?;
    let month_day = match (edge, frequency) {
        (Edge::Start, Frequency::Monthly) => 1,
        (Edge::Middle, Frequency::Monthly) => 15,
        (Edge::End, Frequency::Monthly) => -1,
        _ => return None,
    };
    let parts = RuleParts {
        interval: interval.checked_mul(units)?,
        month_days: vec![month_day],
        ..RuleParts::new(frequency)
    };
    Some((Head::new(parts), unit_at + 1))
}

/// What follows "every".
fn every(words: &Words<'_>, at: usize) -> Read<Head> {
    // "every! 3 days" counts from completion, as other lists write it.
    let bang = words.is_sign(at, '!') && words.is_glued(at);
    // "every single day".
    let start = at + usize::from(bang) + usize::from(words.has(at, Term::Single));
    let (mut head, end) = every_what(words, start)?;
    if bang {
        head.mode = RecurrenceMode::AfterCompletion;
    }
    Some((head, end))
}

fn every_what(words: &Words<'_>, at: usize) -> Read<Head> {
    if let Some((head, end)) = every_date(words, at) {
        return Some((head, end));
    }
    let (interval, next) = interval(words, at);
    if let Some((frequency, units)) = unit_of(words, next) {
        let parts = RuleParts {
            interval: interval.checked_mul(units)?,
            ..RuleParts::new(frequency)
        };
        return Some((Head::new(parts), next + 1));
    }
    if words.has_any(next, &[Term::Workday, Term::Workdays]) && interval == 1 {
        return Some((Head::weekly(workdays(), 1), next + 1));
    }
    if words.has_any(next, &[Term::Weekend, Term::Weekends]) {
        return Some((Head::weekly(rule_days::weekend(), interval), next + 1));
    }
    let part = part_name(words, next);
    if part.is_some() {
        let parts = RuleParts {
            interval,
            ..RuleParts::new(Frequency::Daily)
        };
        let head = Head {
            part,
            ..Head::new(parts)
        };
        return Some((head, next + 1));
    }
    let (days, end) = weekdays(words, next)?;
    Some((Head::weekly(days, interval), end))
}

/// "every 15th", "every first monday", "every march 3rd", "every january", "every christmas", "every last day of the month".
fn every_date(words: &Words<'_>, at: usize) -> Read<Head> {
    if let Some((found, end)) = dates::date(words, at)
        && let Day::InYear {
            month,
            day,
            year: None,
        } = found.day
    {
        let parts = RuleParts {
            months: vec![month],
            month_days: vec![day],
            ..RuleParts::new(Frequency::Yearly)
        };
        return Some((Head::new(parts), end));
    }
    if let Some((holiday, end)) = holiday_name(words, at) {
        let mut parts = RuleParts::new(Frequency::Yearly);
        rule_days::on_holiday(&mut parts, holiday)?;
        return Some((Head::new(parts), end));
    }
    if let Some((months, end)) = rule_days::months(words, at) {
        let parts = RuleParts {
            months,
            month_days: vec![1],
            ..RuleParts::new(Frequency::Yearly)
        };
        let head = Head {
            confidence: 0.8,
            ..Head::new(parts)
        };
        return Some((head, end));
    }
    // "every second tuesday" is every other one, "every second tuesday of the month" the second.
    let (parts, next) = month_days(words, at)?;
    let end = rule_days::skip_of_month(words, next);
    if end == next {
        if let Some((period, end)) = of_named_month(words, next) {
            let parts = RuleParts {
                frequency: Frequency::Yearly,
                months: vec![period],
                ..parts
            };
            return Some((Head::new(parts), end));
        }
        let is_interval = match (parts.month_days.first(), parts.days.first()) {
            (None, Some(day)) => day.ordinal == 2 && parts.days.len() == 1,
            _ => false,
        };
        // "every 3rd day", "every third week".
        let counts = ordinal(words, at).is_some_and(|(_, after)| {
            unit_of(words, after).is_some() || words.has(after, Term::Workday)
        });
        if is_interval || counts || words.content_follows(next) {
            return None;
        }
    }
    Some((Head::new(parts), end))
}

fn of_named_month(words: &Words<'_>, at: usize) -> Read<i8> {
    if !words.has_any(at, &[Term::Of, Term::In]) {
        return None;
    }
    let (month, _) = month_name(words, at + 1)?;
    Some((month, at + 2))
}

/// "other", "second", "3", "three", "3rd" before a unit or weekday; 1 when there is none.
fn interval(words: &Words<'_>, at: usize) -> (u16, usize) {
    if words.has(at, Term::Other) {
        return (2, at + 1);
    }
    let single = words.skip(at, Term::A);
    let read = ordinal(words, single)
        .and_then(|(n, next)| Some((u16::try_from(n).ok()?, next)))
        .or_else(|| {
            let (n, next) = cardinal(words, single)?;
            Some((u16::try_from(n).ok()?, next))
        })
        .or_else(|| {
            let n = words.pick(single, |term| match term {
                Term::Approximately(n) => u16::try_from(n).ok(),
                _ => None,
            })?;
            Some((n, single + 1))
        });
    match read {
        // "every second" alone is a unit; "every second week" is not.
        Some((n, next))
            if (1..=999).contains(&n)
                && (unit_of(words, next).is_some()
                    || weekday_name(words, next).is_some()
                    || plural(words, next).is_some()
                    || words.has_any(next, &[Term::Weekend, Term::Weekends])
                    || words
                        .pick(next, |t| matches!(t, Term::Part(_)).then_some(()))
                        .is_some()) =>
        {
            (n, next)
        }
        _ => (1, at),
    }
}

fn part_name(words: &Words<'_>, at: usize) -> Option<Part> {
    words.pick(at, |term| match term {
        Term::Part(part) => Some(part),
        _ => None,
    })
}

fn unit_of(words: &Words<'_>, at: usize) -> Option<(Frequency, u16)> {
    words.pick(at, |term| match term {
        Term::Unit(Unit::Day) | Term::Letter(Unit::Day) => Some((Frequency::Daily, 1)),
        Term::Unit(Unit::Week) | Term::Letter(Unit::Week) => Some((Frequency::Weekly, 1)),
        Term::Unit(Unit::Fortnight) => Some((Frequency::Weekly, 2)),
        Term::Unit(Unit::Month) | Term::Letter(Unit::Month) => Some((Frequency::Monthly, 1)),
        Term::Unit(Unit::Quarter) => Some((Frequency::Monthly, 3)),
        Term::Unit(Unit::Year) | Term::Letter(Unit::Year) => Some((Frequency::Yearly, 1)),
        Term::Unit(Unit::Decade) => Some((Frequency::Yearly, 10)),
        _ => None,
    })
}

/// "after I finish", "after completion", "after it's done", "from completion": the word after.
pub(super) fn after_completion(words: &Words<'_>, at: usize) -> Option<usize> {
    if !words.has_any(at, &[Term::After, Term::From, Term::When]) {
        return None;
    }
    let mut next = at + 1;
    for _ in 0..3 {
        next = words.skip(words.skip(next, Term::Subject), Term::The);
    }
    if !words.has(next, Term::Finish) {
        return None;
    }
    // "after finishing it", "after I complete the last one".
    let object = next + 1;
    Some(words.skip(object, Term::It))
}
