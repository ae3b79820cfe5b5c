//! Conditions on tasks: "due today", "not tagged home", "I haven't done yet", "sorted by priority".

mod denial;
mod enumeration;
mod names;
mod parts;

use std::ops::Range;

use tasktalk_domain::{DueFilter, DuePart, SortKey, SortOrder, StatusFilter, Tag, TaskFilter};

use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::pattern::Slot;
use crate::phrases::Condition;
use crate::units::{Gap, UnitKind};

pub(crate) use denial::{named, only_conditions};
use enumeration::{another_tag, shared_priority};
pub(crate) use names::list_tag;
use names::words;
use parts::{Joint, Parts};

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
    /// Something restricts the tasks in a way no filter can say: to change what the filter lets through could
    /// change the wrong ones.
    pub(crate) unsaid: bool,
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
    let mut parts = Parts::default();
    let mut at = range.start;
    while at < range.end {
        let unit = &message.units[at];
        if unit.class.any(Class::TASK.with(Class::LIST)) {
            conditions.tasks = true;
        }
        if unit.gap.has(Gap::COMMA) {
            parts.join(Joint::And);
        }
        if let Some(length) = denial::exception(message, at..range.end)
            && at > range.start
        {
            let excepted = denial::excepted(message, at + length..range.end);
            conditions.unsaid |= excepted.is_none();
            conditions.recognised.push(at..range.end);
            parts.except(excepted.unwrap_or_default());
            break;
        }
        let (restriction, mut length) = restriction(message, at..range.end, &mut conditions);
        match restriction {
            Restriction::Filter(filter) => {
                conditions.recognised.push(at..at + length);
                let tagged = message.units[at].kind == UnitKind::Word
                    && (filter.tag.is_some() || !filter.except.is_empty());
                parts.take(filter);
                while tagged
                    && let Some((joint, tag, more)) = another_tag(message, at + length..range.end)
                {
                    parts.join(joint);
                    parts.take(tag_filter(tag));
                    conditions.recognised.push(at + length..at + length + more);
                    length += more;
                }
            }
            Restriction::Order => conditions.recognised.push(at..at + length),
            Restriction::Nothing => {}
            Restriction::Unknown => plain_word(message, at..range.end, &mut parts, &mut conditions),
        }
        at += length;
    }
    let (filter, unsaid) = parts.into_filter();
    // "done and open ones" are all of them, so nobody may narrow them to the open ones.
    conditions.everything |= filter
        .either
        .iter()
        .any(|either| either.status != StatusFilter::All);
    conditions.filter = filter;
    conditions.unsaid |= unsaid;
    conditions
}

/// What the units at one place say about the tasks.
enum Restriction {
    /// Which they are.
    Filter(TaskFilter),
    /// How they are ordered.
    Order,
    /// Nothing.
    Nothing,
    /// Nothing that is known.
    Unknown,
}

/// Reads what restricts tasks at the beginning of a run, and its length.
fn restriction(
    message: &Message<'_>,
    range: Range<usize>,
    conditions: &mut Conditions,
) -> (Restriction, usize) {
    let at = range.start;
    let unit = &message.units[at];
    let tag = |tag| Restriction::Filter(tag_filter(tag));
    if unit.kind == UnitKind::Tag {
        return (Tag::parse(unit.text).map_or(Restriction::Nothing, tag), 1);
    }
    if unit.kind == UnitKind::Quoted {
        return (
            Restriction::Filter(text_filter(unit.text.trim().to_owned())),
            1,
        );
    }
    if !denial::denies_date(message, range.clone())
        && let Some(found) = condition(message, range.clone(), conditions)
    {
        return found;
    }
    let date = unit.date.and_then(|index| message.dates.get(index));
    // What there is no such day of is looked for as words, and found nowhere.
    if let Some(length) = unit.date_length
        && date.is_none_or(|date| !date.impossible)
    {
        let Some((from, to)) = date.and_then(|date| date.days) else {
            return (Restriction::Nothing, length);
        };
        // Days can be told apart, times of a day and repetitions cannot.
        conditions.unsaid |= date.is_some_and(|date| {
            date.recurrence.is_some() || matches!(date.part, Some(DuePart::Time | DuePart::Both))
        });
        let due = DueFilter::Between { from, to };
        return (
            Restriction::Filter(TaskFilter {
                due: Some(due),
                ..TaskFilter::default()
            }),
            length,
        );
    }
    if let Some(priority) = shared_priority(message, range.clone()) {
        return (
            Restriction::Filter(TaskFilter {
                priority: Some(priority),
                ..TaskFilter::default()
            }),
            1,
        );
    }
    let names_tag = unit.class.any(Class::TAG_NAME)
        && message.units[..range.end]
            .get(at + 1)
            .is_some_and(|next| next.class.any(Class::TASK.with(Class::LIST)));
    match Tag::parse(unit.text) {
        Ok(name) if names_tag => (tag(name), 1),
        _ => (Restriction::Unknown, 1),
    }
}

