//! Days and periods as they were said, and which days they mean: "next friday", "3 march", "the end of the month".

use jiff::{
    Span, ToSpan,
    civil::{Date, Weekday},
};

use super::{
    Grain, Moment, holidays,
    vocabulary::{Edge, Holiday},
};

/// A day, or a period, as it was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Day {
    /// So many days from today.
    Offset(i32),
    /// The next, or last, of these weekdays.
    Weekday(Weekday, Which),
    /// A weekday of the week so many weeks from this one.
    WeekdayOfWeek(Weekday, i32),
    /// A weekday, and so many weeks later: "friday week".
    WeekdayAndWeeks(Weekday, i32),
    /// A day of a month.
    InYear {
        month: i8,
        day: i8,
        year: Option<i16>,
    },
    /// A day of the month, of the next month that has it or of the month so many months from this one.
    InMonth {
        day: i8,
        months: Option<i32>,
        /// The weekday it must be: "friday the 13th".
        weekday: Option<Weekday>,
    },
    /// One certain day.
    Exact(Date),
    /// The nth weekday, or day, of a period; negative from its end.
    Nth(i8, Option<Weekday>, Period),
    /// The nth weekend of a period.
    NthWeekend(i8, Period),
    /// The beginning, middle or end of a period.
    Edge(Edge, Period),
    /// A holiday.
    Holiday(Holiday, Option<i16>, Which),
    /// A whole period.
    Period(Period),
    /// Saturday and Sunday of the week so many weeks from this one.
    Weekend(i32),
}

/// Which one of those that come again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The next one: bare, "this", "coming".
    Coming,
    /// "next": in the week, month or year after this one.
    Next,
    /// The one before now.
    Last,
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Period {
    /// The week, month or year so many from the current one.
    Week(i32),
    /// See [`Self::Week`].
    Month(i32),
    /// The current month, or the next when its day is over: "the last friday of the month".
    AnyMonth,
    /// See [`Self::Week`].
    Quarter(i32),
    /// See [`Self::Week`].
    Year(i32),
    /// A month with a name.
    Named(i8, Option<i16>, Which),
    /// A year with a number.
    Numbered(i16),
    /// A quarter with a number, 1 to 4.
    NumberedQuarter(i8, Option<i16>),
}

/// The days that a [`Day`] means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// The day, or the first day of the period.
    pub(super) first: Date,
    /// The last day of the period.
    pub(super) last: Date,
    pub(super) grain: Grain,
    /// Another day that the words can mean.
    pub(super) other: Option<Date>,
    /// Whether it would be today if the time said with it is still to come.
    pub(super) today_if_later: bool,
}

impl Days {
    fn day(date: Date) -> Self {
        Self {
            first: date,
            last: date,
            grain: Grain::Day,
            other: None,
            today_if_later: false,
        }
    }
}

