//! Intervals: "from 9:30 to 11 on thursday", "5-7 march", "in the next 3 days".

use jiff::Span;

use super::{
    Candidate, Grain, Meaning, Value,
    amount::amount,
    calendar::{Day, Period, Which},
    clock::Clock,
    clock_words::minutes_to_hour,
    describe::{Opening, describe},
    description::Description,
    resolve::{Direction, resolve},
    vocabulary::Term,
    words::{Read, Words},
};

/// Reads an interval.
pub(super) fn interval(words: &Words<'_>, at: usize) -> Read<Candidate> {
    next_days(words, at).or_else(|| two_ends(words, at))
}

/// "the next 3 days", "in the next two weeks", "the last 2 weeks".
fn next_days(words: &Words<'_>, at: usize) -> Read<Candidate> {
    let start = words.skip(at, Term::Due);
    let start = if words.has_any(start, &[Term::In, Term::Within, Term::For, Term::During]) {
        start + 1
    } else {
        start
    };
    let start = words.skip(start, Term::The);
    let past = words.has(start, Term::Last);
    if !(past || words.has(start, Term::Next)) {
        return None;
    }
    let (amount, end) = amount(words, start + 1)?;
    if amount.is_single && words.number(start + 1).is_none() {
        return None;
    }
    let now = words
        .moment
        .now
        .with()
        .second(0)
        .subsec_nanosecond(0)
        .build()
        .ok()?;
    let span = if past {
        amount.span.negate()
    } else {
        amount.span
    };
    let there = now.checked_add(span).ok()?;
    let (start, finish) = if past { (there, now) } else { (now, there) };
    let (start, finish, grain) = if amount.has_time {
        (Value::Time(start), Value::Time(finish), Grain::Minute)
    } else {
        (
            Value::Date(start.date()),
            Value::Date(finish.date()),
            Grain::Day,
        )
    };
    let meaning = Meaning::Interval {
        start,
        end: finish,
        grain,
    };
    Some((Candidate::new(meaning, 0.9), end))
}

fn two_ends(words: &Words<'_>, at: usize) -> Read<Candidate> {
    // A day may stand before: "thursday from 9:30 to 11", "tomorrow 2-4pm".
    let (lead, start) = match describe(words, at, Opening::Sentence) {
        Some((lead, end))
            if lead.day.is_some()
                && lead.clock.is_none()
                && lead.distance.is_none()
                && !is_separator(words, end) =>
        {
            let end = words.skip_sign(end, ',');
            (Some(lead), words.skip(end, Term::At))
        }
        _ => (None, words.skip(at, Term::Due)),
    };
    // "on 5-7 march", "at 5-7pm".
    let start = if lead.is_none() && words.has_any(start, &[Term::On, Term::At]) {
        start + 1
    } else {
        start
    };
    let between = words.has(start, Term::Between);
    let from = words.has_any(start, &[Term::From, Term::Range]);
    let (mut first, next) = operand(words, start + usize::from(between || from))?;
    // "la 2 al 5 de diciembre" moves the second of something.
    let counted = words.language.modifiers_follow
        && start > 0
        && words.has(start - 1, Term::The)
        && !words.has(start - 1, Term::OfDay);
    if counted && first.clock_is_bare() {
        return None;
    }
    // "ten to six in the evening" is one time.
    if !(from || between) && minutes_to_hour(words, start) {
        return None;
    }
    // "push everything due today to tomorrow" names two times, not the time between them.
    let moving = first.day.is_some() && (0..start).any(|at| words.has(at, Term::Moving));
    if moving && !between {
        return None;
    }
    let moved = words.has(at, Term::Due) && words.has(next, Term::To);
    let separated = if between {
        words.has(next, Term::And)
    } else if moved && !from {
        false
    } else {
        words.has_any(next, &[Term::To, Term::Until]) || words.is_dash(next)
    };
    if !separated {
        return None;
    }
    let (mut second, end) = operand(words, next + 1)?;
    if let Some(lead) = lead {
        if first.day.is_some() {
            return None;
        }
        first.day = lead.day;
        first.part = first.part.or(lead.part);
        first.is_today = lead.is_today;
    }
    // "from 1 to 10", "2 - 4" count many things; times only with a day or when nothing else was said.
    let bare = first.clock_is_bare() && second.clock_is_bare();
    let has_context = first.day.is_some() || second.day.is_some() || second.part.is_some();
    if bare && !has_context && !words.is_whole(at, end) {
        return None;
    }
    if bare && !(from || between) && words.is_whole(at, end) && !has_context {
        return None;
    }
    complete(&mut first, &mut second)?;
    let meaning = meaning(words, &first, &second)?;
    let confidence = first
        .confidence
        .min(second.confidence)
        .min(if from || between { 0.95 } else { 0.85 });
    Some((Candidate::new(meaning, confidence), end))
}

