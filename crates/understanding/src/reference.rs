//! Which existing tasks a run of words points at.

use std::ops::Range;

use tasktalk_domain::{Position, Pronoun, Reference, Selector, TaskFilter, TaskId};

use crate::filter;
use crate::lexicon::Class;
use crate::message::Message;
use crate::phrases::Pointer;
use crate::units::{Gap, Unit, UnitKind};

/// How plainly the words point at tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pointing {
    /// Many words, or words of something else.
    Vague,
    /// Words of a title.
    Words,
    /// Words of a title and a word for a task.
    Named,
    /// A number, a place, a pronoun, a quotation, conditions.
    Explicit,
}

/// A reference, and how plain it is.
#[derive(Clone, Debug)]
pub(crate) struct Pointed {
    /// The tasks meant.
    pub(crate) reference: Reference,
    /// How plainly.
    pub(crate) pointing: Pointing,
    /// A bare number without `#` or a word for a task.
    pub(crate) bare_number: bool,
}

/// More units than these point at nothing.
const LONGEST_REFERENCE: usize = 120;
/// More words than this are no title one would point with.
const LONGEST_TITLE: usize = 14;

/// Reads a reference from a run of units.
pub(crate) fn read(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let range = without_list(message, range);
    if range.is_empty() || range.len() > LONGEST_REFERENCE {
        return None;
    }
    let phrases = &message.language.phrases;
    let exception = (range.start + 1..range.end).find_map(|at| {
        let length = phrases.exception(&message.units[at..range.end])?;
        let left = whole(message, range.start..at)?;
        let everything = matches!(left.pointing, Pointing::Explicit)
            && left.reference.include.iter().any(|selector| {
                matches!(
                    selector,
                    Selector::All | Selector::Filter(_) | Selector::Pronoun(_)
                )
            });
        (everything && at + length < range.end).then_some((left, at + length))
    });
    if let Some((mut left, at)) = exception {
        let excluded = read(message, at..range.end)?;
        left.reference.exclude = excluded.reference.include;
        return Some(left);
    }
    if let Some(pointed) = whole(message, range.clone())
        && pointed.pointing == Pointing::Explicit
    {
        return Some(pointed);
    }
    several(message, range.clone()).or_else(|| whole(message, range))
}

/// "… from my list" says nothing about which task.
fn without_list(message: &Message<'_>, range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    let units = &message.units;
    if end > range.start + 2
        && units[end - 1].class.any(Class::LIST)
        && !units[end - 1].class.any(Class::TASK)
    {
        let opening = (range.start + 1..end - 1)
            .rev()
            .take(5)
            .find(|&at| units[at].is_one_of(&["from", "on", "in", "off", "of"]));
        // Of "everything on my shopping list" the list says which.
        let all = units[range.start..end].iter().any(says_all);
        if let Some(at) = opening
            && (end - 1 - at <= 4 && !all
                || units[at + 1..end - 1]
                    .iter()
                    .all(|unit| unit.class.any(Class::PLAIN_LIST.with(Class::DETERMINER))))
        {
            end = at;
            if end > range.start + 1 && units[end - 1].is_one_of(&["off", "out"]) {
                end -= 1;
            }
        }
    }
    range.start..end
}

fn says_all(unit: &Unit<'_>) -> bool {
    unit.is_one_of(&[
        "everything",
        "all",
        "every",
        "anything",
        "whatever",
        "each",
        "items",
        "things",
        "tasks",
    ])
}

