//! The rule itself: checked parts in a canonical order.

use jiff::civil::{Date, DateTime, Weekday};
use serde::{Deserialize, Serialize};

/// A recurrence rule of RFC 5545, section 3.3.10, as far as a list of tasks needs it. Its text form is canonical: two
/// equal rules have the same text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Rule(RuleParts);

/// What a rule consists of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RuleParts {
    /// `FREQ`: the period that repeats.
    pub frequency: Frequency,
    /// `INTERVAL`: every how many periods, 1 to 999.
    pub interval: u16,
    /// `BYMONTH`: only in these months, 1 to 12.
    pub months: Vec<i8>,
    /// `BYMONTHDAY`: on these days of the month, 1 to 31, or from its end, -1 to -31.
    pub month_days: Vec<i8>,
    /// `BYDAY`: on these weekdays.
    pub days: Vec<RuleDay>,
    /// `BYSETPOS`: only the nth of the days that the other parts give in one period; negative from the last.
    pub positions: Vec<i16>,
    /// `COUNT` or `UNTIL`: when it is over.
    pub end: Option<RuleEnd>,
    /// `WKST`: the day on which weeks begin.
    pub week_start: Weekday,
}

/// The period that repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frequency {
    /// Days.
    Daily,
    /// Weeks.
    Weekly,
    /// Months.
    Monthly,
    /// Years.
    Yearly,
}

/// A weekday of a rule: all of them, or the nth of the month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RuleDay {
    /// 0: every one. 1: the first of the month or year. -1: the last.
    pub ordinal: i8,
    /// Which weekday.
    pub weekday: Weekday,
}

impl RuleDay {
    /// Every one of these weekdays.
    pub fn every(weekday: Weekday) -> Self {
        Self {
            ordinal: 0,
            weekday,
        }
    }
}

/// When a rule is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleEnd {
    /// After this many occurrences, 1 to 9,999.
    Count(u16),
    /// After this day.
    On(Date),
    /// After this time; `utc` keeps the `Z` of an imported rule.
    At {
        /// The last possible occurrence.
        time: DateTime,
        /// Whether it was given in universal time.
        utc: bool,
    },
}

/// Text that is no rule we can follow; the sentence says what is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidRule(pub String);

impl RuleParts {
    /// Every period of this kind, without end.
    pub fn new(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            months: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            positions: Vec::new(),
            end: None,
            week_start: Weekday::Monday,
        }
    }

    /// The same without an interval.
    pub(super) fn each_period(&self) -> Self {
        Self {
            interval: 1,
            ..self.clone()
        }
    }

    /// Whether it says on which days, rather than leaving that to its start.
    pub(super) fn names_days(&self) -> bool {
        !(self.months.is_empty() && self.month_days.is_empty() && self.days.is_empty())
    }

    fn problem(&self) -> Option<String> {
        let by_month_or_year = matches!(self.frequency, Frequency::Monthly | Frequency::Yearly);
        let ordinal_limit = match self.frequency {
            Frequency::Yearly if self.months.is_empty() => 53,
            _ => 5,
        };
        let sentence = if !(1..=999).contains(&self.interval) {
            "INTERVAL must be 1 to 999"
        } else if self.months.iter().any(|month| !(1..=12).contains(month)) {
            "BYMONTH must be months from 1 to 12"
        } else if self
            .month_days
            .iter()
            .any(|&day| !is_within(day.into(), 31))
        {
            "BYMONTHDAY must be days from 1 to 31, or -1 to -31 from the end of the month"
        } else if self.frequency == Frequency::Weekly && !self.month_days.is_empty() {
            "A weekly rule can't have BYMONTHDAY. Use FREQ=MONTHLY"
        } else if self.days.iter().any(|day| day.ordinal != 0) && !by_month_or_year {
            "A numbered weekday such as 1MO needs FREQ=MONTHLY or FREQ=YEARLY"
        } else if self
            .days
            .iter()
            .any(|day| day.ordinal != 0 && !is_within(day.ordinal.into(), ordinal_limit))
        {
            "BYDAY can number weekdays up to 5 in a month and 53 in a year"
        } else if self.positions.iter().any(|&n| !is_within(n, 366)) {
            "BYSETPOS must be 1 to 366, or -1 to -366 from the end"
        } else if !self.positions.is_empty() && !self.names_days() {
            "BYSETPOS needs BYDAY, BYMONTHDAY or BYMONTH beside it"
        } else if matches!(self.end, Some(RuleEnd::Count(n)) if !(1..=9_999).contains(&n)) {
            "COUNT must be 1 to 9999"
        } else {
            return None;
        };
        Some(sentence.to_owned())
    }
}

fn is_within(number: i16, limit: i16) -> bool {
    number != 0 && (-limit..=limit).contains(&number)
}

impl Rule {
    /// Checks the parts and puts their lists in order.
    pub fn new(mut parts: RuleParts) -> Result<Self, InvalidRule> {
        if let Some(problem) = parts.problem() {
            return Err(InvalidRule(problem));
        }
        parts.months.sort_unstable();
        parts.months.dedup();
        parts.month_days.sort_unstable_by_key(|&day| (day < 0, day));
        parts.month_days.dedup();
        parts.days.sort_unstable_by_key(|day| {
            (
                day.ordinal < 0,
                day.ordinal,
                day.weekday.to_monday_zero_offset(),
            )
        });
        parts.days.dedup();
        parts.positions.sort_unstable_by_key(|&n| (n < 0, n));
        parts.positions.dedup();
        Ok(Self(parts))
    }

    /// What it consists of.
    pub fn parts(&self) -> &RuleParts {
        &self.0
    }

    /// The same rule with another end.
    pub(super) fn ending(&self, end: RuleEnd) -> Option<Self> {
        Self::new(RuleParts {
            end: Some(end),
            ..self.0.clone()
        })
        .ok()
    }

    /// Whether an occurrence at this time is not after its end.
    pub(super) fn allows(&self, occurrence: DateTime) -> bool {
        match self.0.end {
            None | Some(RuleEnd::Count(_)) => true,
            Some(RuleEnd::On(date)) => occurrence.date() <= date,
            Some(RuleEnd::At { time, .. }) => occurrence <= time,
        }
    }

    /// The same rule with the day of its start written in, when a month may be too short for it.
    pub(super) fn anchored(&self, first: Date) -> Self {
        let mut parts = self.0.clone();
        if first.day() > 28 && parts.days.is_empty() && parts.month_days.is_empty() {
            match parts.frequency {
                Frequency::Daily | Frequency::Weekly => {}
                Frequency::Monthly => parts.month_days.push(first.day()),
                Frequency::Yearly => {
                    parts.month_days.push(first.day());
                    if parts.months.is_empty() {
                        parts.months.push(first.month());
                    }
                }
            }
        }
        Self(parts)
    }
}

impl TryFrom<String> for Rule {
    type Error = InvalidRule;

    fn try_from(text: String) -> Result<Self, InvalidRule> {
        text.parse()
    }
}

impl From<Rule> for String {
    fn from(rule: Rule) -> Self {
        rule.to_string()
    }
}