/// Which days are meant; `None` when there is no such day.
pub(super) fn days(day: Day, moment: &Moment) -> Option<Days> {
    let today = moment.now.date();
    Some(match day {
        Day::Offset(offset) => Days::day(plus_days(today, i64::from(offset))?),
        Day::Weekday(weekday, which) => one_weekday(weekday, which, moment)?,
        Day::WeekdayOfWeek(weekday, weeks) => Days::day(in_week(weekday, weeks, moment)?),
        Day::WeekdayAndWeeks(weekday, weeks) => {
            Days::day(plus_days(coming(weekday, today)?, 7 * i64::from(weeks))?)
        }
        Day::InYear { month, day, year } => {
            // 29 February comes again within eight years.
            let mut years = year.map_or(today.year()..=today.year() + 8, |year| year..=year);
            Days::day(years.find_map(|candidate| {
                let date = Date::new(candidate, month, day).ok()?;
                (year.is_some() || date >= today).then_some(date)
            })?)
        }
        Day::InMonth {
            day,
            months: Some(months),
            ..
        } => {
            let first = plus_months(today, months)?.first_of_month();
            Days::day(Date::new(first.year(), first.month(), day).ok()?)
        }
        Day::InMonth {
            day,
            months: None,
            weekday,
        } => Days::day((0..36).find_map(|months| {
            let month = plus_months(today.first_of_month(), months)?;
            let date = Date::new(month.year(), month.month(), day).ok()?;
            let fits = weekday.is_none_or(|weekday| date.weekday() == weekday);
            (date >= today && fits).then_some(date)
        })?),
        Day::Exact(date) => Days::day(date),
        Day::Nth(n, weekday, period) => {
            let mut spans = candidates(period, moment)?;
            Days::day(spans.find_map(|(first, last)| {
                nth(n, weekday, first, last).filter(|day| *day >= today || !is_open(period))
            })?)
        }
        Day::NthWeekend(n, period) => {
            // Both days lie in the period: the last weekend ends with its last Sunday.
            let weekday = if n > 0 {
                Weekday::Saturday
            } else {
                Weekday::Sunday
            };
            let found = days(Day::Nth(n, Some(weekday), period), moment)?;
            let saturday = plus_days(found.first, if n > 0 { 0 } else { -1 })?;
            Days {
                first: saturday,
                last: saturday.tomorrow().ok()?,
                ..found
            }
        }
        Day::Edge(edge, period) => {
            let mut spans = candidates(period, moment)?;
            let (first, date) = spans.find_map(|(first, last)| {
                let days = i64::from((last - first).get_days());
                let date = match edge {
                    Edge::Start => first,
                    // The 15th of a month, the Wednesday of a week.
                    Edge::Middle => plus_days(first, (days - 1) / 2)?,
                    Edge::End => last,
                };
                (date >= today || !is_open(period)).then_some((first, date))
            })?;
            let mut found = Days::day(date);
            if edge == Edge::End && matches!(period, Period::Week(_)) {
                found.other = weekday_between(Weekday::Friday, first);
            }
            found
        }
        Day::Holiday(holiday, Some(year), _) => Days::day(holidays::date(holiday, year)?),
        Day::Holiday(holiday, None, Which::Last) => {
            let year = today.year();
            Days::day(
                holidays::date(holiday, year)
                    .filter(|date| *date < today)
                    .or_else(|| holidays::date(holiday, year - 1))?,
            )
        }
        Day::Holiday(holiday, None, _) => {
            let year = today.year();
            Days::day(
                holidays::date(holiday, year)
                    .filter(|date| *date >= today)
                    .or_else(|| holidays::date(holiday, year.checked_add(1)?))?,
            )
        }
        Day::Period(period) => {
            let (first, last) = candidates(period, moment)?.next()?;
            Days {
                last,
                grain: match period {
                    Period::Week(_) => Grain::Week,
                    Period::Month(_) | Period::AnyMonth | Period::Named(..) => Grain::Month,
                    Period::Quarter(_) | Period::NumberedQuarter(..) => Grain::Quarter,
                    Period::Year(_) | Period::Numbered(_) => Grain::Year,
                },
                ..Days::day(first)
            }
        }
        Day::Weekend(weeks) => {
            // Sunday belongs to the weekend that is going on, whenever weeks begin.
            let saturday = in_week_from_monday(Weekday::Saturday, weeks, today)?;
            Days {
                last: plus_days(saturday, 1)?,
                grain: Grain::Day,
                ..Days::day(saturday)
            }
        }
    })
}

fn one_weekday(weekday: Weekday, which: Which, moment: &Moment) -> Option<Days> {
    let today = moment.now.date();
    let next = coming(weekday, today)?;
    Some(match which {
        Which::Coming => Days {
            today_if_later: weekday == today.weekday(),
            ..Days::day(next)
        },
        Which::Next => {
            let in_next_week = in_week(weekday, 1, moment)?;
            Days {
                other: (next != in_next_week).then_some(next),
                ..Days::day(in_next_week)
            }
        }
        Which::Last => {
            let is_today = weekday == today.weekday();
            let before = plus_days(next, if is_today { -14 } else { -7 })?;
            let in_last_week = in_week(weekday, -1, moment)?;
            Days {
                other: (before != in_last_week).then_some(in_last_week),
                ..Days::day(before)
            }
        }
    })
}

/// The first of these weekdays after a day.
fn coming(weekday: Weekday, after: Date) -> Option<Date> {
    let ahead = i64::from(weekday.since(after.weekday()));
    plus_days(after, if ahead == 0 { 7 } else { ahead })
}

/// The first of these weekdays after a day, or the last before it.
pub(super) fn weekday_near(weekday: Weekday, day: Date, before: bool) -> Option<Date> {
    let after = coming(weekday, day)?;
    let same = weekday == day.weekday();
    plus_days(
        after,
        if !before {
            0
        } else if same {
            -14
        } else {
            -7
        },
    )
}

