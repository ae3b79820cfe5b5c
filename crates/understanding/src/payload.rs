//! The payload of an added task: its title, and what is cut from it: dates, priority, tags, a description.

mod dates;
mod priority;
mod second_thoughts;
mod tags;
mod title;

use std::ops::Range;

use tasktalk_domain::{Due, DuePart, Priority, Recurrence, Span, SpanKind, Tag};

pub(crate) use title::capitalised;

use crate::dates::DateSpan;
use crate::message::Message;
use crate::units::{Gap, UnitKind};

/// What a payload says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Payload {
    /// The title, its first letter capital; `None` when nothing is left for one.
    pub(crate) title: Option<String>,
    /// The description.
    pub(crate) description: Option<String>,
    /// When it is due.
    pub(crate) due: Option<Due>,
    /// Which part of that was said.
    pub(crate) part: Option<DuePart>,
    /// How it repeats.
    pub(crate) recurrence: Option<Recurrence>,
    /// How urgent it is.
    pub(crate) priority: Option<Priority>,
    /// Its tags.
    pub(crate) tags: Vec<Tag>,
    /// What was recognised.
    pub(crate) spans: Vec<Span>,
    /// Two dates were said, and not which of them: "on Monday or Tuesday".
    pub(crate) undecided: bool,
}

impl Payload {
    /// Whether anything but a title was said.
    pub(crate) fn has_details(&self) -> bool {
        self.due.is_some()
            || self.recurrence.is_some()
            || self.priority.is_some()
            || !self.tags.is_empty()
            || self.description.is_some()
    }

    /// Takes a date that was said outside the title.
    pub(crate) fn take_date(&mut self, date: &DateSpan) {
        match (&self.due, &date.due) {
            (Some(time), Some(day))
                if self.part == Some(DuePart::Time) && date.part == Some(DuePart::Date) =>
            {
                self.due = Some(combine(day, time));
                self.part = Some(DuePart::Both);
            }
            (Some(day), Some(time))
                if self.part == Some(DuePart::Date) && date.part == Some(DuePart::Time) =>
            {
                self.due = Some(combine(day, time));
                self.part = Some(DuePart::Both);
            }
            _ => {
                self.due = date.due.clone().or(self.due.take());
                self.part = date.part.or(self.part);
            }
        }
        if self.recurrence.is_none() {
            self.recurrence.clone_from(&date.recurrence);
        }
    }
}

/// A day with a time of day.
fn combine(day: &Due, time: &Due) -> Due {
    time.moved_to(day.date())
}

/// How a title is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    /// "the post office" → "Post office".
    pub(crate) without_article: bool,
    /// Dates stay in the title: another one was said for the task.
    pub(crate) keep_dates: bool,
    /// The title is what was written, nothing is cut from it.
    pub(crate) literal: bool,
}

/// Reads a payload from a run of units.
pub(crate) fn read(message: &Message<'_>, range: Range<usize>, style: Style) -> Payload {
    let mut reader = Reader {
        message,
        cut: vec![false; range.len()],
        end: range.end,
        range,
        payload: Payload::default(),
    };
    if !style.literal {
        reader.description();
        reader.tags();
        reader.list();
        reader.priority();
        if !style.keep_dates {
            reader.dates();
        }
    }
    reader.title(style);
    reader.payload
}

struct Reader<'a, 't> {
    message: &'a Message<'t>,
    range: Range<usize>,
    /// Where the title's part ends and the description begins.
    end: usize,
    /// Which units of the range are no part of the title.
    cut: Vec<bool>,
    payload: Payload,
}

impl Reader<'_, '_> {
    fn cut(&mut self, units: Range<usize>, kind: SpanKind) {
        for at in units.clone() {
            self.cut[at - self.range.start] = true;
        }
        self.payload.spans.extend(self.message.span(units, kind));
    }

    fn is_cut(&self, at: usize) -> bool {
        at >= self.range.start && at < self.range.end && self.cut[at - self.range.start]
    }

    fn description(&mut self) {
        let found = (self.range.start + 1..self.range.end).find_map(|at| {
            let length = self
                .message
                .language
                .phrases
                .note_head(&self.message.units[at..self.range.end])?;
            // A word alone needs its colon: "pay the note" is no description.
            let colon = self.message.gap(at + length).has(Gap::COLON);
            (at + length < self.range.end && (length > 1 || colon)).then_some((at, at + length))
        });
        if let Some((at, from)) = found {
            let text = match &self.message.units[from..self.range.end] {
                [only] if only.kind == UnitKind::Quoted => only.text.to_owned(),
                _ => capitalised(
                    self.message.slice(from..self.range.end),
                    &self.message.units[from].word,
                ),
            };
            self.payload.description = Some(text);
            self.cut(from..self.range.end, SpanKind::Description);
            for place in at..from {
                self.cut[place - self.range.start] = true;
            }
            self.end = at;
        }
    }
}
