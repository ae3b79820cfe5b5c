//! The dates of a payload: which of them are said of the task, and what they make of it together.

use tasktalk_domain::{DuePart, SpanKind};

use super::Reader;
use super::second_thoughts::{self, Join};
use crate::dates::DateSpan;
use crate::lexicon::{Class, Role};
use crate::units::{Gap, UnitKind};

impl Reader<'_, '_> {
    pub(super) fn dates(&mut self) {
        let chosen: Vec<usize> = (0..self.message.dates.len())
            .filter(|&index| self.is_said_of_task(&self.message.dates[index]))
            .collect();
        let Some(&last) = chosen.last() else {
            return;
        };
        let joins: Vec<_> = chosen
            .windows(2)
            .map(|pair| second_thoughts::between(self.message, pair[0], pair[1]))
            .collect();
        let tail = self.message.dates[last].units.end..self.end;
        let disputed = chosen
            .iter()
            .any(|&index| self.message.dates[index].contradicts_itself);
        let open = joins.contains(&Some(Join::Or))
            || second_thoughts::offers_hour(self.message, last, tail.clone());
        if disputed || open {
            // Which of them, only the user can say; until then they stay where they were written.
            self.payload.undecided = true;
            return;
        }
        for (place, index) in chosen.into_iter().enumerate() {
            let join = place.checked_sub(1).and_then(|before| joins[before]);
            self.take(index, join);
        }
        if second_thoughts::correct_hour(&mut self.payload, self.message, tail.clone()) {
            self.cut(tail, SpanKind::Due);
        }
    }

    /// Takes a date that stands behind another as `join` says.
    fn take(&mut self, index: usize, join: Option<Join>) {
        let date = &self.message.dates[index];
        let corrects = join == Some(Join::Correction);
        let excluded = join == Some(Join::Excluded);
        if !(corrects || excluded || self.adds(date)) {
            return;
        }
        let mut from = date.units.start;
        if corrects || excluded {
            // What leads from one to the other is no part of the title.
            while from > self.range.start && !self.is_cut(from - 1) {
                from -= 1;
            }
        }
        if corrects {
            second_thoughts::correct(&mut self.payload, date);
        } else if !excluded {
            self.payload.take_date(date);
        }
        let kind = if date.recurrence.is_some() {
            SpanKind::Recurrence
        } else {
            SpanKind::Due
        };
        self.cut(from.max(self.range.start)..date.units.end, kind);
    }

    /// Whether a date says something that was not said before it.
    fn adds(&self, date: &DateSpan) -> bool {
        let payload = &self.payload;
        let completes = date.due.is_some()
            && payload.part != Some(DuePart::Both)
            && date.part.is_some()
            && date.part != Some(DuePart::Both)
            && date.part != payload.part;
        let fits = payload.due.is_none()
            || completes
            || payload.recurrence.is_none() && date.recurrence.is_some();
        fits && !(payload.recurrence.is_some() && date.part == Some(DuePart::Date))
    }

    /// Whether a date tells when the task is due, rather than naming a thing.
    fn is_said_of_task(&self, date: &DateSpan) -> bool {
        // "a task for tomorrow": the word that leads to the date belongs to the frame.
        let inside = date.units.end > self.range.start
            && date.units.start + 2 >= self.range.start
            && date.units.end <= self.end;
        inside && (date.due.is_some() || date.recurrence.is_some()) && !self.is_in_name(date)
    }

    /// "the monday meeting", "tomorrow's lunch", "ask Sunday school": the date describes the thing.
    fn is_in_name(&self, date: &DateSpan) -> bool {
        let units = &self.message.units;
        let follows = units
            .get(date.units.end)
            .filter(|_| date.units.end < self.end);
        let names = follows.is_some_and(|next| {
            !next.class.any(Class::STOP)
                && next.date.is_none()
                && next.kind == UnitKind::Word
                && !next
                    .gap
                    .has(Gap::COMMA.with(Gap::STOP).with(Gap::COLON).with(Gap::DASH))
        });
        let before = date
            .units
            .start
            .checked_sub(1)
            .filter(|&at| at >= self.range.start);
        let described = before.is_some_and(|at| {
            units[at].is_any(&[
                Role::PrepositionOf,
                Role::PrepositionAbout,
                Role::PossessiveFirst,
                Role::PossessiveFirstMany,
                Role::ArticleDefinite,
                Role::ArticleIndefinite,
            ]) || self.is_object(at, date)
        });
        let last = &units[date.units.end - 1].word;
        let possessive = self.message.language.habits.owner(last).is_some();
        described && names || possessive && follows.is_some()
    }

    /// Whether a weekday stands where the verb has its object: "renew Friday magazine".
    fn is_object(&self, verb: usize, date: &DateSpan) -> bool {
        let units = &self.message.units;
        let first = &units[date.units.start];
        verb == self.range.start
            && units[verb].class.any(Class::CHORE)
            && self.message.language.is_name(first)
            && !first.class.any(Class::STOP)
            && date.part != Some(DuePart::Time)
            && date.recurrence.is_none()
    }
}
