//! How a task repeats: a subset of RFC 5545's recurrence rules, and three ways of moving on.
//!
//! Everything is in local time: a task due daily at 09:00 stays at 09:00 when the clocks change, because the local
//! time never moves; what instant it is, [`crate::due`] decides.

mod occurrences;
mod rule;
#[cfg(test)]
mod tests;
mod text;

use jiff::{Span, civil};
use serde::{Deserialize, Serialize};

use occurrences::Occurrences;
pub use rule::{Frequency, InvalidRule, Rule, RuleDay, RuleEnd, RuleParts};

/// How a task repeats. In JSON `{"rrule": "FREQ=WEEKLY;BYDAY=TU", "mode": "catch_up"}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recurrence {
    /// The rule.
    #[serde(rename = "rrule")]
    pub rule: Rule,
    /// What completing it does.
    #[serde(default)]
    pub mode: RecurrenceMode,
    /// Whether days that a month doesn't have are left out, as RFC 5545 says; so for imported rules. Otherwise the
    /// month's last day stands in for them, as people mean it: "monthly on the 31st" is 28 February too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strict: bool,
}

/// What completing a repeating task does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecurrenceMode {
    /// The next occurrence of the schedule, even when that is past.
    Fixed,
    /// The next occurrence of the schedule that is still to come.
    #[default]
    CatchUp,
    /// One interval after the day it was completed.
    AfterCompletion,
}

impl Recurrence {
    /// A rule as people mean it: months without the day take their last one.
    pub fn new(rule: Rule, mode: RecurrenceMode) -> Self {
        Self {
            rule,
            mode,
            strict: false,
        }
    }

    /// The occurrence after the one that was due at `due` and was completed at the local time `completed`;
    /// `None` when the rule has come to its end.
    ///
    /// A rule counts from `due`; its `COUNT` is the number of occurrences left, this one included. A task due on
    /// a day is due at midnight here. An `UNTIL` in universal time is compared as if it were local.
    pub fn next(
        &self,
        due: civil::DateTime,
        completed: civil::DateTime,
    ) -> Option<civil::DateTime> {
        self.step(due, completed).map(|(next, _)| next)
    }

    /// Like [`Self::next`], with what is left of the series from there on: `COUNT` is smaller, and a day that
    /// only `due` knew is written into the rule, so that 31 January, 28 February goes on to 31 March.
    pub fn advance(
        &self,
        due: civil::DateTime,
        completed: civil::DateTime,
    ) -> Option<(civil::DateTime, Self)> {
        let (next, passed) = self.step(due, completed)?;
        let mut rest = self.anchored(due.date());
        if let Some(RuleEnd::Count(left)) = self.rule.parts().end {
            rest.rule = rest.rule.ending(RuleEnd::Count(left - passed))?;
        }
        Some((next, rest))
    }

    /// The same series with its day written into the rule where a shorter month would lose it: `FREQ=MONTHLY` from
    /// 31 January becomes `FREQ=MONTHLY;BYMONTHDAY=31`. To be called when a task gets its first due date.
    #[must_use]
    pub fn anchored(&self, first: civil::Date) -> Self {
        let mut recurrence = self.clone();
        if self.mode != RecurrenceMode::AfterCompletion && !self.strict {
            recurrence.rule = self.rule.anchored(first);
        }
        recurrence
    }

    /// The first occurrence on or after a day, from which intervals then count; `None` when there is none.
    pub fn first_on_or_after(&self, date: civil::Date) -> Option<civil::Date> {
        Occurrences::from(&self.rule.parts().each_period(), date, self.strict)
            .next()
            .filter(|&first| self.rule.allows(first.at(0, 0, 0, 0)))
    }

    /// Whether a task that is due then can repeat so: the rule has not ended before, and gives at least one day on or
    /// after it. A whole day is its midnight here.
    pub fn check_from(&self, due: civil::DateTime) -> Result<(), InvalidRule> {
        if !self.rule.allows(due) {
            return Err(InvalidRule(
                "The rule ends before the due date: give a later UNTIL or an earlier due date"
                    .to_owned(),
            ));
        }
        let occurs = Occurrences::from(self.rule.parts(), due.date(), self.strict)
            .next()
            .is_some();
        if occurs {
            Ok(())
        } else {
            Err(InvalidRule(
                "The rule never takes place: no day on or after the due date fits all its parts"
                    .to_owned(),
            ))
        }
    }

    /// The next occurrence, and how many occurrences were passed on the way to it.
    fn step(
        &self,
        due: civil::DateTime,
        completed: civil::DateTime,
    ) -> Option<(civil::DateTime, u16)> {
        let left = match self.rule.parts().end {
            Some(RuleEnd::Count(left)) => left,
            _ => u16::MAX,
        };
        let (next, passed) = match self.mode {
            RecurrenceMode::AfterCompletion => (self.after_completion(due, completed)?, 1),
            RecurrenceMode::Fixed => self.scheduled_after(due, due, left)?,
            RecurrenceMode::CatchUp => self.scheduled_after(due, due.max(completed), left)?,
        };
        (passed < left && self.rule.allows(next)).then_some((next, passed))
    }

    /// The first occurrence of the schedule later than `after`, and how many after `due` it comes.
    fn scheduled_after(
        &self,
        due: civil::DateTime,
        after: civil::DateTime,
        left: u16,
    ) -> Option<(civil::DateTime, u16)> {
        let parts = self.rule.parts();
        let counted = matches!(parts.end, Some(RuleEnd::Count(_)));
        let mut occurrences = Occurrences::from(parts, due.date(), self.strict);
        if !counted {
            occurrences.skip_to(after.date());
        }
        occurrences
            .map(|date| date.to_datetime(due.time()))
            .filter(|&occurrence| occurrence > due)
            .zip(1..left)
            .find(|&(occurrence, _)| occurrence > after)
    }

    fn after_completion(
        &self,
        due: civil::DateTime,
        completed: civil::DateTime,
    ) -> Option<civil::DateTime> {
        let parts = self.rule.parts();
        let interval = i64::from(parts.interval);
        let span = match parts.frequency {
            Frequency::Daily => Span::new().days(interval),
            Frequency::Weekly => Span::new().weeks(interval),
            Frequency::Monthly => Span::new().months(interval),
            Frequency::Yearly => Span::new().years(interval),
        };
        let earliest = completed.date().checked_add(span).ok()?;
        let date = if parts.names_days() {
            Occurrences::from(&parts.each_period(), earliest, self.strict).next()?
        } else {
            earliest
        };
        Some(date.to_datetime(due.time()))
    }
}
