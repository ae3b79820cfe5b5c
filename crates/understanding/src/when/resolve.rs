//! Which date or time a description means, seen from the moment it was said.

use jiff::{
    Span, ToSpan,
    civil::{Date, DateTime, Time},
    tz::{Offset, TimeZone},
};
use tasktalk_domain::{DuePart, due};

use super::{
    Grain, Meaning, Moment, Value,
    calendar::{Day, Days, Period, Which, days, plus_days},
    clock::DayTime,
    description::Description,
    vocabulary::Part,
};

/// A description with its meaning.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Resolved {
    pub(super) value: Value,
    /// The last day, of something longer than a day.
    pub(super) last: Option<Date>,
    pub(super) grain: Grain,
    pub(super) part: DuePart,
    /// Other values the words can have, best first.
    pub(super) others: Vec<Value>,
    /// Whether a weekday was said that the date is not.
    pub(super) wrong_weekday: bool,
}

/// In which direction what was left open is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// The next one.
    Future,
    /// The last one: "since monday".
    Past,
}

/// The meaning of a description; `None` when there is no such time.
pub(super) fn resolve(
    description: &Description,
    moment: &Moment,
    direction: Direction,
) -> Option<Resolved> {
    let time = time_of(description);
    if (description.clock.is_some() || description.part.is_some()) && time.is_none() {
        return None;
    }
    if let Some(distance) = description.distance
        && distance.amount.has_time
    {
        let base = if distance.from_now {
            moment.now
        } else {
            at_time(description, moment, time?, direction)?.0
        };
        let value = after(base, distance.amount.span, moment)?;
        return Some(Resolved::time(value, DuePart::Both));
    }
    let span = description.distance.map(|distance| distance.amount.span);
    if let Some(time) = time {
        let (base, other) = at_time(description, moment, time, direction)?;
        let move_by = |value: DateTime| match span {
            Some(span) => value.checked_add(span).ok(),
            None => Some(value),
        };
        let part = match (description.day, span) {
            (None, None) => DuePart::Time,
            _ => DuePart::Both,
        };
        let value = settled(move_by(base)?, moment);
        let mut resolved = Resolved::time(value, part);
        resolved.wrong_weekday = is_wrong_weekday(description, value.date());
        resolved.others = other
            .into_iter()
            .filter_map(move_by)
            .map(|other| Value::Time(settled(other, moment)))
            .collect();
        return Some(resolved);
    }
    let today = moment.now.date();
    let found = match description.day {
        Some(day) => in_direction(days(day, moment)?, day, moment, direction)?,
        None => days(Day::Offset(0), moment)?,
    };
    let Some(span) = span else {
        let others = found
            .other
            .into_iter()
            .chain(
                description
                    .other_day
                    .and_then(|day| days(day, moment))
                    .map(|days| days.first),
            )
            .map(Value::Date)
            .collect();
        return Some(Resolved {
            value: Value::Date(found.first),
            last: (found.last != found.first).then_some(found.last),
            grain: found.grain,
            part: DuePart::Date,
            others,
            wrong_weekday: is_wrong_weekday(description, found.first),
        });
    };
    let base = if description.day.is_some() {
        found.first
    } else {
        today
    };
    Some(Resolved {
        value: Value::Date(base.checked_add(span).ok()?),
        last: None,
        grain: Grain::Day,
        part: DuePart::Date,
        others: Vec::new(),
        wrong_weekday: false,
    })
}

impl Resolved {
    /// One of its values as an instant.
    pub(super) fn instant(&self, value: Value) -> Meaning {
        Meaning::Instant {
            value,
            last: self.last,
            grain: self.grain,
            part: self.part,
        }
    }

    fn time(value: DateTime, part: DuePart) -> Self {
        Self {
            value: Value::Time(value),
            last: None,
            grain: Grain::Minute,
            part,
            others: Vec::new(),
            wrong_weekday: false,
        }
    }
}

fn is_wrong_weekday(description: &Description, date: Date) -> bool {
    description
        .weekday
        .is_some_and(|weekday| weekday != date.weekday())
}

/// The hours of the parts of the day.
fn part_time(part: Part) -> Time {
    let hour = match part {
        Part::Morning | Part::FirstThing => 9,
        Part::Afternoon => 15,
        Part::EndOfDay => 17,
        Part::Evening => 18,
        Part::Night => 20,
    };
    Time::constant(hour, 0, 0, 0)
}

