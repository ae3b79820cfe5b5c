//! References by condition: "everything due today", "the shopping list".

use std::ops::Range;

use tasktalk_domain::{Reference, Selector, TaskFilter};

use super::{Pointed, Pointing};
use crate::filter;
use crate::lexicon::{Class, Habits, Role};
use crate::message::Message;
use crate::units::{Unit, UnitKind};

/// "everything due today", "the overdue ones", "all shopping tasks".
pub(super) fn conditioned(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units[range.clone()];
    let plural = units.iter().any(|unit| {
        says_all(unit)
            || unit.is_any(&[
                Role::DemonstrativeMany,
                Role::ProformMany,
                Role::QuantifierAll,
                Role::PronounAll,
                Role::QuantifierEvery,
                Role::PronounAny,
                Role::QuantifierAny,
                Role::InterrogativeWhich,
                Role::InterrogativeWhat,
                Role::InterrogativeWithCopula,
                Role::NounTasks,
                Role::NounStuff,
            ])
    });
    let mut conditions = filter::read(message, range.clone());
    let dated = conditions.filter.due.is_some();
    if plural {
        if conditions.unsaid {
            // Only a title that is called so can be meant.
            return Some(Pointed {
                reference: Reference::to(Selector::Words {
                    text: message.slice(range).to_owned(),
                    exact: true,
                }),
                pointing: Pointing::Named,
                bare_number: false,
            });
        }
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
            unit.is_any(&[
                Role::QuantifierAll,
                Role::PronounAll,
                Role::QuantifierEvery,
                Role::PronounAny,
            ])
        });
        let titled = !conditions.rest.is_empty();
        if titled && !(every || units.last().is_some_and(|unit| unit.class.any(Class::TASK))) {
            return None;
        }
        let quoted = conditions.filter.text.is_some();
        conditions.look_for_rest(message);
        if every
            && titled
            && !quoted
            && let Some(text) = &mut conditions.filter.text
        {
            one_of_many(text, &message.language.habits);
        }
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
    let denied = !conditions.filter.except.is_empty();
    if dated && !denied && !conditions.rest.is_empty() && conditions.rest.len() <= 6 {
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

/// "the shopping list": everything with its tag; "my to-do list": everything.
pub(super) fn named_list(message: &Message<'_>, range: Range<usize>) -> Option<Selector> {
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
        tag: filter::list_tag(
            message,
            range.start..end - usize::from(!last.class.any(Class::NAMED_LIST)),
        ),
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

/// "all reports" are those with a word that begins with "report". Short words are as often names: "all jobs".
fn one_of_many(text: &mut String, habits: &Habits) {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    let singular = habits.singular(last);
    let ending = last.strip_prefix(singular.as_ref());
    if singular.len() >= SHORTEST_NOUN && ending.is_some_and(|ending| ending.len() == 1) {
        text.pop();
    }
}

/// Shorter nouns are not told from their plurals.
const SHORTEST_NOUN: usize = 4;

pub(super) fn says_all(unit: &Unit<'_>) -> bool {
    unit.is_any(&[
        Role::QuantifierAll,
        Role::PronounAll,
        Role::QuantifierEvery,
        Role::PronounAny,
        Role::NounTasks,
    ])
}

/// "… from my list" says nothing about which task.
pub(super) fn without_list(message: &Message<'_>, range: Range<usize>) -> Range<usize> {
    let mut end = range.end;
    let units = &message.units;
    if end > range.start + 2
        && units[end - 1].class.any(Class::LIST)
        && !units[end - 1].class.any(Class::TASK)
    {
        let opening = (range.start + 1..end - 1).rev().take(5).find(|&at| {
            units[at].is_any(&[
                Role::PrepositionOf,
                Role::PrepositionOn,
                Role::PrepositionFrom,
                Role::PrepositionIn,
                Role::AdverbOff,
            ])
        });
        // Of "everything on my shopping list" the list says which.
        let all = units[range.start..end].iter().any(says_all);
        if let Some(at) = opening
            && (end - 1 - at <= 4 && !all
                || units[at + 1..end - 1]
                    .iter()
                    .all(|unit| unit.class.any(Class::PLAIN_LIST.with(Class::DETERMINER))))
        {
            end = at;
            if end > range.start + 1 && units[end - 1].is_any(&[Role::AdverbOff, Role::AdverbOut]) {
                end -= 1;
            }
        }
    }
    range.start..end
}
