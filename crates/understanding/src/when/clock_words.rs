//! Reads times of day: "5pm", "17:00", "half past seven", "quarter to nine", "noon", "5 o'clock".

use super::{
    amount::unit,
    clock::Clock,
    numbers::cardinal,
    vocabulary::{Part, Term, Unit},
    words::{Read, Words},
    zones::zone_offset,
};

/// What stands before a time and makes more of it believable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing: only what can be nothing else.
    None,
    /// What may be a day: "half 7" and "12.30" are times too.
    Near,
    /// A day: so is a number, where the part of the sentence ends: "thursday 9".
    Beside,
    /// As [`Self::Beside`], with the day behind it: so may a number be.
    Before,
    /// "from", "between", "to": "5" is a time too, but "5 to 7" are two.
    Number,
    /// "at", "by", "until", …: "5" is a time too, and "ten to six".
    Word,
}

impl Lead {
    /// Whether a number alone is no time behind it.
    fn is_weak(self) -> bool {
        matches!(self, Self::None | Self::Near | Self::Beside | Self::Before)
    }

    /// Whether a number from 1 to 12 alone is a time all the same, when it ends here.
    fn takes_number(self, words: &Words<'_>, end: usize) -> bool {
        match self {
            Self::Before => true,
            Self::Beside => words.is_last(end),
            Self::None | Self::Near | Self::Number | Self::Word => false,
        }
    }
}

/// Reads a time of day.
pub(super) fn clock(words: &Words<'_>, at: usize, lead: Lead) -> Read<Clock> {
    let (clock, next) = named(words, at)
        .or_else(|| this_time(words, at))
        .or_else(|| before_or_past(words, at, lead))
        .or_else(|| hour_then_minutes(words, at, lead))
        .or_else(|| digits(words, at, lead))
        .or_else(|| spoken(words, at, lead))?;
    let next = if words.has(next, Term::Exactly) {
        next + 1
    } else {
        next
    };
    let (offset, next) = zone_offset(words, next);
    Some((Clock { offset, ..clock }, next))
}

fn named(words: &Words<'_>, at: usize) -> Read<Clock> {
    let hour = words.pick(at, |term| match term {
        Term::Hour(hour) => Some(hour),
        _ => None,
    })?;
    let clock = Clock {
        is_word: true,
        ..Clock::exact(hour, 0)
    };
    Some((clock, at + 1))
}

/// "this time tomorrow", "same time next week": the time it is now.
fn this_time(words: &Words<'_>, at: usize) -> Read<Clock> {
    let start = words.skip(at, Term::The);
    let same = words.has_any(start, &[Term::This, Term::Same]);
    if !same || !words.has(start + 1, Term::Time) {
        return None;
    }
    // Only beside a day: "this time" alone is no time.
    super::days::day(words, words.skip(start + 2, Term::On))?;
    let now = words.moment.now;
    Some((Clock::exact(now.hour(), now.minute()), start + 2))
}

/// "half past seven", "quarter to nine", "twenty past four", "10 minutes to 6".
fn before_or_past(words: &Words<'_>, at: usize, lead: Lead) -> Read<Clock> {
    if at > 0 && words.has(at - 1, Term::OfDay) {
        return None;
    }
    let (minutes, mut next, sure) = if words.has(at, Term::Half) {
        (30, at + 1, true)
    } else {
        let quarter = words.skip(at, Term::A);
        if words.has(quarter, Term::Quarter) {
            (15, quarter + 1, true)
        } else {
            let (minutes, next) = cardinal(words, at)?;
            let unit = words.has(next, Term::Unit(Unit::Minute));
            let usual = matches!(minutes, 5 | 10 | 20 | 25);
            if !(usual || unit) || !(1..60).contains(&minutes) {
                return None;
            }
            (i8::try_from(minutes).ok()?, next + usize::from(unit), unit)
        }
    };
    let to = words.has(next, Term::To) || (words.has(next, Term::Before) && sure);
    let past = words.has(next, Term::Past) || (words.has(next, Term::After) && sure);
    // "fünf vor halb acht" counts from the half hour before.
    let mut half = 0;
    if to || past {
        next += 1;
        if words.language.half_is_before && words.has(next, Term::Half) {
            half = 30;
            next += 1;
        }
    } else if minutes != 30 || lead == Lead::None && !words.language.half_is_before {
        return None;
    }
    let minutes_said = words.number(at).is_some();
    let (mut clock, mut end) = named(words, next).or_else(|| {
        let (hour, end) = cardinal(words, next)?;
        let hour = i8::try_from(hour)
            .ok()
            .filter(|hour| (1..=12).contains(hour))?;
        Some((Clock::guess(hour, 0), words.skip(end, Term::OClock)))
    })?;
    if clock.is_guess
        && let Some((pm, after)) = meridiem(words, end)
    {
        clock = clock.in_half(pm);
        end = after;
    }
    // "ten to six" alone may count things, and "from ten to six" two times.
    let half_said = !minutes_said && (!clock.is_guess || part_follows(words, end));
    if to && !sure && !half_said && half == 0 && lead != Lead::Word {
        return None;
    }
    if to || (!past && words.language.half_is_before) {
        clock.before = half + minutes;
    } else if half > 0 {
        clock.before = half - minutes;
    } else {
        // "half past midnight" is a time of the next day.
        clock.minute = minutes;
    }
    Some((clock, end))
}