/// Several references: "#4 and #7", "tasks 1, 2 and 3", "the milk and the eggs".
fn several(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units;
    let mut parts = Vec::new();
    let mut start = range.start;
    for (at, unit) in units
        .iter()
        .enumerate()
        .take(range.end)
        .skip(range.start + 1)
    {
        let word = unit.is_one_of(&["and", "&", "or", "plus", "also"]);
        if word || unit.gap.has(Gap::COMMA.with(Gap::STOP)) {
            if at > start {
                parts.push(start..at);
            }
            start = if word { at + 1 } else { at };
        }
    }
    if start < range.end {
        parts.push(start..range.end);
    }
    if parts.len() < 2 {
        return numbers(message, range);
    }
    let mut include = Vec::new();
    let mut pointing = Pointing::Explicit;
    let mut bare_number = false;
    // A plural word for tasks before the first number counts for all of them.
    let spoken = units[range.start..range.end]
        .iter()
        .any(|unit| unit.class.any(Class::TASK) || unit.kind == UnitKind::Id);
    for part in parts {
        let first = &units[part.start];
        let pointed = numbers(message, part.clone()).or_else(|| whole(message, part.clone()))?;
        let separate = pointed.pointing == Pointing::Explicit
            || pointed.pointing == Pointing::Named
            || first.class.any(Class::DETERMINER);
        if !separate {
            return None;
        }
        pointing = pointing.min(pointed.pointing);
        bare_number |= pointed.bare_number && !spoken;
        include.extend(pointed.reference.include);
    }
    Some(Pointed {
        reference: Reference {
            include,
            exclude: Vec::new(),
        },
        pointing,
        bare_number,
    })
}

/// Numbers in a row: "tasks 1 2 3", "2 to 5", "1-3".
fn numbers(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units[range.clone()];
    let spoken = units
        .iter()
        .any(|unit| unit.class.any(Class::TASK) || unit.kind == UnitKind::Id);
    let mut selectors = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let unit = &units[at];
        if unit.class.any(Class::TASK.with(Class::DETERMINER))
            || unit.is_one_of(&[
                "number", "numbers", "no", "nr", "id", "ids", "with", "through",
            ])
        {
            at += 1;
            continue;
        }
        if let Some((first, last)) = dashed(unit) {
            selectors.extend(
                (first..=last)
                    .filter_map(|id| TaskId::try_from(id).ok())
                    .map(Selector::Id),
            );
            at += 1;
            continue;
        }
        let from = unit.number?;
        // "one" alone is no number of a task.
        if unit.kind == UnitKind::Word && !spoken {
            return None;
        }
        if let [_, to, until, ..] = &units[at..]
            && to.is_one_of(&["to", "through", "thru", "until", "till"])
            && let Some(until) = until.number
        {
            if !(from > 0 && from < until && until - from < 100) {
                return None;
            }
            selectors.extend(
                (from..=until)
                    .filter_map(|id| TaskId::try_from(id).ok())
                    .map(Selector::Id),
            );
            at += 3;
            continue;
        }
        selectors.push(id(unit)?);
        at += 1;
    }
    (!selectors.is_empty()).then(|| Pointed {
        reference: Reference {
            include: selectors,
            exclude: Vec::new(),
        },
        pointing: Pointing::Explicit,
        bare_number: !spoken,
    })
}

/// "1-3" as one unit.
fn dashed(unit: &Unit<'_>) -> Option<(i64, i64)> {
    let (first, last) = unit.text.split_once(['-', '\u{2013}'])?;
    let (first, last) = (
        first.parse().ok()?,
        last.trim_start_matches('#').parse().ok()?,
    );
    (first > 0 && first < last && last - first < 100).then_some((first, last))
}

/// The task with a number, or a number that no task can have.
fn id(unit: &Unit<'_>) -> Option<Selector> {
    let digits = unit
        .text
        .strip_prefix(['-', '\u{2212}'])
        .unwrap_or(unit.text);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return Some(
            unit.text
                .parse::<i64>()
                .ok()
                .and_then(|number| TaskId::try_from(number).ok())
                .map_or_else(|| Selector::InvalidId(unit.text.to_owned()), Selector::Id),
        );
    }
    unit.number
        .and_then(|number| TaskId::try_from(number).ok())
        .map(Selector::Id)
}

