//! Recurrences: "every other tuesday at 6pm", "weekdays except friday", "the 15th and the last day of the month",
//! "monthly on the 31st", "every 3 days after I finish".

use jiff::{
    Span,
    civil::{Date, Weekday},
};
use tasktalk_domain::{
    Recurrence, RecurrenceMode, Rule,
    recurrence::{Frequency, RuleDay, RuleEnd, RuleParts},
};

use super::{
    Candidate, Grain, Meaning, Value,
    calendar::{Day, Period, Which},
    describe::{Opening, describe},
    description::Description,
    resolve::{Direction, Resolved, resolve},
    rule_days,
    rule_head::{self, Head},
    vocabulary::Term,
    words::{Read, Words},
};

/// A recurrence as far as it has been read.
pub(super) struct Repeat {
    pub(super) parts: RuleParts,
    /// The time of day, and parts of day.
    pub(super) time: Option<Description>,
    pub(super) mode: RecurrenceMode,
    pub(super) start: Option<Resolved>,
    pub(super) end: Option<End>,
    pub(super) confidence: f32,
}

/// When a recurrence is over, as it was said.
pub(super) enum End {
    On(Date),
    Times(u16),
    After(Span),
}

/// Reads a recurrence.
pub(super) fn recurrence(words: &Words<'_>, at: usize) -> Read<Candidate> {
    // "starting tomorrow, every day at 8".
    if words.has(at, Term::Starting)
        && let Some((first, next)) = describe(words, at + 1, Opening::Led)
        && first.bare_number().is_none()
        && words.has(words.skip_sign(next, ','), Term::Every)
    {
        let (mut repeat, end) = read(words, words.skip_sign(next, ','))?;
        repeat.start = Some(resolve(&first, words.moment, Direction::Future)?);
        let meaning = repeat.meaning(words)?;
        return Some((Candidate::new(meaning, repeat.confidence), end));
    }
    let (repeat, end) = read(words, at)?;
    let meaning = repeat.meaning(words)?;
    Some((Candidate::new(meaning, repeat.confidence), end))
}

fn read(words: &Words<'_>, at: usize) -> Read<Repeat> {
    // "3 times every day" is no rule that gives a task a date.
    if at > 0 && words.has(at - 1, Term::Times) {
        return None;
    }
    // "at 7am every day", "march 3rd every year".
    let lead = describe(words, at, Opening::Sentence)
        .filter(|(lead, end)| lead.distance.is_none() && may_lead(words, *end));
    let start = lead.map_or(at, |(_, end)| words.skip_sign(end, ','));
    let (head, mut next) = match lead {
        Some(_) => rule_head::head(words, start),
        None => rule_head::head(words, words.skip(words.skip(at, Term::Due), Term::On))
            .or_else(|| rule_head::head(words, at)),
    }?;
    let Head {
        parts,
        part,
        mode,
        confidence,
        needs_end,
    } = head;
    let mut repeat = Repeat {
        parts,
        time: part.map(Description::of_part),
        mode,
        start: None,
        end: None,
        confidence,
    };
    if let Some((lead, _)) = lead {
        repeat.take_lead(&lead)?;
    }
    let head_end = next;
    while let Some(end) = repeat.tail(words, next) {
        next = end;
    }
    if needs_end
        && next == head_end
        && lead.is_none()
        && !words.language.date_leads
        && words.content_follows(next)
    {
        return None;
    }
    if repeat.has_second_time(words, next) {
        return None;
    }
    Some((repeat, next))
}

/// Whether a recurrence can go on from here, after a time or day.
fn may_lead(words: &Words<'_>, at: usize) -> bool {
    let at = words.skip(words.skip_sign(at, ','), Term::On);
    words.has(at, Term::Every)
        || words
            .pick(at, |term| match term {
                Term::Repeat(..)
                | Term::Workdays
                | Term::Weekdays(_)
                | Term::Weekends
                | Term::Once => Some(()),
                _ => None,
            })
            .is_some()
}

