//! Conditions on tasks: "due today", "tagged home", "I haven't done yet", "sorted by priority".

use std::ops::Range;

use tasktalk_domain::{DueFilter, SortKey, SortOrder, StatusFilter, Tag, TaskFilter};

use crate::lexicon::Class;
use crate::message::Message;
use crate::pattern::Slot;
use crate::phrases::Condition;
use crate::units::UnitKind;

/// What was read from a run of units.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conditions {
    /// Which tasks.
    pub(crate) filter: TaskFilter,
    /// Sorted by what.
    pub(crate) sort: Option<SortKey>,
    /// In which direction.
    pub(crate) order: Option<SortOrder>,
    /// "all" was said.
    pub(crate) everything: bool,
    /// A word for tasks or the list was said.
    pub(crate) tasks: bool,
    /// The runs of units that restrict.
    pub(crate) recognised: Vec<Range<usize>>,
    /// Content words that restrict nothing we know.
    pub(crate) rest: Vec<usize>,
}

impl Conditions {
    /// Whether nothing restricts the tasks.
    pub(crate) fn is_empty(&self) -> bool {
        self.filter == TaskFilter::default()
    }

    /// Takes the words left over as words to look for.
    pub(crate) fn look_for_rest(&mut self, message: &Message<'_>) {
        if self.filter.text.is_none() && !self.rest.is_empty() {
            self.filter.text = Some(words(message, &self.rest));
        }
    }
}

/// Reads conditions from a run of units.
pub(crate) fn read(message: &Message<'_>, range: Range<usize>) -> Conditions {
    let mut conditions = Conditions::default();
    let units = &message.units[..range.end];
    let mut at = range.start;
    while at < range.end {
        let unit = &units[at];
        if unit.class.any(Class::TASK.with(Class::LIST)) {
            conditions.tasks = true;
        }
        if unit.kind == UnitKind::Tag {
            if let Ok(tag) = Tag::parse(unit.text) {
                conditions.filter.tag = Some(tag);
                conditions.recognised.push(at..at + 1);
            }
            at += 1;
        } else if unit.kind == UnitKind::Quoted {
            conditions.filter.text = Some(unit.text.trim().to_owned());
            conditions.recognised.push(at..at + 1);
            at += 1;
        } else if let Some((condition, length)) = condition(message, at..range.end, &mut conditions)
        {
            if !matches!(condition, Condition::Everything) {
                conditions.recognised.push(at..at + length);
            }
            at += length;
        } else if let Some(length) = unit.date_length {
            let date = unit.date.and_then(|index| message.dates.get(index));
            if let Some((from, to)) = date.and_then(|date| date.days) {
                conditions.filter.due = Some(DueFilter::Between { from, to });
                conditions.recognised.push(at..at + length);
            }
            at += length;
        } else if unit.class.any(Class::TAG_NAME)
            && units
                .get(at + 1)
                .is_some_and(|next| next.class.any(Class::TASK.with(Class::LIST)))
            && let Ok(tag) = Tag::parse(unit.text)
        {
            conditions.filter.tag = Some(tag);
            conditions.recognised.push(at..at + 1);
            at += 1;
        } else {
            let says_nothing =
                message.language.phrases.is_ignored(unit) || unit.class.any(Class::NEGATION);
            if !says_nothing && unit.kind != UnitKind::Sign {
                conditions.rest.push(at);
            }
            at += 1;
        }
    }
    conditions
}

/// Reads one condition at the beginning of a run; its length when there is one.
fn condition(
    message: &Message<'_>,
    range: Range<usize>,
    conditions: &mut Conditions,
) -> Option<(Condition, usize)> {
    let units = &message.units[range.clone()];
    let (condition, mut length, captures) = message.language.phrases.condition(units)?;
    let slot = |slot: Slot| {
        captures
            .get(slot)
            .map(|r| r.start + range.start..r.end + range.start)
    };
    match condition {
        Condition::Pending => conditions.filter.status = StatusFilter::Pending,
        Condition::Completed => conditions.filter.status = StatusFilter::Completed,
        Condition::Overdue => conditions.filter.due = Some(DueFilter::Overdue),
        Condition::Undated => conditions.filter.due = Some(DueFilter::None),
        Condition::Dated => conditions.filter.due = Some(DueFilter::Any),
        Condition::Urgent(priority) => conditions.filter.priority = Some(priority),
        Condition::Tagged => {
            let tag = Tag::parse(message.units[slot(Slot::Tag)?.start].text).ok()?;
            conditions.filter.tag = Some(tag);
        }
        Condition::Listed => {
            conditions.tasks = true;
            conditions.filter.tag = list_tag(message, slot(Slot::Tag)?);
        }
        Condition::About => {
            let from = slot(Slot::Filter)?.start;
            let end = (from..range.end)
                .find(|&at| message.units[at].date_length.is_some())
                .unwrap_or(range.end);
            let words_at: Vec<usize> = (from..end).collect();
            conditions.filter.text = Some(match words_at.as_slice() {
                [only] if message.units[*only].kind == UnitKind::Quoted => {
                    message.units[*only].text.to_owned()
                }
                _ => words(message, &words_at),
            });
            length = end - range.start;
        }
        Condition::Sorted(key, order) => {
            conditions.sort = Some(key);
            conditions.order = Some(order);
        }
        Condition::Descending => conditions.order = Some(SortOrder::Desc),
        Condition::Everything => conditions.everything = true,
    }
    Some((condition, length))
}

/// The tag that the name of a list is; none when it is simply the user's list.
pub(crate) fn list_tag(message: &Message<'_>, range: Range<usize>) -> Option<Tag> {
    let units = &message.units[range.clone()];
    let mut from = 0;
    while from < units.len()
        && (units[from]
            .class
            .any(Class::DETERMINER.with(Class::PLAIN_LIST))
            && !named_list(units, from))
    {
        from += 1;
    }
    if from == units.len()
        || units[from..]
            .iter()
            .all(|unit| unit.class.any(Class::PLAIN_LIST))
    {
        return None;
    }
    let name = &units[from..];
    if name.len() > 3 {
        return None;
    }
    let text = match name {
        [only] => only.text,
        _ => message.slice(range.start + from..range.end),
    };
    Tag::parse(text.trim_end_matches("'s")).ok()
}

/// "daily" is no name of its own, but a word that is also a usual tag is one when it stands last.
fn named_list(units: &[crate::units::Unit<'_>], at: usize) -> bool {
    at + 1 == units.len() && units[at].class.any(Class::TAG_NAME)
}

/// Words as they were written, without those that say nothing at either end.
fn words(message: &Message<'_>, places: &[usize]) -> String {
    let says = |place: &&usize| {
        let unit = &message.units[**place];
        !(unit.class.any(Class::DETERMINER) || unit.class.any(Class::TASK))
    };
    let kept: Vec<&str> = places
        .iter()
        .filter(says)
        .map(|&place| message.units[place].text)
        .collect();
    if kept.is_empty() {
        places
            .iter()
            .map(|&place| message.units[place].text)
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        kept.join(" ")
    }
}