/// Two times of a day, for something that happens on many days: "from 3 to 4pm". The first counts.
pub(super) fn times(words: &Words<'_>, at: usize) -> Read<Description> {
    let led = words.has_any(at, &[Term::From, Term::Range, Term::Between]);
    let (mut first, next) = operand(words, at + usize::from(led))?;
    let separated = words.is_dash(next)
        || words.has_any(next, &[Term::To, Term::Until])
        || (words.has(at, Term::Between) && words.has(next, Term::And));
    let (mut second, end) = separated.then(|| operand(words, next + 1)).flatten()?;
    let sure = led || !(first.clock_is_bare() && second.clock_is_bare());
    if !sure || first.day.is_some() || second.day.is_some() || first.clock.is_none() {
        return None;
    }
    complete(&mut first, &mut second)?;
    Some((first, end))
}

fn is_separator(words: &Words<'_>, at: usize) -> bool {
    words.is_dash(at) || words.has_any(at, &[Term::To, Term::Until, Term::And])
}

/// One end: a description, or a number that may be an hour or a day.
fn operand(words: &Words<'_>, at: usize) -> Read<Description> {
    if let Some(found) = describe(words, at, Opening::End) {
        return Some(found);
    }
    let number = words.number(at).filter(|n| n.digits <= 2)?;
    Some((
        Description::number(u8::try_from(number.value).ok()?)?,
        at + 1,
    ))
}

/// Lets the two ends complete each other; `None` when they don't belong together.
fn complete(first: &mut Description, second: &mut Description) -> Option<()> {
    if first.distance.is_some() || second.distance.is_some() {
        return None;
    }
    // "5-7 march", "the 5th to 7th of march".
    if let Some(Day::InYear { month, year, .. }) = second.day {
        let day = match first.day {
            None => first.bare_number(),
            Some(Day::InMonth {
                day, months: None, ..
            }) => u8::try_from(day).ok(),
            Some(_) => None,
        };
        if let Some(day) = day {
            *first = Description {
                day: Some(Day::InYear {
                    month,
                    day: i8::try_from(day)
                        .ok()
                        .filter(|day| (1..=31).contains(day))?,
                    year,
                }),
                ..*second
            };
            return Some(());
        }
    }
    // "march 5-7", "the 5th to the 7th".
    if let Some(Day::InYear { month, year, .. }) = first.day
        && !first.has_time()
        && let Some(day) = second.bare_number().or(match second.day {
            Some(Day::InMonth {
                day, months: None, ..
            }) => u8::try_from(day).ok(),
            _ => None,
        })
    {
        *second = Description {
            day: Some(Day::InYear {
                month,
                day: i8::try_from(day)
                    .ok()
                    .filter(|day| (1..=31).contains(day))?,
                year,
            }),
            ..*first
        };
        return Some(());
    }
    // "17 august to 19 august 2013": the year of the end counts for the start.
    if let (
        Some(Day::InYear {
            year: known @ None, ..
        }),
        Some(Day::InYear {
            year: year @ Some(_),
            ..
        }),
    ) = (&mut first.day, second.day)
    {
        *known = year;
    }
    // "october to december".
    if let (
        Some(Day::Period(Period::Named(_, known @ None, _))),
        Some(Day::Period(Period::Named(_, year @ Some(_), _))),
    ) = (&mut first.day, second.day)
    {
        *known = year;
    }
    if first.has_time() != second.has_time() {
        // "friday to saturday 2pm" says two different things.
        return None;
    }
    if first.part.is_none() {
        first.part = second.part.filter(|_| first.clock.is_some());
    } else if second.part.is_none() && second.clock.is_some() {
        second.part = first.part;
    }
    match (first.day, second.day) {
        (None, Some(day)) => first.day = Some(day),
        (Some(day), None) => second.day = Some(day),
        _ => {}
    }
    first.is_today |= second.is_today && first.day == second.day;
    // "2 to 4pm": the half of the day that was said counts for both, if the order allows it.
    if let (Some(a), Some(b)) = (first.clock, second.clock)
        && first.day == second.day
    {
        let (start, end) = in_one_half(a, b, first, second)?;
        first.clock = Some(start);
        second.clock = Some(end);
    }
    Some(())
}