/// "cinco y media", "cinco y diez", "5 menos cuarto".
fn hour_then_minutes(words: &Words<'_>, at: usize, lead: Lead) -> Read<Clock> {
    let (hour, next) = cardinal(words, at)?;
    let hour = i8::try_from(hour).ok().filter(|hour| *hour < 24)?;
    let less = words.has(next, Term::Less);
    if !(less || words.has(next, Term::Plus)) {
        return None;
    }
    let (minutes, end) = if words.has(next + 1, Term::Half) && !less {
        (30, next + 2)
    } else if words.has(next + 1, Term::Quarter) {
        (15, next + 2)
    } else {
        let (minutes, end) = cardinal(words, next + 1)?;
        let usual = minutes % 5 == 0 && (5..60).contains(&minutes);
        // "5 y 10" counts things, if nothing leads to a time.
        if !usual || lead.is_weak() || words.content_follows(end) && unit(words, end).is_none() {
            return None;
        }
        let end = words.skip(end, Term::Unit(Unit::Minute));
        (i8::try_from(minutes).ok()?, end)
    };
    // "dos y media horas".
    if words.has(end, Term::Unit(Unit::Hour)) {
        return None;
    }
    let (before, minute) = if less { (minutes, 0) } else { (0, minutes) };
    let clock = Clock {
        before,
        ..Clock::guess(hour, minute)
    };
    Some(match meridiem(words, end) {
        Some((pm, after)) if clock.is_guess => (clock.in_half(pm), after),
        _ => (clock, end),
    })
}

/// The word after "h" or "horas", behind an hour.
fn hour_mark(words: &Words<'_>, at: usize, lead: Lead) -> Option<usize> {
    let counts = words.has(at, Term::Unit(Unit::Hour));
    let believed = match lead {
        Lead::Word | Lead::Number => true,
        Lead::Near | Lead::Beside | Lead::Before => !counts,
        Lead::None => false,
    };
    (believed && words.has(at, Term::HourMark)).then_some(at + 1)
}

/// Whether number words say a time such as "ten to six".
pub(super) fn minutes_to_hour(words: &Words<'_>, at: usize) -> bool {
    words.number(at).is_none() && before_or_past(words, at, Lead::Word).is_some()
}

