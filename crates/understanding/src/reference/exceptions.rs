//! What is left out: "all except the rent", "everything but those tagged home".

use std::ops::Range;

use tasktalk_domain::Selector;

use super::{LONGEST_REFERENCE, Pointing, several, whole};
use crate::filter;
use crate::message::Message;
use crate::reference::numbers::numbers;

/// So many words before an exception say of what it is one, at most.
const LONGEST_WHOLE: usize = 40;

/// Where the tasks end that an exception is made of, and where the exception begins.
pub(crate) fn find(message: &Message<'_>, range: Range<usize>) -> Option<(Range<usize>, usize)> {
    (range.start + 1..range.end)
        .take(LONGEST_WHOLE)
        .find_map(|at| {
            let length = begins(message, at..range.end)?;
            (means_all(message, range.start..at) && at + length < range.end)
                .then_some((range.start..at, at + length))
        })
}

/// Whether a run of units means so many tasks that some can be left out.
pub(crate) fn means_all(message: &Message<'_>, range: Range<usize>) -> bool {
    range.len() <= LONGEST_WHOLE
        && whole(message, range).is_some_and(|left| {
            left.pointing == Pointing::Explicit && left.reference.include.iter().any(means_several)
        })
}

/// The length of the words that begin an exception.
pub(crate) fn begins(message: &Message<'_>, range: Range<usize>) -> Option<usize> {
    let phrases = &message.language.phrases;
    let units = &message.units[range];
    let length = phrases.exception(units)?;
    // "without a due date" is a condition.
    let condition = phrases.condition(units).map_or(0, |(_, length, _)| length);
    (length > condition).then_some(length)
}

/// Whether a selector can mean so many tasks that some are left out.
pub(crate) fn means_several(selector: &Selector) -> bool {
    matches!(
        selector,
        Selector::All | Selector::Filter(_) | Selector::Pronoun(_) | Selector::Each(_)
    )
}

/// The tasks left out. Names are taken one by one: one title that holds an "and" is found by each of its halves, but
/// two titles are not found by their words together.
pub(crate) fn read(message: &Message<'_>, range: Range<usize>) -> Option<Vec<Selector>> {
    if range.len() > LONGEST_REFERENCE {
        return None;
    }
    if let Some(selectors) = conditions(message, range.clone()) {
        return Some(selectors);
    }
    if let Some(pointed) = several(message, range.clone())
        && pointed.pointing == Pointing::Explicit
    {
        return Some(each(pointed.reference.include));
    }
    let mut selectors = Vec::new();
    for part in filter::named(message, range) {
        let mut found = match conditions(message, part.clone()) {
            Some(found) => found,
            None => {
                numbers(message, part.clone())
                    .or_else(|| whole(message, part))?
                    .reference
                    .include
            }
        };
        selectors.append(&mut found);
    }
    (!selectors.is_empty()).then_some(selectors)
}

/// Of exceptions, an "or" means as much as an "and": none of them is to be touched.
fn each(selectors: Vec<Selector>) -> Vec<Selector> {
    let one_by_one = selectors.into_iter().flat_map(|selector| match selector {
        Selector::OneOf(these) => these,
        one => vec![one],
    });
    one_by_one.collect()
}

fn conditions(message: &Message<'_>, range: Range<usize>) -> Option<Vec<Selector>> {
    let filters = filter::only_conditions(message, range)?;
    Some(filters.into_iter().map(Selector::Filter).collect())
}
