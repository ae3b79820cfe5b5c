//! The days on which a rule takes place, one after another.

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use super::rule::{Frequency, RuleDay, RuleParts};

/// After this many empty periods in a row a rule is taken to have no further occurrence. Days are cheap, and
/// 29 February may be 2,921 of them away.
const EMPTY_DAYS: u32 = 3_000;
const EMPTY_PERIODS: u32 = 400;

/// The days of a rule on or after its start, in order. `COUNT` and `UNTIL` are not looked at.
pub(super) struct Occurrences {
    parts: RuleParts,
    start: Date,
    strict: bool,
    period: i64,
    /// The days of the current period, last first.
    days: Vec<Date>,
}

impl Occurrences {
    /// The days on or after `start`, from which intervals are counted.
    pub(super) fn from(parts: &RuleParts, start: Date, strict: bool) -> Self {
        Self {
            parts: completed(parts, start),
            start,
            strict,
            period: 0,
            days: Vec::new(),
        }
    }

    /// Leaves out whole periods that end before `date`.
    pub(super) fn skip_to(&mut self, date: Date) {
        let days = i64::from((date - self.start).get_days());
        let in_period = match self.parts.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        };
        let periods = days / in_period / i64::from(self.parts.interval) - 1;
        self.period = self.period.max(periods);
    }

    /// The first day of the current period; `None` past the end of the calendar.
    fn period_start(&self) -> Option<Date> {
        let steps = self.period.checked_mul(i64::from(self.parts.interval))?;
        let (base, span) = match self.parts.frequency {
            Frequency::Daily => (self.start, Span::new().try_days(steps)),
            Frequency::Weekly => {
                let into_week = self.start.weekday().since(self.parts.week_start);
                let week = self.start.checked_sub(Span::new().days(into_week)).ok()?;
                (week, Span::new().try_weeks(steps))
            }
            Frequency::Monthly => (self.start.first_of_month(), Span::new().try_months(steps)),
            Frequency::Yearly => (self.start.first_of_year(), Span::new().try_years(steps)),
        };
        base.checked_add(span.ok()?).ok()
    }

    /// Fills `days` with the days of the period that begins on `first`.
    fn expand(&mut self, first: Date) {
        let parts = &self.parts;
        let days = &mut self.days;
        match parts.frequency {
            Frequency::Daily => days.push(first),
            Frequency::Weekly => {
                for offset in 0..7 {
                    if let Ok(day) = first.checked_add(Span::new().days(offset))
                        && has_weekday(&parts.days, day.weekday())
                    {
                        days.push(day);
                    }
                }
            }
            Frequency::Monthly => expand_month(parts, first, self.strict, days),
            Frequency::Yearly => {
                if parts.months.is_empty() && parts.month_days.is_empty() {
                    expand_weekdays(&parts.days, first, first.last_of_year(), days);
                } else {
                    for month in 1..=12 {
                        if (parts.months.is_empty() || parts.months.contains(&month))
                            && let Ok(first) = Date::new(first.year(), month, 1)
                        {
                            expand_month(parts, first, self.strict, days);
                        }
                    }
                }
            }
        }
        let daily = parts.frequency == Frequency::Daily;
        days.retain(|day| {
            (parts.months.is_empty() || parts.months.contains(&day.month()))
                && !(daily && !parts.days.is_empty() && !has_weekday(&parts.days, day.weekday()))
                && !(daily && !parts.month_days.is_empty() && !is_month_day(parts, *day))
        });
        days.sort_unstable();
        days.dedup();
        if !parts.positions.is_empty() {
            let all = std::mem::take(days);
            days.extend(parts.positions.iter().filter_map(|&position| {
                let index = if position > 0 {
                    usize::try_from(position).ok()?.checked_sub(1)?
                } else {
                    all.len()
                        .checked_sub(usize::from(position.unsigned_abs()))?
                };
                all.get(index).copied()
            }));
            days.sort_unstable();
            days.dedup();
        }
        days.reverse();
    }
}

