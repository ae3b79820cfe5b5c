//! Which existing tasks a run of words points at.

mod conditions;
mod counts;
pub(crate) mod exceptions;
mod numbers;

use std::ops::Range;

use tasktalk_domain::{Position, Pronoun, Reference, Selector};

use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::phrases::Pointer;
use crate::units::{Gap, Unit, UnitKind};

use conditions::{conditioned, named_list, without_list};
pub(crate) use counts::none;
use numbers::{id, invalid, numbers};

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
    /// The tasks meant; nothing when it is only said how many.
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
    if let Some((left, at)) = exceptions::find(message, range.clone()) {
        let mut pointed = whole(message, left)?;
        pointed.reference.exclude = exceptions::read(message, at..range.end)?;
        return Some(pointed);
    }
    if let Some(pointed) = whole(message, range.clone())
        && pointed.pointing == Pointing::Explicit
    {
        return Some(pointed);
    }
    several(message, range.clone()).or_else(|| whole(message, range))
}

/// Several references: "#4 and #7", "tasks 1, 2 and 3", "the milk and the eggs".
fn several(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units;
    let mut parts = Vec::new();
    let mut start = range.start;
    let mut either = false;
    for (at, unit) in units
        .iter()
        .enumerate()
        .take(range.end)
        .skip(range.start + 1)
    {
        let word = unit.is_any(&[Role::Conjunction, Role::Disjunction, Role::Additive]);
        if word || unit.gap.has(Gap::COMMA.with(Gap::STOP)) {
            if at > start {
                parts.push(start..at);
            }
            either |= unit.is(Role::Disjunction);
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
        // "tasks six and nine" are numbers, "six and nine" are two titles, if they are any.
        let spelled = part.len() == 1 && first.number.is_some();
        let counted = id(first)
            .filter(|_| spelled && spoken)
            .map(|selector| Pointed {
                reference: Reference::to(selector),
                pointing: Pointing::Explicit,
                bare_number: false,
            });
        let pointed = counted
            .or_else(|| numbers(message, part.clone()))
            .or_else(|| whole(message, part.clone()))?;
        let separate = pointed.pointing == Pointing::Explicit
            || pointed.pointing == Pointing::Named
            || first.class.any(Class::DETERMINER)
            || spelled;
        if !separate {
            return None;
        }
        pointing = pointing.min(pointed.pointing);
        bare_number |= pointed.bare_number && !spoken;
        include.extend(pointed.reference.include);
    }
    if either {
        include = vec![Selector::OneOf(include)];
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

/// One reference from first to last unit.
fn whole(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units[range.clone()];
    if counts::without_saying_which(units) {
        return Some(Pointed {
            reference: Reference::default(),
            pointing: Pointing::Explicit,
            bare_number: false,
        });
    }
    let explicit = |selector: Selector| Pointed {
        reference: Reference::to(selector),
        pointing: Pointing::Explicit,
        bare_number: false,
    };
    if let Some(selector) = pointer(message, range.clone()) {
        // "seven" alone may be a title, and is no number of a task.
        let spelled = matches!(selector, Selector::Id(_))
            && units.iter().all(|unit| {
                unit.kind == UnitKind::Word
                    && !unit.class.any(Class::TASK)
                    && !unit.is_any(&[Role::Denial, Role::NounNumber])
            });
        if spelled {
            let one = units.iter().any(|unit| unit.is(Role::ProformOne));
            return if one {
                None
            } else {
                words(message, range, false)
            };
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
        && units[..length].iter().any(|unit| {
            unit.class.any(Class::TASK) || unit.is_any(&[Role::ProformOne, Role::AuxiliaryDo])
        })
    {
        return words(message, range.start + length..range.end, true);
    }
    if let Some(selector) = named_list(message, range.clone()) {
        return Some(explicit(selector));
    }
    conditioned(message, range.clone()).or_else(|| words(message, range, false))
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
            || unit.is_any(&[Role::ProformOne, Role::ParticipleCalled])
    });
    (plain && quoted.next().is_none()).then_some(only.text)
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
    // "both john calls", "all john calls", "the john tasks": every task of which these are words.
    let counted = |unit: &Unit<'_>| unit.is_any(&[Role::PronounTwo, Role::QuantifierAll]);
    let each = end > start + 1 && (counted(&units[start]) || units[end - 1].is(Role::NounTasks));
    while end > start + 1
        && (units[end - 1].class.any(Class::TASK) || units[end - 1].is(Role::ProformOne))
    {
        named = true;
        end -= 1;
    }
    while start + 1 < end && (units[start].class.any(Class::DETERMINER) || counted(&units[start])) {
        start += 1;
    }
    // "lo de mamá", "das mit dem Auto": what the preposition leads to.
    let led = start > range.start
        && start + 1 < end
        && units[start].is_any(&[Role::PrepositionOf, Role::PrepositionWith]);
    if led {
        start += 1;
        while start + 1 < end && units[start].class.any(Class::DETERMINER) {
            start += 1;
        }
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
    let text = text.to_owned();
    let selector = if each {
        Selector::Each(text)
    } else {
        Selector::Words { text, exact: false }
    };
    Some(Pointed {
        reference: Reference::to(selector),
        pointing,
        bare_number: false,
    })
}