/// The time of day, the day it falls on, and what else it could be.
fn time_of(description: &Description) -> Option<(DayTime, Option<DayTime>)> {
    let part = description.part;
    match description.clock {
        Some(clock) => Some((clock.time(part)?, clock.other_time(part))),
        None => part.map(|part| ((part_time(part), 0), None)),
    }
}

/// The date and time without its distance, and what else they could be.
fn at_time(
    description: &Description,
    moment: &Moment,
    ((time, shift), other): (DayTime, Option<DayTime>),
    direction: Direction,
) -> Option<(DateTime, Option<DateTime>)> {
    let now = moment.now;
    let today = now.date();
    let on = |date: Date, (time, shift): DayTime| -> Option<DateTime> {
        let local = plus_days(date, i64::from(shift))?.to_datetime(time);
        match description.clock.and_then(|clock| clock.offset) {
            Some(seconds) => {
                let offset = Offset::from_seconds(seconds).ok()?;
                let instant = TimeZone::fixed(offset).to_timestamp(local).ok()?;
                Some(moment.zone.local(instant))
            }
            None => Some(local),
        }
    };
    let said = (time, shift);
    let Some(day) = description.day else {
        if description
            .distance
            .is_some_and(|distance| distance.from_now)
        {
            return Some((on(today, said)?, other.and_then(|other| on(today, other))));
        }
        let nearest = |said: DayTime| -> Option<DateTime> {
            let value = on(today, said)?;
            match direction {
                Direction::Future if value < now => on(today.tomorrow().ok()?, said),
                Direction::Past if value > now => on(today.yesterday().ok()?, said),
                _ => Some(value),
            }
        };
        return Some((nearest(said)?, other.and_then(nearest)));
    };
    let found = in_direction(days(day, moment)?, day, moment, direction)?;
    if found.grain != Grain::Day || found.first != found.last && !matches!(day, Day::Weekend(_)) {
        return None;
    }
    let mut date = found.first;
    if found.today_if_later
        && direction == Direction::Future
        && let Some(earlier) = on(today, said)
        && earlier > now
    {
        date = today;
    }
    let mut value = on(date, said)?;
    let mut other = other.and_then(|other| on(date, other));
    if description.is_today && value < now {
        // "today at 9", said at ten, is in the evening; "tonight", said late, is still tonight.
        if let Some(later) = other.filter(|other| *other > now) {
            (value, other) = (later, Some(value));
        } else if description.clock.is_none()
            && matches!(
                description.part,
                Some(Part::Evening | Part::Night | Part::EndOfDay)
            )
        {
            value = later_today(now);
        }
    }
    Some((value, other))
}

/// The next full hour of the day, or its last minute.
fn later_today(now: DateTime) -> DateTime {
    let hour = now.hour() + 1;
    if hour < 24 {
        now.date().at(hour, 0, 0, 0)
    } else {
        now.date().at(23, 59, 0, 0)
    }
}

/// "since monday" means the last one.
fn in_direction(found: Days, day: Day, moment: &Moment, direction: Direction) -> Option<Days> {
    let today = moment.now.date();
    if direction == Direction::Future || found.first <= today {
        return Some(found);
    }
    let back = match day {
        Day::Weekday(..) => 7.days(),
        Day::Holiday(holiday, None, _) => {
            return days(Day::Holiday(holiday, None, Which::Last), moment);
        }
        Day::InYear { year: None, .. } | Day::Period(Period::Named(_, None, _)) => 1.year(),
        Day::InMonth { months: None, .. } => 1.month(),
        _ => return Some(found),
    };
    let first = found.first.checked_sub(back).ok()?;
    Some(Days {
        first,
        last: found.last.checked_sub(back).ok()?,
        ..found
    })
}

/// A time so much later. Hours are hours that pass, whatever the clocks do; days are days of the calendar.
fn after(base: DateTime, span: Span, moment: &Moment) -> Option<DateTime> {
    let base = if span.get_seconds() == 0 {
        base.with().second(0).subsec_nanosecond(0).build().ok()?
    } else {
        base.with().subsec_nanosecond(0).build().ok()?
    };
    let zoned = moment
        .zone
        .time_zone()
        .to_ambiguous_zoned(base)
        .compatible()
        .ok()?;
    Some(zoned.checked_add(span).ok()?.datetime())
}

/// A local time that does not exist moves forward by the gap.
fn settled(local: DateTime, moment: &Moment) -> DateTime {
    let instant = due::instant(local, &moment.zone);
    let shown = moment.zone.local(instant);
    if instant == jiff::Timestamp::MAX {
        local
    } else {
        shown
    }
}
