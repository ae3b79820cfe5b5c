//! What follows the beginning of a recurrence: days, times, exceptions, start and end.

use jiff::civil::Weekday;
use tasktalk_domain::{
    RecurrenceMode,
    recurrence::{Frequency, RuleDay},
};

use super::{
    Value,
    amount::{amount, unit},
    calendar::{Day, Period},
    clock_words::{Lead, clock},
    describe::{Opening, describe},
    description::Description,
    interval,
    numbers::cardinal,
    repeat::{End, Repeat},
    resolve::{Direction, resolve},
    rule_days::{self, Exceptions},
    rule_head,
    vocabulary::Term,
    words::Words,
};

impl Repeat {
    /// Reads what follows the head: days, times, start, end, exceptions; the word after, when there was any.
    pub(super) fn tail(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let next = words.skip_sign(at, ',');
        self.days(words, next)
            .or_else(|| self.exceptions(words, next))
            .or_else(|| self.after_completion(words, next))
            .or_else(|| self.strictly(words, next))
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

    /// "strictly", "no catching up", "even if I miss one".
    fn strictly(&mut self, words: &Words<'_>, at: usize) -> Option<usize> {
        let at = words.skip(at, Term::And);
        if words.has(at, Term::Leniently) {
            self.mode = RecurrenceMode::CatchUp;
            return Some(at + 1);
        }
        words.has(at, Term::Strictly).then(|| {
            self.mode = RecurrenceMode::Fixed;
            at + 1
        })
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
        if let Some((count, end)) = cardinal(words, count_at)
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
        let leads = [Term::Starting, Term::From, Term::Range];
        if self.start.is_some() || !words.has_any(at, &leads) {
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
        if !words.has_any(at, &leads[..2]) {
            return None;
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
        let (start, end) = interval::times(words, at)?;
        if self.time.is_some_and(|time| time.clock.is_some()) {
            return None;
        }
        self.time = Some(start);
        Some(end)
    }

    /// "at noon and midnight": two rules in one are none.
    pub(super) fn has_second_time(&self, words: &Words<'_>, at: usize) -> bool {
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
        let described = describe(words, at, Opening::Sentence).or_else(|| {
            // "every monday morning".
            let part = words.pick(at, |term| match term {
                Term::Part(part) => Some(part),
                _ => None,
            })?;
            Some((Description::of_part(part), at + 1))
        });
        // "every weekday at 8 walk the dog": behind a rule an hour is one, whatever follows.
        let hour = || {
            let at = words.has(at, Term::At).then_some(at + 1)?;
            let (clock, end) = clock(words, at, Lead::Word)?;
            let unit = unit(words, end).is_some();
            (!unit).then_some((Description::of_clock(clock), end))
        };
        let (described, end) = described.or_else(hour)?;
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
}
