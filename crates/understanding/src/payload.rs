//! The payload of an added task: its title, and what is cut from it: dates, priority, tags, a description.

mod second_thoughts;

use std::ops::Range;

use tasktalk_domain::{Due, DuePart, Priority, Recurrence, Span, SpanKind, Tag};

use second_thoughts::Join;

use crate::dates::DateSpan;
use crate::lexicon::Class;
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

    fn tags(&mut self) {
        let units = &self.message.units;
        let mut at = self.range.start;
        while at < self.end {
            if units[at].kind == UnitKind::Tag
                && let Ok(tag) = Tag::parse(units[at].text)
            {
                self.add_tag(tag);
                self.cut(at..at + 1, SpanKind::Tag);
                at += 1;
                continue;
            }
            let head = if at > self.range.start {
                self.message.language.phrases.tag_head(&units[at..self.end])
            } else {
                None
            };
            let Some(head) = head.filter(|head| at + head < self.end) else {
                at += 1;
                continue;
            };
            let mut place = at + head;
            let mut tags = Vec::new();
            while place < self.end {
                if units[place].is_one_of(&["and", "&"]) && place + 1 < self.end {
                    place += 1;
                }
                let usable = units[place].date.is_none() && !units[place].class.any(Class::STOP);
                let Some(tag) = usable.then(|| Tag::parse(units[place].text).ok()).flatten() else {
                    break;
                };
                tags.push(tag);
                place += 1;
                let goes_on = place < self.end
                    && (units[place].is_one_of(&["and", "&"]) || units[place].gap.has(Gap::COMMA));
                if !goes_on {
                    break;
                }
            }
            if tags.is_empty() {
                at += 1;
                continue;
            }
            for tag in tags {
                self.add_tag(tag);
            }
            self.cut(at..place, SpanKind::Tag);
            at = place;
        }
    }

    fn add_tag(&mut self, tag: Tag) {
        if !self.payload.tags.contains(&tag) {
            self.payload.tags.push(tag);
        }
    }

    fn priority(&mut self) {
        if self.message.gap(self.end).has(Gap::BANGS) {
            self.payload.priority = Some(Priority::High);
        }
        for at in self.range.start..self.end {
            if self.is_cut(at) {
                continue;
            }
            let at_start =
                at == self.range.start && self.message.gap(at + 1).has(Gap::COLON.with(Gap::COMMA));
            let Some((priority, length)) = self
                .message
                .language
                .phrases
                .priority(&self.message.units[at..self.end], true)
            else {
                continue;
            };
            let whole = at == self.range.start && at + length == self.end;
            let anywhere = self
                .message
                .language
                .phrases
                .priority(&self.message.units[at..self.end], false)
                .is_some();
            // What is a priority only at the edge of a title must stand there.
            let rest_is_cut = (at + length..self.end)
                .all(|place| self.is_cut(place) || self.message.units[place].date.is_some());
            if !whole && (anywhere || rest_is_cut || at_start) {
                // "high priority meeting notes" names the meeting.
                self.payload.priority = Some(priority);
                self.cut(at..at + length, SpanKind::Priority);
                return;
            }
        }
    }

    fn dates(&mut self) {
        let mut chosen: Vec<usize> = Vec::new();
        let units = &self.message.units;
        for (index, date) in self.message.dates.iter().enumerate() {
            // "a task for tomorrow": the word that leads to the date belongs to the frame.
            let inside = date.units.end > self.range.start
                && date.units.start + 2 >= self.range.start
                && date.units.end <= self.end;
            if !inside || (date.due.is_none() && date.recurrence.is_none()) {
                continue;
            }
            // "the monday meeting", "tomorrow's lunch": the date describes the thing.
            let before = date
                .units
                .start
                .checked_sub(1)
                .filter(|&at| at >= self.range.start);
            let described = before.is_some_and(|at| {
                units[at].is_one_of(&["the", "my", "our", "a", "an", "of", "about"])
            });
            let follows = units
                .get(date.units.end)
                .filter(|_| date.units.end < self.end);
            let names = follows.is_some_and(|next| {
                !next.class.any(Class::STOP)
                    && next.date.is_none()
                    && next.kind == UnitKind::Word
                    && !next.gap.has(Gap::COMMA.with(Gap::STOP).with(Gap::COLON))
            });
            let possessive = units[date.units.end - 1].word.ends_with("'s");
            if (described && names) || (possessive && follows.is_some()) {
                continue;
            }
            chosen.push(index);
        }
        let joins: Vec<_> = chosen
            .windows(2)
            .map(|pair| second_thoughts::between(self.message, pair[0], pair[1]))
            .collect();
        if joins.contains(&Some(Join::Or)) {
            // Which of them, only the user can say; until then they stay where they were written.
            self.payload.undecided = true;
            return;
        }
        let last = chosen.last().copied();
        for (place, index) in chosen.into_iter().enumerate() {
            let date = &self.message.dates[index];
            let corrects = place > 0 && joins[place - 1] == Some(Join::Correction);
            let fits = corrects
                || self.payload.due.is_none()
                || (date.due.is_some()
                    && self.payload.part != Some(DuePart::Both)
                    && date.part.is_some()
                    && date.part != Some(DuePart::Both)
                    && date.part != self.payload.part)
                || (self.payload.recurrence.is_none() && date.recurrence.is_some());
            if !fits {
                continue;
            }
            if !corrects && self.payload.recurrence.is_some() && date.part == Some(DuePart::Date) {
                continue;
            }
            let mut from = date.units.start;
            if corrects {
                second_thoughts::correct(&mut self.payload, date);
                // What leads from one to the other is no part of the title.
                while from > self.range.start && !self.is_cut(from - 1) {
                    from -= 1;
                }
            } else {
                self.payload.take_date(date);
            }
            let kind = if date.recurrence.is_some() {
                SpanKind::Recurrence
            } else {
                SpanKind::Due
            };
            self.cut(from.max(self.range.start)..date.units.end, kind);
        }
        if let Some(last) = last {
            let tail = self.message.dates[last].units.end..self.end;
            if second_thoughts::correct_hour(&mut self.payload, self.message, tail.clone()) {
                self.cut(tail, SpanKind::Due);
            }
        }
    }

    fn title(&mut self, style: Style) {
        let mut kept: Vec<Range<usize>> = Vec::new();
        for at in self.range.start..self.end {
            if self.is_cut(at) {
                continue;
            }
            match kept.last_mut() {
                Some(run) if run.end == at => run.end = at + 1,
                _ => kept.push(at..at + 1),
            }
        }
        let units = &self.message.units;
        // What led to a piece that was cut leads nowhere now.
        if let Some(first) = kept.first_mut()
            && first.start > self.range.start
        {
            while first.start < first.end
                && units[first.start].is_one_of(&[
                    "to", "that", "about", "of", "for", "and", "i", "need", "have",
                ])
                && first.end - first.start > 1
            {
                first.start += 1;
            }
        }
        let runs = kept.len();
        for (index, run) in kept.iter_mut().enumerate() {
            let dangling = run.end < self.end || index + 1 < runs || self.end < self.range.end;
            while dangling && run.end > run.start && is_connector(units[run.end - 1].word.as_ref())
            {
                run.end -= 1;
            }
        }
        kept.retain(|run| run.start < run.end);
        if let Some(first) = kept.first_mut() {
            while first.end - first.start > 1
                && units[first.start].is_one_of(&["uh", "um", "umm", "er", "erm", "hmm"])
            {
                first.start += 1;
            }
        }
        if style.without_article
            && let Some(first) = kept.first_mut()
        {
            let article = units[first.start].is_one_of(&["a", "an", "the", "some", "my"]);
            if article && (first.end - first.start > 1) {
                first.start += 1;
            }
        }
        let quoted = match kept.as_slice() {
            [run] if run.len() == 1 && units[run.start].kind == UnitKind::Quoted => {
                Some(units[run.start].text)
            }
            _ => None,
        };
        let title = if let Some(quoted) = quoted {
            quoted.trim().to_owned()
        } else {
            let text = kept
                .iter()
                .map(|run| self.message.slice(run.clone()))
                .filter(|piece| !piece.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            match kept.first() {
                Some(first) => capitalised(&text, &units[first.start].word),
                None => text,
            }
        };
        if title.chars().any(char::is_alphanumeric) || quoted.is_some() || !title.is_ascii() {
            if let [run] = kept.as_slice() {
                self.payload
                    .spans
                    .extend(self.message.span(run.clone(), SpanKind::Title));
            }
            if !title.is_empty() {
                self.payload.title = Some(title);
            }
        }
        self.payload.spans.sort_by_key(|span| span.start);
    }
}

/// Words that join a title to what was cut from it.
fn is_connector(word: &str) -> bool {
    matches!(
        word,
        "by" | "on"
            | "at"
            | "due"
            | "for"
            | "before"
            | "until"
            | "till"
            | "from"
            | "in"
            | "starting"
            | "and"
            | "with"
            | "every"
            | "as"
            | "&"
            | "is"
            | "it's"
            | "its"
            | "which"
            | "that"
            | "beginning"
            | "not"
    )
}

/// A text with a capital first letter, unless its first word has capitals of its own or is no word ("iPhone", "http://…").
fn capitalised(text: &str, first_word: &str) -> String {
    let own_case = text.split_whitespace().next().is_some_and(|word| {
        word.chars().any(char::is_uppercase) || word.contains("://") || word.contains('@')
    });
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() && !own_case && !first_word.is_empty() => {
            first.to_uppercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}