/// A word that restricts nothing by itself, but may join or deny what follows.
fn plain_word(
    message: &Message<'_>,
    range: Range<usize>,
    parts: &mut Parts,
    conditions: &mut Conditions,
) {
    let unit = &message.units[range.start];
    if let Some(joint) = Joint::of(unit) {
        parts.join(joint);
        return;
    }
    if unit.class.any(Class::NEGATION) {
        if denial::denies(message, range) {
            parts.deny();
        } else {
            conditions.unsaid = true;
        }
        return;
    }
    // "all, only the holiday one stays" says the opposite of "only the holiday one".
    conditions.unsaid |= unit.is(Role::Restriction) && unit.gap.has(Gap::COMMA);
    if !message.language.phrases.is_ignored(unit) && unit.kind != UnitKind::Sign {
        parts.interrupt();
        conditions.rest.push(range.start);
    }
}

/// Reads one condition at the beginning of a run, and its length when there is one.
fn condition(
    message: &Message<'_>,
    range: Range<usize>,
    conditions: &mut Conditions,
) -> Option<(Restriction, usize)> {
    let units = &message.units[range.clone()];
    let (condition, mut length, captures) = message.language.phrases.condition(units)?;
    let slot = |slot: Slot| {
        captures
            .get(slot)
            .map(|r| r.start + range.start..r.end + range.start)
    };
    let mut filter = TaskFilter::default();
    match condition {
        Condition::Pending => filter.status = StatusFilter::Pending,
        Condition::Completed => filter.status = StatusFilter::Completed,
        Condition::Overdue => filter.due = Some(DueFilter::Overdue),
        Condition::Undated => filter.due = Some(DueFilter::None),
        Condition::Dated => filter.due = Some(DueFilter::Any),
        Condition::Urgent(priority) => filter.priority = Some(priority),
        Condition::Tagged => {
            filter.tag = Some(Tag::parse(message.units[slot(Slot::Tag)?.start].text).ok()?);
        }
        Condition::NotTagged => {
            let tag = Tag::parse(message.units[slot(Slot::Tag)?.start].text).ok()?;
            filter.except.push(tag_filter(tag));
        }
        Condition::Listed => {
            conditions.tasks = true;
            filter.tag = list_tag(message, slot(Slot::Tag)?);
        }
        Condition::About => {
            let from = slot(Slot::Filter)?.start;
            let end = (from..range.end)
                .find(|&at| message.units[at].date_length.is_some())
                .unwrap_or(range.end);
            let words_at: Vec<usize> = (from..end).collect();
            filter.text = Some(match words_at.as_slice() {
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
            return Some((Restriction::Order, length));
        }
        Condition::Descending => {
            conditions.order = Some(SortOrder::Desc);
            return Some((Restriction::Order, length));
        }
        Condition::Everything => {
            conditions.everything = true;
            return Some((Restriction::Nothing, length));
        }
    }
    Some((Restriction::Filter(filter), length))
}

fn tag_filter(tag: Tag) -> TaskFilter {
    TaskFilter {
        tag: Some(tag),
        ..TaskFilter::default()
    }
}

fn text_filter(text: String) -> TaskFilter {
    TaskFilter {
        text: Some(text),
        ..TaskFilter::default()
    }
}