/// "5pm", "17:00", "5.30 pm", "17h30", "at 5", "at 1730".
fn digits(words: &Words<'_>, at: usize, lead: Lead) -> Read<Clock> {
    let hour = words.number(at)?;
    let mut next = at + 1;
    let mut minute = 0;
    let mut second = 0;
    let mut plain = true;
    if words.is_inner_sign(next, ':') {
        let minutes = words.number(next + 1).filter(|n| n.digits == 2)?;
        minute = minutes.value;
        next += 2;
        plain = false;
        if words.is_inner_sign(next, ':')
            && let Some(seconds) = words.number(next + 1).filter(|n| n.digits == 2)
        {
            second = seconds.value;
            next += 2;
            // Fractions of a second are read over.
            if words.is_inner_sign(next, '.') && words.number(next + 1).is_some() {
                next += 2;
            }
        }
    } else if words.is_inner_sign(next, '.')
        && let Some(minutes) = words.number(next + 1).filter(|n| n.digits == 2)
        && (lead != Lead::None
            || meridiem(words, next + 2).is_some()
            || words.has(next + 2, Term::OClock))
    {
        minute = minutes.value;
        next += 2;
        plain = false;
    } else if words.is_glued(next) && words.has(next, Term::Letter(Unit::Hour)) {
        next += 1;
        plain = false;
        if words.is_glued(next)
            && let Some(minutes) = words.number(next).filter(|n| n.digits == 2)
        {
            minute = minutes.value;
            next += 1;
        }
    } else if hour.digits == 4 {
        return military(words, at, lead);
    }
    if hour.digits > 2 {
        return None;
    }
    let (value, minute, second) = (
        i8::try_from(hour.value).ok()?,
        i8::try_from(minute).ok()?,
        i8::try_from(second).ok()?,
    );
    let pm = meridiem(words, next);
    let in_range = minute < 60
        && second < 60
        && match pm {
            Some(_) => (1..=12).contains(&value),
            None => value < 24 || (value == 24 && minute == 0 && second == 0),
        };
    if !in_range {
        let said = words.has(next, Term::OClock);
        if !plain || pm.is_some() || said {
            let end = if said { next + 1 } else { next };
            words.forbid(at, pm.map_or(end, |(_, end)| end));
        }
        return None;
    }
    if let Some((pm, end)) = pm {
        let clock = Clock {
            second,
            ..Clock::exact(value, minute)
        };
        return Some((clock.in_half(pm), end));
    }
    if words.has(next, Term::OClock) {
        let (minute, end) = if plain {
            minutes_behind(words, next + 1)
        } else {
            (minute, next + 1)
        };
        return Some((Clock::guess(value, minute), end));
    }
    // "20 h" alone may be a length of time, but few last so long.
    let late = plain && (13..24).contains(&value) && !words.has(next, Term::Unit(Unit::Hour));
    let mark_lead = if plain && !late { lead } else { Lead::Word };
    if let Some(end) = hour_mark(words, next, mark_lead) {
        return Some((
            Clock {
                second,
                ..Clock::guess(value, minute)
            },
            end,
        ));
    }
    // "12 noon", "12 midnight".
    if value == 12
        && let Some(named) = named(words, next)
    {
        return Some(named);
    }
    // "at 3p".
    if lead != Lead::None && words.is_glued(next) && (1..=12).contains(&value) {
        let half = words.pick(next, |term| match term {
            Term::MeridiemLetter(pm) => Some(pm),
            _ => None,
        });
        if let Some(pm) = half {
            return Some((Clock::exact(value, minute).in_half(pm), next + 1));
        }
    }
    // "6 in the afternoon", "5ish".
    let ish = words.is_glued(next) && words.has(next, Term::Exactly);
    if (1..=12).contains(&value) && (part_follows(words, next) || ish) {
        return Some((Clock::guess(value, minute), next));
    }
    if plain {
        let inner = words.is_inner_sign(next, '.') || words.is_inner_sign(next, ',');
        let of_clock = (1..=12).contains(&value);
        if inner || lead.is_weak() && !(of_clock && lead.takes_number(words, next)) {
            return None;
        }
        return Some((Clock::of_number(u8::try_from(hour.value).ok()?)?, next));
    }
    let is_guess = hour.digits == 1 || value >= 10;
    let clock = if is_guess {
        Clock::guess(value, minute)
    } else {
        Clock::exact(value, minute)
    };
    Some((Clock { second, ..clock }, next))
}

/// "17 Uhr 30": the minutes behind the word for the hour, and the word after.
fn minutes_behind(words: &Words<'_>, at: usize) -> (i8, usize) {
    match cardinal(words, at) {
        Some((minutes @ 1..60, end))
            if words.language.half_is_before
                && unit(words, end).is_none()
                && !words.is_inner_sign(end, '.') =>
        {
            (i8::try_from(minutes).unwrap_or_default(), end)
        }
        _ => (0, at),
    }
}