/// One reference from first to last unit.
fn whole(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units[range.clone()];
    let explicit = |selector: Selector| Pointed {
        reference: Reference::to(selector),
        pointing: Pointing::Explicit,
        bare_number: false,
    };
    if let Some(selector) = pointer(message, range.clone()) {
        // "one" alone is no number of a task.
        let spelled = matches!(selector, Selector::Id(_))
            && units.iter().all(|unit| {
                unit.kind == UnitKind::Word
                    && !unit.class.any(Class::TASK)
                    && !unit.is_one_of(&["number", "no", "nr"])
            });
        if spelled {
            return None;
        }
        let bare_number = matches!(selector, Selector::Id(_) | Selector::InvalidId(_))
            && units
                .iter()
                .all(|unit| unit.kind == UnitKind::Number || unit.number.is_some());
        return Some(Pointed {
            bare_number: bare_number && units[0].kind != UnitKind::Id,
            ..explicit(selector)
        });
    }
    if let [unit] = units
        && let (UnitKind::Id | UnitKind::Number, Some(selector)) = (unit.kind, invalid(unit))
    {
        return Some(Pointed {
            bare_number: unit.kind == UnitKind::Number,
            ..explicit(selector)
        });
    }
    if let Some(quoted) = quotation(units) {
        return Some(explicit(Selector::Words {
            text: quoted.trim().to_owned(),
            exact: true,
        }));
    }
    if let Some(length) = message
        .language
        .phrases
        .named(units)
        .filter(|&length| length < units.len())
        && units[..length]
            .iter()
            .any(|unit| unit.class.any(Class::TASK) || unit.is_one_of(&["one", "do"]))
    {
        return words(message, range.start + length..range.end, true);
    }
    if let Some(selector) = named_list(message, range.clone()) {
        return Some(explicit(selector));
    }
    conditioned(message, range.clone()).or_else(|| words(message, range, false))
}

/// "the shopping list": everything with its tag; "my to-do list": everything.
fn named_list(message: &Message<'_>, range: Range<usize>) -> Option<Selector> {
    let mut end = range.end;
    while end > range.start && message.units[end - 1].date.is_some() {
        end -= 1;
    }
    let due = (end < range.end)
        .then(|| filter::read(message, end..range.end).filter.due)
        .flatten();
    let (last, name) = message.units[range.start..end].split_last()?;
    let of_tasks = last.class.any(Class::LIST) && !last.class.any(Class::TASK);
    if !of_tasks
        || name.len() > 4
        || name
            .iter()
            .any(|unit| unit.date.is_some() || unit.kind != UnitKind::Word)
    {
        return None;
    }
    let names = name.iter().all(|unit| {
        unit.class.any(Class::PLAIN_LIST.with(Class::DETERMINER)) || !unit.class.any(Class::STOP)
    });
    let filter = TaskFilter {
        tag: filter::list_tag(message, range.start..end - 1),
        due,
        ..TaskFilter::default()
    };
    names.then(|| {
        if filter == TaskFilter::default() {
            Selector::All
        } else {
            Selector::Filter(filter)
        }
    })
}

fn invalid(unit: &Unit<'_>) -> Option<Selector> {
    match id(unit)? {
        selector @ Selector::InvalidId(_) => Some(selector),
        _ => None,
    }
}

/// Numbers, places and pronouns.
fn pointer(message: &Message<'_>, range: Range<usize>) -> Option<Selector> {
    let units = &message.units[range.clone()];
    let (pointer, place) = message.language.phrases.pointer(units)?;
    let place = place.map(|place| &units[place]);
    let count = |unit: &Unit<'_>| {
        unit.number
            .and_then(|n| u32::try_from(n).ok())
            .filter(|&n| n > 0)
    };
    Some(match pointer {
        Pointer::Id => id(place?)?,
        Pointer::Nth => Selector::Position(Position::Nth(place?.ordinal?)),
        Pointer::Top => Selector::Position(Position::Nth(1)),
        Pointer::FromEnd => Selector::Position(Position::FromEnd(1)),
        Pointer::SecondFromEnd => Selector::Position(Position::FromEnd(2)),
        Pointer::First => Selector::Position(Position::First(count(place?)?)),
        Pointer::Last => Selector::Position(Position::Last(count(place?)?)),
        Pointer::It => Selector::Pronoun(Pronoun::It),
        Pointer::Both => Selector::Pronoun(Pronoun::Both),
        Pointer::Them => Selector::Pronoun(Pronoun::Them),
        Pointer::Others => Selector::Pronoun(Pronoun::Others),
        Pointer::All => Selector::All,
    })
}

