//! What a date expression means.

use std::fmt;

use jiff::{
    SpanFieldwise,
    civil::{Date, DateTime},
};
use tasktalk_domain::{Due, DuePart, Recurrence};

use super::Moment;

/// A day or a local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// A day.
    Date(Date),
    /// A local date and time in the user's zone.
    Time(DateTime),
}

/// How exactly a value was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grain {
    /// A time of day.
    Minute,
    /// A day.
    Day,
    /// A week; the value is its first day.
    Week,
    /// A month; the value is its first day.
    Month,
    /// A quarter of a year; the value is its first day.
    Quarter,
    /// A year; the value is its first day.
    Year,
}

/// What an expression means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// A day, a time, or a week, month or year as a whole: "friday 3pm", "next month".
    Instant {
        /// The time, the day, or the first day.
        value: Value,
        /// The last day, when `grain` is longer than a day.
        last: Option<Date>,
        /// How exact it is.
        grain: Grain,
        /// Whether a day, a time or both were said.
        part: DuePart,
    },
    /// From one time or day to another, both included: "from 9:30 to 11", "5-7 march".
    Interval {
        /// The first.
        start: Value,
        /// The last.
        end: Value,
        /// How exact both are.
        grain: Grain,
    },
    /// Up to ("by friday", "before noon") or from a time on ("after 5", "since monday"). One of the two is there.
    OpenInterval {
        /// The first.
        start: Option<Value>,
        /// The last.
        end: Option<Value>,
        /// How exact it is.
        grain: Grain,
        /// Whether a day, a time or both were said.
        part: DuePart,
    },
    /// "for two hours".
    Duration(SpanFieldwise),
    /// "every tuesday at 6pm".
    Recurrence {
        /// How it repeats.
        rule: Recurrence,
        /// The first time.
        first: Value,
        /// How exact the first time is.
        grain: Grain,
    },
}

impl Value {
    /// Its day.
    pub fn date(self) -> Date {
        match self {
            Self::Date(date) => date,
            Self::Time(time) => time.date(),
        }
    }

    /// As local time; a day is its midnight.
    pub fn date_time(self) -> DateTime {
        match self {
            Self::Date(date) => date.at(0, 0, 0, 0),
            Self::Time(time) => time,
        }
    }

    fn due(self, moment: &Moment) -> Due {
        match self {
            Self::Date(date) => Due::on(date),
            Self::Time(time) => Due::at(time, moment.zone.clone()),
        }
    }
}

impl Meaning {
    /// When a task is due that was said to be then. "By friday" is due on friday, "after 5" at five; an interval at its
    /// start; of a week, month or year that has begun the last day counts, of one to come the first. A duration is no
    /// due date.
    pub fn due(&self, moment: &Moment) -> Option<Due> {
        let value = match self {
            Self::Instant {
                value,
                last: Some(last),
                ..
            } if value.date() < moment.now.date() => Value::Date(*last),
            Self::Instant { value, .. } => *value,
            Self::Interval { start, end, .. } if start.date_time() <= moment.now => {
                if matches!(start, Value::Date(date) if *date == moment.now.date()) {
                    *start
                } else {
                    *end
                }
            }
            Self::Interval { start, .. } => *start,
            Self::OpenInterval { start, end, .. } => (*end).or(*start)?,
            Self::Duration(_) => return None,
            Self::Recurrence { first, .. } => *first,
        };
        Some(value.due(moment))
    }

    /// Which part of a due date the words named.
    pub fn due_part(&self) -> Option<DuePart> {
        match self {
            Self::Instant { part, .. } | Self::OpenInterval { part, .. } => Some(*part),
            Self::Interval { start, .. } | Self::Recurrence { first: start, .. } => {
                Some(match start {
                    Value::Date(_) => DuePart::Date,
                    Value::Time(_) => DuePart::Both,
                })
            }
            Self::Duration(_) => None,
        }
    }

    /// How it repeats, when it does.
    pub fn recurrence(&self) -> Option<&Recurrence> {
        match self {
            Self::Recurrence { rule, .. } => Some(rule),
            _ => None,
        }
    }

    /// The first and the last day it covers, for showing the tasks of a time: "next week", "by friday". An open end is
    /// `None`; a duration covers no days.
    pub fn days(&self) -> Option<(Option<Date>, Option<Date>)> {
        match self {
            Self::Instant { value, last, .. } => {
                Some((Some(value.date()), Some(last.unwrap_or(value.date()))))
            }
            Self::Interval { start, end, .. } => Some((Some(start.date()), Some(end.date()))),
            Self::OpenInterval { start, end, .. } => {
                Some((start.map(Value::date), end.map(Value::date)))
            }
            Self::Duration(_) => None,
            Self::Recurrence { first, .. } => Some((Some(first.date()), Some(first.date()))),
        }
    }
}

impl fmt::Display for Value {
    /// `2026-11-27` or `2026-11-27T15:00:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Time(time) => time.fmt(f),
        }
    }
}

impl Grain {
    /// The word used in every interface.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}