impl Repeat {
    /// Takes a time or a day that was said before: "at 7am every day", "the 3rd every month".
    fn take_lead(&mut self, lead: &Description) -> Option<()> {
        if lead.has_time() {
            if self.time.is_some() {
                return None;
            }
            self.time = Some(lead.without_day());
        }
        let Some(day) = lead.day else {
            return Some(());
        };
        if !self.parts.days.is_empty() || !self.parts.month_days.is_empty() {
            return None;
        }
        self.on_day(day)
    }

    /// Makes a day part of the rule, when the frequency fits: "every month" with "the 3rd".
    pub(super) fn on_day(&mut self, day: Day) -> Option<()> {
        match (self.parts.frequency, day) {
            (Frequency::Weekly, Day::Weekday(weekday, Which::Coming)) => {
                self.parts.days.push(RuleDay::every(weekday));
            }
            (Frequency::Monthly, Day::Weekday(weekday, Which::Last)) => {
                self.parts.days.push(RuleDay {
                    ordinal: -1,
                    weekday,
                });
            }
            (
                Frequency::Monthly,
                Day::InMonth {
                    day,
                    months: None,
                    weekday: None,
                },
            ) => self.parts.month_days.push(day),
            (Frequency::Monthly, Day::Nth(n, weekday, Period::AnyMonth)) => match weekday {
                Some(weekday) => self.parts.days.push(RuleDay {
                    ordinal: n,
                    weekday,
                }),
                None => self.parts.month_days.push(n),
            },
            (
                Frequency::Yearly,
                Day::InYear {
                    month,
                    day,
                    year: None,
                },
            ) => {
                self.parts.months.push(month);
                self.parts.month_days.push(day);
            }
            (Frequency::Yearly, Day::Nth(n, weekday, Period::Named(month, None, _))) => {
                self.parts.months.push(month);
                match weekday {
                    Some(weekday) => self.parts.days.push(RuleDay {
                        ordinal: n,
                        weekday,
                    }),
                    None => self.parts.month_days.push(n),
                }
            }
            (Frequency::Yearly, Day::Period(Period::Named(month, None, Which::Coming))) => {
                self.parts.months.push(month);
                self.parts.month_days.push(1);
            }
            (Frequency::Yearly, Day::Holiday(holiday, None, _)) => {
                rule_days::on_holiday(&mut self.parts, holiday)?;
            }
            _ => return None,
        }
        Some(())
    }

    fn meaning(&self, words: &Words<'_>) -> Option<Meaning> {
        let moment = words.moment;
        let now = moment.now;
        let mut parts = self.parts.clone();
        parts.week_start = moment.locale.week_starts_on();
        if !(parts.frequency == Frequency::Weekly && parts.interval > 1) {
            parts.week_start = Weekday::Monday;
        }
        let time = match &self.time {
            Some(time) => {
                let time = Description {
                    day: Some(Day::Exact(now.date())),
                    ..time.without_day()
                };
                let resolved = resolve(&time, moment, Direction::Future)?;
                Some(resolved.value.date_time().time())
            }
            None => None,
        };
        let from = match &self.start {
            Some(start) => start.value.date(),
            None => now.date(),
        };
        let unending = Recurrence::new(Rule::new(parts.clone()).ok()?, self.mode);
        let mut first = unending.first_on_or_after(from)?;
        if let Some(time) = time
            && first.to_datetime(time) < now
        {
            first = unending.first_on_or_after(now.date().tomorrow().ok()?)?;
        }
        parts.end = match self.end {
            None => None,
            Some(End::On(date)) => Some(RuleEnd::On(date)),
            Some(End::Times(count)) => Some(RuleEnd::Count(count)),
            Some(End::After(span)) => {
                let after = first.checked_add(span).ok()?;
                Some(RuleEnd::On(after.yesterday().ok()?))
            }
        };
        if matches!(parts.end, Some(RuleEnd::On(last)) if last < first) {
            return None;
        }
        let rule = Recurrence::new(Rule::new(parts).ok()?, self.mode).anchored(first);
        let (first, grain) = match time {
            Some(time) => (Value::Time(first.to_datetime(time)), Grain::Minute),
            None => (Value::Date(first), Grain::Day),
        };
        Some(Meaning::Recurrence { rule, first, grain })
    }
}