/// The weekday in the week so many weeks after this one.
fn in_week(weekday: Weekday, weeks: i32, moment: &Moment) -> Option<Date> {
    let first = week_start(moment)?;
    let into = i64::from(weekday.since(first.weekday()));
    plus_days(first, into + 7 * i64::from(weeks))
}

fn in_week_from_monday(weekday: Weekday, weeks: i32, today: Date) -> Option<Date> {
    let monday = plus_days(today, -i64::from(today.weekday().since(Weekday::Monday)))?;
    let into = i64::from(weekday.since(Weekday::Monday));
    plus_days(monday, into + 7 * i64::from(weeks))
}

fn week_start(moment: &Moment) -> Option<Date> {
    let today = moment.now.date();
    let into = today.weekday().since(moment.locale.week_starts_on());
    plus_days(today, -i64::from(into))
}

fn weekday_between(weekday: Weekday, first: Date) -> Option<Date> {
    plus_days(first, i64::from(weekday.since(first.weekday())))
}

/// Whether a later one of the same kind is meant when this one is over.
fn is_open(period: Period) -> bool {
    matches!(
        period,
        Period::AnyMonth | Period::Named(_, None, Which::Coming) | Period::NumberedQuarter(_, None)
    )
}

/// The first and last days of a period; of one that comes again, of the next ones too.
fn candidates(period: Period, moment: &Moment) -> Option<impl Iterator<Item = (Date, Date)>> {
    let today = moment.now.date();
    let month = today.first_of_month();
    let (first, length, step, repeats) = match period {
        Period::Week(weeks) => {
            let first = plus_days(week_start(moment)?, 7 * i64::from(weeks))?;
            (first, 1.week(), 1.week(), 1)
        }
        Period::Month(months) => (plus_months(month, months)?, 1.month(), 1.month(), 1),
        Period::AnyMonth => (month, 1.month(), 1.month(), 12),
        Period::Quarter(quarters) => {
            let into = i32::from((today.month() - 1) % 3);
            let first = plus_months(month, quarters.checked_mul(3)?.checked_sub(into)?)?;
            (first, 3.months(), 3.months(), 1)
        }
        Period::Year(years) => {
            let first = today
                .first_of_year()
                .checked_add(Span::new().try_years(years).ok()?);
            (first.ok()?, 1.year(), 1.year(), 1)
        }
        Period::Named(month, Some(year), _) => {
            (Date::new(year, month, 1).ok()?, 1.month(), 1.month(), 1)
        }
        Period::Named(month, None, which) => {
            let this_year = Date::new(today.year(), month, 1).ok()?;
            let years = match which {
                Which::Coming => i32::from(month < today.month()),
                Which::Next => i32::from(month <= today.month()),
                Which::Last => -i32::from(month >= today.month()),
            };
            let first = this_year.checked_add(Span::new().years(years)).ok()?;
            (first, 1.month(), 1.year(), 10)
        }
        Period::NumberedQuarter(quarter, year) => {
            let month = 3 * quarter - 2;
            let this_year = Date::new(year.unwrap_or(today.year()), month, 1).ok()?;
            let is_over = year.is_none() && month + 2 < today.month();
            let first = this_year
                .checked_add(Span::new().years(i32::from(is_over)))
                .ok()?;
            (first, 3.months(), 1.year(), 10)
        }
        Period::Numbered(year) => (Date::new(year, 1, 1).ok()?, 1.year(), 1.year(), 1),
    };
    let mut next = Some(first);
    Some(
        std::iter::from_fn(move || {
            let first = next?;
            next = first.checked_add(step).ok();
            let last = first.checked_add(length).ok()?.yesterday().ok()?;
            Some((first, last))
        })
        .take(repeats),
    )
}

/// The nth weekday, or day, between two days.
fn nth(n: i8, weekday: Option<Weekday>, first: Date, last: Date) -> Option<Date> {
    let (ahead, back, step) = match weekday {
        Some(weekday) => (
            weekday.since(first.weekday()),
            last.weekday().since(weekday),
            7,
        ),
        None => (0, 0, 1),
    };
    let date = if n > 0 {
        plus_days(first, i64::from(ahead) + step * (i64::from(n) - 1))
    } else {
        plus_days(last, -i64::from(back) - step * (-i64::from(n) - 1))
    };
    date.filter(|date| (first..=last).contains(date))
}

pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

pub(super) fn plus_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(Span::new().try_months(months).ok()?).ok()
}