/// "at 1730", "0900 hours".
fn military(words: &Words<'_>, at: usize, lead: Lead) -> Read<Clock> {
    let number = words.number(at)?;
    let hours = words.has_any(at + 1, &[Term::Unit(Unit::Hour), Term::Letter(Unit::Hour)]);
    let (hour, minute) = (number.value / 100, number.value % 100);
    if lead.is_weak() || hour > 23 || minute > 59 {
        return None;
    }
    let clock = Clock::exact(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?);
    Some((clock, at + 1 + usize::from(hours)))
}

/// "seven", "seven thirty", "eight fifteen pm", "twelve o'clock".
fn spoken(words: &Words<'_>, at: usize, lead: Lead) -> Read<Clock> {
    if words.number(at).is_some() {
        return None;
    }
    let (hour, mut next) = cardinal(words, at)?;
    let said = words.has(next, Term::OClock);
    let late = said || words.language.hours_to_24;
    let hour = u8::try_from(hour)
        .ok()
        .filter(|hour| (1..=12).contains(hour) || late && (13..24).contains(hour))?;
    let mut minute = 0;
    let zero = words.skip(next, Term::Cardinal(0));
    if let Some((minutes, end)) = cardinal(words, zero)
        && words.number(zero).is_none()
        && (if zero > next {
            (1..10).contains(&minutes)
        } else {
            (10..60).contains(&minutes)
        })
        && unit(words, end).is_none()
    {
        minute = i8::try_from(minutes).ok()?;
        next = end;
    }
    let value = i8::try_from(hour).ok()?;
    if let Some((pm, end)) = meridiem(words, next) {
        return Some((Clock::exact(value, minute).in_half(pm), end));
    }
    if said {
        let (minute, end) = minutes_behind(words, next + 1);
        return Some((Clock::guess(value, minute), end));
    }
    if words.has(next, Term::OClock) {
        return Some((Clock::guess(value, minute), next + 1));
    }
    if let Some(end) = hour_mark(words, next, lead) {
        return Some((Clock::guess(value, minute), end));
    }
    if value == 12
        && minute == 0
        && let Some(named) = named(words, next)
    {
        return Some(named);
    }
    if part_follows(words, next) {
        return Some((Clock::guess(value, minute), next));
    }
    if lead.is_weak() && !lead.takes_number(words, next) {
        return None;
    }
    let bare = (minute == 0).then_some(hour);
    Some((
        Clock {
            bare,
            ..Clock::guess(value, minute)
        },
        next,
    ))
}

/// Whether "in the morning" or "at night" follows, which only times have before them.
fn part_follows(words: &Words<'_>, at: usize) -> bool {
    let said = words.pick(at, |term| match term {
        Term::AtPart(part) => Some(part),
        _ => None,
    });
    if said.is_some() {
        return true;
    }
    let next = words.skip(at + 1, Term::The);
    let part = words.pick(next, |term| match term {
        Term::Part(part) => Some(part),
        _ => None,
    });
    match part {
        Some(Part::Morning | Part::Afternoon | Part::Evening) => {
            words.has(at, Term::In) && next > at + 1
        }
        Some(Part::Night) => words.has(at, Term::At) || (words.has(at, Term::In) && next > at + 1),
        Some(Part::FirstThing | Part::EndOfDay) | None => false,
    }
}

/// "am", "p.m.", and whether it is the second half of the day.
fn meridiem(words: &Words<'_>, at: usize) -> Read<bool> {
    let word = words.pick(at, |term| match term {
        Term::Meridiem(pm) => Some(pm),
        _ => None,
    });
    if let Some(pm) = word {
        return Some((pm, at + 1));
    }
    let pm = words.pick(at, |term| match term {
        Term::MeridiemLetter(pm) => Some(pm),
        _ => None,
    })?;
    if words.is_sign(at + 1, '.') && words.is_glued(at + 1) && words.has(at + 2, Term::MeridiemEnd)
    {
        let end = at + 3;
        let dotted = words.is_sign(end, '.') && words.is_glued(end);
        return Some((pm, end + usize::from(dotted)));
    }
    if words.has(at + 1, Term::MeridiemEnd) && !words.is_glued(at + 1) {
        return Some((pm, at + 2));
    }
    None
}