impl Iterator for Occurrences {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        let mut empty = match self.parts.frequency {
            Frequency::Daily => EMPTY_DAYS,
            _ => EMPTY_PERIODS,
        };
        loop {
            while let Some(day) = self.days.pop() {
                if day >= self.start {
                    return Some(day);
                }
            }
            empty = empty.checked_sub(1)?;
            let first = self.period_start()?;
            self.period += 1;
            self.expand(first);
        }
    }
}

/// The rule with what it leaves to its start written out (RFC 5545, 3.3.10, last paragraphs).
fn completed(parts: &RuleParts, start: Date) -> RuleParts {
    let mut parts = parts.clone();
    let no_days = parts.days.is_empty();
    let no_month_days = parts.month_days.is_empty();
    match parts.frequency {
        Frequency::Weekly if no_days => parts.days.push(RuleDay::every(start.weekday())),
        Frequency::Monthly if no_days && no_month_days => parts.month_days.push(start.day()),
        Frequency::Yearly if no_days && no_month_days => {
            parts.month_days.push(start.day());
            if parts.months.is_empty() {
                parts.months.push(start.month());
            }
        }
        Frequency::Daily | Frequency::Weekly | Frequency::Monthly | Frequency::Yearly => {}
    }
    parts
}

fn has_weekday(days: &[RuleDay], weekday: Weekday) -> bool {
    days.iter().any(|day| day.weekday == weekday)
}

fn is_month_day(parts: &RuleParts, day: Date) -> bool {
    parts.month_days.iter().any(|&month_day| {
        month_day == day.day() || month_day == day.day() - day.days_in_month() - 1
    })
}

/// The days of one month that `BYMONTHDAY`, `BYDAY` or both name.
fn expand_month(parts: &RuleParts, first: Date, strict: bool, days: &mut Vec<Date>) {
    let length = first.days_in_month();
    let before = days.len();
    if parts.month_days.is_empty() {
        expand_weekdays(&parts.days, first, first.last_of_month(), days);
        return;
    }
    // A weekday beside the day of the month names one certain day ("Friday the 13th"), which no other stands in for.
    let clamp = !strict && parts.days.is_empty();
    for &month_day in &parts.month_days {
        let day = match month_day {
            1.. if clamp => month_day.min(length),
            1.. => month_day,
            _ => length + 1 + month_day,
        };
        if let Ok(day) = Date::new(first.year(), first.month(), day) {
            days.push(day);
        }
    }
    if !parts.days.is_empty() {
        let mut named = Vec::new();
        expand_weekdays(&parts.days, first, first.last_of_month(), &mut named);
        let mut index = before;
        while index < days.len() {
            if named.contains(&days[index]) {
                index += 1;
            } else {
                days.swap_remove(index);
            }
        }
    }
}

/// The weekdays between two days, all or the nth from either end.
fn expand_weekdays(rule_days: &[RuleDay], first: Date, last: Date, days: &mut Vec<Date>) {
    for rule_day in rule_days {
        let from_first = rule_day.weekday.since(first.weekday());
        let from_last = last.weekday().since(rule_day.weekday);
        let (start, step) = match rule_day.ordinal {
            0 => (first.checked_add(Span::new().days(from_first)), 7),
            n @ 1.. => {
                let offset = i64::from(from_first) + 7 * (i64::from(n) - 1);
                (first.checked_add(Span::new().days(offset)), 0)
            }
            n => {
                let offset = i64::from(from_last) + 7 * (i64::from(n.unsigned_abs()) - 1);
                (last.checked_sub(Span::new().days(offset)), 0)
            }
        };
        let mut day = start;
        while let Ok(date) = day
            && (first..=last).contains(&date)
        {
            days.push(date);
            if step == 0 {
                break;
            }
            day = date.checked_add(Span::new().days(step));
        }
    }
}
