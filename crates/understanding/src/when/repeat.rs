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
    amount::amount,
    calendar::{Day, Period, Which},
    describe::{Opening, describe},
    description::Description,
    resolve::{Direction, Resolved, resolve},
    rule_days::{self, Exceptions},
    rule_head::{self, Head},
    vocabulary::Term,
    words::{Read, Words},
};

/// A recurrence as far as it has been read.
struct Repeat {
    parts: RuleParts,
    /// The time of day, and parts of day.
    time: Option<Description>,
    mode: RecurrenceMode,
    start: Option<Resolved>,
    end: Option<End>,
    confidence: f32,
}

/// When a recurrence is over, as it was said.
enum End {
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
    if needs_end && next == head_end && lead.is_none() && words.content_follows(next) {
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
    fn on_day(&mut self, day: Day) -> Option<()> {
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

    /// Reads what follows the head: days, times, start, end, exceptions; the word after, when there was any.
    fn tail(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let next = words.skip_sign(at, ',');
        self.days(words, next)
            .or_else(|| self.exceptions(words, next))
            .or_else(|| self.after_completion(words, next))
            .or_else(|| self.end(words, next))
            .or_else(|| self.start(words, next))
            .or_else(|| self.time_range(words, next))
            .or_else(|| self.time(words, next))
            .or_else(|| self.period(words, next))
    }

    /// "… on monday and thursday", "… on the 15th and the last day", "… on march 3".
    fn days(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        if !self.parts.days.is_empty() || !self.parts.month_days.is_empty() {
            return None;
        }
        let on = words.skip(at, Term::On);
        match self.parts.frequency {
            Frequency::Daily => None,
            Frequency::Weekly => {
                let (days, end) = rule_days::weekdays(words, on)?;
                self.parts.days = days;
                Some(end)
            }
            Frequency::Monthly => {
                let of_month = if on > at {
                    on
                } else {
                    words.skip(at, Term::At)
                };
                let (mut parts, end) = rule_days::month_days(words, of_month)?;
                self.parts.days.append(&mut parts.days);
                self.parts.month_days.append(&mut parts.month_days);
                self.parts.positions.append(&mut parts.positions);
                Some(rule_days::skip_of_month(words, end))
            }
            Frequency::Yearly => {
                let (described, end) = describe(words, at, Opening::Sentence)?;
                self.on_day(described.day?)?;
                if described.has_time() {
                    self.time = Some(described.without_day());
                }
                Some(end)
            }
        }
    }

    /// "except friday", "but not on sundays".
    fn exceptions(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let (Exceptions(excluded), end) = rule_days::exceptions(words, at)?;
        let all = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ];
        if self.parts.frequency == Frequency::Daily && self.parts.interval == 1 {
            self.parts.frequency = Frequency::Weekly;
            self.parts.days = all.into_iter().map(RuleDay::every).collect();
        }
        if self.parts.frequency != Frequency::Weekly || self.parts.days.is_empty() {
            return None;
        }
        let before = self.parts.days.len();
        self.parts
            .days
            .retain(|day| !excluded.contains(&day.weekday));
        let fits = !self.parts.days.is_empty() && self.parts.days.len() < before;
        fits.then_some(end)
    }

    /// "after I finish", "after completion", "when it's done".
    fn after_completion(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let end = rule_head::after_completion(words, at)?;
        self.mode = RecurrenceMode::AfterCompletion;
        Some(end)
    }

    /// "until march", "for 10 times", "5 times", "for two weeks".
    fn end(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        if self.end.is_some() {
            return None;
        }
        if words.has(at, Term::Until) {
            let (described, end) = describe(words, at + 1, Opening::Led)?;
            let resolved = resolve(&described, words.moment, Direction::Future)?;
            self.end = Some(End::On(resolved.last.unwrap_or(resolved.value.date())));
            return Some(end);
        }
        let count_at = words.skip(at, Term::For);
        if let Some((count, end)) = super::numbers::cardinal(words, count_at)
            && words.has(end, Term::Times)
        {
            self.end = Some(End::Times(u16::try_from(count).ok()?));
            return Some(end + 1);
        }
        if count_at == at {
            return None;
        }
        let skipped = words.skip(words.skip(count_at, Term::The), Term::Next);
        let (length, end) = amount(words, skipped)?;
        if length.has_time {
            return None;
        }
        self.end = Some(End::After(length.span));
        Some(end)
    }

    /// "starting monday", "from 1 january", "beginning tomorrow".
    fn start(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        if self.start.is_some() || !words.has_any(at, &[Term::Starting, Term::From]) {
            return None;
        }
        // "every day from monday to friday".
        if self.parts.frequency == Frequency::Daily
            && self.parts.interval == 1
            && let Some((days, end)) = rule_days::weekdays(words, at + 1)
            && days.len() > 1
        {
            self.parts.frequency = Frequency::Weekly;
            self.parts.days = days;
            return Some(end);
        }
        let (described, end) = describe(words, words.skip(at + 1, Term::From), Opening::Led)?;
        if described.bare_number().is_some() {
            return None;
        }
        if described.has_time() && self.time.is_none() {
            self.time = Some(described.without_day());
        }
        let resolved = resolve(&described, words.moment, Direction::Future)?;
        self.start = Some(resolved);
        Some(words.skip(end, Term::Onwards))
    }

    /// "from 3 to 4pm": the start counts.
    fn time_range(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let (start, end) = super::interval::times(words, at)?;
        if self.time.is_some_and(|time| time.clock.is_some()) {
            return None;
        }
        self.time = Some(start);
        Some(end)
    }

    /// "at noon and midnight": two rules in one are none.
    fn has_second_time(&self, words: &Words<'_>, at: usize) -> bool {
        if self.time.is_none() || !words.has(at, Term::And) {
            return false;
        }
        let part = words.pick(at + 1, |term| match term {
            Term::Part(_) => Some(()),
            _ => None,
        });
        let second = describe(words, at + 1, Opening::Led)
            .filter(|(second, _)| second.day.is_none() && second.has_time());
        if let Some((_, end)) = second {
            words.forbid(at, end);
        }
        part.is_some() || second.is_some()
    }

    /// "this week", "next month": only then.
    fn period(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let (described, end) = describe(words, at, Opening::Sentence)?;
        let is_period = matches!(
            described.day,
            Some(Day::Period(
                Period::Week(_) | Period::Month(_) | Period::Year(_)
            ))
        );
        if !is_period || described.has_time() || self.start.is_some() || self.end.is_some() {
            return None;
        }
        let mut resolved = resolve(&described, words.moment, Direction::Future)?;
        self.end = Some(End::On(resolved.last?));
        let today = words.moment.now.date();
        if resolved.value.date() < today {
            resolved.value = Value::Date(today);
        }
        self.start = Some(resolved);
        Some(end)
    }

    /// "at 6pm", "in the morning".
    fn time(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let (described, end) = describe(words, at, Opening::Sentence).or_else(|| {
            // "every monday morning".
            let part = words.pick(at, |term| match term {
                Term::Part(part) => Some(part),
                _ => None,
            })?;
            Some((Description::of_part(part), at + 1))
        })?;
        let only_time = described.day.is_none() && described.distance.is_none();
        let known = self.time.map_or((false, false), |time| {
            (time.clock.is_some(), time.part.is_some())
        });
        let news = (described.clock.is_some(), described.part.is_some());
        if !only_time || (known.0 && news.0) || (known.1 && news.1) {
            return None;
        }
        let time = self.time.get_or_insert(described);
        time.clock = time.clock.or(described.clock);
        time.part = time.part.or(described.part);
        Some(end)
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