/// Chooses the halves of the day of two times so that the second follows the first soonest.
fn in_one_half(
    a: Clock,
    b: Clock,
    first: &Description,
    second: &Description,
) -> Option<(Clock, Clock)> {
    let time = |clock: Clock, description: &Description| {
        clock
            .time(description.part)
            .map(|(time, days)| (days, time))
    };
    let (start, end) = (time(a, first)?, time(b, second)?);
    match (a.is_guess, b.is_guess) {
        (true, false) if first.part.is_none() => {
            let best = [true, false].into_iter().map(|pm| a.in_half(pm));
            let before = best.filter(|clock| time(*clock, first).is_some_and(|t| t < end));
            Some((
                before.max_by_key(|clock| time(*clock, first)).unwrap_or(a),
                b,
            ))
        }
        (_, true) if second.part.is_none() && end <= start => {
            let best = [false, true].into_iter().map(|pm| b.in_half(pm));
            let after = best.filter(|clock| time(*clock, second).is_some_and(|t| t > start));
            Some((
                a,
                after.min_by_key(|clock| time(*clock, second)).unwrap_or(b),
            ))
        }
        _ => Some((a, b)),
    }
}

fn meaning(words: &Words<'_>, first: &Description, second: &Description) -> Option<Meaning> {
    let moment = words.moment;
    let start = resolve(first, moment, Direction::Future)?;
    match start.value {
        Value::Date(date) => {
            let mut end = resolve(second, moment, Direction::Future)?;
            // A weekday counts from the start, a date goes on into the next year.
            if matches!(second.day, Some(Day::Weekday(_, Which::Coming))) {
                let mut from_start = moment.clone();
                from_start.now = date.to_datetime(moment.now.time());
                end = resolve(second, &from_start, Direction::Future)?;
            }
            let mut last = end.last.unwrap_or(end.value.date());
            if last < date && may_roll(second.day) {
                last = last.checked_add(Span::new().years(1)).ok()?;
            }
            let whole_months = matches!(first.day, Some(Day::Period(_)));
            (last > date || (whole_months && last >= date)).then_some(Meaning::Interval {
                start: start.value,
                end: Value::Date(last),
                grain: Grain::Day,
            })
        }
        Value::Time(time) => {
            let same_day = first.day == second.day;
            let end = resolve(second, moment, Direction::Future)?
                .value
                .date_time();
            let end = if same_day {
                let end = time.date().to_datetime(end.time());
                let next_day = end.date().tomorrow().ok()?.to_datetime(end.time());
                if end > time { end } else { next_day }
            } else {
                end
            };
            (end > time).then_some(Meaning::Interval {
                start: start.value,
                end: Value::Time(end),
                grain: Grain::Minute,
            })
        }
    }
}

fn may_roll(day: Option<Day>) -> bool {
    matches!(
        day,
        Some(
            Day::InYear { year: None, .. }
                | Day::Period(Period::Named(_, None, _))
                | Day::Holiday(_, None, _)
        )
    )
}
