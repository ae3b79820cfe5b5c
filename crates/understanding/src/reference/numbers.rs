//! References by number: "#42", "tasks 1, 2 and 3", "2 to 5".

use std::ops::Range;

use tasktalk_domain::{Reference, Selector, TaskId};

use super::{Pointed, Pointing};
use crate::lexicon::{Class, Role};
use crate::message::Message;
use crate::units::{Unit, UnitKind};

/// Numbers in a row: "tasks 1 2 3", "2 to 5", "1-3".
pub(super) fn numbers(message: &Message<'_>, range: Range<usize>) -> Option<Pointed> {
    let units = &message.units[range.clone()];
    let spoken = units
        .iter()
        .any(|unit| unit.class.any(Class::TASK) || unit.kind == UnitKind::Id);
    let mut selectors = Vec::new();
    let mut at = 0;
    while at < units.len() {
        let unit = &units[at];
        if unit.class.any(Class::TASK.with(Class::DETERMINER))
            || unit.is_any(&[
                Role::PrepositionUntil,
                Role::PrepositionWith,
                Role::Denial,
                Role::NounNumber,
                Role::NounIdentifier,
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
        if let Some(ids) = listed(unit) {
            selectors.extend(ids.into_iter().map(Selector::Id));
            at += 1;
            continue;
        }
        let from = unit.number?;
        // "one" alone is no number of a task.
        if unit.kind == UnitKind::Word && !spoken {
            return None;
        }
        if let [_, to, until, ..] = &units[at..]
            && to.is_any(&[Role::PrepositionTo, Role::PrepositionUntil])
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

/// "1,2,3" as one unit; "1,000" is one number.
fn listed(unit: &Unit<'_>) -> Option<Vec<TaskId>> {
    let thousands = unit.text.split(',').skip(1).all(|group| group.len() == 3);
    let ids = unit
        .text
        .split(',')
        .map(|part| TaskId::try_from(part.parse::<i64>().ok()?).ok());
    unit.text
        .contains(',')
        .then(|| ids.collect::<Option<Vec<_>>>())
        .flatten()
        .filter(|_| !thousands)
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
pub(super) fn id(unit: &Unit<'_>) -> Option<Selector> {
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

pub(super) fn invalid(unit: &Unit<'_>) -> Option<Selector> {
    match id(unit)? {
        selector @ Selector::InvalidId(_) => Some(selector),
        _ => None,
    }
}