/// A quotation, alone or with a word for a task: "the 'rent' task".
fn quotation<'t>(units: &[Unit<'t>]) -> Option<&'t str> {
    let mut quoted = units.iter().filter(|unit| unit.kind == UnitKind::Quoted);
    let only = quoted.next()?;
    let plain = units.iter().all(|unit| {
        unit.kind == UnitKind::Quoted
            || unit.class.any(Class::TASK.with(Class::DETERMINER))
            || unit.is_one_of(&["called", "named", "titled", "one"])
    });
    (plain && quoted.next().is_none()).then_some(only.text)
}

/// "everything due today", "the overdue ones", "all shopping tasks".
fn conditioned(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units[range.clone()];
    let plural = units.iter().any(|unit| {
        says_all(unit)
            || unit.is_one_of(&[
                "everything",
                "all",
                "tasks",
                "todos",
                "to-dos",
                "ones",
                "items",
                "things",
                "whatever",
                "what's",
                "what",
                "reminders",
                "chores",
                "errands",
                "anything",
                "every",
                "those",
                "each",
                "any",
                "stuff",
                "which",
            ])
    });
    let mut conditions = filter::read(message, range.clone());
    let dated = conditions.filter.due.is_some();
    if plural {
        if conditions.is_empty() && conditions.rest.is_empty() {
            return (conditions.everything || conditions.tasks).then(|| Pointed {
                reference: Reference::to(Selector::All),
                pointing: Pointing::Explicit,
                bare_number: false,
            });
        }
        if conditions.is_empty() && !conditions.everything {
            return None;
        }
        let every = units.iter().any(|unit| {
            unit.is_one_of(&["everything", "all", "every", "whatever", "anything", "each"])
        });
        let titled = !conditions.rest.is_empty();
        if titled && !(every || units.last().is_some_and(|unit| unit.class.any(Class::TASK))) {
            return None;
        }
        conditions.look_for_rest(message);
        return Some(Pointed {
            reference: Reference::to(Selector::Filter(conditions.filter)),
            pointing: if titled {
                Pointing::Named
            } else {
                Pointing::Explicit
            },
            bare_number: false,
        });
    }
    // "the meeting tomorrow": a title and a day. Both must hold.
    if dated && !conditions.rest.is_empty() && conditions.rest.len() <= 6 {
        conditions.look_for_rest(message);
        return Some(Pointed {
            pointing: if conditions.tasks {
                Pointing::Named
            } else {
                Pointing::Words
            },
            reference: Reference::to(Selector::Filter(conditions.filter)),
            bare_number: false,
        });
    }
    None
}

/// Words of a title, without what says nothing around them.
fn words(message: &Message<'_>, range: Range<usize>, named: bool) -> Option<Pointed> {
    let units = &message.units;
    let (mut start, mut end) = (range.start, range.end);
    if end > start
        && units[start..end]
            .iter()
            .filter(|unit| unit.kind == UnitKind::Quoted)
            .count()
            == 1
        && end - start == 1
    {
        return Some(Pointed {
            reference: Reference::to(Selector::Words {
                text: units[start].text.trim().to_owned(),
                exact: true,
            }),
            pointing: Pointing::Explicit,
            bare_number: false,
        });
    }
    let mut named = named;
    while end > start + 1
        && (units[end - 1].class.any(Class::TASK) || units[end - 1].is_word("one"))
    {
        named = true;
        end -= 1;
    }
    while start + 1 < end && units[start].class.any(Class::DETERMINER) {
        start += 1;
    }
    if start + 1 < end && units[start].class.any(Class::TASK) && !units[start].gap.has(Gap::COMMA) {
        named = true;
        start += 1;
        while start + 1 < end
            && (units[start].class.any(Class::DETERMINER) || units[start].gap.has(Gap::COLON))
            && units[start].class.any(Class::DETERMINER)
        {
            start += 1;
        }
    }
    let text = message.slice(start..end);
    let content = units[start..end]
        .iter()
        .filter(|unit| !unit.class.any(Class::STOP))
        .count();
    if text.is_empty() || content == 0 || end - start > 40 {
        return None;
    }
    let pointing = if end - start > LONGEST_TITLE {
        Pointing::Vague
    } else if named {
        Pointing::Named
    } else {
        Pointing::Words
    };
    Some(Pointed {
        reference: Reference::to(Selector::Words {
            text: text.to_owned(),
            exact: false,
        }),
        pointing,
        bare_number: false,
    })
}
