//! Where a repeating task stands in its series: which occurrence is next, with single ones moved or left out.

use jiff::{
    ToSpan,
    civil::{Date, DateTime, Time},
};

use crate::{
    Due, Exception, Exceptions, Recurrence, RecurrenceMode, Task, exceptions::EXCEPTIONS_LIMIT,
};

/// A series, standing at one of its occurrences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What is left of it, the present occurrence included.
    pub recurrence: Recurrence,
    /// When the present occurrence is due.
    pub due: Due,
    /// Which occurrences are not where the rule has them.
    pub exceptions: Exceptions,
}

/// One occurrence of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Where the rule has it.
    pub slot: Due,
    /// When it is due.
    pub due: Due,
}

impl Series {
    /// A task's series; `None` when it doesn't repeat.
    pub fn of(task: &Task) -> Option<Self> {
        Some(Self {
            recurrence: task.recurrence.clone()?,
            due: task.due.clone()?,
            exceptions: task.exceptions.clone(),
        })
    }

    /// The task, standing where the series does.
    #[must_use]
    pub fn put_into(self, task: Task) -> Task {
        Task {
            due: Some(self.due),
            recurrence: Some(self.recurrence),
            exceptions: self.exceptions,
            ..task
        }
    }

    /// Where the rule has the present occurrence.
    pub fn slot(&self) -> &Due {
        self.exceptions.moved_from.as_ref().unwrap_or(&self.due)
    }

    /// The series at the occurrence after the present one, which was completed at this local time; `None` at its end.
    pub fn after(&self, completed: DateTime) -> Option<Self> {
        let completed = self.before_moved(completed);
        let mut here = self.clone();
        loop {
            let (next, rest) = here.recurrence.advance(start(here.slot()), completed)?;
            let slot = alike(here.slot(), next);
            let exception = here.exceptions.at(next.date()).cloned();
            here.exceptions.pass(next.date());
            here.recurrence = rest;
            match exception {
                Some(Exception { to: Some(to), .. }) => {
                    here.due = to;
                    here.exceptions.moved_from = Some(slot);
                    return Some(here);
                }
                None => {
                    here.due = slot;
                    return Some(here);
                }
                Some(Exception { to: None, .. }) => here.due = slot,
            }
        }
    }

    /// The occurrences on these days, in order. One that was moved is found on the day where it is and on that of its
    /// slot. After a completion counts anew, only the present one is known.
    pub fn within(&self, from: Date, to: Date) -> Vec<Occurrence> {
        let on = |day: Date| (from..=to).contains(&day);
        let mut found = Vec::new();
        if on(self.due.date()) || on(self.slot().date()) {
            found.push(Occurrence {
                slot: self.slot().clone(),
                due: self.due.clone(),
            });
        }
        if self.recurrence.mode == RecurrenceMode::AfterCompletion {
            return found;
        }
        for Exception { slot, to } in &self.exceptions.later {
            if let Some(due) = to
                && (on(due.date()) || on(*slot))
            {
                found.push(Occurrence {
                    slot: self.slot().moved_to(*slot),
                    due: due.clone(),
                });
            }
        }
        found.extend(self.regular(from, to));
        found.sort_by_key(|occurrence| start(&occurrence.slot));
        found
    }

    /// The series without the occurrences of these slots; said at the local time `now`. `None` when none would be left.
    pub fn without(&self, slots: &[Date], now: DateTime) -> Option<Self> {
        let mut here = self.clone();
        let (present, later): (Vec<Date>, Vec<Date>) =
            slots.iter().partition(|slot| self.is_present(**slot, now));
        for slot in later {
            here.exceptions.put(Exception { slot, to: None });
        }
        let Some(last) = present.into_iter().max() else {
            return Some(here);
        };
        // Ahead of time too this steps over the occurrence that is still to come, not to it.
        let left_out = start(&self.slot().moved_to(last.max(self.slot().date())));
        here.after(now.max(left_out))
    }

    /// The series with the occurrence of this slot moved; `None` when that is past its end.
    pub fn moving(&self, slot: Date, to: Due, now: DateTime) -> Option<Self> {
        let mut here = self.clone();
        if !self.is_present(slot, now) {
            here.exceptions.put(Exception { slot, to: Some(to) });
            return Some(here);
        }
        if slot > self.slot().date() {
            let before = start(&self.slot().moved_to(slot)).checked_sub(1.second());
            here = here.after(before.ok()?)?;
        }
        let from = here.slot().clone();
        here.exceptions.moved_from = (from != to).then_some(from);
        here.due = to;
        Some(here)
    }

    /// Whether more occurrences are moved or left out than are kept.
    pub fn has_too_many_exceptions(&self) -> bool {
        self.exceptions.later.len() > EXCEPTIONS_LIMIT
    }

    /// Whether a slot is the present one's. An overdue occurrence of a series that catches up stands for all up to today.
    fn is_present(&self, slot: Date, now: DateTime) -> bool {
        let catches_up = self.recurrence.mode == RecurrenceMode::CatchUp;
        slot <= self.slot().date() || catches_up && slot <= now.date()
    }

    /// The later occurrences on these days that are where the rule has them.
    fn regular(&self, from: Date, to: Date) -> Vec<Occurrence> {
        let mut found = Vec::new();
        let eve = from.yesterday().unwrap_or(from).at(23, 59, 59, 0);
        let mut rest = Recurrence {
            mode: RecurrenceMode::CatchUp,
            ..self.recurrence.clone()
        };
        let mut slot = start(self.slot());
        while let Some((next, after)) = rest.advance(slot, eve)
            && next.date() <= to
            && found.len() <= EXCEPTIONS_LIMIT
        {
            if self.exceptions.at(next.date()).is_none() {
                let due = alike(self.slot(), next);
                found.push(Occurrence {
                    slot: due.clone(),
                    due,
                });
            }
            (slot, rest) = (next, after);
        }
        found
    }

    /// Catching up passes over no occurrence that was moved to a time still to come: it counts as completed before that
    /// one's slot.
    fn before_moved(&self, completed: DateTime) -> DateTime {
        if self.recurrence.mode != RecurrenceMode::CatchUp {
            return completed;
        }
        let still_to_come = |due: &Due| match due {
            Due::Date { date } => *date >= completed.date(),
            Due::DateTime { date_time, .. } => *date_time > completed,
        };
        let slots = self.exceptions.later.iter().filter_map(|exception| {
            let to = exception.to.as_ref()?;
            let slot = start(&self.slot().moved_to(exception.slot));
            still_to_come(to).then(|| slot.checked_sub(1.second()).unwrap_or(slot))
        });
        slots.chain([completed]).min().unwrap_or(completed)
    }
}

/// A whole day is its midnight here.
fn start(due: &Due) -> DateTime {
    let time = due.time().unwrap_or(Time::midnight());
    due.date().to_datetime(time)
}

/// Of the same kind as `due`: a day, or a local time in the same zone.
fn alike(due: &Due, at: DateTime) -> Due {
    match due {
        Due::Date { .. } => Due::on(at.date()),
        Due::DateTime { timezone, .. } => Due::at(at, timezone.clone()),
    }
}

#[cfg(test)]
mod tests;
